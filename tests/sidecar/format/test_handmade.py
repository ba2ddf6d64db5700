"""Files that people wrote in by hand keep everything a change does not mean to touch."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from reader.judgement import Anchor, Link, Relation, Verdict, make_key
from reader.sidecar import (
    AddLink,
    Edit,
    Remove,
    RemoveLink,
    SetEvidence,
    SetNote,
    SetVerdict,
    Sidecar,
    Subject,
    apply,
    parse,
)
from reader.sidecar.merge import merge

_FILES = 60
_EDITS = 20
_WORDS = [
    *["the", "port", "crane", "minister", "said", "closed", "ferry", "were", "told", "no", "one"],
    *['"no"', "—", "it's", "12", "#4", "über", "and,", "(maybe)", "[x]", "{y}", "-", "ok?", "100%"],
    *["*a", "&b", "!c", "@d", "`e`", "|", ">", "\\", "time:", "1:20"],
]
_COMMENT = re.compile(rb"# note [0-9]+:")


def single(text: str) -> str:
    """A text in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


@dataclass
class Hand:
    """Somebody's hand: writes the same thing another way each time, with comments anywhere."""

    chance: random.Random
    lines: list[str] = field(default_factory=list)
    comments: int = 0

    def words(self, least: int = 1, most: int = 14) -> str:
        return " ".join(self.chance.choices(_WORDS, k=self.chance.randint(least, most)))

    def comment(self) -> str:
        self.comments += 1
        return f'# note {self.comments}: "call [again'

    def sometimes(self, share: float) -> bool:
        return self.chance.random() < share

    def behind(self) -> str:
        return f" {self.comment()}" if self.sometimes(0.3) else ""

    def between(self, indent: int) -> None:
        while self.sometimes(0.2):
            pad = " " * self.chance.choice([0, indent])
            self.lines.append(pad + self.comment() if self.sometimes(0.7) else "")

    def value(self, text: str, indent: int) -> str:
        """Write a text, from behind its colon or dash to its last line."""
        double = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        pad = "\n" + " " * (indent + self.chance.randint(1, 4))
        left, _, right = text.partition(" ")
        styles: list[Callable[[], str]] = [
            lambda: f"  {single(text)}{self.behind()}",
            lambda: f" {double}{self.behind()}",
            lambda: f" |-{self.behind()}{pad}{text}",
        ]
        if right:
            styles.append(lambda: f" >-{self.behind()}{pad}{left}{pad}{right}")
            styles.append(lambda: f" {single(text).replace(' ', pad, 1)}{self.behind()}")
        if re.fullmatch("[a-z]+ [a-z ]+", text):
            styles.append(lambda: f"  {text}{self.behind()}")
        return self.chance.choice(styles)()

    def entry(self, key: str) -> None:
        indent = self.chance.choice([1, 2, 2, 4])
        pad = " " * indent
        fields = [f"{pad}quote:{self.value(self.words(), indent)}"]
        if self.sometimes(0.8):
            fields.insert(0, f"{pad}verdict: {self.chance.choice(list(Verdict))}{self.behind()}")
        if self.sometimes(0.2):
            fields.append(f"{pad}disagreement: [ disputed , sourced ]{self.behind()}")
        if self.sometimes(0.3):
            fields.append(f"{pad}copy: [1, 2]{self.behind()}")
        fields += [
            f"{pad}{name}:{self.value(self.words(), indent)}"
            for name in ("source", "note", "of-mine", "before")
            if self.sometimes(0.4)
        ]
        if self.sometimes(0.4):
            fields.append(self.evidence(indent))
        fields += [self.links(one, indent) for one in Relation if self.sometimes(0.15)]
        if self.sometimes(0.2):
            deep = " " * (indent + 3)
            fields.append(f"{pad}tool:\n{deep}a: {{b: [1, 2]}} {self.comment()}\n{deep}c: 'x # y'")
        if self.sometimes(0.4):
            self.chance.shuffle(fields)
        self.lines.append(f"{self.chance.choice([key, repr(key)])}:{self.behind()}")
        for one in fields:
            self.between(indent)
            self.lines.append(one)

    def evidence(self, indent: int) -> str:
        pad = " " * indent
        items = [self.words(1, 4) for _ in range(self.chance.randint(1, 4))]
        if self.sometimes(0.3):
            quoted = ", ".join(map(single, items))
            return f"{pad}evidence: [{quoted}]{self.behind()}"
        dash = indent + self.chance.choice([0, 2])
        lines = [f"{pad}evidence:{self.behind()}"]
        for one in items:
            if self.sometimes(0.2):
                lines.append(" " * dash + self.comment())
            lines.append(f"{' ' * dash}-{self.value(one, dash)}")
        return "\n".join(lines)

    def link(self) -> Link:
        number = self.chance.randint(0, 2)
        relation = self.chance.choice(list(Relation))
        note = self.words() if self.sometimes(0.5) else ""
        return Link(relation, f"b{number}.txt", f"key-{number}", self.words(1, 20), note)

    def links(self, relation: Relation, indent: int) -> str:
        pad = " " * indent
        dash = indent + self.chance.choice([0, 2])
        lines = [f"{pad}{relation}:{self.behind()}"]
        for number in range(self.chance.randint(1, 3)):
            if self.sometimes(0.2):
                lines.append(" " * dash + self.comment())
            inner = [
                f"file: b{number}.txt",
                f"key: key-{number}",
                f"quote: {single(self.words(1, 4))}",
            ]
            if self.sometimes(0.3):
                inner.append("note: 'mine # too'")
            if self.sometimes(0.3):
                lines.append(f"{' ' * dash}- {{{', '.join(inner)}}}")
                continue
            self.chance.shuffle(inner)
            gap = " " * self.chance.randint(1, 3)
            lines.append(f"{' ' * dash}-{gap}{inner[0]}{self.behind()}")
            lines += [f"{' ' * (dash + 1)}{gap}{one}{self.behind()}" for one in inner[1:]]
        return "\n".join(lines)

    def file(self) -> bytes:
        if self.sometimes(0.2):
            self.lines.append("---")
        self.between(0)
        self.lines += [
            f"reader: 1{self.behind()}",
            "article: 'a.txt'",
            f"reviewer: alice{self.behind()}",
        ]
        for number in range(self.chance.randint(0, 6)):
            self.lines += [""] if self.sometimes(0.8) else []
            self.between(0)
            self.entry(f"key-{number}-abcdef0")
        self.between(0)
        text = "\n".join(self.lines) + self.chance.choice(["\n", "\n", "\n", "\n\n", ""])
        if self.sometimes(0.2):
            text = text.replace("\n", "\r\n")
        return (b"\xef\xbb\xbf" if self.sometimes(0.1) else b"") + text.encode()

    def edit(self, sidecar: Sidecar) -> Edit:
        keys = list(sidecar.judgements)
        if keys and self.sometimes(0.75):
            key = self.chance.choice(keys)
            about = Subject(key, sidecar.judgements[key].anchor, "the mayor")
            evidence = sidecar.judgements[key].evidence
        else:
            anchor = Anchor(self.words(), self.words(1, 3))
            following = tuple(self.chance.sample(keys, min(len(keys), 2)))
            about = Subject(make_key(anchor), anchor, "the mayor", following)
            evidence = ()
        moved = Subject(about.key, Anchor(self.words(), "", self.words(1, 5)), "", ())
        edits: list[Edit] = [
            SetVerdict(about, self.chance.choice(list(Verdict))),
            SetVerdict(about, None),
            SetVerdict(moved, Verdict.SOURCED, anew=True),
            SetNote(about, self.words(0, 30)),
            SetNote(about, f"{self.words()}\n{self.words()}"),
            SetEvidence(about, (*evidence, self.words(1, 20))),
            SetEvidence(about, evidence[1:]),
            Remove(about),
            AddLink(about, self.link()),
            AddLink(about, self.link()),
            RemoveLink(about, self.link().id),
        ]
        return self.chance.choice(edits)


def _entry_lines(raw: bytes) -> dict[str, list[str]]:
    """Cut a file into its entries by hand; what is above the first is called header."""
    found: dict[str, list[str]] = {"header": []}
    entry = found["header"]
    for line in raw.decode("utf-8-sig").splitlines():
        if key := re.match(r"[\"']?(key-[0-9]-abcdef0|[a-z0-9-]+-[0-9a-f]{7})[\"']?:", line):
            entry = found.setdefault(key[1], [])
        if line.strip() and not line.lstrip().startswith("#"):
            entry.append(line)
    return found


@pytest.mark.parametrize("seed", range(_FILES))
def test_comments_and_other_peoples_lines_survive_any_edits(seed: int) -> None:
    hand = Hand(random.Random(seed))
    raw = hand.file()
    sidecar = parse(raw, "FILE", reviewer="alice", article="a.txt")
    comments = sorted(_COMMENT.findall(raw))
    states, undos = [sidecar], []
    for _ in range(_EDITS):
        edit = hand.edit(sidecar)
        before = _entry_lines(sidecar.raw)
        sidecar, undo = apply(sidecar, edit)
        after = _entry_lines(sidecar.raw)
        before.pop(edit.subject.key, None)
        after.pop(edit.subject.key, None)
        assert after == before
        assert sorted(_COMMENT.findall(sidecar.raw)) == comments
        states.append(sidecar)
        undos.append(undo)
    for state, undo in zip(states[-2::-1], undos[::-1], strict=True):
        sidecar, _ = apply(sidecar, undo)
        assert sidecar.raw == state.raw


@pytest.mark.parametrize("seed", range(1000, 1000 + _FILES // 2))
def test_comments_of_ours_survive_any_merge(seed: int) -> None:
    hand = Hand(random.Random(seed))
    base = parse(hand.file(), "FILE")
    ours, theirs = base, base
    for _ in range(4):
        ours, _undo = apply(ours, hand.edit(ours))
        theirs, _undo = apply(theirs, hand.edit(theirs))
    merged = merge(base, ours, theirs)
    lost = Counter(_COMMENT.findall(ours.raw)) - Counter(_COMMENT.findall(merged.raw))
    assert not lost
    assert parse(merged.raw, "FILE") == merged


def test_a_comment_behind_a_value_stays_behind_it() -> None:
    raw = (
        b"reader: 1\narticle: a.txt\nreviewer: alice\n\n"
        b"k-1234567:  # the mayor's\n  verdict: sourced   # rang him\n  quote: 'q'\n"
    )
    sidecar, _ = apply(
        parse(raw, "FILE"), SetVerdict(Subject("k-1234567", Anchor("q")), Verdict.DISPUTED)
    )
    assert sidecar.raw == raw.replace(b"sourced ", b"disputed ")


def test_a_comment_far_to_the_right_does_not_become_a_part_of_a_note() -> None:
    raw = (
        b"reader: 1\narticle: a.txt\nreviewer: alice\n\nk-1234567:\n  verdict: sourced\n"
        b"  quote: 'q'\n  note: short\n        # far to the right\n  before: b\n"
    )
    note = "A note that is so long that it needs more than a line, as notes on sourcing often do."
    sidecar, undo = apply(parse(raw, "FILE"), SetNote(Subject("k-1234567", Anchor("q")), note))
    assert sidecar.judgements["k-1234567"].note == note
    assert b"\n  # far to the right\n" in sidecar.raw
    assert apply(sidecar, undo)[0].raw == raw
