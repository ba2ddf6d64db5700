"""Who is who in an article: pronouns, surnames and roles resolved to those named before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from reader.attribution.grammar.clauses import clause_subject
from reader.attribution.grammar.source_phrase import OUTLET_NOUNS, Named, Sort, understand
from reader.attribution.speakers.mentions import Mentions
from reader.attribution.text.document import Document
from reader.attribution.text.sentences import Unit
from reader.language.english import ENGLISH
from reader.span import Span
from reader.statement import UNKNOWN

_REACH = 10
"""How many sentences back a pronoun or role looks for whom it means."""
_OUTLET_REACH = 800
"""How far back "the paper" may mean an outlet that spoke, in code points."""
_SUBJECT_WINDOW = 600
"""How much of a long sentence is read to find its subject, in code points."""
_CLAUSES = re.compile(r"[;:—“”\"]|, (?=and |but )")
_RELATIVE = frozenset(("who", "which"))
_FEMALE = frozenset(("she", "her", "herself"))
_MALE = frozenset(("he", "him", "himself"))
_FEMALE_WORDS = re.compile(
    r"\b(?:Ms|Mrs|Miss|Sister|Queen|Princess|[Ss]pokeswoman|[Cc]hairwoman|[Cc]ongresswoman|woman|"
    r"mother|daughter|actress|wife|widow)\b"
)
_MALE_WORDS = re.compile(
    r"\b(?:Mr|Sir|King|Prince|Father|Brother|[Ss]pokesman|[Cc]hairman|[Cc]ongressman|man|father|son|"
    r"husband)\b"
)
_COMPANY = frozenset(("company", "firm", "manufacturer", "operator", "producer", "group", "maker"))
_COMPANY_WORDS = frozenset(("company", "corp", "inc", "ltd", "group", "steel", "corporation"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source means: the name a reader would use, and what is known of it.

    `sure` says that it is known rather than guessed.
    """

    name: str
    named: Named | None
    sure: bool = True


NOBODY = Speaker(UNKNOWN, None)


@dataclass(slots=True)
class Cast:
    """The people, bodies, outlets and documents of one article."""

    document: Document
    _starts: list[int] = field(default_factory=list)
    _sentences: list[Span] = field(default_factory=list)
    _subjects: dict[int, Named | None] = field(default_factory=dict)
    _mentions: Mentions | None = None
    _understood: dict[str, Named] = field(default_factory=dict)
    _genders: dict[str, str] = field(default_factory=dict)
    _spoken: list[tuple[int, Speaker]] = field(default_factory=list)

    def speaker(
        self,
        source: tuple[Span, ...],
        avoid: tuple[Span, ...] = (),
        outer: Speaker | None = None,
    ) -> Speaker:
        """Resolve a source.

        `avoid` is its own content, where no antecedent is looked for; `outer` is who is reported
        as saying so in other words, whom "he" or "it" then means ("the firm said it knew").
        """
        if not source:
            return NOBODY
        start = source[0].start
        phrase = " ".join(self.document.text[s:e] for s, e in source)
        named = self._understand(phrase)
        if (
            outer is not None
            and outer.named is not None
            and named.sort is Sort.PRONOUN
            and named.head not in _RELATIVE
            and self._fits(outer.named, named.head)
        ):
            return outer
        resolved = self._resolve(self._understand(phrase), start, avoid)
        if resolved.named is not None:
            self._spoken.append((start, resolved))
        return resolved

    def _understand(self, phrase: str) -> Named:
        known = self._understood.get(phrase)
        if known is None:
            known = self._understood[phrase] = understand(phrase)
        return known

    def _resolve(self, named: Named, start: int, avoid: tuple[Span, ...]) -> Speaker:
        if named.sort is Sort.PRONOUN:
            found = self._antecedent(named.head, start, avoid)
            if found is not None:
                told = named.head in _FEMALE | _MALE and bool(self._gender(found))
                if named.head in _FEMALE | _MALE and found.named:
                    self._genders[found.name] = "f" if named.head in _FEMALE else "m"
                return Speaker(_tidy(found.name), found, sure=told)
            return Speaker(named.name, named, sure=False)
        if named.several and named.sort in (Sort.PEOPLE, Sort.PERSON):
            return Speaker(_tidy(named.name), named)
        if named.sort is Sort.PERSON and len(named.name.split()) == 1:
            full = self._names().called(named.name, start)
            if full is not None:
                return Speaker(full.name, replace(full, named=True))
        if not named.named and named.name.lower().startswith("the "):
            alias = self._alias(named, start)
            if alias is not None:
                return Speaker(_tidy(alias.name), alias)
        return Speaker(_tidy(named.name), named)

    def _alias(self, named: Named, start: int) -> Named | None:
        """Whom "the general", "the ministry", "the website" mean."""
        bare = named.name.lower().removeprefix("the ").strip()
        for key in dict.fromkeys((bare, named.head)):
            if key == named.head and bare != named.head and " of " in bare:
                continue
            found = self._names().role(key, start)
            if found is not None and (key == bare or _may_be(bare, found)):
                return found
        if named.head in OUTLET_NOUNS and bare != named.head:
            return None
        if named.head in OUTLET_NOUNS:
            for at, spoken in reversed(self._spoken):
                if at < start - _OUTLET_REACH:
                    break
                if spoken.named is not None and spoken.named.sort is Sort.OUTLET:
                    return spoken.named
            return self._names().latest(Sort.OUTLET, start)
        if named.head in _COMPANY:
            return self._names().latest(Sort.BODY, start, _COMPANY_WORDS)
        if bare == named.head:
            for subject in self._subjects_before(start):
                if subject.head == named.head and subject.name != named.name:
                    return subject
        if named.sort is Sort.PEOPLE and not named.several:
            return self._only_person(start)
        return None

    def _only_person(self, start: int) -> Named | None:
        """The person whom the sentence before begins with, if nothing says what that person is."""
        number = self._sentence_at(start) - 1
        if number < 0:
            return None
        sentence = self._sentences[number]
        for mention in self._names().between(sentence.start, sentence.start + 1):
            if mention.named.sort is Sort.PERSON and not self._names().roles(mention.named.name):
                return mention.named
        return None

    def _names(self) -> Mentions:
        """The text's names, read when first asked for."""
        if self._mentions is None:
            self._mentions = Mentions(self.document.text)
        return self._mentions

    def _antecedent(self, pronoun: str, start: int, avoid: tuple[Span, ...]) -> Named | None:
        if pronoun in ("who", "which"):
            return self._relative_antecedent(start)
        if pronoun in ("i", "we", "you", "me", "us"):
            return None
        place = self._sentence_at(start)
        for back in range(_REACH):
            number = place - back
            if number < 0:
                return None
            for candidate in self._candidates(number, start, avoid):
                if self._fits(candidate, pronoun):
                    return candidate
        return None

    def _candidates(self, number: int, start: int, avoid: tuple[Span, ...]) -> list[Named]:
        """Whom a pronoun may mean, of one sentence, the likeliest first."""
        sentence = self._sentences[number]
        found: list[Named] = []
        spoken = [
            s.named
            for at, s in self._spoken[-2 * _REACH :]
            if sentence.start <= at < min(sentence.end, start) and s.named is not None
        ]
        subject = self._subject(number) if sentence.end <= start else None
        for named in (*reversed(spoken), *((subject,) if subject else ())):
            if named.sort is not Sort.PRONOUN:
                found.append(named)
        for mention in self._names().between(sentence.start, min(sentence.end, start)):
            if not any(s.start <= mention.start < s.end for s in avoid):
                found.append(mention.named)
        return found

    def _fits(self, named: Named, pronoun: str) -> bool:
        if pronoun in ("he", "she", "his", "her", "him", "himself", "herself"):
            if named.several or named.sort not in (Sort.PERSON, Sort.PEOPLE):
                return False
            gender = self._gender(named)
            wanted = "f" if pronoun in _FEMALE else "m"
            return not gender or gender == wanted
        if pronoun in ("they", "them", "their"):
            return named.several
        return (
            named.sort in (Sort.BODY, Sort.OUTLET, Sort.DOCUMENT, Sort.THING) and not named.several
        )

    def _gender(self, named: Named) -> str:
        known = self._genders.get(named.name)
        if known is not None:
            return known
        beside = " ".join((*named.roles, "" if named.named else named.name))
        if _FEMALE_WORDS.search(beside):
            return "f"
        return "m" if _MALE_WORDS.search(beside) else ""

    def _relative_antecedent(self, start: int) -> Named | None:
        sentence = self._sentences[self._sentence_at(start)]
        lead = self.document.text[max(sentence.start, start - _SUBJECT_WINDOW) : start].rstrip(" ,")
        pieces = _CLAUSES.split(lead)
        phrase = pieces[-1].strip()
        if ", " in phrase:
            head, _, tail = phrase.partition(", ")
            # "Calder, the inspector, who …" and "The inspector, Bruno Calder, who …"
            joined = understand(f"{head}, {tail}")
            if joined.named:
                return self._resolve(joined, start, ()).named
            phrase = tail.rsplit(", ", 1)[-1]
        named = self._understand(phrase)
        if named.sort is Sort.PRONOUN or not phrase:
            return None
        return self._resolve(named, start, ()).named

    def _sentence_at(self, position: int) -> int:
        self._cut()
        return max(0, bisect_right(self._starts, position) - 1)

    def _cut(self) -> None:
        """Find the sentences, once."""
        if self._sentences:
            return
        document = self.document
        for paragraph, quotes in zip(document.paragraphs, document.quoted_in, strict=True):
            self._sentences.extend(document.sentences(paragraph, quotes))
        if not self._sentences:
            self._sentences.append(Span(0, len(self.document.text)))
        self._starts = [s.start for s in self._sentences]

    def _subject(self, number: int) -> Named | None:
        """The subject of a sentence, worked out once."""
        if number not in self._subjects:
            sentence = self._sentences[number]
            short = Span(sentence.start, min(sentence.end, sentence.start + _SUBJECT_WINDOW))
            unit = next(self.document.units(short, 0, ()), None)
            self._subjects[number] = self._subject_of(unit) if unit is not None else None
        return self._subjects[number]

    def _subject_of(self, unit: Unit) -> Named | None:
        found = clause_subject(unit, len(unit), 0)
        if found is None:
            return None
        span = unit.span(*found)
        named = self._understand(self.document.text[span.start : span.end])
        if named.sort is Sort.PRONOUN:
            return None
        return self._resolve(named, span.start, ()).named

    def _subjects_before(self, start: int) -> list[Named]:
        last = self._sentence_at(start)
        found = [self._subject(n) for n in range(last - 1, max(-1, last - _REACH), -1)]
        return [named for named in found if named is not None]


def _all_capitals(name: str) -> bool:
    """Whether every word has a capital, so that the first one's tells nothing."""
    return " " in name and all(word[0].isupper() for word in name.split())


def _may_be(bare: str, named: Named) -> bool:
    """Whether a role's other words fit somebody ("the deputy minister", "the defence ministry")."""
    known = f"{named.name} {' '.join(named.roles)}".lower()
    return all(word in known for word in bare.split())


_COMMON = (
    ENGLISH.word_class("determiners")
    | ENGLISH.word_class("people nouns")
    | ENGLISH.word_class("documents")
    | ENGLISH.word_class("institutions")
    | ENGLISH.word_class("collective nouns")
)


def _tidy(name: str) -> str:
    """A name as a reader would write it in mid-sentence."""
    lead = name.partition(" ")[0]
    if lead != "The" and lead.istitle() and lead.lower() in _COMMON and not _all_capitals(name):
        return name[0].lower() + name[1:]
    first, _, rest = name.partition(" ")
    if first in ("The", "A", "An", "Some", "Two", "Three", "One", "Several", "Many"):
        if first == "The" and rest[:1].isupper():
            return rest
        return f"{first.lower()} {rest}"
    if first == "the" and rest[:1].isupper():
        return rest
    return name
