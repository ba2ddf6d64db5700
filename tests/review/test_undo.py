"""Whatever is done, undoing all of it gives the folder back, and redoing all of it what was."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.judgement import Verdict
from reader.review import Review
from tests.articles import write_articles
from tests.review.reviewing import bytes_of, review_of, study, told, verdicts


@dataclass(frozen=True)
class Command:
    """Something a reviewer does to one statement; its number goes round where there are fewer."""

    what: str
    article: int = 0
    statement: int = 0
    verdict: Verdict | None = None
    words: str = ""

    def on(self, review: Review) -> None:
        """Do it."""
        reading = study(review, self.article)
        index = self.statement % len(reading.items)
        if self.what == "judge":
            review.judge(reading, index, self.verdict)
        elif self.what == "note":
            review.note(reading, index, self.words)
        elif self.what == "evidence":
            review.evidence(reading, index, tuple(self.words.split()))
        elif self.what == "undo":
            review.undo()
        else:
            review.redo()


_PLACES = st.integers(0, 2)
_STATEMENTS = st.integers(0, 3)
_WORDS = st.sampled_from(
    ["", "Ask.", "two\nlines", "a: b # c", "'one' \"two\"", "[/nope]", "港 口"]
)
COMMANDS = st.lists(
    st.one_of(
        st.builds(
            Command, st.just("judge"), _PLACES, _STATEMENTS, st.sampled_from([*Verdict, None])
        ),
        st.builds(
            Command, st.sampled_from(["note", "evidence"]), _PLACES, _STATEMENTS, words=_WORDS
        ),
        st.builds(Command, st.sampled_from(["undo", "undo", "redo"])),
    ),
    max_size=14,
)

HANDMADE = """\
# What the desk agreed on, 3 May.
reader: 1
article: 1-courier.txt
reviewer: alice

# keep: the harbour master is on the record
two-crews-have-refused-to-sail-0000000:
  verdict: 'sourced'   # by hand
  quote: “Two crews have refused to sail,”
  source: Brandt

something-else: # nobody finds this again
  verdict: disputed
  quote: The moon is made of brass
"""


def _state(review: Review) -> object:
    return [[told(item) for item in study(review, place).items] for place in range(3)]


@settings(max_examples=40, deadline=None)
@given(COMMANDS, st.booleans())
def test_undoing_all_gives_the_folder_back_and_redoing_all_what_was(
    tmp_path_factory: pytest.TempPathFactory, commands: list[Command], handmade: bool
) -> None:
    folder = write_articles(tmp_path_factory.mktemp("undo"))
    if handmade:
        (folder / "1-courier.txt.review.alice.yaml").write_text(HANDMADE)
    before = bytes_of(folder)
    review = review_of(folder)
    start = _state(review)
    for command in commands:
        command.on(review)
    full, end = bytes_of(folder), _state(review)
    count = 0
    while review.undo() is not None:
        count += 1
    assert bytes_of(folder) == before
    assert _state(review) == start
    for _ in range(count):
        assert review.redo() is not None
    assert bytes_of(folder) == full
    assert _state(review) == end
    again = review_of(folder)
    assert _state(again) == end
    shutil.rmtree(folder)


def test_a_comment_written_into_a_new_file_meanwhile_outlives_undo(harbour: Path) -> None:
    review = review_of(harbour)
    reading = study(review)
    review.judge(reading, 0, Verdict.SOURCED)
    path = harbour / "1-courier.txt.review.alice.yaml"
    path.write_text(path.read_text() + "# call the yard on Monday\n")
    review.undo()
    assert verdicts(reading)[0] == "-"
    assert "# call the yard on Monday" in path.read_text()
    assert "verdict" not in path.read_text()


def test_undo_takes_back_its_own_change_alone_where_another_window_wrote_too(
    harbour: Path,
) -> None:
    review, window = review_of(harbour), review_of(harbour)
    review.judge(study(review), 0, Verdict.SOURCED)
    window.judge(study(window), 1, Verdict.DISPUTED)
    review.undo()
    assert verdicts(study(review_of(harbour))) == ["-", "disputed", "-", "-"]
