"""Judge statements one after the other, saving each as the app does.

python -m benchmarks.save_worker FILE WHO COUNT

FILE is one sidecar; WHO tells the statements of several workers on it apart, all of one reviewer.
Prints `ack KEY VERDICT` once a verdict is on disk for good.
"""

from __future__ import annotations

import sys
from itertools import cycle, islice
from pathlib import Path

from reader.judgement import Anchor, Verdict, make_key
from reader.sidecar import SetVerdict, Store, Subject
from reader.storage.saver import Failed, Saver, Written

_PATIENCE = 30.0
"""Seconds for one save, on a machine that does much else."""


def main(file: str, who: str, count: int) -> int:
    """Save `count` verdicts; returns 1 where one could not be saved."""
    path = Path(file).absolute()
    folder = path.parent.resolve()
    store = Store(path, folder, folder, "reviewer", path.name.partition(".")[0])
    saver = Saver(_report)
    saver.sweep(store)
    for number, verdict in enumerate(islice(cycle(Verdict), count)):
        anchor = Anchor(f"the claim of {who} that pier {number} was closed", f"officer {who}")
        subject = Subject(make_key(anchor), anchor, f"officer {who}")
        saver.submit(store, SetVerdict(subject, verdict))
        if not saver.flush(_PATIENCE):
            return 1
        sys.stdout.write(f"ack {subject.key} {verdict.value}\n")
        sys.stdout.flush()
    return 0 if saver.close(_PATIENCE) else 1


def _report(event: Written | Failed) -> None:
    if isinstance(event, Failed):
        sys.stderr.write(f"{event.reason}\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
