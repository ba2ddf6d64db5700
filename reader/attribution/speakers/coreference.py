"""Who is who in an article: each source resolved to the speaker it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.attribution.grammar.source_phrase import SourcePhrase, understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.antecedents import Spoken, antecedent, fits
from reader.attribution.speakers.descriptions import described
from reader.attribution.speakers.entities import Entity, entity_of, some_of
from reader.attribution.speakers.groups import counted, counts
from reader.attribution.speakers.joining import read_mentions
from reader.attribution.speakers.mentions import Mentions
from reader.attribution.text.document import Document
from reader.span import Span
from reader.statement import UNKNOWN

_RELATIVE = frozenset(("who", "which", "whom", "that"))
_FIRST_PERSON = frozenset(("i", "me", "we", "us", "you", "my", "our"))
_OWNERS = frozenset(("his", "her", "its", "their"))
_VOICES = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "representative", "lawyer", "attorney")
)
_ISSUED = frozenset(("statement", "communiqué", "communique", "press-release", "spokesman"))
_CLAUSES = re.compile(r"[;:—“”\"]|, (?=and |but )")
_LEAD = 600
"""How much of a sentence is read to find what a "who" hangs on, in code points."""
_SPOKESMAN_REACH = 400
"""How far back the body is looked for whose spokesman speaks, in code points."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source means: the name a reader would use, and what is known of it.

    `sure` says that it is known rather than guessed; `entity` is None where it is nobody.
    """

    name: str
    entity: Entity | None = None
    sure: bool = True


NOBODY = Speaker(UNKNOWN)


class Coreference:
    """Resolves the sources of one article, in the order in which they speak."""

    def __init__(self, document: Document) -> None:
        """Take the text; its mentions are read when first asked for."""
        self._document = document
        self._text = document.text
        self._read: Mentions | None = None
        self._spoken: list[Spoken] = []

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
    ) -> Speaker:
        """Resolve a source; `content` is what it says, `reporter` who passes it on in other words.

        A "he" or "it" in what somebody tells of himself is that reporter: "the firm said it knew".
        """
        if not source:
            return NOBODY
        words = " ".join(" ".join(self._text[s:e] for s, e in source).split())
        phrase = understand(words)
        place = source[0].start
        found = self._resolved(words, phrase, place, content, reporter)
        if found.entity is not None:
            self._note(found.entity, source)
        return found

    def _resolved(
        self,
        words: str,
        phrase: SourcePhrase,
        place: int,
        content: tuple[Span, ...],
        reporter: Speaker | None,
    ) -> Speaker:
        if phrase.type is SourceType.PRONOUN:
            return self._pronoun(phrase, place, content, reporter)
        if counts(words):
            group = counted(words, place, self.mentions)
            if group is not None:
                entity = some_of(group.entity, group.name, several=group.several)
                return Speaker(group.name, entity, group.sure)
        if phrase.type is SourceType.NOBODY:
            return Speaker(UNKNOWN, None, sure=False)
        if phrase.members:
            return self._several(phrase)
        if phrase.named:
            return self._named(phrase)
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
                return reporter
            if (
                word not in _RELATIVE
                and fits(reporter.entity, word)
                and not self.mentions.quoted(place)
            ):
                return reporter
        if word in _RELATIVE:
            return self._relative(word, place)
        if word in _FIRST_PERSON:
            return Speaker(UNKNOWN, None, sure=False)
        found = antecedent(word, place, self.mentions, self._spoken, content)
        if found is None:
            return Speaker(phrase.name.lower(), entity_of(phrase), sure=False)
        return Speaker(found.entity.name, found.entity, found.sure)

    def _relative(self, word: str, place: int) -> Speaker:
        """What a "who" or "which" hangs on: the mention right before it, or the words there."""
        sentence = self.mentions.sentence(self.mentions.sentence_at(place))
        nearby = self.mentions.between(sentence.start, place)
        for mention in reversed(nearby):
            gap = self._text[mention.span.end : place]
            if len(gap) <= 2 and not gap.strip(", "):
                return Speaker(mention.entity.name, mention.entity)
            break
        lead = self._text[max(sentence.start, place - _LEAD) : place].rstrip(" ,")
        words = _CLAUSES.split(lead)[-1].strip()
        phrase = understand(words)
        if phrase.type in (SourceType.NOBODY, SourceType.PRONOUN) or len(words) > _LEAD / 4:
            fitting = [m for m in nearby if (m.entity.type is SourceType.PERSON) == (word == "who")]
            if fitting:
                return Speaker(fitting[-1].entity.name, fitting[-1].entity, sure=False)
            return Speaker(UNKNOWN, None, sure=False)
        if phrase.named and not phrase.members:
            return self._named(phrase)
        return Speaker(phrase.name, entity_of(phrase))

    def _several(self, phrase: SourcePhrase) -> Speaker:
        """Several sources together, each named in full where all have names."""
        names = []
        for member in phrase.members:
            if not (member.named and member.is_person):
                return Speaker(phrase.name, entity_of(phrase))
            names.append(self._named(member).name)
        together = ", ".join(names[:-1]) + " and " + names[-1]
        return Speaker(together, entity_of(replace(phrase, name=together)))

    def _named(self, phrase: SourcePhrase) -> Speaker:
        entity = self.mentions.register.find(phrase)
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
        if (
            phrase.head in _ISSUED
            and phrase.owner in _OWNERS
            and phrase.type is SourceType.DOCUMENT
        ):
            owner = self._owner(phrase, place, content)
            if owner is not None:
                return Speaker(owner.name, owner, sure=False)
        found = described(phrase, place, self.mentions)
        if found is not None and reporter is not None and found.entity is reporter.entity:
            found = None  # nobody calls himself "the guard"
        if found is not None:
            return Speaker(found.entity.name, found.entity, found.sure)
        entity = self._own(phrase, place)
        if entity.named:
            return Speaker(entity.name, entity)  # "a manager", whom the text names later
        name = phrase.name
        if phrase.owner in _OWNERS:
            owner = self._owner(phrase, place, content)
            if owner is not None:
                genitive = "’" if owner.name.endswith("s") and owner.several else "’s"
                name = f"{owner.name}{genitive} {name.partition(' ')[2]}"
        elif phrase.head in _VOICES and not phrase.several and len(name.split()) <= 2:
            body = self._spokesmans_body(place)
            if body is not None:
                name = f"{name} for {body.name}"
        return Speaker(name, entity, sure=phrase.type is not SourceType.OTHER)

    def _own(self, phrase: SourcePhrase, place: int) -> Entity:
        """The entity that the description's own mention made, else a new one."""
        for mention in self.mentions.between(place, place + 1):
            if mention.entity.phrase is not None and not mention.entity.phrase.named:
                return mention.entity
        return entity_of(phrase)

    def _owner(self, phrase: SourcePhrase, place: int, content: tuple[Span, ...]) -> Entity | None:
        found = antecedent(phrase.owner, place, self.mentions, self._spoken, content)
        return found.entity if found is not None and found.entity.named else None

    def _spokesmans_body(self, place: int) -> Entity | None:
        for mention in reversed(self.mentions.between(max(0, place - _SPOKESMAN_REACH), place)):
            entity = mention.entity
            if entity.type is SourceType.BODY and not entity.several:
                return entity
        return None
