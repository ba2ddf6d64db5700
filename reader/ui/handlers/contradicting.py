"""The list of contradictions: the left pane follows its cursor, keys answer what it suggests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.corpus import ArticleError
from reader.judgement import Relation
from reader.review import CannotJudge
from reader.ui.background import in_background
from reader.ui.handlers import comparing, linking, opening
from reader.ui.keys.actions import ARTICLES, BY_NAME, MOVE

if TYPE_CHECKING:
    from reader.review import Reading
    from reader.review.pairs import Pair
    from reader.survey.plain import Opposed, Place
    from reader.ui.elsewhere.tellings import Tellings
    from reader.ui.screens.desk import Desk


def toggle(desk: Desk) -> None:
    """Open the list of the story in front of the reviewer, or close it."""
    if desk.listed.is_open:
        close(desk)
    else:
        _open(desk)


def close(desk: Desk) -> bool:
    """Put the list away; False where there is none. The left pane stays where it is."""
    if not desk.listed.is_open:
        return False
    desk.listed.is_open = False
    desk.show_list(False)
    return True


def act(desk: Desk, name: str) -> bool:
    """Carry out an action on the list; False where it is not the list's, or there is none."""
    if not desk.listed.is_open:
        return False
    handler = _HANDLERS.get(name)
    if handler is not None:
        handler(desk)
        return True
    if BY_NAME[name].group in (MOVE, ARTICLES):
        close(desk)  # whoever goes elsewhere is done with it
    return False


def move_to(desk: Desk, place: int) -> None:
    """Put the cursor on a pair by its place."""
    _step(desk, place - desk.listed.at)


def _open(desk: Desk) -> None:
    tellings, entry = desk.tellings, desk.column.entry
    if tellings is None or entry is None or tellings.problem:
        desk.say((tellings and tellings.problem) or "The articles are not compared here.")
        return
    here = [(entry.name, desk.item.key)] if desk.item is not None else []
    if desk.reading is not None and desk.item is not None:
        desk.twins.remember(desk.reading, desk.item.key)
    desk.listed.begin(entry.name)
    desk.show_list(True)
    _ask(desk, tellings, here)


def _ask(desk: Desk, tellings: Tellings, here: list[tuple[str, str]]) -> None:
    """Ask for what is suggested, as soon as it is known what the story is."""
    listed, name = desk.listed, desk.listed.article
    place = tellings.story_of(name)
    if place is None:
        tellings.watch_once(partial(_ask_if_open, desk, tellings, here, name))
        return
    listed.story = place.story
    desk.show_pairs()

    def answered(found: list[Opposed]) -> None:
        if listed.article == name:
            desk.run_worker(_list(desk, found, here), group="contradictions", exclusive=True)

    tellings.contradictions(name, answered)


def _ask_if_open(desk: Desk, tellings: Tellings, here: list[tuple[str, str]], name: str) -> None:
    if desk.listed.is_open and desk.listed.article == name:
        _ask(desk, tellings, here)


async def _list(desk: Desk, found: list[Opposed], here: list[tuple[str, str]]) -> None:
    """Read what the reviewer linked in the story, and list it before what is suggested."""
    for name in desk.listed.story.articles if desk.listed.story else ():
        await _studied(desk, name, needed=False)
    for name in desk.listed.linked_articles:
        await _studied(desk, name)
    desk.listed.take(found, here)
    desk.show_pairs()
    _follow(desk)


async def _studied(desk: Desk, name: str, *, needed: bool = True) -> Reading | None:
    """An article with its statements; one without judgements only where it is `needed`."""
    articles, file = desk.review.articles, desk.corpus.by_name.get(name)
    if file is None:
        return None
    try:
        reading = await in_background(partial(articles.read, file))
    except ArticleError:
        return None  # The list of articles says why.
    if not reading.studied and (needed or reading.store.stamp() is not None):
        await opening.studied(desk, reading)
    return reading


def _step(desk: Desk, rows: int) -> None:
    if desk.listed.move(rows):
        desk.show_pairs()
        _follow(desk)
    elif desk.listed.pairs:
        which = "first" if desk.listed.at == 0 and rows <= 0 else "last"
        desk.say(f"This is the {which} of them.")


def _follow(desk: Desk) -> None:
    """Show the one side of the pair under the cursor in the pane beside the list."""
    pair = _facing(desk)
    entry = desk.corpus.by_name.get(pair.one.article) if pair else None
    if pair is not None and entry is not None and desk.listed.is_open:
        opening.show_place(desk, desk.column, entry, pair.one)


def _facing(desk: Desk) -> Pair | None:
    """The pair under the cursor, the side whose article is shown already as the one."""
    pair, entry = desk.listed.pair, desk.column.entry
    if pair is None or entry is None or pair.linked is not None:
        return pair
    return pair.turned if pair.other.article == entry.name != pair.one.article else pair


def _level(desk: Desk) -> None:
    """Put the list away and show both sides in the row of the one."""
    pair = _facing(desk)
    if pair is None:
        return
    close(desk)
    desk.column.busy = True  # keys wait: the other pane has its place only after the next paint
    desk.call_after_refresh(_beside, desk, pair.other)


def _beside(desk: Desk, other: Place) -> None:
    comparing.show_level(desk, other.article, other.content)
    desk.settle(desk.column)


def _answer(desk: Desk, relation: Relation) -> None:
    """Link the two sides of the pair under the cursor; the same key again unlinks."""
    pair = _facing(desk)
    if pair is None or desk.listed.answering:
        return
    desk.listed.answering = True
    desk.run_worker(_link(desk, pair, relation), group="answer")


async def _link(desk: Desk, pair: Pair, relation: Relation) -> None:
    try:
        one, other = await _end(desk, pair.one), await _end(desk, pair.other)
        after = desk.listed.following
        if one is None or other is None:
            desk.say("Those words are no longer there.")
        else:
            words = _linked(desk, pair, relation, one, other)
            desk.show_verdicts(one[0])
            desk.listed.put_on(after)
            desk.show_pairs()
            _follow(desk)
            desk.say(words)
    except CannotJudge as error:
        desk.say(str(error))
    finally:
        desk.listed.answering = False
        if not desk.column.busy:  # else what it waits for lets the keys go on
            desk.settle(desk.column)


def _linked(
    desk: Desk,
    pair: Pair,
    relation: Relation,
    one: tuple[Reading, int],
    other: tuple[Reading, int],
) -> str:
    """Link two statements, or take their link back; gives what is to be said of it."""
    undo = desk.key_of("undo")
    if pair.linked is not None and pair.relation is relation:
        desk.review.unlink(*one, pair.linked.link.id)
        return f"No longer linked to {other[0].article.outlet}; {undo} brings it back."
    desk.review.link(*one, relation, *other)
    return f"{linking.SAID[relation]} {other[0].article.outlet}; {undo} takes it back."


async def _end(desk: Desk, place: Place) -> tuple[Reading, int] | None:
    """The statement at a place, in its article."""
    reading = await _studied(desk, place.article)
    if reading is None:
        return None
    index = opening.index_at(reading, place)
    return None if index is None else (reading, index)


def _to_top(desk: Desk) -> None:
    _step(desk, -desk.listed.at)


def _to_bottom(desk: Desk) -> None:
    _step(desk, len(desk.listed.pairs) - 1 - desk.listed.at)


_PAGE = 5
_HANDLERS: dict[str, Callable[[Desk], None]] = {
    "contradictions": toggle,
    "next-statement": partial(_step, rows=1),
    "previous-statement": partial(_step, rows=-1),
    "line-down": partial(_step, rows=1),
    "line-up": partial(_step, rows=-1),
    "page-down": partial(_step, rows=_PAGE),
    "page-up": partial(_step, rows=-_PAGE),
    "top": _to_top,
    "bottom": _to_bottom,
    "confirm": _level,
    "link-contradicts": partial(_answer, relation=Relation.CONTRADICTS),
    "disputed-against": partial(_answer, relation=Relation.AGAINST),
    "link-same": partial(_answer, relation=Relation.SAME),
    "link-unrelated": partial(_answer, relation=Relation.UNRELATED),
}
"""What the keys of the table do while the list is open."""
