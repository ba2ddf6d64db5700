"""Every way by which somebody else's words come in, as doors that a test pushes a text through.

Whatever is new and comes from outside (a field of a file, a name, an option) gets its door here:
then everything that shows it is tested. `test_doors` fails where a field has none.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.article import Article, FrontMatter
from reader.judgement import Anchor, Judgement, Link, Relation, Verdict, in_order, make_key
from reader.review.items import find
from reader.sidecar import sidecar_name
from reader.sidecar.changes.splice import entry_text
from reader.sidecar.format import header_text
from reader.sidecar.format.emitter import one_line
from reader.speakers import speakers_name
from tests.articles import write_articles

REVIEWER = "alice"
TOLD = "“The ramp is cracked,” said Ilse Brandt, the harbour master.\n"
ARTICLE = f"---\ntitle: Ramp closed\noutlet: Tarn Post\n---\n{TOLD}\n“It was welded,” said Holm.\n"
NAME = "1-ramp.txt"
_ANCHOR = Anchor("“The ramp is cracked,”", "Ilse Brandt, the harbour master", "", "said Ilse")
_KEY = make_key(_ANCHOR)
_DESK = "reader: 1\n"


@dataclass
class World:
    """A corpus with one article and everything around it; `options` are the command line's."""

    folder: Path
    home: Path
    environ: dict[str, str] = field(default_factory=dict)
    options: list[str] = field(default_factory=lambda: ["--reviewer", REVIEWER])
    paths: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, place: Path) -> World:
        """Make one, in which alice has judged the article's first statement."""
        world = cls(write_articles(place / "corpus", {NAME: ARTICLE}), place / "home")
        world.environ["XDG_CONFIG_HOME"] = str(world.home / "config")
        world.environ["XDG_STATE_HOME"] = str(world.home / "state")
        world.environ["XDG_CACHE_HOME"] = str(world.home / "cache")
        world.paths = [str(world.folder)]
        (world.folder / "reader.yaml").write_text(f"{_DESK}reviewers: [{REVIEWER}]\n")
        world.judge(replace(JUDGED))
        return world

    @property
    def config(self) -> Path:
        """The folder of the config, which is there."""
        folder = self.home / "config" / "reader"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @property
    def cache(self) -> Path:
        """The folder of the cache, which is there."""
        folder = self.home / "cache" / "reader"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def judge(self, *judgements: Judgement, reviewer: str = REVIEWER, more: str = "") -> Path:
        """Write a sidecar of these judgements."""
        text = header_text(NAME, reviewer) + "".join(f"\n{entry_text(one)}" for one in judgements)
        path = self.folder / sidecar_name(NAME, reviewer)
        path.write_text(text + more, encoding="utf-8", errors="replace")
        return path

    def tell(self, old: str, new: str) -> None:
        """Change the article's words."""
        path = self.folder / NAME
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8", errors="surrogateescape")


JUDGED = Judgement(_KEY, _ANCHOR, Verdict.SOURCED, "Ilse Brandt")
GONE = Judgement("gone-1234567", Anchor("Nobody said that", "nobody"), Verdict.DISPUTED, "nobody")

Door = Callable[[World, str], None]
DOORS: dict[str, Door] = {}


def door(name: str) -> Callable[[Door], Door]:
    """Add a door by name."""

    def added(opened: Door) -> Door:
        DOORS[name] = opened
        return opened

    return added


def quoted(text: str) -> str:
    """A text as YAML, whatever it holds."""
    return one_line(text)


def file_name(text: str) -> str:
    """A text as a file name, which takes everything but two characters."""
    name = text.replace("/", "_").replace("\0", "_").encode("utf-8", "surrogateescape")[:100]
    return os.fsdecode(name)


def _in_sidecar(name: str, *judgements: Callable[[str], Judgement]) -> None:
    def put(world: World, text: str) -> None:
        world.judge(*(make(text) for make in judgements))

    DOORS[name] = put


_in_sidecar("sidecar: note", lambda text: replace(JUDGED, note=text))
_in_sidecar("sidecar: evidence", lambda text: replace(JUDGED, evidence=(text, text)))
_in_sidecar("sidecar: speaker", lambda text: replace(GONE, speaker=text))
_in_sidecar("sidecar: quote", lambda text: replace(GONE, anchor=Anchor(f"q {text}", "s")))
_in_sidecar("sidecar: source", lambda text: replace(GONE, anchor=Anchor("q", text)))
_in_sidecar(
    "sidecar: before, after", lambda text: replace(GONE, anchor=Anchor("q", "s", text, text))
)
_in_sidecar("sidecar: key", lambda text: replace(GONE, key=f"k{text}"))
_in_sidecar("sidecar: key of a statement", lambda text: replace(JUDGED, key=f"k{text}"))


@door("sidecar: verdict")
def _verdict(world: World, text: str) -> None:
    path = world.judge(JUDGED)
    path.write_text(path.read_text().replace("sourced", quoted(text)))


@door("sidecar: disagreement")
def _disagreement(world: World, text: str) -> None:
    world.judge(JUDGED, more=f"  disagreement: [{quoted(text)}]\n")


@door("sidecar: copy")
def _copy(world: World, text: str) -> None:
    world.judge(JUDGED, more=f"  copy: {quoted(text)}\n")


_NAMES = ", ".join(Relation)
_in_sidecar(
    f"sidecar: {_NAMES}",
    lambda text: replace(
        JUDGED,
        links=in_order(Link(one, f"f{text}", f"k{text}", f"q{text}", text) for one in Relation),
    ),
)


@door("sidecar: a link")
def _link(world: World, text: str) -> None:
    world.judge(JUDGED, more=f"  same:\n  - {quoted(text)}\n  - {{file: {quoted(text)}}}\n")


@door("sidecar: a link's field")
def _link_field(world: World, text: str) -> None:
    link = f"file: f, key: {quoted(text)}, quote: q, {quoted(text)}: x"
    world.judge(JUDGED, more=f"  same:\n  - {{{link}}}\n")


@door("sidecar: reader")
def _version(world: World, text: str) -> None:
    path = world.judge(JUDGED)
    path.write_text(path.read_text().replace("reader: 1", f"reader: {quoted(text)}", 1))


@door("sidecar: article")
def _article(world: World, text: str) -> None:
    path = world.judge(JUDGED)
    path.write_text(path.read_text().replace(NAME, quoted(text), 1))


@door("sidecar: reviewer")
def _reviewer(world: World, text: str) -> None:
    path = world.judge(JUDGED)
    path.write_text(path.read_text().replace("reviewer: alice", f"reviewer: {quoted(text)}", 1))


@door("sidecar: a field's name")
def _own_field(world: World, text: str) -> None:
    world.judge(JUDGED, more=f"  {quoted(text)}: {quoted(text)}\n")


@door("sidecar: a section's name")
def _own_section(world: World, text: str) -> None:
    world.judge(JUDGED, more=f"{quoted(text)}: {quoted(text)}\n")


@door("sidecar: a conflict")
def _conflict(world: World, text: str) -> None:
    side = text.replace("\n", " ").replace("\r", " ")
    world.judge(JUDGED, more=f"<<<<<<< {side}\n=======\n>>>>>>> {side}\n")


@door("sidecar: bytes")
def _bytes(world: World, text: str) -> None:
    world.judge(JUDGED, more=text)


@door("sidecar: its name, without an article")
def _stray(world: World, text: str) -> None:
    name = f"{file_name(text)}.txt.review.{REVIEWER}.yaml"
    (world.folder / name).write_text(header_text("gone.txt", REVIEWER) + f"\n{entry_text(GONE)}")


def _in_speakers(name: str, lines: Callable[[str], str]) -> None:
    def put(world: World, text: str) -> None:
        path = world.folder / speakers_name(REVIEWER)
        path.write_text(lines(text), "utf-8", "replace")

    DOORS[f"speakers: {name}"] = put


_HEAD = "reader: 1\nreviewer: alice\n"
_in_speakers("an alias", lambda text: f"{_HEAD}./:\n  {quoted(text)}: Ilse Brandt\n")
_in_speakers("a speaker", lambda text: f"{_HEAD}./:\n  Ilse Brandt: {quoted(text)}\n")
_in_speakers("a place", lambda text: f"{_HEAD}{quoted('./' + text)}:\n  A: B\n")
_in_speakers("a field's name", lambda text: f"{_HEAD}{quoted(text)}: x\n")
_in_speakers("reader", lambda text: f"reader: {quoted(text)}\nreviewer: alice\n")
_in_speakers("reviewer", lambda text: f"reader: 1\nreviewer: {quoted(text)}\n")
_in_speakers("a circle", lambda t: f"{_HEAD}./:\n  {quoted(t)}: A\n  A: {quoted(t)}\n")
_in_speakers("bytes", lambda text: text)


def _in_policy(name: str, lines: Callable[[str], str]) -> None:
    def put(world: World, text: str) -> None:
        (world.folder / "reader.yaml").write_text(lines(text), "utf-8", "replace")

    DOORS[f"policy: {name}"] = put


_TEAM = f"{_DESK}reviewers: [alice]\n"
_in_policy("reader", lambda text: f"reader: {quoted(text)}\nreviewers: [alice]\n")
_in_policy("reviewers", lambda text: f"{_DESK}reviewers:\n- {quoted(text)}\n")
_in_policy("adjudicators", lambda text: f"{_TEAM}adjudicators:\n- {quoted(text)}\n")
_in_policy("blind", lambda text: f"{_TEAM}blind: {quoted(text)}\n")
_in_policy("assign", lambda text: f"{_TEAM}assign: {quoted(text)}\n")
_in_policy("an article", lambda text: f"{_TEAM}assign:\n  {quoted(text)}: [alice]\n")
_in_policy("who is assigned", lambda text: f"{_TEAM}assign:\n  {NAME}:\n  - {quoted(text)}\n")
_in_policy("check", lambda text: f"{_TEAM}check: {quoted(text)}\n")
_in_policy("a rule", lambda text: f"{_TEAM}check:\n  {quoted(text)}: error\n")
_in_policy("a rule's level", lambda text: f"{_TEAM}check:\n  stray: {quoted(text)}\n")
_in_policy("a rule's limit", lambda text: f"{_TEAM}check:\n  coverage: {{min: {quoted(text)}}}\n")
_in_policy("reasons", lambda text: f"{_TEAM}reasons:\n- {quoted(text)}\n")
_in_policy("guidelines", lambda text: f"{_TEAM}guidelines: {quoted(text)}\n")
_in_policy("a field's name", lambda text: f"{_TEAM}{quoted(text)}: x\n")
_in_policy("bytes", lambda text: text)


@door("another reviewer's name")
def _other(world: World, text: str) -> None:
    world.judge(replace(JUDGED, verdict=Verdict.DISPUTED), reviewer=text or "bob")


@door("another reviewer's note")
def _others_note(world: World, text: str) -> None:
    world.judge(replace(JUDGED, note=text, evidence=(text,)), reviewer="bob")


@door("another reviewer's broken sidecar")
def _others_broken(world: World, text: str) -> None:
    (world.folder / f"{NAME}.review.{file_name(text)}.yaml").write_text(f"reader: {quoted(text)}")


@door("what reviewers differ on")
def _differing(world: World, text: str) -> None:
    world.tell("cracked", f"cracked {text} through")
    article = Article.from_bytes(world.folder / NAME, NAME, (world.folder / NAME).read_bytes())
    found = find(article.text)
    for reviewer, verdict in ((REVIEWER, Verdict.SOURCED), (text or "bob", Verdict.DISPUTED)):
        made = [Judgement(f"k{one.key}{text}", one.anchor, verdict) for one in found.bare]
        world.judge(*made, reviewer=reviewer)


@door("article: what is said")
def _said(world: World, text: str) -> None:
    world.tell("cracked", f"cracked {text} through")


@door("article: who says it")
def _sayer(world: World, text: str) -> None:
    world.tell("Ilse Brandt", f"Ilse {text} Brandt")


@door("article: headline")
def _headline(world: World, text: str) -> None:
    (world.folder / NAME).write_text(f"Ramp {text} closed\n\n{TOLD}", errors="surrogateescape")


def _in_front_matter(name: str) -> None:
    def put(world: World, text: str) -> None:
        world.tell("---\n", f"---\n{name}: {quoted(text)}\n")
        if name in ("title", "outlet"):
            old = "Ramp closed" if name == "title" else "Tarn Post"
            world.tell(f"\n{name}: {old}", "")

    DOORS[f"front matter: {name}"] = put


for _name in FrontMatter.__slots__:
    _in_front_matter(_name)


@door("front matter: a field's name")
def _front_field(world: World, text: str) -> None:
    world.tell("---\n", f"---\n{quoted(text)}: 1\n{quoted(text)}: 2\n")


@door("front matter: bytes")
def _front_bytes(world: World, text: str) -> None:
    world.tell("---\n", f"---\n{text}: [\n")


@door("article: its name")
def _article_name(world: World, text: str) -> None:
    (world.folder / NAME).rename(world.folder / f"{file_name(text)}.txt")


@door("article: its folder's name")
def _folder_name(world: World, text: str) -> None:
    name = f"f{file_name(text)}"
    (world.folder / name).mkdir()
    (world.folder / NAME).rename(world.folder / name / NAME)


@door("corpus: its name")
def _corpus_name(world: World, text: str) -> None:
    world.folder = world.folder.rename(world.folder.with_name(f"c{file_name(text)}"))
    world.paths = [str(world.folder)]


@door("what is no article: its name")
def _binary(world: World, text: str) -> None:
    (world.folder / f"{file_name(text)}.txt").write_bytes(b"\0\1\2\3" * 50)
    os.mkfifo(world.folder / f"p{file_name(text)}.txt")
    (world.folder / f"l{file_name(text)}.txt").symlink_to("/etc/hostname")


@door("a path that is not there")
def _path(world: World, text: str) -> None:
    world.paths = [str(world.folder / file_name(text))]


@door("--reviewer")
def _option(world: World, text: str) -> None:
    world.options = ["--reviewer", text.replace("\0", "")]


@door("--reviews")
def _reviews(world: World, text: str) -> None:
    folder = world.home / file_name(text)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / sidecar_name(NAME, REVIEWER)).write_text("reader: 1\nreviewer: [\n")
    world.options += ["--reviews", str(folder)]


@door("an option that is none")
def _no_option(world: World, text: str) -> None:
    world.options += ["--" + text.replace("\0", "")]


@door("$READER_REVIEWER")
def _environment(world: World, text: str) -> None:
    world.environ["READER_REVIEWER"] = text.replace("\0", "")
    world.options = []


@door("git: user.email")
def _email(world: World, text: str) -> None:
    world.options = []
    subprocess.run(["git", "init", "--quiet", world.folder], check=True)
    value = text.replace("\0", "") or "x"
    subprocess.run(["git", "-C", world.folder, "config", "user.email", value], check=True)


def _in_config(name: str, line: Callable[[str], str]) -> None:
    def put(world: World, text: str) -> None:
        (world.config / "config.yaml").write_text(line(text), "utf-8", "replace")

    DOORS[f"config: {name}"] = put


_in_config("reviewer", lambda text: f"reviewer: {quoted(text)}\n")
_in_config("theme", lambda text: f"theme: {quoted(text)}\n")
_in_config("keys", lambda text: f"keys: {quoted(text)}\n")
_in_config("an action's name", lambda text: f"keys:\n  {quoted(text)}: y\n")
_in_config("an action's key", lambda text: f"keys:\n  undo: [{quoted(text)}]\n")
_in_config("a field's name", lambda text: f"{quoted(text)}: 1\n")
_in_config("bytes", lambda text: text)


def _in_theme(name: str, line: Callable[[str], str]) -> None:
    def put(world: World, text: str) -> None:
        folder = world.config / "themes"
        folder.mkdir(exist_ok=True)
        (folder / "mine.yaml").write_text(line(text), "utf-8", "replace")

    DOORS[f"theme: {name}"] = put


_in_theme("name", lambda text: f"name: {quoted(text)}\ncolors: {{}}\nvariables: {{}}\n")
_in_theme("dark", lambda text: f"dark: {quoted(text)}\ncolors: {{}}\nvariables: {{}}\n")
_in_theme("colors", lambda text: f"colors: {{primary: {quoted(text)}}}\nvariables: {{}}\n")
_in_theme("variables", lambda text: f"colors: {{}}\nvariables: {{{quoted(text)}: x}}\n")
_in_theme("bytes", lambda text: text)


@door("theme: its file's name")
def _theme_file(world: World, text: str) -> None:
    folder = world.config / "themes"
    folder.mkdir(exist_ok=True)
    (folder / f"{file_name(text)}.yaml").write_text("name: [")
