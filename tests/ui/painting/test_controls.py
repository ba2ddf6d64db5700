"""The last door before the terminal lets no control through, whatever a widget shows."""

from __future__ import annotations

from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.color import Color
from textual.screen import Screen

from reader.ui.painting.controls import NoControls
from tests.articles import write_articles
from tests.ui.driving import opened

HOSTILE = "a\x1b[31mb\x9b\u202ec\nd"


def test_a_segment_keeps_its_words_and_loses_what_a_terminal_obeys() -> None:
    plain = Segment("“Quay”\N{NO-BREAK SPACE}4", Style(bold=True))
    linked = Segment("here", Style(bold=True, link="http://x\x1b\\"))
    told = NoControls().apply([plain, Segment(HOSTILE), linked], Color(0, 0, 0))
    assert [segment.text for segment in told] == [plain.text, "a␛[31mb��c d", "here"]
    assert [segment.style and segment.style.link for segment in told] == [None, None, None]
    assert told[0].style == plain.style


class Careless(Screen[None]):
    """A screen that shows what came from outside as it is."""

    def render(self) -> Text:
        return Text(HOSTILE)


async def test_a_widget_that_forgets_to_make_words_safe_is_painted_safely(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "harbour")
    async with opened(folder) as someone:
        await someone.app.push_screen(Careless())
        await someone.until(lambda: "31mb" in someone.sheet)
        assert "a␛[31mb��c" in someone.sheet
        assert not set("\x1b\x9b\u202e") & set(someone.sheet)
