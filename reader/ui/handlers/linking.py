"""Saying what the statement in focus has to do with the one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.judgement import Relation
from reader.review import CannotJudge
from reader.ui.handlers import comparing, writing
from reader.ui.handlers.judging import go_on, statement_in_focus, statement_in_view

if TYPE_CHECKING:
    from reader.judgement import Link
    from reader.review import Reading
    from reader.ui.elsewhere.ends import Ends
    from reader.ui.screens.desk import Desk


def link(desk: Desk, relation: Relation) -> None:
    """Link the statement in focus to its twin in the other pane; the same key again unlinks.

    *Disputed against* is a verdict as well, and goes on as every verdict does.
    """
    here = statement_in_view(desk)
    if here is None:
        return
    twin = desk.twin
    if twin is None:
        key = desk.key_of("same-claim")
        desk.say(f"Show another telling beside it first: {key} brings one.")
        return
    reading, index = here
    other, place = twin
    key = other.items[place].key
    known = (one for one in _links(reading, index) if one.key == key)
    again = next((one for one in known if one.relation is relation), None)
    try:
        if again is not None:
            desk.review.unlink(reading, index, again.id)
        else:
            desk.review.link(reading, index, relation, other, place)
    except CannotJudge as error:
        desk.say(str(error), wrong=True)
        return
    desk.show_verdicts(reading)
    outlet = other.article.outlet
    if again is not None:
        desk.say(f"No longer linked to {outlet}.")
        return
    desk.say(f"{SAID[relation]} {outlet}; {desk.key_of('links')} writes a note on the link.")
    if relation is Relation.AGAINST:
        go_on(desk, reading, index)
    made = next(one for one in _links(reading, index) if (one.relation, one.key) == (relation, key))
    desk.twins.link_made((reading, reading.items[index].key), made, desk.here)


def links(desk: Desk) -> None:
    """Write the note of the link just made, or of that to the twin; else choose one of all."""
    desk.twins.moved(desk.here)
    if desk.twins.fresh_link is not None:
        (reading, key), link = desk.twins.fresh_link
        index = reading.index_of(key)
        if index is not None and any(one.id == link.id for one in _links(reading, index)):
            writing.link_note(desk, reading, index, link)
            return
    here = statement_in_focus(desk)
    if here is None:
        return
    found = _links(*here)
    if not found:
        desk.say("This statement has no link.")
        return
    twin = desk.twin
    beside = twin[0].items[twin[1]].key if twin else ""
    to_twin = [link for link in found if link.key == beside]
    if len(to_twin) == 1:
        writing.link_note(desk, *here, to_twin[0])
    else:
        _choose(desk, *here)


def _choose(desk: Desk, reading: Reading, index: int) -> None:
    from reader.ui.screens.elsewhere.links import LinkChoice, LinksScreen, Wish

    item = reading.items[index]
    ends = desk.ends_of(reading, item)

    def chosen(choice: LinkChoice | None) -> None:
        place = reading.index_of(item.key)
        if choice is None or place is None:
            return
        if choice.wish is Wish.NOTE:
            writing.link_note(desk, reading, place, choice.link)
        elif choice.wish is Wish.REMOVE:
            _remove(desk, reading, place, choice.link)
        else:
            _show(desk, ends, choice.link)

    desk.app.push_screen(LinksScreen(item.anchor.quote, _links(reading, index), ends), chosen)


def _remove(desk: Desk, reading: Reading, index: int, link: Link) -> None:
    try:
        desk.review.unlink(reading, index, link.id)
    except CannotJudge as error:
        desk.say(str(error))
        return
    desk.show_verdicts(reading)
    desk.say(f"The link is gone; {desk.key_of('undo')} brings it back.")


def _show(desk: Desk, ends: Ends, link: Link) -> None:
    target = ends.of(link)
    if target is None:
        desk.say("Where that link leads is still being looked up.")
    elif target.file is None or target.item is None:
        desk.say(f"That link leads nowhere: {target.why}.")
    else:
        comparing.show_level(desk, target.file.name, target.item.statement.content)


def _links(reading: Reading, index: int) -> tuple[Link, ...]:
    judgement = reading.items[index].judgement
    return judgement.links if judgement else ()


SAID = {
    Relation.SAME: "Same claim as in",
    Relation.CONTRADICTS: "Contradicts",
    Relation.AGAINST: "Disputed against",
    Relation.UNRELATED: "Nothing to do with",
}
