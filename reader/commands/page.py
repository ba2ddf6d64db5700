"""Statements laid out for a person: source bold, cue underlined, content tinted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reader.article import Article
from reader.review.items import Findings
from reader.span import Span
from reader.statement import Kind, Statement
from reader.text import safe_line

_STYLES = {"content": "cyan", "source": "bold", "cue": "underline"}
"""Later ones are laid over earlier ones, as a source can stand inside its content."""

_NEWLINES = re.compile("\n+")

_GAP = 60
"""Words between the parts of a statement are left out where they are longer, in code points."""


class Page:
    """Prints articles with their statements to stdout, in colour where that is a terminal."""

    def __init__(self) -> None:
        # Rich itself minds NO_COLOR and leaves out every style where there is no terminal.
        self._console = Console(highlight=False, markup=False, emoji=False)

    def show(self, article: Article, findings: Findings) -> None:
        """Print one article's title and each of its statements."""
        head = Text(article.title, style="bold")
        head.append(f"  {article.label}", style="dim")
        if article.encoding_note:
            head.append(f"  ({article.encoding_note})", style="dim")
        self._console.print(head)
        if article.front_matter.error:
            self._console.print(Text(article.front_matter.error, style="red"))
        for number, statement in enumerate(findings.statements, start=1):
            self._console.print()
            self._console.print(Padding(words(article.text, statement), (0, 0, 0, 2)))
            self._console.print(Padding(Text(_about(number, statement), style="dim"), (0, 0, 0, 2)))
        if not findings.statements:
            self._console.print(Text("  no statements", style="dim"))
        self._console.print()


def words(text: str, statement: Statement) -> Text:
    """The article's own words from the first to the last of the statement's parts, styled."""
    parts = {"content": statement.content, "source": statement.source, "cue": statement.cue}
    shown = Text()
    for start, end in _stretches([span for spans in parts.values() for span in spans]):
        if shown:
            shown.append(" … ", style="dim")
        stretch = Text(_NEWLINES.sub(_on_one_line, text[start:end]))
        for name, style in _STYLES.items():
            for span in parts[name]:
                stretch.stylize(style, max(span.start - start, 0), max(span.end - start, 0))
        shown.append_text(stretch)
    return shown


def _on_one_line(newlines: re.Match[str]) -> str:
    """As many code points as there were, for the styles' sake; a blank line shows as a pilcrow."""
    return " " if len(newlines[0]) == 1 else "¶".center(len(newlines[0]))


def _stretches(spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap or stand near each other."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start - joined[-1].end <= _GAP:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _about(number: int, statement: Statement) -> str:
    says = [
        " › ".join(statement.shown_chain),
        statement.kind.value if statement.kind is Kind.HELD else "",
        statement.mode.value,
        statement.stance.value,
        *(signal.name.value for signal in statement.signals),
        f"within {statement.within + 1}" if statement.within is not None else "",
    ]
    return f"{number}. " + " · ".join(safe_line(word) for word in says if word)
