"""What kind a field of the user's own was when an operation ran: its values of then are read as values of that kind."""

from __future__ import annotations

from dataclasses import replace

from app.records.fields import Field, FieldKind
from app.records.own import OwnField
from app.records.workspace import Workspace
from db.changes import row_changes

TABLE = "custom_field"


class PastKinds:
    """The kinds that the user's own fields had; those of the program never change theirs."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._own = {(one.record, one.name): one for one in ws.definitions.fields}
        self._turns: dict[int, list[tuple[int, str]]] = {}

    def before(self, record: str, field: Field, operation: int) -> Field:
        """The field as it was before an operation."""
        return self._at(record, field, operation)

    def after(self, record: str, field: Field, operation: int) -> Field:
        """The field as it was after an operation."""
        return self._at(record, field, operation + 1)

    def _at(self, record: str, field: Field, operation: int) -> Field:
        one = self._own.get((record, field.name)) if field.custom else None
        if one is None:
            return field
        turned = next((old for number, old in self._of(one) if number >= operation), one.kind)
        kind = FieldKind(turned)
        if kind is field.kind:
            return field
        return replace(OwnField(one.record, one.name, one.label, turned).field(), choices=field.choices)

    def _of(self, one: OwnField) -> list[tuple[int, str]]:
        """The operations that gave a field another kind, the earliest first, with the kind before it."""
        if one.id not in self._turns:
            journal, columns = self._ws.book.journal, {TABLE: self._ws.book.columns(TABLE)}
            self._turns[one.id] = [
                (info.id, str(change.old["kind"]))
                for info in reversed(journal.of_row(TABLE, one.id))
                for change in row_changes(journal.changeset(info.id), columns, TABLE, one.id)
                if "kind" in change.old and "kind" in change.new
            ]
        return self._turns[one.id]
