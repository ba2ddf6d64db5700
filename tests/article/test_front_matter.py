"""The block at the head of an article is read, told where broken, and never in the way."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article.front_matter import (
    FrontMatter,
    front_matter_span,
    plain_fields,
    read_front_matter,
)
from reader.span import Span
from reader.yamlfields import fields_of
from reader.yamltext import YamlError


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Words without a block\n", FrontMatter()),
        (
            "---\ntitle: Ferry strike\noutlet: Selm Courier\n---\nWords",
            FrontMatter("Ferry strike", "Selm Courier"),
        ),
        ('---\ntitle: "Lund: no talks"\n---\n', FrontMatter("Lund: no talks")),
        (
            "---\nurl: https://selm-courier.example/quay?id=1\n---\n",
            FrontMatter(url="https://selm-courier.example/quay?id=1"),
        ),
        (
            "---\ndate: 2024-03-04\nauthor:\n- Anna Ferro\n- Piet Maas\n---\n",
            FrontMatter(author="Anna Ferro, Piet Maas", date="2024-03-04"),
        ),
        ("---\ntitle: >-\n  Ferry strike\n  goes on\n---\n", FrontMatter("Ferry strike goes on")),
        ("---\ntitle: null\noutlet: ~\nauthor:\ntags: [a, b]\n---\n", FrontMatter()),
        ("---\nrating: 5\n---\n", FrontMatter()),
        ("---\n---\nWords", FrontMatter()),
        ("---\n# nothing yet\n---\nWords", FrontMatter()),
        ("---\ntitle: Ferry strike\nWords, and the rule is never closed\n", FrontMatter()),
        ("\n---\ntitle: not at the head\n---\n", FrontMatter()),
        ("---", FrontMatter()),
    ],
)
def test_front_matter_is_what_it_says(text: str, found: FrontMatter) -> None:
    assert read_front_matter(text, "quay.md") == found


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("---\ntitle: Lund: no talks\n---\nWords", "quay.md:2: a colon is out of place"),
        ("---\ntitle: a\noutlet: b\ntitle: c\n---\n", "quay.md:4: the field title is there twice"),
        ("---\ntitle: !!python/name:os.system x\n---\n", "quay.md:2: the tag"),
        ("---\nJust words\n---\n", "quay.md:2: fields"),
        ("---\nx: " + "[" * 5000 + "\n---\n", "quay.md:2: more than 20 levels"),
    ],
)
def test_a_broken_block_is_told_by_its_line_in_the_article(text: str, error: str) -> None:
    assert read_front_matter(text, "quay.md").error.startswith(error)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("---\ntitle: a\n---\nWords", Span(0, 17)),
        ("---\ntitle: a\n---", Span(0, 16)),
        ("--- \n---\t\n", None),
        ("---\nWords\n", None),
        ("----\n---\n", None),
    ],
)
def test_the_block_is_both_rules_and_what_is_between(text: str, span: Span | None) -> None:
    assert front_matter_span(text) == span


values = st.one_of(
    st.text("a :#-'\"“,", max_size=6),
    st.text("ab1 :/#'\"\\-–“,.?!&*|>%@[]{}~=+\u00e9", max_size=8),
    st.sampled_from(
        ["null", "~", "yes", "12:30", "https://x.example/a?b=c#d", "a: b", "'x'", '"x"']
    ),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=6),
)


@settings(max_examples=500)
@given(st.lists(st.tuples(st.sampled_from(["title", "outlet", "x_y", "Key", ""]), values)))
def test_plain_blocks_are_read_as_yaml_reads_them(lines: list[tuple[str, str]]) -> None:
    block = "".join(f"{name}: {value}\n" for name, value in lines)
    quick = plain_fields(block)
    if quick is None:
        return
    try:
        assert {name: value.text() for name, value in fields_of(block).fields().items()} == quick
    except YamlError as error:
        pytest.fail(f"read though YAML refuses it: {error}")


def test_a_plain_block_is_read_without_importing_yaml() -> None:
    program = (
        "import sys; from reader.article.front_matter import read_front_matter as read;"
        "found = read("
        "'---\\ntitle: Ferry strike\\noutlet: \"Selm: Courier\"\\n---\\nWords', 'quay.md');"
        "assert found.outlet == 'Selm: Courier', found; sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
