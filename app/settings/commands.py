"""Writing the user's own company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.records import commands, queries
from app.records.fields import FieldKind
from app.records.workspace import Workspace
from app.settings.images import prepared
from app.shared.errors import InvalidValue
from app.shared.i18n import N_
from db.changes import ChangeSet


def save_company(ws: Workspace, values: Mapping[str, Any]) -> ChangeSet:
    """Set fields of the company profile, which is made at the first time; there is only one.

    Pictures are given as the bytes of a picture file, None to take one away.

    Raises InvalidValue when a value does not fit, or the profile would have no name.
    """
    record = ws.dictionary.type("company")
    ready = dict(values)
    for name, value in values.items():
        if record.field(name).kind is FieldKind.IMAGE and value is not None:
            ready[name] = prepared(name, value)
    with ws.operation(N_("Edit the company profile")) as op:
        numbers = queries.ids(ws, "company", order=(("id", False),), limit=1)
        if numbers:
            commands.update(ws, "company", numbers[0], ready)
        elif not str(ready.get("name") or "").strip():
            raise InvalidValue("name", N_("The company has no name yet."), N_("Fill in the company's name first."))
        else:
            commands.create(ws, "company", ready)
    return op.changes
