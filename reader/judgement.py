"""What one reviewer decided about one statement, and what finds that statement again."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """A reviewer's verdict; a statement without one is unreviewed."""

    SOURCED = "sourced"
    UNSOURCED = "unsourced"
    DISPUTED = "disputed"
    NOT_A_STATEMENT = "not-a-statement"


GLYPHS: dict[Verdict | None, str] = {
    Verdict.SOURCED: "✓",
    Verdict.UNSOURCED: "?",
    Verdict.DISPUTED: "!",
    Verdict.NOT_A_STATEMENT: "×",
    None: "·",
}
"""Each verdict's sign; None is a statement not reviewed yet."""

MEANINGS: dict[Verdict, str] = {
    Verdict.SOURCED: (
        "the chain reaches an origin that one could go and ask: a named person, a body through"
        " somebody entitled to speak for it, a document or recording that can be looked at."
        " Nothing about truth."
    ),
    Verdict.UNSOURCED: "the chain is anonymous, collective or broken.",
    Verdict.DISPUTED: (
        "somebody with standing contradicts it; say who in a note. Where a statement is both"
        " sourced and contradicted, disputed wins. An anonymous denial disputes nothing."
    ),
    Verdict.NOT_A_STATEMENT: "nobody says anything here: the finder was wrong.",
}
"""What each verdict means, in the words that help, key list, README and guide share."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that find a statement again in an article that has changed.

    `quote` is the content, its spans joined by " … ", white space collapsed, whole words; `source`
    as it is written, never the resolved speaker; `before` and `after` are up to five words each;
    `copy` is (k, n), the k-th of n, only where the text repeats quote and source.
    """

    quote: str
    source: str = ""
    before: str = ""
    after: str = ""
    copy: tuple[int, int] | None = None


class Relation(StrEnum):
    """What a reviewer says that two tellings have to do with each other."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    AGAINST = "against"
    UNRELATED = "unrelated"


OPPOSING = frozenset({Relation.CONTRADICTS, Relation.AGAINST})
"""The links that say that one telling contradicts the other."""


class LinkId(NamedTuple):
    """What tells one link of a judgement from another."""

    relation: Relation
    file: str
    key: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link from the judged statement to another article's.

    `file` is that article's POSIX path relative to the folder of the judged one, `key` the
    statement's key there and `quote` its words, which find it again; `note` tells the link's scope.
    """

    relation: Relation
    file: str
    key: str
    quote: str
    note: str = ""

    @property
    def id(self) -> LinkId:
        """What tells it from the judgement's other links."""
        return LinkId(self.relation, self.file, self.key)


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Give links as a judgement holds them: relation by relation, else in their order."""
    order = list(Relation)
    return tuple(sorted(links, key=lambda link: order.index(link.relation)))


@dataclass(frozen=True, slots=True)
class Judgement:
    """One reviewer's judgement of one statement; `verdict` is None where only a note was made.

    `key` names the entry in the sidecar, is fixed when first judged and never worked out again.
    `disagreement` holds other verdicts of the same reviewer that a merge found. `links` are in the
    order of `in_order`.
    """

    key: str
    anchor: Anchor
    verdict: Verdict | None = None
    speaker: str = ""
    note: str = ""
    evidence: tuple[str, ...] = ()
    disagreement: tuple[Verdict, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def is_opposed(self) -> bool:
        """Whether a link names a statement that contradicts this one."""
        return any(link.relation in OPPOSING for link in self.links)


_KEY_WORDS = 6
_LONGEST_KEY_WORD = 24
"""A web address in a quotation must not make the key longer than a line."""
_HASH_DIGITS = 7
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Latin letters that Unicode does not take apart into a letter and a mark."""


def make_key(anchor: Anchor) -> str:
    """Name a judgement's entry: six words of its quote, and a hash of quote, source and copy.

    ASCII letters, digits and hyphens, plain in every YAML. The words help whoever reads a diff;
    the hash alone makes the key, so that it never meets another or one of the header's.
    """
    folded = unicodedata.normalize("NFKD", anchor.quote.casefold()).translate(_LETTERS)
    ascii_only = re.sub("['’\N{COMBINING GRAVE ACCENT}-\u036f]", "", folded)
    words = [
        word[:_LONGEST_KEY_WORD]
        for word in re.findall(r"\w+", ascii_only)
        if re.fullmatch("[a-z0-9]+", word)
    ]
    readable = "-".join(words[:_KEY_WORDS])
    if not re.search("[a-df-z]", readable):
        # No words, or digits and an "e" alone: with the hash, YAML could read a number.
        readable = f"statement-{readable}".rstrip("-")
    copy = f"{anchor.copy[0]}/{anchor.copy[1]}" if anchor.copy else ""
    hashed = "\0".join((anchor.quote, anchor.source, copy)).encode("utf-8", "replace")
    return f"{readable}-{hashlib.sha256(hashed).hexdigest()[:_HASH_DIGITS]}"
