"""What looks like a statement and is none: nicknames, titles, scare quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.attribution.borders.suppositions import is_supposed
from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait
from reader.span import Span

_MARKS = "“”\"'‘’«»„‹›`"
_QUOTED = re.compile(rf"[{_MARKS}]{{1,3}}(?P<words>[^“”\"«»\n]{{1,70}}?)[{_MARKS}]{{1,3}}")
_NAMING = ENGLISH.word_class("naming")
_CALLING = ENGLISH.verbs.forms(Trait.CALLS)
_SAID = (
    ENGLISH.verbs.reporting(Trait.SAID) | ENGLISH.verbs.reporting(Trait.HELD)
) - ENGLISH.nouns.forms(of=(Form.BASE,))
_NOUNS = ENGLISH.nouns.forms(Trait.CLAUSE)
_BE = ENGLISH.word_class("be") | ENGLISH.word_class("have")
_IS = ENGLISH.word_class("be")
_LITTLE = (
    ENGLISH.word_class("prepositions")
    | ENGLISH.word_class("articles")
    | frozenset(("and", "or", "de"))
)
_IN_HER_COLUMN = re.compile(
    rf"(?:In|Under) (?:an?|the|his|her|its|their) [\w-]+,? [{_MARKS}][A-Z][^{_MARKS}]*[{_MARKS}]"
)
"""Where somebody wrote: a piece and its title."""
_ASKED = ENGLISH.word_class("asked first")
_VERB_AFTER = re.compile(r",\s+(?P<verb>[a-z]+)\b")
_BEFORE = 4
_MOST_NAME_WORDS = 5
_MOST_TITLE_WORDS = 8
_MOST_SCARE_WORDS = 3
_SPOKEN_END = (",", ".", "!", "?", "…", "—", "-")
_STANDS_FOR = frozenset(("speak for", "speaks for", "spoke for", "speaking for"))
"""Whom somebody represents is nothing that he said: "Tomas Reyle, who speaks for the line"."""
_THINGS = frozenset(("this", "that", "it", "these", "those"))
_WHOM = "whom "
_OVER = frozenset(("consists", "consisted", "is", "was", "are", "were", "has", "had", "depends"))
_ARTICLES = frozenset(("the", "a", "an"))
_PARTICIPLES = ENGLISH.verbs.forms(of=(Form.PARTICIPLE,))
_SHOWING = ENGLISH.verbs.forms(Trait.SHOWS) | ENGLISH.verbs.lemma("describe")
_QUOTED_NOUN = re.compile(
    rf"(?:the|a|an|its|his|her|their)\s+[{_MARKS}](?P<words>[^{_MARKS}]+)[{_MARKS}]\s+(?!as\b)",
    re.IGNORECASE,
)
"""A noun phrase that begins with a word kept at a distance: the "confession" of the teacher."""


def is_not_said(text: str, one: Proposal) -> bool:
    """Whether a proposal only names somebody or something, or supposes that somebody says it."""
    cue = _words(text, one.cue).lower()
    content = " ".join(_words(text, one.content).split())
    heads = cue.split()
    said = [word for word in heads if word in _SAID]
    head = (said or heads or [""])[-1]
    if head in _PARTICIPLES and _words(text, one.source).lower() in _ARTICLES:
        return True
    if head in _ASKED and _is_aside(text, one):
        return True
    if _is_made_into(heads) or _is_whom(text, one) or _runs_over(head, _words(text, one.source)):
        return True
    quoted = _QUOTED.search(content)
    if quoted is not None and _is_name(heads, head, quoted["words"]):
        return True
    if quoted is not None and _is_quoted_noun(cue, head, content, quoted):
        return True
    if quoted is not None and quoted.end() - quoted.start() >= len(content) - 1:
        return _is_title(head, quoted["words"]) or _is_scare_quote(head, quoted["words"])
    if quoted is not None and _is_named_before(content[: quoted.start()].split(), head):
        return True
    if (cue in _STANDS_FOR or (cue.startswith("known") and not one.source)) and quoted is None:
        return True
    if quoted is not None and _IN_HER_COLUMN.fullmatch(content):
        return True
    if (
        quoted is not None
        and one.cue
        and _only_does(head, content)
        and content[quoted.end() :].lstrip()[:1].islower()
        and len(quoted["words"].split()) == 1
    ):
        return _is_scare_quote(head, quoted["words"])
    return is_supposed(text, one, cue) or _is_noun(one, cue, head, content)


def _is_made_into(heads: Sequence[str]) -> bool:
    """Whether a cue's noun is what somebody makes of another's words: "turned it into a threat"."""
    return heads[:1] != [] and heads[0] in _THINGS and "into" in heads


def _is_whom(text: str, one: Proposal) -> bool:
    """Whether a clause only tells whom somebody asked: "a nurse whom the daily asked about it"."""
    if not one.source or not one.cue:
        return False
    start = one.source[0].start
    asked = "about" in (_words(text, one.cue[-1:]) + text[one.cue[-1].end :][:6]).split()
    return asked and text[max(0, start - len(_WHOM)) : start].lower() == _WHOM


def _runs_over(head: str, source: str) -> bool:
    """Whether a participle's source is a clause of its own: "the tale consists of men telling"."""
    words = source.lower().split()
    return head.endswith("ing") and not _OVER.isdisjoint(words[1:]) and "who" not in words


def _is_aside(text: str, one: Proposal) -> bool:
    """Whether a passive between commas only tells that its subject was asked something."""
    if not one.source or one.source[-1].end > one.cue[0].start:
        return False
    before = text[max(0, one.cue[0].start - 2) : one.cue[0].start]
    follows = _VERB_AFTER.match(text, one.content[-1].end)
    return before == ", " and follows is not None and finite(follows["verb"])


def without_titles(text: str, one: Proposal) -> Proposal:
    """The proposal without a title among its quotations: "…," she said in “The Long Way”."""
    kept = tuple(span for span in one.content if not _is_titled(text, span))
    return one if not kept or len(kept) == len(one.content) else replace(one, content=kept)


def _is_titled(text: str, span: Span) -> bool:
    """Whether a quotation is the name of a piece in which something was said."""
    found = _QUOTED.fullmatch(text, *span)
    before = text[max(0, span.start - _BEFORE) : span.start]
    return (
        found is not None
        and before.endswith((" in ", " on "))
        and found["words"][-1].isalnum()
        and _is_title("", found["words"])
    )


def _only_does(head: str, content: str) -> bool:
    """Whether a cue is no word of speech: "sent its 'compliance' team"."""
    return not (
        head in _SAID
        or head in _NOUNS
        or head in _LITTLE
        or head in ("put", "puts")
        or head.endswith("ing")
        or content.lower().startswith("that ")
    )


def _is_name(heads: Sequence[str], head: str, words: str) -> bool:
    """Whether a cue gives somebody a name: "nicknamed 'the Metronome'"."""
    if not _NAMING.isdisjoint(heads):
        return True
    if head not in _CALLING:
        return False
    if heads[0] in _IS and words[:1].isupper():
        return True  # "the file is called “Cranes final”"
    parts = words.strip(" ,.;:").split()
    if len(parts) > _MOST_NAME_WORDS or (parts and parts[0].lower() in ("a", "an")):
        return False
    proper = [word for word in parts if word.lower() not in _LITTLE]
    return bool(proper) and all(word[0].isupper() for word in proper)


def _is_named_before(before: Sequence[str], head: str) -> bool:
    """Whether what stands before a quotation brings in a name: "known as 'the Razor'"."""
    if head == "known":
        return before[-1:] == ["as"]
    occasion = before[:1] in (["In"], ["in"])
    return (occasion or head not in _SAID) and not _NAMING.isdisjoint(before[-1:])


def _is_title(head: str, words: str) -> bool:
    """Whether a quotation that is all of a content is a book, a song, a headline."""
    parts = words.strip(" ,.;:").split()
    if head in _SAID or not 1 < len(parts) <= _MOST_TITLE_WORDS or words.rstrip(" ")[-1] in "!?":
        return False
    return all(part[0].isupper() or part.lower() in _LITTLE for part in parts)


def _is_scare_quote(head: str, words: str) -> bool:
    """Whether a quotation that is all of a content only keeps its words at a distance."""
    if head in _SAID or len(words.split()) > _MOST_SCARE_WORDS:
        return False
    return not (words.rstrip().endswith(_SPOKEN_END) or words[:1].isupper() or head in _CALLING)


def _is_quoted_noun(cue: str, head: str, content: str, quoted: re.Match[str]) -> bool:
    """Whether a content is only a thing, its name kept at a distance: an offer of "help" was."""
    if head in _SHOWING:
        first = _QUOTED_NOUN.match(content)
        return first is not None and _is_scare_quote("", first["words"])
    noun, _, last = cue.rpartition(" ")
    return (
        last == "of"
        and " " not in noun
        and quoted.start() == 0
        and content[quoted.end() :].lstrip().partition(" ")[0] in _BE
        and _is_scare_quote("", quoted["words"])
    )


def _is_noun(one: Proposal, cue: str, head: str, content: str) -> bool:
    """Whether a cue is a noun after all: "a gale warning is in force", "calls for help"."""
    first = content.partition(" ")[0]
    if head in _NOUNS and first in _BE and one.cue[0].start < one.content[0].start:
        return True
    return not one.source and cue in ("call for", "calls for")


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)
