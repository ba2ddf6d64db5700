"""Whom a pronoun means: the candidates before it, each scored by named features.

Add a feature by a line in `_score`; its weight is a constant with a name. A pronoun whose best
candidate leads the next by less than `_CLEAR` is a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.attribution.grammar.gender import of_pronoun
from reader.attribution.grammar.source_type import Gender, SourceType
from reader.attribution.speakers.entities import Entity, Mention
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.mentions import Mentions
from reader.span import Span

_REACH = 12
"""Sentences back in which candidates are looked for."""
_MOST = 60
"""Mentions looked at, to bound the work in sentences of very many names."""
_ENOUGH = 12
"""Candidates after which nobody further back is likely."""

_SENTENCE = -1.0
"""For each sentence between."""
_PARAGRAPH = -0.5
"""For each paragraph between, on top."""
_SUBJECT = 1.2
"""The candidate is the first of its clause: what the text is about stays the subject."""
_SPOKE = 1.6
"""The candidate spoke last: who says something goes on saying."""
_SUPERSEDED = -1.0
"""The candidate spoke last, but another has been the subject of a clause since."""
_ANSWERED = -6.0
"""The candidate asked what this answers."""
_ADDRESSED = 3.0
"""The candidate is whom that was put to."""
_SPOKE_BEFORE = 0.5
"""The candidate spoke earlier, but another did since."""
_OBLIQUE = -0.8
"""A preposition or a genitive puts the candidate aside."""
_QUOTED = -2.5
"""Candidate and pronoun are on different sides of a quotation mark."""
_SAME_GENDER = 1.0
"""The words tell that the genders agree, rather than nothing."""
_SUPPOSED = -0.8
"""The candidate's type is only likely."""
_LONE = -1.2
"""Nothing tells even that the candidate is no place."""
_UNNAMED = -0.4
"""The candidate has no name."""
_OWNED = -1.5
"""The candidate is "her director": a "she" is more often the director's owner."""
_AGAIN = 0.15
"""For each other mention of the candidate, up to `_AGAIN_MOST`."""
_AGAIN_MOST = 6
_TOPIC = 0.5
"""The candidate is whom the article is about."""
_LATEST = 0.3
"""The candidate is the last named before the pronoun."""
_BODY_AS_THEY = -1.2
"""A body is called "they" more seldom than people are."""
_CLEAR_THING = 1.8
"""The same for "it" and "they", which tell less of whom they mean."""
_CLEAR = 1.3
"""A lead by which a candidate is known rather than guessed."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun means, and what tells it."""

    entity: Entity
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked or said something that calls for an answer, and whom, where the text names him."""

    by: Entity
    whom: Entity | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke so far: the place of the source and the entity, the latest last."""

    place: int
    entity: Entity


def antecedent(
    pronoun: str,
    place: int,
    mentions: Mentions,
    spoken: Sequence[Spoken],
    avoid: Sequence[Span],
    *,
    asked: Asked | None = None,
    others: Sequence[Entity] = (),
) -> Antecedent | None:
    """Whom a pronoun at a place means; `avoid` is what it says, where nobody is looked for.

    `asked` is what its verb answers, if it is one of answering: whoever asked is not meant. Nor are
    `others`, nor whom its own clause names after it: "she told Ms Pettifer".
    """
    topic = mentions.register.topic(of_pronoun(pronoun))
    others = [*others, *_others_in_clause(place, mentions, avoid)]
    best: dict[int, tuple[float, Mention]] = {}
    here = mentions.sentence_at(place)
    quotation = mentions.quotation_at(place)
    seen = 0
    last = spoken[-1] if spoken else None
    superseded = False
    for back in range(min(_REACH, here) + 1):
        sentence = mentions.sentence(here - back)
        nearby = mentions.between(sentence.start, min(sentence.end, place))
        for mention in reversed(nearby[-_MOST:]):
            seen += 1
            if not fits(mention.entity, pronoun) or mention.entity in others:
                continue
            if avoid and any(span.start <= mention.span.start < span.end for span in avoid):
                continue
            inside = quotation is not None and quotation.span.start <= mention.span.start
            value = _score(mention, pronoun, place, mentions, spoken) + back * _SENTENCE
            if last is not None and mention.entity is last.entity:
                value += _SUPERSEDED * superseded
            elif last is not None and mention.span.start > last.place:
                superseded = superseded or (mention.subject and not mention.quoted)
            value += _TOPIC * (mention.entity is topic)
            if asked is not None:
                value += _ANSWERED * (mention.entity is asked.by)
                value += _ADDRESSED * (mention.entity is asked.whom)
            if mention.quoted != (quotation is not None) and not inside:
                value += _QUOTED
                if all(other.quoted for other in mention.entity.mentions):
                    value += _QUOTED
            if not best:
                value += _LATEST
            known = best.get(id(mention.entity))
            if known is None or known[0] < value:
                best[id(mention.entity)] = (value, mention)
        if len(best) >= _ENOUGH or seen > 4 * _MOST:
            break
    if not best:
        return None
    ranked = sorted(best.values(), key=lambda one: -one[0])
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else None
    likeliest = ranked[0][1]
    evidence = _evidence(pronoun, lead, likeliest.entity)
    unclear = (asked is not None and likeliest.entity is not asked.whom) or (
        likeliest.guessed and evidence.sure
    )
    return Antecedent(likeliest.entity, Evidence.PERSON_UNCLEAR if unclear else evidence)


def _others_in_clause(place: int, mentions: Mentions, avoid: Sequence[Span]) -> list[Entity]:
    """Whom the clause that a pronoun opens names, and who did something to whom it means.

    Nobody is told by himself what he says, or asked: "asked by the mayor, she told Ms Pettifer".
    """
    start = mentions.sentence(mentions.sentence_at(place)).start
    agents = [one for one in mentions.between(start, place) if mentions.is_agent(one)]
    named = [
        one
        for one in mentions.between(place + 1, mentions.clause_end(place))
        if not any(span.start <= one.span.start < span.end for span in avoid)
    ]
    return [one.entity for one in (*agents, *named)]


def _evidence(pronoun: str, lead: float | None, entity: Entity) -> Evidence:
    """What a lead over the next candidate tells; None where there is no other."""
    thing = of_pronoun(pronoun) is Gender.UNKNOWN
    clear = lead is None or lead >= (_CLEAR_THING if thing else _CLEAR)
    if thing and pronoun in ("they", "them", "their") and not entity.several:
        clear = False
    if thing:
        return Evidence.THING_CLEAR if clear else Evidence.THING_UNCLEAR
    if clear and entity.known_gender is Gender.UNKNOWN and not entity.named:
        return Evidence.UNSETTLED
    if lead is None:
        return Evidence.PERSON_ALONE
    return Evidence.PERSON_CLEAR if clear else Evidence.PERSON_UNCLEAR


def fits(entity: Entity, pronoun: str) -> bool:
    """Whether a pronoun may mean an entity, by type, number and gender."""
    gender = of_pronoun(pronoun)
    if gender is not Gender.UNKNOWN:
        if entity.several or (entity.type is not SourceType.PERSON and not entity.supposed):
            return False
        return entity.known_gender in (Gender.UNKNOWN, gender)
    if pronoun in ("they", "them", "their"):
        return entity.several or entity.type in (SourceType.BODY, SourceType.OUTLET)
    if pronoun in ("it", "its", "this", "that", "which"):
        return not entity.several and (entity.type is not SourceType.PERSON or entity.supposed)
    return False


def _score(
    mention: Mention, pronoun: str, place: int, mentions: Mentions, spoken: Sequence[Spoken]
) -> float:
    """How likely a mention is meant, its distance apart."""
    entity = mention.entity
    value = _PARAGRAPH * mentions.paragraphs_between(mention.span.start, place)
    value += _SUBJECT * mention.subject + _OBLIQUE * mention.oblique
    value += _AGAIN * min(len(entity.mentions) - 1, _AGAIN_MOST)
    value += _UNNAMED * (not entity.named) + _SUPPOSED * entity.supposed
    value += _LONE * (entity.supposed and entity.known_gender is Gender.UNKNOWN)
    gender = of_pronoun(pronoun)
    if gender is not Gender.UNKNOWN:
        value += _OWNED * (of_pronoun(entity.owner) is gender)
        value += _SAME_GENDER * (entity.known_gender is gender)
    if pronoun in ("they", "them", "their"):
        value += _BODY_AS_THEY * (not entity.several)
    for back, one in enumerate(reversed(spoken[-3:])):
        if one.entity is entity:
            value += _SPOKE if back == 0 else _SPOKE_BEFORE
            break
    return value
