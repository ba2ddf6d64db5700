"""The review of one corpus by one reviewer: every command, and what is left."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from reader.anchoring import State
from reader.corpus import ArticleError, ArticleFile, Corpus
from reader.finding import Finder
from reader.judgement import Judgement, Link, LinkId, Relation, Verdict
from reader.review.articles import Names, OpenArticles, Reading, Saves
from reader.review.drafts import Drafts
from reader.review.history import AnyStep, CannotJudge, Changeable, History
from reader.review.items import Item
from reader.review.links import Target, file_of, link_to, target_in
from reader.review.naming import Naming
from reader.review.remarks import Remark, remarks
from reader.review.strays import NotReattachedError, Stray, homes, reattach, strays
from reader.sidecar import (
    AddLink,
    Confirm,
    Edit,
    Remove,
    RemoveLink,
    SetEvidence,
    SetLinkNote,
    SetNote,
    SetVerdict,
    Subject,
    others,
)
from reader.statement import Statement


class Review:
    """What one reviewer has open, and everything that can be done with it."""

    def __init__(
        self,
        corpus: Corpus,
        reviewer: str,
        saves: Saves,
        reviews: Path | None = None,
        finder: Finder | None = None,
    ) -> None:
        self.corpus = corpus
        self.reviewer = reviewer
        self.last_verdict: Verdict | None = None
        self.drafts = Drafts()
        self.reviews = None if reviews is None else Path(os.path.realpath(reviews))
        self.articles = OpenArticles(corpus, reviewer, saves, self.reviews, finder or Finder())
        self.names = Names(corpus, self.articles)
        self._history = History(saves)
        self.naming = Naming(corpus.root, reviewer, self.reviews, saves, self._history)

    # Judging

    def judge(self, reading: Reading, index: int, verdict: Verdict | None) -> None:
        """Give a statement a verdict, or with None take it back; raises CannotJudge."""
        item = reading.items[index]
        changed = item.state is State.CHANGED
        was = item.verdict or "unreviewed"
        words = f"{was} → {verdict}" if verdict else f"{was} taken back"
        edit = SetVerdict(self._subject(reading, index), verdict, anew=changed)
        self._carry_out(reading, replace(item, state=State.KEPT, why=""), edit, words)
        if verdict is not None:
            self.last_verdict = verdict

    def let_go(self, reading: Reading, index: int) -> None:
        """Drop a judgement, note and all, whose statement changed; raises CannotJudge."""
        item = reading.items[index]
        words = f"{item.verdict or 'note'} let go"
        self._carry_out(reading, item, Remove(self._subject(reading, index)), words)

    def let_go_orphan(self, reading: Reading, judgement: Judgement) -> None:
        """Drop a judgement whose words are gone; raises CannotJudge."""
        gone = Statement((), (), (), speaker=judgement.speaker)
        item = Item(gone, judgement.anchor, judgement.key, judgement, State.ORPHANED)
        edit = Remove(Subject(judgement.key, judgement.anchor, judgement.speaker))
        words = f"{judgement.verdict or 'note'} let go"
        self._history.carry_out(reading, item, item, edit, words)

    def strays(self) -> list[tuple[Stray, ArticleFile | None]]:
        """The sidecars whose article is gone, and the article their words stand in; slow."""
        found = strays(self.corpus, self.reviewer, self.reviews)
        return list(zip(found, homes(found, self.corpus), strict=True))

    def reattach(self, stray: Stray, file: ArticleFile) -> None:
        """Give a stray sidecar to an article; raises CannotJudge."""
        try:
            reattach(stray, file, self.corpus.root, self.reviews)
        except NotReattachedError as error:
            raise CannotJudge(str(error)) from error

    def confirm(self, reading: Reading, index: int) -> None:
        """Let a judgement stand although its statement changed; raises CannotJudge."""
        item = replace(reading.items[index], state=State.KEPT, why="")
        words = f"{item.verdict or 'note'} confirmed"
        self._carry_out(reading, item, Confirm(self._subject(reading, index)), words)

    def note(self, reading: Reading, index: int, note: str) -> None:
        """Write a statement's note, or remove it with an empty one; raises CannotJudge."""
        item = reading.items[index]
        if note != (item.judgement.note if item.judgement else ""):
            edit = SetNote(self._subject(reading, index), note)
            self._carry_out(reading, item, edit, "note")

    def evidence(self, reading: Reading, index: int, evidence: tuple[str, ...]) -> None:
        """Write down a statement's evidence, a piece an entry; raises CannotJudge."""
        item = reading.items[index]
        if evidence != (item.judgement.evidence if item.judgement else ()):
            edit = SetEvidence(self._subject(reading, index), evidence)
            self._carry_out(reading, item, edit, "evidence")

    def link(
        self,
        reading: Reading,
        index: int,
        relation: Relation,
        other: Reading,
        place: int,
        note: str = "",
    ) -> None:
        """Link a statement to one of another article, or give the link a note; CannotJudge."""
        link = link_to(relation, reading.file, other.file, other.items[place], note)
        edit = AddLink(self._subject(reading, index), link)
        self._carry_out(reading, reading.items[index], edit, f"{relation}: {other.file.label}")

    def note_link(self, reading: Reading, index: int, link: LinkId, note: str) -> None:
        """Write the note of a statement's link, or remove it with an empty one; CannotJudge."""
        judgement = reading.items[index].judgement
        known = (
            next((one for one in judgement.links if one.id == link), None) if judgement else None
        )
        if known is None:
            raise CannotJudge("The link is gone.")
        if note != known.note:
            edit = SetLinkNote(self._subject(reading, index), replace(known, note=note))
            words = f"note on {link.relation}: {link.file}"
            self._carry_out(reading, reading.items[index], edit, words)

    def unlink(self, reading: Reading, index: int, link: LinkId) -> None:
        """Take a statement's link away; raises CannotJudge."""
        edit = RemoveLink(self._subject(reading, index), link)
        words = f"{link.relation}: {link.file} let go"
        self._carry_out(reading, reading.items[index], edit, words)

    def undo(self) -> AnyStep | None:
        """Take back the last command, in whichever article; None where there is none."""
        return self._history.undo()

    def redo(self) -> AnyStep | None:
        """Carry out again what was undone last; None where there is nothing."""
        return self._history.redo()

    def comes_next(self, on: Changeable, *, again: bool = False) -> bool:
        """Whether undo (`again`: redo) would change this, and no statement, next."""
        return self._history.comes_next(on, again=again)

    # Looking around

    def history(self, reading: Reading, key: str) -> list[str]:
        """What was done to a statement in this run, oldest first, in words."""
        return self._history.of(reading, key)

    def whats_left(self, reading: Reading) -> str:
        """Say which statements are still unreviewed here, and in the other articles open."""
        here = len(reading.unreviewed())
        elsewhere = [
            f"{len(one.unreviewed())} in {one.article.outlet}"
            for one in self.articles.all
            if one is not reading and one.unreviewed()
        ]
        first = f"{here} unreviewed above" if here else f"All {len(reading.items)} reviewed here"
        return "; ".join([first, *elsewhere[:2]])

    def remarks(self, reading: Reading, item: Item) -> list[Remark]:
        """What the other reviewers said of a statement; reads their sidecars."""
        findings = reading.now.findings
        if findings is None:
            return []
        paths = others(self.corpus.root, reading.file.name, self.reviewer, self.reviews)
        return remarks(findings, item, paths)

    def targets(self, reading: Reading, item: Item) -> list[Target]:
        """Where a statement's links lead; slow, as it searches articles that are not open."""
        links = item.judgement.links if item.judgement else ()
        return [self._target(link, file_of(self.corpus, reading.file, link)) for link in links]

    def _target(self, link: Link, file: ArticleFile | None) -> Target:
        if file is None:
            return Target(link, None, why="it is not among the articles that are open here")
        try:
            other = self.articles.read(file)
        except ArticleError as error:
            return Target(link, file, why=str(error))
        there = other.now if other.studied else self.articles.study(other).found
        return target_in(link, file, there)

    def _subject(self, reading: Reading, index: int) -> Subject:
        item = reading.items[index]
        anchor = item.anchor
        if item.judgement is not None and item.state is not State.CHANGED:
            anchor = item.judgement.anchor
        return Subject(item.key, anchor, item.statement.shown_speaker, reading.following(index))

    def _carry_out(self, reading: Reading, item: Item, edit: Edit, words: str) -> None:
        before = reading.items[reading.index_of(item.key) or 0]
        self._history.carry_out(reading, before, item, edit, words)
