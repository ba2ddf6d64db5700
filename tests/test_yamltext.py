"""YAML is plain data here: everything beyond it is refused, with the line it stands in."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.yamlnodes import data
from reader.yamltext import YamlError, compose, line_at


def load(text: str) -> object:
    return data(compose(text))


def test_only_null_is_more_than_text() -> None:
    fields = load(
        "no: no\nratio: 1:20\nnumber: 012\ndate: 2024-03-04\nnothing: ~\nempty:\nnone: ''\n"
    )
    assert fields == {
        "no": "no",
        "ratio": "1:20",
        "number": "012",
        "date": "2024-03-04",
        "nothing": None,
        "empty": None,
        "none": "",
    }


def test_lists_and_fields_lie_within_each_other() -> None:
    assert load("a: [x, null]\nb: {c: {d: [e]}}\nf:\n- g\n- h: i\n") == {
        "a": ["x", None],
        "b": {"c": {"d": ["e"]}},
        "f": ["g", {"h": "i"}],
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_a_text_that_says_nothing_has_no_fields(text: str) -> None:
    assert load(text) == {}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: b\nc: !!python/object:os.system x", 2, "tag"),
        ("a: ! x", 1, "tag"),
        ("a: &x y", 1, "&x is an anchor"),
        ("a: 1\nb: *x", 2, r"\*x is an alias"),
        ("a: 1\nb: 2\na: 3", 3, "the field a is there twice"),
        ("x:\n  a: 1\n  a: 2", 3, "the field a is there twice"),
        ("{a: b, a: c}", 1, "the field a is there twice"),
        ("a: b\n---\nc: d", 2, "a second document begins here"),
        ("%YAML 1.1\n---\na: b", 1, "directives"),
        ("- a\n- b", 1, "fields"),
        ("just words", 1, "fields"),
        ("? [a]\n: b", 1, "the name of a field must be text"),
        ("a: b: c", 1, "a colon is out of place"),
        ("title: Minister: no\n", 1, "a colon is out of place"),
        ("a: b\nc", 2, "a colon is missing"),
        ("a: b\nc: 'never closed\nd: e\n", 2, "never closed"),
        ("a: [1, 2\nb: c", 2, "bracket"),
        ("a: @x", 1, "quotation marks"),
        ("a: b\n\tc: d", 2, "tab"),
        ("a: b\nc: \x1b[31m", 2, r"the character U\+001B is not allowed"),
        ("a: \ud800", 1, r"the character U\+D800 is not allowed"),
        ("a: \u2028\nb: *x", 2, "alias"),
        ("a: " + "[" * 50_000, 1, "more than 20 levels"),
        ("a: " + "{a: " * 50_000, 1, "more than 20 levels"),
        ("a: [" + "x, " * 200_000 + "]", 1, "values are too many"),
        ("a:\n" * 5_000_000, 1, "more than 8 MB"),
    ],
)
def test_what_is_more_than_plain_data_is_refused_with_its_line(
    text: str, line: int, message: str
) -> None:
    with pytest.raises(YamlError, match=message) as caught:
        load(text)
    assert caught.value.line == line
    assert str(caught.value) == caught.value.message


def test_laughs_do_not_multiply() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    with pytest.raises(YamlError, match="anchor"):
        load(laughs)


def test_errors_repeat_no_controls() -> None:
    with pytest.raises(YamlError) as caught:
        load("a: 1\n“\u202e”: 1\n“\u202e”: 2\n")
    assert "\u202e" not in caught.value.message


def described(node: yaml.Node) -> object:
    own = (node.tag, node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        return (*own, node.value, node.style or None)
    parts = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
    return (*own, [described(part) for part in parts])


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "“ü”: 'x'\né:\n  quote: >-\n    words\n    more\n\n  list:\n  - one\n  - \"two\"\n# end\n",
        "a: {b: [c, d], e: f}\ng: |\n  lines\n  kept\n",
    ],
)
def test_nodes_are_those_of_pyyaml_with_its_marks(text: str) -> None:
    theirs = yaml.compose(text, Loader=yaml.BaseLoader)
    assert theirs is not None
    assert described(compose(text)) == described(theirs)


def test_lines_are_counted_as_git_counts_them() -> None:
    text = "a: 1\u2028\nb: 2\n"
    assert line_at(text, text.index("b")) == 2


words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"))


@given(
    st.recursive(
        st.one_of(st.none(), words),
        lambda inner: st.one_of(st.lists(inner), st.dictionaries(words, inner)),
        max_leaves=20,
    )
)
def test_what_pyyaml_writes_is_read_back(value: object) -> None:
    # Its dumper quotes text that a looser reader would take for more than text.
    text = yaml.dump({"value": value}, allow_unicode=False)
    assert load(text) == {"value": value}


@given(st.one_of(st.text(), st.text("[]{}:-?&*!|>'\"%@`#, \nab")))
def test_any_text_is_read_or_refused_within_its_lines(text: str) -> None:
    line = 1
    try:
        load(text)
    except YamlError as error:
        line = error.line
    assert 1 <= line <= text.count("\n") + 1
