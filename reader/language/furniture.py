"""What a language says around a report: bylines, datelines, captions and notices.

All patterns are matched with a paragraph or a part of one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bylines:
    """The words of bylines, times and sign-offs, case folded.

    `links` stand between names and roles, `times` in a time of publication; `no_names` begin no
    name though they may follow "by". `dated` begin a time of publication, `sign_off` a list of who
    did what.
    """

    links: frozenset[str]
    roles: frozenset[str]
    months: frozenset[str]
    times: frozenset[str]
    no_names: frozenset[str]
    dated: frozenset[str]
    sign_off: frozenset[str]
    by: re.Pattern[str]
    parting: re.Pattern[str]
    contributed: re.Pattern[str]
    is_writer: re.Pattern[str]
    told: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Datelines:
    """A date at the end of a dateline, and what its words may be.

    `wires` are agencies that have no initials; `small_words` stand within names of places, and
    `articles` begin none.
    """

    date: re.Pattern[str]
    wires: frozenset[str]
    small_words: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Captions:
    """What tells a caption: `after_label` is what must follow its first word, by that word.

    A credit at the end holds one of `credit_words`, or is `slashed` or bare. Where words of `told`
    stand, somebody speaks.
    """

    after_label: Mapping[str, str]
    credit_words: tuple[str, ...]
    credit: re.Pattern[str]
    slashed: re.Pattern[str]
    bare_credit: re.Pattern[str]
    told: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Notices:
    """What tells a notice: `after_first_word` is what must follow its first word, by that word."""

    after_first_word: Mapping[str, str]
    buttons: re.Pattern[str]
    counted: re.Pattern[str]
    list_heading: re.Pattern[str]
    parting: re.Pattern[str]
    views: re.Pattern[str]
    follow: re.Pattern[str]
    rights: re.Pattern[str]
