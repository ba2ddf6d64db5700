"""On how many mouths a story rests: one speaker, one wire, or a copy of the same words is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from reader.likeness.aliases import is_name, last_word, same_speaker
from reader.statement import SignalName
from reader.survey.joining import Joined, Names
from reader.survey.said import Said

_COPY = 90.0
"""The share of letters, in per cent, from which an unnamed source's words are a copy."""
_SHINGLE = 3
"""Words in a row that a copy and what it was copied from have in common."""


@dataclass(eq=False, slots=True)
class Origin:
    """A mouth of a story, by the name it is known by, and the statements that rest on it."""

    name: str
    speaker: Joined[Said] | None
    said: list[Said] = field(default_factory=list)

    @property
    def outlets(self) -> int:
        """In how many outlets it is told."""
        return len({said.article.outlet for said in self.said})


def origins(told: Iterable[Said], names: Names[Said]) -> list[Origin]:
    """Find the origins of a story's statements, those with most statements first."""
    mouths = _Mouths(names)
    for said in told:
        mouths.add(said)
    return sorted(mouths.found, key=lambda one: -len(one.said))


class _Mouths:
    """The mouths found so far, each by what could make another statement rest on it."""

    def __init__(self, names: Names[Said]) -> None:
        self.found: list[Origin] = []
        self._names = names
        self._by_speaker: dict[int, Origin] = {}
        self._by_last_word: dict[str, list[Origin]] = defaultdict(list)
        self._by_outlet: dict[str, dict[str, Origin]] = defaultdict(dict)
        self._copied: dict[tuple[str, ...], list[tuple[Said, Origin]]] = defaultdict(list)

    def add(self, said: Said) -> None:
        """Give a statement to the mouth it rests on, be that a new one."""
        name = said.statement.origin
        speaker = self._names.found(name, said.article.name) if name else None
        origin = self._same(said, speaker)
        if origin is None:
            shown = (
                speaker.known_as[0].name if speaker else name or f"{said.article.outlet}: nobody"
            )
            origin = Origin(shown, speaker)
            self.found.append(origin)
            if name:
                self._by_last_word[last_word(name)].append(origin)
        origin.said.append(said)
        if speaker is not None:
            self._by_speaker.setdefault(id(speaker), origin)
        if _is_own_nameless(said):
            outlet = said.article.outlet
            self._by_outlet[last_word(outlet)].setdefault(outlet, origin)
        if not is_name(name):
            for shingle in _shingles(said):
                self._copied[shingle].append((said, origin))

    def _same(self, said: Said, speaker: Joined[Said] | None) -> Origin | None:
        name = said.statement.origin
        if speaker is not None and id(speaker) in self._by_speaker:
            return self._by_speaker[id(speaker)]
        for origin in self._by_last_word.get(last_word(name), ()):
            apart = speaker is not None and origin.speaker is not None
            if not apart and same_speaker(name, origin.said[0].statement.origin):
                return origin
        return self._wire(said) or self._copy_of(said)

    def _wire(self, said: Said) -> Origin | None:
        """Where another outlet is cited, that one's own words of a nameless source, or the reverse.

        Who is nameless there is nobody else than the outlet's word for it.
        """
        name = said.statement.origin
        for outlet, origin in self._by_outlet.get(last_word(name), {}).items():
            if same_speaker(outlet, name):
                return origin
        if not _is_own_nameless(said):
            return None
        outlet = said.article.outlet
        near = self._by_last_word.get(last_word(outlet), ())
        return next((one for one in near if same_speaker(one.name, outlet)), None)

    def _copy_of(self, said: Said) -> Origin | None:
        if is_name(said.statement.origin):
            return None
        seen: set[int] = set()
        for shingle in _shingles(said):
            for other, origin in self._copied.get(shingle, ()):
                if id(other) in seen or other.article.name == said.article.name:
                    continue
                seen.add(id(other))
                quotes = said.statement.quote, other.statement.quote
                if fuzz.ratio(*quotes, score_cutoff=_COPY) >= _COPY:
                    return origin
        return None


def _is_own_nameless(said: Said) -> bool:
    """Whether an outlet itself tells what somebody without a name says."""
    signals = said.statement.statement.signals
    return not said.through and any(signal.name is SignalName.ANONYMOUS for signal in signals)


def _shingles(said: Said) -> Iterator[tuple[str, ...]]:
    words = said.statement.quote.casefold().split()
    for at in range(len(words) - _SHINGLE + 1):
        yield tuple(words[at : at + _SHINGLE])
