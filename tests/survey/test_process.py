"""The survey in a process of its own: progress, stories, answers; its end harms nobody."""

from __future__ import annotations

import io
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from queue import Queue

import pytest

from reader.article import Article
from reader.attribution import attribute
from reader.judgement import Verdict
from reader.speakers import Alias
from reader.survey.process import Ended, News, Progress, Stories, SurveyProcess
from tests.articles import write_articles
from tests.survey.corpus import FILES, write_corpus

_PATIENCE = 60
_STARTS_A_SURVEY = """
import sys, time
from pathlib import Path
from reader.survey.process import SurveyProcess
survey = SurveyProcess([Path(sys.argv[1])], "", lambda news: None)
print(survey._process.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def told() -> Queue[News]:
    return Queue()


@pytest.fixture
def process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Queue[News]
) -> Iterator[SurveyProcess]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    corpus = write_corpus(tmp_path / "corpus")
    started = SurveyProcess([corpus], "1-ferry/wire.md", told.put)
    yield started
    started.close()


def stories(told: Queue[News], *, complete: bool) -> Stories:
    while True:
        message = told.get(timeout=_PATIENCE)
        if isinstance(message, Stories) and message.complete is complete:
            return message


def test_the_first_folder_is_compared_before_the_rest(
    process: SurveyProcess, told: Queue[News]
) -> None:
    seen: list[News] = []
    while not (seen and isinstance(seen[-1], Stories) and seen[-1].complete):
        seen.append(told.get(timeout=_PATIENCE))
    assert [one.complete for one in seen if isinstance(one, Stories)] == [False, True]
    assert [one for one in seen if isinstance(one, Progress)][-1] == Progress(3, 3)
    assert [story.label for one in seen if isinstance(one, Stories) for story in one.stories] == [
        "Ferry",
        "Ferry",
        "Frost",
    ]


def test_counterparts_are_asked_by_where_the_statement_stands(
    process: SurveyProcess, told: Queue[News]
) -> None:
    stories(told, complete=True)
    name = "1-ferry/wire.md"
    article = Article.from_bytes(Path(name), name, FILES[name].encode())
    statement = attribute(article.text)[0]
    found = process.elsewhere(name, statement.content).result(timeout=_PATIENCE)
    assert found[0].place.article == "1-ferry/gazette.md"
    (told_of,) = process.told(name).result(timeout=_PATIENCE)[statement.content].against
    assert (told_of.place, told_of.opposed) == (found[0].place, True)
    gazette = FILES["1-ferry/gazette.md"]
    start, end = found[0].place.content[0]
    assert "Thirty-one fishermen" in gazette[start:end]


def test_contradictions_of_a_story(process: SurveyProcess, told: Queue[News]) -> None:
    stories(told, complete=True)
    found = process.contradictions("1-ferry/wire.md").result(timeout=_PATIENCE)
    assert any("number" in one.why for one in found)
    assert process.contradictions("2-frost/post.md").result(timeout=_PATIENCE) == []


def test_an_article_that_changed_is_read_again(
    process: SurveyProcess, told: Queue[News], tmp_path: Path
) -> None:
    stories(told, complete=True)
    name = "2-frost/post.md"
    changed = FILES[name].replace("2-frost", "") + "\n“Frost killed the bees,” said Ida Brandt.\n"
    (tmp_path / "corpus" / name).write_text(changed, encoding="utf-8")
    process.read_again(name).result(timeout=_PATIENCE)
    stories(told, complete=True)
    content = attribute(changed)[-1].content
    assert process.elsewhere(name, content).result(timeout=_PATIENCE) is not None


def test_a_process_that_dies_leaves_no_question_open(
    process: SurveyProcess, told: Queue[News]
) -> None:
    stories(told, complete=True)
    os.kill(process._process.pid, signal.SIGSTOP)
    asked = process.contradictions("1-ferry/wire.md")
    os.kill(process._process.pid, signal.SIGKILL)
    with pytest.raises(CancelledError):
        asked.result(timeout=_PATIENCE)
    process._process.wait(timeout=_PATIENCE)
    with pytest.raises(CancelledError):
        process.contradictions("1-ferry/wire.md").result(timeout=_PATIENCE)
    assert told.get(timeout=_PATIENCE) == Ended()


def test_asking_a_process_that_does_not_listen_never_waits(
    process: SurveyProcess, told: Queue[News]
) -> None:
    stories(told, complete=True)
    os.kill(process._process.pid, signal.SIGSTOP)
    long = [("1-ferry/wire.md", "k" * 1000)] * 1000  # far more than a pipe holds
    asked = [process.places(long) for _ in range(5)]
    os.kill(process._process.pid, signal.SIGCONT)
    assert [len(one.result(timeout=_PATIENCE)) for one in asked] == [1000] * 5


def test_a_process_that_does_not_listen_can_be_closed(
    process: SurveyProcess, told: Queue[News]
) -> None:
    stories(told, complete=True)
    os.kill(process._process.pid, signal.SIGSTOP)
    asked = process.places([("1-ferry/wire.md", "k" * 100_000)] * 10)
    process.close()
    with pytest.raises(CancelledError):
        asked.result(timeout=_PATIENCE)
    assert process._process.returncode is not None
    process.close()


@pytest.mark.parametrize(
    "junk", ["no JSON", "[]", "7", '{"id": 99, "answer": []}', '{"done": 1}', '{"stories": 3}', ""]
)
def test_nonsense_from_the_process_is_passed_over(
    process: SurveyProcess, told: Queue[News], junk: str
) -> None:
    stories(told, complete=True)
    assert process._process.stdout is not None
    real, process._process.stdout = (
        process._process.stdout,
        io.BytesIO(f'{junk}\n{{"done": 2, "of": 3}}\n'.encode()),
    )
    process._listen()
    process._process.stdout = real
    assert told.get(timeout=_PATIENCE) == Progress(2, 3)


def test_an_answer_that_makes_no_sense_leaves_no_question_open(
    process: SurveyProcess, told: Queue[News]
) -> None:
    stories(told, complete=True)
    os.kill(process._process.pid, signal.SIGSTOP)
    asked = process.told("1-ferry/wire.md")
    process._take({"id": process._number, "answer": [{"no": "content"}]})
    with pytest.raises(CancelledError):
        asked.result(timeout=_PATIENCE)


def test_the_process_ends_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "harbour")
    starter = subprocess.Popen(
        [sys.executable, "-c", _STARTS_A_SURVEY, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    survey = int(starter.stdout.readline())
    starter.kill()
    starter.wait(timeout=_PATIENCE)
    while _runs(survey):
        select.select([], [], [], 0.05)


def _runs(pid: int) -> bool:
    """Whether a process goes on; one that nobody waited for has ended too."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(state) and not state.startswith("Z")


def test_a_process_that_is_closed_says_nothing_more(
    process: SurveyProcess, told: Queue[News]
) -> None:
    stories(told, complete=True)
    process.close()
    process._listener.join(timeout=_PATIENCE)
    assert told.empty()


def test_mentions_of_an_origin_are_asked_by_where_the_statement_stands(
    process: SurveyProcess, told: Queue[News]
) -> None:
    stories(told, complete=True)
    name = "1-ferry/gazette.md"
    article = Article.from_bytes(Path(name), name, FILES[name].encode())
    content = attribute(article.text)[0].content
    assert process.mentions(name, content).result(timeout=_PATIENCE) == []


def test_what_nobody_foresaw_is_written_down_and_ends_the_process_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = write_articles(tmp_path / "harbour")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "reader.survey", "1-courier.txt", folder],
        input=b"no request\n",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, b"")
    (details,) = (tmp_path / "state" / "reader").iterdir()
    assert "JSONDecodeError" in details.read_text()


def test_a_screen_that_has_ended_is_nothing_unforeseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = write_articles(tmp_path / "harbour")
    listening, speaking = os.pipe()
    os.close(listening)  # as when the screen ends while the survey is still reading
    with os.fdopen(speaking, "wb") as pipe:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "reader.survey", "1-courier.txt", folder],
            stdin=subprocess.PIPE,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
        )
        process.wait(_PATIENCE)
        assert process.stdin is not None
        process.stdin.close()
    assert not (tmp_path / "state").exists()


def test_the_ledger_as_a_reviewer_joins_and_judges(
    process: SurveyProcess, told: Queue[News], tmp_path: Path
) -> None:
    stories(told, complete=True)
    aliases = {Alias("1-ferry/", "Ruta Selm"): "Ines Obrecht"}
    (tmp_path / "corpus" / "1-ferry" / "wire.md.review.ida.yaml").write_text(
        "reader: 1\narticle: wire.md\nreviewer: ida\n\nold-key-1234567:\n  verdict: disputed\n"
        "  quote: “Every lifeboat on the port side was unlocked,”\n  source: Hadrik\n"
        "  contradicts:\n  - {file: gazette.md, key: k-1234567, quote: q}\n"
    )
    ledger = process.ledger(aliases, "ida", None).result(timeout=_PATIENCE)
    assert [(one.label, one.statements, len(one.origins)) for one in ledger.stories] == [
        ("Ferry", 5, 2),
        ("Frost", 1, 1),
    ]
    obrecht, hadrik, _ = ledger.speakers
    assert obrecht.names == ("Ines Obrecht", "Ruta Selm")
    assert (obrecht.statements, obrecht.guessed, obrecht.articles, obrecht.first_hand) == (
        3,
        0,
        1,
        3,
    )
    assert (hadrik.verdicts, hadrik.opposed) == ({Verdict.DISPUTED: 1}, 1)
    said = process.said(hadrik.known_as[0]).result(timeout=_PATIENCE)
    assert [one.verdict for one in said] == [None, Verdict.DISPUTED]
    assert {one.known_as.name for one in said} <= {alias.name for alias in hadrik.known_as}
    ends = [("1-ferry/wire.md", said[0].place.key), ("nowhere.md", "x")]
    assert process.places(ends).result(timeout=_PATIENCE) == [said[0].place, None]


def test_a_ledger_may_be_asked_for_at_any_time(tmp_path: Path, told: Queue[News]) -> None:
    process = SurveyProcess([write_corpus(tmp_path)], "1-ferry/wire.md", told.put)
    try:
        ledger = process.ledger({}, "ida", None).result(timeout=_PATIENCE)
        assert all(one.names for one in ledger.speakers)
        assert process.said(Alias("", "Nobody")).result(timeout=_PATIENCE) == []
    finally:
        process.close()
