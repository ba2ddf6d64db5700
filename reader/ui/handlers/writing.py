"""Notes and evidence: what is written is kept, or stays a draft that the same key finds again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.judgement import Judgement, Link
from reader.review import CannotJudge, Review
from reader.text import safe_line
from reader.ui.handlers.judging import statement_in_focus

if TYPE_CHECKING:
    from reader.review import Item, Reading
    from reader.ui.screens.desk import Desk
    from reader.ui.screens.write import Writing


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a judgement that is written: its name, its words, and how they are changed.

    `action` is the one of the table by which it is written; `id` tells the part from all others of
    the judgement.
    """

    action: str
    id: str
    name: str
    hint: str
    words: Callable[[Judgement], str]
    change: Callable[[Review, Reading, int, str], None]


def note(desk: Desk) -> None:
    """Write or change the note of the statement in focus."""
    _write(desk, statement_in_focus(desk), _NOTE)


def evidence(desk: Desk) -> None:
    """Write or change the evidence of the statement in focus, a piece a line."""
    _write(desk, statement_in_focus(desk), _EVIDENCE)


def link_note(desk: Desk, reading: Reading, index: int, link: Link) -> None:
    """Write or change the note of a statement's link: what of the two it is about."""

    def words(judgement: Judgement) -> str:
        return next((one.note for one in judgement.links if one.id == link.id), "")

    def change(review: Review, reading: Reading, index: int, words: str) -> None:
        review.note_link(reading, index, link.id, words.strip())

    outlet = safe_line(desk.ends_of(reading, reading.items[index]).outlet(link))
    name = f"note on the link ({link.relation}: {outlet})"
    _write(desk, (reading, index), _Part("links", " ".join(link.id), name, "", words, change))


def _write(desk: Desk, here: tuple[Reading, int] | None, part: _Part) -> None:
    if here is None:
        return
    reading, index = here
    if reading.now.problem:
        desk.say(reading.now.problem)
        return
    item: Item = reading.items[index]
    from reader.ui.screens.write import WriteScreen

    def written(writing: Writing | None) -> None:
        if writing is None or writing.draft is None:
            return
        draft = writing.draft
        why = f"Left as a draft; {desk.key_of(part.action)} finds it again."
        if writing.is_kept:
            why = _keep(desk, reading, item, part, draft.words)
        if why:
            desk.review.drafts.put(reading.file.name, item.key, part.id, draft)
            desk.say(why)

    kept = part.words(item.judgement) if item.judgement else ""
    draft = desk.review.drafts.take(reading.file.name, item.key, part.id)
    screen = WriteScreen(part.name, part.hint, item.anchor.quote, kept, draft)
    desk.app.push_screen(screen, written)


def _keep(desk: Desk, reading: Reading, item: Item, part: _Part, words: str) -> str:
    """Change what is known of a statement; gives the reason why it could not be, or nothing."""
    # The article may have been studied anew meanwhile: the key names the statement.
    place = reading.index_of(item.key)
    if place is None:
        return "The statement is gone; what you wrote stays as a draft."
    try:
        part.change(desk.review, reading, place, words)
    except CannotJudge as error:
        return f"{error} (What you wrote stays as a draft.)"
    desk.show_verdicts(reading)
    return ""


def _change_note(review: Review, reading: Reading, index: int, words: str) -> None:
    review.note(reading, index, words.strip())


def _change_evidence(review: Review, reading: Reading, index: int, words: str) -> None:
    pieces = (line.strip() for line in words.split("\n"))
    review.evidence(reading, index, tuple(piece for piece in pieces if piece))


_NOTE = _Part("note", "note", "note", "", lambda judgement: judgement.note, _change_note)
_EVIDENCE = _Part(
    "evidence",
    "evidence",
    "evidence",
    ", one item per line",
    lambda judgement: "\n".join(judgement.evidence),
    _change_evidence,
)
