"""Who is who in an article: each source resolved to the speaker it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.attribution.grammar.source_phrase import SourcePhrase, understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.antecedents import Antecedent, Asked, Spoken, antecedent, fits
from reader.attribution.speakers.authors import author, authors, interviewed
from reader.attribution.speakers.descriptions import beside_name, described, named_later
from reader.attribution.speakers.entities import Entity, entity_of, some_of
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.groups import counted, counts
from reader.attribution.speakers.joining import read_mentions
from reader.attribution.speakers.mentions import Mentions
from reader.attribution.speakers.naming import (
    OWNERS,
    is_settled,
    own_entity,
    own_evidence,
    owned,
    with_body,
)
from reader.attribution.text.document import Document
from reader.language.english import ENGLISH
from reader.span import Span
from reader.statement import UNKNOWN

_RELATIVE = frozenset(("who", "which", "whom", "that"))
_FIRST_PERSON = frozenset(("i", "me", "we", "us", "you", "my", "our"))
_IS_MINE = re.compile(r"(?:my|our) ", re.IGNORECASE)
_KIN = ENGLISH.source_nouns("people: kin") | frozenset(("family", "relative"))
_HEADS = ENGLISH.source_nouns("people: heads of bodies")
_ISSUED = frozenset(("statement", "communiqué", "communique", "press-release", "spokesman"))
_TAIL = re.compile(r",? (?:who|which|whose|whom)\b.*$", re.DOTALL)
"""What follows a source that only counts: "one, who asked not to be named"."""
_OTHER_PRONOUNS = re.compile(r"[HhSs](?<!\w.)(?:(?<=[Ss])he|(?<=[Hh])(?:e|er|is)|(?<=h)im)\b")
_FOLLOWED = 2
"""Sentences before a pronoun whose own pronouns may tell whom it means."""
_CLAUSES = re.compile(r"[;:—“”\"]|, (?=and |but )")
_HANGS_ON = re.compile(
    r"(?: (?:of|at|in|from|by|on|with|for|to) (?:the |a |an |its |their )?[\w’'.-]+"
    r"(?: [\w’'.-]+){0,2}){0,3},? ?"
)
"""What may stand between a noun and its "who": prepositions and what hangs on them."""
_LONG = 70
"""A noun phrase longer than this is none, in code points."""
_LEAD = 600
"""How much of a sentence is read to find what a "who" hangs on, in code points."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source means: the name a reader would use, and what is known of it.

    `entity` is None where it is nobody; `evidence` is what tells it.
    """

    name: str
    entity: Entity | None = None
    evidence: Evidence = Evidence.NAMED

    @property
    def sure(self) -> bool:
        """Whether the speaker is known rather than guessed."""
        return self.evidence.sure


NO_SOURCE = Speaker(UNKNOWN, None, Evidence.NO_SOURCE)
NOBODY = Speaker(UNKNOWN, None, Evidence.NOBODY)
NOT_FOUND = Speaker(UNKNOWN, None, Evidence.NOT_FOUND)


class Coreference:
    """Resolves the sources of one article, in the order in which they speak."""

    def __init__(self, document: Document) -> None:
        """Take the text; its mentions are read when first asked for."""
        self._document = document
        self._text = document.text
        self._read: Mentions | None = None
        self._spoken: list[Spoken] = []
        self._asked: Asked | None = None
        self._followed = 0
        self._authors = frozenset(one.name for one in authors(document))

    @property
    def mentions(self) -> Mentions:
        """The article's mentions."""
        if self._read is None:
            self._read = read_mentions(self._document)
        return self._read

    def speaker(
        self,
        source: tuple[Span, ...],
        content: tuple[Span, ...] = (),
        reporter: Speaker | None = None,
        *,
        asked: Asked | None = None,
    ) -> Speaker:
        """Resolve a source; `content` is what it says, `reporter` who passes it on in other words.

        A "he" or "it" in what somebody tells of himself is that reporter: "the firm said it knew".
        `asked` is what it answers, where its verb is one of answering.
        """
        if not source:
            return NO_SOURCE
        words = " ".join(" ".join(self._text[s:e] for s, e in source).split())
        phrase = understand(words)
        self._asked = asked
        found = self._resolved(words, phrase, source, content, reporter)
        if found.entity is not None:
            self._note(found.entity, source)
            if reporter is not None and reporter.entity is not None and _IS_MINE.match(found.name):
                found = replace(found, name=owned(reporter.entity, found.name))
        return found

    def _resolved(
        self,
        words: str,
        phrase: SourcePhrase,
        source: tuple[Span, ...],
        content: tuple[Span, ...],
        reporter: Speaker | None,
    ) -> Speaker:
        place, source_end = source[0].start, source[-1].end
        if words == "Q":
            asks = self._author()
            return replace(asks, evidence=Evidence.LABEL) if asks.entity is not None else asks
        if words == "A":
            answers = interviewed(self._document, self.mentions, place)
            return NOT_FOUND if answers is None else Speaker(answers.name, answers, Evidence.LABEL)
        if phrase.type is SourceType.PRONOUN:
            return self._pronoun(phrase, place, content, reporter)
        if counts(number := _TAIL.sub("", words)):
            group = counted(number, place, self.mentions)
            if group is not None:
                entity = some_of(group.entity, group.name, several=group.several)
                return Speaker(group.name, entity, group.evidence)
            return Speaker(phrase.name, entity_of(phrase), Evidence.NOT_FOUND)
        if phrase.type is SourceType.NOBODY:
            known = self._surname(words)
            return known if known is not None else NOT_FOUND
        if phrase.members:
            return self._several(phrase)
        if phrase.named:
            return self._named(phrase, Span(place, source_end))
        beside = beside_name(
            phrase, Span(place, source_end), content, self._document, self.mentions
        )
        if beside is not None:
            return Speaker(beside.name, beside)
        return self._described(phrase, place, content, reporter)

    def _note(self, entity: Entity, source: tuple[Span, ...]) -> None:
        """Remember who spoke, and that the source mentions him."""
        self._spoken.append(Spoken(source[0].start, entity))
        here = self.mentions.between(source[0].start, source[0].end)
        if not any(mention.entity is entity for mention in here):
            self.mentions.add(entity, source[0], subject=True)

    def _pronoun(
        self,
        phrase: SourcePhrase,
        place: int,
        content: tuple[Span, ...],
        reporter: Speaker | None,
    ) -> Speaker:
        word = phrase.head
        if reporter is not None and reporter.entity is not None:
            if word in ("i", "me", "my") or (word in ("we", "us") and reporter.entity.several):
                return replace(reporter, evidence=Evidence.REPORTER)
            if (
                word not in _RELATIVE
                and fits(reporter.entity, word)
                and not self.mentions.quoted(place)
            ):
                return replace(reporter, evidence=Evidence.REPORTER)
        if word in _RELATIVE:
            return self._relative(word, place)
        if word in _FIRST_PERSON:
            if word in ("i", "me", "my") and not self.mentions.quoted(place):
                return self._author()
            return NOT_FOUND
        self._follow(place)
        said = self._after_colon(content, place)
        spoken = [one.entity for one in self._spoken]
        others = [
            one for one in (*self.mentions.register.entities, *spoken) if one.name in self._authors
        ]
        if reporter is not None and reporter.entity is not None:
            others.append(reporter.entity)  # in quotation marks nobody calls himself "he"
        found = antecedent(
            word, place, self.mentions, self._spoken, said, asked=self._asked, others=others
        )
        if found is None:
            found = self._in_content(word, content)
        if found is None:
            return Speaker(phrase.name.lower(), entity_of(phrase), Evidence.NOT_FOUND)
        evidence = found.evidence
        if reporter is not None and evidence is Evidence.THING_CLEAR:
            evidence = Evidence.THING_UNCLEAR  # an "it" within what another reports
        if evidence is Evidence.PERSON_CLEAR and self._is_far(found.entity, word, place):
            evidence = Evidence.PERSON_UNCLEAR  # whom another's own words mean by a "he"
        if not found.entity.named and evidence.sure:
            evidence = Evidence.UNSETTLED
        return Speaker(found.entity.name, found.entity, evidence)

    def _is_far(self, entity: Entity, word: str, place: int) -> bool:
        """Whether a quotation's "he" is whom another paragraph named, and others since then."""
        if not self.mentions.quoted(place):
            return False
        last = max((m.span.end for m in entity.mentions if m.span.end <= place), default=0)
        since = self.mentions.between(last, place)
        others = any(m.entity is not entity and fits(m.entity, word) for m in since)
        return others and self.mentions.paragraphs_between(last, place) > 0

    def _follow(self, place: int) -> None:
        """Note whom the pronouns before a place mean that are no sources: "told him to leave"."""
        near = self.mentions.sentence(max(0, self.mentions.sentence_at(place) - _FOLLOWED)).start
        for match in _OTHER_PRONOUNS.finditer(self._text, max(near, self._followed), place):
            if self.mentions.quoted(match.start()):
                continue
            found = antecedent(
                match.group().lower(), match.start(), self.mentions, self._spoken, ()
            )
            if found is not None and found.evidence.sure:
                self.mentions.add(found.entity, Span(*match.span()))
        self._followed = max(self._followed, place)

    def _after_colon(self, content: tuple[Span, ...], place: int) -> tuple[Span, ...]:
        """What is said, less what a colon parts from it: "Ann was calm: it was late, she said"."""
        if not content or content[0].start > place or self.mentions.quoted(content[0].start):
            return content
        first = content[0]
        colon = self._text.find(": ", first.start, first.end)
        return content if colon < 0 else (Span(colon, first.end), *content[1:])

    def _in_content(self, word: str, content: tuple[Span, ...]) -> Antecedent | None:
        """Whom a pronoun means that nobody before it fits: "The guard is at the gate, it says"."""
        for span in content[:1]:
            for mention in self.mentions.between(*span):
                if mention.subject and not mention.quoted and fits(mention.entity, word):
                    return Antecedent(mention.entity, Evidence.THING_UNCLEAR)
        return None

    def _author(self) -> Speaker:
        """Whose byline it is, where it is one person's."""
        wrote = author(self._document)
        return NOT_FOUND if wrote is None else Speaker(wrote.name, wrote, Evidence.AUTHOR)

    def _relative(self, word: str, place: int) -> Speaker:
        """What a "who" or "which" hangs on: the mention right before it, or the words there."""
        sentence = self.mentions.sentence(self.mentions.sentence_at(place))
        nearby = self.mentions.between(sentence.start, place)
        behind = [m for m in nearby if _HANGS_ON.fullmatch(self._text[m.span.end : place])]
        people = [m for m in behind if m.entity.type is SourceType.PERSON]
        if word in ("who", "whom") and people:
            behind = people[-1:]
        elif word == "which" and self._text[max(0, place - 2) : place] == ", ":
            behind = behind[-1:]
        if behind:
            return Speaker(behind[0].entity.name, behind[0].entity, Evidence.RELATIVE)
        lead = self._text[max(sentence.start, place - _LEAD) : place].rstrip(" ,")
        words = _CLAUSES.split(lead)[-1].strip()
        phrase = understand(words)
        if phrase.type in (SourceType.NOBODY, SourceType.PRONOUN) or len(words) > _LONG:
            fitting = [m for m in nearby if (m.entity.type is SourceType.PERSON) == (word == "who")]
            if fitting:
                entity = fitting[-1].entity
                return Speaker(entity.name, entity, Evidence.RELATIVE_FAR)
            return NOT_FOUND
        if phrase.named and not phrase.members:
            return self._named(phrase)
        return Speaker(phrase.name, entity_of(phrase))

    def _surname(self, word: str) -> Speaker | None:
        """Who bears a name that is a common word too: "Rice said"."""
        if " " in word or not word[:1].isupper():
            return None
        entity = self.mentions.register.find(SourcePhrase(SourceType.PERSON, word, word.lower()))
        return Speaker(entity.name, entity) if entity is not None and entity.named else None

    def _several(self, phrase: SourcePhrase) -> Speaker:
        """Several sources together, each named in full where all have names."""
        names = []
        for member in phrase.members:
            if not (member.named and member.is_person):
                return Speaker(phrase.name, entity_of(phrase))
            names.append(self._named(member).name)
        together = ", ".join(names[:-1]) + " and " + names[-1]
        return Speaker(together, entity_of(replace(phrase, name=together)))

    def _named(self, phrase: SourcePhrase, source: Span | None = None) -> Speaker:
        """Who bears a name: whom it was joined to where it stands, else who bears it anywhere."""
        last = phrase.name.lower().split()[-1]
        here = self.mentions.between(*source) if source is not None else ()
        entity = next(
            (one.entity for one in here if last in one.entity.name.lower().split()),
            self.mentions.register.find(phrase),
        )
        if entity is None and here and not here[0].entity.named and not here[0].entity.several:
            entity = here[0].entity  # "a purser, who can be named only as Witness F"
            self.mentions.register.learn(entity, phrase)
        if entity is None:
            entity = entity_of(phrase)
        return Speaker(entity.name, entity)

    def _described(
        self,
        phrase: SourcePhrase,
        place: int,
        content: tuple[Span, ...],
        reporter: Speaker | None,
    ) -> Speaker:
        if phrase.head in _ISSUED and phrase.owner in OWNERS and phrase.type is SourceType.DOCUMENT:
            owner = self._owner(phrase, place, content)
            if owner is not None:
                return Speaker(owner.name, owner, Evidence.THING_UNCLEAR)
        if phrase.owner in OWNERS and phrase.head in _HEADS:
            owner = self._owner(phrase, place, content)
            if owner is not None and owner.type is not SourceType.PERSON:
                phrase = replace(phrase, owner=owner.name)
        found = described(phrase, place, self.mentions, avoid=content)
        if found is not None and reporter is not None and found.entity is reporter.entity:
            found = None  # nobody calls himself "the guard"
        if found is not None:
            known = found.evidence if is_settled(found.entity) else Evidence.ONE_OF_A_KIND
            return Speaker(found.entity.name, found.entity, known)
        later = (
            named_later(phrase, place, self._document, self.mentions) if reporter is None else None
        )
        if later is not None:
            return Speaker(later.name, later, Evidence.ABOUT)
        entity = own_entity(phrase, Span(place, place + len(phrase.name)), self.mentions)
        if entity.named:
            return Speaker(entity.name, entity)  # "a manager", whom the text names later
        name = with_body(phrase, place, self.mentions)
        if phrase.owner in OWNERS:
            owner = self._owner(phrase, place, content)
            if owner is not None and (owner.type is SourceType.PERSON or phrase.head not in _KIN):
                name = owned(owner, phrase.name)
            elif phrase.head in _KIN:
                return Speaker(phrase.name, entity, Evidence.NOT_FOUND)
        return Speaker(name, entity, own_evidence(phrase))

    def _owner(self, phrase: SourcePhrase, place: int, content: tuple[Span, ...]) -> Entity | None:
        if phrase.owner == "whose":
            entity = self._relative("who", place).entity
        else:
            found = antecedent(phrase.owner, place, self.mentions, self._spoken, content)
            entity = found.entity if found is not None else None
        return entity if entity is not None and entity.named else None
