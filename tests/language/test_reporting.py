"""One table of reporting verbs and one of nouns: nothing else says which words report."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.statements.kind import kind
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait, read_nouns, read_verbs
from reader.statement import Kind
from training.reporting import HOLDING, NOUN, reporting_words

ROOT = Path(__file__).parents[2]
DATA = ROOT / "reader/language/english"
VERBS = ENGLISH.verbs
_STRONG = ENGLISH.strong_forms
REPORTING = VERBS.reporting(Trait.SAID) | VERBS.reporting(Trait.HELD)


def test_the_forms_are_those_of_the_lexicon_they_come_from() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "training/inflect.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, ""), told.stderr


@pytest.mark.parametrize("table", ["verbs.tsv", "nouns.tsv", "deeds.tsv"])
def test_a_lemma_has_one_line(table: str) -> None:
    lines = (DATA / table).read_text("utf-8").splitlines()
    lemmas = [line.partition("\t")[0] for line in lines if not line.startswith("#")]
    assert sorted(set(lemmas)) == sorted(lemmas)


def test_the_notice_of_the_lexicon_ships_with_the_tables() -> None:
    notice = (DATA / "verbs.licence.txt").read_text("utf-8")
    assert "Brad Jascob" in notice
    assert "National Library of Medicine" in notice


@pytest.mark.parametrize("wrong", ["sanged", "quized", "speechs", "abhored", "agreing", "crew"])
def test_no_form_is_made_by_adding_an_ending(wrong: str) -> None:
    assert wrong not in VERBS.forms() | ENGLISH.nouns.forms()


def test_irregular_and_doubled_forms_are_there() -> None:
    assert {"said", "swore", "quizzed", "labelled", "labeled", "echoes"} <= VERBS.forms()
    assert VERBS.forms(Trait.RELAYS, of=(Form.GERUND,)) == {"citing", "quoting"}
    assert "brushed_aside" in VERBS.phrases(Trait.DENIES)
    assert VERBS.lemma("tell") == {"tell", "tells", "told", "telling"}
    assert VERBS.particles()["pointed"] == {"out", "to"}


def test_no_form_is_both_of_something_said_and_of_something_held() -> None:
    assert VERBS.forms(Trait.SAID) & VERBS.forms(Trait.HELD) == set()


def test_the_kind_of_a_cue_is_that_of_the_table() -> None:
    assert {kind(word, ENGLISH.cue_counts) for word in VERBS.reporting(Trait.SAID)} == {Kind.SAID}
    assert {kind(word, ENGLISH.cue_counts) for word in VERBS.reporting(Trait.HELD)} == {Kind.HELD}


def test_the_tagger_knows_every_form_by_the_kind_of_the_table() -> None:
    listed = reporting_words(ENGLISH)
    assert {word for word, number in listed.items() if number == HOLDING} == VERBS.forms(Trait.HELD)
    assert set(listed) == VERBS.forms() | ENGLISH.nouns.forms()
    assert listed["assertion"] == NOUN


def test_a_verb_that_hardly_does_anything_else_is_finite_in_its_finite_forms() -> None:
    assert {word for word in _STRONG if not finite(word)} <= ENGLISH.word_class("not finite")


def test_no_word_class_lists_the_verbs_again() -> None:
    text = (DATA / "word_classes.txt").read_text("utf-8")
    names = re.findall(r"^\[(.+)\]$", text, re.MULTILINE)
    again = {name for name in names if len(ENGLISH.word_class(name) & _STRONG) >= _MANY}
    assert again <= _OTHER_CLASSES


_MANY = 4
"""So many reporting verbs side by side are a list of them."""
_OTHER_CLASSES = {"contrasting", "finite", "not finite", "uncompared"}
"""Classes by form or sense, in which words stand that report and words that do not."""


def _lists(source: ast.Module) -> Iterator[tuple[int, set[str]]]:
    """The words of each collection and each alternation of a pattern, by line."""
    for node in ast.walk(source):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield node.lineno, {e.value for e in node.elts if _is_word(e)}  # type: ignore[attr-defined]
        elif isinstance(node, ast.Dict):
            yield node.lineno, {e.value for e in node.keys if _is_word(e)}  # type: ignore[union-attr]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, set(re.findall(r"(?<=[|(:])[a-z]+(?=[|)])", node.value))


def _is_word(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_no_module_of_the_finder_lists_the_verbs_again() -> None:
    room = ROOT / "reader/attribution"
    again = [
        f"{path.relative_to(ROOT)}:{line}: {' '.join(sorted(words & REPORTING))}"
        for path in sorted(room.rglob("*.py"))
        for line, words in _lists(ast.parse(path.read_text("utf-8")))
        if len(words & REPORTING) >= _MANY
    ]
    assert again == []


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("say\tsaid\t-\n", "line 1: 8 columns"),
        ("# head\nsay\tsung\t-\t-\tsays\tsaid\tsaid\tsaying\n", "line 2: no such trait: sung"),
    ],
)
def test_a_line_that_is_none_is_named(table: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_verbs(table)


def test_nouns_have_a_plural() -> None:
    nouns = read_nouns("# head\nanalysis\t-\tanalyses\nclaim\tclause\tclaims\n")
    assert nouns.forms(Trait.CLAUSE) == {"claim", "claims"}
    assert nouns.forms() == {"analysis", "analyses", "claim", "claims"}
