"""Every shipped theme can be read: words against what they stand on, as they are painted."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style

from reader.article import ZoneKind
from reader.config import Config
from reader.corpus import open_corpus
from reader.judgement import Verdict
from reader.ui.app import ReaderApp
from reader.ui.painting.ink import Ink, InkPot
from reader.ui.themes import load_themes
from reader.ui.widgets.card import Card
from reader.ui.widgets.column import PaneHeader
from reader.ui.widgets.status import StatusLine

_LEGIBLE = 4.5
"""The contrast that WCAG 2.2 asks of text (criterion 1.4.3, level AA)."""
_APART = 1.05
"""A tint weaker than this is not seen beside its background."""

_INKS = [
    Ink(zone, statement, verdict, quoted, focused, part)
    for zone, statement, verdict, quoted, focused, part in product(
        (ZoneKind.BODY, ZoneKind.HEADLINE),
        (True, False),
        (None, *Verdict),
        (True, False),
        (True, False),
        ("", "source", "cue"),
    )
    if statement or not (verdict or quoted or focused)
] + [Ink(zone) for zone in ZoneKind]


def _luminance(color: Color | None) -> float:
    assert color is not None
    assert color.triplet is not None
    channels = [value / 255 for value in color.triplet]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color | None, other: Color | None) -> float:
    """How far two colours stand apart, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def app(tmp_path: Path) -> ReaderApp:
    (tmp_path / "a.txt").write_text("The mill is shut, a foreman said.\n", encoding="utf-8")
    return ReaderApp(open_corpus([tmp_path]), "alice", None, Config())


@pytest.mark.parametrize("theme", sorted(load_themes().by_name))
async def test_every_word_stands_out_from_its_tint(app: ReaderApp, theme: str) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.register_theme(load_themes().by_name[theme])
        app.theme = theme
        await pilot.pause()
        looks: dict[object, Style] = {ink: InkPot(app.desk.pane).style(ink) for ink in _INKS}
        for kind in (Card, StatusLine, PaneHeader):
            widget = app.desk.query_one(kind)
            for name in kind.COMPONENT_CLASSES:
                partial = widget.get_component_rich_style(name, partial=True)
                looks[name] = widget.rich_style + partial
        for name in InkPot.COMPONENTS:
            if "glyph" in name:
                looks[name] = app.desk.pane.get_component_rich_style(name)

    faint = {what: round(contrast(s.color, s.bgcolor), 2) for what, s in looks.items()}
    assert {what: ratio for what, ratio in faint.items() if ratio < _LEGIBLE} == {}


@pytest.mark.parametrize("theme", sorted(load_themes().by_name))
async def test_tints_are_told_apart_from_the_paper_and_the_focus(
    app: ReaderApp, theme: str
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        app.register_theme(load_themes().by_name[theme])
        app.theme = theme
        await pilot.pause()
        pot = InkPot(app.desk.pane)
        paper = pot.style(Ink(ZoneKind.BODY)).bgcolor
        focus = pot.style(Ink(ZoneKind.BODY, statement=True, focused=True)).bgcolor
        tints = {
            verdict: pot.style(Ink(ZoneKind.BODY, statement=True, verdict=verdict)).bgcolor
            for verdict in (None, Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED)
        }

    for tint in tints.values():
        assert contrast(tint, paper) > _APART
        assert tint != focus
    assert contrast(focus, paper) > contrast(tints[None], paper)
    assert len({str(tint) for tint in tints.values()}) == len(tints)
