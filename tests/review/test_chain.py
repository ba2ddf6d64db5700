"""The way of the words, link by link: whose words name each, and where nobody could be asked."""

from __future__ import annotations

from reader.attribution import attribute
from reader.review.chain import Weakness, chain_links, first_weak
from reader.span import Span
from reader.statement import UNKNOWN, Signal, SignalName, Statement

_TEXT = "The Herald, citing a clerk, reported that the mayor had said the quay was closed."


def span(words: str) -> Span:
    start = _TEXT.index(words)
    return Span(start, start + len(words))


_CLERK = Statement(
    source=(span("The Herald"), span("a clerk")),
    cue=(span("citing"), span("reported")),
    content=(span("that the mayor had said the quay was closed"),),
    speaker="a clerk",
    chain=("Halvik Herald", "a clerk"),
    signals=(
        Signal(SignalName.ANONYMOUS, (span("a clerk"),)),
        Signal(SignalName.NO_LINK, (span("The Herald"),)),
    ),
)
_MAYOR = Statement(
    source=(span("the mayor"),),
    cue=(span("had said"),),
    content=(span("the quay was closed"),),
    speaker="the mayor",
    chain=("Halvik Herald", "a clerk", "the mayor"),
    within=0,
)


def shown(statement: Statement, *others: Statement) -> list[tuple[str, str, str, str]]:
    links = chain_links(_TEXT, statement, others or (statement,))
    return [
        (
            link.name,
            " … ".join(_TEXT[s:e] for s, e in link.source),
            " … ".join(_TEXT[s:e] for s, e in link.cue),
            f"{link.weakness}: {' … '.join(_TEXT[s:e] for s, e in link.words)}"
            if link.weakness
            else "",
        )
        for link in links
    ]


def test_a_link_without_a_cue_is_named_beside_the_speaker() -> None:
    assert shown(_CLERK) == [
        ("Halvik Herald", "The Herald", "", "no link: The Herald"),
        ("a clerk", "a clerk", "citing … reported", "anonymous: a clerk"),
    ]


def test_outer_statements_tell_the_links_before_the_speaker() -> None:
    assert shown(_MAYOR, _CLERK, _MAYOR) == [
        ("Halvik Herald", "The Herald", "", "no link: The Herald"),
        ("a clerk", "a clerk", "citing … reported", "anonymous: a clerk"),
        ("the mayor", "the mayor", "had said", ""),
    ]
    assert first_weak(chain_links(_TEXT, _MAYOR, (_CLERK, _MAYOR))) == 0


def test_where_nobody_is_named_the_chain_is_broken() -> None:
    nobody = Statement((), (span("had said"),), (span("the quay was closed"),), speaker=UNKNOWN)
    assert shown(nobody) == [(UNKNOWN, "", "had said", "nobody is named: had said")]


def test_a_first_hand_statement_of_somebody_named_has_no_weak_link() -> None:
    (statement,) = attribute("“The quay is closed,” said Ilse Brandt, the harbour master.\n")
    links = chain_links("", statement, (statement,))
    assert [link.name for link in links] == ["Ilse Brandt"]
    assert first_weak(links) is None


def test_words_for_a_weakness_that_name_no_link_count_for_the_speaker() -> None:
    told = Statement(
        source=(span("the mayor"),),
        cue=(span("had said"),),
        content=(span("the quay was closed"),),
        speaker="the mayor",
        chain=("the mayor",),
        signals=(Signal(SignalName.NO_LINK, (span("The Herald"),)),),
    )
    (link,) = chain_links(_TEXT, told, (told,))
    assert (link.weakness, link.words) == (Weakness.NO_LINK, (span("The Herald"),))


def test_every_statement_of_a_nested_report_keeps_its_chain() -> None:
    text = (
        "Two people in the room said that Pavle Lember, the port director, had told them that the"
        " letter never came. “It was lost,” one of them said Lember added.\n"
    )
    statements = attribute(text)
    for statement in statements:
        links = chain_links(text, statement, statements)
        assert tuple(link.name for link in links) == statement.chain
