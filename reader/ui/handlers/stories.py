"""Going from article to article and from story to story."""

from __future__ import annotations

import posixpath
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from reader.likeness.stories import LARGEST_FOLDER
from reader.text import safe_line
from reader.ui.handlers import opening

if TYPE_CHECKING:
    from reader.corpus import ArticleFile
    from reader.survey.plain import KnownStory
    from reader.ui.screens.desk import Desk


def in_order(desk: Desk) -> list[ArticleFile]:
    """The corpus' articles, those of one story together where the first of them stands."""
    files = desk.corpus.files
    if desk.tellings is None:
        return list(files)
    by_name = desk.corpus.by_name
    ordered: dict[str, ArticleFile] = {}
    for file in files:
        if file.name not in ordered:
            place = desk.tellings.story_of(file.name)
            names = place.story.articles if place else (file.name,)
            ordered |= {name: by_name[name] for name in names if name in by_name}
    return list(ordered.values())


def next_article(desk: Desk) -> None:
    """Show the story's next article that no other pane shows; at its end the next story's."""
    _article(desk, 1)


def previous_article(desk: Desk) -> None:
    """Show the story's previous article that no other pane shows; at its start the story before."""
    _article(desk, -1)


def next_story(desk: Desk) -> None:
    """Show the next story, an article of it in each pane."""
    _story(desk, 1)


def previous_story(desk: Desk) -> None:
    """Show the story before, an article of it in each pane."""
    _story(desk, -1)


def groups(desk: Desk) -> list[list[ArticleFile]]:
    """The corpus' articles story by story; while those are not known, folder by small folder."""
    sizes = Counter(_folder(file) for file in desk.corpus.files)
    parted = groupby(in_order(desk), lambda file: _belongs(desk, file, sizes))
    return [list(files) for _, files in parted]


def _belongs(desk: Desk, file: ArticleFile, sizes: Counter[str]) -> object:
    """What an article has in common with others of its story, as far as that is known."""
    story = _story_of(desk, file)
    if story is not None:
        return story
    folder = _folder(file)
    return folder if folder and sizes[folder] <= LARGEST_FOLDER else file


def _article(desk: Desk, direction: int) -> None:
    entries, here = in_order(desk), desk.column.entry
    place = entries.index(here) if here else -1
    order = entries[place + 1 :] if direction > 0 else entries[: max(place, 0)][::-1]
    elsewhere = [column.entry for column in desk.columns if column is not desk.column]
    others = [entry for entry in order if entry not in elsewhere]
    if not others:
        desk.say("This is the last article." if direction > 0 else "This is the first article.")
        return
    before, after = _story_of(desk, here), _story_of(desk, others[0])
    if before is not None and after is not None and before is not after:
        desk.say(_named(desk, others[0]))
    opening.open_first(desk, desk.column, others)


def _story(desk: Desk, direction: int) -> None:
    known, here = groups(desk), desk.column.entry
    at = next((at for at, files in enumerate(known) if here in files), 0)
    if not 0 <= at + direction < len(known):
        desk.say(f"This is the {'last' if direction > 0 else 'first'} story.")
        return
    first = known[at + direction][0]
    entries = in_order(desk)[sum(len(files) for files in known[: at + direction]) :]
    desk.activate(desk.columns[0])
    count = len(desk.columns)
    for place, column in enumerate(desk.columns):
        # Each pane has articles of its own to go on to, should one not be readable.
        if own := entries[place::count]:
            opening.open_first(desk, column, own)
    desk.say(_named(desk, first))


def _story_of(desk: Desk, entry: ArticleFile | None) -> KnownStory | None:
    place = desk.tellings.story_of(entry.name) if desk.tellings and entry else None
    return place.story if place else None


def _named(desk: Desk, file: ArticleFile) -> str:
    """Which story an article tells of, and of how many, as far as that is known."""
    story, tellings = _story_of(desk, file), desk.tellings
    if tellings is None or story is None:
        state = (tellings.problem or tellings.state) if tellings else ""
        return "Which story this is, is not known yet" + (f": {state}." if state else ".")
    number = tellings.stories.index(story) + 1
    of = f" of {len(tellings.stories)}" if tellings.complete else ""
    label = f": {safe_line(story.label)}" if story.label else ""
    return f"Story {number}{of}{label}"


def _folder(file: ArticleFile) -> str:
    """The folder of an article; "" at the corpus' root."""
    return posixpath.dirname(file.name)
