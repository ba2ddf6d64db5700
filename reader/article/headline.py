"""What looks like a headline, and where it is said again."""

from __future__ import annotations

import re

_LONGEST = 200
_SHORTEST_LONG_WORD = 4
_TITLE_CASE_SHARE = 0.6
_MARKDOWN = re.compile(r"#{1,6}\s+|\*\*(?=\S)|(?<=\S)\*\*$")
_INNER_END = re.compile(r"[a-zß-ÿ)”\"’]{4}[.!?][”\"’)]*\s+[A-Z“\"]")
"""Four letters before the stop, for Gov., Capt. and Prof. end nothing."""
_END = re.compile(r"[.…:;,][”\"’)\]]*$")
_SUFFIX = re.compile(r"\s+[|–—-]\s+")
_WORD = re.compile(r"\w+")


def looks_like_headline(paragraph: str) -> bool:
    """Tell a title from a first sentence: one short line, no full stop unless in title case."""
    title = bare_title(paragraph)
    if not 0 < len(title) <= _LONGEST or "\n" in paragraph or _INNER_END.search(title):
        return False
    return _END.search(title) is None or (title[-1] in '.…’”"' and _is_title_case(title))


def _is_title_case(title: str) -> bool:
    words = [word for word in _WORD.findall(title) if len(word) >= _SHORTEST_LONG_WORD]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 1 and capitals >= _TITLE_CASE_SHARE * len(words)


def bare_title(paragraph: str) -> str:
    """Strip a title of the marks of Markdown."""
    return _MARKDOWN.sub("", paragraph).strip()


def title_forms(paragraph: str) -> frozenset[str]:
    """A title as bare words, whole and without what follows a dash or bar: the outlet's name.

    Two paragraphs that share a form are the same headline. Empty where it is too long for one.
    """
    if len(paragraph) > 2 * _LONGEST:
        return frozenset()
    bare = bare_title(paragraph)
    forms = {bare}
    for suffix in _SUFFIX.finditer(bare):
        forms.add(bare[: suffix.start()])
    return frozenset(form for form in map(_words_of, forms) if form)


def _words_of(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))
