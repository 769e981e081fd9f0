"""The records opened last, kept for each book across starts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.shared.settings import MachineSettings, Setting

RECENT = Setting("recent", "")
Seen = tuple[str, int]


def bring(settings: MachineSettings, book: Path) -> list[Seen]:
    """The kinds and ids of the records opened last in a book, newest first."""
    return [(str(kind), int(number)) for kind, number in _all(settings).get(str(book), [])]


def keep(settings: MachineSettings, book: Path, recent: Sequence[Seen]) -> None:
    """Remember them."""
    settings.set(RECENT, json.dumps(_all(settings) | {str(book): [list(seen) for seen in recent]}, ensure_ascii=False))


def _all(settings: MachineSettings) -> dict[str, Any]:
    try:
        kept = json.loads(settings.get(RECENT) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
