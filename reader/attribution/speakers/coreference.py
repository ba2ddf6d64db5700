"""Who is who in an article: each source resolved to the speaker it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.attribution.grammar.source_phrase import SourcePhrase, understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.antecedents import Spoken, antecedent, fits
from reader.attribution.speakers.descriptions import described
from reader.attribution.speakers.entities import Entity, entity_of, some_of
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.groups import counted, counts
from reader.attribution.speakers.joining import read_mentions
from reader.attribution.speakers.mentions import Mentions
from reader.attribution.text.document import Document
from reader.language.english import ENGLISH
from reader.span import Span
from reader.statement import UNKNOWN

_RELATIVE = frozenset(("who", "which", "whom", "that"))
_FIRST_PERSON = frozenset(("i", "me", "we", "us", "you", "my", "our"))
_IS_MINE = re.compile(r"(?:my|our) ", re.IGNORECASE)
_OWNERS = frozenset(("his", "her", "its", "their"))
_VOICES = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "representative", "lawyer", "attorney")
)
_KIN = ENGLISH.source_nouns("people: kin") | frozenset(("family", "relative"))
_PUBLIC = ENGLISH.source_nouns("bodies: public")
_ISSUED = frozenset(("statement", "communiqué", "communique", "press-release", "spokesman"))
_SHARE = re.compile(r"[\w.,]+ ?(?:%|percent|per cent)\b")
_CLAUSES = re.compile(r"[;:—“”\"]|, (?=and |but )")
_BYLINE = re.compile(
    r"^(?:[^\w\n]*(?:Interview:|(?:Interview )?[Bb]y|BY)\s+)?"
    r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})[^\w\n]*$",
    re.MULTILINE,
)
_HANGS_ON = re.compile(
    r"(?: (?:of|at|in|from|by|on|with|for|to) (?:the |a |an |its |their )?[\w’'.-]+"
    r"(?: [\w’'.-]+){0,2}){0,3},? ?"
)
"""What may stand between a noun and its "who": prepositions and what hangs on them."""
_NAME_REACH = 60
"""How far before a description the name may begin that it stands beside, in code points."""
_LONG = 70
"""A noun phrase longer than this is none, in code points."""
_LEAD = 600
"""How much of a sentence is read to find what a "who" hangs on, in code points."""
_SPOKESMAN_REACH = 400
"""How far back the body is looked for whose spokesman speaks, in code points."""


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
NOT_FOUND = Speaker(UNKNOWN, None, Evidence.NOT_FOUND)


class Coreference:
    """Resolves the sources of one article, in the order in which they speak."""

    def __init__(self, document: Document) -> None:
        """Take the text; its mentions are read when first asked for."""
        self._document = document
        self._text = document.text
        self._read: Mentions | None = None
        self._spoken: list[Spoken] = []
        self._answers = False

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
        answers: bool = False,
    ) -> Speaker:
        """Resolve a source; `content` is what it says, `reporter` who passes it on in other words.

        A "he" or "it" in what somebody tells of himself is that reporter: "the firm said it knew".
        `answers` says that its verb is one of answering another.
        """
        if not source:
            return NO_SOURCE
        words = " ".join(" ".join(self._text[s:e] for s, e in source).split())
        phrase = understand(words)
        self._answers = answers
        found = self._resolved(words, phrase, source, content, reporter)
        if found.entity is not None:
            self._note(found.entity, source)
            if reporter is not None and reporter.entity is not None and _IS_MINE.match(found.name):
                found = replace(found, name=_owned(reporter.entity, found.name))
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
            return self._author()
        if words == "A":
            return self._interviewed(place)
        if phrase.type is SourceType.PRONOUN:
            return self._pronoun(phrase, place, content, reporter)
        if counts(words):
            group = counted(words, place, self.mentions)
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
        beside = self._beside(phrase, Span(place, source_end))
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
        found = antecedent(word, place, self.mentions, self._spoken, content, answers=self._answers)
        if found is None:
            return Speaker(phrase.name.lower(), entity_of(phrase), Evidence.NOT_FOUND)
        evidence = found.evidence
        if reporter is not None and evidence is Evidence.THING_CLEAR:
            evidence = Evidence.THING_UNCLEAR  # an "it" within what another reports
        return Speaker(found.entity.name, found.entity, evidence)

    def _author(self) -> Speaker:
        """Whose byline it is, where it is one person's."""
        document = self._document
        edges = [0, *(edge for span in document.stretches for edge in span), len(document.text)]
        names = {}
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            for match in _BYLINE.finditer(document.text, start, end):
                phrase = understand(match["name"])
                if phrase.named and phrase.is_person:
                    names[phrase.name] = phrase
        if len(names) != 1:
            return NOT_FOUND
        ((name, phrase),) = names.items()
        return Speaker(name, entity_of(phrase), Evidence.AUTHOR)

    def _interviewed(self, place: int) -> Speaker:
        """Who answers: whom the text mentioned most before the first "A:"."""
        author = self._author().name
        people = [
            entity
            for entity in self.mentions.register.entities
            if entity.named
            and entity.type is SourceType.PERSON
            and not entity.several
            and entity.name != author
            and any(mention.span.start < place for mention in entity.mentions[:1])
        ]
        if not people:
            return NOT_FOUND
        entity = max(people, key=lambda one: len(one.mentions))
        return Speaker(entity.name, entity, Evidence.ABOUT)

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

    def _beside(self, phrase: SourcePhrase, source: Span) -> Entity | None:
        """Whom a name in apposition to a description names, where the source leaves it out."""
        if phrase.several or phrase.determiner in ("a", "an"):
            return None
        for mention in self.mentions.between(max(0, source.start - _NAME_REACH), source.end + 3):
            entity = mention.entity
            if not entity.named or entity.several or entity.type is not phrase.type:
                continue
            first, second = sorted((mention.span, source))
            between = self._text[first.end : second.start]
            closed = self._text[second.end : second.end + 1] == ","
            if between == ", " and (closed or mention.span < source):
                return entity
        return None

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
        if (
            phrase.head in _ISSUED
            and phrase.owner in _OWNERS
            and phrase.type is SourceType.DOCUMENT
        ):
            owner = self._owner(phrase, place, content)
            if owner is not None:
                return Speaker(owner.name, owner, Evidence.THING_UNCLEAR)
        found = described(phrase, place, self.mentions)
        if found is not None and reporter is not None and found.entity is reporter.entity:
            found = None  # nobody calls himself "the guard"
        if found is not None:
            return Speaker(found.entity.name, found.entity, found.evidence)
        entity = self._own(phrase, Span(place, place + len(phrase.name)))
        if entity.named:
            return Speaker(entity.name, entity)  # "a manager", whom the text names later
        name = phrase.name
        if phrase.owner in _OWNERS:
            owner = self._owner(phrase, place, content)
            if owner is not None and (owner.type is SourceType.PERSON or phrase.head not in _KIN):
                name = _owned(owner, name)
            elif phrase.head in _KIN:
                return Speaker(name, entity, Evidence.NOT_FOUND)
        elif phrase.head in _VOICES and not phrase.several and len(name.split()) <= 2:
            body = self._spokesmans_body(place)
            if body is not None:
                name = f"{name} for {body.name}"
        return Speaker(name, entity, self._own_evidence(phrase))

    def _own_evidence(self, phrase: SourcePhrase) -> Evidence:
        """What it tells that a description is nobody's who was mentioned before."""
        if phrase.type is SourceType.OTHER or phrase.owner in ("my", "our", "your"):
            return Evidence.NOT_FOUND
        if phrase.type is SourceType.DOCUMENT and (
            phrase.owner in _OWNERS or " same " in f" {phrase.name} "
        ):
            return Evidence.BARE_ROLE
        if phrase.several and _SHARE.match(phrase.name):
            return Evidence.BARE_ROLE  # the poll says what they think
        definite = phrase.determiner in ("the", "this", "that") or not phrase.determiner
        if definite and not phrase.several and not phrase.owner:
            alone = " " not in phrase.name.removeprefix("the ")
            if phrase.is_person or not phrase.determiner or (alone and phrase.head not in _PUBLIC):
                return Evidence.BARE_ROLE
        return Evidence.DESCRIBED

    def _own(self, phrase: SourcePhrase, source: Span) -> Entity:
        """The entity that the description's own mention made, else a new one."""
        for mention in self.mentions.between(*source):
            own = mention.entity.phrase
            if own is not None and not own.named and own.head == phrase.head:
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


def _owned(owner: Entity, description: str) -> str:
    """A description with the owner's name for its first word: "her aides" are Hask's aides."""
    genitive = "’" if owner.name.endswith("s") and owner.several else "’s"
    rest = description.partition(" ")[2].removeprefix("own ")
    return f"{owner.name}{genitive} {rest}"
