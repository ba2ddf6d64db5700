"""Saying what the statement in focus has to do with the one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.judgement import Relation
from reader.review import CannotJudge
from reader.ui.handlers.judging import go_on, statement_in_view

if TYPE_CHECKING:
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
    judgement = reading.items[index].judgement
    key = other.items[place].key
    known = [one for one in judgement.links if one.key == key] if judgement else []
    again = next((one for one in known if one.relation is relation), None)
    try:
        if again is not None:
            desk.review.unlink(reading, index, again.id)
        else:
            desk.review.link(reading, index, relation, other, place)
    except CannotJudge as error:
        desk.say(str(error))
        return
    desk.show_verdicts(reading)
    outlet = other.article.outlet
    if again is not None:
        desk.say(f"No longer linked to {outlet}.")
        return
    desk.say(f"{_SAID[relation]} {outlet}")
    if relation is Relation.AGAINST:
        go_on(desk, reading, index)


_SAID = {
    Relation.SAME: "Same claim as in",
    Relation.CONTRADICTS: "Contradicts",
    Relation.AGAINST: "Disputed against",
    Relation.UNRELATED: "Nothing to do with",
}
