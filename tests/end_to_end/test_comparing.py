"""Contradictions and the ledger in a real terminal, up to files that outlive kill -9."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.terminal import opened
from tests.survey.corpus import write_corpus

pytestmark = pytest.mark.terminal

LINKED = "1-ferry/gazette.md.review.alice.yaml"
NAMED = "speakers.alice.yaml"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.mark.parametrize(("columns", "rows"), [(160, 45), (100, 30), (80, 24), (60, 20)])
def test_a_contradiction_is_found_shown_level_recorded_and_undone(
    corpus: Path, columns: int, rows: int
) -> None:
    with opened(corpus, columns, rows) as terminal:
        terminal.shows("0 of 3")
        terminal.press("t")
        terminal.shows("0 linked, 1 suggested")
        terminal.shows("Thirty-one")
        terminal.press("!")
        terminal.shows("1 linked, 0 suggested")
        terminal.until(lambda: (corpus / LINKED).exists(), "the sidecar")
        assert "  contradicts:\n  - file: wire.md\n" in (corpus / LINKED).read_text()
        terminal.press("\r")
        terminal.shows_no("Contradictions")
        terminal.shows("Fourteen fishermen")
        if columns >= 100:
            words = ("“Thirty-one fishermen", "“Fourteen fishermen")
            terminal.until(
                lambda: any(all(one in row for one in words) for row in terminal.screen.rows),
                "both sides in one row",
            )
        terminal.press("z")
        terminal.until(lambda: not (corpus / LINKED).exists(), "the sidecar to go")
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.is_restored()


def test_who_is_who_outlives_a_kill(corpus: Path) -> None:
    with opened(corpus) as terminal:
        terminal.shows("0 of 3")
        terminal.press("l")
        terminal.shows("4 speakers")
        terminal.press("/selm\r=/obrecht\r=")
        terminal.shows("Ruta Selm is Ines Obrecht; z takes it back")
        terminal.until(lambda: (corpus / NAMED).exists(), "the file")
        terminal.process.kill()
        terminal.process.wait()
    assert (corpus / NAMED).read_text().endswith("./:\n  Ruta Selm: Ines Obrecht\n")
    assert [path.name for path in corpus.iterdir() if path.name.startswith(".")] == []
    with opened(corpus) as terminal:
        terminal.press("l")
        terminal.shows("3 Ines Obrecht")
        terminal.press("\x1b")
        terminal.shows_no("Who says what")
        terminal.press("q")
        assert terminal.ends() == 0
