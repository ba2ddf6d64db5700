"""Who wrote an article, and whom it interviews: the "I", the "Q" and the "A"."""

from __future__ import annotations

import re

from reader.attribution.grammar.source_phrase import understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.entities import Entity, entity_of
from reader.attribution.speakers.mentions import Mentions
from reader.attribution.text.document import Document

_BYLINE = re.compile(
    r"^(?:[^\w\n]*(?:Interview:|(?:Interview )?[Bb]y|BY)\s+)?"
    r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})[^\w\n]*$",
    re.MULTILINE,
)


def authors(document: Document) -> list[Entity]:
    """Whose bylines stand in what is no headline and no body."""
    edges = [0, *(edge for span in document.stretches for edge in span), len(document.text)]
    names = {}
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for match in _BYLINE.finditer(document.text, start, end):
            phrase = understand(match["name"])
            if phrase.named and phrase.is_person:
                names[phrase.name] = phrase
    return [entity_of(phrase) for phrase in names.values()]


def author(document: Document) -> Entity | None:
    """Whose byline it is, where it is one person's."""
    wrote = authors(document)
    return wrote[0] if len(wrote) == 1 else None


def interviewed(document: Document, mentions: Mentions, place: int) -> Entity | None:
    """Who answers: whom the text mentioned most before the first "A:"."""
    asks = author(document)
    people = [
        entity
        for entity in mentions.register.entities
        if entity.named
        and entity.type is SourceType.PERSON
        and not entity.several
        and (asks is None or entity.name != asks.name)
        and any(mention.span.start < place for mention in entity.mentions[:1])
    ]
    return max(people, key=lambda one: len(one.mentions), default=None)
