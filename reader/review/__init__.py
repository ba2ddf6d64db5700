"""What one reviewer has open: articles with their judgements, commands, undo and redo.

Everything a screen shows or changes passes here. Nothing here waits for the disk, except `read`
and `study`, which a screen calls in the background.
"""

from reader.review.articles import Reading, Snapshot, Study
from reader.review.drafts import Draft
from reader.review.history import AnyStep, CannotJudge, Step
from reader.review.items import Filter, Item, Progress
from reader.review.links import Target
from reader.review.need import Need, Reason, needs
from reader.review.remarks import Remark
from reader.review.review import Review
from reader.review.strays import Stray

__all__ = [
    "AnyStep",
    "CannotJudge",
    "Draft",
    "Filter",
    "Item",
    "Need",
    "Progress",
    "Reading",
    "Reason",
    "Remark",
    "Review",
    "Snapshot",
    "Step",
    "Stray",
    "Study",
    "Target",
    "needs",
]
