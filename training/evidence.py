"""How often a speaker is right by what told it: the counts behind `Evidence.sure`.

usage: python -m training.evidence ARTICLES.jsonl...

Each line is {"id", "text", "attributions": [{"content", "speaker", "speaker_key"}]}: contents are
lists of [start, end] in code points, a key is the words that any right name holds. A statement
counts where its content and an annotated one share half of what either covers.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.article import zones
from reader.attribution import linked
from reader.attribution.borders.links import bordered
from reader.attribution.speakers.coreference import Coreference
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.text.document import read_document
from reader.attribution.voices.voices import Voice, voices
from reader.statement import UNKNOWN

_SHARED = 0.5
_WORD = re.compile(r"\w+")
_GENITIVE = re.compile(r"['’]s?\b")


def main(paths: list[str]) -> int:
    """Print each class with how many speakers were right, of how many, the most frequent first."""
    if not paths:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    counts: dict[Evidence, list[int]] = defaultdict(lambda: [0, 0])
    for record in _records(paths):
        for evidence, right in counted(record):
            counts[evidence][0] += right
            counts[evidence][1] += 1
    for evidence, (hits, told) in sorted(counts.items(), key=lambda item: -item[1][1]):
        sure = "sure" if evidence.sure else "a guess"
        sys.stdout.write(f"{evidence.name:18} {hits:4} of {told:4} {sure}\n")
    return 0


def counted(record: dict[str, Any]) -> Iterator[tuple[Evidence, bool]]:
    """What told the speaker of each statement that is annotated, and whether it was right."""
    text = record["text"]
    document = read_document(text, zones(text))
    found = voices(document, bordered(document, linked(document)), Coreference(document))
    left = list(record["attributions"])
    for voice in found:
        best = max(left, key=lambda one: _shared(voice, one["content"]), default=None)
        if best is not None and _shared(voice, best["content"]) >= _SHARED:
            left.remove(best)
            yield voice.speaker.evidence, is_right(voice.speaker.name, best)


def is_right(name: str, annotated: dict[str, Any]) -> bool:
    """Whether a name is an annotated speaker's, or holds all words of its key."""
    if annotated["speaker"] == UNKNOWN:
        return name == UNKNOWN
    wanted = _words(" ".join(annotated.get("speaker_key") or [annotated["speaker"]]))
    return wanted <= _words(name)


def _words(name: str) -> set[str]:
    """The words of a name, genitives and plurals taken off."""
    return {word.removesuffix("s") for word in _WORD.findall(_GENITIVE.sub("", name.casefold()))}


def _shared(voice: Voice, content: Sequence[Sequence[int]]) -> float:
    """Which part of what either covers both cover."""
    mine = {place for start, end in voice.proposal.content for place in range(start, end)}
    theirs = {place for start, end in content for place in range(start, end)}
    return len(mine & theirs) / len(mine | theirs)


def _records(paths: Sequence[str]) -> Iterator[dict[str, Any]]:
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
