"""The file as such: what its YAML holds, where everything stands in it, how values are written."""

from reader.sidecar.format.sidecar import Sidecar, empty, header_text, parse, reparse

__all__ = ["Sidecar", "empty", "header_text", "parse", "reparse"]
