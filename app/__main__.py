"""``python -m app``: the same as the console command ``kebu``."""

from __future__ import annotations

import sys

from app.cli.ringing import ring


def main() -> int:
    """Run the command line; a call for the running window goes there at once. Returns the exit code."""
    words = sys.argv[1:]
    if ring(words):
        return 0
    from app.main import main as run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
