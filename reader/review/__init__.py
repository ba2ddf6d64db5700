"""What one reviewer has open: articles with their judgements, commands, undo and redo.

Everything a screen shows or changes passes here. Nothing here waits for the disk, except `read`
and `study`, which a screen calls in the background.
"""

from reader.review.drafts import Draft
from reader.review.filter import Filter
from reader.review.item import Item
from reader.review.links import Target
from reader.review.progress import Progress
from reader.review.reading import Reading
from reader.review.remarks import Remark
from reader.review.review import CannotJudge, Review
from reader.review.step import Step
from reader.review.strays import Stray
from reader.review.study import Snapshot, Study

__all__ = [
    "CannotJudge",
    "Draft",
    "Filter",
    "Item",
    "Progress",
    "Reading",
    "Remark",
    "Review",
    "Snapshot",
    "Step",
    "Stray",
    "Study",
    "Target",
]
