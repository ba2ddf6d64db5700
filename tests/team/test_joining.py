"""Whose verdicts are on the same statement, whatever the keys and the borders, and which count."""

from __future__ import annotations

from collections.abc import Mapping

from reader.judgement import Anchor, Judgement, Verdict, make_key
from reader.review.items import find
from reader.team import Gap, JudgedArticle, Unit, join
from tests.articles import COURIER

NAME = "1-courier.txt"
FINDINGS = find(COURIER)
SOURCED, UNSOURCED, DISPUTED, NOT = Verdict
WELD = 3
"""The statement on the weld, the article's last."""


def on(place: int, verdict: Verdict | None, key: str = "") -> Judgement:
    """A judgement of the article's statement at a place."""
    item = FINDINGS.bare[place]
    return Judgement(key or item.key, item.anchor, verdict)


def words(quote: str, verdict: Verdict) -> Judgement:
    """A judgement of words with borders of their own."""
    return Judgement(make_key(Anchor(quote)), Anchor(quote), verdict)


def joined(**judged: Judgement) -> JudgedArticle:
    """One judgement a reviewer, by name."""
    return joined_all({name: [one] for name, one in judged.items()})


def joined_all(judged: Mapping[str, list[Judgement]]) -> JudgedArticle:
    return join(
        NAME, FINDINGS, {name: {one.key: one for one in made} for name, made in judged.items()}
    )


def judged(article: JudgedArticle) -> list[Unit]:
    """The statements that somebody judged."""
    return [unit for unit in article.units if unit.cells]


def test_all_statements_are_there_also_those_nobody_judged() -> None:
    article = joined_all({})
    assert [unit.key for unit in article.units] == [item.key for item in FINDINGS.bare]
    assert judged(article) == []


def test_verdicts_meet_on_the_statement_whatever_their_keys() -> None:
    [unit] = judged(joined(ines=on(1, SOURCED, "one-0000001"), omar=on(1, DISPUTED, "two-0000002")))
    assert unit.cells == {"ines": SOURCED, "omar": DISPUTED}
    assert unit.key == FINDINGS.bare[1].key


def test_the_same_key_on_other_words_joins_nothing() -> None:
    article = joined(ines=on(0, SOURCED, "same-0000001"), omar=on(1, SOURCED, "same-0000001"))
    assert [dict(unit.cells) for unit in judged(article)] == [{"ines": SOURCED}, {"omar": SOURCED}]


def test_words_judged_with_other_borders_are_the_statement_most_like_them() -> None:
    article = joined(ines=on(0, SOURCED), omar=words("ramp is cracked from side to side", SOURCED))
    assert [dict(unit.cells) for unit in judged(article)] == [{"ines": SOURCED, "omar": SOURCED}]


def test_words_that_no_statement_has_are_joined_among_reviewers() -> None:
    article = joined(
        ines=words("the berth has been closed since", SOURCED),
        omar=words("and the berth has been closed since", DISPUTED),
        paula=words("Nobody was hurt when the ramp gave way", SOURCED),
    )
    found = [dict(unit.cells) for unit in judged(article)]
    assert found == [{"paula": SOURCED}, {"ines": SOURCED, "omar": DISPUTED}]
    assert len(article.units) == len(FINDINGS.bare) + 2


def test_words_with_too_little_in_common_stay_apart() -> None:
    article = joined(
        ines=words("forty lorries waited on the quay", SOURCED),
        omar=words("stayed at its berth on Monday, and forty lorries", SOURCED),
    )
    assert [list(unit.cells) for unit in judged(article)] == [["omar"], ["ines"]]


def test_joining_is_one_to_one() -> None:
    article = joined_all(
        {
            "ines": [words("the berth has been closed since", SOURCED)],
            "omar": [
                words("berth has been closed", DISPUTED),
                words("the berth has been closed since", SOURCED),
            ],
        }
    )
    found = [dict(unit.cells) for unit in judged(article)]
    assert found == [{"ines": SOURCED, "omar": SOURCED}, {"omar": DISPUTED}]


def test_what_changed_or_has_two_verdicts_does_not_count_but_is_known() -> None:
    item = FINDINGS.bare[WELD]
    twice = Anchor(item.anchor.quote.replace("twice", "three times"), item.anchor.source)
    split = Judgement("k-0000001", item.anchor, SOURCED, disagreement=(DISPUTED,))
    [unit] = judged(joined(ines=Judgement("k-0000002", twice, SOURCED), omar=split))
    assert unit.cells == {"ines": Gap.CHANGED, "omar": Gap.TWO_VERDICTS}


def test_what_lost_its_words_is_counted_for_its_reviewer() -> None:
    gone = words("the mayor of Tarn will pay for all of it himself", SOURCED)
    article = joined(ines=gone, omar=on(0, SOURCED))
    assert dict(article.orphaned) == {"ines": 1}
    assert [dict(unit.cells) for unit in judged(article)] == [{"omar": SOURCED}]


def test_a_note_without_a_verdict_is_none() -> None:
    assert judged(joined(ines=on(0, None), omar=on(1, NOT))) == judged(joined(omar=on(1, NOT)))
