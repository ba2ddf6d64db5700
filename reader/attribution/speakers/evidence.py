"""What a speaker was told by, and which of that is as good as knowing.

Each class was counted on annotated articles (docs/attribution.md): those in which hardly any
speaker was wrong make a speaker sure, the others a guess.
"""

from __future__ import annotations

from enum import Enum, auto


class Evidence(Enum):
    """How the article tells who speaks."""

    NO_SOURCE = auto()
    """Nobody is named as the source; nor is anybody by us."""
    PASSIVE = auto()
    """A passive that names nobody, which the text may do elsewhere: "residents were told"."""
    NAMED = auto()
    """The source is a name."""
    DESCRIBED = auto()
    """The source is a description of nobody else: "a diver", "two officials", "her aides"."""
    ONE_OF_A_KIND = auto()
    """The source is a description that somebody with a name may bear: "its head", "the fund"."""
    BARE_ROLE = auto()
    """The source is a role or a thing that the article gives no name before: "the minister"."""
    ONLY_ROLE = auto()
    """One alone was called what the source is called."""
    LATEST_ROLE = auto()
    """Several were called so, and the latest long after the others."""
    SOME_ROLE = auto()
    """Several were called so."""
    ONLY_BODY = auto()
    """No other body was near that "the company" could mean."""
    SOME_BODY = auto()
    """Several bodies were near."""
    ABOUT = auto()
    """Whom the text is about, called by something new."""
    PERSON_ALONE = auto()
    """A "he" or "she" that nobody else near fits."""
    PERSON_CLEAR = auto()
    """A "he" or "she" whose likeliest bearer leads by much."""
    UNSETTLED = auto()
    """A pronoun of somebody without a name, or of whom nothing tells the gender."""
    PERSON_UNCLEAR = auto()
    """A "he" or "she" that others fit nearly as well."""
    THING_CLEAR = auto()
    """An "it" or "they" whose likeliest bearer leads by much."""
    THING_UNCLEAR = auto()
    """An "it" or "they" that others fit nearly as well."""
    REPORTER = auto()
    """Who reports what he says of himself."""
    RELATIVE = auto()
    """A "who" right behind its noun."""
    RELATIVE_FAR = auto()
    """A "who" that hangs on something further back."""
    COUNTED = auto()
    """Some of a group that was just named."""
    COUNTED_FAR = auto()
    """Some of a group named further back."""
    TURN = auto()
    """Whose turn it is in question and answer."""
    FOLLOWS = auto()
    """A quotation without a cue that follows on nobody's quotation."""
    TAGGED_ALONE = auto()
    """A source of any class that the learned tagger found where no rule did."""
    AUTHOR = auto()
    """An "I" outside quotation marks."""
    LABEL = auto()
    """The "Q" and "A" of an interview whose two people the article tells."""
    NOBODY = auto()
    """The words have no source, and should have one: "asked whether it was so"."""
    NOT_FOUND = auto()
    """The source is a pronoun that nobody fits, or nothing that could speak."""

    @property
    def sure(self) -> bool:
        """Whether a speaker told so is known rather than guessed."""
        return self in _SURE


_SURE = frozenset(
    (
        Evidence.NO_SOURCE,
        Evidence.NAMED,
        Evidence.DESCRIBED,
        Evidence.ONLY_ROLE,
        Evidence.LATEST_ROLE,
        Evidence.ONLY_BODY,
        Evidence.PERSON_ALONE,
        Evidence.PERSON_CLEAR,
        Evidence.REPORTER,
        Evidence.RELATIVE,
        Evidence.COUNTED,
        Evidence.TURN,
        Evidence.LABEL,
        Evidence.NOBODY,
        Evidence.PASSIVE,
    )
)
