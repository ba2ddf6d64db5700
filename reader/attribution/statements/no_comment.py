"""What looks like a statement and says nothing: "declined to comment", "asked not to be named"."""

from __future__ import annotations

import re

from reader.attribution.proposal import Proposal

_NOTHING = re.compile(
    r"(?:to |on |for )?(?:comment\b|be (?:named|identified|quoted)|discuss\b|be reached\b|"
    r"(?:the )?conditions? of anonymity|speak (?:publicly|on the record|to reporters)|respond\b)"
    r"|(?:to )?(?:an? |several |repeated |multiple |the )?(?:\w+ ){0,2}"
    r"(?:requests?|calls?|inquir\w+|enquir\w+|questions?|messages?|e?-?mails?)"
    r"(?: \w+){0,4}? (?:for|seeking) (?:further |an? |any )?(?:comment|response|reaction|interview)"
    r"|not to be (?:named|identified|quoted)",
    re.IGNORECASE,
)
_UNWILLING = re.compile(
    r"\b(?:declin\w+|refus\w+|not|n['’]t|never|could|unable|fail\w+|ask\w*|request\w*|spoke|"
    r"speak\w*|insist\w+|unavailable|want\w*|respond\w*|return\w*|answer\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


def says_nothing(text: str, proposal: Proposal) -> bool:
    """Whether a proposal only tells that somebody would not speak or not be named."""
    content = proposal.content[0]
    cue = " ".join(text[s:e] for s, e in proposal.cue)
    return (
        _NOTHING.match(text, content.start, content.end) is not None
        and _UNWILLING.search(cue) is not None
    )
