"""The finder gets every case of the tables right, but for those that are marked as wrong today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attribution.mark_cases import mark
from tests.attribution.tables import CHECKS, FOLDER, cases, results


@pytest.mark.parametrize("table", CHECKS)
def test_a_table_is_right_but_for_the_cases_marked_wrong_today(table: str) -> None:
    unforeseen = [
        f"{table}:{expectation.number}: {'right again: unmark it' if right else 'wrong'}\n"
        f"    {case.text}\n    {expectation.line}"
        for case, expectation, right in results(FOLDER / table)
        if right == expectation.wrong_today
    ]
    assert not unforeseen, "\n".join(unforeseen)


def test_every_table_is_checked() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(CHECKS)


@pytest.mark.parametrize(
    "block",
    [
        "It rained, she said.",
        "> it rained => she",
        "It rained.\n> It => she\nIt rained.\n> It => a",
    ],
    ids=["nothing expected", "no article", "an article after what is expected"],
)
def test_a_block_that_is_no_case_is_refused(tmp_path: Path, block: str) -> None:
    table = tmp_path / "kinds.txt"
    table.write_text(f"# A table.\n\nIt rained, she said.\n> rained => said\n\n{block}\n")
    with pytest.raises(ValueError, match=r"kinds\.txt:6: "):
        list(cases(table))


def test_the_script_marks_what_is_wrong_and_unmarks_what_is_right(tmp_path: Path) -> None:
    table = tmp_path / "kinds.txt"
    article = "# Weather.\n\nIt had rained, Vale said.\n"
    table.write_text(f"{article}!> It had rained => said\n> It had rained => held\n")
    assert mark(table) == (1, 1, 2)
    assert table.read_text() == f"{article}> It had rained => said\n!> It had rained => held\n"
