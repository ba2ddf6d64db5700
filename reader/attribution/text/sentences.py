"""A sentence as the rules read it: its quotations are single tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.attribution.text.quotations import Quotation
from reader.span import Span

QUOTE = "“”"
"""What stands for a quotation in a unit's words."""

Range = tuple[int, int]
"""First and last token of a unit, both included."""


@dataclass(slots=True)
class Unit:
    """One sentence, with the quotations it touches, as parallel lists of tokens.

    `low` holds lower-cased words, punctuation as it stands and QUOTE for a whole quotation;
    `starts` and `ends` are code points. `quotes` gives the quotation of a token by its place.
    """

    text: str
    start: int
    paragraph: int
    starts: list[int]
    ends: list[int]
    low: list[str]
    quotes: dict[int, Quotation] = field(default_factory=dict)

    def word(self, index: int) -> str:
        """The token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `first` to `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def __len__(self) -> int:
        return len(self.low)
