"""Bytes from outside become text that no terminal obeys."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_C0_PICTURES = 0x2400
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# What a terminal may obey or what hides or reorders words: C0 but the newline, DEL, C1, bidi
# controls, deprecated and interlinear format characters, tags, lone surrogates. U+2028 and U+2029
# are here because they are line breaks that `split("\n")` would not see.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_LINE_BREAKS = re.compile("[\n\u2028\u2029]")

_SAMPLE = 65_536
"""How many characters tell whether a file is text."""
_CONTROL_SHARE = 0.3
"""A short report full of pasted escapes stays below; text in UTF-16 without a mark has a half."""
_CONTROL_SHARE_GUESSED = 0.05
"""The same where the encoding is only guessed: compressed bytes have a tenth."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


class NotText(Exception):  # noqa: N818 - it is no error of the program's
    """The bytes are no text; the message says why, in words for the reader."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as shown and pointed into, and how its bytes were read.

    `note` is a word for the reader where the encoding was guessed, else empty.
    """

    text: str
    encoding: str
    note: str = ""


def _substitute(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(_C0_PICTURES + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if character in "\u2028\u2029":
        return "\n"
    return _REPLACEMENT


def safe(text: str) -> str:
    """Replace every control character, one for one, by something visible.

    Offsets hold, newlines stay, tabs become spaces, and the newline is the only line break left.
    """
    return _UNSAFE.sub(_substitute, text)


def safe_line(text: str) -> str:
    """Make text safe for one line: as `safe`, and line breaks become spaces."""
    return safe(_LINE_BREAKS.sub(" ", text))


def safe_json(written: str) -> str:
    """Write what a terminal may obey as JSON's own escapes, within the strings of a JSON text.

    Unlike `safe` this loses nothing: whoever parses it has every character.
    """
    return _UNSAFE.sub(_escaped, written)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def decode(raw: bytes) -> Decoded:
    """Read bytes as UTF-8 or UTF-16 (with a BOM), else as Windows-1252, and make them safe.

    CRLF and CR become newlines. Raises NotText for binary bytes.
    """
    text, encoding, note = _characters(raw)
    sample = text[:_SAMPLE]
    share = _CONTROL_SHARE_GUESSED if encoding == "windows-1252" else _CONTROL_SHARE
    if len(_CONTROLS.findall(sample)) > share * len(sample):
        raise NotText("this is not text: too many control characters")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(safe(text), encoding, note)


def _characters(raw: bytes) -> tuple[str, str, str]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16"), "utf-16", ""
        except UnicodeDecodeError:
            return raw.decode("utf-16", "replace"), "utf-16", "broken UTF-16"
    marked = raw.startswith(codecs.BOM_UTF8)
    body = raw[len(codecs.BOM_UTF8) :] if marked else raw
    try:
        return body.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        if marked:
            return body.decode("utf-8", "replace"), "utf-8", "broken UTF-8"
    if b"\0" in raw:
        raise NotText("this is not text: it holds NUL bytes")
    return raw.decode("windows-1252", "replace"), "windows-1252", "read as Windows-1252"
