"""The words of English datelines."""

from __future__ import annotations

import re

from reader.language.furniture import Datelines

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?:,?\s*(?:{_WEEKDAY},?\s*)?(?:{_MONTH}\s*{_DAY}|{_DAY}\s+{_MONTH})(?:,?\s*\d{{4}})?"
    rf"|,\s*{_WEEKDAY})$",
    re.IGNORECASE,
)
_WIRES = frozenset({"reuters", "bloomberg", "xinhua", "interfax", "ansa", "kyodo", "anadolu"})
_SMALL_WORDS = frozenset({"de", "del", "la", "el", "of", "the", "on", "upon", "sur", "and", "near"})

DATELINES = Datelines(
    date=_DATE, wires=_WIRES, small_words=_SMALL_WORDS, articles=frozenset(("The", "A", "An"))
)
