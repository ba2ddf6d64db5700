"""The mentions of an article, by place: whom it mentions where, and how they stand there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.entities import Entity, Mention
from reader.attribution.speakers.register import Register
from reader.attribution.text.document import Document
from reader.attribution.text.quotations import Quotation
from reader.span import Span

_LAST_WORD = re.compile(r"(\w+)\s$")
_OBLIQUE = frozenset(
    ("of", "by", "for", "with", "to", "from", "in", "on", "at", "against", "about", "under", "over",
     "than", "near", "after", "into", "between")
)  # fmt: skip
_CLAUSE = re.compile(r", (?:who|which|whose|whom)\b[^,.;:“”\"\n]*$")
_CLAUSE_REACH = 60
"""Code points around a mention in which its clause begins and ends."""
_CLAUSE_END = re.compile(r"[,.;:—–“”\"‘\n]|\b(?:that|and|but|as|while|when|because|who)\b|$")
_DETERMINERS = ("he", "a", "A", "n", "is", "er", "ts", "eir", "'", "’", "'s", "’s")
"""How the words end that a noun phrase may begin with, to pass over most of the rest."""
_DETERMINED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
    r"|\b(?:[A-Z][\w’'-]* )*[A-Z][\w-]*['’]s?)\s$"
)
_OPENS = re.compile(r"(?:[,;:—–“‘\"]|\b(?:and|but|that|as|while|when|because))\s?$")
_OPENERS = (*',;:—–“‘"', "and", "but", "that", "as", "while", "when", "because")
"""How the words end that a clause may open after, to pass over most of the rest."""
_LEAD = 9
"""Code points before a mention that tell how it stands in its clause."""


class Mentions:
    """The mentions of one text, in order, and the entities they are of."""

    def __init__(self, document: Document) -> None:
        """Begin with no mention of a text."""
        self.register = Register()
        self._text = document.text
        self._sentences = [
            sentence
            for paragraph, quoted in zip(document.paragraphs, document.quoted_in, strict=True)
            for sentence in document.sentences(paragraph, quoted)
        ] or [Span(0, len(document.text))]
        self._starts = [sentence.start for sentence in self._sentences]
        self._quotes = document.quotations
        self._quote_starts = [quote.span.start for quote in self._quotes]
        self._all: list[Mention] = []
        self._places: list[int] = []

    def add(
        self, entity: Entity, span: Span, *, subject: bool | None = None, guessed: bool = False
    ) -> None:
        """Note a mention, in its place."""
        lead = self._text[max(0, span.start - _LEAD) : span.start]
        genitive = self._text[span.end : span.end + 2] in ("'s", "’s")
        whole = self._whole(span.start)
        if whole < span.start and entity.type is SourceType.PERSON:
            self._no_subject(whole)
        opens = self.opens(whole)
        mention = Mention(
            span,
            entity,
            subject=opens if subject is None else subject,
            oblique=genitive or self._aside(span.start, lead),
            quoted=self.quoted(span.start),
            guessed=guessed,
        )
        place = bisect_left(self._places, span.start)
        self._places.insert(place, span.start)
        self._all.insert(place, mention)
        if not entity.mentions or entity.mentions[-1].span.start < span.start:
            entity.mentions.append(mention)

    def _aside(self, place: int, lead: str) -> bool:
        """Whether a mention is no clause's subject: after a preposition, in an aside, in a list."""
        last = _LAST_WORD.search(lead)
        word = last[1] if last is not None else ""
        if word.lower() in _OBLIQUE:
            return True
        near = max(0, place - _CLAUSE_REACH)
        if self._text.find(", wh", near, place) >= 0 and _CLAUSE.search(self._text, near, place):
            return True
        if word != "and":
            return False
        before = bisect_left(self._places, place)
        listed = place - len("and ") - 1
        return before > 0 and self._all[before - 1].span.end >= listed - 1

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of the text, in order."""
        first = bisect_left(self._places, start)
        return self._all[first : bisect_left(self._places, end, first)]

    def quoted(self, place: int) -> bool:
        """Whether a place stands within a quotation."""
        return self.quotation_at(place) is not None

    def quotation_at(self, place: int) -> Quotation | None:
        """The quotation around a place."""
        first = bisect_right(self._quote_starts, place) - 1
        if first >= 0 and place < self._quotes[first].span.end:
            return self._quotes[first]
        return None

    @property
    def openings(self) -> list[int]:
        """Where the sentences begin."""
        return self._starts

    @property
    def count(self) -> int:
        """How many sentences there are."""
        return len(self._sentences)

    def sentence(self, number: int) -> Span:
        """The span of a sentence."""
        return self._sentences[number]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence around a place."""
        return max(0, bisect_right(self._starts, place) - 1)

    def paragraphs_between(self, start: int, end: int) -> int:
        """How many breaks of paragraphs stand between two places."""
        return self._text.count("\n\n", start, end)

    def opens(self, place: int) -> bool:
        """Whether a place opens a clause."""
        return self._opens(place, self._text[max(0, place - _LEAD) : place])

    def _whole(self, start: int) -> int:
        """Where the noun phrase of a mention begins: with its article, or with whose it is."""
        lead = self._text[max(0, start - _LEAD) : start]
        if not lead[-1:].isspace() or not lead[:-1].endswith(_DETERMINERS):
            return start
        before = _DETERMINED.search(self._text, max(0, start - _CLAUSE_REACH), start)
        return before.start() if before is not None else start

    def _no_subject(self, place: int) -> None:
        """Let whoever is mentioned at a place be no subject: "Ann Vale's | lawyer said"."""
        known = bisect_left(self._places, place)
        if known < len(self._all) and self._all[known].span.start == place:
            self._all[known] = replace(self._all[known], subject=False)

    def phrase_start(self, mention: Mention) -> int:
        """Where the noun phrase of a mention begins: with its article, or with whose it is."""
        return self._whole(mention.span.start)

    def is_agent(self, mention: Mention) -> bool:
        """Whether a mention follows "by"."""
        return self._text.endswith("by ", 0, self._whole(mention.span.start))

    def clause_end(self, place: int) -> int:
        """Where the clause around a place ends, or where one begins within it."""
        found = _CLAUSE_END.search(self._text, place, place + _CLAUSE_REACH)
        return found.start() if found is not None else place

    def _opens(self, place: int, lead: str) -> bool:
        """Whether a place opens a clause: a sentence, or what follows a comma or a conjunction."""
        if self._starts[self.sentence_at(place)] == place:
            return True
        return lead.rstrip().endswith(_OPENERS) and _OPENS.search(lead) is not None
