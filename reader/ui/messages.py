"""Messages that are not a widget's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.storage import Failed, Written


class SaveReport(Message):
    """The saver's thread has something to say."""

    def __init__(self, report: Written | Failed) -> None:
        super().__init__()
        self.report = report
