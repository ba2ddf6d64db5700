"""Where the program begins: `reader`, and `python -m reader`."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> int:
    """Run the program and return its exit code; also what it imports can be interrupted."""
    try:
        from reader.cli import main as run

        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    if not sys.flags.safe_path:
        # The current folder may be a corpus from anywhere: its yaml.py is not ours.
        del sys.path[0]
    raise SystemExit(main())
