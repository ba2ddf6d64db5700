"""Quotations: which quotation marks belong together.

Marks are paired within a paragraph by a stack, so nested quotations close in order and a stray mark
spoils nothing beyond itself. A quotation may run on over a paragraph's end: with a new opening mark
(the typesetter's habit) or without one, where the next paragraph's first mark closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Trait
from reader.span import Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‹›'＂「」『』]")
_OPENERS = frozenset("“„‟«‹‘‚「『") | {"``"}
_CLOSERS = frozenset("”»›’」』")
_NEUTRAL = frozenset("\"'＂") | {"''"}
_SINGLE = frozenset("‘’‚'‹›")
_AFTER_CLOSE = frozenset(" \t\n.,;:!?)]}…—–-\"”’'»›／/\u00a0")
_BEFORE_OPEN = frozenset(' \t\n([{—–-/"“‘«„:…\u00a0')
_ENDS_SPEECH = frozenset(".,!?…;:—-")
# Short forms that lose their first letters: the mark before them opens nothing.
_CLIPPED = re.compile(r"['’](?:\d\ds?|em|tis|twas|til|cause|n|round|bout|s|t|d|m|ll|re|ve)\b", re.I)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks, within one paragraph.

    `paragraph` counts in reading order; `resumes` says that it goes on with the quotation that the
    paragraph before left open; `open_end` that no mark closes it here; `bare_start` that no mark
    opens it; `unbalanced` that its partner mark is missing for good; `inner` are the quotations
    nested in it.
    """

    span: Span
    paragraph: int
    resumes: bool = False
    open_end: bool = False
    bare_start: bool = False
    unbalanced: bool = False
    inner: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Open:
    """A mark waiting for its close."""

    start: int
    mark: str
    inner: list[Span]


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Find the outermost quotations of the paragraphs, in order; none of them overlap."""
    found: list[Quotation] = []
    pending = ""
    for number, paragraph in enumerate(paragraphs):
        pairs, left_open, stray = _pair(text, paragraph, pending)
        lead = _skip_space(text, paragraph)
        resumed_to = -1
        if pending:
            if stray is not None and not any(p.start < stray for p, _ in pairs):
                found.append(Quotation(Span(lead, stray), number, resumes=True, bare_start=True))
                resumed_to, stray, pending = stray, None, ""
            elif not (pairs and pairs[0][0].start == lead) and not (
                left_open is not None and left_open.start == lead
            ):
                pending = ""
        made = [
            Quotation(
                span, number, resumes=bool(pending) and span.start == lead, inner=tuple(inner)
            )
            for span, inner in pairs
            if span.start >= resumed_to
        ]
        pending = ""
        if stray is not None and (dropped := _dropped_opening(text, paragraph, stray, made)):
            made.append(Quotation(dropped, number, bare_start=True, unbalanced=True))
        if left_open is not None and _runs_on(text, paragraph, left_open.start):
            resumes = bool(found) and found[-1].open_end and found[-1].paragraph == number - 1
            end = _trim_space(text, paragraph)
            tag = _TAG.search(text, left_open.start, end)
            if tag is not None:
                end = tag.start()
            made = [q for q in made if q.span.end <= left_open.start]
            if left_open.start >= resumed_to and end > left_open.start + 1:
                made.append(
                    Quotation(
                        Span(left_open.start, end),
                        number,
                        resumes=resumes and left_open.start == lead,
                        open_end=tag is None,
                        unbalanced=tag is not None,
                        inner=tuple(s for s in left_open.inner if s.end <= end),
                    )
                )
                pending = left_open.mark if tag is None else ""
        found.extend(sorted(made, key=lambda q: q.span))
    return [
        replace(quote, unbalanced=True) if _never_closed(quote, after) else quote
        for quote, after in zip(found, chain(found[1:], (None,)), strict=False)
    ]


def _never_closed(quote: Quotation, after: Quotation | None) -> bool:
    """Whether a quotation left open is not taken up by the next."""
    return quote.open_end and not (
        after is not None and after.resumes and after.paragraph == quote.paragraph + 1
    )


def _pair(
    text: str, paragraph: Span, pending: str
) -> tuple[list[tuple[Span, list[Span]]], _Open | None, int | None]:
    """Pair a paragraph's marks: outermost pairs, a mark left open, and where a stray close ends."""
    stack: list[_Open] = []
    pairs: list[tuple[Span, list[Span]]] = []
    stray: int | None = None
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    last_single = _last_single_close(text, paragraph, marks)
    for match in marks:
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > paragraph.start else "\n"
        after = text[end] if end < paragraph.end else "\n"
        if mark in _SINGLE and mark not in "‹›":
            if before.isalnum() and after.isalnum():
                continue
            if start > last_single and not any(o.mark in _SINGLE for o in stack[-2:]):
                continue
            if mark in "'’" and not _has_single(stack) and _CLIPPED.match(text, start):
                continue
        if mark == '"' and before.isdigit() and not stack:
            continue
        role = _role(mark, before, after, stack, has_pending=bool(pending))
        if role == "open":
            stack.append(_Open(start, mark, []))
        elif role == "close":
            if mark in _SINGLE and _is_plural_apostrophe(text, start, last_single):
                continue
            opened = _unwind(stack, mark)
            if opened is None:
                if mark not in _SINGLE and stray is None and not pairs and not stack:
                    stray = end
                elif mark not in _SINGLE and not stack:
                    stray = stray if stray is not None else end
                continue
            span = Span(opened.start, end)
            # What was closed inside another open mark is nested, if that one closes too.
            if stack:
                stack[-1].inner.append(span)
                stack[-1].inner.extend(opened.inner)
            else:
                pairs.append((span, opened.inner))
    # Nested quotations of a mark that never closed stand on their own.
    for orphan in stack:
        pairs.extend((span, []) for span in _outermost(orphan.inner))
    doubles = [o for o in stack if o.mark not in _SINGLE]
    return sorted(pairs), (doubles[0] if doubles else None), stray


def _has_single(stack: Sequence[_Open]) -> bool:
    """Whether a single mark is waiting near the top of the stack."""
    return any(o.mark in _SINGLE for o in stack[-2:])


def _last_single_close(text: str, paragraph: Span, marks: Iterable[re.Match[str]]) -> int:
    """Where the paragraph's last single mark that could close a quotation stands, or -1."""
    last = -1
    for match in marks:
        if match.group() in "'’":
            start, end = match.start(), match.end()
            after = text[end] if end < paragraph.end else "\n"
            if start > paragraph.start and not text[start - 1].isspace() and after in _AFTER_CLOSE:
                last = start
    return last


def _is_plural_apostrophe(text: str, start: int, last_single: int) -> bool:
    """Whether the mark is the apostrophe of "workers’ rights" rather than a closing mark."""
    follows = text[start + 1 : start + 3]
    return (
        start < last_single
        and text[start - 1] == "s"
        and len(follows) == 2
        and follows[0] == " "
        and follows[1].islower()
    )


def _role(mark: str, before: str, after: str, stack: list[_Open], *, has_pending: bool) -> str:
    """Whether a mark opens or closes here, or does nothing ("")."""
    can_open = not after.isspace() and (before in _BEFORE_OPEN)
    can_close = not before.isspace() and (after in _AFTER_CLOSE or after.isspace())
    top = stack[-1].mark if stack else ""
    if mark in _NEUTRAL:
        opened = any(o.mark == mark for o in stack[-3:])
        if can_close and (opened or not can_open):
            return "close" if opened or mark not in _SINGLE else ""
        if can_open:
            return "open"
        if mark in _SINGLE:
            return ""
        return "close" if opened or has_pending else ""
    if top == "„" and mark in "“”":
        return "close"
    if top == "‚" and mark in "‘’":
        return "close"
    if top in "»›" and top and mark in "«‹":
        return "close"
    if mark in _OPENERS:
        # A typesetter's wrong-way mark: “word“.
        if not can_open and can_close and top == mark:
            return "close"
        return "open" if not after.isspace() or mark in "«‹" else ""
    if mark in _CLOSERS:
        if mark in "»›”" and not stack and can_open and not can_close:
            return "open"
        if mark == "’" and not any(o.mark in _SINGLE for o in stack[-3:]):
            return ""
        return "close" if not before.isspace() or stack else ""
    return ""


_FAMILY = {
    "“": 1, "”": 1, "„": 1, "‟": 1, '"': 1, "＂": 1, "``": 1, "''": 1,
    "«": 2, "»": 2, "‹": 3, "›": 3,
    "‘": 4, "’": 4, "‚": 4, "'": 4,
    "「": 5, "」": 5, "『": 6, "』": 6,
}  # fmt: skip
_LOOK_BACK = 4
"""How deep in the stack a closing mark looks for its partner: nobody nests deeper."""


def _unwind(stack: list[_Open], mark: str) -> _Open | None:
    """Take the nearest partner of a closing mark, dropping strays opened after it."""
    family = _FAMILY[mark]
    for depth in range(1, min(_LOOK_BACK, len(stack)) + 1):
        opened = stack[-depth]
        if _FAMILY[opened.mark] == family:
            inner = [span for stray in stack[len(stack) - depth + 1 :] for span in stray.inner]
            del stack[len(stack) - depth :]
            opened.inner.extend(inner)
            return opened
    return None


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """The spans that lie in no other."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _skip_space(text: str, paragraph: Span) -> int:
    start = paragraph.start
    while start < paragraph.end and text[start].isspace():
        start += 1
    return start


def _trim_space(text: str, paragraph: Span) -> int:
    end = paragraph.end
    while end > paragraph.start and text[end - 1].isspace():
        end -= 1
    return end


def _runs_on(text: str, paragraph: Span, start: int) -> bool:
    """Whether a mark left open begins speech, rather than being a stray one.

    It does at the paragraph's start and after a comma, colon or dash; elsewhere it is a stray.
    """
    before = text[max(paragraph.start, start - 3) : start].rstrip()
    return not before or before[-1] in ",:—–.?!"


_SAID = "|".join(sorted(ENGLISH.verbs.forms(Trait.INVERTS, of=FINITE)))
_TAG = re.compile(
    rf",\s+(?:(?:{_SAID})\s|(?:he|she|they|it)\s+(?:{_SAID})\b"
    rf"|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:{_SAID})\b)"
)
"""Where speech whose closing mark was dropped gives way to who spoke."""
_SENTENCE_LOOK_BACK = 1500
"""How far before a stray closing mark its speech may begin, in code points."""


def _dropped_opening(
    text: str, paragraph: Span, end: int, made: Sequence[Quotation]
) -> Span | None:
    """The speech whose opening mark was dropped, or None where the closing mark is a stray."""
    if end < paragraph.start + 3 or text[end - 2] not in _ENDS_SPEECH:
        return None
    start = max([paragraph.start, *(q.span.end for q in made if q.span.end <= end)])
    if end - start > _SENTENCE_LOOK_BACK or any(q.span.end > start for q in made):
        return None
    while start < end and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    return Span(start, end) if start < end - 1 else None
