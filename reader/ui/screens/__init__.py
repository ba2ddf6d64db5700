"""Sheets over the desk, and the desk."""
