"""Disclaimers, links and labels around a report, told by how they begin.

The table is looked up by a paragraph's first word, so that most paragraphs cost one look. Where a
phrase can begin a sentence of the report as well ("Read the report, he said"), more is asked of it.
"""

from __future__ import annotations

import re

from reader.language.english import ENGLISH

_NOTICES = ENGLISH.notices
_FIRST_WORD = re.compile(r"[^\w\"“”„«»‘’']*([^\W\d_]+)")


def is_notice(paragraph: str) -> bool:
    """Tell a disclaimer, a link to something else, a label or a button by its first words."""
    first = _FIRST_WORD.match(paragraph)
    if first is None:
        return _NOTICES.counted.match(paragraph) is not None
    word = first[1].lower()
    pattern = _NOTICES.after_first_word.get(word)
    if pattern is not None and _compiled(pattern).match(paragraph, first.end()):
        return True
    return _NOTICES.buttons.match(paragraph) is not None


def opens_list(paragraph: str) -> bool:
    """Tell a heading under which links to other reports follow, one a paragraph."""
    return _NOTICES.list_heading.match(paragraph) is not None


def is_parting(paragraph: str) -> bool:
    """Tell what an outlet says of itself; only to be asked of an article's last paragraphs."""
    return (
        _NOTICES.parting.search(paragraph) is not None
        and ENGLISH.bylines.told.search(paragraph) is None
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile when first met, which `re` remembers: all at once would take as long as a start."""
    return re.compile(pattern, re.IGNORECASE)
