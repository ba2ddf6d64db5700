"""Sidecars: the judgements of one reviewer on one article, as YAML made for git.

A Sidecar is a value, an Edit says what one command wants of one entry, `apply` gives the sidecar
with that edit and the Undo that takes it back. A Store reads and saves one file; a Saver does so
off the key's path.
"""
