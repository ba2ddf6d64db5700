"""What nobody foresaw, on the screen: the terminal comes back, one sentence, exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles import write_articles
from tests.end_to_end.terminal import Terminal

_PROGRAM = """
import asyncio, gc, sys, threading

def fail(*arguments, **options):
    secret = "what a local variable holds"
    raise RuntimeError("\\x1b]0;owned\\x07 broken")

async def fail_later():
    fail()

def fail_in_a_task(desk):
    task = asyncio.get_running_loop().create_task(fail_later())
    task.add_done_callback(lambda done: None)

{broken}
from reader.cli import main
sys.exit(main())
"""
_ON_A_KEY = "from reader.ui.handlers.table import HANDLERS; HANDLERS['next-statement'] = "


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "harbour")


@pytest.mark.parametrize(
    ("broken", "keys"),
    [
        pytest.param(
            "import reader.ui.handlers.opening as place; place.first_articles = fail",
            "",
            id="before the first paint",
        ),
        pytest.param(
            "from reader.ui.widgets.pane import ArticlePane; ArticlePane.render_line = fail",
            "",
            id="painting",
        ),
        pytest.param(
            "import reader.review.articles.open_articles as place; place.find = fail",
            "",
            id="finding, in a thread",
        ),
        pytest.param(f"{_ON_A_KEY}fail", "sj", id="a key"),
        pytest.param(
            f"{_ON_A_KEY}lambda desk: threading.Thread(target=fail).start()",
            "sj",
            id="a thread of its own",
        ),
        pytest.param(f"{_ON_A_KEY}fail_in_a_task", "sj", id="a task nobody waits for"),
        pytest.param(f"{_ON_A_KEY}lambda desk: desk.set_timer(0.01, fail)", "sj", id="a timer"),
    ],
)
def test_whatever_fails_is_one_sentence_and_a_restored_terminal(
    harbour: Path, tmp_path: Path, broken: str, keys: str
) -> None:
    program = ["-c", _PROGRAM.format(broken=broken)]
    state = tmp_path / "state"
    with Terminal(
        [harbour, "--reviewer", "alice"], program=program, XDG_STATE_HOME=str(state)
    ) as terminal:
        if keys:
            terminal.shows("· unreviewed")
            terminal.press(keys)
        assert terminal.ends() == 2
        assert terminal.is_restored()
        told = " ".join(terminal.screen.rows)
        assert "reader: An unexpected error (RuntimeError) ended this" in told
        for hidden in ("Traceback", "secret", "\x1b]0"):
            assert not any(hidden in text for text in terminal.screen.texts)
    (details,) = (one for one in (state / "reader").iterdir() if one.is_file())
    assert "in fail" in details.read_text()
    assert "what a local variable holds" not in details.read_text()
    if keys:  # what was judged before is not lost
        sidecar = harbour / "1-courier.txt.review.alice.yaml"
        assert "verdict: sourced" in sidecar.read_text()
