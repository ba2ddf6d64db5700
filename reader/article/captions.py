"""What is printed with a picture: captions, and credits that stand alone."""

from __future__ import annotations

import re

from reader.language.english import ENGLISH

_CAPTIONS = ENGLISH.captions
_LABEL = re.compile(r"[^\w\"“”„«»‘’']*([^\W\d_]+)")
_MARKDOWN_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\([^()\n]{0,400}\)\W*$")

_TAIL = 160
"""A credit stands within so many code points of the paragraph's end."""
_BARE_LONGEST = 80

_QUOTED = re.compile("[\"“”„«»]|''")
_SHORT = 160
"""A picture's caption with quoted or reported words in it is no longer."""


def is_caption(paragraph: str) -> bool:
    """Tell a caption by its label, or by the credit at its end."""
    label = _LABEL.match(paragraph)
    if label is not None:
        pattern = _CAPTIONS.after_label.get(label[1].lower())
        # Compiled when first met, which `re` remembers: all at once would hold up the start.
        if pattern is not None and re.compile(pattern, re.IGNORECASE).match(paragraph, label.end()):
            return True
    if paragraph.startswith("!["):
        return _MARKDOWN_IMAGE.match(paragraph) is not None
    return _ends_in_credit(paragraph)


def _ends_in_credit(paragraph: str) -> bool:
    """A report can end in brackets too: where somebody speaks in it, only a short one counts."""
    if (
        "/" in paragraph
        and len(paragraph) <= _BARE_LONGEST
        and _CAPTIONS.bare_credit.match(paragraph)
    ):
        return True
    tail = paragraph[-_TAIL:]
    folded = tail.lower()
    worded = any(word in folded for word in _CAPTIONS.credit_words)
    if not (
        _CAPTIONS.credit.search(tail) if worded else "/" in tail and _CAPTIONS.slashed.search(tail)
    ):
        return False
    speaks = _QUOTED.search(paragraph) or _CAPTIONS.told.search(paragraph)
    return not speaks or (worded and len(paragraph) <= _SHORT)
