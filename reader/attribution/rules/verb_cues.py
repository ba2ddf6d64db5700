"""Rule: a verb cue, with its source on one side and its content before, after or around it."""

from __future__ import annotations

from reader.attribution.grammar.clauses import clause_subject, cue_range, subject
from reader.attribution.grammar.contents import (
    PARTICIPLES,
    STRONG,
    TOLD,
    clause_end,
    content_end,
    content_start,
    strip,
)
from reader.attribution.grammar.neighbours import (
    BE,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from reader.attribution.grammar.noun_phrases import BREAKS, finite, phrase_end
from reader.attribution.rules.cue_odds import RELAYS, THRESHOLD, cue_odds, cue_words
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Range, Unit
from reader.language.cue_counts import CueCounts
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Trait

_INVERTING = ENGLISH.verbs.forms(Trait.INVERTS, of=FINITE)
_SAID = ENGLISH.verbs.reporting(Trait.SAID)
_HELD = ENGLISH.verbs.reporting(Trait.HELD)
_REPORTED = _SAID | _HELD
_SET_OFF = (",", "—", "–", "--", "-")
_STRANGERS = ENGLISH.word_class("strangers to speech")
_EMPTY = PRONOUNS | RELATIVES | OBJECTS | frozenset(("this", "that", "these", "those"))
_IMPERSONAL = ENGLISH.verbs.forms(Trait.IMPERSONAL) | {"turned"}
_CLAUSE_ENDS = frozenset((".", "?", "!", ";", "…"))
_ENDS_BEFORE_SOURCE = (",", QUOTE, "—", "–", "--", "?", "!", "…")


def verb_cues(scene: Scene, words: CueCounts) -> None:
    """Add a draft for each verb cue of the unit, left to right."""
    unit = scene.unit
    low = unit.low
    known = cue_words()
    clauses = "that" in low
    heads = [
        head
        for head, word in enumerate(low)
        if word in known or (clauses and word.endswith("ed") and _brings_in_that(low, head))
    ]
    for head in heads:
        if head < scene.free:
            continue
        if cue_odds(unit, head, words) < THRESHOLD:
            continue
        draft = _draft(scene, head)
        if draft is not None:
            scene.add(draft, aside=_is_aside(unit, draft))


def _brings_in_that(low: list[str], head: int) -> bool:
    """Whether an unknown past tense brings in a that-clause: "grumbled that"."""
    return low[head + 1 : head + 2] == ["that"] and finite(low[head])


def _is_aside(unit: Unit, draft: Draft) -> bool:
    """Whether a draft stands in a parenthesis, so that the clause around it goes on."""
    last = max(draft.content)[1]
    first = draft.cue[0][0]
    low = unit.low
    if low[first - 1] == "who" and last + 1 < len(unit) and finite(low[last + 1]):
        return True
    if any("," in low[first : last + 1] for first, last in draft.source):
        return False  # its subject has an apposition, whose comma is the one before the cue
    return (
        last + 2 < len(unit)
        and low[last + 1] == ","
        and first > 1
        and (low[first - 1] == "," or low[first - 1] in ("who", "which"))
        and (finite(low[last + 2]) or low[last + 2] in STRONG)
    )


def _draft(scene: Scene, head: int) -> Draft | None:
    unit = scene.unit
    cue = cue_range(unit, head, scene.free)
    if cue is None:
        return None
    word = unit.low[head]
    if word == "according":
        return None
    if word in _STRANGERS:
        return None
    first = cue[0]
    passive = (
        not word.endswith("ing")
        and first < head
        and any(unit.low[p] in BE for p in range(first, head))
    )
    if passive:
        return _passive(scene, head, cue)
    if word.endswith("ing") and not any(unit.low[p] in BE for p in range(first, head)):
        return _participle(scene, head, cue)
    return _active(scene, head, cue)


def _inverted(unit: Unit, head: int, cue: Range, floor: int) -> Range | None:
    """The source after the cue ("…," said Ann Vale), if this is such an order."""
    low = unit.low
    first, last = cue
    before = low[first - 1] if first > 0 else ""
    if last + 1 >= len(unit):
        return None
    after_quote = before == QUOTE or (
        before in _SET_OFF and first > max(1, floor + 1) and low[first - 2] == QUOTE
    )
    if not (low[head] in _INVERTING or (after_quote and low[head] in _REPORTED)):
        return None
    if before and before not in (*_SET_OFF, QUOTE, "?", "!", "and", "so"):
        return None
    if before == "," and (
        first - 2 >= floor
        and low[first - 2] != QUOTE
        and not _clause_before(unit, first - 1, floor)
    ):
        return None
    follows = low[last + 1]
    if follows in ("that", QUOTE, ",", ":", "it", "if", "whether") or follows in PREPOSITIONS:
        return None
    if follows in OBJECTS and follows not in ("you", "it"):
        return None
    end = phrase_end(unit, last + 1)
    if end is None or (end + 1 < len(unit) and finite(unit.low[end + 1])):
        return None
    return last + 1, end


def _clause_before(unit: Unit, comma: int, floor: int) -> bool:
    """Whether what stands before a comma is a clause of its own rather than a subject."""
    return any(finite(unit.low[place]) for place in range(floor, comma)) and not any(
        unit.low[place] in ("who", "which") for place in range(floor, comma)
    )


def _active(scene: Scene, head: int, cue: Range) -> Draft | None:
    unit, floor = scene.unit, scene.floor
    low = unit.low
    source = _inverted(unit, head, cue, floor)
    if source is not None:
        anchor, resume = cue[0], source[1] + 1
    else:
        source = subject(unit, cue[0], floor)
        if source is None:
            if low[cue[0] - 1] in ("and", "but", ",") and cue[0] > 0 and scene.drafts:
                return _carried_on(scene, head, cue)
            if cue[0] > 0 and low[cue[0] - 1] in ("and", "but"):
                found = clause_subject(unit, cue[0] - 1, 0)
                if found is None:
                    return None
                content = _after(unit, cue[1])
                return Draft([found], [cue], content, head) if content else None
            return None
        anchor, resume = source[0], cue[1]
    start = content_start(unit, cue[1]) if resume == cue[1] else _skip_occasion(unit, resume)
    after_empty = start >= len(unit) or low[start] in _CLAUSE_ENDS
    resumes = (
        not after_empty
        and low[start] == ","
        and start + 1 < len(unit)
        and (finite(low[start + 1]) or low[start + 1] in PREPOSITIONS)
    )
    before = _before(unit, anchor, floor, goes_on=resumes)
    if before is not None:
        quoted = low[before[1]] == QUOTE
        if after_empty:
            return Draft([source], [cue], [before], head)
        if low[start] == "," and start + 1 < len(unit):
            content = [before]
            follows = low[start + 1]
            if follows in PARTICIPLES or follows in ("but", "and", "while", "as", "who", "which"):
                pass
            elif quoted and (again := _quote_after_gesture(unit, start + 1)) is not None:
                content.append((again, again))
            elif follows == QUOTE or not quoted:
                end = content_end(unit, start + 1)
                content.append(strip(unit, start + 1, end))
            return Draft([source], [cue], content, head)
        if quoted and low[start] == QUOTE and low[cue[1] + 1 : start].count(":") == 0:
            return Draft([source], [cue], [before, (start, start)], head)
        if low[start] in ("—", "–", "--"):
            content = [before]
            if not quoted or (start + 1 < len(unit) and low[start + 1] == QUOTE):
                content.append(strip(unit, start + 1, content_end(unit, start + 1)))
            return Draft([source], [cue], content, head)
        if quoted and low[cue[1] + 1] not in ("that", ":", QUOTE) and anchor > 0:
            return Draft([source], [cue], [before], head)
    if after_empty:
        return None
    content = _after(unit, cue[1] if resume == cue[1] else source[1])
    if low[source[0]] == "it" and low[head] in _IMPERSONAL:
        return Draft([], [cue], content, head) if content else None
    if content and low[source[0]] in ("who", "which") and source[0] == source[1]:
        if anchor > 0 and low[anchor - 1] == ",":
            content = [_up_to_comma(unit, *content[0])]
        else:
            content = [(content[0][0], min(content[0][1], clause_end(unit, content[0][0])))]
    elif content and _opens_in_which(unit, source[0]):
        content = [(content[0][0], clause_end(unit, content[0][0]))]
    return Draft([source], [cue], content, head) if content else None


def _opens_in_which(unit: Unit, subject: int) -> bool:
    """Whether a clause hangs on the sentence's subject: "A memo in which he warns that …"."""
    low = unit.low
    return low[max(0, subject - 2) : subject] == ["in", "which"] and not any(
        finite(word) for word in low[: subject - 2]
    )


_GESTURE_REACH = 10


def _quote_after_gesture(unit: Unit, place: int) -> int | None:
    """Where speech goes on after "she said, her hands shaking,"."""
    low = unit.low
    for ahead in range(place + 1, min(len(unit), place + _GESTURE_REACH)):
        if low[ahead] == QUOTE:
            return ahead if low[ahead - 1] == "," else None
        if low[ahead] in BREAKS or low[ahead] in (".", "that") or low[ahead] in PARTICIPLES:
            return None
    return None


def _up_to_comma(unit: Unit, first: int, last: int) -> Range:
    """The part of a content before its first comma: a relative clause set off ends there."""
    for place in range(first + 1, last + 1):
        if unit.low[place] == ",":
            return first, place - 1
    return first, last


def _skip_occasion(unit: Unit, place: int) -> int:
    """Where the text goes on after an inverted source."""
    return content_start(unit, place - 1) if place < len(unit) else len(unit)


def _before(unit: Unit, anchor: int, floor: int, *, goes_on: bool) -> Range | None:
    """The content that stands before a source or cue, if one can.

    Where the clause `goes_on` after the cue ("The quay, she said, will …") it need hold no verb.
    """
    low = unit.low
    last = anchor - 1
    if last < floor:
        return None
    if low[last] in ("and", "but") and last - 1 >= floor and low[last - 1] == ",":
        return None
    if low[last] not in _ENDS_BEFORE_SOURCE:
        return None
    if low[last] == QUOTE:
        text = unit.text[unit.starts[last] : unit.ends[last]].rstrip("”\"'’»«“‘ ")
        if not text or text[-1] not in ",.?!…—-–;:":
            return None
    first = floor
    while first < last and (low[first] in (",", "and", "but") or low[first] in ".;:"):
        first += 1
    if (
        low[last] == ","
        and low[last - 1] != QUOTE
        and not goes_on
        and not any(finite(low[p]) or low[p] == QUOTE for p in range(first, last))
    ):
        return None
    first, last = strip(unit, first, last)
    return (first, last) if first <= last else None


def _after(unit: Unit, cue_last: int) -> list[Range]:
    """The content after a cue, or nothing."""
    start = content_start(unit, cue_last)
    if start >= len(unit) or unit.low[start] in _CLAUSE_ENDS:
        return []
    first, last = strip(unit, start, content_end(unit, start))
    return [(first, last)] if first <= last else []


def _carried_on(scene: Scene, head: int, cue: Range) -> Draft | None:
    """A second cue of the source before: "… and called it a farce"."""
    content = _after(scene.unit, cue[1])
    return Draft(list(scene.drafts[-1].source), [cue], content, head) if content else None


def _participle(scene: Scene, head: int, cue: Range) -> Draft | None:
    """A participle cue: "…, adding that …", "with the ministry calling it …"."""
    unit = scene.unit
    low = unit.low
    first = cue[0]
    before = low[first - 1] if first > 0 else ""
    source: list[Range] = []
    if unit.low[head] in RELAYS and before == ",":
        return None
    if (
        before
        and before[0].isalpha()
        and before not in PREPOSITIONS
        and before not in ("and", "or")
    ):
        found = subject(unit, first, scene.floor)
        if found is None:
            return None
        if low[found[0]] == "with":
            found = (found[0] + 1, found[1])
        source = [found]
    elif scene.drafts:
        source = list(scene.drafts[-1].source)
    else:
        subject_found = clause_subject(unit, first, 0)
        if subject_found is None and before == ",":
            subject_found = subject(unit, first - 1, 0)
        if subject_found is not None:
            source = [subject_found]
        elif first == 0 or (first == 1 and before in PREPOSITIONS):
            return None
    content = _after(unit, cue[1])
    if content and before == ",":
        content = [_before_main_verb(unit, *content[0])]
    return Draft(source, [cue], content, head) if content else None


def _told_on(unit: Unit, place: int) -> bool:
    """Whether a passive without a source still reports: "is said to …", "was described as …"."""
    return place < len(unit) and unit.low[place] in _REPORTING


_REPORTING = frozenset(("to", "that", "as", "about", "if", "whether", ":", QUOTE))


def _before_main_verb(unit: Unit, first: int, last: int) -> Range:
    """A parenthesis' content: up to a comma that the main clause's verb follows."""
    for place in range(first + 1, last):
        if unit.low[place] == "," and unit.low[place + 1] in STRONG:
            return first, place - 1
    return first, last


def _passive(scene: Scene, head: int, cue: Range) -> Draft | None:
    """A passive cue: "it was reported that", "was quoted as saying", "was told by officials"."""
    unit = scene.unit
    low = unit.low
    first, last = cue
    found = subject(unit, first, scene.floor)
    if low[last] == "saying":
        before = None
        if found is not None:
            before = _before(unit, found[0], scene.floor, goes_on=False)
        quoted = _after(unit, last)
        if before is not None and (not quoted or low[last + 1] == "by"):
            quoted = [before]
        return Draft([found] if found else [], [cue], quoted, head) if quoted else None
    follows = low[last + 1] if last + 1 < len(unit) else ""
    source: list[Range] = []
    if follows == "by":
        end = phrase_end(unit, last + 2)
        if end is None:
            return None
        if found is not None and low[end + 1 : end + 3] == ["as", "saying"]:
            before = _before(unit, found[0], scene.floor, goes_on=False)
            if before is not None:
                return Draft([found], [cue], [before], head)
        source = [(last + 2, end)]
        cue = (first, last + 1)
        start = end + 1
        if low[start : start + 2] == [",", "that"]:
            start += 1
    else:
        start = last + 1
    content: list[Range] = []
    if start < len(unit) and low[start] not in _CLAUSE_ENDS and low[start] != ",":
        content = [strip(unit, start, content_end(unit, start))]
    impersonal = found is None or low[found[0]] == "it"
    if not impersonal and found is not None and low[head] not in TOLD:
        content = [found, *content]
    if not source and not impersonal and low[head] in _HELD and not _told_on(unit, last + 1):
        return None
    if len(content) == 1 and content[0][0] == content[0][1] and low[content[0][0]] in _EMPTY:
        return None
    return Draft(source, [cue], content, head) if content else None
