"""Moments that name their zone (2026-07-01T16:30:00.000Z), as the user's own clock shows them."""

from __future__ import annotations

import re
from datetime import datetime, time

_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?:(Z|UTC|GMT)|([+-]\d\d):?(\d\d)?)", re.IGNORECASE
)


def local(said: str) -> datetime | None:
    """What the user's clock showed at a moment that names its zone, None for any other text.

    A midnight is no moment: programs that know no days alone (Salesforce's Data Loader among them) write days so.
    """
    match = _INSTANT.fullmatch(said.strip())
    if match is None:
        return None
    zone = "+00:00" if match[3] else f"{match[4]}:{match[5] or '00'}"
    try:
        moment = datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}")
        if moment.time() == time():
            return moment.replace(tzinfo=None)
        return moment.astimezone().replace(tzinfo=None, second=0)
    except (ValueError, OverflowError, OSError):
        return None
