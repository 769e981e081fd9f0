"""What the hidden sheet of a whole book holds: settings, the user's own fields, pictures, texts too long for a cell."""

from __future__ import annotations

import json
from base64 import b64decode
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from app.records.fields import FieldKind
from app.records.own import BY_KIND, OwnField, OwnValue
from app.shared.errors import SheetError
from app.shared.i18n import N_
from app.transfer.grid.sheets import Sheet
from app.transfer.grid.stopping import watched

_PLACES = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """The parts put together.

    Args:
        currency: the currency of the book's amounts.
        settings: values by name.
        fields: the user's own fields in their order.
        values: what the user made of lists of values.
        images: pictures by kind and id, each by field.
        rows: the stored rows that are longer than a cell, by kind and id.
    """

    currency: str
    settings: dict[str, Any]
    fields: list[OwnField] = field(default_factory=list)
    values: list[OwnValue] = field(default_factory=list)
    images: dict[tuple[str, int], dict[str, bytes]] = field(default_factory=dict)
    rows: dict[tuple[str, int], str] = field(default_factory=dict)


def read(sheet: Sheet) -> Facts:
    """Read the hidden sheet. Raises SheetError when it was changed so that it cannot be read any more."""
    try:
        return _read(sheet)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise SheetError(
            N_("The hidden sheet of this workbook was changed, so the whole book cannot be taken from it."),
            N_("Use the workbook as it was written."),
        ) from error


def _read(sheet: Sheet) -> Facts:
    parts: dict[tuple[str, str, int, str], list[tuple[int, str]]] = defaultdict(list)
    for row in watched(sheet.rows[1:]):
        cells: list[Any] = [*row, *[None] * (_PLACES - len(row))][:_PLACES]
        what, kind, number, name, part, text = cells
        if what:
            parts[str(what), str(kind or ""), int(number or 0), str(name or "")].append(
                (int(part or 0), str(text or ""))
            )
    whole = {key: "".join(text for _part, text in sorted(found)) for key, found in parts.items()}
    told = json.loads(whole["book", "", 0, ""])
    facts = Facts(str(told["currency"]), {})
    for (what, kind, number, name), text in whole.items():
        match what:
            case "setting":
                facts.settings[name] = json.loads(text)
            case "custom_field":
                facts.fields.append(_field(kind, name, json.loads(text)))
            case "list_value":
                facts.values.append(_value(kind, name, json.loads(text)))
            case "image":
                facts.images.setdefault((kind, number), {})[name] = b64decode(text, validate=True)
            case "row":
                facts.rows[kind, number] = text
    return facts


def told_field(one: OwnField) -> dict[str, Any]:
    """What the hidden sheet says of a field of the user's own."""
    return {
        "label": one.label,
        "kind": one.kind,
        "searched": one.searched,
        "shown": one.shown,
        "hidden": one.hidden,
        "position": one.position,
    }


def _field(record: str, name: str, told: dict[str, Any]) -> OwnField:
    kind = str(told.get("kind") or "text")
    if FieldKind(kind) not in BY_KIND:
        raise ValueError(kind)
    position = told.get("position")
    return OwnField(
        record,
        name,
        str(told["label"]),
        kind,
        bool(told.get("searched", True)),
        bool(told.get("shown", False)),
        bool(told.get("hidden", False)),
        position=None if position is None else int(position),
    )


def told_value(one: OwnValue) -> dict[str, Any]:
    """What the hidden sheet says of a value of a list."""
    return {
        "code": one.code,
        "label": one.label,
        "color": one.color,
        "position": one.position,
        "retired": one.retired,
        "own": one.own,
    }


def _value(record: str, name: str, told: dict[str, Any]) -> OwnValue:
    position = told.get("position")
    return OwnValue(
        record,
        name,
        str(told["code"]),
        str(told.get("label") or ""),
        str(told.get("color") or ""),
        None if position is None else int(position),
        bool(told.get("retired")),
        bool(told.get("own")),
    )
