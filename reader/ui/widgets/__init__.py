"""What is painted: panes, card, status line."""
