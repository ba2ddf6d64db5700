"""What a source phrase is made of: a name and its appositions, a group, a pronoun."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reader.attribution.grammar.gender import of_pronoun
from reader.attribution.grammar.proper_names import proper_name
from reader.attribution.grammar.source_noun_phrase import (
    OWNERS,
    SPEAKING_TYPES,
    in_sentence,
    joined_roles,
    known_gender,
    read_noun_phrase,
)
from reader.attribution.grammar.source_noun_phrase import SourcePhrase as SourcePhrase
from reader.attribution.grammar.source_type import SourceType, noun
from reader.language.english import ENGLISH
from reader.language.reporting import Trait

_PRONOUNS = (
    ENGLISH.word_class("pronouns")
    | ENGLISH.word_class("objects")
    | frozenset(("his", "their", "its", "who", "which", "this", "that", "these", "those"))
)
# Most phrases are a word or three: what a pattern needs is looked for before it is tried.
_RELATIVE = re.compile(r",?\s+(?:who|which|whose|whom|where|that)\b")
_ASIDE_SIGNS = frozenset(",–—-")
_ASIDE = re.compile(r",\s+|\s+[–—-]\s+|\s*[—]\s*")
_AGE = re.compile(r"(?:aged )?(\d\d?)$")
_BRACKET = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_LEAD = re.compile(r"^.{0,40}?:\s+(?=\S)|^[•*·–—-]\s*")
_TIME = re.compile(r"^\d{1,2}[.:]\d\d(?: ?(?:[ap]\.?m\.?|GMT|BST|CET))?[ ,:–—-]+(?=\S)")
"""The time of day that opens an entry of a live blog."""
_LEADING = re.compile(
    r"^(?:but|and|then|so|yet|also|even|still|only|now|however|meanwhile|while|as|or|nor|when|if|"
    r"once|later|today|yesterday|for|because|that)\b,?\s+(?=\S)",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"^(?i:outside|inside|in|at|from|near|on|after|before|during|amid) (?:[a-z'’-]+ ){1,4}(?=[A-Z])"
)
_REFLEXIVE = re.compile(r"\s+(?:(?:himself|herself|itself|themselves)(?=$|,)|(?:alone|too|also)$)")
_HANDLE = re.compile(r"(?<!\w)@(\w+)")
"""Somebody's name on a network, which is the name a reader knows him by."""
_ADVERBS = (
    " there", " here", " abroad", " later", " also", " now", " earlier", " then", " since", " once",
    " recently", " repeatedly", " today",
)  # fmt: skip
_REFLEXIVE_SIGNS = ("self", "selves", "alone", "too", "also")
_NICKNAME_SIGNS = frozenset("“\"‘'«")
_NICKNAME = re.compile(r"\s*[“\"‘'«][^”\"’'»]{1,30}[”\"’'»](?=\s[A-Z])")
_AND = re.compile(r",?\s+(?:and|or)\s+")
_TAIL = re.compile(r",?\s+(?:who|which|whose|whom|that)\b|\s+(?:in|from|at|of|for|with|to|on|by) ")
_ALIAS_SIGNS = ("called", "named", " as ", "himself", "herself")
ALIAS = re.compile(
    r"(?: (?:in|from|at|of|on) [^,.;\n]{1,30})?,? (?:who (?:[^,.;]{1,40}? )??|and )?"
    r"(?:gave (?:his|her|their) (?:first |full )?name (?:only )?as"
    r"|(?:identified|named|called|introduced) (?:himself|herself) (?:only )?(?:as )?"
    r"|(?:identified|named) by [^,.;]{1,40}? as"
    r"|(?:calls|called|styles) (?:himself|herself)"
    r"|can be (?:identified|named) only as|referred to (?:only )?as|called|named"
    r"|known (?:only |locally )?as)"
    r" (?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)
_SEVERAL_OF = re.compile(r"\b(?:of|from|in) [A-Z][\w-]+, [^,]+(?:, [^,]+)* and [A-Z][\w-]+$")
_SHORT_CLAUSE = 6
"""Words of a relative clause that may tell one driver from another."""
_SPEAKING = ENGLISH.verbs.reporting(Trait.SAID) | ENGLISH.verbs.reporting(Trait.HELD)
_REMEMBERED = 4096
"""How many phrases are remembered: the same come again and again."""
_EITHER = ENGLISH.source_nouns("bodies or people")
_KIN = ENGLISH.source_nouns("people: kin")
_KIN_OF = re.compile(
    r"(?:the |a |his |her )?([a-z-]+) of (?:the|a|his|her) (?:[\w-]+ )*?([\w-]+)$", re.IGNORECASE
)


@lru_cache(maxsize=_REMEMBERED)
def understand(phrase: str) -> SourcePhrase:
    """Understand a source phrase as it stands in the text, white space collapsed."""
    if "(" in phrase or "[" in phrase:
        phrase = _BRACKET.sub("", phrase)
    text = " ".join(phrase.split()).strip(' ,;:.—–-"“”*•')
    for lead in (_TIME, _LEAD, _LEADING):
        found = lead.match(text)
        if found is not None:
            text = text[found.end() :]
    if any(sign in text for sign in _REFLEXIVE_SIGNS):
        text = _REFLEXIVE.sub("", text)
    if text.endswith(_ADVERBS):
        before, _, _ = text.rpartition(" ")
        text = before if before[-1:].isalnum() else text
    if not _NICKNAME_SIGNS.isdisjoint(text):
        text = _NICKNAME.sub("", text)
    placed = _PLACED.match(text)
    if placed is not None:
        text = text[placed.end() :]
    if text.isupper() and " " in text:
        text = _unshouted(text.split())
    if "@" in text:
        text = _HANDLE.sub(lambda match: match[1].capitalize(), text)
    low = text.lower()
    if low in _PRONOUNS:
        several = low in ("they", "them", "their", "we", "us", "our", "these", "those")
        return SourcePhrase(SourceType.PRONOUN, text, low, several=several, gender=of_pronoun(low))
    if not text:
        return SourcePhrase(SourceType.NOBODY, "", "")
    if low.startswith("whose "):
        whose = understand(text[len("whose ") :])
        return whose if whose.named else replace(whose, determiner="whose", owner="whose")
    parts = _members(text)
    if len(parts) == 2 and (holder := _of_two_offices(parts)) is not None:
        return holder
    if len(parts) > 1:
        return _group(text, parts)
    return _single(text)


def _of_two_offices(parts: list[str]) -> SourcePhrase | None:
    """Who bears the name after two offices: "Deputy Premier and Minister of Finance Edda Karn"."""
    office, holder = read_noun_phrase(parts[0]), _single(parts[1])
    bare = not office.named and not office.determiner and not office.several and not office.owner
    if not (bare and office.is_person and holder.named and holder.is_person and holder.roles):
        return None
    if holder.determiner or noun(office.head).type is not SourceType.PERSON:
        return None
    return replace(holder, roles=joined_roles(holder.roles, office.roles))


def _unshouted(words: list[str]) -> str:
    """Capitals in a headline's manner, with what leads a name in small letters: "MAYOR Vale"."""
    rare = [n for n, word in enumerate(words) if word.lower() not in ENGLISH.common_words]
    name = min(rare, default=len(words))
    return " ".join(w.lower() if n < name else w for n, w in enumerate(words))


def _single(text: str) -> SourcePhrase:
    """One noun phrase with its appositions."""
    alias = ALIAS.search(text) if any(sign in text for sign in _ALIAS_SIGNS) else None
    if alias is not None:
        found = _single(text[: alias.start()].rstrip(" ,"))
        if found.is_person and not found.named:
            return replace(found, name=alias["name"], named=True, several=False)
    main, *asides = _pieces(text)
    found = read_noun_phrase(main)
    if not found.named and not asides:
        relative = _relative(text)
        # After a comma a clause only adds: "the fund, which owns a tenth" is the fund.
        clause = relative is not None and not relative.group().startswith(",")
        name = in_sentence(_with_short_clause(text, relative))
        if clause or name != found.name:
            found = replace(found, name=name, clause=clause)
    age = next((m[1] for aside in asides if (m := _AGE.match(aside))), found.age)
    asides = [a.removeprefix("the late ") for a in asides if not _AGE.match(a)]
    # "The mayor of Sirnes, Pelle Aasgard"; "Jelka Maron, the union's lawyer".
    for aside in asides[:1]:
        beside = read_noun_phrase(aside)
        named = beside.named and (
            not beside.determiner or aside.startswith("The ") or bool(beside.roles)
        )
        lone = found.type is SourceType.OUTLET and found.name.startswith("The ")
        if lone and beside.is_person and beside.named and " " in beside.name:
            found = replace(found, type=SourceType.PERSON, named=False)  # "The Oskan, NAME"
        if not found.named and named and _joins(found, beside) and not _is_kin(main):
            found = replace(
                beside,
                type=_type_of_both(found, beside),
                supposed=False,
                roles=joined_roles(beside.roles, found.roles),
                gender=known_gender(beside.gender, found.gender),
                owner=beside.owner or found.owner,
                of=beside.of or found.of,
                several=False,
            )
        elif found.named and not beside.named and beside.roles and beside.type in SPEAKING_TYPES:
            found = replace(
                found,
                roles=joined_roles(found.roles, beside.roles),
                gender=known_gender(found.gender, beside.gender),
                owner=found.owner or beside.owner,
                of=found.of or beside.of,
                type=beside.type if found.supposed else found.type,
                supposed=False,
            )
    return replace(found, age=age) if age else found


def _relative(text: str) -> re.Match[str] | None:
    """The word that opens a relative clause."""
    return _RELATIVE.search(text) if " wh" in text or " that" in text else None


def _with_short_clause(text: str, relative: re.Match[str] | None) -> str:
    """A description with its relative clause, where that is short and tells of no speech."""
    if relative is None:
        return text
    clause = text[relative.end() :].lower().split()
    if len(clause) > _SHORT_CLAUSE or not _SPEAKING.isdisjoint(clause):
        return text[: relative.start()]
    return text


def _joins(description: SourcePhrase, name: SourcePhrase) -> bool:
    """Whether a description may be of whom a name beside it names."""
    if description.several:
        return False
    if description.type is SourceType.NOBODY:
        return description.determiner in (*OWNERS, "the", "one") and not name.supposed
    if name.supposed or description.type is SourceType.OTHER:
        return True
    return description.type is name.type or SourceType.DOCUMENT not in (description.type, name.type)


def _type_of_both(description: SourcePhrase, name: SourcePhrase) -> SourceType:
    """What somebody is who is described and named: "the owner, Delmar Shipping"."""
    if description.type not in SPEAKING_TYPES:
        return name.type
    if description.head in _EITHER:
        return name.type if not name.supposed else description.type
    return description.type


def _is_kin(text: str) -> bool:
    """Whether a name after "the wife of the captain" is the captain's."""
    found = _KIN_OF.match(text)
    return (
        found is not None
        and found[1].lower() in _KIN
        and noun(found[2].lower()).type is SourceType.PERSON
    )


def _group(text: str, parts: list[str]) -> SourcePhrase:
    """Several sources named together."""
    members = tuple(_single(part) for part in parts)
    kinds = [member.type for member in members]
    kind = kinds[0] if len(set(kinds)) == 1 else next(
        (k for k in (SourceType.PERSON, SourceType.BODY) if k in kinds), kinds[-1]
    )  # fmt: skip
    name = in_sentence(_RELATIVE.split(text)[0]).removeprefix("both ")
    if all(member.named and member.is_person for member in members):
        name = _joined([member.name for member in members])
    return SourcePhrase(
        kind,
        name.rstrip(","),
        members[-1].head,
        members[-1].roles if len(parts) == 2 and not members[-1].named else (),
        named=any(member.named for member in members)
        or all(member.type is SourceType.BODY for member in members),
        several=True,
        members=members,
    )


def _members(text: str) -> list[str]:
    """The members of a list of sources, or the phrase alone."""
    if " and " not in text and " or " not in text:
        return [text]
    tail = _TAIL.search(text)
    head = text[: tail.start()] if tail else text
    found = _AND.split(head, maxsplit=1)
    if len(found) < 2:
        return [text]
    left, right = found
    both = left.lower().split(" ")[0] == "both"
    if both:
        left = left[len("both ") :]
    lefts = left.split(", ")
    last = read_noun_phrase(right)
    if len(lefts) > 1 and read_noun_phrase(lefts[0]).several and last.named and last.is_person:
        lefts = lefts[1:]  # "the negotiators, Eda Lorne and Kasim Orel"
        left = ", ".join(lefts)
    if len(lefts) > 1 and not all(_lists(part) for part in lefts[1:]):
        # "The inquiry's chair, Eda Lorne and …" lists nobody; "a nurse, 34, and …" neither.
        named = _pieces(text)
        if not both and not (proper_name(lefts[0]) is None and _all_named(named[1:])):
            return [text]
        if proper_name(lefts[0]) is None:
            lefts = lefts[1:]
    if not _is_member(left, right, last):
        return [text]
    rest = text[tail.start() :] if tail else ""
    return [*lefts, right + rest]


def _lists(part: str) -> bool:
    """Whether a part between commas is a member of a list rather than an apposition."""
    found = read_noun_phrase(part)
    return found.named or (found.type in SPEAKING_TYPES and found.determiner in ("", "the", "two"))


def _all_named(asides: list[str]) -> bool:
    """Whether an apposition is a list of names: "two engineers, Eda Lorne and Kasim Orel"."""
    return bool(asides) and all(
        (name := proper_name(part)) is not None and " " in name.name
        for part in _AND.split(", ".join(asides))
    )


def _is_member(left: str, right: str, last: SourcePhrase) -> bool:
    """Whether "left and right" are two, rather than the halves of one body's name."""
    first = left.split()
    if not last.speaks or not right or left.endswith(("s’", "s'")):
        return False  # "the Porters' and Winch Drivers' Union" is one
    whole_name = left.split(" ")[-1][:1].isupper() and right[:1].isupper()
    if (
        whole_name
        and first[-1].lower() in ENGLISH.common_words
        and last.type
        in (
            SourceType.BODY,
            SourceType.OUTLET,
        )
    ):
        return noun(first[-1].lower()).type in SPEAKING_TYPES
    if left[:1].isupper() and right[:1].isupper() and " " not in right and len(first) <= 3:
        whole = noun(right.lower())
        if whole.type in (SourceType.BODY, SourceType.OUTLET) or first[0].lower() in ("the", "a"):
            return noun(first[-1].lower()).type in SPEAKING_TYPES
    if len(first) == 1 and left.islower() and noun(left).type not in SPEAKING_TYPES:
        return False
    return right.split()[0].lower() not in ("its", "then", "later", "former", "now")


def _pieces(text: str) -> list[str]:
    """The noun phrase and what stands beside it between commas, relative clauses left out."""
    pieces: list[str] = []
    for piece in [text] if _ASIDE_SIGNS.isdisjoint(text) else _ASIDE.split(text):
        relative = _relative(f" {piece}")
        kept = (piece if relative is None else f" {piece}"[: relative.start()]).strip()
        if pieces and not kept:
            break  # ", who …": what follows may belong to the clause
        pieces.append(kept)
    if ", " in text and _SEVERAL_OF.search(text):
        return [text]
    return [piece for piece in pieces if piece] or [text]


def _joined(names: list[str]) -> str:
    return " and ".join(names) if len(names) == 2 else ", ".join(names[:-1]) + " and " + names[-1]
