"""Which widgets take letters as letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.dom import DOMNode


def is_text_field(node: DOMNode | None) -> bool:
    """Tell whether what is typed is written into a widget."""
    # No desk writes: importing them would put off the first paint.
    from textual.widgets import Input, TextArea

    return isinstance(node, Input | TextArea)
