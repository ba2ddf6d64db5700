"""How fast the screen is, against the least that Textual can do.

usage: python -m benchmarks.screen [CORPUS] [--runs N] [--size 160x45]

Three programs in terminals of their own: `reader CORPUS`, an empty Textual app, and an app with one
Static that counts. Each round starts each of them, in an order that turns, and gives the last two a
key in turn, so that both meet the same noise. Ratios are taken within a round; printed are their
medians, with the smallest and the largest. The exit code is 1 where a median is above its limit.

first text   from the start to the first words of the first article, against the empty app's first
             picture
key          the shortest time from a key to the picture it makes, against the counting app's
CPU a key    of all threads, against the counting app's (on Linux)
CPU at first the same where a statement comes into focus for the first time, so that what other
             articles say of it is asked for and painted when it is known; no limit
bytes a key  sent to the terminal, against the counting app's; no limit

The reader compares its articles in a process of its own, as it does for everybody; keys are
measured once that is done.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.terminal import Terminal
from reader.corpus import open_corpus

SAMPLES = Path(__file__).parents[1] / "sample_corpus"
KEYS = "j" * 20 + "k" * 20
LIMITS = {
    "first text": 1.5,
    "key": 2.0,
    "CPU a key": 3.0,
    "CPU at first": None,
    "bytes a key": None,
}

_EMPTY = """
from textual.app import App
App().run()
"""
_COUNTING = """
from textual.app import App
from textual.widgets import Static

class Counting(App):
    BINDINGS = [("j", "count", ""), ("k", "count", "")]
    count = 0

    def compose(self):
        yield Static("ready 0")

    def action_count(self):
        self.count += 1
        self.query_one(Static).update(f"ready {self.count}")

Counting().run()
"""
_QUIET = 0.06
"""Seconds without a byte after which a key is done with."""
_SETTLED = 2.5
"""Seconds without a byte after which a program that has started, and compared, is idle."""
_WORDS = 3


@dataclass(frozen=True, slots=True)
class Keys:
    """What one program's keys cost: seconds of the shortest, CPU of one on average, usual bytes.

    `first` is the CPU of one while the statements are new.
    """

    shortest: float
    cpu: float
    first: float
    bytes: float


@dataclass(frozen=True, slots=True)
class Round:
    """Three programs measured side by side; times in seconds."""

    empty: float
    text: float
    reader: Keys
    counting: Keys

    def ratios(self) -> dict[str, float]:
        """The reader's figures against the others', by name; without those that are not known."""
        pairs = {
            "first text": (self.text, self.empty),
            "key": (self.reader.shortest, self.counting.shortest),
            "CPU a key": (self.reader.cpu, self.counting.cpu),
            "CPU at first": (self.reader.first, self.counting.cpu),
            "bytes a key": (self.reader.bytes, self.counting.bytes),
        }
        return {name: ours / theirs for name, (ours, theirs) in pairs.items() if theirs}


def measure(corpus: Path, size: tuple[int, int], turn: int) -> Round:
    """One round; in an odd `turn` the reader starts before the empty app."""
    words = " ".join(open_corpus([corpus]).files[0].read().text.split()[:_WORDS])
    ours = [sys.executable, "-m", "reader", str(corpus), "--reviewer", "benchmark"]
    before = None if turn % 2 else empty(size)
    with Terminal(ours, *size) as reader:
        text = reader.painted(lambda shown: words in shown)
        reader.painted(lambda shown: re.search(r"\d+ of \d+", shown))
        reader.rest(_SETTLED)
        first = empty(size) if before is None else before
        with Terminal([sys.executable, "-c", _COUNTING], *size) as counting:
            counting.painted(lambda shown: "ready" in shown)
            counting.rest(_SETTLED)
            return Round(first, text, *press(reader, counting))


def empty(size: tuple[int, int]) -> float:
    """Seconds to the first picture of an empty app."""
    with Terminal([sys.executable, "-c", _EMPTY], *size) as terminal:
        return terminal.painted(lambda shown: len(shown) >= size[0])


def press(reader: Terminal, counting: Terminal) -> tuple[Keys, Keys]:
    """Press the keys in both programs, one after the other."""
    both = (reader, counting)
    for terminal in both:
        for key in "jk":
            terminal.press(key, _QUIET)
    begun = [terminal.cpu() for terminal in both]
    for key in KEYS:
        for terminal in both:
            terminal.press(key, _QUIET)
    used = [terminal.cpu() for terminal in both]
    presses: list[list[tuple[float, int]]] = [[], []]
    for key in KEYS:
        for terminal, kept in zip(both, presses, strict=True):
            kept.append(terminal.press(key, _QUIET))
    ours, theirs = (
        Keys(
            min(seconds for seconds, _ in kept),
            (terminal.cpu() - start) / len(kept),
            (start - before) / len(kept),
            median(size for _, size in kept),
        )
        for terminal, before, start, kept in zip(both, begun, used, presses, strict=True)
    )
    return ours, theirs


def main() -> int:
    """Measure some rounds and print the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screen")
    parser.add_argument("corpus", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--size", default="160x45", help="columns x rows")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled once, as installed programs are
    measure(options.corpus, (columns, rows), 0)  # fills the caches
    rounds = [measure(options.corpus, (columns, rows), turn) for turn in range(options.runs)]
    return report(rounds)


def report(rounds: list[Round]) -> int:
    """Print ratios and times; 1 where a limit is passed."""
    passed = 0
    print(f"{'':12}  ratio  from   to     limit")
    for name, limit in LIMITS.items():
        ratios = [ratios[name] for one in rounds if name in (ratios := one.ratios())]
        if not ratios:
            print(f"{name:12}  not known on this system")
            continue
        middle = median(ratios)
        over = limit is not None and middle > limit
        passed |= over
        shown = f"{limit:.1f}" if limit else "–"
        row = f"{name:12}  {middle:5.2f}  {min(ratios):5.2f}  {max(ratios):5.2f}  {shown}"
        print(row + ("  OVER" if over else ""))
    text, empty = (median(getattr(one, name) for one in rounds) for name in ("text", "empty"))
    keys = [median(one.shortest for one in side) for side in _sides(rounds)]
    print(
        f"medians here: first text {text * 1000:.0f} ms, empty app {empty * 1000:.0f} ms;"
        f" key {keys[0] * 1000:.2f} ms, counting app {keys[1] * 1000:.2f} ms;"
        f" {median(one.reader.bytes for one in rounds):.0f} bytes a key"
    )
    return int(passed)


def _sides(rounds: list[Round]) -> tuple[list[Keys], list[Keys]]:
    return [one.reader for one in rounds], [one.counting for one in rounds]


if __name__ == "__main__":
    raise SystemExit(main())
