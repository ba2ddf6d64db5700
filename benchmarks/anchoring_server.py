"""Lets an outside harness drive the anchoring: one JSON object a line in, one out, in order.

usage: python -m benchmarks.anchoring_server

  {"op": "describe", "text": T, "statements": [{"id", "start", "end", "source"}…]}
      → {"anchors": [{"id", "quote", "source", "before", "after", "copy"}…]}
  {"op": "reanchor", "text": T, "anchors": […], "statements": [{"start", "end", "source"}…]}
      → {"results": [{"id", "state", "start", "end", "why"}…], "ms": milliseconds}
`source` is a string or null; it is taken where it stands nearest to its statement.
"""

import json
import re
import sys
import time
from typing import Any

from reader.anchoring import describe, reanchor
from reader.judgement import Anchor
from reader.statement import Span, Statement


def statement(text: str, given: dict[str, Any]) -> Statement:
    """Make a statement of what the harness gives."""
    content = Span(given["start"], given["end"])
    source = given.get("source")
    if not source:
        return Statement(source=(), cue=(), content=(content,))
    named = re.compile(rf"(?<![A-Za-z]){re.escape(source)}(?![A-Za-z])")
    before = [match.start() for match in named.finditer(text, 0, content.start)][-1:]
    after = [match.start() for match in named.finditer(text, content.end)][:1]
    places = [(content.start - place, place) for place in before]
    places += [(place - content.end, place) for place in after]
    if places:
        place = min(places)[1]
    else:  # its borders cut a word
        place = text.find(source)
        if place < 0:
            return Statement(source=(), cue=(), content=(content,))
    return Statement(source=(Span(place, place + len(source)),), cue=(), content=(content,))


def described(request: dict[str, Any]) -> dict[str, Any]:
    """Answer a request to describe."""
    text = request["text"]
    statements = [statement(text, given) for given in request["statements"]]
    anchors = []
    for given, anchor in zip(request["statements"], describe(text, statements), strict=True):
        fields = {
            "quote": anchor.quote,
            "source": anchor.source,
            "before": anchor.before,
            "after": anchor.after,
        }
        copy = {"copy": list(anchor.copy)} if anchor.copy else {}
        anchors.append({"id": given["id"], **fields, **copy})
    return {"anchors": anchors}


def reanchored(request: dict[str, Any]) -> dict[str, Any]:
    """Answer a request to find anchors again; the clock runs for that alone."""
    text = request["text"]
    statements = [statement(text, given) for given in request["statements"]]
    anchors = [
        Anchor(
            quote=given["quote"],
            source=given["source"],
            before=given["before"],
            after=given["after"],
            copy=tuple(given["copy"]) if "copy" in given else None,
        )
        for given in request["anchors"]
    ]
    began = time.perf_counter()
    placements = reanchor(text, statements, anchors)
    took = (time.perf_counter() - began) * 1000
    results: list[dict[str, Any]] = []
    for given, placement in zip(request["anchors"], placements, strict=True):
        result = {"id": given["id"], "state": str(placement.state), "why": placement.why}
        if placement.spans:
            result["start"] = placement.spans[0].start
            result["end"] = placement.spans[-1].end
        results.append(result)
    return {"results": results, "ms": took}


def main() -> None:
    """Answer requests until there are no more."""
    for line in sys.stdin:
        request = json.loads(line)
        answer = described(request) if request["op"] == "describe" else reanchored(request)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
