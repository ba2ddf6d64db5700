"""The desk: what is in front of the reviewer, what is told of it, and what happens to it."""

from reader.ui.screens.desk.desk import Desk, height_class
from reader.ui.screens.desk.in_front import FIRST_PANES

__all__ = ["FIRST_PANES", "Desk", "height_class"]
