"""What the finder makes of articles annotated in full, handed to the scorer that came with them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from reader.attribution import attribute
from reader.statement import Kind, Statement

_APART = 3


class Part(StrEnum):
    """Which articles are scored: all, or only one side of those that nobody tunes to."""

    REST = "rest"
    THIRDS = "thirds"
    ALL = "all"


def score(gold: Path, scorer: Path, part: Part, predictions: Path | None, *, verbose: bool) -> int:
    """Predict these articles and print what the scorer says; gives its exit code."""
    records = [record for record in _records(gold) if _belongs(record["id"], part)]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "gold.jsonl"
        _write(wanted, records)
        predicted = predictions or Path(folder) / "predictions.jsonl"
        _write(predicted, (prediction(record["id"], record["text"]) for record in records))
        arguments = [sys.executable, str(scorer), str(wanted), str(predicted)]
        return subprocess.run([*arguments, *(["-v"] if verbose else [])], check=False).returncode


def prediction(name: str, text: str) -> dict[str, Any]:
    """What an article's statements of kind said are, in the scorer's shape."""
    said = [one for one in attribute(text) if one.kind is Kind.SAID]
    return {"id": name, "attributions": [_attribution(one) for one in said]}


def _attribution(one: Statement) -> dict[str, Any]:
    return {
        "source": one.source,
        "cue": one.cue,
        "content": one.content,
        "speaker": one.speaker,
        "sure": one.speaker_sure,
        "chain": one.chain,
        "mode": one.mode,
        "stance": one.stance,
        "signals": [signal.name for signal in one.signals],
    }


def _belongs(name: str, part: Part) -> bool:
    """Whether an article such as 1-03-bridge is of the part: its second number tells."""
    numbers = name.split("-")
    apart = len(numbers) > 1 and numbers[1].isdigit() and int(numbers[1]) % _APART == 0
    return part is Part.ALL or apart is (part is Part.THIRDS)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _write(path: Path, records: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
