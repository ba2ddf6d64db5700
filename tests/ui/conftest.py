from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles import write_articles


@pytest.fixture(autouse=True)
def _said_until_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said goes with the next key at once, except in the test of how long it stands."""
    monkeypatch.setattr("reader.ui.said.STANDS", 0.0)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A folder with three reports of four, three and two statements."""
    return write_articles(tmp_path / "harbour")
