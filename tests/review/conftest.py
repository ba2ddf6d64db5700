from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles import write_articles
from tests.review.window import Window


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A folder with three reports of four, three and two statements."""
    return write_articles(tmp_path / "harbour")


@pytest.fixture
def folder(harbour: Path) -> Path:
    """The same folder, as it stands on disk."""
    return harbour


@pytest.fixture
def window(folder: Path) -> Window:
    """A window on that folder."""
    return Window(folder)
