"""The sheet of what lost its place: judgements without words, sidecars without an article."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList

from reader.judgement import Verdict
from reader.sidecar import store_for
from tests.ui.disk import COURIER, HERALD, come_back, edit, judge, sidecar
from tests.ui.driving import MEDIUM, Reviewer, bytes_of, opened

S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED
RAMP = "“The ramp is cracked from side to side,” said Ilse Brandt, the harbour master."
CREWS = "“Two crews have refused to sail,” Brandt said."


async def looked(someone: Reviewer) -> None:
    """Open the sheet and wait until sidecars were looked for."""
    await someone.press("r")
    await someone.until(lambda: "Looking for sidecars" not in someone.sheet, "the sidecars")


def words(someone: Reviewer) -> str:
    """The rows of the sheet, not wrapped."""
    options = someone.app.screen.query_one(OptionList).options
    return "\n".join(str(option.prompt) for option in options)


def rows(someone: Reviewer) -> int:
    """The number of rows on the sheet."""
    return someone.app.screen.query_one(OptionList).option_count


async def test_judgements_without_words_are_counted_let_go_and_brought_back(
    harbour: Path,
) -> None:
    path = judge(harbour, S, D)
    before = path.read_bytes()
    edit(harbour, RAMP, "The ramp is closed.")
    edit(harbour, CREWS, "")
    async with opened(harbour) as someone:
        assert "0 of 2 · 2 orphaned" in someone.status
        await looked(someone)
        assert "✓ “The ramp is cracked from side to side,”" in someone.sheet
        assert "! “Two crews have refused to sail,”" in someone.sheet
        await someone.press("j", "0")
        await someone.saved()
        assert "1 orphaned" in someone.status
        (left,) = store_for(harbour.resolve(), COURIER, "alice").load().judgements.values()
        assert left.verdict is S
        await someone.press("z")
        await someone.saved()
        assert "2 orphaned" in someone.status
        assert path.read_bytes() == before
        await looked(someone)
        await someone.press("0")
        await looked(someone)
        await someone.press("0")
        assert "orphaned" not in someone.status
        await someone.press("z", "z")
        await someone.saved()
        assert path.read_bytes() == before


async def test_nothing_lost_is_said_and_no_key_does_harm(harbour: Path) -> None:
    judge(harbour, S)
    before = bytes_of(harbour)
    async with opened(harbour) as someone:
        await looked(someone)
        assert "None: every judgement has its words." in someone.sheet
        await someone.press("j", "k", "0", "r", "enter", "escape")
        assert someone.app.screen is someone.desk
    assert bytes_of(harbour) == before


async def test_a_stray_sidecar_is_given_to_the_article_that_has_its_words(harbour: Path) -> None:
    path = judge(harbour, S, U)
    path.write_text("# for Monday\n" + path.read_text())
    judge(harbour, D, reviewer="aaron")
    raw = path.read_bytes()
    (harbour / COURIER).rename(harbour / "1-late.txt")
    async with opened(harbour) as someone:
        assert someone.names[0] == "1-late.txt"
        assert someone.verdicts == ["-"] * 4
        await looked(someone)
        said = words(someone)
        assert said.count("its article is gone; its words are in 1-late.txt") == 2
        assert said.index("review.alice.yaml") < said.index("review.aaron.yaml")
        await someone.press("r")
        await someone.until(lambda: rows(someone) == 1, "the row to go")
        given = sidecar(harbour, "1-late.txt")
        await someone.until(lambda: given.exists() and not path.exists(), "the new name")
        assert given.read_bytes() == raw
        await someone.press("escape")
        come_back(someone)
        await someone.until(lambda: someone.verdicts[:2] == ["sourced", "unsourced"], "verdicts")
        await someone.press("k", "k", "d")
        await someone.saved()
        text = given.read_text()
        assert text.startswith("# for Monday\n")
        assert 'article: "1-late.txt"\n' in text
        assert text.count("verdict:") == 2
        await someone.press("z")
        await someone.saved()
        assert given.read_bytes() == raw


async def test_a_sidecar_that_is_there_already_is_not_replaced(harbour: Path) -> None:
    stray = judge(harbour, S)
    stray = stray.rename(harbour / "gone.txt.review.alice.yaml")
    there = judge(harbour, D)
    before = bytes_of(harbour)
    async with opened(harbour) as someone:
        await looked(someone)
        await someone.press("r")
        await someone.until(lambda: "has judged 1-courier.txt already" in words(someone), "why")
        assert "reader merge /dev/null" in words(someone)
        assert rows(someone) == 1
        await someone.press("escape")
        assert someone.verdicts[0] == "disputed"
    assert bytes_of(harbour) == before
    assert stray.exists()
    assert there.exists()


async def test_words_that_stand_nowhere_and_files_that_cannot_be_read_are_listed(
    harbour: Path,
) -> None:
    judge(harbour, S, name=HERALD)
    (harbour / HERALD).unlink()
    (harbour / "gone.txt.review.alice.yaml").write_text("reader: 1\nreviewer: [\n")
    (harbour / "[b]gone\x1b[0m.txt.review.bob.yaml").write_text("")
    before = bytes_of(harbour)
    async with opened(harbour) as someone:
        await looked(someone)
        assert rows(someone) == 3
        assert "no article here has its words" in words(someone)
        assert "gone.txt.review.alice.yaml:" in words(someone)
        assert "[b]gone␛[0m.txt" in words(someone)
        for _ in range(3):
            await someone.press("r", "j")
        assert rows(someone) == 3
    assert bytes_of(harbour) == before


async def test_sidecars_elsewhere_are_given_back_there(harbour: Path, tmp_path: Path) -> None:
    reviews = tmp_path / "mine"
    path = judge(harbour, S)
    (reviews / "older").mkdir(parents=True)
    path.rename(reviews / "older" / "gone.txt.review.alice.yaml")
    async with opened(harbour, MEDIUM, reviews=reviews) as someone:
        await looked(someone)
        await someone.press("r")
        given = reviews / path.name
        await someone.until(given.exists, "the new name")
        await someone.press("escape")
        come_back(someone)
        await someone.until(lambda: someone.verdicts[0] == "sourced", "the verdict")
    assert list(harbour.glob("*.yaml")) == []


async def test_the_sheet_lets_go_of_what_it_shows_although_the_article_is_read_again(
    harbour: Path,
) -> None:
    judge(harbour, S, D)
    edit(harbour, CREWS, "")
    async with opened(harbour) as someone:
        await looked(someone)
        edit(harbour, RAMP, "The ramp is closed.")
        come_back(someone)
        await someone.until(lambda: len(someone.reading.now.orphans) == 2, "the other orphan")
        await someone.press("0")
        await someone.saved()
        (left,) = store_for(harbour.resolve(), COURIER, "alice").load().judgements.values()
        assert left.verdict is S
