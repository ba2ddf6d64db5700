"""Looking through the corpus, and opening what cannot be read, while statements are looked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.review import Reading, Study
from reader.review.articles import OpenArticles
from tests.articles import HARBOUR, write_articles
from tests.ui.driving import NARROW, opened, started


class Held:
    """Holds up the search for the statements of some articles until it is told to go on."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.goes_on = threading.Event()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """A search that can be held up."""
    held, study = Held(), OpenArticles.study

    def wait_and_study(articles: OpenArticles, reading: Reading) -> Study:
        if reading.file.name in held.names:
            assert held.goes_on.wait(60)
        return study(articles, reading)

    monkeypatch.setattr(OpenArticles, "study", wait_and_study)
    yield held
    held.goes_on.set()


async def test_looking_for_an_unreviewed_statement_says_so_and_can_be_stopped(
    harbour: Path, held: Held
) -> None:
    held.names = {"3-post.txt"}
    async with opened(harbour) as someone:
        await someone.press("tab", *"sss", "tab", *"ssss")
        someone.send("n", "d", "d")
        looking = "Looking for an unreviewed statement in Island Post"
        await someone.until(lambda: looking in someone.status, "what is looked for")
        assert "Esc stops" in someone.status
        await someone.press("escape")
        assert "Stopped looking." in someone.status
        assert someone.verdicts == ["sourced"] * 4
        held.goes_on.set()
        await someone.press("n")
        assert someone.reading.file.name == "3-post.txt"
        assert someone.verdicts == ["-", "-"]
        assert "Looking" not in someone.status


async def test_an_article_whose_statements_are_looked_for_stays_where_no_other_can_be_read(
    tmp_path: Path, held: Held
) -> None:
    held.names = {"1-courier.txt"}
    articles: dict[str, str | bytes] = {
        "1-courier.txt": HARBOUR["1-courier.txt"],
        "2.txt": b"\0\1",
        "3.txt": b"\0\1",
    }
    async with started(write_articles(tmp_path / "few", articles), NARROW) as someone:
        await someone.until(lambda: someone.app.has_review, "the review")
        someone.send("]", "s")
        await someone.until(lambda: "2 articles skipped" in someone.status, "the reason")
        held.goes_on.set()
        await someone.done()
        assert someone.names[0] == "1-courier.txt"
        assert someone.verdicts == ["sourced", "-", "-", "-"]
