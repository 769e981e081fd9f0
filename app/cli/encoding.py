"""Records as a person reads them on a terminal; as JSON they are made by ``app.records.jsonable``."""

from __future__ import annotations

from collections.abc import Sequence

from app.records import several
from app.records.fields import Field, FieldKind, RecordType
from app.records.jsonable import as_json, find_field, key, label, linked_titles
from app.records.record import Record
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_

__all__ = ["as_json", "as_text", "field_named", "find_field", "key", "label"]


def field_named(record: RecordType, name: str) -> Field:
    """The field of a record that was named on the command line.

    Raises:
        KebuError: there is none.
    """
    field = find_field(record, name.strip())
    if field is None:
        raise KebuError(
            N_("{kind} have no field “{name}”."),
            N_("Fields are: {fields}."),
            kind=record.plural,
            name=name,
            fields=", ".join(key(one) for one in record.fields),
        )
    return field


def as_text(ws: Workspace, record: RecordType, rows: Sequence[Record], fields: Sequence[Field]) -> list[list[str]]:
    """Records as rows of texts, the id first."""
    titles = linked_titles(ws, record, rows)
    called = {
        field.name: several.names(ws, record, field, [(row.id, row.get(field.name)) for row in rows])
        for field in fields
        if field.also
    }
    today = ws.clock.today()
    out = []
    for row in rows:
        cells = [str(row.id)]
        for field in fields:
            value = row.get(field.name)
            if field.also:
                cells.append(called[field.name].get(row.id, ""))
            elif field.kind is FieldKind.LINK:
                cells.append(titles[field.name].get(value) or "" if value is not None else "")
            else:
                cells.append(show(field, value, currency=row.get("currency") or ws.currency, today=today))
        out.append(cells)
    return out
