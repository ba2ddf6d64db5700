"""Rules: "As the agency reports, …", and "…, as the paper put it, “…”" within a sentence."""

from __future__ import annotations

from reader.attribution.grammar.contents import strip
from reader.attribution.grammar.noun_phrases import phrase_end
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Range, Unit
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait

_REPORTING = ENGLISH.verbs.forms(Trait.AS)
_PUT_IT = (["put", "it"], ["puts", "it"])
_REACH = 24
"""How far, in tokens, the comma may stand after which the words begin that are reported."""
_TELLING = ENGLISH.verbs.forms(Trait.TELLS)
_CITING = ENGLISH.verbs.forms(Trait.RELAYS, of=(Form.GERUND,))
_BESIDE = _CITING | {"in", "late", "on", "with"}
"""What may stand between the verb and its comma begins with these."""


def as_reported(scene: Scene) -> None:
    """Add a draft where a sentence begins with "as" and who reports it."""
    unit = scene.unit
    if scene.free or unit.low[0] != "as" or len(unit) <= 1:
        return
    found = _active(unit) or _passive(unit)
    if found is None:
        return
    source, cue = found
    end = max(source[1], cue[1])
    comma = end + 1
    if comma >= len(unit):
        return
    if unit.low[comma] == "," and comma + 1 < len(unit) and unit.low[comma + 1] in _CITING:
        comma += 1
    if unit.low[comma] in _BESIDE or unit.low[cue[1]] in _TELLING:
        near = range(comma + 1, min(len(unit), comma + _REACH))
        if unit.low[comma] != ",":
            comma = next((at for at in near if unit.low[at] == ","), len(unit))
    if comma >= len(unit) or unit.low[comma] != ",":
        return
    content = strip(unit, comma + 1, len(unit) - 1)
    if content[0] <= content[1]:
        scene.add(Draft([source], [cue], [content], cue[0]))


def as_put(scene: Scene) -> None:
    """Add a draft for each quotation that is set off as somebody put it."""
    unit = scene.unit
    low = unit.low
    if QUOTE not in low:
        return
    for place in range(scene.free, len(unit) - 4):
        end = phrase_end(unit, place + 1) if low[place] == "as" else None
        if end is None or low[end + 1 : end + 3] not in _PUT_IT:
            continue
        near = range(end + 3, min(len(unit) - 1, end + _REACH))
        comma = next((at for at in near if low[at] in (",", ":", QUOTE)), None)
        if comma is not None and low[comma] != QUOTE and low[comma + 1] == QUOTE:
            quote = (comma + 1, comma + 1)
            scene.add(Draft([(place + 1, end)], [(end + 1, end + 2)], [quote], end + 1))


def _active(unit: Unit) -> tuple[Range, Range] | None:
    """ "As the agency reports": source and cue."""
    end = phrase_end(unit, 1)
    if end is None or end + 1 >= len(unit) or unit.low[end + 1] not in _REPORTING:
        return None
    return (1, end), (end + 1, end + 1)


def _passive(unit: Unit) -> tuple[Range, Range] | None:
    """ "As reported earlier by the agency": source and cue."""
    if unit.low[1] not in _REPORTING or not unit.low[1].endswith(("ed", "d", "n")):
        return None
    by = next((at for at in range(2, min(5, len(unit) - 1)) if unit.low[at] == "by"), None)
    end = None if by is None else phrase_end(unit, by + 1)
    return None if by is None or end is None else ((by + 1, end), (1, by))
