"""What stands in apposition to a name: "NAME, the manager", "the manager, NAME", "NAME, 58"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reader.attribution.grammar.proper_names import is_role
from reader.attribution.grammar.source_noun_phrase import SPEAKING_TYPES, known_gender
from reader.attribution.grammar.source_phrase import SourcePhrase, understand
from reader.attribution.grammar.source_type import Gender, SourceType, noun
from reader.language.english import ENGLISH
from reader.language.reporting import Trait

AGE = re.compile(r",? \(?(\d\d?)\)?(?=[,.; ])")
APPOSITION = re.compile(
    r", (?:(?:who (?:is|was)|now|then|formerly) )?"
    r"((?:the |a |an |its |their |his |her )?[^,.;:\"“”\n]{3,70})(?=[,.;\n]|$)"
)
_RELATIVE = re.compile(r" (?:who|which|that|whose|whom)\b")
_INNER = re.compile(
    r" (?:of|from|by|with|to|for|at) (?=(?:the|a|an|its|his|her|their|[A-Z][\w-]*['’]s?) )"
)
_TELLING = "|".join(sorted(ENGLISH.verbs.forms(Trait.TELLS, Trait.ASKS)))
_BEFORE_NAME = re.compile(
    r"(?:^|[.!?:\n] ?|[“\"‘] ?|, |\b(?:[Tt]hat|[Aa]nd|[Bb]ut|[Bb]y|[Ww]ith|[Oo]f) "
    rf"|(?<!ccording )\bto |\b(?:{_TELLING}) )"
    r"((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir"
    r"|(?:[A-Z][\w-]+ )*[A-Z][\w-]+['’]s?) [^,.;:\n]{3,70})$"
)
_BEFORE_REACH = 80
VERBS = (
    ENGLISH.word_class("be")
    | ENGLISH.word_class("have")
    | ENGLISH.word_class("modal")
    | ENGLISH.strong_forms
)
_EITHER = ENGLISH.source_nouns("bodies or people")
_DEFINITE = ("the", "his", "her", "its", "their")
_REMEMBERED = 4096
"""How many phrases are remembered: the same come again and again."""


def after_name(phrase: SourcePhrase, text: str, end: int) -> tuple[SourcePhrase, int]:
    """A name with what stands beside it, and where that ends: "NAME, the manager", "NAME, 58"."""
    age = AGE.match(text, end)
    if age is not None:
        kind = SourceType.PERSON if phrase.supposed else phrase.type
        phrase = replace(phrase, age=age[1], supposed=False, type=kind)
        end = age.end()
    if text.startswith((", who ", " who ", ",\nwho ", ", whose "), end):
        return (replace(phrase, supposed=False) if phrase.is_person else phrase), end
    if text.startswith(", which ", end) and phrase.supposed:
        kind = SourceType.BODY
        return replace(phrase, type=kind, supposed=False, gender=Gender.UNKNOWN), end
    if text.startswith(("”, ", '", '), end):
        end += 1  # “Grain Watch”, an organisation
    if text.startswith(", ", end):
        after = APPOSITION.match(text, end)
        called = _called(after.group(1)) if after is not None else None
        if after is not None and called is not None and _may_join(phrase, called):
            return joined(phrase, called), after.end(1)
    return phrase, end


def after_description(phrase: SourcePhrase, beside: re.Match[str]) -> SourcePhrase | None:
    """A description with another in apposition to it: "a neighbour, a retired nurse, said"."""
    called = _called(beside.group(1))
    if called is None or called.several or not called.is_person or not phrase.is_person:
        return None
    if phrase.several or called.determiner not in ("a", "an") or beside.end() != beside.end(1):
        return None
    roles = tuple(dict.fromkeys((*phrase.roles, *called.roles)))
    return replace(phrase, roles=roles, gender=known_gender(phrase.gender, called.gender))


@lru_cache(maxsize=_REMEMBERED)
def _called(apposition: str) -> SourcePhrase | None:
    """What an apposition calls somebody, or None where it tells what was done."""
    apposition = _RELATIVE.split(apposition)[0]
    apposition = _before_participle(apposition)
    parts = apposition.lower().split() or [""]
    opens = parts[0] in (*_DEFINITE, "a", "an", "head", "chief", "former", "counsel")
    if not (opens or is_role(parts[0])) or not VERBS.isdisjoint(parts):
        return None
    found = understand(apposition)
    return None if found.named or found.type not in SPEAKING_TYPES else found


def _before_participle(apposition: str) -> str:
    """An apposition less its participle: "an organisation | financed from abroad"."""
    words = apposition.split()
    for place, word in enumerate(words[1:], start=1):
        if word.endswith("ed") and noun(words[place - 1].lower()).type in SPEAKING_TYPES:
            return " ".join(words[:place])
    return apposition


def before_name(text: str, start: int, name: SourcePhrase) -> SourcePhrase | None:
    """The description that ends where a comma leads to a name."""
    if not text.startswith(", ", start - 2):
        return None
    found = _BEFORE_NAME.search(text[max(0, start - 2 - _BEFORE_REACH) : start - 2])
    if found is None:
        return None
    words = found.group(1)
    starts = [0, *(match.end() for match in _INNER.finditer(words))]
    # The nearest that may bear the name: "the wife of | the captain, NAME".
    fitting = [
        phrase
        for begin in reversed(starts)
        if (phrase := understand(words[begin:])).type in SPEAKING_TYPES
        and not (phrase.named or phrase.several)
        and _may_join(name, phrase)
    ]
    people = [phrase for phrase in fitting if phrase.is_person] if " " in name.name else []
    return next(iter(people or fitting), None)


def _may_join(phrase: SourcePhrase, beside: SourcePhrase) -> bool:
    """Whether a description beside a name may be of whom the name is."""
    if beside.several:
        return False
    if beside.type is SourceType.DOCUMENT:
        return not phrase.is_person
    if phrase.supposed or (phrase.is_person == beside.is_person) or beside.head in _EITHER:
        return True
    return _is_firm(phrase, beside)


def _is_firm(phrase: SourcePhrase, beside: SourcePhrase) -> bool:
    """Whether what looks like a person's name is a body's: "Moody Vance, a ratings firm"."""
    told = phrase.roles or phrase.age or not phrase.is_person
    return not told and beside.type is SourceType.BODY and beside.determiner in ("a", "an")


def joined(phrase: SourcePhrase, beside: SourcePhrase) -> SourcePhrase:
    """A name and what stands in apposition to it, as one."""
    if not _may_join(phrase, beside):
        return phrase
    if _is_firm(phrase, beside):
        phrase = replace(phrase, supposed=True, gender=Gender.UNKNOWN)
    known = not phrase.supposed and (phrase.is_person or beside.head in _EITHER)
    if beside.head in _EITHER and " " in phrase.name:
        known = True  # "Rok Halas, a crusher operator" may be either
    return replace(
        phrase,
        type=phrase.type if known else beside.type,
        supposed=known and beside.head in _EITHER and phrase.is_person,
        roles=tuple(dict.fromkeys((*phrase.roles, *beside.roles))),
        gender=phrase.gender if phrase.gender is not Gender.UNKNOWN else beside.gender,
        owner=phrase.owner or beside.owner,
        of=phrase.of or beside.of,
        age=phrase.age or beside.age,
    )
