"""The sample corpus is a model: its sidecars can be read, stand on words, and say why."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from reader.corpus import open_corpus
from reader.judgement import Judgement, Verdict
from reader.sidecar import Sidecar, article_of, is_sidecar, parse

_CORPUS = Path(__file__).parents[1] / "sample_corpus"
_REVIEWERS = {"ines", "tomasz"}
_SIDECARS = sorted(path for path in _CORPUS.rglob("*") if is_sidecar(path.name))


def _sidecar(path: Path) -> Sidecar:
    return parse(path.read_bytes(), str(path))


def _stands(judgement: Judgement, text: str) -> bool:
    flat = " ".join(text.split())
    return all(" ".join(piece.split()) in flat for piece in judgement.anchor.quote.split(" … "))


def _texts() -> dict[Path, str]:
    return {file.path: file.read().text for file in open_corpus([_CORPUS]).files}


def test_every_article_can_be_read_and_names_its_outlet() -> None:
    articles = [file.read() for file in open_corpus([_CORPUS]).files]
    assert [one.path.name for one in articles if not (one.title and one.outlet)] == []


def test_articles_are_short_and_long() -> None:
    lengths = [len(text.split()) for text in _texts().values()]
    assert min(lengths) < 300
    assert max(lengths) > 1400


@pytest.mark.parametrize("path", _SIDECARS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sidecars_lie_beside_their_article_and_say_why(path: Path) -> None:
    sidecar = _sidecar(path)
    assert path.with_name(sidecar.article).is_file()
    assert article_of(path.name) == sidecar.article
    assert sidecar.reviewer in _REVIEWERS
    for judgement in sidecar.judgements.values():
        assert judgement.verdict is not None
        if judgement.verdict in (Verdict.DISPUTED, Verdict.NOT_A_STATEMENT):
            assert judgement.note or judgement.evidence, judgement.key


def test_every_story_was_reviewed_by_both() -> None:
    reviewers = defaultdict(set)
    for path in _SIDECARS:
        reviewers[path.parent.name].add(_sidecar(path).reviewer)
    stories = {path.name for path in _CORPUS.iterdir() if path.is_dir()}
    assert reviewers == dict.fromkeys(stories, _REVIEWERS)


def test_one_judgement_was_made_before_its_article_changed() -> None:
    texts = _texts()
    changed = [
        judgement.anchor.quote
        for path in _SIDECARS
        for judgement in _sidecar(path).judgements.values()
        if not _stands(judgement, texts[path.with_name(_sidecar(path).article)])
    ]
    assert changed == ["about three hundred people attended"]


def test_the_reviewers_differ_on_a_statement_of_each_story() -> None:
    verdicts = defaultdict(set)
    for path in _SIDECARS:
        sidecar = _sidecar(path)
        for key, judgement in sidecar.judgements.items():
            verdicts[path.parent.name, sidecar.article, key].add(judgement.verdict)
    differ = {story for (story, _, _), several in verdicts.items() if len(several) > 1}
    assert differ == {path.name for path in _CORPUS.iterdir() if path.is_dir()}


def test_something_found_was_no_statement() -> None:
    found = {one.verdict for path in _SIDECARS for one in _sidecar(path).judgements.values()}
    assert found == set(Verdict)
