"""Question and answer: whose turn it is where a quotation stands alone in its paragraph.

A quotation without a cue goes on with the last speaker, unless the one before it was a question, or
two have been taking turns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.attribution.grammar.source_type import SourceType
from reader.attribution.proposal import Proposal
from reader.attribution.speakers.antecedents import Asked
from reader.attribution.speakers.authors import interviewed
from reader.attribution.speakers.coreference import Coreference, Speaker
from reader.attribution.speakers.entities import Entity, Mention
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.text.document import Document
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

_ASKING = ENGLISH.verbs.forms(Trait.ASKS)
_EXAMINED = ENGLISH.verbs.forms(Trait.ASKS) | {"examined", "cross-examined", "interviewed"}
_ASKED_BY = re.compile(r"([\w-]+)(?: [\w-]+){0,4}? by ")
_ECHO = 4
"""Words by which one quotation is known to repeat another."""
_OPENING = 80
"""Code points in which they stand."""
_WORD = re.compile(r"\w+")
_REACH = 8
"""Turns back in which the other of two speakers is looked for."""
_EXCHANGE = 1
"""Paragraphs between two turns of one exchange."""
_MARKS = "“”\"'‘’«»„. "


@dataclass(frozen=True, slots=True)
class _Turn:
    """Who spoke in which paragraph, to whom, and whether he asked or answered."""

    speaker: Speaker
    paragraph: int
    asks: bool
    asked: Entity | None = None
    answers: bool = False


class Turns:
    """Follows who speaks after whom, statement by statement."""

    def __init__(self, document: Document, coreference: Coreference) -> None:
        """Begin before the first statement."""
        self._document = document
        self._coreference = coreference
        self._starts = [paragraph.start for paragraph in document.paragraphs]
        self._turns: list[_Turn] = []

    def paragraph(self, proposal: Proposal) -> int:
        """The number of the paragraph in which a proposal's content ends."""
        return bisect_right(self._starts, proposal.content[-1].start) - 1

    def other(self, proposal: Proposal) -> tuple[Speaker, tuple[Span, ...]] | None:
        """Whose turn it is at a quotation without a cue, and where he was last mentioned.

        None where the last speaker goes on.
        """
        if proposal.cue or not self._opens(proposal):
            return None
        if self._answers_author(proposal):
            return self._interviewed(proposal)
        if not self._turns:
            return None
        before = self._turns[-1]
        place = proposal.content[0].start
        if self.paragraph(proposal) - before.paragraph > 1:
            return None
        if not before.asks and not before.answers:
            return None
        entity = before.asked if before.asks else None
        if entity is None:
            entity = self._somebody_else(before, place)
        if entity is None:
            return None
        source = self._last_mention(entity, place)
        known = Evidence.TURN if before.speaker.sure else Evidence.FOLLOWS
        speaker = Speaker(entity.name, entity, known)
        return (speaker, (source.span,)) if source is not None else None

    def _answers_author(self, proposal: Proposal) -> bool:
        """Whether a quotation follows a question in the article's own words."""
        number = self.paragraph(proposal)
        if number < 1 or number - 1 in self._document.headlines:
            return False
        start, end = self._document.paragraphs[number - 1]
        question = self._document.text[start:end].rstrip()
        return (
            question.endswith("?")
            and question.count("?") == 1
            and not any(quote.span.end > start for quote in self._document.quoted_in[number - 1])
        )

    def _interviewed(self, proposal: Proposal) -> tuple[Speaker, tuple[Span, ...]] | None:
        """Who answers the article's own questions."""
        place = proposal.content[0].start
        entity = interviewed(self._document, self._coreference.mentions, place)
        source = self._last_mention(entity, place) if entity is not None else None
        if entity is None or source is None:
            return None
        return Speaker(entity.name, entity, Evidence.ABOUT), (source.span,)

    @property
    def last(self) -> Asked | None:
        """Who put what was said last to somebody, and to whom; None where nobody was to answer."""
        turn = self._turns[-1] if self._turns else None
        if turn is None or turn.speaker.entity is None or not (turn.asks or turn.asked):
            return None
        return Asked(turn.speaker.entity, turn.asked)

    @property
    def asked(self) -> bool:
        """Whether the last statement was a question, or put something to somebody."""
        return bool(self._turns) and self._turns[-1].asks

    def goes_on(self, proposal: Proposal, speaker: Speaker) -> bool:
        """Whether a quotation without a cue goes on with the last speaker's."""
        last = self._turns[-1] if self._turns else None
        if self._opens(proposal) and self._asks(proposal) and not self.asked:
            return False  # whoever asks is seldom who spoke last
        return (
            last is not None
            and last.speaker.entity is speaker.entity
            and self.paragraph(proposal) - last.paragraph <= 1
        )

    def take(self, proposal: Proposal, speaker: Speaker) -> None:
        """Note who spoke."""
        if speaker.entity is None:
            return
        asks = self._asks(proposal)
        asker = None if asks else self._asker(proposal)
        if asker is not None and asker is not speaker.entity:
            known = Speaker(asker.name, asker)
            self._turns.append(_Turn(known, self.paragraph(proposal), True, speaker.entity))
        before = self._turns[-1] if self._turns else None
        paragraph = self.paragraph(proposal)
        follows = before is not None and 0 <= paragraph - before.paragraph <= 1
        answers = (
            not asks
            and before is not None
            and follows
            and before.speaker.entity is not speaker.entity
            and (before.asks or before.answers)
        )
        asked = self._asked(proposal, speaker)
        # In an exchange a remark calls for the other as a question does.
        asks = asks or (answers and before is not None and before.answers)
        self._turns.append(_Turn(speaker, paragraph, asks, asked, answers))

    def _opens(self, proposal: Proposal) -> bool:
        """Whether a quotation opens its paragraph."""
        start = proposal.content[0].start
        paragraph = self._document.paragraphs[max(0, bisect_right(self._starts, start) - 1)]
        return not self._document.text[paragraph.start : start].strip()

    def _asks(self, proposal: Proposal) -> bool:
        """Whether a statement asks somebody something, and leaves the word to him."""
        text = self._document.text
        last = proposal.content[-1]
        words = text[last.start : last.end].rstrip(_MARKS)
        if words.endswith("?"):
            return True
        cue = " ".join(text[s:e] for s, e in proposal.cue).lower().split()
        if cue[:2] == ["put", "it"]:
            return True
        return any(word in _ASKING for word in cue) and not any(w in _PASSIVE for w in cue)

    def _asker(self, proposal: Proposal) -> Entity | None:
        """Who asked, where a statement begins with that: "Pressed by the chair, he agreed"."""
        mentions = self._coreference.mentions
        parts = (*proposal.source, *proposal.cue)
        if not parts:
            return None
        place = min(part.start for part in parts)
        start = mentions.sentence(mentions.sentence_at(place)).start
        if self._document.text.find(" by ", start, place) < 0:
            return None
        found = _ASKED_BY.match(self._document.text, start, place)
        if found is None or found[1].lower() not in _EXAMINED:
            return None
        people = [m.entity for m in mentions.between(found.end(), place) if _is_somebody(m)]
        return people[0] if people else None

    def _asked(self, proposal: Proposal, speaker: Speaker) -> Entity | None:
        """Whom a statement names as its hearer: "asked Mr Petrusic when …"."""
        if not proposal.cue or proposal.cue[-1].end > proposal.content[-1].start:
            return None
        between = self._coreference.mentions.between(
            proposal.cue[-1].end, proposal.content[-1].start
        )
        people = [mention.entity for mention in between if _is_somebody(mention)]
        return people[0] if people and people[0] is not speaker.entity else None

    def _somebody_else(self, before: _Turn, place: int) -> Entity | None:
        """The other of two: who spoke before the last speaker, else whom the text named last."""
        for turn in reversed(self._turns[-_REACH:-1]):
            if before.paragraph - turn.paragraph > _EXCHANGE:
                break
            if turn.speaker.entity is not before.speaker.entity:
                return turn.speaker.entity
        sentence = self._coreference.mentions.sentence_at(place)
        first = self._coreference.mentions.sentence(max(0, sentence - _REACH)).start
        for mention in reversed(self._coreference.mentions.between(first, place)[-4 * _REACH :]):
            if _is_somebody(mention) and mention.entity is not before.speaker.entity:
                return mention.entity
        return None

    def _last_mention(self, entity: Entity, place: int) -> Mention | None:
        for mention in reversed(entity.mentions):
            if mention.span.start < place and not mention.quoted:
                return mention
        return None


_PASSIVE = frozenset(("was", "were", "been", "be", "when", "is"))


def _is_somebody(mention: Mention) -> bool:
    entity = mention.entity
    return (
        entity.type is SourceType.PERSON
        and entity.named
        and not entity.several
        and not mention.quoted
    )


class Echoes:
    """Quotations that stand alone, as in a headline, and are told with their speaker elsewhere."""

    def __init__(self, text: str, proposals: Sequence[Proposal]) -> None:
        """Take all proposals of a text."""
        self._text = text
        self._told: dict[tuple[str, ...], Proposal] = {}
        for one in proposals:
            words = self._opening(one)
            if one.cue and one.source and words:
                self._told.setdefault(words, one)

    def source(self, proposal: Proposal) -> tuple[Span, ...] | None:
        """The source of the statement that a quotation without a cue repeats."""
        told = self._told.get(self._opening(proposal)) if not proposal.cue else None
        return told.source if told is not None else None

    def _opening(self, proposal: Proposal) -> tuple[str, ...]:
        start, end = proposal.content[0]
        words = _WORD.findall(self._text[start : min(end, start + _OPENING)].lower())
        return tuple(words[:_ECHO]) if len(words) >= _ECHO else ()
