"""An article as the rest of the program sees it: text, zones, paragraphs, front matter."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reader.article.front_matter import FrontMatter as FrontMatter
from reader.article.front_matter import read_front_matter
from reader.article.headline import bare_title
from reader.article.paragraphs import paragraphs
from reader.article.zone import Zone as Zone
from reader.article.zone import ZoneKind as ZoneKind
from reader.article.zoning import zones as zones
from reader.span import Span
from reader.text import decode, safe_line


@dataclass(frozen=True, slots=True)
class Article:
    """One text file of the corpus; offsets are code points of `text`, front matter included.

    `name` is its POSIX path within the corpus, `digest` the SHA-256 of its bytes, `encoding_note`
    a word for the reader where the encoding was guessed.
    """

    path: Path
    name: str
    text: str
    zones: tuple[Zone, ...]
    front_matter: FrontMatter
    encoding_note: str
    digest: str

    @classmethod
    def from_bytes(cls, path: Path, name: str, raw: bytes) -> Article:
        """Make an article of a file's bytes; raises NotText where they are none."""
        decoded = decode(raw)
        return cls(
            path=path,
            name=name,
            text=decoded.text,
            zones=zones(decoded.text),
            front_matter=read_front_matter(decoded.text),
            encoding_note=decoded.note,
            digest=hashlib.sha256(raw).hexdigest(),
        )

    @property
    def title(self) -> str:
        """The front matter's title, else the headline, else the file's name."""
        return self.front_matter.title or self._headline() or self._file_name()

    @property
    def outlet(self) -> str:
        """The front matter's outlet, else the file's name."""
        return self.front_matter.outlet or self._file_name()

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs after the front matter, without the white space around them."""
        start = 0
        if self.zones and self.zones[0].kind is ZoneKind.FRONT_MATTER:
            start = self.zones[0].span.end
        return paragraphs(self.text, start)

    def _headline(self) -> str:
        for zone in self.zones:
            if zone.kind is ZoneKind.HEADLINE:
                return safe_line(bare_title(self.text[zone.span.start : zone.span.end].strip()))
        return ""

    def _file_name(self) -> str:
        return safe_line(PurePosixPath(self.name).stem)
