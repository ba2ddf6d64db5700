"""Sources that only count: "one of them", "another", "both", "all three", "four said they did"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.entities import Entity, Mention
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.mentions import Mentions

_COUNT = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|many|most|several|few"
    r"|a few|both|neither|none|each|either|others|the others|the two|the three|the four|half|dozens"
)
_COUNTED = re.compile(
    rf"(?P<all>all (?:the )?)?(?P<count>{_COUNT}|another|the other|the first|the second|the third"
    rf"|a second|a third|the last|\d+)(?: ones?)?(?: of (?:them|these|those|the \w+))?$",
    re.IGNORECASE,
)
_ALL = re.compile(r"all (?:of them|the rest)?$", re.IGNORECASE)
_LONE = frozenset(
    ("one", "another", "the other", "the first", "the second", "the third", "a second", "a third",
     "the last", "either", "each", "neither")
)  # fmt: skip
_ORDINALS = frozenset(("a second", "a third", "the second", "the third"))
_NUMBERS = {"both": 2, "all two": 2, "the two": 2, "all three": 3, "the three": 3, "all four": 4}
_DETERMINER = re.compile(
    r"^(?:the|a|an|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|many"
    r"|most|several|both|all|\d+) ",
    re.IGNORECASE,
)
_NEAR = 1
"""Sentences back in which a group is still what the text is about."""
_REACH = 6
"""Sentences back in which those are looked for who are counted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Of whom a number tells, and the name of those it means."""

    name: str
    entity: Entity
    several: bool
    evidence: Evidence


def counts(phrase: str) -> bool:
    """Whether a source phrase only counts."""
    return _COUNTED.match(phrase) is not None or _ALL.match(phrase) is not None


def counted(phrase: str, place: int, mentions: Mentions) -> Counted | None:
    """Those of whom "one of them" and the like tell, looked for before a place."""
    match = _COUNTED.match(phrase)
    count = (match["count"] if match else "all").lower()
    lone = count in _LONE
    whole = f"all {count}" if match and match["all"] else count
    here = mentions.sentence_at(place)
    named: list[Entity] = []
    bodies: tuple[Entity, int] | None = None
    for back in range(min(_REACH, here) + 1):
        sentence = mentions.sentence(here - back)
        nearby = mentions.between(sentence.start, min(sentence.end, place))
        groups = [m.entity.group for m in nearby if m.entity.group is not None]
        if lone and count != "one" and groups:
            return _of(groups[-1], count, whole, lone, back)  # "One said …. The other said …"
        latest = nearby[-2 * _REACH :]
        for mention in sorted(latest, key=_by_subject, reverse=True):
            entity = mention.entity
            if entity.several and entity.group is None:
                if entity.type is SourceType.PERSON:
                    found = _of(entity, count, whole, lone, back)
                    if mention.oblique and back and lone and count != "one":
                        found = replace(found, evidence=Evidence.COUNTED_FAR)
                    return found
                bodies = bodies or (entity, back)
            if lone and count != "one" and _is_one(entity):
                core = _DETERMINER.sub("", entity.name)
                return Counted(f"{count} {core}", entity, several=False, evidence=_near(back))
            if entity.named and entity.type is SourceType.PERSON and entity not in named:
                named.append(entity)
        wanted = _NUMBERS.get(whole)
        if wanted is not None and len(named) == wanted:
            names = [entity.name for entity in reversed(named)]
            together = ", ".join(names[:-1]) + " and " + names[-1]
            return Counted(together, named[0], several=True, evidence=Evidence.COUNTED)
    if bodies is not None:
        return _of(bodies[0], count, whole, lone, bodies[1])
    return None


def _by_subject(mention: Mention) -> tuple[bool, int]:
    """The subjects of a sentence first, the latest first: "a reader asked about a lease"."""
    return (mention.subject and not mention.quoted, mention.span.start)


def _near(back: int) -> Evidence:
    return Evidence.COUNTED if back <= _NEAR else Evidence.COUNTED_FAR


def _is_one(entity: Entity) -> bool:
    """Whether somebody without a name was brought in as one: "one message", "a diver"."""
    phrase = entity.phrase
    if entity.named or phrase is None or entity.type is SourceType.BODY:
        return False
    return phrase.determiner in ("one", "a", "an", "another", "two")


def _of(entity: Entity, count: str, whole: str, lone: bool, back: int) -> Counted:
    core = _DETERMINER.sub("", entity.name)
    if whole in ("both", "all two") and entity.phrase is not None and entity.phrase.members:
        return Counted(entity.name, entity, several=True, evidence=Evidence.COUNTED)
    if count in ("others", "the others"):
        name = f"other {core}"
    elif whole.startswith("all") or count == "both":
        name = f"{whole} {core}"
    elif count == "some" or count in ("many", "most", "several"):
        name = f"{count} {core}"
    else:
        count = "another" if count in _ORDINALS else count
        whose = "" if core.split()[0] in ("his", "her", "its", "their") else "the "
        name = f"{count.removeprefix('the ')} of {whose}{core}"
    return Counted(name, entity, several=not lone, evidence=_near(back))
