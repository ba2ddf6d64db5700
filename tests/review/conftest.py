from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles import write_articles


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A folder with three reports of four, three and two statements."""
    return write_articles(tmp_path / "harbour")
