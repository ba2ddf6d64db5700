"""`reader contradictions`: statements of one story that contradict each other, or may."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from reader.commands.console import Parser, write_json, write_line
from reader.commands.surveying import (
    Surveyed,
    add_arguments,
    add_folder,
    place_as_json,
    show_corpus,
)
from reader.review.pairs import End, Pair, links_of, pairs
from reader.survey.plain import (
    Place,
    opposed_from,
    place_from,
    plain_contradiction,
    plain_place,
)


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = (
        "reader contradictions [FOLDER] [--format text|json] [--reviewer NAME] [--reviews DIR]"
    )
    parser.description = (
        "Print, story by story, the pairs of statements that you linked as contradicting each"
        " other, then pairs that may, and why. Those are suggestions: about one in three is right."
        " What you dismissed, or linked as the same claim, is left out."
    )
    add_folder(parser)
    add_arguments(parser)


def run(options: Namespace) -> int:
    """Print the pairs; 1 where an article or a sidecar could not be read."""

    def show(surveyed: Surveyed) -> None:
        if options.format == "json":
            write_json(
                [
                    {"story": label, "contradictions": [_as_json(surveyed, one) for one in found]}
                    for label, found in _stories(surveyed)
                ],
                indent=1,
            )
            return
        for label, found in _stories(surveyed):
            write_line(label)
            for one in found:
                for line in _lines(surveyed, one):
                    write_line(line)
            if not found:
                write_line("  none suggested")

    return show_corpus(options, show)


def _stories(surveyed: Surveyed) -> list[tuple[str, list[Pair]]]:
    survey = surveyed.survey

    def place_of(end: End) -> Place | None:
        name, key = end
        article = survey.article(name)
        found = (one for one in article.statements if one.key == key) if article else ()
        statement = next(iter(found), None)
        return place_from(plain_place(article, statement)) if article and statement else None

    shown = {(name, surveyed.key(name, key)): (name, key) for name, key in surveyed.judgements}
    links = [
        replace(one, one=shown.get(one.one, one.one), other=shown.get(one.other, one.other))
        for (name, _), judgement in surveyed.judgements.items()
        for one in links_of(name, [judgement])
    ]
    listed = []
    for story in survey.stories:
        suggested = opposed_from([plain_contradiction(one) for one in survey.contradictions(story)])
        own = [one for one in links if one.one[0] in story.articles]
        listed.append((story.label or story.articles[0], pairs(suggested, own, place_of)))
    return listed


def _lines(surveyed: Surveyed, one: Pair) -> tuple[str, str, str]:
    why = ", ".join(one.why) or "alike"
    if one.relation is not None:
        why = " · ".join(filter(None, (f"linked: {one.relation}", one.note)))
    return f"  {why}", f"    {_line(surveyed, one.one)}", f"  ≠ {_line(surveyed, one.other)}"


def _line(surveyed: Surveyed, place: Place) -> str:
    speaker = place.speaker + ("" if place.sure else "?")
    where = f"{place.article}#{surveyed.key(place.article, place.key)}"
    return f"{place.outlet} · {speaker}: {place.quote} {where}"


def _as_json(surveyed: Surveyed, one: Pair) -> dict[str, object]:
    return {
        "one": place_as_json(surveyed, one.one),
        "other": place_as_json(surveyed, one.other),
        "linked": one.relation,
        "note": one.note,
        "why": list(one.why),
        "one_differs": [one.one.quote[span.start : span.end] for span in one.one_differs],
        "other_differs": [one.other.quote[span.start : span.end] for span in one.other_differs],
    }
