"""What nobody has said: "if the mayor says", "critics might say", "it is hard to say whether"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait
from reader.span import Span

_IF = re.compile(
    r"\b(?:if|unless|suppose|supposing|imagine)(?:\s+[\w’'-]+){0,3}\s+$", re.IGNORECASE
)
_WHERE = re.compile(r"\b(?:which|where|that|who)\s+(?:the\s+[\w-]+\s+)?$", re.IGNORECASE)
_TOLD_OF = re.compile(r"\b(?:is|are)\s+(?:still\s+|often\s+)?said$", re.IGNORECASE)
_BEFORE = 40
"""How far before a source an "if" makes a supposition of what it says, in code points."""
_ASKING = ("did the ", "do the ", "does the ", "whoever")
"""What opens a bare question, whose subject says nothing: "Did the board discuss it?"."""
_NOBODY = frozenset(("nobody", "no one", "no-one", "none"))
_SUPPOSED = "|".join(sorted(ENGLISH.verbs.forms(Trait.SUPPOSED, of=(Form.BASE,))))
_SUPPOSED_OF = "|".join(sorted(ENGLISH.verbs.forms(Trait.SUPPOSED, of=(Form.PARTICIPLE,))))
_SAY = "|".join(sorted(ENGLISH.verbs.forms(Trait.SAID, of=(Form.BASE,), without=(Trait.LOOSE,))))
_OWED = "|".join(sorted(ENGLISH.verbs.forms(Trait.OWED, of=(Form.BASE,))))
_MAY_SAY = re.compile(
    rf"(?:would|could|might|may)(?: (?:well|even))? (?:{_SUPPOSED})\b"
    r"|(?:must|should|(?:will |would )?(?:have|has|had) to|ought to) (?:now |first |still )?"
    rf"(?:{_OWED})\b"
    rf"|(?:could|might|may|can) be (?:{_SUPPOSED_OF})\b"
    r"|(?:has|have|had) (?:yet|still) to\b|(?:is|are|was|were) yet to\b"
    rf"|.*\b(?:early|soon|hard|difficult|impossible|easy) to (?:{_SAY})\b"
    rf"|.*\bnothing to (?:{_SAY})\b"
)
"""Cues of what nobody has said: "critics might say", "he will have to explain"."""
_SUPPOSING = re.compile(r"(?:should|were|suppose|supposing|imagine|had)\s", re.IGNORECASE)
_INVERTED = re.compile(r"(?:^|[.!?]\s+|\n)(?:Should|Were|Had|Suppose|Imagine)\s+$")
_WILL = re.compile(r"(?:will|['’]ll)\s(?:\w+\s)?\w+$")
_TO_YOU = re.compile(r"\s+you\b")
_ANYBODY = frozenset(
    ("some", "others", "many", "most", "people", "critics", "sceptics", "skeptics", "cynics")
) | {"one", "you", "anybody", "anyone", "somebody", "someone"}
"""Who speaks only in general: "some will argue"."""


def is_supposed(text: str, one: Proposal, cue: str) -> bool:
    """Whether somebody may say it, nobody said it, or it is only told of: "is said to taste"."""
    if not one.source:
        start = one.content[0].start
        if _MAY_SAY.match(cue):
            return True
        return _TOLD_OF.search(cue) is not None and (
            _WHERE.match(text[start : start + _BEFORE]) is not None
            or text[start : start + len("which ")].lower() in ("which ", "where ")
            or _WHERE.search(text, max(0, start - _BEFORE), start) is not None
        )
    start = one.source[0].start
    source = _words(text, one.source)
    if (
        source.lower() in _NOBODY
        or source.lower().startswith("whoever")
        or source.lower().startswith(_ASKING)
    ):
        return True
    if _WILL.match(cue) and (source.lower() in _ANYBODY or _TO_YOU.match(text, one.cue[-1].end)):
        return True
    if any(mark in _words(text, one.content) for mark in '“"«'):
        return False
    begins = max(0, start - _BEFORE)
    return (
        _MAY_SAY.match(cue) is not None
        or _SUPPOSING.match(source) is not None
        or _INVERTED.search(text, begins, start) is not None
        or _IF.search(text, begins, start) is not None
        or (source == "Who" and text[one.content[-1].end : one.content[-1].end + 1] == "?")
    )


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)
