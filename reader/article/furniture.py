"""Paragraphs that are no reporting, by their own marks alone.

A doubtful paragraph stays body: a missed statement costs more than a highlighted disclaimer.
"""

from __future__ import annotations

import re

from reader.article.byline import is_byline, is_dated, is_sign_off
from reader.article.captions import is_caption
from reader.article.notices import is_notice
from reader.article.zone import ZoneKind
from reader.language.english import ENGLISH

_NOTICES = ENGLISH.notices
_LONGEST = 900
"""No caption, credit or disclaimer is longer, in code points; longer paragraphs are body."""

_QUOTES = re.compile("[\"“”„«»]|''")
_HANDLE = re.compile(r"@\w{2,30}\W*$")
_CODE_ENDS = ("{", "}", "};", "/>")
_NO_WORD = re.compile(r"[\W_]+$")
# Possessive throughout: what one part has taken is not tried again by another, so that the time
# stays in proportion to the length.
_DEBRIS = re.compile(
    r"(?:[^\w\"“”<\[{]*+(?:<[^<>\n]{0,400}+>|\{\{[^{}\n]{0,200}+\}\}"
    r"|\[[^\[\]\"“”\n]{0,120}+\](?:\([^()\n]{0,400}+\))?+|(?:https?://|www\.)\S{1,400}+))++"
    r"[^\w\"“”]*+$"
)
_DEBRIS_STARTS = ("<", "{{", "[", "http", "www.", "* [", "- [", "• [")
_EMBED = re.compile(r"pic\.twitter\.com/\w+|[—–-] ?[^\n]{1,60}\(@\w+\)")


def furniture(paragraph: str) -> ZoneKind | None:
    """Tell what a paragraph is that is no reporting; None where it may be."""
    if len(paragraph) > _LONGEST:
        return None
    if not paragraph[0].isalnum():
        if _NO_WORD.match(paragraph):
            return None if _QUOTES.search(paragraph) else ZoneKind.BOILERPLATE
        if _EMBED.match(paragraph) or paragraph.endswith(_CODE_ENDS):
            return ZoneKind.BOILERPLATE
        if _HANDLE.match(paragraph):
            return ZoneKind.BYLINE
    if paragraph.startswith(_DEBRIS_STARTS) and _DEBRIS.match(paragraph):
        return ZoneKind.BOILERPLATE
    if is_byline(paragraph) or is_sign_off(paragraph) or is_dated(paragraph):
        return ZoneKind.BYLINE
    if is_caption(paragraph):
        return ZoneKind.CAPTION
    if is_notice(paragraph) or _betrays_itself(paragraph):
        return ZoneKind.BOILERPLATE
    return None


def _betrays_itself(paragraph: str) -> bool:
    """Tell a notice by words in its middle or at its end."""
    if "xpressed" in paragraph and _NOTICES.views.search(paragraph):
        return True
    if _QUOTES.search(paragraph):
        return False
    return bool(
        ("ollow " in paragraph and _NOTICES.follow.search(paragraph))
        or (("©" in paragraph or "eserved" in paragraph) and _NOTICES.rights.search(paragraph))
        or ("twitter.com" in paragraph and _EMBED.search(paragraph))
    )
