"""Whom a description means: "the minister", "the company", "the 44-year-old", "the report"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.attribution.grammar.source_phrase import SourcePhrase
from reader.attribution.grammar.source_type import Gender, SourceType, noun
from reader.attribution.speakers.entities import Entity, Mention
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.mentions import Mentions
from reader.attribution.text.document import Document
from reader.language.english import ENGLISH
from reader.span import Span

_DEFINITE = ("the", "this", "that", "these", "those")
_GENERIC = ENGLISH.source_nouns("bodies: any")
"""Nouns that any firm or group may be called by, whatever its name."""
_PUBLIC = ENGLISH.source_nouns("bodies: public")
"""Nouns whose bearers are no firms."""
_OUTLETS = ENGLISH.source_nouns("outlets")
_KINDS = [
    ENGLISH.source_nouns(f"outlets: {kind}")
    for kind in ("print", "magazines", "web", "air", "wires")
]
_OFFICES = ENGLISH.source_nouns("people: offices")
_NAME_REACH = 60
"""How far before a description the name may begin that it stands beside, in code points."""
_INTRODUCED = 2
"""Sentences after a description in which its bearer may be named."""
_UNNAMED = frozenset(("anonymous", "unnamed", "unidentified"))
_NEAR = 3
"""Sentences between two who are called the same, for the later to be meant."""
_PERSON_REACH = 12
"""Sentences back in which somebody may be described by words not said of him before."""
_NEAR_BODY = 5
"""Sentences back in which a body alone is known to be meant."""
_BODY_REACH = 20
"""Sentences back in which "the company" may mean a firm."""
_MOST = 40
"""Mentions looked at, to bound the work."""


@dataclass(frozen=True, slots=True)
class Described:
    """Whom a description means, and what tells it."""

    entity: Entity
    evidence: Evidence


def described(
    phrase: SourcePhrase,
    place: int,
    mentions: Mentions,
    *,
    only_before: bool = False,
    avoid: Sequence[Span] = (),
) -> Described | None:
    """Whom a description at a place means; None where only itself.

    `only_before` is asked while the text is read; later a headline's "minister" may also mean whom
    the article names after it. `avoid` is what it says.
    """
    if phrase.clause:
        return None
    bare = not phrase.determiner and not phrase.owner and not phrase.several
    if phrase.determiner not in _DEFINITE and not phrase.owner and not bare:
        return None
    if " same " in f" {phrase.name} ":
        phrase = _without_same(phrase)
    called = mentions.register.role(phrase, several=phrase.several)
    quoted = mentions.quoted(place)
    before = [
        one
        for one in called
        if _last(one, place) >= 0 and (quoted or not all(m.quoted for m in one.mentions))
    ]
    if phrase.age:
        aged = [
            one for one in mentions.register.aged(phrase.age) if one.named or _last(one, place) >= 0
        ]
        before = aged or before
    if before:
        latest = _latest(before, place, mentions)
        if phrase.type is SourceType.BODY and latest.entity.type is SourceType.PERSON:
            return Described(latest.entity, Evidence.SOME_ROLE)  # an owner may be a man or a firm
        return latest
    if not phrase.several and not bare and not phrase.owner and not _says_who(phrase):
        if phrase.type is SourceType.PERSON and (
            quoted or not _UNNAMED.isdisjoint(phrase.name.split())
        ):
            found = None
        elif phrase.type is SourceType.PERSON:
            found = _somebody(phrase, place, mentions, avoid, narrated=only_before)
        else:
            found = _some_body(phrase, place, mentions)
        if found is not None:
            return found
    after = [one for one in called if one.named]
    if after and not only_before and (bare or len(after) == 1):
        first = min(after, key=lambda one: one.mentions[0].span.start if one.mentions else place)
        alone = Evidence.ONLY_ROLE if len(after) == 1 else Evidence.SOME_ROLE
        return Described(first, alone)
    return None


def _without_same(phrase: SourcePhrase) -> SourcePhrase:
    """A description less the "same" by which it says that its bearer is known."""
    roles = tuple(role for role in phrase.roles if "same" not in role.split())
    return replace(phrase, name=phrase.name.replace("same ", ""), roles=roles)


def _says_who(phrase: SourcePhrase) -> bool:
    """Whether a description says by itself who it is: "the head of the union"."""
    return any(word in ("of", "for", "at", "in", "from", "who") for word in phrase.name.split())


def _latest(called: list[Entity], place: int, mentions: Mentions) -> Described:
    """Of those who were called so the latest; known where no other was for some sentences."""
    ranked = sorted(called, key=lambda one: -_last(one, place))
    if len(ranked) == 1:
        return Described(ranked[0], Evidence.ONLY_ROLE)
    first, second = (mentions.sentence_at(_last(one, place)) for one in ranked[:2])
    near = mentions.sentence_at(place) - first <= _NEAR
    latest = near and first - second >= _NEAR
    return Described(ranked[0], Evidence.LATEST_ROLE if latest else Evidence.SOME_ROLE)


def _last(entity: Entity, place: int) -> int:
    """Where an entity was last mentioned before a place, or -1."""
    for mention in reversed(entity.mentions):
        if mention.span.start < place:
            return mention.span.start
    return -1


def _somebody(
    phrase: SourcePhrase,
    place: int,
    mentions: Mentions,
    avoid: Sequence[Span],
    *,
    narrated: bool,
) -> Described | None:
    """The person the text is about, whom it now calls by something new: "the Dutchman".

    What is `narrated` goes on with whom the text named last; who speaks was its subject.
    """
    people: dict[int, Entity] = {}
    subject: Entity | None = None
    back_at_first = 0
    for back, mention in _back(place, mentions, _PERSON_REACH):
        if people and back > back_at_first:
            break
        if not back:
            continue  # whom its own sentence has for a subject, it calls by no other word
        if any(span.start <= mention.span.start < span.end for span in avoid):
            continue
        entity = mention.entity
        if entity.named and not mention.quoted and _may_be(entity, phrase):
            people.setdefault(id(entity), entity)
            back_at_first = back
            if not narrated and mention.subject and not mention.oblique:
                subject = entity
    return Described(subject or next(iter(people.values())), Evidence.ABOUT) if people else None


def _may_be(entity: Entity, phrase: SourcePhrase) -> bool:
    """Whether somebody may be called so: no other gender, and no holder of another office."""
    if entity.type is not SourceType.PERSON or entity.several or entity.supposed:
        return False
    genders = {entity.known_gender, phrase.gender} - {Gender.UNKNOWN}
    if len(genders) > 1:
        return False
    if phrase.head in _OFFICES:
        if phrase.head == "witness":
            return False  # what one is for what one does, which the text says of him
        return not any(_is_calling(role) and role != phrase.head for role in entity.roles)
    return True


def _is_calling(role: str) -> bool:
    """Whether a role says what somebody is: whoever is called a baker is no judge."""
    return role in _OFFICES or noun(role).type is SourceType.PERSON


def _some_body(phrase: SourcePhrase, place: int, mentions: Mentions) -> Described | None:
    """The firm, group or outlet that the text is about: "the company", "the paper"."""
    outlet = phrase.head in _OUTLETS
    if (phrase.head not in _GENERIC and not outlet) or len(phrase.roles) > 1:
        return None
    found: dict[int, tuple[int, Entity]] = {}
    for back, mention in _back(place, mentions, _BODY_REACH):
        entity = mention.entity
        if not entity.named or entity.several or id(entity) in found:
            continue
        own_kind = entity.type is SourceType.OUTLET and _same_kind(entity, phrase.head)
        if (outlet and own_kind) or (
            (not outlet or phrase.head == "agency")
            and (
                (entity.type is SourceType.BODY and _PUBLIC.isdisjoint(entity.roles))
                or (
                    entity.supposed and entity.known_gender is Gender.UNKNOWN and " " in entity.name
                )
            )
        ):
            found[id(entity)] = (back, entity)
        if len(found) > 1:
            break
    if not found:
        return None
    ranked = list(found.values())
    near = ranked[0][0] <= _NEAR_BODY
    alone = (near and len(ranked) == 1) or (near and ranked[1][0] - ranked[0][0] >= _NEAR)
    alone = alone and not ranked[0][1].supposed
    return Described(ranked[0][1], Evidence.ONLY_BODY if alone else Evidence.SOME_BODY)


def _same_kind(outlet: Entity, head: str) -> bool:
    """Whether an outlet may be called so: a journal is no paper, a station no site."""
    words = {*outlet.roles, *outlet.name.lower().split()}
    kinds = [kind for kind in _KINDS if not kind.isdisjoint(words)]
    return not kinds or any(head in kind for kind in kinds)


def beside_name(
    phrase: SourcePhrase,
    source: Span,
    content: Sequence[Span],
    document: Document,
    mentions: Mentions,
) -> Entity | None:
    """Whom a name in apposition to a description names, where the source leaves it out."""
    if phrase.several:
        return None
    new = phrase.determiner in ("a", "an")
    for mention in mentions.between(max(0, source.start - _NAME_REACH), source.end + 3):
        entity = mention.entity
        if not entity.named or entity.several:
            continue
        if any(span.start <= mention.span.start < span.end for span in content):
            continue
        if entity.type is not phrase.type and not entity.supposed:
            continue
        if new and not (mention.span < source and mention.subject):
            continue
        first, second = sorted((mention.span, source))
        between = document.text[first.end : second.start]
        closed = "," in document.text[second.end - 1 : second.end + 1]
        if between in (", ", "”, ", '", ') and (closed or (mention.span < source and not new)):
            return entity
    return None


def named_later(
    phrase: SourcePhrase, place: int, document: Document, mentions: Mentions
) -> Entity | None:
    """Whom the lead describes and what follows names, as if he were known.

    "The head of the agency said on Monday. … Agung Pratama told reporters", "Official admits …",
    and then a paragraph that begins with his name.
    """
    if phrase.several or not phrase.is_person or phrase.determiner not in ("the", ""):
        return None
    body = [p for n, p in enumerate(document.paragraphs) if n not in document.headlines]
    if not body or place >= body[0].end:
        return None
    if len(body) > 1:
        opening = mentions.between(body[1].start, body[1].start + 1)
        if opening and _is_new(opening[0], body[1].start) and _may_be(opening[0].entity, phrase):
            return opening[0].entity
    if phrase.determiner != "the":
        return None
    here = mentions.sentence_at(place)
    first = mentions.sentence(here).end
    last = mentions.sentence(min(here + _INTRODUCED, mentions.count - 1)).end
    found = None
    for mention in mentions.between(first, last):
        entity = mention.entity
        if not _is_new(mention, first) and entity is not found:
            continue
        if not entity.roles and mention.subject and not mention.quoted:
            found = found or entity
        elif entity is not found:
            return None  # somebody else is brought in too
    return found


def _is_new(mention: Mention, since: int) -> bool:
    """Whether a mention is of a person with a name who was not mentioned before a place."""
    entity = mention.entity
    person = entity.named and entity.type is SourceType.PERSON and not entity.several
    return person and entity.mentions[0].span.start >= since


def _back(place: int, mentions: Mentions, reach: int) -> Iterator[tuple[int, Mention]]:
    """The mentions before a place, the latest first, with how many sentences back they stand."""
    here = mentions.sentence_at(place)
    for back in range(min(reach, here) + 1):
        sentence = mentions.sentence(here - back)
        nearby = mentions.between(sentence.start, min(sentence.end, place))
        for mention in reversed(nearby[-_MOST:]):
            yield back, mention
