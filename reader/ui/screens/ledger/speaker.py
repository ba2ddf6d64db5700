"""One speaker of the ledger: the statements, and which of the names are really the speaker's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.speakers import Alias
from reader.survey.plain import Place
from reader.survey.plain_ledger import KnownSaid, KnownSpeaker
from reader.text import safe_line
from reader.ui.keys.actions import key_of
from reader.ui.screens.ledger.listing import ListRow, ListSheet
from reader.ui.screens.ledger.rows import said_row


class SpeakerScreen(ListSheet[KnownSaid, Place | Alias]):
    """Gives back the statement to go to, or the name to take from the speaker."""

    TITLE_LINE = "Who says what"

    def __init__(
        self,
        speaker: KnownSpeaker,
        ask: Callable[[Callable[[list[KnownSaid]], object]], None],
        keys: Mapping[str, Sequence[str]],
    ) -> None:
        super().__init__(keys)
        self.bind(keys["link-unrelated"], "part")
        self.FOOT = (
            f"Enter goes there · {key_of(keys, 'link-unrelated')} takes this name from the speaker"
            " · / finds · Esc back"
        )
        self._speaker = speaker
        self._ask = ask
        self._said: list[KnownSaid] | None = None

    def on_mount(self) -> None:
        """Ask for the statements."""
        self._ask(self._take)

    def _take(self, said: list[KnownSaid]) -> None:
        self._said = said
        self.renew()

    def rows(self) -> Sequence[ListRow[KnownSaid]]:
        """The statements, those that are only guessed to be the speaker's last."""
        name, room = self._speaker.names[0], self.room
        return [ListRow(said_row(one, name, room), one, _words(one)) for one in self._said or ()]

    def head(self) -> str:
        """All names."""
        return safe_line(" · ".join(self._speaker.names))

    def nothing(self) -> str:
        """Why there is no statement."""
        return "Asking for the statements…" if self._said is None else "No statements any more."

    def choose(self, chosen: KnownSaid) -> None:
        """Go to a statement."""
        self.dismiss(chosen.place)

    def action_part(self) -> None:
        """Take the name under which a statement stands from the speaker."""
        chosen = self.chosen
        if chosen is None:
            return
        if not chosen.place.sure:
            self.say("This speaker is only guessed, and joins nobody.")
        elif len(self._speaker.known_as) == 1:
            self.say(f"{chosen.known_as.name} is the only name here.")
        else:
            self.dismiss(chosen.known_as)


def _words(one: KnownSaid) -> str:
    return f"{one.place.outlet} {one.known_as.name} {one.place.quote}".casefold()
