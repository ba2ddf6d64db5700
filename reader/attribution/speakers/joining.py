"""The reading of an article for whom it mentions: names and descriptions joined to entities."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reader.attribution.grammar.gender import of_pronoun
from reader.attribution.grammar.source_type import Gender, SourceType
from reader.attribution.speakers.descriptions import described
from reader.attribution.speakers.entities import Entity, entity_of
from reader.attribution.speakers.mentions import Mentions
from reader.attribution.speakers.scan import Found, described_in, places, scan
from reader.attribution.text.document import Document
from reader.language.english import ENGLISH
from reader.span import Span

# A pattern that begins with a set of letters is looked for three times as fast.
_PRONOUN = re.compile(
    r"[HhSs](?<!\w.)(?:(?<=[Ss])he|(?<=[Hh])(?:e|is|imself|erself"
    r"|er(?= (?!(?:to|and|of|that|in|on|with|for|at|by|from|as|a)\b)[a-z])))\b"
)
_IS = re.compile(
    r"[hsw](?<!\w.)(?:(?<=h)e|(?<=s)he|(?<=w)ho) "
    r"(?:is|was|had been|has been|became|works as|worked as) (?:an? |the )?"
)
_HEADED_BY = re.compile(r",? (?:headed|led|chaired|run|overseen) by $")
_BETWEEN = r"(?:, \d\d,| \(\d\d\),?)?(?:,? of [^,;.\n]{3,40},|,[^,;.\n]{3,60},)?(?: who)?"
"""What may stand between a name and what somebody does: an age, an address, an apposition."""


def _does(word_class: str) -> re.Pattern[str]:
    """The deeds of a word class, after a name."""
    deeds = (deed.replace("_", " ") for deed in sorted(ENGLISH.word_class(word_class)))
    return re.compile(rf"{_BETWEEN},? (?:has |had |have )?(?:{'|'.join(deeds)})\b")


_PARTS = {
    "defendant accused": _does("deeds of defendants"),
    "witness": _does("deeds of witnesses"),
}
"""What somebody does who is called so in court."""
_TESTIFYING = re.compile(r"\b(?:Testifying|Giving evidence)\b[^.;\n]*, $")
_CHANGED = re.compile(
    r"[Nn](?<!\w.)(?:ames? (?:(?:have|has|had) been|were|was) changed"
    r"|(?<=n)ot (?:his|her|their) real names?)\b"
)
_VOTE_REACH = 400
"""How far back in its sentence a pronoun looks for the one person it may be of."""


def read_mentions(document: Document) -> Mentions:
    """Read an article once for all it mentions; takes time in proportion to its length."""
    mentions = Mentions(document)
    placed = mentions.register.places = places(document.text)
    for found in scan(document.text, frozenset(mentions.openings), placed):
        entity = _join(found, mentions)
        _learn_part(document.text, found.span, entity, mentions)
    _learn_predicates(document.text, mentions)
    _learn_heads(document.text, mentions)
    _vote(document.text, mentions)
    if _CHANGED.search(document.text):
        for entity in mentions.register.entities:
            told = bool(entity.ages) or entity.known_gender is not Gender.UNKNOWN
            alone = " " not in entity.name
            entity.pseudonym = entity.type is SourceType.PERSON and alone and told
    return mentions


def _join(found: Found, mentions: Mentions) -> Entity:
    """Join what was found at a place to its entity, or begin one; gives it."""
    phrase, register = found.phrase, mentions.register
    entity: Entity | None = None
    guessed = False
    if phrase.named and not phrase.members:
        entity = register.find(phrase)
        if entity is None and found.described is not None:
            # "A manager told her … The manager, Colin Pruett, denies it."
            entity = register.unnamed(found.described)
        if entity is not None:
            register.learn(entity, phrase)
    elif not phrase.members:
        known = described(phrase, found.span.start, mentions, only_before=True)
        opens = mentions.opens(found.span.start)
        if known is not None and (known.evidence.sure or (known.entity.named and opens)):
            entity, guessed = known.entity, not known.evidence.sure
    if entity is None:
        entity = register.add(entity_of(phrase))
    mentions.add(entity, found.span, guessed=guessed)
    return entity


def _learn_predicates(text: str, mentions: Mentions) -> None:
    """Learn roles from what a sentence says that its only person is: "he had been a diver"."""
    for match in _IS.finditer(text):
        entity = _only_person(match.start(), mentions)
        phrase = described_in(text, match.end())
        if entity is not None and phrase is not None and phrase.is_person and not phrase.several:
            mentions.register.learn(entity, replace(phrase, named=False, gender=entity.gender))


def _learn_heads(text: str, mentions: Mentions) -> None:
    """Learn whose head somebody is: "a commission | headed by | Ann Vale"."""
    everybody = mentions.between(0, len(text))
    for body, head in pairwise(everybody):
        if head.entity.type is not SourceType.PERSON:
            continue
        if text.find(" by ", body.span.end, head.span.start) < 0:
            continue
        between = text[body.span.end : mentions.phrase_start(head)]
        if _HEADED_BY.fullmatch(between) is not None:
            mentions.register.head(body.entity, head.entity)


def _learn_part(text: str, span: Span, entity: Entity, mentions: Mentions) -> None:
    """Learn from what stands after a mention who is the witness, and who the defendant."""
    if not entity.named or entity.type is not SourceType.PERSON or entity.several:
        return
    for roles, does in _PARTS.items():
        if does.match(text, span.end) is not None or (
            roles == "witness"
            and text.endswith(", ", 0, span.start)
            and _TESTIFYING.search(text, max(0, span.start - 80), span.start)
        ):
            mentions.register.take_part(entity, roles.split())


def _only_person(place: int, mentions: Mentions) -> Entity | None:
    """The one person whom a sentence mentions before a place, near it."""
    start = mentions.sentence(mentions.sentence_at(place)).start
    people = {
        id(mention.entity): mention.entity
        for mention in mentions.between(max(start, place - _VOTE_REACH), place)
        if mention.entity.type is SourceType.PERSON and not mention.entity.several
    }
    return next(iter(people.values())) if len(people) == 1 else None


def _vote(text: str, mentions: Mentions) -> None:
    """Let each "he" and "her" vote on the only person whom its sentence names before it."""
    for match in _PRONOUN.finditer(text):
        entity = _only_person(match.start(), mentions)
        if entity is not None and entity.gender is Gender.UNKNOWN:
            gender = of_pronoun(match.group().lower())
            entity.votes[gender] = entity.votes.get(gender, 0) + 1
