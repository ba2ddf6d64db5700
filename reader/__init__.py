"""A terminal reader for reviewing, side by side, what news articles claim."""

__version__ = "0.1.0"
