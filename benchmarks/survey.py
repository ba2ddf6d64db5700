"""How soon the same claim is known elsewhere, and what that costs: `python -m benchmarks.survey`.

With an empty cache each time it prints, in rounds,

elsewhere  from the start of the survey's process to its answer about the first statement of the
           first article ÷ finding the statements of that article's folder in one process
key        from a key to its picture while many articles are being read ÷ the same key where all is
           read, medians; both programs in terminals of their own get the keys in turn

`[CORPUS]` is the sample corpus where it is not given. Exits with 1 where a median is above its
limit. Let the machine do nothing else meanwhile.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from queue import SimpleQueue

from benchmarks.screen import SAMPLES
from benchmarks.terminal import Terminal
from reader.attribution import attribute
from reader.corpus import ArticleFile, open_corpus
from reader.survey import survey_article
from reader.survey.process import Ended, News, Stories, SurveyProcess

_LIMITS = {"elsewhere": 1.5, "key": 1.3}
_SIZE = (160, 45)
_KEYS = "j" * 20 + "k" * 20
_QUIET = 0.06
"""Seconds without a byte after which a key is done with."""
_SETTLED = 2.5
"""Seconds without a byte after which a program has read and compared all there is."""
_COPIES = 30
"""How often each article is there once more, so that reading them takes longer than the keys."""
_ROUNDS = 5
_ONE_PROCESS = """
import sys
from pathlib import Path
from reader.article import Article
from benchmarks.screen import SAMPLES
from benchmarks.terminal import Terminal
from reader.attribution import attribute
for name in sys.argv[1:]:
    path = Path(name)
    article = Article.from_bytes(path, name, path.read_bytes())
    attribute(article.text, article.zones)
"""


def main() -> int:
    """Print the ratios of each round and their medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.survey")
    parser.add_argument("corpus", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    options = parser.parse_args()
    files = open_corpus([options.corpus]).files
    folder = PurePosixPath(files[0].name).parent
    story = [file for file in files if PurePosixPath(file.name).parent == folder]
    rounds = []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as scratch:
            os.environ["XDG_CACHE_HOME"] = scratch
            elsewhere = _elsewhere(options.corpus, story[0]) / _in_one_process(story)
            rounds.append({"elsewhere": elsewhere, "key": _key(files, story, Path(scratch))})
        print("  ".join(f"{name} {ratio:.2f}" for name, ratio in rounds[-1].items()))
    passed = 0
    for name, limit in _LIMITS.items():
        median = statistics.median(one[name] for one in rounds)
        passed |= median > limit
        print(f"{name:9}  median {median:.2f}  limit {limit}{'  OVER' if median > limit else ''}")
    return int(passed)


def _elsewhere(corpus: Path, first: ArticleFile) -> float:
    article = first.read()
    surveyed = survey_article(article, attribute(article.text, article.zones))
    content = surveyed.statements[0].statement.content
    news: SimpleQueue[News] = SimpleQueue()
    started = time.perf_counter()
    survey = SurveyProcess([corpus], first.name, news.put)
    while not isinstance(message := news.get(), Stories):
        if isinstance(message, Ended):
            raise SystemExit("the survey's process has ended")
    found = survey.elsewhere(first.name, content).result()
    taken = time.perf_counter() - started
    survey.close()
    if not found:
        raise SystemExit(f"{first.name}: nothing like its first statement was found")
    return taken


def _in_one_process(story: Sequence[ArticleFile]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", _ONE_PROCESS, *(file.path for file in story)], check=True)
    return time.perf_counter() - started


def _key(files: Sequence[ArticleFile], story: Sequence[ArticleFile], scratch: Path) -> float:
    """Press keys on the first story alone, and on the same amid many articles unread so far."""
    few, many = scratch / "few", scratch / "many"
    for file in story:
        for root in (few, many):
            _write(root / file.name, file.path.read_bytes())
    for number in range(_COPIES):
        for file in files:
            text = file.path.read_bytes() + f"\n\nCopy {number}.\n".encode()
            _write(many / f"zz-{number:02}" / PurePosixPath(file.name).name, text)
    words = " ".join(story[0].read().text.split()[:3])
    with Terminal(_reader(few), *_SIZE) as idle:
        idle.painted(lambda shown: words in shown)
        idle.rest(_SETTLED)
        with Terminal(_reader(many), *_SIZE) as busy:
            busy.painted(lambda shown: words in shown)
            busy.painted(lambda shown: " compared" in shown)
            for key in _KEYS:  # what comes into focus for the first time costs more
                for terminal in (idle, busy):
                    terminal.press(key, _QUIET)
            taken: dict[Terminal, list[float]] = {idle: [], busy: []}
            for key in _KEYS:
                for terminal, seconds in taken.items():
                    seconds.append(terminal.press(key, _QUIET)[0])
    return statistics.median(taken[busy]) / statistics.median(taken[idle])


def _reader(corpus: Path) -> list[str]:
    return [sys.executable, "-m", "reader", str(corpus), "--reviewer", "benchmark"]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
