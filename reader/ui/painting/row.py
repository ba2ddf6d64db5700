"""Painting one row of an article: which stretch has which ink, and the glyphs beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.article import ZoneKind
from reader.judgement import GLYPHS, Relation, Verdict
from reader.span import Span
from reader.ui.painting.highlights import Marks, Run
from reader.ui.painting.ink import BAR, Ink, InkPot
from reader.ui.painting.signs import CHANGED, MORE, OPPOSED, SAME

if TYPE_CHECKING:
    from reader.review import Filter, Item


class RowPainter:
    """Paints rows of one article as it stands at this moment."""

    def __init__(
        self,
        text: str,
        items: Sequence[Item],
        marks: Marks,
        focus: int | None,
        active: bool,
        ink: InkPot,
        wanted: Filter | None = None,
        told: Mapping[tuple[Span, ...], bool] | None = None,
    ) -> None:
        self._text = text
        self._items = items
        self._marks = marks
        self._focus = focus
        self._active = active
        self._ink = ink
        self._wanted = wanted
        self._told = told or {}

    def text(self, start: int, end: int, selected: tuple[int, int] | None) -> list[Segment]:
        """The segments of `text[start:end]`; `selected` are columns, -1 for the row's end."""
        chosen = _selection(start, end, selected)
        marked = [
            (run, shown)
            for run in self._marks.between(start, end)
            if (shown := [index for index in run.statements if self._shows(index)])
        ]
        parts = self._focused_parts(start, end)
        edges = {start, end}
        for first, last in [
            *((run.start, run.end) for run, _ in marked),
            *((span.start, span.end) for span, _ in parts),
            *((zone.span.start, zone.span.end) for zone in self._marks.zones_between(start, end)),
            chosen,
        ]:
            edges.update(edge for edge in (first, last) if start < edge < end)
        cuts = sorted(edges)
        segments = []
        for first, last in pairwise(cuts):
            run, shown = next(
                ((run, shown) for run, shown in marked if run.start <= first < run.end), (None, [])
            )
            part = next((name for span, name in parts if span.start <= first < span.end), "")
            ink = self._of(first, run, shown, part, chosen[0] <= first < chosen[1])
            segments.append(Segment(self._text[first:last], self._ink.style(ink)))
        return segments

    def gutter(self, start: int, end: int) -> list[Segment]:
        """Four cells beside `text[start:end]`: verdict, what is noted, told elsewhere, the bar.

        The verdict is that of the first statement that begins there. Beside it stands `~` where a
        judgement's statement changed, else the verdict of a second one, or `+` for still more.
        """
        blank = Segment(" ", self._ink.style(Ink(ZoneKind.BODY)))
        first = bisect_left(self._marks.starts, start)
        last = bisect_left(self._marks.starts, end)
        here = [self._items[index] for index in range(first, last) if self._shows(index)]
        verdict = self._glyph(here[0].verdict) if here else blank
        noted = blank
        if any(item.is_changed for item in here):
            noted = Segment(CHANGED, self._ink.component("changed"))
        elif len(here) > 2:
            noted = Segment(MORE, self._ink.component("glyph"))
        elif len(here) == 2:
            noted = self._glyph(here[1].verdict)
        bar = blank
        if self._beside_focus(start, end):
            bar = Segment(BAR, self._ink.component("bar" if self._active else "bar-idle"))
        return [verdict, noted, self._told_elsewhere(here) or blank, bar]

    def _told_elsewhere(self, here: Sequence[Item]) -> Segment | None:
        """`≠` where another article tells the opposite, `=` where one tells the same."""
        told = [self._opposed(item) for item in here]
        if True in told:
            return Segment(OPPOSED, self._ink.component("glyph-disputed"))
        return Segment(SAME, self._ink.component("glyph")) if False in told else None

    def _opposed(self, item: Item) -> bool | None:
        """Whether another article tells the opposite; the reviewer's own links come first."""
        judgement = item.judgement
        if judgement is not None and judgement.is_opposed:
            return True
        told = self._told.get(item.statement.content)
        if told is None and judgement is not None:
            return False if any(one.relation is Relation.SAME for one in judgement.links) else None
        return told

    def _glyph(self, verdict: Verdict | None) -> Segment:
        look = "glyph" if verdict is None else f"glyph-{verdict}"
        return Segment(GLYPHS[verdict], self._ink.component(look))

    def _shows(self, index: int) -> bool:
        """Whether a statement is marked: the one in focus is, whatever the filter."""
        wanted = self._wanted
        return wanted is None or index == self._focus or wanted.admits(self._items[index])

    def _of(
        self, offset: int, run: Run | None, shown: Sequence[int], part: str, selected: bool
    ) -> Ink:
        zone = next((z.kind for z in self._marks.zones_between(offset, offset + 1)), ZoneKind.BODY)
        if run is None:
            return Ink(zone, part=part, selected=selected)
        focused = self._active and self._focus in shown
        return Ink(
            zone,
            statement=True,
            verdict=self._verdict(
                self._focus if focused and self._focus is not None else shown[-1]
            ),
            quoted=run.quoted,
            focused=focused,
            within=focused and shown[-1] != self._focus,
            part=part,
            selected=selected,
        )

    def _verdict(self, index: int) -> Verdict | None:
        """The verdict that holds: one whose statement changed is none until it is confirmed."""
        item = self._items[index]
        return None if item.is_changed else item.verdict

    def _focused_parts(self, start: int, end: int) -> list[tuple[Span, str]]:
        """The source and cue of the statement in focus that touch a row."""
        if self._focus is None:
            return []
        statement = self._items[self._focus].statement
        named = [(span, "cue") for span in statement.cue]
        named += [(span, "source") for span in statement.source]
        return [(span, name) for span, name in named if span.start < end and start < span.end]

    def _beside_focus(self, start: int, end: int) -> bool:
        if self._focus is None:
            return False
        content = self._items[self._focus].statement.content
        return any(span.start < end and start < span.end for span in content)


def _selection(start: int, end: int, columns: tuple[int, int] | None) -> tuple[int, int]:
    """Selected columns of a row as code points; an empty stretch where there are none."""
    if columns is None:
        return start, start
    first, last = max(0, columns[0]), columns[1]
    return start + first, end if last < 0 else min(end, start + last)
