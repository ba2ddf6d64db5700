"""A contradiction found, shown level and recorded, in a real terminal of each width."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.terminal import opened
from tests.survey.corpus import write_corpus

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize(("columns", "rows"), [(160, 45), (100, 30), (80, 24)])
def test_what_two_outlets_contradict_is_found_shown_and_recorded(
    tmp_path: Path, columns: int, rows: int
) -> None:
    folder = write_corpus(tmp_path / "corpus")
    with opened(folder, columns, rows) as terminal:
        terminal.shows("≠ State Wire")
        terminal.press("N")
        terminal.shows("contradicted")
        terminal.press("m")
        terminal.shows("Fourteen fishermen drowned when the ferry")
        if columns < 100:
            terminal.shows("Ferry 2/2 · State Wire")
            terminal.press("'")
            terminal.shows("Ferry 1/2 · Vessin Gazette")
        terminal.press("DCdenies the number\r")
        terminal.shows("saved")
        terminal.press("q")
        assert terminal.ends() == 0
    written = (folder / "1-ferry" / "gazette.md.review.alice.yaml").read_text()
    assert "  verdict: disputed\n" in written
    assert "  against:\n  - file: wire.md\n" in written
    assert "    note: denies the number\n" in written
