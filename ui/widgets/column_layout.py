"""Order, widths and visibility of a list's columns, as they are remembered on this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.widgets.record_table import RecordTable


def restore(table: RecordTable, text: str) -> dict[str, int]:
    """Lay the columns out as remembered; returns the widths that the person chose, by field."""
    try:
        held: dict[str, dict[str, Any]] = {entry["name"]: entry for entry in json.loads(text)} if text else {}
    except (ValueError, TypeError, KeyError):
        held = {}
    model, head = table.records, table.horizontalHeader()
    sections = {model.column(at).field.name: at for at in range(int(model.ticks), model.columnCount())}
    widths = {}
    for name, section in sections.items():
        entry = held.get(name, {})
        if entry.get("chosen"):
            widths[name] = int(entry["chosen"])
        table.setColumnHidden(section, not entry.get("shown", model.column(section).field.shown))
    for name in held:
        at = held[name].get("at", sections.get(name, 0))
        if name in sections and 0 <= at < model.columnCount():
            head.moveSection(head.visualIndex(sections[name]), at)
    return widths


def kept(table: RecordTable, widths: Mapping[str, int]) -> str:
    """The columns as they lie now."""
    entries = []
    for visual in range(table.records.columnCount()):
        section = table.horizontalHeader().logicalIndex(visual)
        column = table.records.column(section)
        if column is not None:
            name, shown = column.field.name, not table.isColumnHidden(section)
            entries.append({"name": name, "at": visual, "chosen": widths.get(name, 0), "shown": shown})
    return json.dumps(entries)


def unsaid(text: str, name: str) -> str:
    """What is remembered, without whether a column is shown: the field itself tells that again."""
    try:
        entries = json.loads(text) if text else []
        return json.dumps(
            [{key: entry[key] for key in entry if key != "shown" or entry["name"] != name} for entry in entries]
        )
    except (ValueError, TypeError, KeyError):
        return ""
