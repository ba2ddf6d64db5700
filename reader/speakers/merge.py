"""A three-way merge of one reviewer's aliases, line by line."""

from __future__ import annotations

from reader.speakers.edits import above, insert, line_text, put
from reader.speakers.format import SpeakersFile, refuse_circles
from reader.storage import RefusedError


def merge(base: SpeakersFile | None, ours: SpeakersFile, theirs: SpeakersFile) -> SpeakersFile:
    """Put what theirs changed since the base (None: there was none) into ours.

    Ours stays as it stands, comments and all; lines of theirs come with the comments above them. An
    alias that one side took away and the other changed stays, as changed. Raises SidecarError where
    both sides have one name stand for different speakers, or one file has two reviewers.
    """
    if theirs.reviewer != ours.reviewer:
        what = f"ours is by {ours.reviewer}, theirs by {theirs.reviewer}; put them in two files"
        raise RefusedError(theirs.where, 0, what)
    result = ours
    old = base.aliases if base else {}
    for alias in sorted({*old, *theirs.aliases}):
        before, mine, other = (one.get(alias) for one in (old, ours.aliases, theirs.aliases))
        if other in (before, mine) or (other is None and mine != before):
            continue
        if mine not in (before, None):
            what = f"{alias.name} is {mine} in ours and {other} in theirs; keep one by hand"
            raise RefusedError(theirs.where, theirs.line_of(alias), what)
        if other is None or mine is not None:
            result = put(result, {alias: other})
        else:
            result = insert(result, alias, line_text(theirs, alias), above(theirs, alias))
    refuse_circles(result)
    return result
