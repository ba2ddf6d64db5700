"""A few short reports to test with: every one of their statements is a plain quotation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

COURIER = """\
---
title: Night ferry stays in port for a third day
outlet: Halvik Courier
---
Night ferry stays in port for a third day

The night ferry from Halvik to Tarn stayed at its berth on Monday, and forty lorries waited on
the quay.

“The ramp is cracked from side to side,” said Ilse Brandt, the harbour master. She has run the
port since the spring.

“Two crews have refused to sail,” Brandt said.

Nobody was hurt when the ramp gave way, and the berth has been closed since.

“We welded it in April,” said Tomas Reyle, who speaks for the shipping line.

The line has three ferries, the oldest of them forty years at sea.

“The weld failed twice,” said Anders Holm, a mechanic.
"""

HERALD = """\
---
title: Ferry is fit to sail
outlet: Tarn Herald
---
Ferry is fit to sail

The ferry lay in Halvik on Monday with its lights on.

“Every weld was tested in April,” said Tomas Reyle in Tarn. He had come on the mail boat.

“The harbour has no engineer of its own,” Reyle said.

“That is simply untrue,” said Ilse Brandt.
"""

POST = """\
---
title: Island shops run short of flour
outlet: Island Post
---
Island shops run short of flour

The bakery on Tarn had four sacks left on Monday.

“We bake until Friday,” said Maud Okter, who owns the bakery.

“After that the oven stays cold,” Okter said.
"""

TIDES = """\
Tides this week

High water at Halvik on Monday is at noon, and low water at six in the evening.
"""

HARBOUR: Mapping[str, str] = {
    "1-courier.txt": COURIER,
    "2-herald.txt": HERALD,
    "3-post.txt": POST,
}
"""Three reports with four, three and two statements."""


def write_articles(folder: Path, articles: Mapping[str, str | bytes] = HARBOUR) -> Path:
    """Write articles by their names into a folder, which is made; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
