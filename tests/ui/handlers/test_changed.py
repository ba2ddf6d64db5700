"""Judgements whose statement changed: counted, filtered to, compared, settled, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.anchoring import State
from reader.judgement import Anchor, Verdict
from reader.sidecar import SetVerdict, Subject, store_for
from reader.ui.widgets.card import Card
from tests.ui.disk import COURIER, TWICE, come_back, edit, judge, sidecar
from tests.ui.driving import MEDIUM, opened, painted

S = Verdict.SOURCED


@pytest.fixture
def corrected(harbour: Path) -> Path:
    """The reports, the first's two middle statements judged and then corrected."""
    judge(harbour, S, S, S)
    edit(harbour, "Two crews have refused", "Nine crews have refused")
    edit(harbour, "welded it in April", "never welded it in April")
    return harbour


async def test_changed_judgements_are_counted_and_stepped_through_alone(corrected: Path) -> None:
    before = sidecar(corrected).read_bytes()
    async with opened(corrected) as someone:
        assert "3 of 4 · ✓3 · 2 changed" in someone.status
        await someone.press("f")
        assert "changed              2" in someone.sheet
        await someone.press("c")
        assert "only changed" in someone.status
        assert someone.pane.index == 1
        await someone.press("j")
        assert someone.pane.index == 2
        await someone.press("j")
        assert someone.pane.index == 2
        assert "last one that is changed" in someone.status
    assert sidecar(corrected).read_bytes() == before


async def test_the_card_shows_the_old_words_beside_the_new(corrected: Path) -> None:
    async with opened(corrected, MEDIUM) as someone:
        await someone.press("f", "c")
        assert "Two" in someone.card
        assert "Nine" in someone.card
        gone = next(
            segment
            for strip in map(someone.desk.query_one(Card).render_line, range(3))
            for segment in strip
            if segment.text.strip() == "“Two"
        )
        assert gone.style is not None
        assert gone.style.strike


@pytest.mark.parametrize(
    ("key", "verdict"), [("enter", S), ("s", S), ("d", Verdict.DISPUTED), ("0", None)]
)
async def test_an_answer_settles_it_on_disk_and_undo_gives_the_bytes_back(
    corrected: Path, key: str, verdict: Verdict | None
) -> None:
    before = sidecar(corrected).read_bytes()
    async with opened(corrected) as someone:
        await someone.press("f", "c", key)
        await someone.saved()
        assert "· 1 changed" in someone.status
        assert someone.reading.items[1].verdict is verdict
        assert ("Nine crews" in sidecar(corrected).read_text()) is (verdict is not None)
        async with opened(corrected) as other:
            assert other.reading.items[1].verdict is verdict
            assert other.reading.changed() == [2]
        await someone.press("z")
        await someone.saved()
        assert sidecar(corrected).read_bytes() == before
        assert someone.reading.changed() == [1, 2]
        assert someone.pane.index == 1


async def test_all_answered_and_all_undone_leaves_every_byte(corrected: Path) -> None:
    before = sidecar(corrected).read_bytes()
    async with opened(corrected) as someone:
        await someone.press("f", "c", "enter", "d")
        assert someone.reading.changed() == []
        assert "No other statement is changed" in someone.status
        await someone.press("z", "z", "Z", "Z", "z", "z")
        await someone.saved()
    assert sidecar(corrected).read_bytes() == before


async def test_there_is_nothing_to_confirm_where_nothing_changed(harbour: Path) -> None:
    path = judge(harbour, S)
    before = path.read_bytes()
    async with opened(harbour) as someone:
        await someone.press("k", "k", "enter")
        assert "nothing to confirm" in someone.status
    assert path.read_bytes() == before


async def test_words_that_are_no_statement_are_shown_judged_and_given_back(harbour: Path) -> None:
    store = store_for(harbour.resolve(), COURIER, "alice")
    pinned = Anchor("the berth has been closed since")
    store.save([SetVerdict(Subject("berth-closed-0000001", pinned), S)])
    before = store.path.read_bytes()
    async with opened(harbour) as someone:
        index = someone.reading.index_of("berth-closed-0000001")
        assert index == 2
        await someone.press("j", "j")
        assert someone.item.key == "berth-closed-0000001"
        assert "✓ sourced" in someone.card
        assert painted(someone.pane).count("✓") == 1
        await someone.press("d")
        await someone.saved()
        assert b"verdict: disputed" in store.path.read_bytes()
        await someone.press("z")
        await someone.saved()
        assert store.path.read_bytes() == before
        await someone.press("0")
        assert len(someone.reading.items) == 4
        await someone.press("z")
        assert len(someone.reading.items) == 5
        assert someone.item.key == "berth-closed-0000001"
        await someone.saved()
    assert store.path.read_bytes() == before


async def test_two_verdicts_of_a_merge_are_shown_and_settled_by_either_key(harbour: Path) -> None:
    path = judge(harbour, S)
    path.write_text(path.read_text().replace("verdict: sourced\n", TWICE))
    before = path.read_bytes()
    async with opened(harbour) as someone:
        assert "1 of 4 · ✓1 · 1 with two verdicts" in someone.status
        await someone.press("k")
        assert "sourced, but also disputed" in someone.card
        await someone.press("i")
        assert "disputed (a merge found both)" in someone.sheet
        await someone.press("escape")
        for key, verdict in (("s", S), ("d", Verdict.DISPUTED)):
            await someone.press(key, "k")
            assert "but also" not in someone.card
            assert "two verdicts" not in someone.status
            await someone.saved()
            settled = store_for(harbour.resolve(), COURIER, "alice").load()
            (judgement,) = settled.judgements.values()
            assert (judgement.verdict, judgement.disagreement) == (verdict, ())
            await someone.press("z")
            assert "sourced, but also disputed" in someone.card
            await someone.saved()
            assert path.read_bytes() == before


async def test_a_kept_judgement_is_not_written_anew(harbour: Path) -> None:
    path = judge(harbour, S)
    before = path.read_bytes()
    edit(harbour, "on Monday, and forty", "on Monday and some forty")
    curly = "“The ramp is cracked from side to side,”"
    edit(harbour, curly, curly.replace("“", '"').replace("”", '"'))
    async with opened(harbour) as someone:
        assert someone.reading.items[0].state is State.KEPT
        assert someone.verdicts[0] == "sourced"
    assert path.read_bytes() == before


async def test_at_the_end_of_an_article_a_verdict_stays_unless_its_statement_changes(
    harbour: Path,
) -> None:
    async with opened(harbour) as someone:
        await someone.press(*"ssss", "u", ".", "d")
        assert someone.verdicts == ["sourced"] * 4
        assert "Judged already" in someone.status
        await someone.saved()
        edit(harbour, "The weld failed twice", "The weld failed three times")
        come_back(someone)
        await someone.until(lambda: someone.item.state is State.CHANGED, "the change")
        await someone.press("u")
        assert someone.verdicts[3] == "unsourced"
        await someone.press("d", "0", "d")
        assert someone.verdicts[3] == "disputed"
