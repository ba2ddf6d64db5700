"""How many colours a terminal shows: the looks of each depth are in reader.tcss."""

from __future__ import annotations

from rich.console import Console

_CLASSES = {
    "truecolor": ("-tinted",),
    "256": ("-tinted", "-palette"),
    "standard": ("-sixteen",),
    "windows": ("-sixteen",),
}
_COLORLESS = ("-colorless",)


def depth_classes(console: Console, no_color: bool) -> tuple[str, ...]:
    """The style classes of a screen whose colours a console cuts down to what there is.

    Translucent tints need all colours. In a palette of 256 two of them may come out as one, so
    there they are fixed; in sixteen colours they would be loud, and words are coloured instead;
    without colours what counts is reversed, underlined or italic.
    """
    if no_color:
        return _COLORLESS
    return _CLASSES.get(console.color_system or "", _COLORLESS)
