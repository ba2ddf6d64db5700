"""How fast texts are searched that are large or made to be slow."""

from __future__ import annotations

import time

from reader.attribution import attribute


def hard() -> None:
    """Time texts that are large or made to be slow."""
    sentence = 'The mayor said that the quay was "quite safe" and would stay open. '
    texts = {
        "5 MB in one line": sentence * (5_000_000 // len(sentence)),
        "5 MB without a full stop": "the mayor went on and on " * 200_000,
        "100,000 quotation marks": 'he said "go" and ' * 50_000,
        "100,000 stray marks": '"' * 100_000,
        "100,000 times said": "said " * 100_000,
        "100,000 paragraphs": "It rained, she said.\n\n" * 100_000,
        "100,000 open quotations": "“It rained\n\n" * 100_000,
        "labels on one line": "A: b A: b " * 20_000,
        "an interview": "Q: Why did it fail?\nA: Because nobody looked at it.\n" * 4_000,
        "opening marks alone": "“" * 100_000,
        "cues with colons": "said: “a” " * 10_000,
        "one word of 5 MB": "x" * 5_000_000,
    }
    for name, text in texts.items():
        began = time.process_time()
        statements = attribute(text)
        spent = time.process_time() - began
        print(
            f"{name:<26} {len(text) / 1e6:5.1f} M characters {spent:7.2f} s "
            f"{len(statements):7,} statements {len(text) / spent / 1000:8.0f} k/s"
        )
