"""Linking a statement to the one beside it: offered for a twin alone, kept, shown, undone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.survey.corpus import write_corpus
from tests.ui.driving import Reviewer, bytes_of, opened

_SIDECAR = "1-ferry/gazette.md.review.alice.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@asynccontextmanager
async def beside_its_twin(folder: Path) -> AsyncIterator[Reviewer]:
    """Open a corpus with the first statement's counterpart beside it."""
    async with opened(folder, compares=True) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings is not None and desk.tellings.complete)
        await someone.until(lambda: "elsewhere" in someone.card, "a counterpart")
        await someone.press("m")
        yield someone


async def test_without_a_twin_beside_it_nothing_is_linked(folder: Path) -> None:
    async with opened(folder) as someone:
        await someone.press("=")
        assert "Show another telling beside it first: m brings one" in someone.status
        assert all(item.judgement is None for item in someone.reading.items)


async def test_the_keys_for_links_are_hinted_at_beside_a_twin_alone(folder: Path) -> None:
    async with opened(folder, compares=True) as someone:
        await someone.until(lambda: "m same claim" in someone.status, "a counterpart")
        assert "d disputed " in someone.status
        assert "contradicts" not in someone.status
        await someone.press("m", "j", "k")
        await someone.until(lambda: "D disputed against" in someone.status)
        assert "d disputed " not in someone.status
        assert "= same" in someone.status
        assert "! contradicts" in someone.status
        await someone.press("j")
        assert "D disputed against" not in someone.status


async def test_a_link_waits_for_the_statement_that_is_on_its_way_beside(folder: Path) -> None:
    third = (folder / "1-ferry" / "wire.md").read_text().replace("State Wire", "Evening Mail")
    (folder / "1-ferry" / "evening.md").write_text(third)
    async with opened(folder, compares=True) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings is not None and desk.tellings.complete)
        while someone.reading.article.outlet != "Vessin Gazette":
            await someone.press("tab")
        await someone.until(lambda: "State Wire" in someone.card)
        await someone.press("m", "m", "!")
        assert "Contradicts" in someone.status
        assert someone.item.judgement is not None


@pytest.mark.parametrize(("key", "sign"), [("=", "="), ("!", "≠"), ("D", "≠")])
async def test_the_gutter_shows_ones_own_links_uncompared_too(
    folder: Path, key: str, sign: str
) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press(key)
        await someone.saved()
    async with opened(folder) as someone:
        signs = {line[2] for line in someone.screen.split("\n")[1:] if line[:4].strip()}
        assert signs & set("=≠") == {sign}


@pytest.mark.parametrize(("key", "relation"), [("=", "same"), ("!", "contradicts")])
async def test_a_link_is_kept_shown_and_no_verdict(folder: Path, key: str, relation: str) -> None:
    async with beside_its_twin(folder) as someone:
        focused = someone.item.key
        await someone.press(key)
        assert someone.item.key == focused
        assert someone.item.verdict is None
        await someone.until(lambda: "State Wire" in someone.card)
        assert f" {relation} " in someone.card
        await someone.saved()
        saved = (folder / _SIDECAR).read_text()
        assert f"  {relation}:\n  - file: wire.md\n" in saved
        assert "verdict:" not in saved


async def test_the_same_key_again_takes_the_link_back(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("=", "=")
        assert "No longer linked to State Wire" in someone.status
        assert someone.item.judgement is None or not someone.item.judgement.links


async def test_disputed_against_is_verdict_and_link_in_one_and_one_undo(folder: Path) -> None:
    before = bytes_of(folder)
    async with beside_its_twin(folder) as someone:
        first = someone.item.key
        await someone.press("D")
        assert someone.verdicts == ["disputed", "-", "-"]
        assert someone.item.key != first
        await someone.press("k")
        await someone.until(lambda: "! disputed against State Wire" in someone.card)
        await someone.saved()
        await someone.press("z")
        assert someone.verdicts == ["-", "-", "-"]
        await someone.saved()
    assert bytes_of(folder) == before


async def test_a_link_whose_end_was_edited_away_stays_and_says_so(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("!")
        await someone.saved()
    wire = folder / "1-ferry" / "wire.md"
    start = wire.read_text().index("“Fourteen")
    end = wire.read_text().index("“Every")
    wire.write_text(wire.read_text()[:start] + wire.read_text()[end:])
    async with opened(folder) as someone:
        await someone.until(lambda: "its words are no longer here" in someone.card)
        assert "contradicts" in someone.card
        assert "Fourteen" in someone.card


async def test_where_a_link_leads_stays_on_the_card_while_it_is_looked_up_anew(
    folder: Path,
) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("=")
        await someone.until(lambda: "= State Wire" in someone.card)
        someone.desk.look_again()
        someone.desk.update()
        assert "= State Wire" in someone.card


async def test_a_link_out_of_what_was_opened_stays_and_says_so(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("=")
        await someone.saved()
    async with opened(folder / "1-ferry" / "gazette.md") as someone:
        await someone.until(lambda: "not among the articles" in someone.card)
        assert "same" in someone.card
        assert someone.verdicts == ["-", "-", "-"]
        assert "0 of 3" in someone.status


async def test_a_note_is_written_on_the_link_just_made_kept_shown_and_undone(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("!")
        assert "C writes a note on the link" in someone.status
        await someone.press("C")
        assert "Note on the link (contradicts: " in someone.sheet
        await someone.type("denies the number, not the sinking")
        await someone.press("enter")
        assert "— denies the number, not the sinking" in someone.card
        await someone.saved()
        assert "    note: denies the number, not the sinking\n" in (folder / _SIDECAR).read_text()
        await someone.press("z")
        assert "Undone: note on contradicts: wire.md" in someone.status
        assert "denies the number" not in someone.card
        assert "contradicts" in someone.card
        await someone.press("Z")
        assert "— denies the number" in someone.card


async def test_after_a_dispute_the_note_is_on_its_link_though_the_focus_went_on(
    folder: Path,
) -> None:
    async with beside_its_twin(folder) as someone:
        first = someone.item.key
        await someone.press("D", "C")
        assert "Note on the link (against: " in someone.sheet
        await someone.type("in part")
        await someone.press("enter")
        place = someone.reading.index_of(first)
        assert place is not None
        judgement = someone.reading.items[place].judgement
        assert judgement is not None
        assert [link.note for link in judgement.links] == ["in part"]
        await someone.press("j", "C")
        assert "This statement has no link." in someone.status


async def test_a_note_left_with_escape_stays_a_draft(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("=", "C", *"half", "escape")
        assert "Left as a draft; C finds it again." in someone.status
        await someone.press("C")
        assert "(a draft)" in someone.sheet
        assert "half" in someone.sheet


async def test_several_links_are_listed_noted_shown_and_taken_away(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("=", "!", "j")
        await someone.press("k")
        await someone.until(lambda: "State Wire" in someone.card)
        await someone.press("C")
        assert "same State Wire" in " ".join(someone.sheet.split())
        assert "contradicts State Wire" in " ".join(someone.sheet.split())
        await someone.press("down", "0")
        assert "The link is gone; z brings it back." in someone.status
        assert someone.item.judgement is not None
        assert [link.relation for link in someone.item.judgement.links] == ["same"]
        await someone.press("z", "C", "enter")
        assert "Note on the link (same: State Wire)" in someone.sheet


async def test_a_link_is_shown_from_the_list(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("=", "!")
        await someone.saved()
    async with opened(folder, (80, 40)) as someone:
        await someone.until(lambda: "State Wire" in someone.card)
        await someone.press("C", "m")
        await someone.until(lambda: someone.idle and "Fourteen" in someone.item.anchor.quote)
        await someone.press("'")
        await someone.until(lambda: someone.idle and "Thirty-one" in someone.item.anchor.quote)


async def test_a_link_whose_end_is_gone_can_be_taken_away(folder: Path) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("=")
        await someone.saved()
    async with opened(folder / "1-ferry" / "gazette.md") as someone:
        await someone.until(lambda: "not among the articles" in someone.card)
        await someone.press("C", "m")
        assert "leads nowhere" in someone.status
        await someone.press("C", "0")
        assert someone.item.judgement is None


async def test_in_one_pane_the_statement_swapped_for_another_can_be_linked_to_it(
    folder: Path,
) -> None:
    async with opened(folder, (80, 24), compares=True) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings is not None and desk.tellings.complete)
        await someone.until(lambda: "State Wire" in someone.card)
        first = someone.item.key
        await someone.press("m")
        await someone.until(lambda: someone.idle and "Fourteen" in someone.item.anchor.quote)
        await someone.press("!")
        assert "Contradicts Vessin Gazette" in someone.status
        await someone.press("!", "'")
        await someone.until(lambda: someone.idle and someone.item.key == first)
        await someone.until(lambda: "beside" in someone.card)
        await someone.press("D")
        assert "Disputed against State Wire" in someone.status
        assert someone.verdicts[0] == "disputed"
        await someone.press("j", "=")
        assert "Show another telling beside it first" in someone.status


async def test_what_moved_meanwhile_is_not_linked_to_what_was_asked_for_before(
    folder: Path,
) -> None:
    async with beside_its_twin(folder) as someone:
        await someone.press("j", "!")
        assert "Show another telling beside it first" in someone.status
        await someone.press("k", "!")
        assert "Contradicts State Wire" in someone.status
