"""Days written without a year in follow-up histories and lists of what is to be done: 5月6日, 5/6, 5.6."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.shared import dates, lunar
from app.shared.dates import DateOrder
from app.shared.text import half_width
from app.transfer.converting.outcome import Settings
from app.transfer.grid.cells import text
from app.transfer.grid.sheets import Cell

_CHINESE = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_SHORT = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})")
_CARDS = re.compile(r"^--(\d\d)-?(\d\d)$")
_LUNAR = re.compile(r"^(?:农历|阴历|旧历|夏历|農曆|陰曆|lunar)\s*")
_MONTHS, _DAYS = 12, 31
_TITLED = re.compile(r"(?<![\d-])(20[0-4]\d)(?=\s*(?:[年度./-]|$|\s|[)）]))")
_NAMED = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def told(cells: Iterable[Cell]) -> int:
    """The year in which most days of a column lie that have one; 0 when none has."""
    years: Counter[int] = Counter()
    for cell in cells:
        if isinstance(cell, (date, datetime)):
            years[cell.year] += 1
        elif isinstance(cell, str) and _YEAR.search(cell) and (found := dates.parse_date(cell.strip())):
            years[found.year] += 1
    return years.most_common(1)[0][0] if years else 0


def above(rows: Sequence[Sequence[Cell]], header_rows: Sequence[int], name: str = "") -> int:
    """The one year of our time that is named over a table (工作周报 2023.9.4-9.10); 0 when none or several are.

    Args:
        name: the sheet's, which tells it where nothing stands over the table (2023流水账).
    """
    texts = (cell for row in rows[: header_rows[0] if header_rows else 0] for cell in row if isinstance(cell, str))
    years = {found for cell in texts for found in _TITLED.findall(cell)}
    years = years or set(_NAMED.findall(name))
    return int(years.pop()) if len(years) == 1 else 0


def day(value: str, settings: Settings, ahead: bool) -> date | None:
    """The day of a text without a year; None when it is none, or nothing tells the year.

    Args:
        settings: its ``year`` is taken, else what ``today`` tells: the last such day, or with ``ahead`` the nearest one.
    """
    value = half_width(text(value)).strip()
    match = _CHINESE.fullmatch(value) or _SHORT.fullmatch(value)
    if match is None:
        return None
    month, number = int(match[1]), int(match[2])
    if match.re is _SHORT and settings.order is DateOrder.DMY:
        month, number = number, month
    if settings.year:
        return _of(settings.year, month, number)
    today = settings.today
    if today is None:
        return None
    near = [found for year in range(today.year - 1, today.year + 2) if (found := _of(year, month, number)) is not None]
    if ahead:
        return min(near, key=lambda one: abs(one - today), default=None)
    return max((one for one in near if one <= today), default=None)


def lacks_year(cell: Cell) -> bool:
    """Whether a cell tells a month and a day, and no year: 3月8日, 03-08, 8/3, 8 March, --0308 as cards write it."""
    value = half_width(text(cell)).strip()
    if value.startswith("--"):
        value = _CARDS.sub(r"\1-\2", value)
    match = _CHINESE.fullmatch(value) or _SHORT.fullmatch(value)
    if match is None:
        return dates.lacks_year(value) or lunar.read_words(_LUNAR.sub("", value)) is not None
    month, number = sorted((int(match[1]), int(match[2])))
    return 1 <= month <= _MONTHS and number <= _DAYS


def _of(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
