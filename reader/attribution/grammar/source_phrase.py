"""What a source phrase is made of: a name, a role, a body, a document, a pronoun or a group."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from reader.attribution.grammar.proper_names import (
    BODIES,
    COLLECTIVES,
    DOCUMENTS,
    INSTITUTIONS,
    PEOPLE,
    PERSON_ENDINGS,
    RELATIVE,
    body_word,
    is_body,
    is_outlet,
    is_person,
    is_plural,
    is_title,
    proper_name,
)
from reader.language.english import ENGLISH

OUTLET_NOUNS = ENGLISH.word_class("outlet nouns")
_PRONOUNS = (
    ENGLISH.word_class("pronouns")
    | ENGLISH.word_class("objects")
    | frozenset(("his", "their", "its"))
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|one of the|some|his|her|its|their|both)\s+", re.IGNORECASE
)
_POSTMODIFIER = re.compile(
    r"\s+(?:who|whose|which|that|with|from|at|in|on|for|of|to|near|by|outside|inside|under|across|"
    + "|".join(sorted(ENGLISH.word_class("participles after nouns")))
    + r")\b.*$",
    re.DOTALL,
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_TAIL = re.compile(r",?\s+(?:who|which|whose)\b|\s+(?:in|from|at) ")
_OWNER = re.compile(r"['’]s?\s+(\w)")
_PARTITIVE_LEAD = re.compile(r"^.*?\b(?:of|in|at|from|within|among)\b\s*(?:the\s+)?")
_PARTITIVE = re.compile(
    r"(?:(?:one|two|three|four|some|many|most|several|a number|dozens|hundreds|none|both|few|half) "
    r"of|(?:some|many|most|several|others|those|few) (?:in|at|from|within|among))\b",
    re.IGNORECASE,
)
_REFLEXIVE = re.compile(r"\s+(?:himself|herself|itself|themselves)$")
_WORD = re.compile(r"[^\W\d_][\w’'.\-]*|\d[\w,.]*")


class Sort(Enum):
    """What a source is."""

    PERSON = auto()
    BODY = auto()
    OUTLET = auto()
    DOCUMENT = auto()
    PEOPLE = auto()
    PRONOUN = auto()
    THING = auto()


@dataclass(frozen=True, slots=True)
class Named:
    """A source phrase understood: what it is, the name a reader would use, and its head noun.

    `roles` are the lower-cased words the text calls it by beside its name ("general", "foreign
    minister"); `several` says that it is more than one person or body.
    """

    sort: Sort
    name: str
    head: str
    roles: tuple[str, ...] = ()
    several: bool = False
    named: bool = False


def understand(phrase: str) -> Named:
    """Understand a source phrase as it stands in the text, white space collapsed."""
    text = " ".join(_BRACKET.sub("", phrase).split()).strip(' ,;:.—–-"“”')
    text = _REFLEXIVE.sub("", text)
    low = text.lower()
    if low in _PRONOUNS or low in ("who", "which", "this", "that", "these", "those"):
        return Named(Sort.PRONOUN, text, low)
    if low.startswith("both "):
        text = text[5:]
    lead, comma, names = text.partition(", ")
    if comma and " and " in names and not proper_name(lead)[0] and _all_named(names):
        text = names
    parts = _parts(text)
    if len(parts) > 1:
        name = _without_apposition(text)
        people = [understand(part) for part in parts]
        named = all(p.named or p.sort in (Sort.BODY, Sort.OUTLET) for p in people)
        if any(p.sort is Sort.PERSON for p in people) and all(
            p.sort is Sort.PERSON for p in people
        ):
            name = _joined([p.name for p in people])
        sort = _sort_of_several(people, parts)
        return Named(sort, name, people[-1].head, several=True, named=named)
    return _one(text)


def _all_named(text: str) -> bool:
    """Whether a text is nothing but people's names: "Eda Lorne and Kasim Orel"."""
    parts = _parts(text)
    return len(parts) > 1 and all(
        " " in part and (found := proper_name(part))[0] == part and is_person(found[0])
        for part in parts
    )


def _sort_of_several(people: list[Named], parts: list[str]) -> Sort:
    """People where all are, or a shared head noun makes them so ("police and town officials")."""
    sorts = [p.sort for p in people]
    if all(s in (Sort.PEOPLE, Sort.PERSON) for s in sorts):
        return Sort.PEOPLE
    if sorts[-1] is Sort.PEOPLE and people[-1].several and not parts[-1].lower().startswith("the "):
        return Sort.PEOPLE
    return next((s for s in sorts if s not in (Sort.PEOPLE, Sort.PERSON)), Sort.BODY)


def _one(text: str) -> Named:
    pieces = [p.strip() for p in _ASIDE.split(text) if p.strip()]
    first = pieces[0] if pieces else text
    rest = pieces[1:]
    name, before = proper_name(first)
    if not name or _possessive_lead(first):
        for piece in rest[:1]:
            other, lead = proper_name(piece)
            if other and is_person(other) and all(map(is_title, lead.split())):
                roles = _roles(first)
                return Named(Sort.PERSON, other, roles[-1] if roles else "", roles, named=True)
    if name and not _possessive_lead(first):
        roles = (*_roles(before), *(r for p in rest[:1] for r in _roles(p)))
        if first.lower() == f"the {name.lower()}" and " " not in name and not is_body(name):
            return Named(Sort.OUTLET, first, name.lower(), roles, named=True)
        if is_outlet(name):
            return Named(Sort.OUTLET, name, name.split()[-1].lower(), roles, named=True)
        if is_body(name):
            return Named(Sort.BODY, name, body_word(name), roles, named=True)
        return Named(Sort.PERSON, name, name.split()[-1].lower(), roles, named=True)
    return _common(first)


_ASIDE = re.compile(r",(?=\s)(?! [A-Z][\w-]+(?:,| and\b))| which ")


def _common(text: str) -> Named:
    """A phrase without a name of its own: its head noun decides what it is."""
    phrase = _ASIDE.split(text, maxsplit=1)[0].strip()
    bare = _DETERMINERS.sub("", phrase)
    core = _POSTMODIFIER.sub("", bare)
    words = [w.lower().rstrip(".") for w in _WORD.findall(core)]
    partitive = _PARTITIVE.match(phrase)
    if partitive:
        words = [w.lower() for w in _WORD.findall(_PARTITIVE_LEAD.sub("", phrase))][:3]
        if not words or " of " not in partitive.group().lower() + " ":
            words = ["people"]
    head = words[-1] if words else ""
    several = head in COLLECTIVES or is_plural(head)
    if partitive:
        several = not phrase.lower().startswith("one of")
    single = head.removesuffix("s")
    if head in DOCUMENTS:
        sort = Sort.DOCUMENT
    elif head in OUTLET_NOUNS or head == "media":
        sort = Sort.OUTLET
    elif head in INSTITUTIONS or head in BODIES or (single in BODIES and head not in PEOPLE):
        sort = Sort.BODY
    elif head in PEOPLE or head.endswith(PERSON_ENDINGS) or partitive:
        sort = Sort.PEOPLE
    else:
        sort = Sort.THING
    return Named(sort, phrase, head, (" ".join(words),) if words else (), several)


def _possessive_lead(phrase: str) -> bool:
    """Whether a name is only the owner of the head noun ("Maran's deputy")."""
    match = _OWNER.search(phrase)
    return match is not None and match.group(1).islower()


def _roles(phrase: str) -> tuple[str, ...]:
    """The words by which a title or apposition lets somebody be called later."""
    bare = _DETERMINERS.sub("", phrase.strip().lower())
    core = _POSTMODIFIER.sub("", bare)
    words = [ABBREVIATED.get(w.rstrip("."), w.rstrip(".")) for w in core.split()]
    if not words or words[0] in ("who", "which", "whose"):
        return ()
    return tuple(dict.fromkeys([words[-1], " ".join(words[-2:]), " ".join(words)]))


ABBREVIATED = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain", "maj": "major",
    "sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor", "sgt": "sergeant",
    "prof": "professor", "adm": "admiral", "cmdr": "commander", "rev": "reverend",
}  # fmt: skip
_AND = re.compile(r",\s+and\s+|\s+and\s+|\s+&\s+")


def _parts(text: str) -> list[str]:
    """The members of a list of sources, or the phrase alone."""
    if " and " not in text and " & " not in text:
        return [text]
    head = _TAIL.split(text, maxsplit=1)[0]
    found = _AND.split(head, maxsplit=1)
    if len(found) < 2 or (
        " of " in f" {found[0].split(',')[0]} "
        and not re.search(r"\bof\b", found[1])
        and found[1].strip()[:1].isupper()
        and len(found[1].split()) == 1
    ):
        return [text]
    left, right = found[0], found[1]
    if len(left.split()) == 1 and left[:1].islower():
        return [text]
    if (
        is_body(f"{left} {right}")
        and len(left.split()) <= 3
        and len(right.split()) == 1
        and left[:1].isupper()
    ):
        return [text]
    return [*[p for p in left.split(", ") if p], right]


def _without_apposition(text: str) -> str:
    return RELATIVE.split(text, maxsplit=1)[0].rstrip(",")


def _joined(names: list[str]) -> str:
    return " and ".join(names) if len(names) == 2 else ", ".join(names[:-1]) + " and " + names[-1]
