"""Who wrote a report, where from and when: lines of names, roles and dates, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.language.english import ENGLISH

_BYLINES = ENGLISH.bylines

_LONGEST = 240
"""In code points; three reporters, their roles and their editor fit."""
_MOST_NAME_WORDS = 5
_MOST_OUTLET_WORDS = 4

_TOKEN = re.compile(r"[^\s,;:|/•·&–—()\[\]]+")
_BARS = re.compile(r"\s[|•·/]\s")
_ADDRESS = re.compile(r"\S+@\S+|@\w+")
_CLOCK = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|am|pm|h|z)?(?:[:.hH/-]\d{1,4}(?:am|pm)?){0,2}(?:[tT].*)?$"
)


def is_byline(paragraph: str) -> bool:
    """Tell "By Anna Ferro and Piet Maas, Staff Writers" from "By Tuesday, the ministry said"."""
    if len(paragraph) > _LONGEST:
        return False
    by = _BYLINES.by.match(paragraph)
    return by is not None and _is_names(paragraph[by.end() :])


def is_timestamp(paragraph: str) -> bool:
    """Tell a line that holds a date, a time or a reading time and nothing else."""
    if len(paragraph) > _LONGEST:
        return False
    tokens = [token.casefold() for token in _tokens(paragraph)]
    times = [token for token in tokens if _CLOCK.match(token)]
    return bool(times) and all(token in _BYLINES.times or _CLOCK.match(token) for token in tokens)


def is_masthead(paragraph: str) -> bool:
    """Tell "State Wire | Society | 17 April 2026" by its bars and a date or byline among them."""
    if len(paragraph) > _LONGEST:
        return False
    parts = _BARS.split(paragraph)
    return len(parts) > 1 and any(is_timestamp(part) or is_byline(part) for part in parts)


def is_outlet_name(paragraph: str) -> bool:
    """Tell "THE TARN HERALD" and "Tarn Herald, Friday 4 March" from a headline.

    Only to be asked of what stands above the headline: "Island Post" may be one elsewhere.
    """
    if len(paragraph) > _LONGEST:
        return False
    name, _, rest = paragraph.partition(",")
    tokens = _tokens(name)
    return (
        1 < len(tokens) <= _MOST_OUTLET_WORDS
        and all(_is_name(token) and not _CLOCK.match(token) for token in tokens)
        and not _outlets().isdisjoint((tokens[0].casefold(), tokens[-1].casefold()))
        and (not rest or is_timestamp(rest))
    )


@cache
def _outlets() -> frozenset[str]:
    """The words in names of outlets; read when first asked for, since few articles need them."""
    return ENGLISH.word_class("outlet words") | ENGLISH.source_nouns("names: outlets")


def outlet_of(masthead: str) -> str:
    """The outlet that a masthead names, empty where it names none."""
    name = _BARS.split(masthead)[0].partition(",")[0].strip()
    return name if is_outlet_name(name) else ""


def is_dated(paragraph: str) -> bool:
    """Tell "Updated: 4 March, 12:04 GMT", wherever in the article it stands."""
    first = paragraph[:12].lstrip("([*").split(maxsplit=1)
    word = first[0].rstrip(":").casefold() if first else ""
    return word in _BYLINES.dated and is_timestamp(paragraph)


def is_sign_off(paragraph: str) -> bool:
    """Tell "(Reporting by Anna Ferro; editing by Piet Maas)" and "X contributed to this report"."""
    if len(paragraph) > _LONGEST:
        return False
    first = next(_each_token(paragraph), "").casefold()
    if first in _BYLINES.sign_off and len(tokens := _tokens(paragraph)) > 2:
        folded = {token.casefold() for token in tokens}
        return bool(folded & {"by", "from"}) and all(
            _is_name(token) or token.casefold() in _BYLINES.sign_off | {"by"} for token in tokens
        )
    rest, contributions = _BYLINES.contributed.subn(" ", paragraph)
    return contributions > 0 and all(map(_is_name, _tokens(rest)))


def is_credit(paragraph: str) -> bool:
    """Tell a line of names, roles and addresses; only to be asked where one is likely.

    That is between the headline and the first sentence, and at the end of the article.
    """
    if len(paragraph) > _LONGEST or "?" in paragraph or "!" in paragraph:
        return False
    if _ADDRESS.search(paragraph):
        rest = _tokens(_ADDRESS.sub(" ", paragraph))
        return all(_is_name(token) for token in rest)
    tokens = _tokens(paragraph)
    if not tokens or not all(_is_name(token) for token in tokens):
        return False
    folded = {token.casefold() for token in tokens}
    if folded <= _BYLINES.roles | _BYLINES.links:
        return bool(folded & _BYLINES.roles)
    names = _tokens(_BYLINES.parting.split(paragraph, maxsplit=1)[0])
    # Two words are a name; three or more, without a role beside them, can be a headline's.
    return len([name for name in names if len(name) > 2]) == 2 and not _ends_sentence(paragraph)


def is_about_writer(paragraph: str) -> bool:
    """Tell "Anna Ferro is a staff writer at the Courier", at the end of an article."""
    return (
        len(paragraph) <= 2 * _LONGEST
        and _BYLINES.is_writer.match(paragraph) is not None
        and _BYLINES.told.search(paragraph) is None
    )


def _ends_sentence(paragraph: str) -> bool:
    return paragraph.endswith(".") and len(_tokens(paragraph)) > _MOST_NAME_WORDS


def _tokens(words: str) -> list[str]:
    return list(_each_token(words))


def _each_token(words: str) -> Iterator[str]:
    for match in _TOKEN.finditer(words):
        token = match[0].strip(".’'\"*_#")
        if token:
            yield token


def _is_names(words: str) -> bool:
    """Tell names from the words of a sentence: the first part must be one, all must be like one."""
    words = _ADDRESS.sub(" ", words)
    tokens = _tokens(words)
    if not tokens or not all(_is_name(token) for token in tokens):
        return False
    first = tokens[0].casefold()
    if first in _BYLINES.no_names and not (first in _BYLINES.months and _is_second_name(tokens)):
        return False
    parts = [_tokens(part) for part in _BYLINES.parting.split(words)]
    lead = next(part for part in parts if part)
    return len(lead) <= _MOST_NAME_WORDS and (len(lead) > 1 or len(tokens) == 1 or _is_role(lead))


def _is_role(tokens: list[str]) -> bool:
    return all(token.casefold() in _BYLINES.roles or token.isupper() for token in tokens)


def _is_second_name(tokens: list[str]) -> bool:
    """Whether a month is a first name here: April Jones, not April 4."""
    return len(tokens) > 1 and tokens[1].isalpha() and tokens[1].casefold() not in _BYLINES.no_names


def _is_name(token: str) -> bool:
    return (
        token[0].isupper()
        or token.casefold() in _BYLINES.links | _BYLINES.roles | _BYLINES.times
        or _CLOCK.match(token) is not None
    )
