"""What a person types where a day is wanted: a date in any writing, or words such as tomorrow and 下周三."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from app.records.fields import Field, FieldKind
from app.shared import dates

_PAST = {"昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2, "前日": 2, "大前天": 3}


def typed(field: Field, raw: Any, now: datetime) -> Any:
    """What was typed into a field, with words for a day as that day; anything else as it is.

    Args:
        now: what the user's clock shows.
    """
    if field.kind is not FieldKind.DATE or not isinstance(raw, str) or not raw.strip():
        return raw
    text = raw.strip()
    if (back := _PAST.get(text.casefold())) is not None:
        return now.date() - timedelta(days=back)
    if dates.parse_date(text) is not None:
        return raw
    found = dates.phrase(text, now)
    return found.when.date() if found is not None and found.span == (0, len(text)) else raw
