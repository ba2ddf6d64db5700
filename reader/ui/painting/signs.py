"""The signs beside a verdict in the gutter, and what they mean."""

from __future__ import annotations

CHANGED, MORE, SAME, OPPOSED = "~", "+", "=", "≠"

SIGNS = {
    CHANGED: "its words changed after it was judged",
    MORE: "more than two statements begin in this row",
    SAME: "another article makes the same claim",
    OPPOSED: "another article seems to contradict it",
}
