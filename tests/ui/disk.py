"""What others do to the files of an open corpus, and what the reviewer sees of it."""

from __future__ import annotations

from pathlib import Path

from textual.events import AppFocus

from reader.judgement import Verdict
from reader.review.items import find
from reader.sidecar import SetVerdict, Subject, store_for
from tests.ui.driving import Reviewer

COURIER, HERALD, POST = "1-courier.txt", "2-herald.txt", "3-post.txt"
TWICE = "verdict: sourced\n  disagreement: [disputed]\n"


def sidecar(folder: Path, name: str = COURIER, reviewer: str = "alice") -> Path:
    """Where a reviewer's sidecar is."""
    return folder / f"{name}.review.{reviewer}.yaml"


def edit(folder: Path, old: str, new: str, name: str = COURIER) -> None:
    """Correct an article."""
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))


def judge(folder: Path, *verdicts: Verdict, name: str = COURIER, reviewer: str = "alice") -> Path:
    """Judge an article's first statements, as another window does."""
    store = store_for(folder.resolve(), name, reviewer)
    for item, verdict in zip(find((folder / name).read_text()).bare, verdicts, strict=False):
        speaker = item.statement.speaker
        store.save([SetVerdict(Subject(item.key, item.anchor, speaker), verdict)])
    return store.path


def come_back(someone: Reviewer) -> None:
    """Tell the program that its terminal has the focus again."""
    someone.app.post_message(AppFocus())
