"""The words by which English captions and picture credits are told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.language.furniture import Captions

_MARK = r"(?:\s*[:/|©]|\s+[-–—]\s)"
_BY = r" (?:by|via|courtesy(?: of)?) (?-i:[A-Z@])"
_OF_PICTURE = rf"(?:{_MARK}|{_BY}| (?:credit|caption|copyright)s?\b| source,)"

_AFTER_LABEL: Mapping[str, str] = {
    "file": rf"(?:[ -](?:photo|picture|image|footage|pic)s?)?{_MARK}"
    r"|[ -](?:photo|picture|image)s? of\b",
    **dict.fromkeys(
        ("photo", "photos", "photograph", "photographs", "image", "images", "picture", "pictures"),
        _OF_PICTURE,
    ),
    **dict.fromkeys(("pic", "illustration", "illustrations", "graphic", "graphics"), _OF_PICTURE),
    **dict.fromkeys(("video", "videos", "footage", "media"), _OF_PICTURE),
    **dict.fromkeys(("map", "chart", "slideshow", "gallery", "caption"), r"\s*[:|]"),
    **dict.fromkeys(("credit", "credits", "above", "below"), r"\s*:"),
    "pictured": r"(?: (?:above|below|left|right|here|centre|center|top))?\s*[:,]",
    "watch": rf"{_MARK}| (?:the|this|our|more|now|live)(?: full)? (?:video|clip|footage|interview)",
    "courtesy": r"(?: of\b|\s*[:/])",
    "clockwise": r" from\b",
    "from": r" (?:top )?left(?: to right)?\s*[:,]",
    "left": r"(?: to right)?\s*:",
    "in": r" (?:pictures|photos)\s*:|"
    r" this (?:[\w,.]+ ){0,5}(?:photo|image|picture|handout|frame grab)\b.{1,500}\([^()]{0,60}"
    r"(?:photo|image|picture|handout|file|via|/)[^()]{0,60}\)\W*$",
}
"""What must follow the first word of a caption, by that word."""

_CREDIT_WORDS = ("photo", "image", "picture", "credit", "courtesy", "illustration", "©")
_NAMED = r"[A-Z][\w&./’' -]{1,60}"
_PICTURE = r"(?i:photo(?:graph)?|image|picture|illustration)s?"
_CREDIT = re.compile(
    rf"(?:[(\[]\s?(?:(?i:file|courtesy|handout|submitted|supplied) |{_NAMED}[ /])?{_PICTURE}"
    rf"(?:\s?[:/]| (?:by|via|courtesy)\b|(?=\.?\s?[)\]]))[^()\[\]\n]{{0,90}}[)\]]"
    r"|[(\[]\s?(?i:(?:photo )?(?:courtesy|credit)s?)\b[^()\[\]\n]{1,90}[)\]]"
    rf"|\b(?:{_PICTURE} )?(?i:credits?|{_PICTURE}): ?[^.\n]{{2,80}}"
    rf"|\b(?:Photo(?:graph)?s?|Images?|Pictures?|Illustration) (?:by|via|courtesy of) {_NAMED}"
    rf"|\b[Cc]ourtesy of {_NAMED}|{_NAMED}/{_NAMED}"
    rf"|{_NAMED} (?:Images?|Photos?|Pictures?)(?: via {_NAMED})?"
    r"|(?<=[\w.,)] )© ?[^\n]{2,60})[.]?$"
)
_SLASHED = re.compile(rf"[(|–—]\s?{_NAMED}/{_NAMED}(?:\s?via {_NAMED})?\.?\)?\.?$")
_BARE_CREDIT = re.compile(
    r"\(?(?:[A-Z][\w.’'-]*+ ?){1,4} ?/ ?(?:[A-Z][\w.’'-]*+ ?){1,4}"
    r"(?:via (?:[A-Z][\w.]*+ ?){1,3})?"
    r"\)?\.?$"
)

CAPTIONS = Captions(
    after_label=_AFTER_LABEL,
    credit_words=_CREDIT_WORDS,
    credit=_CREDIT,
    slashed=_SLASHED,
    bare_credit=_BARE_CREDIT,
    told=re.compile(r"\b(?:said|says|told|according|added|claimed|insisted|denied)\b"),
)
