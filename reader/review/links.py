"""Links between tellings: what one is made of, and where it leads by now."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from reader.anchoring import State, reanchor
from reader.corpus import ArticleFile, Corpus
from reader.judgement import Anchor, Link, Relation
from reader.review.articles import Snapshot
from reader.review.items import Item


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: `file` is None outside what was opened, `item` None without a statement.

    `outlet` is that of its article, "" where there is none. `state` tells whether the words linked
    to are still there; `why` says in words what to look at, and is empty where they are.
    """

    link: Link
    file: ArticleFile | None
    item: Item | None = None
    state: State = State.ORPHANED
    why: str = ""
    outlet: str = ""


def link_to(
    relation: Relation, here: ArticleFile, there: ArticleFile, item: Item, note: str = ""
) -> Link:
    """Make a link from an article's statement to one of another."""
    file = posixpath.relpath(there.name, posixpath.dirname(here.name) or ".")
    return Link(relation, file, item.key, item.anchor.quote, note)


def file_of(corpus: Corpus, here: ArticleFile, link: Link) -> ArticleFile | None:
    """Find the article a link of another leads to; None outside what was opened."""
    name = posixpath.normpath(posixpath.join(posixpath.dirname(here.name), link.file))
    return corpus.by_name.get(name)


def target_in(link: Link, file: ArticleFile, there: Snapshot) -> Target:
    """Find where in an article a link leads: by the key, else by the words."""
    item = next((one for one in there.items if one.key == link.key), None)
    if item is not None:
        return Target(link, file, item, item.state, item.why, there.article.outlet)
    statements = [one.statement for one in there.items]
    (placement,) = reanchor(there.article.text, statements, [Anchor(link.quote)])
    found = None if placement.statement is None else there.items[placement.statement]
    return Target(link, file, found, placement.state, placement.why, there.article.outlet)
