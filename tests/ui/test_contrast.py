"""Every shipped theme can be read: words against what they stand on, as they are painted."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color, ColorSystem
from rich.style import Style

from reader.article import ZoneKind
from reader.config import Config
from reader.corpus import Corpus, open_corpus
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
    Ink(zone, statement, verdict, quoted, focused, within, part, selected)
    for zone, statement, verdict, quoted, focused, within, part, selected in product(
        (ZoneKind.BODY, ZoneKind.HEADLINE),
        (True, False),
        (None, *Verdict),
        (True, False),
        (True, False),
        (True, False),
        ("", "source", "cue"),
        (True, False),
    )
    if (statement or not (verdict or quoted or focused)) and (focused or not within)
] + [Ink(zone) for zone in ZoneKind]
_STATEMENTS = {
    "plain": Ink(ZoneKind.BODY),
    **{str(one): Ink(ZoneKind.BODY, statement=True, verdict=one) for one in (None, *Verdict)},
    "focus": Ink(ZoneKind.BODY, statement=True, focused=True),
    "within": Ink(ZoneKind.BODY, statement=True, focused=True, within=True),
}
_FEWER = {ColorSystem.EIGHT_BIT: "xterm-256color", ColorSystem.STANDARD: "xterm-16color"}


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


def _seen(style: Style, colors: ColorSystem) -> tuple[object, ...]:
    """What a terminal with so many colours makes of a style."""
    color, ground = (one and one.downgrade(colors) for one in (style.color, style.bgcolor))
    return color, ground, style.bold, style.italic, style.underline, style.strike, style.reverse


def _shown(color: Color | None, colors: ColorSystem) -> Color:
    """A colour as such a terminal shows it, unless its owner chose others."""
    assert color is not None
    fewer = color.downgrade(colors)
    assert fewer.number is not None
    palette = STANDARD_PALETTE if colors is ColorSystem.STANDARD else EIGHT_BIT_PALETTE
    return Color.from_triplet(palette[fewer.number])


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    (tmp_path / "a.txt").write_text("The mill is shut, a foreman said.\n", encoding="utf-8")
    return open_corpus([tmp_path])


@pytest.fixture
def app(corpus: Corpus) -> ReaderApp:
    return ReaderApp(corpus, "alice", None, Config())


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


@pytest.mark.parametrize("colors", _FEWER, ids=lambda colors: colors.name)
@pytest.mark.parametrize("theme", sorted(load_themes().by_name))
async def test_with_fewer_colours_every_kind_of_words_keeps_a_look_of_its_own(
    corpus: Corpus, theme: str, colors: ColorSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", _FEWER[colors])
    app = ReaderApp(corpus, "alice", theme, Config())
    async with app.run_test(size=(100, 30)):
        pot = InkPot(app.desk.pane)
        looks = {name: pot.style(ink) for name, ink in _STATEMENTS.items()}
        quoted = {
            name: pot.style(ink._replace(quoted=True))
            for name, ink in _STATEMENTS.items()
            if ink.statement
        }

    seen = {name: _seen(style, colors) for name, style in looks.items()}
    assert len(set(seen.values())) == len(seen), seen
    for name, style in quoted.items():
        assert _seen(style, colors) != seen[name], name
    legible = {
        name: round(contrast(_shown(style.color, colors), _shown(style.bgcolor, colors)), 2)
        for name, style in (
            looks | {f"{name}, quoted": one for name, one in quoted.items()}
        ).items()
        if name.partition(",")[0] != str(Verdict.NOT_A_STATEMENT)  # faint, and so it is meant
    }
    assert {name: ratio for name, ratio in legible.items() if ratio < _LEGIBLE} == {}


async def test_without_colours_focus_review_and_quotation_are_seen(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp(corpus, "alice", None, Config())
    async with app.run_test(size=(100, 30)):
        pot = InkPot(app.desk.pane)
        looks = {name: pot.style(ink) for name, ink in _STATEMENTS.items()}
        quoted = pot.style(_STATEMENTS["None"]._replace(quoted=True))

    # Which verdict was given, the sign beside the words tells.
    names = ("plain", "None", str(Verdict.SOURCED), str(Verdict.NOT_A_STATEMENT), "focus", "within")
    seen = {(str(looks[one].bgcolor), *_attributes(looks[one])) for one in names}
    assert len(seen) == len(names)
    assert _attributes(quoted) != _attributes(looks["None"])


def _attributes(style: Style) -> tuple[bool | None, ...]:
    return style.bold, style.italic, style.underline, style.strike, style.reverse
