"""The statement in full: the way of its words link by link, and who else rests on its origin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.ui.elsewhere.tellings import Tellings
from tests.articles import write_articles
from tests.survey.corpus import write_corpus
from tests.ui.driving import WIDE, Reviewer, opened

_COUNCIL = """\
---
outlet: Halvik Courier
---
Two people who were in the room said that the mayor, Ilse Brandt, had told them the quay was sold.

“The ferry stays,” said Tomas Reyle, who speaks for the line.
"""
_EVENING = """\
---
outlet: Evening Mail
---
“Thirty-one fishermen drowned when the ferry went down,” said Ines Obrecht, who runs the hospital.

“There is no bed left,” Obrecht said.
"""


def lines(someone: Reviewer) -> list[str]:
    """What stands on the sheet, row by row."""
    rows = (re.search("▊(.*)▎", line) for line in someone.sheet.split("\n"))
    return [" ".join(row[1].split()) for row in rows if row]


async def test_the_chain_is_told_link_by_link_with_the_first_weak_one_marked(
    tmp_path: Path,
) -> None:
    folder = write_articles(tmp_path / "council", {"1.md": _COUNCIL})
    async with opened(folder, WIDE) as someone:
        while (
            "quay was sold" not in someone.item.anchor.quote
            or len(someone.item.statement.chain) < 2
        ):
            await someone.press("j")
        await someone.press("i")
        shown = "\n".join(lines(someone))
        assert (
            "chain Halvik Courier\n› two people who were in the room · “said” ◂ anonymous\n"
            in shown
        )
        assert "› Ilse Brandt · “had told”" in shown
        assert shown.count("◂") == 1


async def test_a_named_speaker_first_hand_has_no_weak_link(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "council", {"1.md": _COUNCIL})
    async with opened(folder, WIDE) as someone:
        await someone.press("j", "j", "j", "i")
        assert "› Tomas Reyle · “said”" in "\n".join(lines(someone))
        assert "◂" not in someone.sheet
        assert "mentions" not in someone.sheet


async def test_the_same_origin_elsewhere_is_listed_the_same_claim_first(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    write_articles(folder / "1-ferry", {"evening.md": _EVENING})
    async with opened(folder, WIDE, compares=True) as someone:
        await someone.until(lambda: someone.desk.tellings and someone.desk.tellings.complete)
        while someone.reading.article.outlet != "Vessin Gazette":
            await someone.press("tab")
        await someone.press("i")
        await someone.until(lambda: "= Evening Mail: “Thirty-one" in someone.sheet, "a mention")
        mentions = " ".join(lines(someone)).partition(" mentions ")[2]
        assert mentions.startswith("= Evening Mail: “Thirty-one")
        assert "went down,” Evening Mail: “There is no bed left,”" in mentions
        await someone.press("escape")
        await someone.press("j", "i")
        await someone.until(lambda: "no other article quotes this origin" in someone.sheet)


async def test_before_all_is_compared_the_mentions_are_said_to_be_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_corpus(tmp_path / "corpus")
    monkeypatch.setattr(Tellings, "_take", lambda self, message: None)
    async with opened(folder, WIDE, compares=True) as someone:
        await someone.press("i")
        assert "mentions not known yet" in "\n".join(lines(someone))


async def test_links_are_told_with_note_and_end(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    async with opened(folder, WIDE, compares=True) as someone:
        await someone.until(lambda: "m same claim" in someone.status)
        await someone.press("m", "!")
        await someone.until(lambda: "State Wire" in someone.card)
        await someone.press("i")
        assert "contradicts State Wire: “Fourteen fishermen" in "\n".join(lines(someone))
