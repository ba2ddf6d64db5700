"""How long it takes to find the judgements of an edited article again.

usage: python -m benchmarks.anchoring FOLDER [--judgements 200] [--characters 47000] [--seed 1]

The articles of FOLDER are put together to one text of that size, judgements are spread over what
the finder lists in it, the text is edited, and each way of editing is timed several times over.
"""

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from reader.anchoring import State, describe, reanchor
from reader.attribution import attribute
from reader.corpus import open_corpus

ROUNDS = 9
_WORD = re.compile(r"\b[a-z]{5,}\b")


def unchanged(text: str, _: random.Random) -> str:
    """Nothing."""
    return text


def straight_marks(text: str, _: random.Random) -> str:
    """Curly quotation marks become straight ones."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def slips(text: str, rng: random.Random) -> str:
    """Two letters change places in one long word of twenty."""

    def slip(match: re.Match[str]) -> str:
        word = match[0]
        if rng.random() > 0.05:
            return word
        at = rng.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return _WORD.sub(slip, text)


def moved(text: str, rng: random.Random) -> str:
    """Three paragraphs of ten go elsewhere."""
    paragraphs = text.split("\n\n")
    for _ in range(len(paragraphs) * 3 // 10):
        paragraph = paragraphs.pop(rng.randrange(len(paragraphs)))
        paragraphs.insert(rng.randrange(len(paragraphs) + 1), paragraph)
    return "\n\n".join(paragraphs)


def rewritten(text: str, rng: random.Random) -> str:
    """All of that, one sentence in eight is gone, and one in eight says the contrary."""
    sentences = re.split(r"(?<=[.!?”])\s", slips(straight_marks(text, rng), rng))
    kept = [sentence for sentence in sentences if rng.random() > 1 / 8]
    turned = [
        re.sub(r"\b(had|was|were|is|would)\b", r"\1 not", sentence, count=1)
        if rng.random() < 1 / 8
        else sentence
        for sentence in kept
    ]
    return moved("\n\n".join(turned), rng)


EDITS: list[Callable[[str, random.Random], str]] = [
    unchanged,
    straight_marks,
    slips,
    moved,
    rewritten,
]


def text_of(folder: Path, characters: int) -> str:
    """Put a folder's articles together, again and again if need be."""
    articles = [file.read().text for file in open_corpus([folder]).files]
    text = ""
    while len(text) < characters:
        for number, article in enumerate(articles):
            text += f"Section {len(text)}.{number}\n\n{article}\n\n"
    return text[:characters]


def main() -> None:
    """Print a line for each way of editing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--judgements", type=int, default=200)
    parser.add_argument("--characters", type=int, default=47_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    text = text_of(options.folder, options.characters)
    found = attribute(text)
    judged = rng.sample(found, min(options.judgements, len(found)))
    anchors = describe(text, judged)
    print(f"{len(anchors)} judgements in {len(text)} characters, {len(found)} statements")
    print(f"{'edit':16}{'median':>9}{'worst':>9}    kept changed orphaned")
    for edit in EDITS:
        edited = edit(text, rng)
        statements = attribute(edited)
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            placements = reanchor(edited, statements, anchors)
            times.append((time.perf_counter() - began) * 1000)
        states = [placement.state for placement in placements]
        counts = "".join(f"{states.count(state):8}" for state in State)
        median, worst = statistics.median(times), max(times)
        print(f"{edit.__name__:16}{median:6.1f} ms{worst:6.1f} ms{counts}")


if __name__ == "__main__":
    main()
