"""The review of one corpus by one reviewer: commands, undo, redo, what is left."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from reader.anchoring import State
from reader.article import Article
from reader.corpus import ArticleError, ArticleFile, Corpus
from reader.files import UnreadableError, read_regular
from reader.finding import Finder
from reader.judgement import Judgement, Link, LinkId, Relation, Verdict
from reader.review.drafts import Drafts
from reader.review.item import Item
from reader.review.items import Findings, find, match
from reader.review.links import Target, file_of, link_to, target_in
from reader.review.reading import Reading
from reader.review.remarks import Remark, remarks
from reader.review.step import Step
from reader.review.strays import NotReattachedError, Stray, homes, reattach, strays
from reader.review.study import Seen, Study
from reader.sidecar import (
    AddLink,
    Confirm,
    Edit,
    RefusedError,
    Remove,
    RemoveLink,
    SetEvidence,
    SetNote,
    SetVerdict,
    Sidecar,
    SidecarError,
    Store,
    Subject,
    Undo,
    apply,
    others,
    store_for,
)
from reader.statement import Statement


class CannotJudge(Exception):  # noqa: N818 - reads as what it says
    """A change that cannot be made; the message is one sentence for the reviewer."""


class Saves(Protocol):
    """Whoever brings edits to the disk, without keeping the caller waiting."""

    def submit(self, store: Store, edit: Edit | Undo) -> None:
        """Have an edit saved."""

    def unsaved(self, store: Store) -> tuple[Edit | Undo, ...]:
        """The edits of a store that are not on disk yet, in their order."""


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
        self._saves = saves
        self._finder = finder or Finder()
        self._reviews = None if reviews is None else Path(os.path.realpath(reviews))
        self._lasting = None if self._reviews is None else _existing(self._reviews)
        self._readings: dict[str, Reading] = {}
        self._described: dict[str, str] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []

    # Reading

    def read(self, file: ArticleFile) -> Reading:
        """Open an article, its text alone; raises ArticleError where it cannot be read."""
        known = self._readings.get(file.name)
        if known is not None:
            return known
        return self.open(file, file.read())

    def open(self, file: ArticleFile, article: Article) -> Reading:
        """Take in an article that has been read already."""
        store = store_for(self.corpus.root, file.name, self.reviewer, self._reviews, self._lasting)
        return self._readings.setdefault(file.name, Reading(file, article, store))

    def study(self, reading: Reading) -> Study:
        """Find an article's statements and the judgements made of them; slow, never raises.

        What it finds counts once the reading takes it.
        """
        seen = reading.look()
        if not _is_on_disk(reading.article):
            seen = replace(seen, article=None)  # changed since it was read: look again soon
        return self._study(reading, reading.article, seen)

    def look_again(self, reading: Reading) -> Study | None:
        """Study anew if article or sidecar changed on disk, else None; slow, never raises.

        An article that cannot be read any more stays as it was, and so do the judgements where
        their file cannot be read.
        """
        if not reading.studied:
            return None
        seen = reading.look()
        if seen == reading.now.seen:
            return None
        absence = ""
        try:
            article = reading.file.read()
        except ArticleError as error:
            absence = f"{error} What you see was read before."
        if absence or article.digest == reading.article.digest:
            article = reading.article
        return self._study(reading, article, seen, absence)

    def _study(self, reading: Reading, article: Article, seen: Seen, absence: str = "") -> Study:
        # First what the reading has, then what waits to be saved, then what is on disk: an edit
        # that comes in between is in one of them, or makes the study out of date.
        base = reading.now
        unsaved = self._saves.unsaved(reading.store)
        findings = base.findings
        if findings is None or findings.text != article.text:
            findings = find(article.text, self._finder.statements(article))
        problem, sidecar = "", base.sidecar
        try:
            sidecar = _with(reading.store.load(), unsaved)
        except SidecarError as error:
            problem = str(error)
        found = replace(
            base,
            article=article,
            findings=findings,
            problem=problem,
            obstacle=seen.obstacle,
            notice=_notice(sidecar) if sidecar and not problem else "",
            absence=absence,
            seen=seen,
        )
        if findings is base.findings and base.sidecar and _bytes(sidecar) == _bytes(base.sidecar):
            return Study(base, found)
        matched = match(findings, sidecar.judgements if sidecar else {})
        judged = replace(found, items=matched.items, orphans=matched.orphans, sidecar=sidecar)
        return Study(base, judged)

    def adopt(self, reading: Reading, sidecar: Sidecar) -> None:
        """Take over what a save left in a sidecar's file, others' changes to it included."""
        if reading.now.sidecar is None:
            return
        if sidecar.raw != reading.now.sidecar.raw:
            reading.judge_by(sidecar)
        reading.replace_with(replace(reading.now, problem="", obstacle="", seen=None))

    def reading_of(self, store: Store) -> Reading | None:
        """The open article whose judgements a store holds."""
        return next((one for one in self._readings.values() if one.store == store), None)

    def describe(self, file: ArticleFile) -> str:
        """Name an article in a list: its file, and outlet and title once they are known."""
        reading = self._readings.get(file.name)
        if reading is not None:
            return _described(file, reading.article)
        return self._described.get(file.name, file.label)

    def learn_names(self, files: Iterable[ArticleFile]) -> None:
        """Read what articles call themselves; slow, never raises."""
        for file in files:
            with suppress(ArticleError):
                self._described[file.name] = _described(file, file.read())

    @property
    def nameless(self) -> tuple[ArticleFile, ...]:
        """The articles of which the file's name alone is known."""
        known = self._readings.keys() | self._described.keys()
        return tuple(file for file in self.corpus.files if file.name not in known)

    # Judging

    def judge(self, reading: Reading, index: int, verdict: Verdict | None) -> None:
        """Give a statement a verdict, or with None take it back; raises CannotJudge."""
        item = reading.items[index]
        changed = item.state is State.CHANGED
        was = item.verdict or "unreviewed"
        words = f"{was} → {verdict or 'unreviewed'}"
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
        assert reading.now.findings is not None
        undo = self._applied(reading, reading.now.findings, item, edit)
        if undo is not None:
            words = f"{judgement.verdict or 'note'} let go"
            self._done.append(Step(reading, reading.now.findings, item, words, undo))
            self._undone.clear()

    def strays(self) -> list[tuple[Stray, ArticleFile | None]]:
        """The sidecars whose article is gone, and the article their words stand in; slow."""
        found = strays(self.corpus, self.reviewer, self._reviews)
        return list(zip(found, homes(found, self.corpus), strict=True))

    def reattach(self, stray: Stray, file: ArticleFile) -> None:
        """Give a stray sidecar to an article; raises CannotJudge."""
        try:
            reattach(stray, file, self.corpus.root, self._reviews)
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

    def unlink(self, reading: Reading, index: int, link: LinkId) -> None:
        """Take a statement's link away; raises CannotJudge."""
        edit = RemoveLink(self._subject(reading, index), link)
        words = f"{link.relation}: {link.file} let go"
        self._carry_out(reading, reading.items[index], edit, words)

    def undo(self) -> Step | None:
        """Take back the last command, in whichever article; None where there is none."""
        return self._travel(self._done, self._undone)

    def redo(self) -> Step | None:
        """Carry out again what was undone last; None where there is nothing."""
        return self._travel(self._undone, self._done)

    def history(self, reading: Reading, key: str) -> list[str]:
        """What was done to a statement in this run, oldest first, in words."""
        return [step.words for step in self._done if step.reading is reading and step.key == key]

    # Looking around

    def whats_left(self, reading: Reading) -> str:
        """Say which statements are still unreviewed here, and in the other articles open."""
        here = len(reading.unreviewed())
        elsewhere = [
            f"{len(one.unreviewed())} in {one.article.outlet}"
            for one in self._readings.values()
            if one is not reading and one.unreviewed()
        ]
        first = f"{here} unreviewed above" if here else f"All {len(reading.items)} reviewed here"
        return "; ".join([first, *elsewhere[:2]])

    def remarks(self, reading: Reading, item: Item) -> list[Remark]:
        """What the other reviewers said of a statement; reads their sidecars."""
        findings = reading.now.findings
        if findings is None:
            return []
        paths = others(self.corpus.root, reading.file.name, self.reviewer, self._reviews)
        return remarks(findings, item, paths)

    def targets(self, reading: Reading, index: int) -> list[Target]:
        """Where a statement's links lead; slow, as it searches articles that are not open."""
        judgement = reading.items[index].judgement
        links = judgement.links if judgement else ()
        return [self._target(link, file_of(self.corpus, reading.file, link)) for link in links]

    def _target(self, link: Link, file: ArticleFile | None) -> Target:
        if file is None:
            return Target(link, None, why="it is not among the articles that are open here")
        try:
            other = self.read(file)
        except ArticleError as error:
            return Target(link, file, why=str(error))
        there = other.now if other.studied else self.study(other).found
        return target_in(link, file, there)

    def _subject(self, reading: Reading, index: int) -> Subject:
        item = reading.items[index]
        anchor = item.anchor
        if item.judgement is not None and item.state is not State.CHANGED:
            anchor = item.judgement.anchor
        return Subject(item.key, anchor, item.statement.shown_speaker, reading.following(index))

    def _carry_out(self, reading: Reading, item: Item, edit: Edit, words: str) -> None:
        assert reading.now.findings is not None
        before = reading.items[reading.index_of(item.key) or 0]
        undo = self._applied(reading, reading.now.findings, item, edit)
        if undo is not None:
            self._done.append(Step(reading, reading.now.findings, before, words, undo))
            self._undone.clear()

    def _travel(self, source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        step = source[-1]
        reading, findings, now = step.reading, step.findings, step.item
        index = reading.index_of(step.key)
        if index is not None and reading.now.findings is not None:
            findings, now = reading.now.findings, reading.items[index]
        try:
            undo = self._applied(reading, step.findings, step.item, step.undo)
        except CannotJudge as refusal:
            if isinstance(refusal.__cause__, RefusedError):
                source.pop()  # said why; the steps before it can still be taken
            raise
        source.pop()
        if undo is not None:
            target.append(Step(reading, findings, now, step.words, undo))
        return step

    def _applied(
        self, reading: Reading, findings: Findings, item: Item, edit: Edit | Undo
    ) -> Undo | None:
        """Make a change here and send it to be saved; None where it changed nothing."""
        if reading.now.problem or reading.now.sidecar is None:
            raise CannotJudge(
                reading.now.problem or "The article is still being searched for statements."
            )
        try:
            sidecar, undo = apply(reading.now.sidecar, edit)
        except SidecarError as error:
            raise CannotJudge(str(error)) from error
        if sidecar.raw == reading.now.sidecar.raw:
            return None
        # In this order: whoever studies the article in between misses neither.
        self._saves.submit(reading.store, edit)
        reading.put(sidecar, item, findings)
        return undo


def _with(sidecar: Sidecar, edits: Sequence[Edit | Undo]) -> Sidecar:
    """The sidecar with edits that are still to be saved; one that no longer fits is told then."""
    for edit in edits:
        with suppress(SidecarError):
            sidecar, _ = apply(sidecar, edit)
    return sidecar


def _notice(sidecar: Sidecar) -> str:
    return "  ".join(filter(None, (sidecar.notice, sidecar.unknown)))


def _described(file: ArticleFile, article: Article) -> str:
    return f"{file.label} · {article.outlet} · {article.title}"


def _existing(folder: Path) -> Path:
    """The nearest folder at or above one that is there."""
    return next(one for one in (folder, *folder.parents) if one.is_dir())


def _bytes(sidecar: Sidecar | None) -> bytes | None:
    return None if sidecar is None else sidecar.raw


def _is_on_disk(article: Article) -> bool:
    try:
        raw = read_regular(article.path)
    except UnreadableError:
        return False
    return hashlib.sha256(raw).hexdigest() == article.digest
