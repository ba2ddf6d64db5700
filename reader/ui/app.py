"""The program on the screen: theme, keys in their order, saving, leaving."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.driver import Driver
from textual.filter import LineFilter

from reader.config import Config, named_reviewer, resolve_reviewer
from reader.corpus import Corpus
from reader.session import Sessions
from reader.ui.background import in_background
from reader.ui.failing import FailingApp
from reader.ui.handlers import opening, resuming, watching
from reader.ui.keyed_app import KeyedApp
from reader.ui.keys.actions import BY_NAME
from reader.ui.keys.keymap import KeymapError, keymap
from reader.ui.keys.queue import KeyQueue
from reader.ui.leaving import PATIENCE, Leaving
from reader.ui.messages import SaveReport
from reader.ui.painting.controls import NoControls
from reader.ui.painting.depth import depth_classes
from reader.ui.screens.desk import FIRST_PANES, Desk, height_class
from reader.ui.themed_app import ThemedApp

if TYPE_CHECKING:
    from reader.review import Review
    from reader.storage import Failed, Saver, Written
    from reader.ui.saving import Saving
    from reader.ui.widgets.pair_list import PairList


class ReaderApp(KeyedApp, ThemedApp, FailingApp):
    """Opens a corpus for one reviewer."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False

    review: Review
    saver: Saver
    saving: Saving

    def __init__(
        self,
        corpus: Corpus,
        reviewer: str | None = None,
        theme: str | None = None,
        config: Config | None = None,
        reviews: Path | None = None,
        *,
        compares: bool = False,
    ) -> None:
        super().__init__(theme)
        config = config or Config()
        self._reviews = reviews
        self._corpus = corpus
        self._reviewer = reviewer
        self._config = config
        self.problems += config.problems
        self._compares = compares
        try:
            self.keys = keymap(config.keys)
        except KeymapError as error:
            self.problems.append(config.told(error.action, str(error)))
            self.keys = keymap({})
        self._no_controls = NoControls()
        self.has_review = False
        self._watching = False
        self.queue = KeyQueue(self, self.keys)
        self._sessions = Sessions(corpus.bounds, os.environ)
        named = named_reviewer(reviewer, os.environ, config)
        self._session = self._sessions.of(named) if named else self._sessions.last()
        panes = len(self._session.panes) if self._session else FIRST_PANES
        self.desk = Desk(corpus, self.keys, self.queue.release, panes)
        self.desk.add_class(*depth_classes(self.console, self.no_color), height_class(self.size))
        self.leaving = Leaving(self, self.desk, self.queue)

    # Starting

    def get_default_screen(self) -> Desk:
        """The desk is there from the first paint."""
        return self.desk

    def get_line_filters(self) -> list[LineFilter]:
        """Nothing that a widget shows reaches the terminal as a control."""
        return [*super().get_line_filters(), self._no_controls]

    def on_load(self) -> None:
        """Take another theme than the first before anything is painted; see to signals."""
        self.take_first_theme()
        # Before the first paint: it shows their text.
        opening.first_articles(self.desk, self._session)
        self.fail_with_tasks()
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self._terminal_gone)

    @on(Desk.Mounted)
    def _mounted(self) -> None:
        self.desk.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """The text is on the screen: now everything else."""
        gc.freeze()
        gc.enable()
        self.run_worker(self._begin())

    async def _begin(self) -> None:
        await in_background(self._prepare)
        self.take_themes()
        self.has_review = True
        self.desk.begin(self.review, self.saving)
        mine = self._sessions.of(self.review.reviewer)
        resuming.take_up(self.desk, mine, self._session)
        self.leaving.begin(self.saver, self.saving)
        for reading in opening.study_first_articles(self.desk):
            self.saver.sweep(reading.store)
        if self.problems:
            self.desk.say("  ".join(self.problems), wrong=True)
        self.queue.release()
        self.set_interval(watching.PERIOD, self._watch)
        if self._compares:
            from reader.ui.handlers import surveying

            surveying.begin(self.desk)

    def on_unmount(self) -> None:
        """End the survey, and remember where the reviewer leaves off."""
        if self.has_review:
            self._sessions.keep(self.review.reviewer, resuming.session_of(self.desk))
        if self.desk.tellings is not None:
            self.desk.tellings.close()

    @on(Desk.FollowDue)
    def _follow(self) -> None:
        from reader.ui.handlers import comparing

        comparing.follow(self.desk)

    def on_app_focus(self) -> None:
        """Back from an editor or from git: look at once."""
        self.desk.look_again()
        self._watch()

    def _watch(self) -> None:
        # One look at a time: in a very long article it may take longer than the period.
        if self.has_review and not self._watching and not self.desk.is_written_on:
            self._watching = True
            self.run_worker(self._look())

    async def _look(self) -> None:
        try:
            await watching.look(self.desk)
        finally:
            self._watching = False

    def _prepare(self) -> None:
        """Import what finds, judges and saves; the screen is there already."""
        from reader.finding import Finder
        from reader.review import Review
        from reader.storage import Saver
        from reader.ui.saving import Saving

        reviewer = resolve_reviewer(self._reviewer, os.environ, self._config, self._corpus.root)
        self.saver = Saver(self._report)
        self.saving = Saving(self.saver)
        finder = Finder.of_user(os.environ)
        self.review = Review(self._corpus, reviewer, self.saver, self._reviews, finder)

    # Keys

    def can(self, action: str | None) -> bool:
        """Tell whether the desk is ready for an action, or for a key that has none."""
        return self.has_review and self.desk.can(action)

    def call_off(self) -> bool:
        """Stop looking through the corpus, or close the list beside; False where neither is."""
        if self.desk.listed.is_open:
            from reader.ui.handlers import contradicting

            return contradicting.close(self.desk)
        return opening.stop_walk(self.desk)

    def act(self, name: str) -> None:
        """Carry out an action of the table by its name."""
        self.desk.hush()
        if self.desk.listed.is_open:
            from reader.ui.handlers import contradicting

            if contradicting.act(self.desk, name):
                return
        if BY_NAME[name].needs_statements and self.desk.reading is None:
            self.desk.say("There is no article here to judge.")
            return
        if name in OWN_HANDLERS:
            OWN_HANDLERS[name](self)
            return
        from reader.ui.handlers.table import HANDLERS  # Not before the first paint.

        HANDLERS[name](self.desk)

    def on_pair_list_chosen(self, event: PairList.Chosen) -> None:
        """A contradiction was clicked."""
        from reader.ui.handlers import contradicting

        contradicting.move_to(self.desk, event.place)

    def show_palette(self) -> None:
        """Open the palette of all actions."""
        from reader.ui.screens.palette import commands

        self.push_screen(commands(self.keys), _if_any(self.act))

    def show_themes(self) -> None:
        """Choose another theme."""
        from reader.ui.screens.palette import themes

        self.push_screen(themes(self.themes), _if_any(self.choose_theme))

    # Saving

    def _report(self, report: Written | Failed) -> None:
        self.post_message(SaveReport(report))

    @on(SaveReport)
    def _saved(self, message: SaveReport) -> None:
        from reader.storage import Written

        report = message.report
        self.saving.heard(report)
        if isinstance(report, Written):
            reading = self.review.articles.reading_of(report.store)
            if reading is not None and not self.saver.unsaved(report.store):
                self.review.articles.adopt(reading, report.document)
                self.desk.show_verdicts(reading)
            elif report.store == self.review.naming.store and not self.saver.unsaved(report.store):
                self.review.naming.adopt(report.document)
            for _, reason in report.refused:
                self.desk.say(reason, wrong=True)
        self.desk.update()

    # Leaving

    @on(Driver.SignalResume)
    def _resumed(self) -> None:
        """Back from the shell, whose screen may hold anything: paint all of ours again."""
        self.refresh(layout=True)

    def _terminal_gone(self) -> None:
        """The terminal was closed or the machine goes down: save what there is, and end."""
        if self.has_review:
            self.saver.close(PATIENCE)
        self.exit(0)


def _if_any(act: Callable[[str], None]) -> Callable[[str | None], None]:
    return lambda picked: None if picked is None else act(picked)


OWN_HANDLERS: dict[str, Callable[[ReaderApp], None]] = {
    "quit": lambda app: app.leaving.leave(),
    "palette": ReaderApp.show_palette,
    "theme": ReaderApp.show_themes,
}
"""The actions that concern more than the desk."""


def run(
    corpus: Corpus,
    reviewer: str | None,
    theme: str | None,
    config: Config,
    reviews: Path | None = None,
) -> int:
    """Show a corpus until the reviewer leaves; returns the exit code.

    `reviewer` is the one asked for, if any; sidecars are beside the articles or in `reviews`.
    Raises what nobody foresaw, once the terminal is as it was and all is saved that can be.
    """
    app = ReaderApp(corpus, reviewer, theme, config, reviews, compares=True)
    with app.failing_with_threads():
        try:
            code = app.run()
        finally:
            if app.has_review:
                app.saver.close(PATIENCE)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0 if code is None else code
