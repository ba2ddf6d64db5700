from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article
from reader.span import Span
from reader.statement import Statement
from reader.ui.painting.highlights import Marks, Run, runs

TEXT = 'The mayor said the quay, "long a wreck", would reopen. “We are late,” he said, “but sure.”'


def _statement(*words: str, quoted: tuple[str, ...] = ()) -> Statement:
    return Statement((), (), _found(words), quoted=_found(quoted))


def _found(words: tuple[str, ...]) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


def _told(found: list[Run]) -> list[tuple[str, int, bool]]:
    return [(TEXT[run.start : run.end], run.innermost, run.quoted) for run in found]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([], []),
        (
            [_statement("the quay")],
            [("the quay", 0, False)],
        ),
        (
            [_statement("“We are late,”", "“but sure.”", quoted=("“We are late,”", "“but sure.”"))],
            [("“We are late,”", 0, True), ("“but sure.”", 0, True)],
        ),
        (
            [_statement('the quay, "long a wreck", would reopen', quoted=('"long a wreck"',))],
            [
                ("the quay, ", 0, False),
                ('"long a wreck"', 0, True),
                (", would reopen", 0, False),
            ],
        ),
        (
            [_statement('quay, "long', quoted=('"long',))],
            [("quay, ", 0, False), ('"long', 0, True)],
        ),
        (
            [_statement("The mayor said the quay"), _statement("the quay")],
            [("The mayor said ", 0, False), ("the quay", 1, False)],
        ),
        (
            [_statement("mayor"), _statement("The mayor said the quay")],
            [("The ", 1, False), ("mayor", 0, False), (" said the quay", 1, False)],
        ),
    ],
)
def test_content_is_cut_into_flat_runs(
    statements: list[Statement], expected: list[tuple[str, int, bool]]
) -> None:
    assert _told(runs(statements)) == expected


def _spans(size: int) -> st.SearchStrategy[Span]:
    edges = st.lists(st.integers(0, size), min_size=2, max_size=2, unique=True)
    return edges.map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def _texts_and_statements(draw: st.DrawFn) -> tuple[str, list[Statement]]:
    text = draw(st.text('ab “”"«»', min_size=2, max_size=40))
    spans = st.lists(_spans(len(text)), min_size=1, max_size=3)
    statement = st.builds(
        lambda parts, quoted: Statement((), (), tuple(parts), quoted=tuple(parts[:quoted])),
        spans,
        st.integers(0, 3),
    )
    return text, draw(st.lists(statement, max_size=5))


@settings(max_examples=200, deadline=None)
@given(_texts_and_statements())
def test_runs_are_in_order_without_overlap_and_cover_just_the_content(
    case: tuple[str, list[Statement]],
) -> None:
    _, statements = case
    found = runs(statements)
    for run in found:
        assert run.start < run.end
    for one, other in itertools.pairwise(found):
        assert one.end <= other.start
    painted = {offset for run in found for offset in range(run.start, run.end)}
    content = {o for s in statements for span in s.content for o in range(span.start, span.end)}
    assert painted == content
    for run in found:
        owner = statements[run.innermost].content
        assert all(any(s.start <= o < s.end for s in owner) for o in range(run.start, run.end))


@settings(max_examples=200, deadline=None)
@given(_texts_and_statements())
def test_each_run_names_every_statement_that_holds_it(
    case: tuple[str, list[Statement]],
) -> None:
    _, statements = case
    for run in runs(statements):
        for offset in range(run.start, run.end):
            holding = {
                index
                for index, statement in enumerate(statements)
                if any(span.start <= offset < span.end for span in statement.content)
            }
            assert set(run.statements) == holding
            assert len(run.statements) == len(holding)


def test_a_statement_within_another_is_named_after_it() -> None:
    outer, inner = _statement("The mayor said the quay"), _statement("the quay")
    assert [run.statements for run in runs([outer, inner])] == [(0,), (0, 1)]


@settings(max_examples=200, deadline=None)
@given(_texts_and_statements())
def test_just_the_quoted_stretches_are_painted_as_such(
    case: tuple[str, list[Statement]],
) -> None:
    _, statements = case
    found = runs(statements)
    painted = {o for run in found if run.quoted for o in range(run.start, run.end)}
    assert painted == {o for s in statements for span in s.quoted for o in range(*span)}


def test_what_a_quotation_passes_on_stands_within_its_marks() -> None:
    outer = _statement("“We are late,”", quoted=("“We are late,”",))
    inner = _statement("are late")
    assert _told(runs([outer, inner])) == [
        ("“We ", 0, True),
        ("are late", 1, True),
        (",”", 0, True),
    ]


@settings(max_examples=150, deadline=None)
@given(_texts_and_statements(), st.integers(0, 40), st.integers(0, 40))
def test_marks_find_the_runs_that_a_row_shows(
    case: tuple[str, list[Statement]], one: int, other: int
) -> None:
    _, statements = case
    found = runs(statements)
    start, end = sorted((one, other))
    marks = Marks(found)
    slow = [run for run in found if run.start < end and start < run.end]
    assert list(marks.between(start, end)) == slow
    for offset in range(40):
        covering = [run for run in found if run.start <= offset < run.end]
        assert marks.run_at(offset) == (covering[0] if covering else None)


def test_marks_know_the_zones_of_a_row() -> None:
    from pathlib import Path

    text = "Harbour reopens\n\nThe quay at Halvik reopened on Monday.\n"
    article = Article.from_bytes(Path("a.txt"), "a.txt", text.encode())
    marks = Marks.of(article, [])
    for start in range(0, len(text), 7):
        end = min(len(text), start + 7)
        slow = [z for z in article.zones if z.span.start < end and start < z.span.end]
        assert list(marks.zones_between(start, end)) == slow
