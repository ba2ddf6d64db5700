"""The survey as the screen knows it: another process, asked without waiting."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from reader.span import Span
from reader.speakers import Alias, Aliases
from reader.survey.plain import (
    Elsewhere,
    KnownStory,
    Opposed,
    Place,
    ToldElsewhere,
    elsewhere_from,
    opposed_from,
    places_from,
    stories_from,
    told_from,
)
from reader.survey.plain_ledger import KnownLedger, KnownSaid, ledger_from, said_from


@dataclass(frozen=True, slots=True)
class Progress:
    """How many articles of how many have been read."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories known so far: those of the first folder, or of the whole corpus."""

    stories: tuple[KnownStory, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """The survey's process is gone without having been told to end."""


News = Progress | Stories | Ended


class SurveyProcess:
    """Surveys a corpus in a process of its own.

    `told` is called from a thread of this one's with all that the survey says of itself, `Ended`
    last. Answers come as futures, which are cancelled where the process ends before.
    """

    def __init__(self, paths: Sequence[Path], first: str, told: Callable[[News], None]) -> None:
        self._told = told
        self._lock = threading.Lock()
        self._asked: dict[int, tuple[Callable[[Any], Any], Future[Any]]] = {}
        self._number = 0
        self._closed = False
        self._ended = False
        self._requests: SimpleQueue[bytes | None] = SimpleQueue()
        # -P: what lies in the corpus' folder is never taken for a module.
        command = [sys.executable, "-P", "-m", "reader.survey", first, *map(str, paths)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C in the terminal is for the screen alone
        )
        self._listener = threading.Thread(target=self._listen, name="reader-survey", daemon=True)
        self._listener.start()
        threading.Thread(target=self._write, name="reader-survey-asks", daemon=True).start()

    def elsewhere(
        self, article: str, content: Sequence[Span], count: int = 10
    ) -> Future[list[Elsewhere]]:
        """Ask for the statements of other articles most like one, best first."""
        request = {"ask": "elsewhere", "article": article, "content": content, "count": count}
        return self._ask(request, elsewhere_from)

    def mentions(self, article: str, content: Sequence[Span]) -> Future[list[Elsewhere]]:
        """Ask what else rests on a statement's origin; likeness 0 is another claim."""
        return self._ask(
            {"ask": "mentions", "article": article, "content": content}, elsewhere_from
        )

    def told(self, article: str) -> Future[dict[tuple[Span, ...], ToldElsewhere]]:
        """Ask which statements of an article, by their content, others tell too."""
        return self._ask({"ask": "told", "article": article}, told_from)

    def contradictions(self, article: str) -> Future[list[Opposed]]:
        """Ask for what may contradict each other in an article's story, likeliest first."""
        return self._ask({"ask": "contradictions", "article": article}, opposed_from)

    def places(self, statements: Sequence[tuple[str, str]]) -> Future[list[Place | None]]:
        """Ask where statements stand, by their articles and keys; None for those not known."""
        return self._ask({"ask": "places", "statements": statements}, places_from)

    def ledger(self, aliases: Aliases, reviewer: str, reviews: Path | None) -> Future[KnownLedger]:
        """Ask for all speakers and the stories' origins, as a reviewer joins and judges them."""
        request = {
            "ask": "ledger",
            "aliases": [(*alias, speaker) for alias, speaker in aliases.items()],
            "reviewer": reviewer,
            "reviews": str(reviews) if reviews else "",
        }
        return self._ask(request, ledger_from)

    def said(self, known_as: Alias) -> Future[list[KnownSaid]]:
        """Ask for the statements of a speaker of the ledger asked for last, by one of the names."""
        return self._ask({"ask": "said", "known_as": known_as}, said_from)

    def read_again(self, article: str) -> Future[None]:
        """Have an article that changed read again."""
        return self._ask({"ask": "again", "article": article}, lambda _: None)

    def close(self) -> None:
        """End the process; safe to call again."""
        self._closed = True
        self._requests.put(None)
        with suppress(OSError):
            self._process.kill()
        self._process.wait()

    def _ask(self, request: dict[str, Any], read: Callable[[Any], Any]) -> Future[Any]:
        future: Future[Any] = Future()
        with self._lock:
            if self._ended:
                future.cancel()
                return future
            self._number += 1
            self._asked[self._number] = read, future
            self._requests.put(json.dumps(request | {"id": self._number}).encode() + b"\n")
        return future

    def _write(self) -> None:
        """Send what is asked; the process may take its time to read, nobody else waits for it."""
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin as pipe:
            while (line := self._requests.get()) is not None:
                pipe.write(line)
                pipe.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError), self._process.stdout as pipe:
            for line in pipe:
                # What is no message, say a warning that some library prints, is none of ours.
                with suppress(ValueError, TypeError, LookupError, AttributeError):
                    self._take(json.loads(line))
        with self._lock:
            self._ended = True
            left, self._asked = self._asked, {}
        for _, future in left.values():
            future.cancel()
        self._requests.put(None)
        if not self._closed:
            self._told(Ended())
            self._process.wait()

    def _take(self, message: dict[str, Any]) -> None:
        if "id" in message:
            with self._lock:
                read, future = self._asked.pop(message["id"])
            try:
                answer = read(message["answer"])
            except (ValueError, TypeError, LookupError):
                future.cancel()
                return
            if future.set_running_or_notify_cancel():
                future.set_result(answer)
        elif "stories" in message:
            stories = tuple(stories_from(message["stories"]))
            self._told(Stories(stories, message["complete"] is True))
        else:
            self._told(Progress(int(message["done"]), int(message["of"])))
