"""``python -m app``: the same as the console command ``kebu``."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from app.cli.ringing import ring
from app.transfer.readers.flag import CHILD_FLAG, CHILDREN


def main() -> int:
    """Run the command line; a call for the running window goes there at once. Returns the exit code."""
    words = sys.argv[1:]
    if words[:1] == [CHILD_FLAG] and words[1:2] and words[1] in CHILDREN:
        # Ended as the child ends itself: threads that still read must not hold it up.
        os._exit(import_module(f"app.transfer.readers.{words[1]}").main())
    if ring(words):
        return 0
    from app.main import main as run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
