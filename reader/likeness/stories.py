"""Which articles tell of one story: as they say, by their folder, or by what they share."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from reader.language.english import ENGLISH
from reader.likeness.vocabulary import TermReader, Vocabulary

LARGEST_FOLDER = 20
"""A folder of more articles than this holds more than one story."""
_RAREST = 120
"""How many of an article's rarest shared terms it is known by."""
_MOST_HOLDERS = 60
"""A term of more articles than this is no word of one story."""
_ALIKE = 0.15
"""The cosine from which two articles of a mixed folder tell of one story."""
_NUMBERING = re.compile(r"^\d+[-_. ]+(?=\D)")
_NAME_IN_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")
_NO_NAMES = ENGLISH.word_class("months") | ENGLISH.word_class("days") | ENGLISH.word_class("titles")
_LABEL_WORDS = 2


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that belong together, by their names in the corpus' order, and what to call them."""

    label: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article as stories see it: `story` is what its front matter says, "" where nothing."""

    name: str
    text: str
    story: str = ""


def stories(articles: Sequence[StoryArticle]) -> list[Story]:
    """Part the articles of a corpus into stories, each article in one, in the order of the first.

    What an article says of itself settles it. Else the articles of a folder of at most twenty are a
    story; those of a larger one, or of the corpus' own folder, are grouped by the rare words, names
    and numbers that they share.
    """
    by_name: dict[str, list[StoryArticle]] = defaultdict(list)
    by_folder: dict[str, list[StoryArticle]] = defaultdict(list)
    for article in articles:
        if article.story:
            by_name[article.story].append(article)
        else:
            by_folder[str(PurePosixPath(article.name).parent)].append(article)
    found = [_story(label, members) for label, members in by_name.items()]
    for folder, members in by_folder.items():
        if folder != "." and len(members) <= LARGEST_FOLDER:
            found.append(_story(_folder_label(folder), members))
        else:
            found += [_story(_shared_label(group), group) for group in _grouped(members)]
    place = {article.name: at for at, article in enumerate(articles)}
    return sorted(found, key=lambda story: place[story.articles[0]])


def _story(label: str, members: Iterable[StoryArticle]) -> Story:
    return Story(label, tuple(article.name for article in members))


def _folder_label(folder: str) -> str:
    words = re.sub(r"[-_ ]+", " ", _NUMBERING.sub("", PurePosixPath(folder).name)).strip()
    return words[:1].upper() + words[1:] or folder


def _shared_label(group: Sequence[StoryArticle]) -> str:
    """Name a story by the names that most of its articles have in common, in mid-sentence."""
    if len(group) == 1:
        return ""
    counts: Counter[str] = Counter()
    for article in group:
        names = set(_NAME_IN_SENTENCE.findall(article.text))
        counts.update(name for name in names if name.lower() not in _NO_NAMES)
    most = sorted(counts.items(), key=lambda item: (-item[1], group[0].text.find(item[0])))
    return " ".join(name for name, count in most[:_LABEL_WORDS] if count > 1)


def _grouped(members: Sequence[StoryArticle]) -> list[list[StoryArticle]]:
    """Put each article with the earlier ones it is most like, or into a group of its own."""
    vectors = _vectors(members)
    holders: dict[int, list[int]] = defaultdict(list)
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    for at, vector in enumerate(vectors):
        products: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for other in holders[term]:
                products[other] += weight * vectors[other][term]
        likeness: dict[int, float] = defaultdict(float)
        for other, product in products.items():
            likeness[group_of[other]] += product
        best = max(likeness, key=lambda one: likeness[one] / len(groups[one]), default=None)
        if best is None or likeness[best] / len(groups[best]) < _ALIKE:
            best = len(groups)
            groups.append([])
        groups[best].append(at)
        group_of[at] = best
        for term in vector:
            holders[term].append(at)
    return [[members[at] for at in group] for group in groups]


def _vectors(members: Sequence[StoryArticle]) -> list[dict[int, float]]:
    """Weigh each article's terms by rarity; a term of one article alone joins nothing."""
    read = TermReader(Vocabulary()).read
    terms = [read(article.text) for article in members]
    held: Counter[int] = Counter()
    for one in terms:
        held.update(one)
    return [_unit_vector(one, held, len(members)) for one in terms]


def _unit_vector(terms: Iterable[int], held: Counter[int], total: int) -> dict[int, float]:
    rarest = sorted((held[term], term) for term in terms if 1 < held[term] <= _MOST_HOLDERS)[
        :_RAREST
    ]
    weights = {term: math.log((total + 1) / count) for count, term in rarest}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}
