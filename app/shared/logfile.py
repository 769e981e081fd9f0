"""The program's log: what went wrong, for whoever mends it. No data of the user is written into it on purpose."""

from __future__ import annotations

import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from app.shared import paths

_MOST_BYTES = 1_000_000


def path() -> Path:
    """Where the log lies; in the folder for temporary files when the machine gives no other."""
    try:
        return paths.state_dir() / "kebu.log"
    except OSError:
        return Path(tempfile.gettempdir()) / "kebu.log"


def report(error: BaseException) -> str:
    """A failure with the way it came."""
    return "".join(traceback.format_exception(error))


def note(error: BaseException) -> Path:
    """Add a failure that nobody expected to the log; returns the log's path."""
    log = path()
    try:
        if log.exists() and log.stat().st_size > _MOST_BYTES:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"--- {datetime.now(UTC).isoformat(timespec='seconds')}\n{report(error)}")
    except OSError:
        # A full disk may be what went wrong; the sentence for the user matters more.
        pass
    return log
