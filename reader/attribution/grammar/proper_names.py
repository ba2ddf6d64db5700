"""Proper names: where one stands in a noun phrase, its titles, and what bears such a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reader.attribution.grammar.gender import of_given_name
from reader.attribution.grammar.source_type import Gender, SourceType, is_listed, noun
from reader.language.english import ENGLISH

TITLES = ENGLISH.word_class("titles") | ENGLISH.source_nouns("titles: people")
ABBREVIATED = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain", "maj": "major",
    "sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor", "sgt": "sergeant",
    "prof": "professor", "adm": "admiral", "cmdr": "commander", "rev": "reverend",
    "cllr": "councillor", "insp": "inspector", "supt": "superintendent", "amb": "ambassador",
    "lawmaker": "lawmaker", "pres": "president", "brig": "brigadier", "det": "detective",
}  # fmt: skip
_RELIGIOUS = ENGLISH.word_class("religious titles")
_PARTICLES = ENGLISH.word_class("particles of names") | ENGLISH.source_nouns("names: particles")
_BODY_WORDS = ENGLISH.word_class("organisation words") | ENGLISH.source_nouns("names: bodies")
_OUTLET_WORDS = ENGLISH.word_class("outlet words") | ENGLISH.source_nouns("names: outlets")
_PLACE_WORDS = ENGLISH.source_nouns("names: places")
_SURNAMES_TOO = ENGLISH.source_nouns("names: surnames too")
_GIVEN_TOO = ENGLISH.source_nouns("names: given names too")
_NOT_NAMES = ENGLISH.source_nouns("names: none")
_AFTER = ENGLISH.source_nouns("names: letters after")
_DETERMINERS = ENGLISH.source_nouns("words: determiners") | ENGLISH.source_nouns("words: numbers")
_PARTICIPLES = ENGLISH.word_class("participles after nouns")
_STOPS = (
    ENGLISH.source_nouns("words: prepositions")
    | ENGLISH.source_nouns("words: after names")
    | _PARTICIPLES
)
_BY_KIND = ENGLISH.source_nouns("people: by nation") | ENGLISH.source_nouns("people: by party")
_OF_OUTLETS = ENGLISH.source_nouns("words: adjectives of outlets")
_JOINS = frozenset(("of", "for", "in", "on", "and", "&", "to"))
_NAMING = {SourceType.BODY: SourceType.BODY, SourceType.NOBODY: SourceType.OUTLET}
_ACRONYM = 6
"""The longest acronym that is taken for a body's name."""
_STATIONS = frozenset(
    ("radio", "tv", "channel", "canal", "daily", "weekly", "news", "media", "press")
)
_GRADES = frozenset(("rank", "class", "grade"))
_TITLE_ENDINGS = ("-in-chief", "-general", "-admiral", "-colonel", "-marshal")
_LONGEST = 5
"""Words that a person's name may have."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name at the end of a noun phrase, and what stands before it there.

    `type` is what its own words tell, OTHER where they tell nothing.
    """

    name: str
    type: SourceType
    titles: tuple[str, ...] = ()
    before: str = ""
    determiner: str = ""


def proper_name(phrase: str) -> Name | None:
    """The proper name that a noun phrase without appositions ends with, if its head is one."""
    words = [word for part in phrase.split() if (word := part.strip(",;:"))]
    if not words or phrase.islower():
        return None
    determiner = words[0].lower() if words[0].lower() in _DETERMINERS else ""
    start = 1 if determiner else 0
    end = start
    while end < len(words) and not _stops(words, end):
        end += 1
    if end == start:
        return None
    if words[end : end + 1] == ["and"] and words[end - 1][0].isupper():
        # "the National Weather and Water Agency"
        rest = [word for word in words[end + 1 :] if word[0].isupper()]
        if rest == words[end + 1 :] and rest and _plain(rest[-1]) in _BODY_WORDS:
            return Name(" ".join(words[start:]), SourceType.BODY, determiner=determiner)
    if determiner and _plain(words[end - 1]) in _BY_KIND and words[end - 1][0].isupper():
        return None  # "the Social Democrat"
    stacked = _stacked(words, start, end)
    if stacked is not None:
        return stacked
    first = _run(words, start, end)
    if first is None or (
        first == start
        and end - first == 1
        and _common(words, first)
        and not (determiner and _plain(words[first]) in _OUTLET_WORDS)
    ):
        return None
    before = words[start:first]
    if before and determiner not in ("", "the") and not _is_called(before):
        return None
    return _named(words, first, end, determiner, before)


def _stops(words: list[str], place: int) -> bool:
    """Whether a word ends what may bear a name: "of", but not the "Per" of "Per Holm"."""
    word = words[place]
    if word.lower() not in _STOPS or (place == 0 and word.lower() in _PARTICIPLES):
        return False
    given = word[0].isupper() and of_given_name(word) is not Gender.UNKNOWN
    return not (given and any(following[0].isupper() for following in words[place + 1 : place + 2]))


def _named(
    words: list[str], first: int, end: int, determiner: str, before: list[str]
) -> Name | None:
    """The name of a run of capitals, its titles and a genitive before it taken off."""
    run = words[first:end]
    while run and _plain(run[0]) in _NOT_NAMES:
        run = run[1:]  # "Thursday Sablin conceded"
    if not run:
        return None
    while len(run) > 1 and run[-1].lower().rstrip(".") in _AFTER:
        run.pop()
    owned = next((n for n in range(len(run) - 1) if _genitive(run[n])), None)
    if owned is not None:
        rest = run[owned + 1 :]
        if len(rest) > 1 and type_of(" ".join(rest)) in (SourceType.OTHER, SourceType.PERSON):
            before, run = [*before, *run[: owned + 1]], rest
    last_title = max((n for n, word in enumerate(run) if is_title(word)), default=-1)
    last_body = max((n for n, word in enumerate(run) if _plain(word) in _BODY_WORDS), default=-1)
    if last_title == len(run) - 1 and len(run) == 2 and of_given_name(run[0]) is not Gender.UNKNOWN:
        last_title = -1
    if last_title == 0 and len(run) == 2 and _plain(run[0]) in _GIVEN_TOO and not before:
        last_title = -1
    bodily = type_of(" ".join(run)) in (SourceType.BODY, SourceType.DOCUMENT)
    while (
        not bodily
        and last_title + 2 < len(run)
        and _is_lead(run[last_title + 1], run[last_title + 2])
    ):
        last_title += 1  # "Analyst Tova Reiss", "Blog HandsOff"
    if before and noun(_plain(before[-1])).type in (SourceType.BODY, SourceType.OUTLET):
        last_title = -1  # "the rights group Justice Horizon"
    if last_body > last_title:
        last_title = -1
    titles = run[: last_title + 1]
    name = run[last_title + 1 :]
    if len(name) > 2 and titles and _plain(name[1]) in _GRADES:
        name = name[2:]  # "Captain Second Rank Viktor Loom"
    if len(name) == 1 and titles and titles[-1].lower() in _RELIGIOUS:
        name, titles = [titles[-1], *name], titles[:-1]
    if len(name) == 1 and len(_plain(name[0])) == 1 and titles:
        name, titles = [titles[-1], *name], titles[:-1]  # "Nurse B"
    if not name:
        return None
    if (
        len(name) == 1
        and (titles or determiner == "the")
        and is_listed(_plain(name[0]))
        and noun(_plain(name[0])).type is SourceType.PERSON
        and words[end : end + 1]
        and words[end].lower() in ("of", "for")
    ):
        return None  # "the Deputy Head of"
    kind = type_of(" ".join(name))
    if len(name) == 1 and kind is SourceType.OTHER and noun(_plain(name[0])).type in _NAMING:
        kind = (
            SourceType.BODY if noun(_plain(name[0])).type is SourceType.BODY else SourceType.OUTLET
        )
    if not titles and end + 1 < len(words) and words[end].lower() in _JOINS:
        joined = _joined(words, end, kind)
        if joined > end:
            name = [*name, *words[end:joined]]
            kind = kind if kind is not SourceType.OTHER else SourceType.BODY
    text = " ".join(name)
    text = text[:-2] if text.endswith(("'s", "’s")) else text.rstrip("'’")
    if determiner == "the" and len(name) == 1 and kind is SourceType.OTHER:
        if not before:
            return Name(f"The {text}", SourceType.OUTLET, determiner="the")
        if before[-1] in _OF_OUTLETS:
            kind = SourceType.OUTLET  # "the liberal Tagespost"
    return Name(text, kind, tuple(titles), " ".join(before), determiner)


def _is_lead(word: str, following: str) -> bool:
    """Whether a capital at the head of a run only says what bears the name after it."""
    low = _plain(word)
    known = noun(low)
    if _plain(following) in _OUTLET_WORDS or _plain(following) in _BODY_WORDS:
        return False
    if (
        _genitive(word)
        or known.several
        or low in _STATIONS
        or of_given_name(word) is not Gender.UNKNOWN
    ):
        return False
    if known.type is SourceType.PERSON:
        return is_listed(low) or of_given_name(following) is not Gender.UNKNOWN
    return known.type is SourceType.OUTLET


def _stacked(words: list[str], start: int, end: int) -> Name | None:
    """The name after an office with "of": "Chief of Staff of the Army General Osk Maran"."""
    if end >= len(words) or words[end].lower() not in ("of", "for", "in"):
        return None
    run = _run(words, end + 1, len(words))
    if run is None or len(words) - run < 2 or not is_role(words[end - 1]):
        return None
    tail = words[run:]
    begin = _name_in(tail, alone=words[run - 1].islower() and not _ends_office(words, run, end))
    if begin is None or len(tail) - begin > _LONGEST - 1:
        return None
    titled = begin
    while titled > 0 and is_title(tail[titled - 1]):
        titled -= 1
    before = " ".join(words[start : run + titled])
    return Name(" ".join(tail[begin:]), SourceType.PERSON, tuple(tail[titled:begin]), before)


def _ends_office(words: list[str], run: int, end: int) -> bool:
    """Whether what stands before a run of capitals is a small word, so that it begins no name."""
    return run == end + 1 or words[run - 1].lower() in (*_STOPS, "the", "a", "an")


def _name_in(tail: list[str], *, alone: bool) -> int | None:
    """Where a person's name begins at the end of capitals; `alone` says that they may be all name.

    A title tells it, else a given name, else it is the last two words.
    """
    last = _plain(tail[-1])
    if last in _BODY_WORDS | _OUTLET_WORDS | _PLACE_WORDS and last not in _SURNAMES_TOO:
        return None
    titled = max((n for n, word in enumerate(tail[:-1]) if is_title(word)), default=-1)
    body = max((n for n, word in enumerate(tail) if _is_office(word)), default=-1)
    first = max(titled, body) + 1
    if first == len(tail):
        return None  # "the director of Pell & Marsh's"
    if first == len(tail) - 1 and (titled < body or is_listed(last)):
        return None  # "the General Staff"
    if titled >= body and titled >= 0:
        return first
    given = [n for n in range(first, len(tail) - 1) if of_given_name(tail[n]) is not Gender.UNKNOWN]
    if alone:
        return first if first < len(tail) - 1 else None
    given = [n for n in given if n > 0]
    if len(tail) < 3:
        return None
    return given[0] if given else max(first, len(tail) - 2)


def _is_office(word: str) -> bool:
    """Whether a capital is a body's rather than a person's: "Plant", "Prosecutor General's"."""
    low = _plain(word)
    return _genitive(word) or (low in _BODY_WORDS and low not in _SURNAMES_TOO)


def _joined(words: list[str], place: int, kind: SourceType) -> int:
    """Where a name goes on after "of": "Ministry of Defence", "Institute for River Studies"."""
    if kind not in (SourceType.BODY, SourceType.OUTLET, SourceType.DOCUMENT):
        return place
    if words[place].lower() in ("in", "to", "on") and kind is SourceType.BODY:
        return place
    last = place
    while last < len(words):
        word = words[last]
        if word[0].isupper() or (
            word.lower() in (*_JOINS, "the")
            and any(w[0].isupper() for w in words[last + 1 : last + 3])
        ):
            last += 1
        else:
            break
    return last


def _run(words: list[str], start: int, end: int) -> int | None:
    """Where the run of capitalised words begins that ends a stretch."""
    first = end
    while first > start:
        word = words[first - 1]
        if (
            word[0].isupper()
            or (first < end and word.lower() == "&")
            or (
                first < end
                and first - 1 > start
                and word.lower() in _PARTICLES
                and words[first - 2][0].isupper()
            )
        ):
            first -= 1
        else:
            break
    return first if first < end else None


def _common(words: list[str], place: int) -> bool:
    """Whether a lone capital is only that of a sentence's first word, or a title alone."""
    low = _plain(words[place])
    known = noun(low)
    if (
        words[place + 1 : place + 2]
        and words[place + 1].lower() in ("of", "for", "in")
        and any(word[0].isupper() for word in words[place + 2 : place + 4])
        and not known.several
        and known.type in (SourceType.BODY, SourceType.NOBODY)
        and low not in _NOT_NAMES
    ):
        return False  # "Office of the Ombudsman", "Progress in Membranes"
    if low in _NOT_NAMES or is_title(words[place]):
        return True
    if words[place].isupper() and len(low) > 1:
        return known.type is SourceType.PERSON and is_listed(low)
    if place == 0 and low in ENGLISH.common_words and of_given_name(low) is Gender.UNKNOWN:
        return known.type is SourceType.OTHER or known.several or is_listed(low)
    # An ending alone tells nothing of a capital: "Rademaker", "Lindqvist".
    return known.type is not SourceType.OTHER and (known.several or is_listed(low))


def _is_called(before: list[str]) -> bool:
    """Whether what stands before a name says what bears it: "a spokesman", "her brother"."""
    return noun(_plain(before[-1])).type not in (SourceType.OTHER, SourceType.NOBODY) or is_title(
        before[-1]
    )


@lru_cache(maxsize=1024)
def type_of(name: str) -> SourceType:
    """What a proper name's own words tell of its bearer."""
    words = [_plain(word) for word in name.split()]
    last = words[-1]
    given = len(words) > 1 and of_given_name(words[0]) is not Gender.UNKNOWN
    if last in _PLACE_WORDS and not given:
        return SourceType.NOBODY
    if "&" in words:
        return SourceType.BODY
    if (
        given
        and len(words) == 2
        and (last in _SURNAMES_TOO or last not in _BODY_WORDS | _OUTLET_WORDS)
    ):
        return SourceType.OTHER
    if len(words) > 1 and (
        last in _OUTLET_WORDS or words[0] in ("radio", "tv", "channel", "canal")
    ):
        return SourceType.OUTLET
    if last in _BODY_WORDS or any(w in _BODY_WORDS and w not in _SURNAMES_TOO for w in words):
        return SourceType.BODY
    if len(words) == 1:
        if name.isupper() and 2 <= len(name) <= _ACRONYM:
            return SourceType.BODY
        if last in ("gazette", "courier", "herald", "tribune", "times", "post"):
            return SourceType.OUTLET
        return SourceType.OTHER
    known = noun(last)
    if known.type in (SourceType.DOCUMENT, SourceType.BODY, SourceType.OUTLET) and not given:
        return known.type
    return SourceType.OTHER


def is_title(word: str) -> bool:
    """Whether a word is one that names are led by ("General", "Cllr")."""
    low = word.rstrip(".,").lower()
    return low in TITLES or low.endswith(_TITLE_ENDINGS)


def is_role(word: str) -> bool:
    """Whether a word says what somebody is ("lawyer", "adviser")."""
    low = word.rstrip(".,").lower()
    return low in TITLES or noun(low).type is SourceType.PERSON


def _genitive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def _plain(word: str) -> str:
    low = word.lower().rstrip(".,")
    return low[:-2] if low.endswith(("'s", "’s")) else low.rstrip("'’")
