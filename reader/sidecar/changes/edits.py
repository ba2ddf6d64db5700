"""What one command wants of one entry: values, and nothing that happens."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.judgement import Anchor, Judgement, Link, LinkId, Relation, Verdict, in_order


@dataclass(frozen=True, slots=True)
class Subject:
    """The statement a command is about: what a new entry is made of, and its place.

    `following` are the keys of the statements after it in the article, nearest first; a new entry
    goes before the first of them that the sidecar has.
    """

    key: str
    anchor: Anchor
    speaker: str = ""
    following: tuple[str, ...] = ()

    @property
    def unjudged(self) -> Judgement:
        """Give the judgement that says nothing yet."""
        return Judgement(self.key, self.anchor, speaker=self.speaker)


@dataclass(frozen=True, slots=True)
class SetVerdict:
    """Give a verdict, or with None take it back; settles a disagreement either way.

    `anew` also takes the subject's words over: for a statement that changed under its judgement.
    """

    subject: Subject
    verdict: Verdict | None
    anew: bool = False

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        base = _confirmed(current, self.subject) if self.anew else current
        return replace(base, verdict=self.verdict, disagreement=())


@dataclass(frozen=True, slots=True)
class SetNote:
    """Write the note; an empty one is removed."""

    subject: Subject
    note: str

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return replace(current, note=self.note)


@dataclass(frozen=True, slots=True)
class SetEvidence:
    """Set the list of evidence."""

    subject: Subject
    evidence: tuple[str, ...]

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return replace(current, evidence=self.evidence)


@dataclass(frozen=True, slots=True)
class AddLink:
    """Link to another telling, or give a link that is there another quote and note.

    What is disputed *against* another is disputed: the verdict is part of that link.
    """

    subject: Subject
    link: Link

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        linked = _with_link(current, self.link)
        if self.link.relation is not Relation.AGAINST:
            return linked
        return replace(linked, verdict=Verdict.DISPUTED, disagreement=())


@dataclass(frozen=True, slots=True)
class SetLinkNote:
    """Write the note of a link, which holds it; an empty one is removed.

    A link taken away meanwhile comes back, as what is written about it must not be lost.
    """

    subject: Subject
    link: Link

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return _with_link(current, self.link)


@dataclass(frozen=True, slots=True)
class RemoveLink:
    """Take a link away; a verdict that came with it stays."""

    subject: Subject
    link: LinkId

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return replace(current, links=tuple(one for one in current.links if one.id != self.link))


@dataclass(frozen=True, slots=True)
class Confirm:
    """Let a judgement stand on the subject's words as they are now."""

    subject: Subject

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return _confirmed(current, self.subject)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the whole entry away, with note and all."""

    subject: Subject

    def on(self, current: Judgement) -> None:
        """Give what the judgement becomes: none."""


Edit = SetVerdict | SetNote | SetEvidence | AddLink | SetLinkNote | RemoveLink | Confirm | Remove


def _with_link(current: Judgement, link: Link) -> Judgement:
    links = [link if one.id == link.id else one for one in current.links]
    return replace(current, links=in_order(links if link in links else [*links, link]))


def _confirmed(current: Judgement, subject: Subject) -> Judgement:
    return replace(current, anchor=subject.anchor, speaker=subject.speaker)
