"""Tables of cases in the manner of real reporting, and whether the finder gets a case right.

A table is blocks parted by empty lines: the lines of an article ("¶" begins a new paragraph), then
one line for each thing expected, "> …" or "+ …". A line that begins with "!" is a case that the
finder gets wrong today. Lines that begin with "#" are for people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reader.attribution import attribute
from reader.statement import Span, Statement

FOLDER = Path(__file__).parent / "cases"
WRONG_TODAY = "!"
_EXPECTATION = re.compile(r"!?[>+] \S")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing expected: its line in the file, from 1, and whether it is wrong today."""

    number: int
    line: str
    wrong_today: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One article and what is expected of it."""

    text: str
    expected: tuple[Expectation, ...]


Check = Callable[[Case, str], bool]
"""Whether the finder gets one expected line of a case right."""


def cases(path: Path) -> Iterator[Case]:
    """Read a table; raises ValueError, with the line, for a block that is no case."""
    block: list[tuple[int, str]] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([*lines, ""], start=1):
        if line and not line.startswith("#"):
            block.append((number, line))
        elif not line and block:
            yield _case(path, block)
            block = []


def _case(path: Path, block: list[tuple[int, str]]) -> Case:
    expected = tuple(
        Expectation(number, line.removeprefix(WRONG_TODAY), line.startswith(WRONG_TODAY))
        for number, line in block
        if _EXPECTATION.match(line)
    )
    text = [line for _, line in block[: len(block) - len(expected)]]
    if not expected or not text or any(map(_EXPECTATION.match, text)):
        raise ValueError(f"{path}:{block[0][0]}: a case is an article and then what is expected")
    return Case(" ".join(text).replace(" ¶ ", "\n\n"), expected)


@lru_cache(maxsize=1)
def statements(text: str) -> list[Statement]:
    """The statements of a case's text, found once for all its lines."""
    return attribute(text)


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The words of spans, as the tables write them."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def holding(text: str, wanted: str) -> list[Statement]:
    """The statements that hold the words, or whose whole content they are if in braces."""
    found = statements(text)
    if wanted.startswith("{"):
        return [s for s in found if words(text, s.content) == wanted.strip("{}")]
    holds = [s for s in found if wanted in words(text, s.content)]
    return sorted(holds, key=lambda s: (-depth(found, s), len(words(text, s.content))))


def depth(found: list[Statement], statement: Statement) -> int:
    """How many statements a statement lies within."""
    count = 0
    while statement.within is not None:
        statement, count = found[statement.within], count + 1
    return count


def same_name(found: str, wanted: str) -> bool:
    """Whether two speakers are the same to a reader, article and case of the first letter apart."""
    return _plain(found) == _plain(wanted)


def _plain(name: str) -> str:
    return re.sub(r"^the ", "", name.casefold())


def speaker_is(case: Case, line: str) -> bool:
    """The speaker of the innermost statement that holds the words."""
    wanted, _, name = line[2:].partition(" => ")
    found = holding(case.text, wanted)
    return bool(found) and same_name(found[0].speaker, name)


def chain_is(case: Case, line: str) -> bool:
    """The chain of the innermost statement that holds the words, or the outermost's one link."""
    wanted, _, names = line[2:].partition(" => ")
    expected = names.split(" › ")
    found = holding(case.text, wanted)
    if line.startswith("+"):
        outer = [s for s in found if s.within is None]
        return bool(outer) and len(outer[0].chain) == 1 and same_name(outer[0].chain[0], names)
    return (
        bool(found)
        and len(found[0].chain) == len(expected)
        and all(map(same_name, found[0].chain, expected))
        and found[0].chain[-1] == found[0].speaker
    )


def stance_is(case: Case, line: str) -> bool:
    """The stance of the innermost statement that holds the words, or that there is none."""
    wanted, _, stance = line[2:].partition(" => ")
    found = holding(case.text, wanted)
    return not found if stance == "none" else bool(found) and found[0].stance == stance


def kind_is(case: Case, line: str) -> bool:
    """The kind of the innermost statement that holds the words."""
    wanted, _, kind = line[2:].partition(" => ")
    found = holding(case.text, wanted)
    return bool(found) and found[0].kind == kind


def signals_are(case: Case, line: str) -> bool:
    """All signals of the innermost statement that holds the words, with theirs."""
    wanted, _, names = line[2:].partition(" => ")
    found = holding(case.text, wanted)
    if not found:
        return False
    got = {
        s.name.value: sorted(words(case.text, (span,)) for span in s.spans)
        for s in found[0].signals
    }
    expected = {
        name: sorted(part.strip() for part in spans.split(";"))
        for name, spans in re.findall(r"([a-z-]+) \(([^()]*)\)", names)
    }
    return got == expected


def statements_are(case: Case, line: str) -> bool:
    """One statement, its parts written out, and none that no line of the case names."""
    found = {
        " | ".join(words(case.text, part) or "-" for part in (s.source, s.cue, s.content))
        for s in statements(case.text)
    }
    named = {e.line[2:] for e in case.expected}
    wanted = line[2:]
    return not found if wanted == "none" else wanted in found and found <= named


CHECKS: dict[str, Check] = {
    "speakers.txt": speaker_is,
    "speakers_in_articles.txt": speaker_is,
    "chains.txt": chain_is,
    "stance.txt": stance_is,
    "quotations.txt": statements_are,
    "signals.txt": signals_are,
    "kinds.txt": kind_is,
    "traps.txt": statements_are,
}
"""What is checked of each table."""


def results(path: Path) -> Iterator[tuple[Case, Expectation, bool]]:
    """Each expectation of a table, and whether the finder gets it right."""
    check = CHECKS[path.name]
    for case in cases(path):
        for expectation in case.expected:
            yield case, expectation, check(case, expectation.line)
