"""The small program through which an outside harness drives the anchoring."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = "The quay was shut. “Nobody was told,” a port official said. He left."


def test_it_describes_and_finds_again_one_object_a_line() -> None:
    start = TEXT.index("“Nobody")
    statement = {"id": "s1", "start": start, "end": start + 18, "source": "a port official"}
    corrected = "Corrected. " + TEXT
    moved = {**statement, "start": start + 11, "end": start + 29}

    def ask(*requests: dict[str, object]) -> list[dict[str, object]]:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.anchoring_server"],
            input="".join(json.dumps(request) + "\n" for request in requests),
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    (described,) = ask({"op": "describe", "text": TEXT, "statements": [statement]})
    (found,) = ask(
        {
            "op": "reanchor",
            "text": corrected,
            "anchors": described["anchors"],
            "statements": [moved],
        }
    )
    assert found["results"] == [
        {"id": "s1", "state": "kept", "why": "", "start": start + 11, "end": start + 29}
    ]
