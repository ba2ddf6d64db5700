"""What a source without a name is called: "Hask’s aides", "a spokesman for the council"."""

from __future__ import annotations

import re

from reader.attribution.grammar.source_phrase import SourcePhrase
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.entities import Entity, entity_of
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.mentions import Mentions
from reader.language.english import ENGLISH
from reader.span import Span

OWNERS = frozenset(("his", "her", "its", "their", "whose"))
"""Words that say that a description is somebody's who was named before."""
_VOICES = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "representative", "lawyer", "attorney")
)
_PUBLIC = ENGLISH.source_nouns("bodies: public")
_GENERIC = ENGLISH.source_nouns("bodies: any")
_SHARE = re.compile(r"[\w.,]+ ?(?:%|percent|per cent)\b")
_SPOKESMAN_REACH = 400
"""How far back the body is looked for whose spokesman speaks, in code points."""


def owned(owner: Entity, description: str) -> str:
    """A description with the owner's name for its first word: "her aides" are Hask's aides."""
    genitive = "’" if owner.name.endswith("s") and owner.several else "’s"
    rest = description.partition(" ")[2].removeprefix("own ")
    return f"{owner.name}{genitive} {rest}"


def with_body(phrase: SourcePhrase, place: int, mentions: Mentions) -> str:
    """What a description is called, with the body of a spokesman who has none beside him."""
    alone = len(phrase.name.split()) <= 2 and not phrase.owner
    if phrase.head not in _VOICES or phrase.several or not alone:
        return phrase.name
    for mention in reversed(mentions.between(max(0, place - _SPOKESMAN_REACH), place)):
        entity = mention.entity
        if entity.type is SourceType.BODY and not entity.several:
            return f"{phrase.name} for {entity.name}"
    return phrase.name


def own_entity(phrase: SourcePhrase, source: Span, mentions: Mentions) -> Entity:
    """The entity that the description's own mention made, else a new one."""
    for mention in mentions.between(*source):
        own = mention.entity.phrase
        if own is not None and own.head == phrase.head:
            return mention.entity
    return entity_of(phrase)


def is_settled(entity: Entity) -> bool:
    """Whether who an entity is, is told: by a name, or by a description that no name may answer."""
    return entity.named or entity.phrase is None or own_evidence(entity.phrase).sure


def own_evidence(phrase: SourcePhrase) -> Evidence:
    """What it tells that a description is nobody's who was mentioned before."""
    if phrase.type is SourceType.OTHER or phrase.owner in ("my", "our", "your"):
        return Evidence.NOT_FOUND
    if phrase.type is SourceType.DOCUMENT and (
        phrase.owner in OWNERS or " same " in f" {phrase.name} "
    ):
        return Evidence.BARE_ROLE
    if phrase.several and _SHARE.match(phrase.name):
        return Evidence.BARE_ROLE  # the poll says what they think
    public = phrase.head in _PUBLIC and not phrase.determiner
    several = " " in phrase.name and phrase.head not in _GENERIC
    if phrase.type is SourceType.BODY and (public or several):
        return Evidence.DESCRIBED
    definite = phrase.determiner in ("the", "this", "that") or not phrase.determiner
    if definite and not phrase.several and not phrase.owner:
        alone = " " not in phrase.name.removeprefix("the ")
        if phrase.is_person or (alone and phrase.head not in _PUBLIC):
            return Evidence.BARE_ROLE
    if not phrase.several and (definite or phrase.owner) and phrase.type is not SourceType.DOCUMENT:
        return Evidence.ONE_OF_A_KIND
    return Evidence.DESCRIBED
