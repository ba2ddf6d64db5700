"""Apply edits to sidecars and read them back, as a harness asks for over JSON lines.

-> {"op": "apply", "article": NAME, "statements": [{"quote", "source"}…] in the article's order,
    "files": {name: content}, "edits": [{"reviewer", "statement": index,
    "verdict"? | "note"? | "evidence"? | "delete"?}…]}        <- {"files": {name: content}}
-> {"op": "load", "files": {name: content}}
<- {"judgements": [{"quote", "reviewer", "verdict", "note", "evidence"}…]} or {"error": "…"}
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from reader.judgement import Anchor, Verdict, make_key
from reader.sidecar import (
    Edit,
    Remove,
    SetEvidence,
    SetNote,
    SetVerdict,
    Sidecar,
    SidecarError,
    Subject,
    apply,
    empty,
    parse,
    sidecar_name,
)

_WORDS_AROUND = 5


def main() -> None:
    """Answer each line of stdin by one on stdout."""
    for line in sys.stdin:
        request = json.loads(line)
        answer = _apply(request) if request["op"] == "apply" else _load(request["files"])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _apply(request: dict[str, Any]) -> dict[str, Any]:
    files = dict(request["files"])
    article = request["article"]
    subjects = _subjects(request["statements"])
    for wanted in request["edits"]:
        reviewer = wanted["reviewer"]
        name = sidecar_name(article, reviewer)
        sidecar = _read(name, files[name]) if name in files else empty(article, reviewer, name)
        for edit in _edits(sidecar, subjects[wanted["statement"]], wanted):
            sidecar, _ = apply(sidecar, edit)
        if sidecar.raw:
            files[name] = sidecar.raw.decode("utf-8")
    return {"files": files}


def _subjects(statements: list[dict[str, str | None]]) -> list[Subject]:
    """Make anchors as the app does; the words around are those of the neighbours."""
    quotes = [one["quote"] or "" for one in statements]
    anchors = [
        Anchor(
            quotes[i],
            one["source"] or "",
            " ".join(quotes[i - 1].split()[-_WORDS_AROUND:]) if i else "",
            " ".join(quotes[i + 1].split()[:_WORDS_AROUND]) if i + 1 < len(quotes) else "",
        )
        for i, one in enumerate(statements)
    ]
    keys = [make_key(anchor) for anchor in anchors]
    return [
        Subject(key, anchor, anchor.source, tuple(keys[i + 1 :]))
        for i, (key, anchor) in enumerate(zip(keys, anchors, strict=True))
    ]


def _edits(sidecar: Sidecar, subject: Subject, wanted: dict[str, Any]) -> Iterator[Edit]:
    if wanted.get("delete"):
        yield Remove(subject)
        return
    if "verdict" in wanted:
        yield SetVerdict(subject, Verdict(wanted["verdict"]))
    if "note" in wanted:
        yield SetNote(subject, wanted["note"])
    if "evidence" in wanted:
        judgement = sidecar.judgements.get(subject.key)
        before = judgement.evidence if judgement else ()
        yield SetEvidence(subject, (*before, wanted["evidence"]))


def _load(files: dict[str, str]) -> dict[str, Any]:
    judgements = []
    try:
        for name, content in sorted(files.items()):
            sidecar = _read(name, content)
            judgements += [
                {
                    "quote": one.anchor.quote,
                    "reviewer": sidecar.reviewer,
                    "verdict": one.verdict and one.verdict.value,
                    "note": one.note,
                    "evidence": list(one.evidence),
                }
                for one in sidecar.judgements.values()
            ]
    except SidecarError as error:
        return {"error": str(error)}
    return {"judgements": judgements}


def _read(name: str, content: str) -> Sidecar:
    return parse(content.encode("utf-8"), name)


if __name__ == "__main__":
    main()
