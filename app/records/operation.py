"""One running operation: the only way to write records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from app.records import further, stamping
from app.records.fields import FieldKind, RecordType
from app.records.opened import Opened
from app.records.storage import CUSTOM, Reader, custom_json, normal_column, own_parts, plain, readers, to_row
from app.shared.errors import InvalidValue, NotFound
from app.shared.i18n import N_
from db.changes import ChangeSet

_CHUNK = 500


class Operation:
    """Writes records inside ``Workspace.operation``. Values are Python values of the fields' kinds.

    Attributes:
        changes: what the operation changed; filled when the block has ended.
        watch: called while the search index is renewed after the block, with the share that is done; what it raises
            takes the whole operation back.
    """

    def __init__(self, ws: Opened) -> None:
        self._ws = ws
        self._db = ws.book.writer
        self.changes = ChangeSet()
        self.values: dict[str, object] = {}
        self.watch: Callable[[float], None] = lambda share: None

    def note(self, name: str, value: object) -> None:
        """Keep something with the operation in the history, beside the values that its name shows."""
        self.values[name] = value

    def insert(self, kind: str, values: Mapping[str, Any]) -> int:
        """Add one record and return its id. Raises InvalidValue when a required field is empty."""
        return self.insert_many(kind, [values])[0]

    def insert_many(self, kind: str, values: Sequence[Mapping[str, Any]]) -> range:
        """Add many records in one go and return their consecutive ids."""
        record = self._ws.dictionary.type(kind)
        if not values:
            return range(0)
        values = stamping.made(record, values)
        more: list[dict[str, tuple[int, ...]]] = []
        if further.fields(record):
            parts = [further.split(record, one) for one in values]
            values, more = [one for one, _more in parts], [others for _one, others in parts]
        first = self._next(record.name)
        defaults = self._defaults(record)
        names = dict.fromkeys(defaults) | dict.fromkeys(chain.from_iterable(values))
        currency = self._ws.currency
        if record.has("currency"):
            currency = str(values[0].get("currency") or currency)
        columns = readers(record, names, currency)
        if any(record.field(name).custom for name in names):
            columns.append((CUSTOM, lambda full: custom_json(record, None, full, currency)))
        same = [name for name in names if plain(record.field(name))]
        made = {name: read for name, read in columns if name not in same}
        marks = ",".join("?" * (len(columns) + 1))
        sql = f'INSERT INTO "{record.name}"(id,{",".join(_quoted((*same, *made)))}) VALUES({marks})'
        numbers = range(first, first + len(values))
        with self._ws.book.journal.known(record.name, numbers):
            self._db.executemany(sql, self._rows(record, values, defaults, same, list(made.values()), first))
        for number, others in enumerate(more, first):
            self._link(record, number, others)
        return numbers

    def _link(self, record: RecordType, number: int, more: Mapping[str, Sequence[int]]) -> None:
        """Let a record link to these further records, and to no others."""
        for name, wanted in more.items():
            kind = record.field(name).also
            parent = self._ws.dictionary.type(kind).parent
            sql = f'SELECT id, "{name}" FROM "{kind}" WHERE "{parent}"=?'
            held = {other: one for one, other in self._db.execute(sql, (number,)).fetchall()}
            if gone := [one for other, one in held.items() if other not in wanted]:
                self.delete(kind, gone)
            self.insert_many(kind, [{parent: number, name: other} for other in wanted if other not in held])

    @staticmethod
    def _rows(
        record: RecordType,
        values: Sequence[Mapping[str, Any]],
        defaults: Mapping[str, Any],
        same: Sequence[str],
        reads: Sequence[Reader],
        first: int,
    ) -> Iterable[tuple[object, ...]]:
        required = [field.name for field in record.fields if field.required]
        for number, given in enumerate(values, first):
            full = {**defaults, **given}
            get = full.get
            for name in required:
                if get(name) in (None, ""):
                    raise missing(record, name)
            yield (number, *map(get, same), *[read(full) for read in reads])

    def _defaults(self, record: RecordType) -> dict[str, Any]:
        today = self._ws.clock.today()
        return {
            field.name: today if field.kind is FieldKind.DATE else field.default
            for field in record.fields
            if field.default
        }

    def update(self, kind: str, number: int, values: Mapping[str, Any]) -> None:
        """Set fields of one record. Raises NotFound, or InvalidValue when a required field would be empty."""
        self.update_many(kind, [(number, values)])

    def update_many(self, kind: str, changes: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Set fields of several records, each its own. Raises as ``update`` does."""
        record = self._ws.dictionary.type(kind)
        has_currency, several = record.has("currency"), bool(further.fields(record))
        for number, values in changes:
            if several:
                values, more = further.split(record, values)
                self._link(record, number, more)
            for name, value in values.items():
                if record.field(name).required and value in (None, ""):
                    raise missing(record, name)
            currency = self._ws.currency
            if has_currency:
                found = self._db.execute(f'SELECT currency FROM "{record.name}" WHERE id=?', (number,)).fetchone()
                currency = values.get("currency") or (found[0] if found and found[0] else currency)
            row = to_row(record, values, currency)
            if any(record.field(name).custom for name in values):
                old = self._db.execute(f'SELECT "{CUSTOM}" FROM "{record.name}" WHERE id=?', (number,)).fetchone()
                row[CUSTOM] = custom_json(record, old[0] if old else None, values, currency)
            if not row:
                continue
            stamps, days = stamping.changed(record, values, self._ws.clock.today())
            pairs = ",".join([*(f"{name}=?" for name in _quoted(row)), *stamps])
            self._db.execute(f'UPDATE "{record.name}" SET {pairs} WHERE id=?', (*row.values(), *days, number))
            if not self._db.changes():
                raise gone(record, number)

    def update_all(self, kind: str, numbers: Sequence[int], values: Mapping[str, Any]) -> None:
        """Set the same values in many records, set-wise."""
        record = self._ws.dictionary.type(kind)
        row = to_row(record, values, self._ws.currency)
        stamps, days = stamping.changed(record, values, self._ws.clock.today())
        pairs = ",".join([*(f"{name}=?" for name in _quoted(row)), *stamps])
        held: list[object] = []
        own = [(name, value) for name, value in values.items() if record.field(name).custom]
        if own:
            change, held = own_change(record, own, self._ws.currency)
            pairs = ",".join(part for part in (pairs, change) if part)
        for start in range(0, len(numbers), _CHUNK):
            part = list(numbers[start : start + _CHUNK])
            marks = ",".join("?" * len(part))
            self._db.execute(
                f'UPDATE "{record.name}" SET {pairs} WHERE id IN ({marks})', (*row.values(), *days, *held, *part)
            )

    def delete(self, kind: str, numbers: Iterable[int]) -> None:
        """Delete records with their children and with what is about them; links of others to them are emptied."""
        record = self._ws.dictionary.type(kind)
        wanted = json.dumps(list(numbers))
        for child, column in self._ws.dictionary.children(record.name):
            held = f'SELECT id FROM "{child.name}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
            if child.parent == column:
                self.delete(child.name, [row[0] for row in self._db.execute(held, (wanted,)).fetchall()])
            else:
                self._db.execute(
                    f'UPDATE "{child.name}" SET "{column}"=NULL WHERE "{column}" IN (SELECT value FROM json_each(?))',
                    (wanted,),
                )
        for other in self._ws.dictionary.types:
            if other.soft_parent:
                about = (
                    f'SELECT id FROM "{other.name}" WHERE about_kind=? AND about_id IN (SELECT value FROM json_each(?))'
                )
                rows = self._db.execute(about, (record.name, wanted)).fetchall()
                if rows:
                    self.delete(other.name, [row[0] for row in rows])
        self._db.execute(f'DELETE FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))', (wanted,))

    def set_setting(self, name: str, value: object) -> None:
        """Keep a setting of the book."""
        self._db.execute(
            "INSERT INTO setting(name, value) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
        )
        self._ws.forget_settings()

    def add_custom_field(self, kind: str, label: str, field_kind: str = "text", **more: bool) -> str:
        """Make a field of the user's own, or take the one with this label and kind; returns its name.

        Args:
            field_kind: the name of a ``FieldKind``.
            more: ``searched``, ``shown`` and ``hidden``.
        """
        record = self._ws.dictionary.type(kind)
        for field in record.fields:
            if field.custom and field.label == label and field.kind == field_kind:
                return field.name
        number = self._next("custom_field")
        name = f"custom_{number}"
        self._db.execute(
            "INSERT INTO custom_field(id, record, name, label, kind, searched, shown, hidden) VALUES(?,?,?,?,?,?,?,?)",
            (
                number,
                record.name,
                name,
                str(label),
                field_kind,
                int(more.get("searched", True)),
                int(more.get("shown", False)),
                int(more.get("hidden", False)),
            ),
        )
        self._ws.reload_dictionary()
        return name

    def change_custom_field(self, number: int, **changes: object) -> None:
        """Set ``label``, ``kind``, ``position``, ``searched``, ``shown`` or ``hidden`` of a field of the user's own."""
        self._set("custom_field", number, changes)

    def delete_custom_field(self, kind: str, name: str) -> None:
        """Delete a field of the user's own with its values and its list of values."""
        record = self._ws.dictionary.type(kind)
        field = record.field(name)
        paths = [f"$.{name}", f"$.{normal_column(field)}"]
        self._db.execute(
            f'UPDATE "{record.name}" SET "{CUSTOM}" = nullif(json_remove("{CUSTOM}", ?, ?), \'{{}}\')'
            f' WHERE "{CUSTOM}" IS NOT NULL AND json_type("{CUSTOM}", ?) IS NOT NULL',
            (*paths, paths[0]),
        )
        self._db.execute("DELETE FROM list_value WHERE record=? AND field=?", (record.name, name))
        self._db.execute("DELETE FROM custom_field WHERE record=? AND name=?", (record.name, name))
        self._ws.reload_dictionary()

    def put_value(self, record: str, field: str, code: str, **changes: object) -> None:
        """Set ``label``, ``color``, ``position``, ``retired`` or ``own`` of a value of a list, made when it is not there."""
        held = self._db.execute(
            "SELECT id FROM list_value WHERE record=? AND field=? AND code=?", (record, field, code)
        ).fetchone()
        if held is None:
            number = self._next("list_value")
            self._db.execute(
                "INSERT INTO list_value(id, record, field, code) VALUES(?,?,?,?)", (number, record, field, str(code))
            )
        self._set("list_value", held[0] if held else number, changes)

    def drop_value(self, record: str, field: str, code: str) -> None:
        """Forget what the user made of a value of a list; one of the user's own is gone then."""
        self._db.execute("DELETE FROM list_value WHERE record=? AND field=? AND code=?", (record, field, code))
        self._ws.reload_dictionary()

    def _set(self, table: str, number: int, changes: Mapping[str, object]) -> None:
        if changes:
            pairs = ",".join(f"{name}=?" for name in _quoted(changes))
            values = [str(one) if isinstance(one, str) else one for one in changes.values()]
            self._db.execute(f"UPDATE {table} SET {pairs} WHERE id=?", (*values, number))
        self._ws.reload_dictionary()

    def _next(self, table: str) -> int:
        """The next id of a table; one that was given is never given again."""
        return 1 + int(
            self._db.execute(
                "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name=?), 0),"
                f' coalesce((SELECT max(id) FROM "{table}"), 0))',
                (table,),
            ).get
        )


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def own_change(record: RecordType, values: Iterable[tuple[str, Any]], currency: str) -> tuple[str, list[object]]:
    """The SQL that sets the user's own fields in many records, whatever else these hold, and what its marks stand for."""
    sql = f"coalesce(\"{CUSTOM}\", '{{}}')"
    held: list[object] = []
    for name, value in values:
        for part, raw in own_parts(record.field(name), value, currency).items():
            sql = f"json_remove({sql}, ?)" if raw is None else f"json_set({sql}, ?, ?)"
            held += [f"$.{part}"] if raw is None else [f"$.{part}", raw]
    return f"\"{CUSTOM}\" = nullif({sql}, '{{}}')", held


def missing(record: RecordType, name: str) -> InvalidValue:
    """The failure of a record without a required field."""
    return InvalidValue(
        name, N_("“{label}” is required."), N_("Fill it in."), label=_translated(record.field(name).label)
    )


def gone(record: RecordType, number: int) -> NotFound:
    """The failure of a record that is not there."""
    return NotFound(
        N_("{label} number {number} is not there."),
        N_("It may have been deleted."),
        label=_translated(record.label),
        number=number,
    )


def _translated(text: str) -> str:
    from app.shared.i18n import translate

    return translate(text)
