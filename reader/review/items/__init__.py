"""What a reviewer steps through: statements with their judgements, filtered and counted."""

from reader.review.items.filter import Filter
from reader.review.items.item import Item
from reader.review.items.matching import Findings, Matched, find, in_text_order, match
from reader.review.items.progress import Progress

__all__ = ["Filter", "Findings", "Item", "Matched", "Progress", "find", "in_text_order", "match"]
