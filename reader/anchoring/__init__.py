"""Judgements and the statements of an article that has changed since they were made.

`describe(text, statements)` gives each statement the Anchor that finds it again: `quote` (content
spans joined by " … ", white space collapsed, whole words), `source` as written, up to five words
`before` and `after`, and `copy` (k, n) only where quote and source stand in the text n times.

`reanchor(text, statements, anchors)` gives each anchor a Placement, in order: KEPT (the same
statement, meaning untouched), CHANGED (found, but a person must look; `why` says what at) or
ORPHANED (no such words). `statement` is the place in `statements`, or None where the finder lists
none and the judgement stays pinned to the words at `spans`.

`difference(old, new)` sets old words beside new ones: `[(Op.SAME | Op.GONE | Op.NEW, text)]`.

All offsets are code points, the end exclusive. Nothing here raises, whatever the text. Nothing
here looks at the resolved speaker: a finder that got better flags no old verdict.
"""

from reader.anchoring.describe import describe
from reader.anchoring.difference import Op, difference
from reader.anchoring.placement import Placement, State
from reader.anchoring.reanchor import reanchor

__all__ = ["Op", "Placement", "State", "describe", "difference", "reanchor"]
