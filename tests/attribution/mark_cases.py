"""Mark in the tables of cases what the finder gets wrong today, and nothing else.

usage: python -m tests.attribution.mark_cases [TABLE.txt…]

Read the difference before it is committed: a new mark is something that was right before.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.attribution.tables import CHECKS, FOLDER, WRONG_TODAY, results


def main(names: list[str]) -> int:
    """Mark the tables of these names, or all."""
    unknown = set(names) - set(CHECKS)
    if unknown:
        sys.stderr.write(f"no such table: {', '.join(sorted(unknown))}\n{__doc__}")
        return 2
    for name in names or CHECKS:
        wrong, before, lines = mark(FOLDER / name)
        sys.stdout.write(f"{name}: {wrong} of {lines} wrong today, {before} were marked\n")
    return 0


def mark(path: Path) -> tuple[int, int, int]:
    """Mark one table; how many cases are wrong, how many were marked, how many there are."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [(expectation, right) for _, expectation, right in results(path)]
    for expectation, right in found:
        lines[expectation.number - 1] = ("" if right else WRONG_TODAY) + expectation.line
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return (
        sum(not right for _, right in found),
        sum(expectation.wrong_today for expectation, _ in found),
        len(found),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
