"""Two outlets on one ferry, and a third on something else, as files to survey."""

from __future__ import annotations

from pathlib import Path

from reader.article import Article
from reader.attribution import attribute
from reader.survey import Survey, survey_article

GAZETTE = """\
---
title: Thirty-one drowned in ferry sinking
outlet: Vessin Gazette
---
Thirty-one drowned in ferry sinking

“Thirty-one fishermen drowned when the ferry Alda went down,” said Ines Obrecht, who runs the
hospital in Vessin.

“The lifeboats on the port side were locked,” said Ruta Selm, a passenger.

“The bow door had leaked since the spring,” Obrecht said.
"""

WIRE = """\
---
title: Ministry on the Alda
outlet: State Wire
---
Ministry on the Alda

“Fourteen fishermen drowned when the ferry Alda went down,” said Pavel Hadrik, the minister.

“Every lifeboat on the port side was unlocked,” Hadrik said.
"""

POST = """\
---
title: Frost in the orchards
outlet: Linden Post
---
Frost in the orchards

“Four trees in ten are dead,” said Maud Okter, a grower.
"""

FILES = {"1-ferry/gazette.md": GAZETTE, "1-ferry/wire.md": WIRE, "2-frost/post.md": POST}


def write_corpus(folder: Path) -> Path:
    """Write the three articles below a folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def surveyed() -> Survey:
    """Survey the three articles without any file."""
    articles = (Article.from_bytes(Path(name), name, text.encode()) for name, text in FILES.items())
    return Survey(survey_article(one, attribute(one.text)) for one in articles)
