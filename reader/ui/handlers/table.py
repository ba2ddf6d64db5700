"""Which function carries out each action that concerns the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.judgement import Relation, Verdict
from reader.ui.handlers import (
    asking,
    comparing,
    contradicting,
    judging,
    linking,
    moving,
    needing,
    stories,
    writing,
)

if TYPE_CHECKING:
    from reader.ui.screens.desk import Desk

Handler = Callable[["Desk"], None]

HANDLERS: dict[str, Handler] = {
    "sourced": partial(judging.judge, verdict=Verdict.SOURCED),
    "unsourced": partial(judging.judge, verdict=Verdict.UNSOURCED),
    "disputed": partial(judging.judge, verdict=Verdict.DISPUTED),
    "not-a-statement": partial(judging.judge, verdict=Verdict.NOT_A_STATEMENT),
    "confirm": judging.confirm,
    "take-back": judging.take_back,
    "again": judging.again,
    "note": writing.note,
    "evidence": writing.evidence,
    "link-same": partial(linking.link, relation=Relation.SAME),
    "link-contradicts": partial(linking.link, relation=Relation.CONTRADICTS),
    "disputed-against": partial(linking.link, relation=Relation.AGAINST),
    "link-unrelated": partial(linking.link, relation=Relation.UNRELATED),
    "links": linking.links,
    "undo": judging.undo,
    "redo": judging.redo,
    "next-statement": moving.next_statement,
    "previous-statement": moving.previous_statement,
    "next-unreviewed": moving.next_unreviewed,
    "previous-unreviewed": moving.previous_unreviewed,
    "neediest": needing.neediest,
    "next-told": comparing.next_told,
    "previous-told": comparing.previous_told,
    "same-claim": comparing.same_claim,
    "every-telling": comparing.every_telling,
    "back": comparing.back,
    "lock": comparing.lock,
    "filter": asking.choose_filter,
    "line-down": partial(moving.scroll, rows=1),
    "line-up": partial(moving.scroll, rows=-1),
    "page-down": partial(moving.page, direction=1),
    "page-up": partial(moving.page, direction=-1),
    "top": moving.top,
    "bottom": moving.bottom,
    "other-pane": moving.other_pane,
    "previous-article": stories.previous_article,
    "next-article": stories.next_article,
    "previous-story": stories.previous_story,
    "next-story": stories.next_story,
    "open": asking.open_article,
    "close-pane": asking.close_pane,
    "contradictions": contradicting.toggle,
    "ledger": asking.ledger,
    "in-full": asking.in_full,
    "others": asking.others,
    "lost": asking.lost,
    "help": asking.help_sheet,
    "suspend": asking.suspend,
}
