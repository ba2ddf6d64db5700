"""Going from article to article and from story to story."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        desk.say(_named(desk, after))
    opening.open_first(desk, desk.column, others)


def _story(desk: Desk, direction: int) -> None:
    tellings, here = desk.tellings, _story_of(desk, desk.column.entry)
    if tellings is None or here is None:
        desk.say(_unknown(desk))
        return
    place = tellings.stories.index(here) + direction
    if not 0 <= place < len(tellings.stories):
        known = tellings.complete or direction < 0
        which = "last" if direction > 0 else "first"
        desk.say(f"This is the {which} story." if known else _unknown(desk))
        return
    wanted = tellings.stories[place]
    entries = in_order(desk)
    first = next((at for at, one in enumerate(entries) if one.name in wanted.articles), None)
    if first is None:  # The survey found files that came after the corpus was opened.
        desk.say("That story's articles came after you began; open the corpus again to see them.")
        return
    desk.activate(desk.columns[0])
    count = len(desk.columns)
    for at, column in enumerate(desk.columns):
        # Each pane has articles of its own to go on to, should one not be readable.
        if own := entries[first + at :: count]:
            opening.open_first(desk, column, own)
    desk.say(_named(desk, wanted))


def _story_of(desk: Desk, entry: ArticleFile | None) -> KnownStory | None:
    place = desk.tellings.story_of(entry.name) if desk.tellings and entry else None
    return place.story if place else None


def _named(desk: Desk, story: KnownStory) -> str:
    """Which story this is, and of how many; how many there are is not known at first."""
    assert desk.tellings is not None
    number = desk.tellings.stories.index(story) + 1
    of = f" of {len(desk.tellings.stories)}" if desk.tellings.complete else ""
    label = f": {safe_line(story.label)}" if story.label else ""
    return f"Story {number}{of}{label}"


def _unknown(desk: Desk) -> str:
    state = desk.tellings.state if desk.tellings else ""
    if desk.tellings is not None and desk.tellings.problem:
        return desk.tellings.problem
    return "The stories are not known yet" + (f": {state}." if state else ".")
