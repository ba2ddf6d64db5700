"""How soon the same claim is known elsewhere: `python -m benchmarks.survey [CORPUS]`.

With an empty cache each time it prints, in rounds,

- from the start of the survey's process to its answer about the first statement of the first
  article ÷ finding the statements of that article's folder in one process, which is started too.

Exits with 1 where the median is above its limit. Let the machine do nothing else meanwhile.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path, PurePosixPath
from queue import SimpleQueue

from reader.attribution import attribute
from reader.corpus import ArticleFile, open_corpus
from reader.survey import survey_article
from reader.survey.process import Ended, News, Stories, SurveyProcess

_LIMIT = 1.5
_ROUNDS = 5
_ONE_PROCESS = """
import sys
from pathlib import Path
from reader.article import Article
from reader.attribution import attribute
for name in sys.argv[1:]:
    path = Path(name)
    article = Article.from_bytes(path, name, path.read_bytes())
    attribute(article.text, article.zones)
"""


def main() -> int:
    """Print the ratio of each round and their median."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("sample_corpus"))
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    options = parser.parse_args()
    files = open_corpus([options.corpus]).files
    folder = PurePosixPath(files[0].name).parent
    story = [file for file in files if PurePosixPath(file.name).parent == folder]
    print("elsewhere s  one process s  ratio")
    ratios = []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as cache:
            os.environ["XDG_CACHE_HOME"] = cache
            elsewhere = _elsewhere(options.corpus, story[0])
        alone = _in_one_process(story)
        ratios.append(elsewhere / alone)
        print(f"{elsewhere:>11.2f}  {alone:>13.2f}  {ratios[-1]:>5.2f}")
    median = statistics.median(ratios)
    print(f"median {median:.2f}, limit {_LIMIT}")
    return int(median > _LIMIT)


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


def _in_one_process(story: list[ArticleFile]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", _ONE_PROCESS, *(file.path for file in story)], check=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
