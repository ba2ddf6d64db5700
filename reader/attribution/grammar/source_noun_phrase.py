"""A noun phrase that may be a source: a proper name with its titles, or a description."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.attribution.grammar.gender import of_given_name, of_title
from reader.attribution.grammar.proper_names import ABBREVIATED, Name, is_role, proper_name
from reader.attribution.grammar.source_type import Gender, SourceType, noun
from reader.language.english import ENGLISH
from reader.language.reporting import Trait

SPEAKING_TYPES = frozenset(
    (SourceType.PERSON, SourceType.BODY, SourceType.OUTLET, SourceType.DOCUMENT)
)
_DETERMINERS = ENGLISH.source_nouns("words: determiners")
_NUMBERS = ENGLISH.source_nouns("words: numbers")
_NUMBER = re.compile(r"\d[\d.,]*%?$")
_PREPOSITIONS = ENGLISH.source_nouns("words: prepositions")
_COMPOUNDS = ENGLISH.source_nouns("roles: of two words")
_BODIES_OF_TWO = ENGLISH.source_nouns("bodies: of two words")
_OUTLETS_OF_TWO = ENGLISH.source_nouns("outlets: of two words")
_PARTICIPLES = ENGLISH.word_class("participles after nouns")
_TIMES = ENGLISH.word_class("times") | {"hundreds", "thousands", "out"}
_IRREGULAR = ENGLISH.word_class("irregular participles")
_YEAR_OLD = re.compile(r"\b(\d\d?)-year-old\b")
_WORD = re.compile(r"[^\W_](?:[\w’'./&+-]*[\w’'.])?|[^\W_]|&")
_GENITIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_GENITIVES = ("'s", "’s", "s'", "s’")
_SHARE = re.compile(r"^[\w.,]+(?:%| ?percent| per ?cent) of ", re.IGNORECASE)
_NOBODIES = ENGLISH.source_nouns("people: nobody")
_VERBS = (
    ENGLISH.word_class("be")
    | ENGLISH.word_class("have")
    | ENGLISH.word_class("modal")
    | ENGLISH.verbs.forms(Trait.STRONG)
)
_RANK_ENDINGS = ("-general", "-admiral", "-colonel", "-commander")
"""A lieutenant-general is called "the general" too."""
_SECONDS = frozenset(("deputy", "vice", "assistant", "shadow"))
_OF = (["of"], ["for"], ["at"])
OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A source phrase understood.

    `name` is what a reader would call the source: the proper name without titles, else the
    description. `head` is the lower-case head noun, in the singular (of a name its last word);
    `roles` are what it is called by beside its name, the shortest first ("minister", "foreign
    minister"). `named` says that it bears a proper name, `supposed` that its type is only likely.
    `owner` is whose it is ("his", "Coast Authority"), `of` what it is said to be of ("the coast
    authority", of its head), `determiner` its first word where that is
    none of the noun's; `clause` says that a relative clause tells which one it is.
    """

    type: SourceType
    name: str
    head: str
    roles: tuple[str, ...] = ()
    named: bool = False
    several: bool = False
    gender: Gender = Gender.UNKNOWN
    supposed: bool = False
    determiner: str = ""
    owner: str = ""
    of: str = ""
    age: str = ""
    clause: bool = False
    members: tuple[SourcePhrase, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether it may be somebody or something that speaks."""
        return self.type is not SourceType.NOBODY

    @property
    def is_person(self) -> bool:
        return self.type is SourceType.PERSON


def read_noun_phrase(text: str) -> SourcePhrase:
    """A noun phrase without appositions: a proper name, or a description by its head noun."""
    found = proper_name(text)
    if found is not None:
        return _named(found)
    return _description(text)


def _named(found: Name) -> SourcePhrase:
    """A proper name, its type told by its words, its titles and what stands before it."""
    words = found.name.split()
    lead = _description(found.before) if found.before else None
    roles = lead.roles if lead is not None and lead.speaks else ()
    gender = Gender.UNKNOWN
    for title in found.titles:
        gender = known_gender(gender, of_title(title))
    kind, supposed = found.type, False
    if kind is SourceType.OTHER and lead is not None and lead.type in SPEAKING_TYPES:
        # "The agency Veltra" is a wire; "the space agency" and its like are bodies.
        kind = SourceType.OUTLET if lead.roles == ("agency",) else lead.type
    elif kind is SourceType.BODY and lead is not None and lead.type is SourceType.OUTLET:
        kind = SourceType.OUTLET  # "the magazine Field & Barn"
    if found.titles and kind is SourceType.OTHER:
        kind = SourceType.PERSON
    if kind in (SourceType.OTHER, SourceType.PERSON):
        given = of_given_name(words[0])
        if kind is SourceType.OTHER:
            # A lone capital may be a firm's or a place's; two words are a person's most often.
            supposed = given is Gender.UNKNOWN or len(words) == 1
            kind = SourceType.PERSON
        if not (len(words) == 1 and found.titles):
            gender = known_gender(gender, given)
        if lead is not None:
            gender = known_gender(gender, lead.gender)
    owner = lead.owner if lead is not None else ""
    if not owner and found.determiner in OWNERS:
        owner = found.determiner
    titles = _role_forms(tuple(title.lower().rstrip(".") for title in found.titles))
    return SourcePhrase(
        kind,
        found.name,
        words[-1].lower(),
        joined_roles(titles, roles),
        named=True,
        gender=gender if kind is SourceType.PERSON else Gender.UNKNOWN,
        supposed=supposed,
        determiner=found.determiner,
        owner=owner,
        of=lead.of if lead is not None else "",
        age=lead.age if lead is not None else "",
    )


def _description(text: str) -> SourcePhrase:
    """A phrase without a name of its own: its head noun decides what it is."""
    share = _SHARE.match(text) if "%" in text or "cent" in text else None
    if share is not None:
        inner = _description(text[share.end() :])
        return replace(inner, name=text, several=True)
    words = _WORD.findall(text)
    low = [word.lower().rstrip(".") for word in words]
    place = 0
    determiner = owner = ""
    while place < len(low) and (low[place] in _DETERMINERS or low[place] in _NUMBERS):
        determiner = determiner or low[place]
        if low[place] in OWNERS:
            owner = low[place]
        place += 1
        if place < len(low) and low[place] == "of" and place > 0:
            # "One of the men", "a number of officials": the head stands after "of".
            inner = _description(" ".join(words[place + 1 :]))
            one = low[0] in ("one", "another", "each", "either", "neither")
            return replace(
                inner, name=in_sentence(text), several=not one, determiner=low[0], owner=owner
            )
    numbered = place < len(low) and _NUMBER.match(low[place]) is not None
    end = place
    while end < len(low):
        if end > place and low[end] in _VERBS and noun(low[end]).type not in SPEAKING_TYPES:
            break
        if end > place and low[end] in ("there", "here"):
            break
        if end > 0 and (low[end] in _PREPOSITIONS or _is_participle(low, end)):
            break
        end += 1
    core, written = low[place:end], words[place:end]
    if "and" in core and not _speaks_before_and(core):
        inner = _description(" ".join(words[place + core.index("and") + 1 :]))
        return replace(inner, name=in_sentence(text))
    if numbered and len(core) > 1:
        core, written = core[1:], written[1:]
    if low[place:] and core == ["number"] and low[end : end + 1] == ["of"]:
        return replace(
            _description(" ".join(words[end + 1 :])), name=in_sentence(text), several=True
        )
    for index in range(len(core) - 2, -1, -1):
        if core[index].endswith(_GENITIVES):
            owner = _GENITIVE.sub("", " ".join(written[: index + 1]))
            core = core[index + 1 :]
            core = core[1:] if core[:1] == ["own"] else core
            break
    if not core:
        head = determiner
        people = determiner in ("many", "most", "several", "few", "both", "all", "some") or (
            determiner in _NUMBERS
        )
        kind = (
            SourceType.PERSON if people or determiner in ("another", "one") else SourceType.NOBODY
        )
        return SourcePhrase(
            kind, in_sentence(text), head, several=people, determiner=determiner, owner=owner
        )
    if core[-1] in _NOBODIES:
        return SourcePhrase(SourceType.NOBODY, in_sentence(text), core[-1])
    known = noun(core[-1])
    if "_".join(core[-2:]) in _BODIES_OF_TWO:
        known = replace(known, type=SourceType.BODY)
    elif "_".join(core[-2:]) in _OUTLETS_OF_TWO:
        known = replace(known, type=SourceType.OUTLET)
    age = next((m[1] for word in core if "-year-old" in word and (m := _YEAR_OLD.search(word))), "")
    if age and core[-1].endswith("year-old"):
        known = replace(known, type=SourceType.PERSON)
    kind = known.type
    if kind is SourceType.OTHER and core[-1] in ("mum-of-two", "dad-of-two"):
        kind = SourceType.PERSON
    if _NUMBER.match(core[-1]):
        kind = SourceType.NOBODY
    if kind is SourceType.OTHER and not determiner and not owner and not known.several:
        kind = SourceType.NOBODY
    roles = _role_forms((*core[:-1], known.singular))
    of = " ".join(words[end + 1 :]) if low[end : end + 1] in _OF else ""
    if low[end : end + 1] == ["of"] and kind is not SourceType.NOBODY:
        of_what = [word for word in low[end : end + 3] if word != "the"][:2]
        compound = " ".join((*core, *of_what))
        if compound.replace(" ", "_") in _COMPOUNDS:
            roles, of = (compound, *roles), ""
    several = known.several or determiner in ("both", "several", "many", "few") or (
        (numbered or determiner in _NUMBERS) and kind is not SourceType.DOCUMENT
    )  # fmt: skip
    return SourcePhrase(
        kind,
        in_sentence(text),
        known.singular,
        roles,
        several=several,
        gender=known.gender,
        determiner=determiner,
        owner=owner,
        of=of,
        age=age,
    )


def _speaks_before_and(low: list[str]) -> bool:
    """Whether what stands before an "and" could speak: "police and …", "maintenance and …"."""
    left = low[: low.index("and")]
    return bool(left) and noun(left[-1]).type in SPEAKING_TYPES


def _is_participle(low: list[str], place: int) -> bool:
    """Whether a participle opens what comes after the head ("the man charged with …")."""
    word = low[place]
    before = noun(low[place - 1])
    following = low[place + 1 : place + 2]
    if word not in _PARTICIPLES:
        return (
            (word.endswith(("ed", "ing")) or word in _IRREGULAR)
            and before.type in SPEAKING_TYPES
            and any(after in _PREPOSITIONS or after in _TIMES for after in following)
        )
    return before.type is not SourceType.OTHER or not following or following[0] in _PREPOSITIONS


def _role_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """The last word alone, the last two, the whole: "minister", "foreign minister", …."""
    plain = [ABBREVIATED.get(word, word) for word in words]
    if plain[-1:] and plain[-1].endswith(_RANK_ENDINGS):
        plain[-1:] = plain[-1].rsplit("-", 1)
    forms = [" ".join(plain[-n:]) for n in (1, 2, 3, len(plain)) if 0 < n <= len(plain)]
    second = next((word for word in plain if word in _SECONDS), "")
    if second:  # "the deputy head" is no head
        forms = [second, *(form for form in forms if second in form.split())]
    return tuple(dict.fromkeys(forms))


def joined_roles(*roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for some in roles for role in some))


def known_gender(one: Gender, other: Gender) -> Gender:
    return other if one is Gender.UNKNOWN else one


def in_sentence(text: str) -> str:
    """A description as a reader would write it in mid-sentence."""
    text = text.split(", who")[0].split(", which")[0].strip(" ,")
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low in _DETERMINERS or low in _NUMBERS:
        return f"{low} {rest}" if rest else low
    if rest[:1].isupper() and _GENITIVE.search(rest.split()[0]):
        return text  # "National Unity's campaign chief"
    shouted = first.isupper() and len(first) > 1
    if shouted or not first[:1].isupper() or (rest[:1].isupper() and not is_role(low)):
        return text
    return text if noun(low).type is SourceType.OTHER else low + text[len(first) :]
