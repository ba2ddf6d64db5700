"""An article as the rest of the program sees it: text, zones, paragraphs, front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.article.front_matter import FrontMatter as FrontMatter
from reader.article.front_matter import front_matter_span, read_front_matter
from reader.article.zone import Zone as Zone
from reader.article.zone import ZoneKind as ZoneKind
from reader.span import Span
from reader.text import decode, safe_line

if TYPE_CHECKING:
    from pathlib import Path


def zones(text: str) -> tuple[Zone, ...]:
    """Lay a text out in zones: in order, without gaps, each with the white space after it.

    Never raises; takes time in proportion to the text's length. Empty text has no zone.
    """
    from reader.article import zoning  # Its patterns take longer to make than a page to paint.

    return zoning.zones(text)


@dataclass(frozen=True)
class Article:
    """One text file of the corpus; offsets are code points of `text`, front matter included.

    `name` is its POSIX path within the corpus, `digest` the SHA-256 of its bytes, `encoding_note`
    a word for the reader where the encoding was guessed. Zones and front matter are worked out
    when they are first asked for: the text is shown before.
    """

    path: Path
    name: str
    text: str
    encoding_note: str
    digest: str

    @classmethod
    def from_bytes(cls, path: Path, name: str, raw: bytes) -> Article:
        """Make an article of a file's bytes; raises NotText where they are none."""
        import hashlib  # Brings a library of its own, for which a text alone has no use.

        decoded = decode(raw)
        digest = hashlib.sha256(raw).hexdigest()
        return cls(path, name, decoded.text, decoded.note, digest)

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """What each stretch of the text is."""
        return zones(self.text)

    @cached_property
    def front_matter(self) -> FrontMatter:
        """What the block at the head says."""
        return read_front_matter(self.text, self.label)

    @property
    def start(self) -> int:
        """The code point at which the text to be read begins, behind the front matter."""
        span = front_matter_span(self.text)
        return span.end if span else 0

    @property
    def title(self) -> str:
        """The front matter's title, else the headline, else the file's name."""
        return self.front_matter.title or self._headline() or self.file_name

    @property
    def outlet(self) -> str:
        """The front matter's outlet, else the file's name as a name: `daily-post` is Daily Post.

        Where that is made of digits it names nobody: then the line above the headline does, or the
        headline itself.
        """
        if self.front_matter.outlet:
            return self.front_matter.outlet
        parts = re.split(r"[-_ ]+", _DATE.sub("", self.file_name))
        words = " ".join(word for word in parts if word and not _DIGITS.match(word))
        if words:
            return words.title() if words.islower() else words
        return self._masthead() or self._headline() or self.file_name

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs after the front matter, without the white space around them."""
        from reader.article.paragraphs import paragraphs

        return paragraphs(self.text, self.start)

    @property
    def label(self) -> str:
        """The name as it may be shown: it can hold anything a file system allows."""
        return safe_line(self.name)

    @property
    def file_name(self) -> str:
        """The file's name without its ending, as it may be shown."""
        from pathlib import PurePosixPath

        return safe_line(PurePosixPath(self.name).stem)

    def _headline(self) -> str:
        from reader.article.headline import bare_title

        for zone in self.zones:
            if zone.kind is ZoneKind.HEADLINE:
                return safe_line(bare_title(self.text[zone.span.start : zone.span.end].strip()))
        return ""

    def _masthead(self) -> str:
        from reader.article.byline import outlet_of

        for zone in self.zones:
            if zone.kind is ZoneKind.HEADLINE:
                break
            if zone.kind is ZoneKind.BYLINE:
                return safe_line(outlet_of(self.text[zone.span.start : zone.span.end].strip()))
        return ""


_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_DIGITS = re.compile(r"(?=[a-f]*\d)[0-9a-f]{4,}$", re.IGNORECASE)
"""Part of a file's name that a program made up: a hash, a long number."""
