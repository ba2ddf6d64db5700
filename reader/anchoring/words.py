"""Text as canonical words that know where they stand.

Two copies of an article differ in quotation marks, dashes, white space, entities and broken
encodings without saying anything else; their canonical words are the same.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from reader.language.english import ENGLISH
from reader.span import Span

JOIN = " … "
"""Stands in a quote between the parts of a statement that was interrupted."""

_FILLER = "\u200b"
"""Fills up what is left when a character replaces its longer spelling, so that offsets hold."""
_INNER = "\u00ad\u200b-\u200f\u2060\ufeff\ufffd\u0300-\u036f"
"""What may stand inside a word without being a letter: zero width, lost, combining."""
_LETTERS = rf"\w[\w{_INNER}]{{0,63}}"
_WORD = re.compile(
    rf"\d{{1,15}}(?:[.,]\d{{1,15}}){{1,6}}\w{{0,9}}"
    rf"|{_LETTERS}(?:['’ʼ][{_INNER}]{{0,8}}{_LETTERS}){{0,3}}"
    r"|[$€£¥₽%]"
)
"""Every repetition has an end, so that no text takes longer to read than its length."""
_VANISHING = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufffd]")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# UTF-8 read as Windows-1252: a lead byte of Latin or of general punctuation, then what the
# continuation bytes look like; a byte without a character in that encoding is lost.
_CONTINUATION = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf\u0080-\u009f\ufffd"
_MOJIBAKE = re.compile(f"[ÂÃÄÅ][{_CONTINUATION}]|â[€‚][{_CONTINUATION}]")

_NOT = "not"
_CONTRACTED = (pair.split("=") for pair in sorted(ENGLISH.word_class("negative contractions")))
_WITH_NOT = {contracted: (stem, _NOT) for contracted, stem in _CONTRACTED}
_MISSPELT_NOT = re.compile(r"[acdhimnsw]\w{3,8}")
"""A word long enough, and begun like one, to be one of these with a letter wrong."""


def _padded(replacement: str, match: re.Match[str]) -> str:
    room = len(match[0]) - len(replacement)
    return match[0] if room < 0 else replacement + _FILLER * room


def _entity(match: re.Match[str]) -> str:
    return _padded(html.unescape(match[0]), match)


def _mojibake(match: re.Match[str]) -> str:
    try:
        return _padded(match[0].encode("cp1252").decode("utf-8"), match)
    except UnicodeDecodeError:
        return match[0]
    except UnicodeEncodeError:  # a byte was lost: of those, nearly all closed a quotation
        return _padded("”", match)


def mended(text: str) -> str:
    """Undo entities and mojibake, code point for code point."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if not text.isascii():
        text = _MOJIBAKE.sub(_mojibake, text)
    return text


@lru_cache(maxsize=1 << 16)
def _canonical(token: str) -> tuple[str, ...]:
    word = token
    if not word.isascii():
        word = _VANISHING.sub("", word).replace("’", "'").replace("ʼ", "'")
        word = unicodedata.normalize("NFKC", word)
    word = word.casefold().replace("'", "")
    if "," in word:
        word = _THOUSANDS.sub("", word)
    if not word:
        return ()
    may_be_not = (not token.isalnum() or word[-1] == "t") and _MISSPELT_NOT.fullmatch(word)
    return _WITH_NOT.get(word) or (_misspelt_not(word) if may_be_not else ()) or (word,)


def _misspelt_not(word: str) -> tuple[str, ...]:
    """Read "dindt" and "has'nt" as what they were meant for: a negation is never lost to a slip."""
    from rapidfuzz.distance import OSA

    if word not in ENGLISH.common_words:
        for contracted, words in _WITH_NOT.items():
            if OSA.distance(contracted, word, score_cutoff=1) <= 1:
                return words
    return ()


@dataclass(frozen=True, slots=True)
class Words:
    """The canonical words of a text and the code points each was read from."""

    canon: list[str]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Tell which words lie at least partly in `text[start:end]`: first, and one past last."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def span(self, first: int, last: int) -> Span:
        """Give the code points of the words from `first` to one before `last`."""
        return Span(self.starts[first], self.ends[last - 1])


def read_words(text: str) -> Words:
    """Read a text as canonical words.

    Mojibake and entities are undone, zero-width characters dropped, compatibility forms and case
    folded, "n't" read as "not"; apostrophes, marks, dashes and white space vanish.
    """
    canon: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(mended(text)):
        words = _canonical(match[0])
        start, end = match.span()
        if len(words) == 1:
            canon += words
            starts.append(start)
            ends.append(end)
        else:  # "didn't" is two words that stand in the same place
            canon += words
            starts += [start] * len(words)
            ends += [end] * len(words)
    return Words(canon, starts, ends)


def canonical_words(text: str) -> list[str]:
    """Read a text as canonical words, without their places."""
    words: list[str] = []
    for token in _WORD.findall(mended(text)):
        words += _canonical(token)
    return words
