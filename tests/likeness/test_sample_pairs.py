"""In the sample corpus the same claims and contradictions are found, as people wrote them down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.likeness_score import SAMPLE, read_pairs, score
from benchmarks.likeness_server import answer
from reader.corpus import open_corpus

_CORPUS = Path(__file__).parents[2] / "sample_corpus"


@pytest.fixture(scope="module")
def pairs() -> dict[str, Any]:
    return read_pairs(SAMPLE)


def test_every_statement_of_the_pairs_stands_where_it_is_said_to(pairs: dict[str, Any]) -> None:
    texts = {file.name: file.read().text for file in open_corpus([_CORPUS]).files}
    wrong = [
        name
        for name, one in pairs["statements"].items()
        if texts[one["file"]][one["start"] : one["end"]] != one["quote"]
    ]
    assert wrong == []


def test_every_pair_names_statements(pairs: dict[str, Any]) -> None:
    named = {
        name
        for kind in ("same", "contradicts", "lookalikes")
        for pair in pairs[kind]
        for name in pair[:2]
    }
    assert named <= set(pairs["statements"])


def test_same_claims_and_contradictions_are_found(pairs: dict[str, Any]) -> None:
    found = score(pairs, answer({"corpus": str(_CORPUS), "statements": pairs["statements"]}))
    assert found.recall >= 0.75
    assert found.hit >= 0.9
    assert found.lookalike <= 0.05
    assert found.claims >= 0.5
    assert found.precision >= 0.4
