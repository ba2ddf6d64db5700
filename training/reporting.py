"""The classes of reporting words that the tagger is given beside its counts."""

from __future__ import annotations

from reader.language.language import Language
from reader.language.reporting import Trait

SPEECH, SHOWING, HOLDING, NOUN = 1, 2, 3, 4


def reporting_words(language: Language) -> dict[str, int]:
    """Class by word form, lower case; the first class that has a form decides."""
    verbs = language.verbs
    said = verbs.forms(Trait.SAID, without=(Trait.SHOWS,))
    nouns = language.nouns.forms()
    listed: dict[str, int] = {}
    for forms, kind in (
        (said, SPEECH),
        (verbs.forms(Trait.SHOWS), SHOWING),
        (verbs.forms(Trait.HELD), HOLDING),
        (nouns, NOUN),
    ):
        for form in forms:
            listed.setdefault(form, kind)
    return listed
