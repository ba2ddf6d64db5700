"""The ledger: speakers, whose names are corrected with a key; stories with their origins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from reader.review import CannotJudge, Review
from reader.speakers import Alias, SetAliases
from reader.speakers.corrections import CannotCorrectError, join, split
from reader.survey.ledger import counted
from reader.survey.plain import Place
from reader.survey.plain_ledger import (
    KnownLedger,
    KnownOrigin,
    KnownSpeaker,
    StoryOrigins,
)
from reader.text import safe_line
from reader.ui.background import in_background
from reader.ui.elsewhere.tellings import Tellings
from reader.ui.keys.actions import key_of
from reader.ui.screens.ledger.listing import ListRow, ListSheet
from reader.ui.screens.ledger.rows import origin_row, speaker_row, story_row
from reader.ui.screens.ledger.speaker import SpeakerScreen

Row = KnownSpeaker | StoryOrigins | KnownOrigin


class LedgerScreen(ListSheet[Row, Place]):
    """Gives back the statement to go to."""

    TITLE_LINE = "Who says what"

    def __init__(
        self, review: Review, tellings: Tellings, keys: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__(keys)
        self.bind(keys["link-same"], "join")
        self.bind(keys["undo"], "undo")
        self.bind(keys["redo"], "redo")
        self.bind(keys["ledger"], "put_away")
        self.bind(keys["other-pane"], "turn")
        self.FOOT = (
            f"Enter opens · {key_of(keys, 'link-same')} same speaker as … · / finds ·"
            f" {key_of(keys, 'undo')} undo · {key_of(keys, 'other-pane')} stories · Esc closes"
        )
        self._review = review
        self._tellings = tellings
        self._ledger: KnownLedger | None = None
        self._marked: KnownSpeaker | None = None
        self._story: StoryOrigins | None = None
        self._shows_stories = False
        self._bar_on: str = ""

    def on_mount(self) -> None:
        """Read the aliases, and ask for the ledger."""
        self._tellings.watch(self._ask)
        self.run_worker(self._begin())

    def on_unmount(self) -> None:
        """Ask no more."""
        self._tellings.unwatch(self._ask)

    async def _begin(self) -> None:
        await in_background(self._review.naming.load)
        if self._review.naming.problem:
            self.say(self._review.naming.problem)
        self._ask()

    def _ask(self) -> None:
        naming = self._review.naming
        self._tellings.ledger(
            naming.aliases, self._review.reviewer, self._review.reviews, self._take
        )

    def _take(self, ledger: KnownLedger) -> None:
        self._ledger = ledger
        self.renew()
        if self._bar_on and self.is_up:
            for one in ledger.speakers:
                if self._bar_on in one.names:
                    self.put_bar_on(one)
            self._bar_on = ""

    # What is listed

    def rows(self) -> Sequence[ListRow[Row]]:
        """Speakers, or stories, or the origins of one story."""
        if self._ledger is None:
            return []
        room = self.room
        if self._story is not None:
            return [
                ListRow(origin_row(one, room), one, one.name.casefold())
                for one in self._story.origins
            ]
        if self._shows_stories:
            return [
                ListRow(story_row(one, room), one, one.label.casefold())
                for one in self._ledger.stories
            ]
        marked = self._marked.known_as if self._marked else None
        return [
            ListRow(
                speaker_row(one, room, one.known_as == marked), one, " ".join(one.names).casefold()
            )
            for one in self._ledger.speakers
        ]

    def head(self) -> str:
        """How many there are of what is listed, and what is not known yet."""
        if self._ledger is None:
            return ""
        if self._story is not None:
            count = counted(self._story.statements, "statement")
            origins = counted(len(self._story.origins), "origin")
            return f"{safe_line(self._story.label)}: {count}, {origins}"
        if self._shows_stories:
            words = "stories: origins, not mentions"
            words = f"{len(self._ledger.stories)} {words}"
        else:
            words = counted(len(self._ledger.speakers), "speaker")
        return " · ".join(filter(None, (words, self._tellings.state)))

    def nothing(self) -> str:
        """Why nothing is listed."""
        if self._ledger is None:
            return self._tellings.problem or "Counting…"
        return "The articles are still being read."

    def choose(self, chosen: Row) -> None:
        """Open a speaker, a story, or the speaker that is a story's origin."""
        if isinstance(chosen, StoryOrigins):
            self._story = chosen
            self.renew()
            return
        if isinstance(chosen, KnownOrigin):
            speakers = self._ledger.speakers if self._ledger else ()
            named = next((one for one in speakers if chosen.name in one.names), None)
            if named is None:
                self.say("Nothing is said under this name itself.")
                return
            chosen = named
        ask = partial(self._tellings.said, chosen.known_as[0])
        answered = partial(self._answered, chosen)
        self.app.push_screen(SpeakerScreen(chosen, ask, self.keys), answered)

    def _answered(self, speaker: KnownSpeaker, answer: Place | Alias | None) -> None:
        if isinstance(answer, Place):
            self.dismiss(answer)
        elif answer is not None:
            other = next((one for one in speaker.names if one != answer.name), "anybody else")
            self._correct(
                lambda: split(self._review.naming.aliases, speaker.known_as, answer),
                f"{answer.name} is not {other}",
                answer.name,
            )

    def action_turn(self) -> None:
        """From the speakers to the stories, and back."""
        self._story = None
        self._shows_stories = not self._shows_stories
        self.renew()

    def action_put_away(self) -> None:
        """Back from a story, let go of a mark, else as every list."""
        if self.is_narrowed:
            super().action_put_away()
        elif self._story is not None:
            self._story = None
            self.renew()
        elif self._marked is not None:
            self._mark(None)
        else:
            super().action_put_away()

    # Correcting

    def action_join(self) -> None:
        """Take a speaker up, and at the next press say that it is the one under the bar."""
        chosen = self.chosen
        if not isinstance(chosen, KnownSpeaker):
            return
        marked = self._marked
        if marked is None:
            self._mark(chosen)
            key = key_of(self.keys, "link-same")
            self.say(f"{key} again on whoever “{chosen.names[0]}” is; Esc lets go.")
        elif marked.known_as == chosen.known_as:
            self._mark(None)
        else:
            self._marked = None
            self._correct(
                lambda: join(marked.known_as, chosen.known_as),
                f"{marked.names[0]} is {chosen.names[0]}",
                chosen.names[0],
            )

    def _mark(self, speaker: KnownSpeaker | None) -> None:
        self._marked = speaker
        self.say("")
        self.renew()

    def _correct(self, change: Callable[[], SetAliases], words: str, bar_on: str) -> None:
        try:
            self._review.naming.change(change(), words)
        except (CannotCorrectError, CannotJudge) as error:
            self.say(str(error))
            self.renew()
            return
        undo = key_of(self.keys, "undo")
        self.say(f"{words}; {undo} takes it back.")
        self._bar_on = bar_on
        self._ask()

    def action_undo(self) -> None:
        """Take the last correction back."""
        self._travel(again=False)

    def action_redo(self) -> None:
        """Make it again."""
        self._travel(again=True)

    def _travel(self, *, again: bool) -> None:
        review = self._review
        if not review.comes_next(review.naming, again=again):
            self.say("No correction comes next; what was done on the desk is undone there.")
            return
        try:
            step = review.redo() if again else review.undo()
        except CannotJudge as error:
            self.say(str(error))
            return
        if step is not None:
            self.say(f"{'Redone' if again else 'Undone'}: {step.words}")
        self._ask()
