"""Verdicts, and taking them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.anchoring import State
from reader.judgement import GLYPHS, Judgement, Verdict
from reader.review import CannotJudge, Filter, Step
from reader.ui.handlers import opening

if TYPE_CHECKING:
    from reader.review import AnyStep, Reading
    from reader.ui.screens.desk import Desk


def judge(desk: Desk, verdict: Verdict) -> None:
    """Give the statement in focus a verdict, and go on to the article's next unreviewed one."""
    here = statement_in_view(desk)
    if here is None:
        return
    reading, index = here
    item = reading.items[index]
    if item.verdict is not None and item.state is not State.CHANGED and not desk.pane.has_moved:
        back = desk.key_of("take-back")
        desk.say(f"Judged already; to change it, move away and back, or take it back with {back}.")
        return
    if not _carried_out(desk, lambda: desk.review.judge(reading, index, verdict)):
        return
    desk.show_verdicts(reading)
    speaker, undo = item.statement.shown_speaker, desk.key_of("undo")
    done, back = f"{GLYPHS[verdict]} {verdict.replace('-', ' ')}", f"{undo} takes it back"
    desk.say(f"{done} · {speaker} · {back}", f"{done} · {speaker}", f"{done} · {back}", done)
    go_on(desk, reading, index)


def go_on(desk: Desk, reading: Reading, index: int) -> None:
    """Focus on the next statement there is work on: the next unreviewed, or the filter's next."""
    wanted = Filter.UNREVIEWED if desk.filter is Filter.ALL else desk.filter
    following = [i for i in reading.admitted(wanted) if i > index]
    if desk.listed.is_open:
        return  # the pane follows the list
    if following:
        desk.pane.focus_item(following[0])
        return
    desk.pane.has_moved = False
    if wanted is Filter.UNREVIEWED:
        desk.say(desk.review.whats_left(reading))
    else:
        words = wanted.replace("-", " ")
        desk.say(f"No other statement is {words}; {desk.key_of('filter')} shows others.")


def confirm(desk: Desk) -> None:
    """Let the judgement in focus stand although its statement changed."""
    here = statement_in_view(desk)
    if here is None:
        return
    reading, index = here
    if reading.items[index].state is not State.CHANGED:
        desk.say("There is nothing to confirm: the statement is as it was when it was judged.")
    elif _carried_out(desk, lambda: desk.review.confirm(reading, index)):
        desk.show_verdicts(reading)
        go_on(desk, reading, index)


def again(desk: Desk) -> None:
    """Give the statement in focus the verdict given last."""
    if desk.review.last_verdict is None:
        desk.say("There is no verdict to repeat yet.")
        return
    judge(desk, desk.review.last_verdict)


def take_back(desk: Desk) -> None:
    """Make the statement in focus unreviewed; note and evidence stay with it.

    A judgement whose statement changed is let go wholly.
    """
    here = statement_in_view(desk)
    if here is None:
        return
    reading, index = here
    if reading.items[index].state is State.CHANGED:
        if _carried_out(desk, lambda: desk.review.let_go(reading, index)):
            desk.show_verdicts(reading)
    elif reading.items[index].verdict is None:
        desk.say("This statement has no verdict to take back.")
    elif _carried_out(desk, lambda: desk.review.judge(reading, index, None)):
        desk.show_verdicts(reading)


def let_go_orphan(desk: Desk, reading: Reading, judgement: Judgement) -> None:
    """Drop a judgement whose words are no longer in its article."""
    if _carried_out(desk, lambda: desk.review.let_go_orphan(reading, judgement)):
        desk.show_verdicts(reading)
        desk.say(f"Let go; {desk.key_of('undo')} brings it back.")


def undo(desk: Desk) -> None:
    """Take back the last change, wherever it was made, and show its statement."""
    _travel(desk, desk.review.undo, "Nothing to undo.", "Undone")


def redo(desk: Desk) -> None:
    """Make the change again that was undone last."""
    _travel(desk, desk.review.redo, "Nothing to redo.", "Redone")


def statement_in_focus(desk: Desk) -> tuple[Reading, int] | None:
    """The article and the statement in focus, or None, said, where there is none."""
    reading, index = desk.reading, desk.pane.index
    if reading is None or index is None or not reading.items:
        desk.say("There is no statement here to judge.")
        return None
    return reading, index


def statement_in_view(desk: Desk) -> tuple[Reading, int] | None:
    """As `statement_in_focus`; None too where it must be brought back into view first."""
    here = statement_in_focus(desk)
    if here is None:
        return None
    if not desk.panes.has_room:
        desk.say("The window is too small to show the statement.")
        return None
    if not desk.pane.in_view:
        desk.pane.reveal()
        desk.say("The statement was out of view: look at it, and press the key again.")
        return None
    return here


def _carried_out(desk: Desk, change: Callable[[], None]) -> bool:
    try:
        change()
    except CannotJudge as error:
        desk.say(str(error), wrong=True)
        return False
    return True


def _travel(desk: Desk, move: Callable[[], AnyStep | None], nothing: str, done: str) -> None:
    try:
        step = move()
    except CannotJudge as error:
        desk.say(str(error), wrong=True)
        return
    if step is None:
        desk.say(nothing)
        return
    if not isinstance(step, Step):
        desk.say(f"{done}: {step.words}")
        return
    reading = step.reading
    desk.show_verdicts(reading)
    column = next(iter(desk.panes.columns_of(reading)), desk.column)
    if desk.listed.is_open:
        column = desk.column  # no other is in view
    elif column is not desk.column:
        desk.activate(column)
    opening.show_statement(desk, column, reading, step.key)
    what = f"{done}: {step.done}"
    desk.say(f"{what} · {step.item.statement.shown_speaker}", what)
