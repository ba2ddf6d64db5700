"""Proper names: where one stands in a phrase, and whether a person, body or outlet bears it."""

from __future__ import annotations

import re

from reader.language.english import ENGLISH

TITLES = ENGLISH.word_class("titles")
BODIES = ENGLISH.word_class("organisation words")
DOCUMENTS = ENGLISH.word_class("documents")
PEOPLE = ENGLISH.word_class("people nouns")
INSTITUTIONS = ENGLISH.word_class("institutions")
COLLECTIVES = ENGLISH.word_class("collective nouns")
RELATIVE = re.compile(r"\s+(?:who|which|whose)\b")
_RELIGIOUS = ENGLISH.word_class("religious titles")
_OUTLETS = ENGLISH.word_class("outlet words")
PERSON_ENDINGS = tuple(ENGLISH.word_class("person endings"))
_PARTICLES = ENGLISH.word_class("particles of names")
_OPENERS = ENGLISH.word_class("sentence openers")
_AFTER_NAMES = ENGLISH.word_class("words after names")
_GENITIVE = re.compile(r"['’]s?$")


def proper_name(phrase: str) -> tuple[str, str]:
    """The proper name a phrase ends with, titles dropped, and what stands before it.

    Both are empty where the phrase's head is no name ("a spokesman for Northport Steel").
    """
    cut = RELATIVE.split(phrase, maxsplit=1)[0]
    words = cut.split()
    if not words:
        return "", ""
    determiner = words[0].lower() in ("the", "a", "an", "this", "his", "her", "its", "their", "one")
    start = 1 if determiner else 0
    # The first run of capitalised words whose end is a name, before "of the mission" or "in Karsk".
    run_start, run_end = _name_run(words, start)
    if run_start < 0:
        return "", ""
    if run_start == 0 and words[0] in _OPENERS:
        run_start = start = 1
        if run_start >= run_end:
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
        and words[run_end].lower().rstrip(",") not in _AFTER_NAMES
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
    if len(words) == 1 and cleaned.lower() in PEOPLE | INSTITUTIONS | DOCUMENTS | COLLECTIVES:
        return "", ""
    if run_start == 0 and len(run) == 1 and _sentence_start_noun(cleaned, words):
        return "", ""
    return cleaned, " ".join([*before, *titles])


def _sentence_start_noun(word: str, words: list[str]) -> bool:
    """Whether a lone capital may only be that of a sentence's first, common word."""
    low = word.lower()
    return (
        low in PEOPLE or low in DOCUMENTS or low in INSTITUTIONS or low in COLLECTIVES
        or (len(words) > 1 and words[1][0].islower() and words[1] not in ("of", "in", "at", "from"))
        or (is_plural(low) and low.endswith(("ers", "ors", "ists", "ians", "nts", "als")))
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
                    words[end].lower() in _PARTICLES
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


def is_title(word: str) -> bool:
    return word.rstrip(".").lower() in TITLES


def _titled(words: list[str]) -> bool:
    return any(w.rstrip(".").lower() in TITLES for w in words)


def is_person(name: str) -> bool:
    """Whether a proper name looks like a person's."""
    return not is_body(name) and not is_outlet(name)


def is_body(name: str) -> bool:
    """Whether a proper name holds a word that bodies are called by."""
    words = [_GENITIVE.sub("", w.lower()).rstrip(".,") for w in name.split()]
    return (
        (words[-1:] != [] and words[-1] in BODIES)
        or (len(words) == 1 and name.isupper() and 2 <= len(name) <= _ACRONYM)
        or any(w in BODIES and w not in ("guard", "front", "red", "inc") for w in words)
    )


_ACRONYM = 6
"""The longest acronym that is taken for a body's name."""


def is_outlet(name: str) -> bool:
    """Whether a proper name looks like an outlet's."""
    words = [w.lower().rstrip(".,") for w in name.split()]
    return (
        len(words) > 1 and (words[-1] in _OUTLETS or words[0] in ("radio", "tv", "channel"))
    ) or name.lower() in ("gazette", "courier", "herald", "tribune", "times", "post")


def body_word(name: str) -> str:
    for word in reversed(name.split()):
        bare = word.lower().rstrip(".,")
        if bare in BODIES:
            return bare
    return name.split()[-1].lower()


def is_plural(head: str) -> bool:
    return (
        len(head) > 3
        and head.endswith("s")
        and not head.endswith(("ss", "us", "is", "news"))
        and head not in ("police", "minutes")
    ) or head.endswith(("men", "women", "children"))


def is_role(word: str) -> bool:
    """Whether a lower-case word says what somebody is ("lawyer", "adviser")."""
    return word in TITLES or word in PEOPLE or word.endswith(PERSON_ENDINGS)
