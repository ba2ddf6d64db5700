"""How far a review has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reader.judgement import GLYPHS, Verdict

_BAR = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """Statements judged and in all, and how often each verdict was given."""

    judged: int
    total: int
    counts: tuple[tuple[Verdict, int], ...]

    @classmethod
    def of(cls, verdicts: Iterable[Verdict | None]) -> Progress:
        """Count the verdicts of all statements, None for those not reviewed."""
        counted = Counter(verdicts)
        total = counted.total()
        counts = tuple((verdict, counted[verdict]) for verdict in Verdict if counted[verdict])
        return cls(total - counted[None], total, counts)

    def bar(self) -> str:
        """As a header says it: `9 of 26 ▰▱▱▱`; full only when all is judged."""
        full = self.judged * _BAR // self.total if self.total else 0
        return f"{self.judged} of {self.total} {'▰' * full}{'▱' * (_BAR - full)}"

    def words(self) -> str:
        """As the status line says it: `9 of 26 · ✓5 ?3 !1`."""
        signs = " ".join(f"{GLYPHS[verdict]}{count}" for verdict, count in self.counts)
        return f"{self.judged} of {self.total}" + (f" · {signs}" if signs else "")
