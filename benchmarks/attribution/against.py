"""This checkout's speed and memory as ratios to another's, each in processes of its own.

Two processes take turns, article by article, so that what else the machine does hits both alike.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).parent.parent.parent
_RUNS = 5

_TIMED = """
import json, sys, time
from reader.attribution import attribute
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
attribute(texts[0])
for line in sys.stdin:
    began = time.process_time()
    attribute(texts[int(line)])
    print(time.process_time() - began, flush=True)
"""

_WEIGHED = """
import json, sys
def held():
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1]) * 4096
text = json.loads(open(sys.argv[1], encoding="utf-8").readline())["text"]
before = held()
from reader.attribution import attribute
attribute(text)
print(held() - before)
"""


class _Worker:
    """A process that times articles in one checkout when told which."""

    def __init__(self, checkout: Path, gold: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _TIMED, gold],
            cwd=checkout,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def spent(self, article: int) -> float:
        """Seconds of CPU that an article took."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{article}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def compare(gold: Path, other: Path, rounds: int) -> None:
    """Print characters a second and memory added, of both checkouts and as ratios."""
    gold = gold.resolve()
    sizes = [len(json.loads(line)["text"]) for line in gold.read_text("utf-8").splitlines()]
    workers = [_Worker(checkout, gold) for checkout in (_ROOT, other)]
    # The quickest of several turns is the one that nothing else disturbed.
    fastest = [
        [
            min(turns)
            for turns in zip(
                *([worker.spent(place) for worker in workers] for _ in range(rounds)), strict=True
            )
        ]
        for place in range(len(sizes))
    ]
    for worker in workers:
        worker.close()
    here, there = (sum(sizes) / sum(each[side] for each in fastest) for side in (0, 1))
    print(f"{'':<28}{'this':>10}{'other':>10}{'ratio':>8}")
    _row("thousand characters a second", here / 1e3, there / 1e3)
    if sys.platform == "linux":
        here, there = (
            median(_memory(checkout, gold) for _ in range(_RUNS)) for checkout in (_ROOT, other)
        )
        _row("memory added, MB", here / 1e6, there / 1e6)


def _memory(checkout: Path, gold: Path) -> int:
    """Bytes that finder and data add to a new process with its first article."""
    told = subprocess.run(
        [sys.executable, "-c", _WEIGHED, gold],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(told.stdout)


def _row(name: str, here: float, there: float) -> None:
    print(f"{name:<28}{here:>10.1f}{there:>10.1f}{here / there:>8.2f}")
