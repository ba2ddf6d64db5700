"""A relay in the making: one proposal, and the parts of its source that only pass it on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Form, Trait
from reader.span import Span

PASSING = "|".join(
    (
        *sorted(ENGLISH.verbs.forms(Trait.RELAYS, of=(Form.GERUND,))),
        r"with\s+reference\s+to",
    )
)
PASSED = "|".join(sorted(ENGLISH.verbs.forms(Trait.RELAYS, of=FINITE)))
GAP = r"(?:[^;:\n“”\"]|\n(?!\n))"
"""A character of a phrase; a hard-wrapped line may end within it."""
SIGNS = (
    *sorted(ENGLISH.verbs.forms(Trait.RELAYS, of=(Form.GERUND, *FINITE))),
    "reference",
    "according",
)
"""Without one of these words near, nothing is cited."""
REACH = 160
"""How far from a proposal's parts its relay may stand, in code points."""
_AFTER = re.compile(
    r"^.{2,120}\s(?:after|when|because|while|since|before)\s+(?=the\s|[A-Z])", re.DOTALL
)
_FINAL = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Relayed:
    """A proposal, and the parts of its source that only pass it on, outermost first."""

    proposal: Proposal
    passed_by: tuple[tuple[Span, ...], ...] = ()


def said_by(text: str, outer: Proposal, match: re.Match[str], content: tuple[Span, ...]) -> Relayed:
    """The relay that a match completes: who speaks, or after "according to" who passes it on."""
    who = bare(text, *match.span("who"))
    cue = tuple(sorted((*outer.cue, Span(*match.span("cue")))))
    outer = replace(outer, source=tuple(_own_clause(text, span) for span in outer.source))
    if match["cue"].startswith("according"):
        return joined(Proposal(outer.source, cue, content), (who,))
    return joined(Proposal((who,), cue, content), outer.source)


def joined(inner: Proposal, outer: tuple[Span, ...]) -> Relayed:
    """The relay of an inner proposal that `outer` passes on; none where nobody does."""
    if not outer:
        return Relayed(inner)
    source = tuple(sorted((*outer, *inner.source)))
    return Relayed(Proposal(source, inner.cue, inner.content, inner.kind), (outer,))


def bare(text: str, start: int, end: int) -> Span:
    """A stretch without the punctuation and white space at its end."""
    while end > start and (text[end - 1] in _FINAL or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    """The lower-cased words of spans."""
    return " ".join(text[start:end] for start, end in spans).lower().split()


def _own_clause(text: str, source: Span) -> Span:
    """A source without the clause before it: "fell on Monday after the paper" is the paper."""
    match = _AFTER.match(text[source.start : source.end])
    return source if match is None else Span(source.start + match.end(), source.end)
