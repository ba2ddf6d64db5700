"""Rule: a sentence that ends in who said it ("…, investigators said.")."""

from __future__ import annotations

from reader.attribution.grammar.clauses import cue_range, subject
from reader.attribution.grammar.contents import STRONG, content_start, strip
from reader.attribution.grammar.neighbours import PRONOUNS
from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Unit
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Form, Trait

_HEARING = frozenset(("heard", "hears"))
_CLOSING = STRONG | ENGLISH.verbs.forms(
    Trait.SAID, of=(*FINITE, Form.PARTICIPLE), without=(Trait.LOOSE,)
)
_HELD = ENGLISH.verbs.reporting(Trait.HELD)
_HEARERS = ENGLISH.word_class("hearings")
_TOLD = ENGLISH.verbs.forms(Trait.TELLS)
_SUBJECT_AND_VERB = 2
_TURNING = frozenset(("but", "and", "though", "although"))
_REACH = 14
"""How near to the sentence's end the cue of a closing tag stands."""


def closing_tag(scene: Scene) -> None:
    """Add a draft where who said it closes a sentence or its half; all that stands before is said.

    What is nothing but quoted is left to the rules that join quotations with what follows them.
    """
    low = scene.unit.low
    start = scene.free
    turning = not _TURNING.isdisjoint(low)
    ends: list[int] = []
    if turning or ";" in low:
        ends = [n for n, word in enumerate(low) if word == ";" or (turning and _turns(low, n))]
    for end in [*ends, len(low)]:
        draft = _closing(scene.unit, max(start, scene.free), end)
        if draft is None:
            return
        scene.add(draft)
        start = end + 1


def _closing(unit: Unit, start: int, end: int) -> Draft | None:
    """The draft whose cue ends what stands from token `start` to `end`, that excluded."""
    low = unit.low
    if "citing" in low or "quoting" in low:
        cited = ("citing", "quoting")
        commas = (n for n in range(start + 2, end - 1) if low[n] == "," and low[n + 1] in cited)
        end = next(commas, end)
    for head in range(end - 1, max(start + 2, end - _REACH), -1):
        if low[head] in (",", QUOTE, ":"):
            return None
        hearing = low[head] in _HEARING
        if not (low[head] in _CLOSING or hearing):
            continue
        cue = cue_range(unit, head, start)
        source = subject(unit, cue[0], start) if cue is not None else None
        if source is not None and hearing and not _hears(unit, *source):
            return None
        if cue is None or source is None or content_start(unit, cue[1]) < end - 1:
            return None
        comma = source[0] - 1
        if comma <= start or low[comma] != ",":
            return None
        if low[start] == QUOTE and not _names_a_speaker(unit, start, comma):
            return None
        first, last = strip(unit, start, comma - 1)
        if first < last and any(finite(w) or w in _HELD for w in low[first : last + 1]):
            return Draft([source], [cue], [(first, last)], head)
        return None
    return None


def _turns(low: list[str], comma: int) -> bool:
    """Whether a comma closes "…, he said, but": what follows is told, and not said."""
    return (
        low[comma] == ","
        and comma > _SUBJECT_AND_VERB + 1
        and comma + 1 < len(low)
        and low[comma + 1] in _TURNING
        and low[comma + 2 : comma + 3] != ["that"]
        and low[comma - 1] in _CLOSING
        and low[comma - _SUBJECT_AND_VERB] in PRONOUNS
        and low[comma - _SUBJECT_AND_VERB - 1] == ","
        and any(word in _CLOSING or word in _TOLD for word in low[: comma - _SUBJECT_AND_VERB])
    )


def _names_a_speaker(unit: Unit, start: int, comma: int) -> bool:
    """Whether a quotation is followed by who spoke it before the tag: "…," she said, he wrote."""
    last = max(place for place in range(start, comma) if unit.low[place] == QUOTE)
    words = unit.low[last + 1 : comma]
    return any(word in _CLOSING for word in words) and "," not in words


def _hears(unit: Unit, first: int, last: int) -> bool:
    """Whether a subject is a court or meeting, before which things are said."""
    return not _HEARERS.isdisjoint(unit.low[first : last + 1])
