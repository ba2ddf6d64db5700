"""English, and its data."""

from __future__ import annotations

from reader.language.language import Language

ENGLISH = Language(name="en", package=__name__)
