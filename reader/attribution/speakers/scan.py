"""The scan of a text for names and descriptions, in order: what stands where, and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.attribution.grammar.appositions import (
    AGE,
    APPOSITION,
    VERBS,
    after_description,
    after_name,
    before_name,
    joined,
)
from reader.attribution.grammar.gender import of_given_name
from reader.attribution.grammar.proper_names import is_role
from reader.attribution.grammar.source_phrase import ALIAS, SourcePhrase, understand
from reader.attribution.grammar.source_type import Gender, SourceType, is_listed, noun
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Prof|Rev|Adm"
    r"|Capt|Cmdr|Maj|Cllr|Insp|Brig|[A-Z])\."
)
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f](?:[\w&’'\-]*[\w’'])?"
_WORD = rf"(?:{_TITLE}|{_CAPITAL})"
_NICKNAME = r"[“\"‘(][^\W\d_][^“”\"’()\n]{0,18}[”\"’)]"
_PARTICLE = "de|da|del|do|van|von|der|bin|ibn|al|of|for|&|in"
_NAME = re.compile(
    rf"\b{_WORD}(?:(?:[ \n](?:{_NICKNAME}[ \n])?|[ \n](?:{_PARTICLE})[ \n]"
    rf"(?:the[ \n])?){_WORD})*"
)
_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some"
    "|many|both|dozens of|all"
)
_DESCRIPTION = re.compile(
    # Few words begin with one of these letters: the others are passed over at once.
    r"\b(?=[A-Zabdefhimnost\d])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ne|[Aa]nother|"
    + "|".join(f"[{n[0].upper()}{n[0]}]{n[1:]}" for n in _NUMBER.split("|"))
    + r"|\d[\d,]*|[A-Z][\w-]*(?: [A-Z][\w-]*)?['’]s?)[ \n]"
    r"(?P<core>(?!(?:The|An?|His|Her|Its|Their)\b)"
    r"(?:\d\d?-year-old|[^\W\d_][\w’'-]*)(?:[ \n][^\W\d_][\w’'-]*){0,4})"
)
_CORE = re.compile(r"[a-z][\w’'-]*(?:[ \n][a-z][\w’'-]*){0,4}")
_PLURAL = re.compile(r"(?:^|[.!?\n”\"’] ?)(?P<core>[A-Z][a-z’'-]+(?:[ \n][a-z’'-]+){0,3})")
_REST = re.compile(
    r"(?: (?:of|by|at|for|with|in|on|from|close to|familiar with|briefed on)"
    r"(?: (?:the|a|an|its|his|her|their))?"
    r"(?: (?!(?:at|of|in|by|from|for|with|on|to|and|that|who|said)\b)[a-z][\w’'-]*)?"
    r"(?: [A-Z][\w’'&-]*(?: [A-Z&][\w’'-]*)*"
    r"| (?!(?:at|of|in|by|from|for|with|on|to|and|that|who|said)\b)[a-z]+\b))"
    r"(?: (?:of|at|in) (?:the )?[A-Z][\w’'&-]*(?: [A-Z&][\w’'-]*)*)?"
)
_PLACED = re.compile(
    rf"\b(?:[Ii]n|at|near|outside|across|inside|towards?|throughout|around) "
    rf"({_CAPITAL}(?: {_CAPITAL})*)"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:[a-z-]+ )?$")
_NOUN_AFTER = re.compile(r" ([a-z][\w-]+)")
_BEFORE_REACH = 80
_DEFINITE_BEFORE = re.compile(r"\b(?P<the>[Tt]he) (?P<kind>[a-z-]+ )?$")
_OF_OUTLETS = ENGLISH.source_nouns("words: adjectives of outlets")
_CONTRACTED = re.compile(r"\w+(?:[’'](?:re|ve|ll|m|d)|n[’']t)$")
_OFFICE_OF = re.compile(r"(?:\b[Tt]he )?\b(?P<role>[a-z]+) of (?:the )?$")
_LEAD_REACH = 60
_LEAD_WORDS = 4
_GENITIVE = re.compile(r"(?:[A-Z][\w-]+ )*[A-Z][\w-]*s[’'] [A-Z]")
_GENITIVE_AND = re.compile(r"\b(?!The\b)[A-Z][\w-]*(?: [A-Z][\w-]*)*[’'] and $")
_OPENERS = ENGLISH.word_class("sentence openers")
_STOPS = (
    ENGLISH.word_class("prepositions")
    | ENGLISH.word_class("relatives")
    | ENGLISH.word_class("subordinators")
    | ENGLISH.word_class("finite")
    | ENGLISH.word_class("do")
    | VERBS
    | ENGLISH.word_class("determiners")
    | frozenset(("and", "or", "not", "to", "also", "then", *_NUMBER.split("|")))
)
_REPORTS = (
    ENGLISH.verbs.reporting(Trait.SAID)
    | ENGLISH.verbs.reporting(Trait.HELD)
    | ENGLISH.verbs.forms(Trait.RELAYS)
)
_LOOSE_REPORTS = frozenset(word for word in ENGLISH.verbs.forms() if not is_listed(word))
_SPEAKERS = (SourceType.PERSON, SourceType.BODY, SourceType.OUTLET, SourceType.DOCUMENT)
_PUBLIC = ENGLISH.source_nouns("bodies: public")
_ALL = ("both", "all")
_DEFINITE = ("the", "his", "her", "its", "their")
_WHEN = ENGLISH.word_class("months") | ENGLISH.word_class("days")


@dataclass(frozen=True, slots=True)
class Found:
    """A name or description at its place.

    `described` is what stands before a name's comma, `upto` where its own apposition ends.
    """

    span: Span
    phrase: SourcePhrase
    described: SourcePhrase | None = None
    upto: int = -1


def scan(text: str, openings: frozenset[int], placed: frozenset[str]) -> Iterator[Found]:
    """All names and descriptions of a text, in order.

    `openings` are where sentences begin, `placed` the text's `places`.
    """
    found = [*_names(text, openings, placed), *_descriptions(text)]
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    end = upto = -1
    for one in found:
        whole = one.phrase.named and one.phrase.is_person and " " in one.phrase.name
        if one.span.start >= max(end, upto) or (whole and one.span.start >= end):
            end, upto = one.span.end, max(upto, one.upto)
            yield one


def places(text: str) -> frozenset[str]:
    """Capitals that a text says something is in or at."""
    return frozenset(" ".join(match[1].split()) for match in _PLACED.finditer(text))


def _names(text: str, openings: frozenset[int], placed: frozenset[str]) -> Iterator[Found]:
    runs = [_with_genitive(text, *_trimmed(text, *m.span())) for m in _NAME.finditer(text)]
    inside = {text[s:e] for s, e in runs if s not in openings}
    for start, end in runs:
        run = text[start:end]
        if not run or _is_shouted(run) or _CONTRACTED.match(run) is not None:
            continue
        alone = " " not in run and "\n" not in run
        lead = _lead(text, start)
        definite = "The " if not lead and _is_definite(text, start, end) else ""
        phrase = understand(f"{definite}{lead}{' '.join(run.split())}")
        if lead and not alone and lead.split()[-1] in _PUBLIC and _is_given(run):
            lead = ""  # "the representative of the ministry Irena Kolt"
            phrase = understand(" ".join(run.split()))
        if not phrase.named or phrase.type is SourceType.NOBODY:
            continue
        if phrase.supposed and not phrase.roles and run in placed and not _is_given(run):
            continue  # "in Velmora": a place
        if phrase.supposed and not phrase.roles and _is_attribute(text, start, end):
            continue  # "the Garrow estate"
        if alone and start in openings and not _is_name(run, inside, text, end):
            continue
        phrase, upto = after_name(phrase, text, end)
        closed = text[end : end + 1] in ",.;:"
        before = before_name(text, start - len(lead), phrase) if closed else None
        if before is not None:
            phrase = joined(phrase, before)
        yield Found(Span(start - len(lead), end), phrase, before, upto)


def _is_definite(text: str, start: int, end: int) -> bool:
    """Whether an article stands before a name, as before no person's: "the liberal Post"."""
    near = max(0, start - _LEAD_REACH)
    if text.find("he ", near, start) < 0:
        return False
    before = _DEFINITE_BEFORE.search(text, near, start)
    if before is None:
        return False
    if before["kind"]:
        return before["kind"].strip() in _OF_OUTLETS
    following = _NOUN_AFTER.match(text, end)
    speaks = following is not None and following[1] in _REPORTS
    return before["the"] == "The" or speaks


def _is_attribute(text: str, start: int, end: int) -> bool:
    """Whether a name only tells which thing is meant: "the Garrow estate", "a Selm court"."""
    following = _NOUN_AFTER.match(text, end)
    return (
        following is not None
        and _ARTICLE.search(text, max(0, start - _BEFORE_REACH), start) is not None
        and following[1] not in _STOPS
        and following[1] not in _REPORTS
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A run of capitals without the sentence's first word and a genitive at its end."""
    first = text[start:end].split(" ", 1)[0]
    if first in _OPENERS or first in ("The", "A", "An"):
        start += len(first)
        while start < end and text[start].isspace():
            start += 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    elif text[start:end].endswith(("'", "’")):
        end -= 1
    return start, end


def _with_genitive(text: str, start: int, end: int) -> tuple[int, int]:
    """A name with the first of the two whose it is: "the Porters' and | Winch Drivers' Union"."""
    if _GENITIVE.match(text, start, end) is None:
        return start, end
    before = _GENITIVE_AND.search(text, max(0, start - _LEAD_REACH), start)
    return (start if before is None else before.start()), end


def _is_shouted(run: str) -> bool:
    """Whether capitals are those of a headline in capitals, rather than of a name."""
    if " " not in run or not run.isupper():
        return False
    return any(word.lower() in ENGLISH.common_words for word in run.split())


def _is_given(run: str) -> bool:
    return of_given_name(run.split()[0]) is not Gender.UNKNOWN


def _is_name(run: str, inside: set[str], text: str, end: int) -> bool:
    """Whether a sentence's lone first word is a name: seen elsewhere, given, or with an age."""
    if run in inside or _is_given(run) or AGE.match(text, end) is not None:
        return True
    low = run.lower()
    common = all(part in ENGLISH.common_words for part in low.split("-"))
    if common or len(run) < 3 or is_listed(low):
        return False
    return not low.endswith(("ing", "ly", "ed")) and not noun(low).several


def _descriptions(text: str) -> Iterator[Found]:
    after = 0
    while (match := _DESCRIPTION.search(text, after)) is not None:
        length = _core(text, match.start("core"), match.end("core"))
        # What is none may hold one: "the reading room of | the city archive".
        after = match.start("core") if length is None else length
        if length is None:
            continue
        if text[length : length + 1] == " " and text[length + 1 : length + 2].isupper():
            continue  # "the minister Jovan Retz": the name's own mention says so
        phrase = understand(_with_rest(text, match.start(), length))
        if phrase.type not in _SPEAKERS or phrase.named:
            continue
        if phrase.determiner in _ALL and text[match.start() - 2 : match.start()] == ", ":
            continue  # "The colleagues, | both members of the senate"
        beside = APPOSITION.match(text, length)
        if beside is not None and phrase.determiner in _DEFINITE:
            other = understand(beside.group(1))
            if other.named and other.type is not SourceType.NOBODY and not other.determiner:
                continue  # "The manager, Colin Pruett": read with the name
        alias = ALIAS.match(text, length)
        if alias is not None and phrase.is_person and not phrase.several:
            phrase = replace(phrase, name=alias["name"], named=True)
        upto = -1
        if beside is not None and (called := after_description(phrase, beside)) is not None:
            phrase, upto = called, beside.end(1)
        # Whose it is, is a mention of its own: "Margaret Doyle's | husband".
        start = match.start("core") if phrase.owner[:1].isupper() else match.start()
        yield Found(Span(start, length), phrase, upto=upto)
    for match in _PLURAL.finditer(text):
        length = _core(text, match.start("core"), match.end("core"))
        if length is None:
            continue
        phrase = understand(_with_rest(text, match.start("core"), length))
        if phrase.type is SourceType.PERSON and phrase.several and not phrase.named:
            yield Found(Span(match.start("core"), length), phrase)


def _core(text: str, start: int, end: int) -> int | None:
    """Where the noun phrase of a core ends: with its last noun that can speak."""
    place = start
    last: int | None = None
    named = False
    for word in text[start:end].split():
        low = word.lower()
        place = text.index(word, place) + len(word)
        if low in _STOPS or (word[0].isupper() and last is not None):
            break
        if low in _REPORTS and place - len(word) > start:
            break
        if (last is not None or named) and (low.endswith("ed") or low in _LOOSE_REPORTS):
            break
        if low.endswith(("'s", "’s")):
            last = None
            continue
        named = word[0].isupper() and noun(low).type in _SPEAKERS
        if noun(low).type in _SPEAKERS:
            last = None if word[0].isupper() and place - len(word) != start else place
        elif last is not None and noun(low).type is SourceType.NOBODY:
            last = None
    return last


def described_in(text: str, start: int) -> SourcePhrase | None:
    """The description that begins at a place, without its article; None where none does."""
    words = _CORE.match(text, start)
    end = _core(text, *words.span()) if words is not None else None
    return understand(" ".join(text[start:end].split())) if end is not None else None


def _with_rest(text: str, start: int, end: int) -> str:
    """A description with what its prepositions add: "a letter from doctors at St Anselm"."""
    rest = _REST.match(text, end)
    words = text[start : rest.end() if rest is not None else end].split()
    last = words[-1]
    if rest is not None and (last in _STOPS or last in _REPORTS or last.endswith("ed")):
        words.pop()
    if rest is not None and (last.lower() in _WHEN or last.isdecimal()):
        return " ".join(text[start:end].split())  # "had left the ministry | in June"
    if words[-1] in _STOPS:
        return " ".join(text[start:end].split())
    return " ".join(words)


def _lead(text: str, start: int) -> str:
    """The words right before a name that say what bears it ("lawyer ", "the Sarmin daily ")."""
    if start < 2 or text[start - 1] not in " \n" or not text[start - 2].islower():
        return ""
    words = (
        text[max(0, start - _LEAD_REACH) : start - 1].replace("\n", " ").split(" ")[-_LEAD_WORDS:]
    )
    last = noun(words[-1])
    if (
        last.type not in _SPEAKERS
        or last.several
        or (not is_listed(words[-1]) and not is_role(words[-1]))
    ):
        return ""
    kept: list[str] = []
    for word in reversed(words):
        if word.lower() in (*_DEFINITE, "a", "an"):
            kept.insert(0, word)
            break
        if not word.replace("-", "").isalpha() or word.lower() in _STOPS:
            break
        kept.insert(0, word)
    if not kept:
        return ""
    begin = start - len(" ".join(kept)) - 1
    office = _OFFICE_OF.search(text, max(0, begin - _LEAD_REACH), begin)
    if last.type is SourceType.BODY and office is not None and is_role(office["role"]):
        begin = office.start()  # "the governor of | the region NAME"
    return text[begin:start]
