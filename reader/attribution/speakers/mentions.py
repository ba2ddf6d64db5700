"""Every name of a text, with the words it is called by: titles, roles and appositions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.attribution.grammar.proper_names import is_role, proper_name
from reader.attribution.grammar.source_phrase import OUTLET_NOUNS, Named, Sort, understand
from reader.language.english import ENGLISH

_TOKEN = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Prof|Rev|Adm|Capt|Cmdr|Maj|[A-Z])\."
    r"|[A-Z\u00c0-\u00de][\w’'\-]*)"
)
_RUN = re.compile(
    rf"\b{_TOKEN}(?:[ \n](?:(?:de|da|del|van|von|der|bin|ibn|al|of|for) (?:the )?)?{_TOKEN})*"
)
_APPOSITION = re.compile(
    r", (?:(?:who is|now|then|formerly) )?"
    r"((?:the |a |an |its |their )?[^,.;:\"“”\n]{3,70})(?=[,.;])"
)
_BEFORE = re.compile(r"(?:^|[.!?\n] ?|[“\"])((?:The|A|An|Its) [^,.;:\n]{3,70}), $")
_BEFORE_REACH = 80
_LEAD_REACH = 40
_LEAD_WORDS = 3
_VERBS = (
    ENGLISH.word_class("be")
    | ENGLISH.word_class("have")
    | ENGLISH.word_class("modal")
    | ENGLISH.word_class("strong")
)
_FIRST_WORDS = ENGLISH.word_class("sentence openers")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named in the text, where, and what the text calls them there."""

    start: int
    named: Named


class Mentions:
    """The names of one text, by surname, by role and by place."""

    def __init__(self, text: str) -> None:
        """Read the text once; takes time in proportion to its length."""
        self._all: list[Mention] = []
        self._by_name: dict[str, list[Mention]] = defaultdict(list)
        self._by_role: dict[str, list[Mention]] = defaultdict(list)
        self._by_sort: dict[Sort, list[Mention]] = defaultdict(list)
        self._roles: dict[str, set[str]] = defaultdict(set)
        for match in _RUN.finditer(text):
            self._read(text, match.start(), match.end())

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of the text, in order."""
        first = bisect_left(self._all, start, key=_place)
        return self._all[first : bisect_left(self._all, end, key=_place)]

    def called(self, name: str, before: int) -> Named | None:
        """Who bears a surname or first name: the latest before, else the first after."""
        mentions = self._by_name.get(name.lower(), ())
        place = bisect_right(mentions, before, key=_place)
        if place:
            return mentions[place - 1].named
        return mentions[0].named if mentions else None

    def role(self, role: str, before: int) -> Named | None:
        """Whom the text last called by a role ("general") before a place."""
        return _latest(self._by_role.get(role, []), before)

    def latest(self, sort: Sort, before: int, heads: frozenset[str] | None = None) -> Named | None:
        """The latest of a sort before a place; of these head nouns only, where given."""
        mentions = self._by_sort.get(sort, [])
        place = bisect_left(mentions, before, key=_place)
        if heads is None:
            return mentions[place - 1].named if place else None
        return next(
            (m.named for m in reversed(mentions[:place]) if m.named.head in heads),
            None,
        )

    def roles(self, name: str) -> frozenset[str]:
        """All that the text calls somebody of this name."""
        return frozenset(self._roles.get(name, ()))

    def _read(self, text: str, start: int, end: int) -> None:
        run = text[start:end]
        first, _, rest = run.partition(" ")
        if rest and first in _FIRST_WORDS:
            start += len(first) + 1
            run = rest
        if " " not in run and "\n" not in run:
            self._single(text, run, start, end, definite=first == "The" and bool(rest))
            return
        known = _understood(_lead(text, start) + run)
        if known.several or not known.named:
            return
        roles = known.roles
        if text.startswith(", ", end):
            after = _APPOSITION.match(text, end)
            if after is not None and _is_apposition(after.group(1)):
                roles = (*roles, *_called(after.group(1)))
        if text.startswith(", ", start - 2):
            before = _BEFORE.search(text[max(0, start - _BEFORE_REACH) : start])
            if before is not None:
                roles = (*roles, *_called(before.group(1)))
        self._note(Mention(start, replace(known, roles=roles) if roles != known.roles else known))

    def _single(self, text: str, word: str, start: int, end: int, *, definite: bool) -> None:
        """A surname alone is whoever bore it before; "The Lantern, a website" an outlet."""
        bare = word.removesuffix("'s").removesuffix("’s").lower()
        mentions = self._by_name.get(bare)
        if mentions:
            self._all.append(Mention(start, mentions[-1].named))
        elif definite and text.startswith(", a", end):
            after = _APPOSITION.match(text, end)
            roles = _called(after.group(1)) if after is not None else ()
            if roles and roles[0] in OUTLET_NOUNS:
                named = Named(Sort.OUTLET, f"The {word}", bare, roles, named=True)
                self._all.append(Mention(start, named))
                self._by_sort[Sort.OUTLET].append(self._all[-1])
                for role in roles:
                    self._by_role[role].append(self._all[-1])

    def _note(self, mention: Mention) -> None:
        named = mention.named
        words = named.name.split()
        if named.sort is Sort.PERSON and len(words) < 2:
            return
        self._all.append(mention)
        self._by_sort[named.sort].append(mention)
        keys = {words[0].lower()} if named.sort is Sort.PERSON else {words[0].lower(), named.head}
        if named.sort is Sort.PERSON:
            keys.add(words[-1].lower())
            for key in keys:
                self._by_name[key].append(mention)
        else:
            for key in keys:
                self._by_role[key].append(mention)
        for role in named.roles:
            self._by_role[role].append(mention)
            self._roles[named.name].add(role)


def _place(mention: Mention) -> int:
    return mention.start


def _latest(mentions: list[Mention], before: int) -> Named | None:
    place = bisect_left(mentions, before, key=_place)
    return mentions[place - 1].named if place else None


_REMEMBERED = 4096
"""How many phrases are remembered: names come again and again in one article."""


@lru_cache(maxsize=_REMEMBERED)
def _understood(phrase: str) -> Named:
    return understand(phrase)


def _is_apposition(words: str) -> bool:
    """Whether what follows a name's comma tells who it is, rather than what was done."""
    parts = words.lower().split()
    return (
        parts[0] in ("the", "a", "an", "its", "their", "his", "her", "head", "chief")
        or is_role(parts[0])
    ) and not any(part in _VERBS for part in parts)


@lru_cache(maxsize=_REMEMBERED)
def _called(apposition: str) -> tuple[str, ...]:
    """The role words of an apposition."""
    named = understand(apposition)
    if named.named or not named.roles:
        name, before = proper_name(apposition)
        return () if name and not before else named.roles
    words = named.roles[0]
    return tuple(dict.fromkeys((words.split()[-1], " ".join(words.split()[-2:]), words)))


def _lead(text: str, start: int) -> str:
    """The lower-case words right before a name that say what somebody is ("lawyer ")."""
    if start < 2 or text[start - 1] != " " or not text[start - 2].islower():
        return ""
    words = text[max(0, start - _LEAD_REACH) : start].split()[-_LEAD_WORDS:]
    if not is_role(words[-1]):
        return ""
    kept: list[str] = []
    for word in reversed(words):
        if not word.isalpha() or not word.islower():
            break
        kept.insert(0, word)
    return " ".join(kept) + " "
