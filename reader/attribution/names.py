"""What a source phrase is made of: a name, a role, a body, a document, a pronoun or a group."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from reader.attribution.word_classes import word_class

TITLES = word_class("titles")
_RELIGIOUS = word_class("religious titles")
_BODIES = word_class("organisation words")
_OUTLETS = word_class("outlet words")
OUTLET_NOUNS = word_class("outlet nouns")
DOCUMENTS = word_class("documents")
_PEOPLE = word_class("people nouns")
_INSTITUTIONS = word_class("institutions")
_COLLECTIVES = word_class("collective nouns")
_PRONOUNS = word_class("pronouns") | word_class("objects") | frozenset(("his", "their", "its"))
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ers", "ors", "ists", "ians", "men",
                   "women", "person", "eer", "eers", "ant", "ants", "mate", "mates", "ee", "ees")  # fmt: skip
_DETERMINERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|one of the|some|his|her|its|their|both)\s+", re.I
)
_POSTMODIFIER = re.compile(
    r"\s+(?:who|whose|which|that|familiar|close|with|from|at|in|on|for|of|to|near|living|working|"
    r"based|run|led|backed|owned|funded|called|known|carrying|containing|held|signed|written|posted|"
    r"issued|conducted|commissioned|handed|given|sent|taken|made|found|obtained|seen|published|released|dated|speaking|quoting|citing|by|outside|inside|under|"
    r"across|representing)\b.*$",
    re.S,
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_NAME_JOINTS = frozenset(
    [
        "de",
        "da",
        "di",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
        "bin",
        "ibn",
        "la",
        "le",
        "du",
        "of",
        "the",
        "and",
        "y",
        "e",
    ]
)
_RELATIVE = re.compile(r"\s+(?:who|which|whose)\b")
_TAIL = re.compile(r",?\s+(?:who|which|whose)\b|\s+(?:in|from|at) ")
_GENITIVE = re.compile(r"['’]s?$")
_OWNER = re.compile(r"['’]s?\s+(\w)")
_PARTITIVE_LEAD = re.compile(r"^.*?\b(?:of|in|at|from|within|among)\b\s*(?:the\s+)?")
_PARTITIVE = re.compile(
    r"(?:(?:one|two|three|four|some|many|most|several|a number|dozens|hundreds|none|both|few|half) "
    r"of|(?:some|many|most|several|others|those|few) (?:in|at|from|within|among))\b",
    re.IGNORECASE,
)
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
    low = text.lower()
    if low in _PRONOUNS or low in ("who", "which"):
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
    """People where all are, or where a shared head noun makes them so ("police and town officials")."""
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
            if other and is_person(other) and all(map(_is_title, lead.split())):
                roles = _roles(first)
                return Named(Sort.PERSON, other, roles[-1] if roles else "", roles, named=True)
    if name and not _possessive_lead(first):
        roles = (*_roles(before), *(r for p in rest[:1] for r in _roles(p)))
        if is_outlet(name):
            return Named(Sort.OUTLET, name, name.split()[-1].lower(), roles, named=True)
        if is_body(name):
            return Named(Sort.BODY, name, _body_word(name), roles, named=True)
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
        words = words or ["people"]
    head = words[-1] if words else ""
    several = head in _COLLECTIVES or _plural(head)
    if partitive:
        several = not phrase.lower().startswith("one of")
    single = head.removesuffix("s")
    if head in DOCUMENTS:
        sort = Sort.DOCUMENT
    elif head in OUTLET_NOUNS or head == "media":
        sort = Sort.OUTLET
    elif head in _INSTITUTIONS or head in _BODIES or (single in _BODIES and head not in _PEOPLE):
        sort = Sort.BODY
    elif head in _PEOPLE or head.endswith(_PERSON_ENDINGS) or partitive:
        sort = Sort.PEOPLE
    else:
        sort = Sort.THING
    return Named(sort, phrase, head, (" ".join(words),) if words else (), several)


def _plural(head: str) -> bool:
    return (
        len(head) > 3
        and head.endswith("s")
        and not head.endswith(("ss", "us", "is", "news"))
        and head not in ("police", "minutes")
    ) or head.endswith(("men", "women", "children"))


def proper_name(phrase: str) -> tuple[str, str]:
    """The proper name a phrase ends with, titles dropped, and what stands before it.

    Both are empty where the phrase's head is no name ("a spokesman for Northport Steel").
    """
    cut = _RELATIVE.split(phrase, maxsplit=1)[0]
    words = cut.split()
    if not words:
        return "", ""
    determiner = words[0].lower() in ("the", "a", "an", "this", "his", "her", "its", "their", "one")
    start = 1 if determiner else 0
    # The first run of capitalised words whose end is a name, before "of the mission" or "in Karsk".
    run_start, run_end = _name_run(words, start)
    if run_start < 0:
        return "", ""
    run = words[run_start:run_end]
    before = words[start:run_start]
    if determiner and before and any(w[0].islower() for w in before) and words[0].lower() != "the":
        return "", ""
    owned = before[:-1] if before and before[-1].lower() in ("the", "a", "an", "its") else before
    if owned and owned[-1].lower() in ("of", "for", "in", "at", "from", "to", "with", "on", "by"):
        titled = any(w.rstrip(".").lower() in TITLES and w[0].isupper() for w in before)
        if not (titled and len(run) > 2):
            return "", ""
        return " ".join(run[-2:]), " ".join([*before, *run[:-2]])
    if (
        run_end < len(words)
        and words[run_end][0].islower()
        and words[run_end].lower()
        not in (
            "of",
            "in",
            "at",
            "from",
            "for",
            "on",
            "with",
            "near",
            "to",
            "speaking",
            "and",
            "himself",
            "herself",
            "himself,",
            "itself",
            "jr.",
            "now",
            "also",
            "then",
            "later",
            "today",
        )
    ):
        return "", ""
    last_title = -1
    for place, word in enumerate(run[:-1] if len(run) > 1 else run):
        if word.rstrip(".").lower() in TITLES:
            last_title = place
    if is_body(" ".join(run)) or is_outlet(" ".join(run)):
        last_title = -1
        if (
            run_end < len(words)
            and words[run_end].lower() in ("of", "for")
            and run_end + 1 < len(words)
        ):
            tail = words[run_end:]
            return " ".join([*run, *tail]), " ".join(before)
    titles = run[: last_title + 1]
    name = run[last_title + 1 :]
    if len(name) == 1 and titles and titles[-1].lower() in _RELIGIOUS:
        name, titles = [titles[-1], *name], titles[:-1]
    if not name or (len(run) == 1 and run[0].rstrip(".").lower() in TITLES):
        return "", ""
    cleaned = " ".join(name).rstrip(",;:")
    cleaned = _GENITIVE.sub("", cleaned)
    if len(words) == 1 and cleaned.lower() in _PEOPLE | _INSTITUTIONS | DOCUMENTS | _COLLECTIVES:
        return "", ""
    if run_start == 0 and len(run) == 1 and _sentence_start_noun(cleaned, words):
        return "", ""
    return cleaned, " ".join([*before, *titles])


def _sentence_start_noun(word: str, words: list[str]) -> bool:
    """Whether a lone capital may only be that of a sentence's first, common word."""
    low = word.lower()
    return (
        low in _PEOPLE or low in DOCUMENTS or low in _INSTITUTIONS or low in _COLLECTIVES
        or (len(words) > 1 and words[1][0].islower() and words[1].lower() not in ("of", "in", "at", "from"))
        or (_plural(low) and low.endswith(("ers", "ors", "ists", "ians", "nts", "als")))
    )  # fmt: skip


def _name_run(words: list[str], start: int) -> tuple[int, int]:
    """The last run of capitalised words that is not inside a prepositional tail, as a slice."""
    runs: list[tuple[int, int]] = []
    place = start
    while place < len(words):
        if words[place][0].isupper():
            end = place + 1
            while end < len(words) and (
                words[end][0].isupper()
                or (
                    words[end].lower()
                    in (
                        "de",
                        "da",
                        "di",
                        "del",
                        "van",
                        "von",
                        "der",
                        "den",
                        "bin",
                        "ibn",
                        "al",
                        "du",
                        "la",
                    )
                    and end + 1 < len(words)
                    and words[end + 1][0].isupper()
                )
            ):
                end += 1
            runs.append((place, end))
            place = end
        else:
            place += 1
    if not runs:
        return -1, -1
    best = runs[0]
    for run in runs[1:]:
        if words[run[0] - 1].lower() in (
            "of",
            "in",
            "at",
            "from",
            "with",
            "on",
            "by",
            "to",
            "the",
            "near",
            "and",
            "a",
        ) or (words[run[0] - 1].lower() == "for" and not _titled(words[best[0] : best[1]])):
            break
        best = run
    return best


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in TITLES


def _titled(words: list[str]) -> bool:
    return any(w.rstrip(".").lower() in TITLES for w in words)


def _possessive_lead(phrase: str) -> bool:
    """Whether a name is only the owner of the head noun ("Maran's deputy")."""
    match = _OWNER.search(phrase)
    return match is not None and match.group(1).islower()


def is_role(word: str) -> bool:
    """Whether a lower-case word says what somebody is ("lawyer", "adviser")."""
    return word in TITLES or word in _PEOPLE or word.endswith(_PERSON_ENDINGS)


def is_person(name: str) -> bool:
    """Whether a proper name looks like a person's."""
    return not is_body(name) and not is_outlet(name)


def is_body(name: str) -> bool:
    """Whether a proper name holds a word that bodies are called by."""
    words = [_GENITIVE.sub("", w.lower()).rstrip(".,") for w in name.split()]
    return (
        (words[-1:] != [] and words[-1] in _BODIES)
        or (len(words) == 1 and name.isupper() and 2 <= len(name) <= _ACRONYM)
        or any(w in _BODIES and w not in ("guard", "front", "red", "inc") for w in words)
    )


_ACRONYM = 6
"""The longest acronym that is taken for a body's name."""


def is_outlet(name: str) -> bool:
    """Whether a proper name looks like an outlet's."""
    words = [w.lower().rstrip(".,") for w in name.split()]
    return (
        len(words) > 1 and (words[-1] in _OUTLETS or words[0] in ("radio", "tv", "channel"))
    ) or name.lower() in ("gazette", "courier", "herald", "tribune", "times", "post")


def _body_word(name: str) -> str:
    for word in reversed(name.split()):
        bare = word.lower().rstrip(".,")
        if bare in _BODIES:
            return bare
    return name.split()[-1].lower()


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
    return _RELATIVE.split(text, maxsplit=1)[0].rstrip(",")


def _joined(names: list[str]) -> str:
    return " and ".join(names) if len(names) == 2 else ", ".join(names[:-1]) + " and " + names[-1]
