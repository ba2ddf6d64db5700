"""The words of English bylines, dates and sign-offs."""

from __future__ import annotations

import re

from reader.language.furniture import Bylines


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
_BY = re.compile(
    r"[^\w\"“”]*(?:(?:story|words|text|analysis|opinion|comment|report|exclusive)[ :]+)?by[: ]\s*",
    re.IGNORECASE,
)
_PART = re.compile(r"[,;|/•·&–—()\n]|\band\b|\bin\b|\bfor\b|\bat\b")
_CONTRIBUTED = re.compile(
    r" (?:also )?(?:contributed (?:reporting|research|(?:to|for) this \w+|to this)\b"
    r"|contributed from (?=[A-Z])|reported from (?=[A-Z]))"
)
_IS_WRITER = re.compile(
    r"(?:[A-Z][\w.’'-]* ){2,4}(?:is|was|covers) .{0,120}?\b(?:writer|reporter|columnist|editor"
    r"|correspondent|journalist|author|contributor|freelancer|covers)\b"
)
_TOLD = re.compile(r"\b(?:said|says|told|according)\b|[\"“”«»]")

BYLINES = Bylines(
    links=_LINKS,
    roles=_ROLES,
    months=_MONTHS,
    times=_TIMES,
    no_names=_NO_NAMES,
    dated=_DATED,
    sign_off=_SIGN_OFF,
    by=_BY,
    parting=_PART,
    contributed=_CONTRIBUTED,
    is_writer=_IS_WRITER,
    told=_TOLD,
)
