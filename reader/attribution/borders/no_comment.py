"""What looks like a statement and says nothing: "declined to comment", "gave no answer"."""

from __future__ import annotations

import re

from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH

_NOTHING = re.compile(
    r"(?:to |on |for )?(?:comment\b|be (?:named|identified|quoted)|discuss\b|be reached\b|"
    r"(?:the )?conditions? of anonymity|speak (?:publicly|on the record|to reporters)|respond\b)"
    r"|(?:to )?(?:an? |several |repeated |multiple |the )?(?:\w+ ){0,2}"
    r"(?:requests?|calls?|inquir\w+|enquir\w+|questions?|messages?|e?-?mails?)"
    r"(?: \w+){0,4}? (?:for|seeking) (?:further |an? |any )?(?:comment|response|reaction|interview)"
    r"|not to be (?:named|identified|quoted)",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:made|makes|make) no (?:mention|reference|comment)\b"
    r"|\b(?:did|does|do|had|has|have) not (?:mention|elaborate|respond|reply)\b"
    r"|\byet to (?:answer|comment|respond|reply)\b"
    r"|\b(?:offer\w*|g[ia]ve\w*|provid\w+|produc\w+)\b.{0,12}? no (?:evidence|details?|reasons?|"
    r"answers?|explanation|figures?|proof|date|name)\b",
    re.IGNORECASE,
)
_SAID_NOTHING = re.compile(
    r"(?:(?:nothing|no more|as much|little)(?=\W*$|\s+(?:about|more|else|publicly|until|at all)\b)"
    r"|(?:so|sorry|goodbye|hello|thank you)(?=\W*$|\s+(?:to|and|again)\b)|(?:much )?the same\b"
    r"|nothing of the (?:sort|kind)\W*$|no such thing\W*$)",
    re.IGNORECASE,
)
"""What is no content of its own: "said sorry", "said the same about the bridge"."""
_SAYING = tuple(sorted(ENGLISH.verbs.lemma("say")))
_UNWILLING = re.compile(
    r"\b(?:declin\w+|refus\w+|not|n['’]t|never|could|unable|fail\w+|ask\w*|request\w*|spoke|"
    r"speak\w*|insist\w+|unavailable|want\w*|respond\w*|repl\w+|return\w*|answer\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


_BEGINNING = 20
"""How much of a content belongs to what its cue says: "gave | no answer". Code points."""


def says_nothing(text: str, proposal: Proposal) -> bool:
    """Whether a proposal only tells that somebody would not speak or not be named."""
    content = proposal.content[0]
    cue = " ".join(text[s:e] for s, e in proposal.cue)
    if cue.lower().endswith(_SAYING) and _SAID_NOTHING.match(text, content.start, content.end):
        return True
    if _NOTHING.match(text, content.start, content.end) and _UNWILLING.search(cue):
        return True
    silent = _SILENT.search(f"{cue} {text[content.start : content.end][:_BEGINNING]}")
    return silent is not None and silent.start() < len(cue)
