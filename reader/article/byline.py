"""Who wrote a report, and when: the lines between its headline and its first sentence."""

from __future__ import annotations

import re

_LONGEST = 200
_BY = re.compile(
    r"\W*(?:story |words |text |analysis |opinion |comment )?by[:\s]\s*", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\s,;|/•·&–—()]+")
_EMAIL = re.compile(r"\S+@\S+|@\w+")


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
_NO_NAMES = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december night day noon midnight then now contrast"
    " design the a an this that these those it he she they his her their its all my our"
)
_TIME_WORDS = _set(
    "published updated posted modified last first created originally on at by am pm a.m p.m gmt bst"
    " est edt cet cest utc eet pst pdt cst cdt ist et pt ct local time min mins minute minutes read"
    " ago hour hours day days monday tuesday wednesday thursday friday saturday sunday mon tue tues"
    " wed thu thur thurs fri sat sun january february march april may june july august september"
    " october november december jan feb mar apr jun jul aug sep sept oct nov dec of edition print"
    " today yesterday date issue"
)
_CLOCK = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|[:.hH]\d{2})?(?:[:.]\d{2})?(?:am|pm|h|z)?$|\d{1,4}-\d\d-\d\d.*$"
)


def is_byline(paragraph: str) -> bool:
    """Tell "By Anna Ferro and Piet Maas, Staff Writers" from "By Tuesday, the ministry said"."""
    if len(paragraph) > _LONGEST:
        return False
    by = _BY.match(paragraph)
    if by is None:
        return False
    return _is_names(paragraph[by.end() :])


def is_timestamp(paragraph: str) -> bool:
    """Tell a line that holds a date, a time or a reading time and nothing else."""
    if len(paragraph) > _LONGEST:
        return False
    tokens = [token.strip(".:") for token in _TOKEN.findall(paragraph)]
    tokens = [token.casefold() for token in tokens if token]
    times = [token for token in tokens if _CLOCK.match(token)]
    return bool(times) and all(token in _TIME_WORDS or _CLOCK.match(token) for token in tokens)


def is_credit(paragraph: str) -> bool:
    """Tell a line of names, roles and addresses; only to be asked above the first sentence."""
    if len(paragraph) > _LONGEST or "?" in paragraph or "!" in paragraph:
        return False
    tokens = _names(paragraph)
    if _EMAIL.search(paragraph):
        return _is_names(_EMAIL.sub(" ", paragraph)) or len(tokens) <= 3
    folded = {token.casefold() for token in tokens}
    if folded & _ROLES:
        return all(
            token.casefold() in _ROLES | _LINKS or token[0].isupper() for token in tokens
        ) and (folded <= _ROLES | _LINKS or any(mark in paragraph for mark in ",|/•·–—"))
    place = re.split(r"\s+in\s+", paragraph)
    return (
        len(place) == 2
        and all(1 < len(part.split()) <= 4 or (part is place[1] and part.strip()) for part in place)
        and all(token[0].isupper() for part in place for token in _names(part))
    )


def _names(words: str) -> list[str]:
    return [token for token in (t.strip(".’'\"*_") for t in _TOKEN.findall(words)) if token]


def _is_names(words: str) -> bool:
    tokens = _names(_EMAIL.sub(" ", words))
    if not tokens or tokens[0].casefold() in _NO_NAMES:
        return False
    return all(_is_name(token) for token in tokens) and any(
        token[0].isupper() or token.casefold() in _ROLES for token in tokens
    )


def _is_name(token: str) -> bool:
    return (
        token[0].isupper()
        or token.casefold() in _LINKS | _ROLES | _TIME_WORDS
        or bool(_CLOCK.match(token))
    )
