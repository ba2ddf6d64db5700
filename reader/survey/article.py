"""An article as a survey keeps it: its statements with their keys, without the text around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.anchoring import describe
from reader.article import Article
from reader.judgement import make_key
from reader.likeness import Telling
from reader.span import Span
from reader.statement import UNKNOWN, Kind, SignalName, Stance, Statement


@dataclass(frozen=True, slots=True)
class SurveyedStatement:
    """A statement that is to be judged, with the key that a sidecar would give it.

    `telling` holds the words it is compared by; `origin` is the innermost name of its chain that
    tells whom one could ask, "" where there is none.
    """

    key: str
    statement: Statement
    quote: str
    telling: Telling
    origin: str


@dataclass(frozen=True, slots=True)
class SurveyedArticle:
    """An article's name in the corpus, what it calls itself, and its statements in text order."""

    name: str
    outlet: str
    title: str
    story: str
    digest: str
    text: str
    statements: tuple[SurveyedStatement, ...]


def survey_article(
    article: Article, statements: Sequence[Statement], story: str = ""
) -> SurveyedArticle:
    """Make ready for comparison what was found in an article; of held statements nothing."""
    said = [one for one in statements if one.kind is Kind.SAID and one.content]
    passages = article.paragraphs
    starts = [passage.start for passage in passages]
    surveyed: dict[str, SurveyedStatement] = {}
    for one, anchor in zip(said, describe(article.text, said), strict=True):
        key = make_key(anchor)
        words = " ".join(article.text[span.start : span.end] for span in one.content)
        at = bisect_right(starts, one.content[0].start) - 1
        passage = passages[at] if at >= 0 else one.content[0]
        telling = Telling(
            article=article.name,
            story=story,
            text=words,
            passage=article.text[passage.start : passage.end],
            origin=_origin(one) or f"{article.outlet} itself",
            denies=one.stance is Stance.DENIES,
        )
        quote = " … ".join(_one_line(article.text, span) for span in one.content)
        # The same words of the same source twice are one statement to the reviewer.
        surveyed.setdefault(key, SurveyedStatement(key, one, quote, telling, _origin(one)))
    in_order = sorted(surveyed.values(), key=lambda found: found.statement.content[0].start)
    return SurveyedArticle(
        name=article.name,
        outlet=article.outlet,
        title=article.title,
        story=article.front_matter.story,
        digest=article.digest,
        text=article.text,
        statements=tuple(in_order),
    )


def _origin(statement: Statement) -> str:
    """The speaker where somebody is named, else the nearest who passes the words on."""
    nameless = any(signal.name is SignalName.ANONYMOUS for signal in statement.signals)
    names = [name for name in reversed(statement.chain) if name != UNKNOWN]
    if nameless and len(names) > 1:
        return names[1]
    return names[0] if names else ""


def _one_line(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
