"""Who wrote a report, where from and when: lines of names, roles and dates, and nothing else."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LINKS = _set(
    "and in for of the de del della di da du van von der den bin bint ibn al el la le at with to"
)
_ROLES = _set(
    "staff writer writers reporter reporters correspondent correspondents editor editors agencies"
    " agency columnist contributor contributors desk newsroom bureau chief political foreign"
    " diplomatic senior special national world business sports crime health science legal economics"
    " technology education environment transport associate managing deputy wire wires services"
    " service press our own from exclusive opinion analysis guest intern freelance team"
)
_MONTHS = _set(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_WEEKDAYS = _set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun"
)
_TIMES = (
    _MONTHS
    | _WEEKDAYS
    | _set(
        "published updated posted modified last first created originally on at by am pm a.m p.m gmt"
        " bst est edt cet cest utc eet pst pdt cst cdt ist et pt ct local time min mins minute"
        " minutes read ago hour hours day days of edition print today yesterday date issue"
    )
)
_NO_NAMES = (
    _MONTHS
    | _WEEKDAYS
    | _set(
        "night day noon midnight then now contrast the a an this that these those it he she they"
        " his her their its all my our"
    )
)
_DATED = _set("published updated posted modified last first")
_SIGN_OFF = _set(
    "reporting reported additional further other writing written editing edited compiled translated"
    " photographs photography graphics"
)

_LONGEST = 240
"""In code points; three reporters, their roles and their editor fit."""
_MOST_NAME_WORDS = 5

_BY = re.compile(
    r"[^\w\"“”]*(?:(?:story|words|text|analysis|opinion|comment|report|exclusive)[ :]+)?by[: ]\s*",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s,;:|/•·&–—()\[\]]+")
_PART = re.compile(r"[,;|/•·&–—()\n]|\band\b|\bin\b|\bfor\b|\bat\b")
_BARS = re.compile(r"\s[|•·/]\s")
_ADDRESS = re.compile(r"\S+@\S+|@\w+")
_CLOCK = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|am|pm|h|z)?(?:[:.hH/-]\d{1,4}(?:am|pm)?){0,2}(?:[tT].*)?$"
)
_CONTRIBUTED = re.compile(
    r" (?:also )?(?:contributed (?:reporting|research|(?:to|for) this \w+|to this)\b"
    r"|contributed from (?=[A-Z])|reported from (?=[A-Z]))"
)
_IS_WRITER = re.compile(
    r"(?:[A-Z][\w.’'-]* ){2,4}(?:is|was|covers) .{0,120}?\b(?:writer|reporter|columnist|editor"
    r"|correspondent|journalist|author|contributor|freelancer|covers)\b"
)
_TOLD = re.compile(r"\b(?:said|says|told|according)\b|[\"“”]")


def is_byline(paragraph: str) -> bool:
    """Tell "By Anna Ferro and Piet Maas, Staff Writers" from "By Tuesday, the ministry said"."""
    if len(paragraph) > _LONGEST:
        return False
    by = _BY.match(paragraph)
    return by is not None and _is_names(paragraph[by.end() :])


def is_timestamp(paragraph: str) -> bool:
    """Tell a line that holds a date, a time or a reading time and nothing else."""
    if len(paragraph) > _LONGEST:
        return False
    tokens = [token.casefold() for token in _tokens(paragraph)]
    times = [token for token in tokens if _CLOCK.match(token)]
    return bool(times) and all(token in _TIMES or _CLOCK.match(token) for token in tokens)


def is_masthead(paragraph: str) -> bool:
    """Tell "State Wire | Society | 17 April 2026 | 14:20" by its bars and a date among them."""
    if len(paragraph) > _LONGEST:
        return False
    parts = _BARS.split(paragraph)
    return len(parts) > 1 and any(map(is_timestamp, parts))


def is_dated(paragraph: str) -> bool:
    """Tell "Updated: 4 March, 12:04 GMT", wherever in the article it stands."""
    first = paragraph[:12].lstrip("([*").split(maxsplit=1)
    word = first[0].rstrip(":").casefold() if first else ""
    return word in _DATED and is_timestamp(paragraph)


def is_sign_off(paragraph: str) -> bool:
    """Tell "(Reporting by Anna Ferro; editing by Piet Maas)" and "X contributed to this report"."""
    if len(paragraph) > _LONGEST:
        return False
    tokens = _tokens(paragraph)
    if tokens and tokens[0].casefold() in _SIGN_OFF and len(tokens) > 2:
        folded = {token.casefold() for token in tokens}
        return bool(folded & {"by", "from"}) and all(
            _is_name(token) or token.casefold() in _SIGN_OFF | {"by"} for token in tokens
        )
    rest, contributions = _CONTRIBUTED.subn(" ", paragraph)
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
    if folded <= _ROLES | _LINKS:
        return bool(folded & _ROLES)
    names = _tokens(_PART.split(paragraph, maxsplit=1)[0])
    # Two words are a name; three or more, without a role beside them, can be a headline's.
    return len([name for name in names if len(name) > 2]) == 2 and not _ends_sentence(paragraph)


def is_about_writer(paragraph: str) -> bool:
    """Tell "Anna Ferro is a staff writer at the Courier", at the end of an article."""
    return (
        len(paragraph) <= 2 * _LONGEST
        and _IS_WRITER.match(paragraph) is not None
        and _TOLD.search(paragraph) is None
    )


def _ends_sentence(paragraph: str) -> bool:
    return paragraph.endswith(".") and len(_tokens(paragraph)) > _MOST_NAME_WORDS


def _tokens(words: str) -> list[str]:
    return [token for token in (t.strip(".’'\"*_#") for t in _TOKEN.findall(words)) if token]


def _is_names(words: str) -> bool:
    """Tell names from the words of a sentence: the first part must be one, all must be like one."""
    words = _ADDRESS.sub(" ", words)
    tokens = _tokens(words)
    if not tokens or not all(_is_name(token) for token in tokens):
        return False
    first = tokens[0].casefold()
    if first in _NO_NAMES and not (first in _MONTHS and _is_second_name(tokens)):
        return False
    parts = [_tokens(part) for part in _PART.split(words)]
    lead = next(part for part in parts if part)
    return len(lead) <= _MOST_NAME_WORDS and (len(lead) > 1 or len(tokens) == 1 or _is_role(lead))


def _is_role(tokens: list[str]) -> bool:
    return all(token.casefold() in _ROLES or token.isupper() for token in tokens)


def _is_second_name(tokens: list[str]) -> bool:
    """Whether a month is a first name here: April Jones, not April 4."""
    return len(tokens) > 1 and tokens[1].isalpha() and tokens[1].casefold() not in _NO_NAMES


def _is_name(token: str) -> bool:
    return (
        token[0].isupper()
        or token.casefold() in _LINKS | _ROLES | _TIMES
        or _CLOCK.match(token) is not None
    )
