"""Tables of cases in the manner of real reporting: the share of each that the finder gets right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.attribution import attribute
from reader.statement import Span, Statement

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One article and what is expected of it, line by line."""

    text: str
    expected: tuple[str, ...]


def cases(name: str) -> Iterator[Case]:
    """Read a table: blocks of text and "> " lines; "¶" begins a new paragraph."""
    for block in (CASES / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        text = " ".join(line for line in lines if line[:2] not in ("> ", "+ "))
        expected = tuple(line for line in lines if line[:2] in ("> ", "+ "))
        if text and expected:
            yield Case(text.replace(" ¶ ", "\n\n"), expected)


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The words of spans, as the tables write them."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def holding(text: str, found: list[Statement], wanted: str) -> list[Statement]:
    """The statements that hold the words, or whose whole content they are if in braces."""
    if wanted.startswith("{"):
        return [s for s in found if words(text, s.content) == wanted.strip("{}")]
    holds = [s for s in found if wanted in words(text, s.content)]
    depths = [depth(found, s) for s in holds]
    order = sorted(
        range(len(holds)), key=lambda n: (-depths[n], len(words(text, holds[n].content)))
    )
    return [holds[n] for n in order]


def depth(found: list[Statement], statement: Statement) -> int:
    """How many statements a statement lies within."""
    count = 0
    while statement.within is not None:
        statement, count = found[statement.within], count + 1
    return count


def same_name(found: str, wanted: str) -> bool:
    """Whether two speakers are the same to a reader, article and case of the first letter apart."""
    return plain(found) == plain(wanted)


def plain(name: str) -> str:
    return re.sub(r"^the ", "", name.casefold())


def speaker_is(case: Case, line: str) -> bool:
    wanted, _, name = line[2:].partition(" => ")
    found = holding(case.text, attribute(case.text), wanted)
    return bool(found) and same_name(found[0].speaker, name)


def chain_is(case: Case, line: str) -> bool:
    wanted, _, names = line[2:].partition(" => ")
    expected = names.split(" › ")
    found = attribute(case.text)
    if line.startswith("+"):
        outer = [s for s in holding(case.text, found, wanted) if s.within is None]
        return bool(outer) and len(outer[0].chain) == 1 and same_name(outer[0].chain[0], names)
    inner = holding(case.text, found, wanted)
    return (
        bool(inner)
        and len(inner[0].chain) == len(expected)
        and all(map(same_name, inner[0].chain, expected))
        and inner[0].chain[-1] == inner[0].speaker
    )


def stance_is(case: Case, line: str) -> bool:
    wanted, _, stance = line[2:].partition(" => ")
    found = holding(case.text, attribute(case.text), wanted)
    return not found if stance == "none" else bool(found) and found[0].stance == stance


def kind_is(case: Case, line: str) -> bool:
    wanted, _, kind = line[2:].partition(" => ")
    found = holding(case.text, attribute(case.text), wanted)
    return bool(found) and found[0].kind == kind


def signals_are(case: Case, line: str) -> bool:
    wanted, _, names = line[2:].partition(" => ")
    found = holding(case.text, attribute(case.text), wanted)
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
    found = sorted(
        " | ".join(words(case.text, part) or "-" for part in (s.source, s.cue, s.content))
        for s in attribute(case.text)
    )
    return found == sorted(e[2:] for e in case.expected if e != "> none")


@pytest.mark.parametrize(
    ("table", "passes", "at_least", "share"),
    [
        pytest.param("speakers.txt", speaker_is, 150, 0.90, id="speakers"),
        pytest.param("chains.txt", chain_is, 60, 0.85, id="chains"),
        pytest.param("stance.txt", stance_is, 60, 0.90, id="stance"),
        pytest.param("quotations.txt", statements_are, 60, 0.95, id="quotations"),
        pytest.param("signals.txt", signals_are, 80, 0.90, id="signals"),
        pytest.param("kinds.txt", kind_is, 60, 0.90, id="kinds"),
    ],
)
def test_the_share_of_a_table_that_passes(
    table: str, passes: Callable[[Case, str], bool], at_least: int, share: float
) -> None:
    results = [(case, line, passes(case, line)) for case in cases(table) for line in case.expected]
    failing = [f"{case.text}\n    {line}" for case, line, passed in results if not passed]
    assert len(results) >= at_least
    assert len(failing) <= (1 - share) * len(results), (
        f"{table}: {len(results) - len(failing)} of {len(results)} pass; not these:\n"
        + "\n".join(failing)
    )
