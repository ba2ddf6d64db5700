"""The process that surveys a corpus beside the screen: `python -m reader.survey FIRST PATH…`.

It reads the articles, those of FIRST's story first, and finds their statements, or takes them from
the cache. On stdout, a JSON object a line: {"done", "of"} every now and then; {"stories",
"complete"} once the first story, and then once all is compared; {"id", "answer"} to each request.
On stdin, requests: {"id", "ask", …}, where "ask" is one that `reader.survey.answers` knows, or
"again", with "article", after that one changed. It ends with its stdin.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import sys
import time
from collections import deque
from pathlib import Path
from typing import Any

from reader.corpus import ArticleError, ArticleFile, Corpus, CorpusError, open_corpus
from reader.finding import Finder
from reader.survey.answers import Answers
from reader.survey.article import SurveyedArticle, survey_article
from reader.survey.first_story import first_story
from reader.survey.survey import Survey
from reader.unforeseen import unforeseen

_KINDNESS = 10
"""How far the process stands back behind the screen's, as `nice` counts."""
_BETWEEN = 0.25
"""Seconds between two messages about progress, at least."""


def main(arguments: list[str]) -> int:
    """Survey until stdin ends."""
    first, *paths = arguments
    try:
        corpus = open_corpus([Path(path) for path in paths])
    except CorpusError:
        return 2
    _Surveyor(corpus, first, Finder.of_user(os.environ)).run()
    return 0


class _Surveyor:
    """Reads articles while nobody asks, and answers when somebody does."""

    def __init__(self, corpus: Corpus, first: str, finder: Finder) -> None:
        self._files = {file.name: file for file in corpus.files}
        self._finder = finder
        near = first_story(corpus.files, first)
        self._near = set(near)
        rest = [file.name for file in corpus.files if file.name not in self._near]
        self._waiting = deque([*near, *rest])
        self._articles: dict[str, SurveyedArticle] = {}
        self._root = corpus.root
        self._answers = Answers(Survey(()), corpus.root)
        self._compared = False
        self._tell_next = 0.0
        self._input = b""

    def run(self) -> None:
        """Work until stdin ends."""
        self._compare_if_due()
        while self._listen(wait=not self._waiting):
            if not self._waiting:
                continue
            name = self._waiting.popleft()
            self._read(self._files[name])
            self._near.discard(name)
            self._tell_progress()
            self._compare_if_due()

    def _tell_progress(self) -> None:
        """Tell how far it is, no more often than anybody reads: the screen has better to do."""
        now = time.monotonic()
        if now >= self._tell_next or not self._waiting:
            self._tell_next = now + _BETWEEN
            _send({"done": len(self._files) - len(self._waiting), "of": len(self._files)})

    def _compare_if_due(self) -> None:
        """Compare once the first story is read, and again once all is."""
        complete = not self._waiting
        if not complete and (self._near or self._compared):
            return
        in_order = [self._articles[name] for name in self._files if name in self._articles]
        survey = Survey(in_order)
        self._answers = Answers(survey, self._root)
        if in_order and not self._compared:
            _stand_back()
            self._compared = True
        stories = [{"label": story.label, "articles": story.articles} for story in survey.stories]
        _send({"stories": stories, "complete": complete})
        if complete:
            self._finder.tidy()

    def _read(self, file: ArticleFile) -> None:
        try:
            article = file.read()
        except ArticleError:
            self._articles.pop(file.name, None)
            return
        self._articles[file.name] = survey_article(article, self._finder.statements(article))

    def _listen(self, *, wait: bool) -> bool:
        """Answer what has been asked; False once stdin has ended."""
        while select.select([sys.stdin], [], [], None if wait else 0)[0]:
            read = os.read(sys.stdin.fileno(), 1 << 16)
            if not read:
                return False
            *lines, self._input = (self._input + read).split(b"\n")
            for line in lines:
                self._answer(json.loads(line))
            if lines:
                return True
        return True

    def _answer(self, request: dict[str, Any]) -> None:
        if request["ask"] == "again":
            name = request["article"]
            if name in self._files and name not in self._waiting:
                self._waiting.appendleft(name)
        _send({"id": request["id"], "answer": self._answers.answer(request)})


def _stand_back() -> None:
    """Leave the machine to the screen: what is open first is known, the rest may take its time."""
    with contextlib.suppress(OSError):
        os.nice(_KINDNESS)


def _send(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (BrokenPipeError, KeyboardInterrupt):
        sys.exit(0)  # The screen has ended.
    except Exception as error:  # noqa: BLE001 - its details are written down
        unforeseen(error, os.environ)
        sys.exit(2)
