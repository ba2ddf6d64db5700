"""Proposals by rules written by hand, one module for each way to report."""
