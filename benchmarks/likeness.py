"""How fast the same claim is found elsewhere, as ratios: `python -m benchmarks.likeness FOLDER`.

FOLDER holds many articles, of which the first statements are taken, 1,000, 10,000 and 100,000 of
them as far as they go. For each size it prints

- making the index ÷ splitting the same text into words by one regex, in CPU time,
- the memory that the index adds to the process, in MB,
- the 95th percentile of a query ÷ looking at every statement, and the share of what that finds.

Without FOLDER it scores the pairs that people wrote down for the sample corpus.
`--pairs CORPUS BLIND.json GOLD.json SCORER.py` has another annotated set scored.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.likeness_score import SAMPLE, Score, read_pairs, score
from benchmarks.likeness_server import answer
from reader.attribution import attribute
from reader.corpus import open_corpus
from reader.likeness import Index, Telling
from reader.survey import survey_article

_SIZES = (1_000, 10_000, 100_000)
_QUERIES = 100
_EXHAUSTIVE = 10
_WORD = re.compile(r"\w+")


def main() -> int:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--pairs", nargs=4, metavar=("CORPUS", "BLIND", "GOLD", "SCORER"))
    options = parser.parse_args()
    if options.pairs:
        _score(*options.pairs)
    if options.folder is None:
        if not options.pairs:
            print(_score_sample())
        return 0
    told = list(_tellings(options.folder, max(_SIZES)))
    print("statements  index/split  memory MB  query p95/all  found")
    for size in _SIZES:
        if len(told) >= size // 2:
            _measure(told[:size])
    return 0


def _score_sample() -> Score:
    pairs = read_pairs(SAMPLE)
    corpus = str(Path(__file__).parents[1] / "sample_corpus")
    return score(pairs, answer({"corpus": corpus, "statements": pairs["statements"]}))


def _tellings(folder: Path, count: int) -> Iterator[Telling]:
    taken = 0
    for file in open_corpus([folder]).files:
        article = file.read()
        surveyed = survey_article(article, attribute(article.text, article.zones))
        for statement in surveyed.statements:
            yield statement.telling
            taken += 1
            if taken == count:
                return


def _measure(told: Sequence[Telling]) -> None:
    split = min(_cpu(lambda: _split(told)) for _ in range(3))
    gc.collect()
    before = _memory()
    made: list[Index] = []
    build = _cpu(lambda: made.append(Index(told)))
    gc.collect()
    memory = _memory() - before
    index = made[0]
    asked = random.Random(1).sample(range(len(told)), min(_QUERIES, len(told)))
    quick = sorted(_cpu(lambda one=one: index.most_alike(one)) for one in asked)  # type: ignore[misc]
    slow, found, sought = [], 0, 0
    for one in asked[:_EXHAUSTIVE]:
        started = time.process_time()
        every = index.most_alike_of_all(one)
        slow.append(time.process_time() - started)
        least = every[-1].likeness if every else 0.0
        found += sum(alike.likeness >= least - 1e-6 for alike in index.most_alike(one))
        sought += len(every)
    p95 = quick[int(0.95 * (len(quick) - 1))]
    every_time = sorted(slow)[len(slow) // 2]
    print(
        f"{len(told):>10,}  {build / split:>11.1f}  {memory:>9.0f}"
        f"  {p95 / every_time:>13.4f}  {found / max(sought, 1):.3f}"
    )


def _split(told: Sequence[Telling]) -> None:
    passage = None
    for telling in told:
        _WORD.findall(telling.text)
        if telling.passage != passage:
            passage = telling.passage
            _WORD.findall(passage)


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _memory() -> float:
    """Megabytes that the process holds now, or at most held where that cannot be read."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _score(corpus: str, blind: str, gold: str, scorer: str) -> None:
    statements = json.loads(Path(blind).read_text(encoding="utf-8"))
    predicted = answer({"corpus": corpus, "statements": statements})
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(predicted, file)
        file.flush()
        subprocess.run([sys.executable, scorer, gold, file.name], check=True)


if __name__ == "__main__":
    sys.exit(main())
