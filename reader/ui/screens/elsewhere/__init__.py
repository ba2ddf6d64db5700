"""Sheets about statements in other articles."""
