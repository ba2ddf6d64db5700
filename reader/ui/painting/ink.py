"""The styles an article is painted with, put together from the pane's component classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from reader.article import ZoneKind
from reader.judgement import Verdict

if TYPE_CHECKING:
    from textual.widget import Widget

ASIDE_ZONES = frozenset(
    {ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.CAPTION, ZoneKind.BOILERPLATE}
)


BAR = "▌"


class Ink(NamedTuple):
    """What decides the look of a stretch of text.

    `within` is what lies within the statement in focus and is a statement of its own.
    """

    zone: ZoneKind
    statement: bool = False
    verdict: Verdict | None = None
    quoted: bool = False
    focused: bool = False
    within: bool = False
    part: str = ""
    selected: bool = False


class InkPot:
    """Styles by Ink, mixed once and kept until the theme changes."""

    COMPONENTS = frozenset(
        {
            "ink--headline",
            "ink--aside",
            "ink--statement",
            "ink--quoted",
            "ink--focus",
            "ink--within",
            "ink--source",
            "ink--cue",
            "ink--bar",
            "ink--bar-idle",
            "ink--glyph",
            "ink--changed",
        }
        | {f"ink--{verdict}" for verdict in Verdict}
        | {f"ink--glyph-{verdict}" for verdict in Verdict}
    )

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._mixed: dict[Ink, Style] = {}
        self._components: dict[str, Style] = {}
        self._base: Style | None = None

    def clear(self) -> None:
        """Forget all styles: the theme has changed."""
        self._mixed.clear()
        self._components.clear()
        self._base = None

    @property
    def base(self) -> Style:
        """The style of what is not marked at all."""
        if self._base is None:
            self._base = self._widget.rich_style
        return self._base

    def style(self, ink: Ink) -> Style:
        """The style of a stretch of text."""
        style = self._mixed.get(ink)
        if style is None:
            style = self._mixed[ink] = self._mix(ink)
        return style

    def component(self, name: str) -> Style:
        """A component class's style with its background."""
        style = self._components.get(name)
        if style is None:
            style = self._components[name] = self._widget.get_component_rich_style(f"ink--{name}")
        return style

    def _over(self, name: str) -> Style:
        """A component class's own properties alone, to lay over another style."""
        return self._widget.get_component_rich_style(f"ink--{name}", partial=True)

    def _mix(self, ink: Ink) -> Style:
        style = self.base
        if ink.zone is ZoneKind.HEADLINE:
            style += self._over("headline")
        elif ink.zone in ASIDE_ZONES:
            style += self._over("aside")
        if ink.statement:
            judged = str(ink.verdict or "statement")
            style += self._tint("within" if ink.within else "focus" if ink.focused else judged)
            if ink.verdict is Verdict.NOT_A_STATEMENT and ink.focused:
                # Faint words would be lost on the tint of the focus.
                style += self._over(judged).without_color
            if ink.quoted:
                style += self._over("quoted")
        if ink.part:
            style += self._over(ink.part)
        if ink.selected:
            style += self._widget.screen.get_component_rich_style("screen--selection")
            style += Style(reverse=False)
        return style

    def _tint(self, name: str) -> Style:
        """A component's own properties, a translucent background mixed into the one below."""
        return self._over(name) + Style(bgcolor=self.component(name).bgcolor)
