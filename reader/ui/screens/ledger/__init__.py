"""Who says what: the speakers of the corpus, their statements, and each story's origins."""

from reader.ui.screens.ledger.ledger import LedgerScreen

__all__ = ["LedgerScreen"]
