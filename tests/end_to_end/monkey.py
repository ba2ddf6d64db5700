"""A monkey at the keyboard, and in the folder: it does anything, and nothing may break.

Everything it does follows from a seed. `python -m tests.end_to_end.monkey --help` lets it play for
long; `test_monkey.py` for a moment.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from reader.sidecar import parse
from reader.ui.keys.actions import ACTIONS
from reader.ui.leaving import PATIENCE
from tests.articles import HARBOUR, TIDES, write_articles
from tests.end_to_end.terminal import Terminal

WATCHED = Path(__file__).with_name("watched.py")
SIZES = [(160, 45), (100, 30), (60, 20), (30, 8), (200, 12), (20, 5)]
_SHEET = "▊"
"""The left border of a sheet."""
_HELP = re.compile(f"{_SHEET} +Keys ")
_NOTHING_LEFT = "Nothing to undo"
_TRIES = 20

_BYTES = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}
_BOUND = [key for action in ACTIONS for key in action.keys]
_ODD = ["\x1b\r", "\n", "\x7f", "\x1bs", "\x1b[Z", "\x00", "\x1b[1;5C", "\x1b[99~", "\x15"]
_WORDS = ["the ramp", "post", "s u d", "“no”\r", "港口 é", "zz", "12", ": # -", "[b]"]
_PASTES = ["a\rb\rc", "\x1bs\x1b[31mu", "x" * 5000, "", "\x1b[200~", "‮evil\x07"]
_FOCUS_LOST, _FOCUS_BACK = "\x1b[O", "\x1b[I"

_LONG = "".join(f"“The quay is wet on day {day},” said Maud Okter.\n\n" for day in range(60))
ARTICLES: Mapping[str, str | bytes] = {
    **HARBOUR,
    "1-zbinary.txt": b"\0\1\2",
    "4-tides.txt": TIDES,
    "5-quay.txt": _LONG,
}
_OWN = "alice"


class Monkey:
    """Plays with a folder that it made; with `wild`, others change the folder meanwhile."""

    def __init__(self, place: Path, seed: int, *, wild: bool) -> None:
        self.folder = write_articles(place / "harbour", ARTICLES)
        self.log = place / "unseen"
        self.stay = place / "stay"
        self.chance = random.Random(seed)
        self.done: list[str] = []
        self._kept: dict[str, bytes] = {}
        self._keys = 0
        plays: list[tuple[int, Callable[[Terminal], str]]] = [
            (50, self._press),
            (15, self._judge),
            (8, self._type),
            (4, self._burst),
            (4, self._paste),
            (4, self._click),
            (4, self._resize),
            (4, self._turn_away),
            (6, self._wait),
        ]
        if wild:
            self._git("init", "-q", "-b", "main")
            self._commit()
            self._git("branch", "other")
            plays += [(3, self._edit), (2, self._remove), (3, self._replace), (2, self._break)]
            plays += [(2, self._check_out)]
        self._weights, self._plays = zip(*plays, strict=True)
        self._wild = wild

    def play(self, steps: int) -> None:
        """Do so many things, end in good order, and check what must hold; AssertionError."""
        before = self._bytes()
        options: list[str | Path] = [self.folder, "--reviewer", _OWN]
        self.stay.touch()
        told = {"WATCHED": str(self.log), "STAY": str(self.stay)}
        with Terminal(options, 100, 30, (str(WATCHED),), **told) as terminal:
            terminal.until(lambda: terminal.screen.is_alternate, "the screen to be taken")
            for _ in range(steps):
                (play,) = self.chance.choices(self._plays, self._weights)
                self.done.append(play(terminal))
                terminal.read()
                assert terminal.process.poll() is None, "it ended"
            self._come_back(terminal)
            self._undo_everything(terminal)
            assert self._leave(terminal) in (0, 1)
            assert terminal.is_restored(), "the terminal is not as it was"
        assert "Traceback" not in terminal.screen.text
        assert not self.log.exists(), self.log.read_text()
        self._check_sidecars()
        if not self._wild:
            assert self._bytes() == before, "undoing everything does not lead back to the start"

    # What it does at the keyboard

    def _press(self, terminal: Terminal) -> str:
        keys = self.chance.choices(_BOUND * 4 + _ODD, k=self.chance.choice([1, 1, 1, 2, 5]))
        return self._send(terminal, "".join(_BYTES.get(key, key) for key in keys))

    def _judge(self, terminal: Terminal) -> str:
        away = self.chance.choices([" ", "\x1b[5~", "g", "G", "\x1b[B", "j", "n", "\t", ""], k=2)
        sheets_away = self.chance.choice([["\x1b", "\x1b"], []])
        for escape in sheets_away:
            self._send(terminal, escape)
            self._pause(terminal, 0.3)  # With the next key right behind it, it is another key.
        return self._send(terminal, "".join(away) + self.chance.choice("sudx.0\r"))

    def _type(self, terminal: Terminal) -> str:
        return self._send(terminal, self.chance.choice(_WORDS))

    def _burst(self, terminal: Terminal) -> str:
        return self._send(terminal, self.chance.choice(["jk", "c", "s", " ", "word "]) * 150)

    def _paste(self, terminal: Terminal) -> str:
        return self._send(terminal, f"\x1b[200~{self.chance.choice(_PASTES)}\x1b[201~")

    def _click(self, terminal: Terminal) -> str:
        column = self.chance.randint(1, terminal.screen.columns)
        row = self.chance.randint(1, terminal.screen.row_count)
        button = self.chance.choice([0, 0, 64, 65])
        press = f"\x1b[<{button};{column};{row}M"
        return self._send(terminal, press + (press[:-1] + "m" if button == 0 else ""))

    def _turn_away(self, terminal: Terminal) -> str:
        return self._send(terminal, self.chance.choice([_FOCUS_LOST, _FOCUS_BACK]))

    def _send(self, terminal: Terminal, keys: str) -> str:
        self._keys += len(keys)
        terminal.press(keys)
        return repr(keys[:40])

    def _resize(self, terminal: Terminal) -> str:
        columns, rows = self.chance.choice(SIZES)
        terminal.resize(columns, rows)
        return f"{columns}×{rows}"

    def _wait(self, terminal: Terminal) -> str:
        self._pause(terminal, self.chance.choice([0.1, 0.5, 1.2]))
        return "wait"

    def _pause(self, terminal: Terminal, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            terminal.read()

    # What others do in the folder meanwhile

    def _edit(self, _: Terminal) -> str:
        path = self._article()
        if path is None or path.name == "1-zbinary.txt":
            return "nothing to edit"
        text = path.read_text(errors="replace")
        paragraphs = text.split("\n\n")
        place = self.chance.randrange(len(paragraphs))
        change = self.chance.choice(["drop", "double", "reword", "add", "binary"])
        if change == "drop":
            del paragraphs[place]
        elif change == "double":
            paragraphs.insert(place, paragraphs[place])
        elif change == "reword":
            paragraphs[place] = paragraphs[place].replace("the", "that").replace("said", "says")
        elif change == "add":
            paragraphs.insert(place, "“It was raining all night,” said a neighbour.")
        path.write_bytes(b"\0\0" if change == "binary" else "\n\n".join(paragraphs).encode())
        return f"{change} in {path.name}"

    def _remove(self, _: Terminal) -> str:
        if self._kept:
            name, raw = self._kept.popitem()
            (self.folder / name).write_bytes(raw)
            return f"{name} is back"
        path = self._article()
        if path is None:
            return "nothing to remove"
        self._kept[path.name] = path.read_bytes()
        path.unlink()
        return f"{path.name} is gone"

    def _replace(self, _: Terminal) -> str:
        sidecars = self._sidecars()
        if not sidecars:
            return "no sidecar"
        path = self.chance.choice(sidecars)
        lines = path.read_text(errors="replace").split("\n")
        change = self.chance.choice(["remove", "verdict", "comment", "note"])
        if change == "remove":
            path.unlink()
        elif change == "verdict":
            turned = [line.replace("verdict: sourced", "verdict: disputed") for line in lines]
            path.write_text("\n".join(turned))
        elif change == "comment":
            path.write_text("\n".join(["# by hand", *lines]))
        else:
            path.write_text("\n".join(line for line in lines if not line.startswith("  note:")))
        return f"{change} in {path.name}"

    def _break(self, _: Terminal) -> str:
        broken = [path for path in self._sidecars() if b"<<<<<<<" in path.read_bytes()]
        if broken:
            broken[0].unlink()
            return f"{broken[0].name} is mended"
        path = self.folder / f"1-courier.txt.review.{_OWN}.yaml"
        path.write_bytes(b"<<<<<<< HEAD\nreader: 1\n=======\n>>>>>>> theirs\n")
        return f"{path.name} is broken"

    def _check_out(self, _: Terminal) -> str:
        self._commit()
        branch = self.chance.choice(["main", "other"])
        self._git("checkout", "-q", "-f", branch)
        return f"checkout {branch}"

    def _commit(self) -> None:
        self._git("add", "-A")
        who = ("-c", "user.name=m", "-c", "user.email=m@example.org")
        self._git(*who, "commit", "-q", "--allow-empty", "-m", "so far")

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, capture_output=True)

    def _article(self) -> Path | None:
        articles = sorted(self.folder.glob("*.txt"))
        return self.chance.choice(articles) if articles else None

    def _sidecars(self) -> list[Path]:
        return sorted(self.folder.glob("*.review.*.yaml"))

    # The end

    def _come_back(self, terminal: Terminal) -> None:
        """Put away whatever is over the desk, once every key has had its turn."""
        terminal.resize(100, 30)
        terminal.press(_FOCUS_BACK)
        for _ in range(_TRIES):
            terminal.press("\x1b")
            self._rest(terminal)
            # Help comes up once all that was typed before is done, and only over the desk.
            terminal.press("?")
            self._rest(terminal)
            if terminal.process.poll() is not None:
                return
            if _HELP.search(terminal.screen.text):
                terminal.press("\x1b")
                terminal.shows_no(_SHEET)
                return
        raise AssertionError(f"there is no way back to the desk:\n{terminal.screen.text}")

    def _rest(self, terminal: Terminal) -> None:
        """Read until nothing is painted for a while: there is nothing else to wait for."""
        last = ""
        while last != terminal.screen.text:
            last = terminal.screen.text
            self._pause(terminal, 0.4)

    def _undo_everything(self, terminal: Terminal) -> None:
        for _ in range(0, self._keys, 40):
            terminal.press("z" * 40)
            self._come_back(terminal)
            terminal.press("z")
            self._rest(terminal)
            if _NOTHING_LEFT in terminal.screen.text:
                return
        assert self._wild, f"there is no end of undoing:\n{terminal.screen.text}"

    def _leave(self, terminal: Terminal) -> int:
        """Quit, leaving behind what cannot be saved; gives the exit code."""
        self.stay.unlink()
        for _ in range(_TRIES):
            terminal.press("q")
            self._pause(terminal, 2 * PATIENCE)
            self._rest(terminal)
            if "L leaves" in terminal.screen.text:
                terminal.press("L")
                break
            if terminal.process.poll() is not None:
                break
            self._come_back(terminal)  # A sheet that came up late took the key.
        return terminal.ends()

    def _check_sidecars(self) -> None:
        for path in self._sidecars():
            raw = path.read_bytes()
            if b"<<<<<<<" not in raw:
                parse(raw, str(path))

    def _bytes(self) -> Mapping[str, bytes]:
        files = (path for path in sorted(self.folder.iterdir()) if path.is_file())
        return {path.name: path.read_bytes() for path in files}


def main() -> None:
    """Play round after round, a seed each, calm and wild in turn; stop at what breaks."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="how often (default: 20)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default: 0)")
    parser.add_argument(
        "--steps", type=int, default=200, help="what it does in each (default: 200)"
    )
    options = parser.parse_args()
    for seed in range(options.seed, options.seed + options.rounds):
        with tempfile.TemporaryDirectory() as place:
            monkey = Monkey(Path(place), seed, wild=seed % 2 == 1)
            try:
                monkey.play(options.steps)
            except Exception:
                print(
                    f"seed {seed} broke it; the last things done:", *monkey.done[-30:], sep="\n  "
                )
                raise
        print(f"seed {seed}: sound", flush=True)


if __name__ == "__main__":
    main()
