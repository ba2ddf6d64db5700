"""What is said of a team: which verdicts are compared, what is missing, what costs most."""

from __future__ import annotations

from fractions import Fraction

from reader.judgement import Verdict
from reader.team import THREE_LABELS, Gap, JudgedArticle, Missing, Unit, everyone, measure

SOURCED, UNSOURCED, DISPUTED, NOT = Verdict
_CELLS: dict[str, Verdict | Gap] = {
    "s": SOURCED,
    "u": UNSOURCED,
    "d": DISPUTED,
    "x": NOT,
    "~": Gap.CHANGED,
    "2": Gap.TWO_VERDICTS,
}
NAMES = ("ines", "omar", "paula")


def article(name: str, *units: str, orphaned: dict[str, int] | None = None) -> JudgedArticle:
    """An article of units, each a letter a reviewer and `.` where there is nothing."""
    made = []
    for number, letters in enumerate(units):
        given = zip(NAMES, letters, strict=False)
        cells = {who: _CELLS[letter] for who, letter in given if letter != "."}
        made.append(Unit(f"key-{number}", "words", cells))
    return JudgedArticle(name, tuple(made), orphaned or {})


def test_alpha_takes_missing_verdicts_for_what_they_are() -> None:
    # Krippendorff 2011, with the letters s u d x for the labels 1 2 3 4.
    rows = ("*****34121133*3", "1*213343*******", "**21344*21133*4")
    letters = str.maketrans("1234*", "sudx.")
    units = ["".join(one).translate(letters) for one in zip(*rows, strict=True)]
    team = measure([article("a", *units[:8]), article("b", *units[8:])], NAMES)
    assert team.overall.alpha == Fraction(56, 81)
    assert (team.overall.statements, team.overall.units, team.overall.agreed) == (15, 12, 9)
    assert team.interval is not None


def test_changed_and_doubled_verdicts_are_compared_with_nothing() -> None:
    team = measure([article("a", "s~", "2s", "ss", "su")], NAMES[:2])
    assert (team.overall.units, team.overall.agreed) == (2, 1)


def test_what_is_missing_is_counted_by_reviewer_and_reason() -> None:
    team = measure([article("a", "s~", "2s", "sx", ".u", orphaned={"omar": 3})], NAMES[:2])
    assert team.missing == {
        "ines": Missing(given=2, unjudged=1, two_verdicts=1),
        "omar": Missing(given=3, changed=1, orphaned=3),
    }


def test_with_three_labels_not_a_statement_is_missing() -> None:
    judged = [article("a", "sx", "ss", "uu", "xx")]
    four, three = measure(judged, NAMES[:2]), measure(judged, NAMES[:2], THREE_LABELS)
    assert (four.overall.units, three.overall.units) == (4, 2)
    assert three.overall.alpha == 1
    assert NOT not in three.by_label
    assert three.missing["omar"] == Missing(given=2, excluded=2)


def test_one_label_alone_is_undefined_everywhere_and_never_one() -> None:
    team = measure([article("a", "ss", "ss"), article("b", "ss")], NAMES[:2])
    assert team.overall.agreed == 3
    assert team.overall.alpha is None
    assert team.interval is None
    assert team.pairs[0].kappa is None
    assert team.by_label[SOURCED] == (6, None)
    assert team.by_article["a"].alpha is None
    assert team.costly == ()


def test_each_two_are_compared_on_what_both_judged() -> None:
    team = measure([article("a", "ssu", "su.", "uu.", ".dd")], NAMES)
    tables = {(pair.one, pair.other): dict(pair.table) for pair in team.pairs}
    assert tables == {
        ("ines", "omar"): {(SOURCED, SOURCED): 1, (SOURCED, UNSOURCED): 1, (UNSOURCED,) * 2: 1},
        ("ines", "paula"): {(SOURCED, UNSOURCED): 1},
        ("omar", "paula"): {(SOURCED, UNSOURCED): 1, (DISPUTED, DISPUTED): 1},
    }
    first = team.pairs[0]
    assert (first.units, first.agreed, first.kappa) == (3, 2, Fraction(2, 5))


def test_the_statement_whose_loss_would_raise_alpha_most_is_first() -> None:
    judged = [article("a", "ss.", "sud", "uus", "dd."), article("b", "uuu", "ddd", "su.")]
    team = measure(judged, NAMES)
    assert [one.unit.key for one in team.costly] == ["key-1", "key-2", "key-2"]
    assert team.costly[0].verdicts == {"ines": SOURCED, "omar": UNSOURCED, "paula": DISPUTED}
    for one in team.costly:
        rest = [
            JudgedArticle(
                each.name,
                tuple(unit for unit in each.units if unit is not one.unit),
                {},
            )
            for each in judged
        ]
        alpha = measure(rest, NAMES).overall.alpha
        assert alpha is not None
        assert team.overall.alpha is not None
        assert one.cost == alpha - team.overall.alpha


def test_where_a_statement_alone_makes_the_difference_it_has_no_price_and_is_first() -> None:
    [only] = measure([article("a", "ss", "su")], NAMES[:2]).costly
    assert only.cost is None


def test_everyone_is_all_who_gave_verdicts_but_those_to_leave_out() -> None:
    judged = [article("a", "s~"), article("b", orphaned={"zoe": 1})]
    assert everyone(judged) == ("ines", "omar", "zoe")
    assert everyone(judged, leave_out=["omar"]) == ("ines", "zoe")


def test_who_is_not_asked_for_has_no_say() -> None:
    team = measure([article("a", "ssu", "uus")], ["ines", "omar", "ines"])
    assert team.reviewers == ("ines", "omar")
    assert team.overall.agreed == 2
    assert team.costly == ()
