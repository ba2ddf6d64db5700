"""Statements found once: kept in the user's cache, looked for by a process of their own."""

from reader.finding.cache import StatementCache as StatementCache
from reader.finding.cache import open_cache as open_cache
from reader.finding.finder import Finder as Finder
