"""What stands in a sidecar's fields: its header checked, its entries made judgements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from reader.judgement import Anchor, Judgement, Verdict
from reader.sidecar.errors import SidecarError
from reader.sidecar.places import Field, line_of

if TYPE_CHECKING:
    import yaml

VERSION: Final = 1
HEADER: Final = ("reader", "article", "reviewer")
FIELDS: Final = (
    "verdict",
    "disagreement",
    "speaker",
    "quote",
    "source",
    "copy",
    "note",
    "evidence",
    "links",
    "before",
    "after",
)
"""An entry's fields in the order they are written."""

KNOWN: Final = frozenset(FIELDS)
HELD: Final = KNOWN - {"links"}
"""The fields a Judgement is made of; others are kept as they stand."""

MEND: Final = "mend this line, or take the file back from git"


def is_entry(value: yaml.Node) -> bool:
    """Tell an entry from whatever else somebody wrote into the file."""
    import yaml

    return isinstance(value, yaml.MappingNode) and any(key.value in KNOWN for key, _ in value.value)


@dataclass(frozen=True, slots=True)
class Reading:
    """One text being read; its methods raise SidecarError with the line at fault."""

    text: str
    where: str

    def check_version(self, root: yaml.MappingNode, header: Mapping[str, Field]) -> None:
        """Refuse what this version of the program did not write."""
        if "reader" not in header:
            raise self.error(root, f"this is no sidecar: it does not begin with reader: {VERSION}")
        node = header["reader"].node
        version = self._text(node, "reader")
        if version == str(VERSION):
            return
        if version.isdecimal() and int(version) > VERSION:
            raise self.error(node, "a newer version of this program wrote the file; update it")
        raise self.error(node, f"the version must be {VERSION}")

    def reviewer(
        self, root: yaml.MappingNode, header: Mapping[str, Field], expected: str | None
    ) -> str:
        """Give the reviewer, who must be the expected one."""
        if "reviewer" not in header:
            raise self.error(root, "the line reviewer: is missing; write it under article:")
        node = header["reviewer"].node
        reviewer = self._text(node, "reviewer")
        if expected is not None and reviewer != expected:
            what = f"these are the judgements of {reviewer}, not of {expected}; they are left alone"
            raise self.error(node, f"{what}: rename the file, or correct the line")
        return reviewer

    def article(self, header: Mapping[str, Field], expected: str | None) -> tuple[str, str]:
        """Give the article, and a notice where the file names another than the expected one."""
        place = header.get("article")
        named = self._text(place.node, "article") if place else ""
        own = named if expected is None else expected
        if named == own:
            return own, ""
        line = line_of(self.text, place.start) if place else 1
        said = (
            f"says it belongs to {named}" if named else "does not say which article it belongs to"
        )
        return own, f"{self.where}:{line}: the file {said}, not {own}; the next verdict mends it"

    def judgement(self, name: yaml.ScalarNode, fields: Mapping[str, yaml.Node]) -> Judgement:
        """Read one entry."""
        key = str(name.value)

        def text(one: str) -> str:
            return self._text(fields[one], one) if one in fields else ""

        if not text("quote"):
            what = f"{key} has no quote, so its statement cannot be found; {MEND}"
            raise self.error(name, what)
        verdict = text("verdict")
        return Judgement(
            key=key,
            anchor=Anchor(
                text("quote"),
                text("source"),
                text("before"),
                text("after"),
                self._copy(fields["copy"]) if "copy" in fields else None,
            ),
            verdict=self._verdict(fields["verdict"], verdict) if verdict else None,
            speaker=text("speaker"),
            note=text("note"),
            evidence=tuple(word for _, word in self._list(fields.get("evidence"), "evidence")),
            disagreement=tuple(
                self._verdict(node, word)
                for node, word in self._list(fields.get("disagreement"), "disagreement")
            ),
        )

    def _verdict(self, node: yaml.Node, word: str) -> Verdict:
        try:
            return Verdict(word)
        except ValueError:
            near = get_close_matches(word[:40], list(Verdict), 1, 0)
            what = f"{word[:40]!r} is no verdict; write {', '.join(Verdict)} (nearest: {near[0]})"
            raise self.error(node, what) from None

    def _copy(self, node: yaml.Node) -> tuple[int, int] | None:
        words = [word for _, word in self._list(node, "copy")]
        if not words:
            return None
        if len(words) == 2 and all(re.fullmatch("[0-9]{1,9}", word) for word in words):
            k, n = map(int, words)
            if 1 <= k <= n:
                return k, n
        raise self.error(node, f"copy must be two numbers, as in [1, 2]; {MEND}")

    def _list(self, node: yaml.Node | None, name: str) -> list[tuple[yaml.Node, str]]:
        import yaml

        if isinstance(node, yaml.SequenceNode):
            return [(item, self._text(item, name)) for item in node.value]
        word = self._text(node, name) if node is not None else ""
        return [(node, word)] if node is not None and word else []

    def _text(self, node: yaml.Node, name: str) -> str:
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            raise self.error(node, f"{name} must be a text; {MEND}")
        return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)

    def error(self, node: yaml.Node, what: str) -> SidecarError:
        """Make the error for a value."""
        return SidecarError(self.where, line_of(self.text, node.start_mark.index), what)
