"""Views of the list of customers that the user has saved; they are kept in the book."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.customers.queries import View, built_in
from app.records import queries
from app.records.condition_words import said, value_words
from app.records.conditions import fields
from app.records.fields import FieldKind
from app.records.queries import AnyOf, Condition, Linked, Order, Where
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound
from app.shared.i18n import N_, listed, translate
from app.shared.settings import Setting
from db.changes import ChangeSet

VIEWS = Setting("customer_views", "[]")
LONGEST = 32


@dataclass(frozen=True, slots=True)
class OwnView(View):
    """A view of the user's own: beside the conditions the text of the filter box, the order and columns of the list.

    ``columns``: the names of the fields that are shown, from left to right; the usual ones when there are none.
    """

    text: str = ""
    order: Order = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A view that was written: its code, and what changed."""

    code: str
    changes: ChangeSet


def own_views(ws: Workspace) -> tuple[OwnView, ...]:
    """The user's own views in the order of their making; one that asks for a field that is gone is left out."""
    record = ws.dictionary.type("customer")
    found = (_read(entry) for entry in _entries(ws))
    return tuple(view for view in found if view is not None and all(map(record.has, fields(view.where))))


def counts(ws: Workspace) -> dict[str, int]:
    """How many customers each of the user's own views holds, by its code."""
    return {view.code: queries.count(ws, "customer", view.where, view.text) for view in own_views(ws)}


def save_view(
    ws: Workspace,
    name: str,
    where: Sequence[Where] = (),
    text: str = "",
    order: Order = (),
    columns: Sequence[str] = (),
    *,
    code: str = "",
) -> Kept:
    """Keep a filter, an order and columns as a view.

    Args:
        columns: the names of the fields that it shows; the usual ones when there are none.
        code: the view that has these from now on; "" for a new view.

    Raises:
        InvalidValue: the name is empty, too long, or another view's. NotFound: there is no view of that code.
    """
    entries = _entries(ws)
    title = _name(entries, name, code)
    made: dict[str, Any] = {
        "code": code or f"own-{max((_number(one) for one in entries), default=0) + 1}",
        "name": title,
        "where": [_written(one) for one in where],
        "text": text.strip(),
        "order": [[field, descending] for field, descending in order],
        "columns": list(columns),
    }
    changed = [made if one["code"] == code else one for one in entries] if code else [*entries, made]
    if code:
        _find(entries, code)
    with ws.operation(N_("Save the view “{title}”"), title=title) as op:
        op.set_setting(VIEWS.name, json.dumps(changed, ensure_ascii=False))
    return Kept(made["code"], op.changes)


def rename_view(ws: Workspace, code: str, name: str) -> ChangeSet:
    """Give a view another name. Raises InvalidValue as ``save_view`` does, NotFound."""
    entries = _entries(ws)
    old, title = _find(entries, code)["name"], _name(entries, name, code)
    changed = [{**one, "name": title} if one["code"] == code else one for one in entries]
    with ws.operation(N_("Rename the view “{old}” to “{title}”"), old=old, title=title) as op:
        op.set_setting(VIEWS.name, json.dumps(changed, ensure_ascii=False))
    return op.changes


def delete_view(ws: Workspace, code: str) -> ChangeSet:
    """Delete a view; the customers stay. Raises NotFound."""
    entries = _entries(ws)
    name = _find(entries, code)["name"]
    changed = [one for one in entries if one["code"] != code]
    with ws.operation(N_("Delete the view “{title}”"), title=name) as op:
        op.set_setting(VIEWS.name, json.dumps(changed, ensure_ascii=False))
    return op.changes


def proposed(ws: Workspace, view: View, where: Sequence[Where], text: str = "") -> str:
    """A name for what a view and further conditions show: “A level · Hangzhou”; one that no view has yet, "" for none.

    Values that say enough by themselves stand alone; others with their field.
    """
    further = [one for one in where if one not in view.where]
    parts = [translate(view.label)] if view.where or isinstance(view, OwnView) else []
    parts += [_short(ws, one) for one in further]
    held = view.text if isinstance(view, OwnView) else ""
    parts += [text.removeprefix(held).strip()] if text.removeprefix(held).strip() else []
    full = " · ".join(parts)
    name = full if len(full) <= LONGEST else full[: LONGEST - 1].rstrip(" ·") + "…"
    taken = {one["name"].casefold() for one in _entries(ws)} | {translate(one.label).casefold() for one in built_in(ws)}
    at = 2
    base = name[: LONGEST - 3]
    while name and name.casefold() in taken:
        name, at = f"{base} {at}", at + 1
    return name


def _short(ws: Workspace, one: Where) -> str:
    if isinstance(one, Condition) and one.op == "=":
        field = ws.dictionary.type("customer").field(one.field)
        words = value_words(ws, field, one.value)
        return words if len(words) > 1 and field.kind is not FieldKind.BOOLEAN else f"{translate(field.label)} {words}"
    return said(ws, one)


def named(ws: Workspace, name: str) -> View:
    """A view by its code or by what it is called, those that every book has by either language. Raises NotFound."""
    wanted, found = " ".join(name.split()).casefold(), (*own_views(ws), *built_in(ws))
    for view in found:
        if wanted in (view.code.casefold(), view.label.casefold(), translate(view.label).casefold()):
            return view
    names = listed([translate(view.label) for view in reversed(found)])
    raise NotFound(N_("There is no view “{name}”."), N_("Views are: {names}."), name=name, names=names)


def combined(view: View, where: Sequence[Where], text: str) -> tuple[tuple[Where, ...], str]:
    """The conditions and the text of a view together with what is filtered further."""
    held = view.text if isinstance(view, OwnView) else ""
    return (*view.where, *(one for one in where if one not in view.where)), f"{held} {text}".strip()


def _entries(ws: Workspace) -> list[dict[str, Any]]:
    try:
        held = json.loads(ws.setting(VIEWS))
    except ValueError:
        return []
    return [one for one in held if isinstance(one, dict) and one.get("code") and one.get("name")]


def _read(entry: dict[str, Any]) -> OwnView | None:
    try:
        where = tuple(map(_condition, entry.get("where", ())))
        order = tuple((str(field), bool(descending)) for field, descending in entry.get("order", ()))
        columns = tuple(map(str, entry.get("columns", ())))
    except (TypeError, ValueError, KeyError):
        return None
    return OwnView(str(entry["code"]), str(entry["name"]), where, str(entry.get("text", "")), order, columns)


def _written(one: Where) -> Any:
    """A condition as the book keeps it: its three parts, or those of one group of which any holds."""
    if isinstance(one, Condition):
        return [one.field, one.op, one.value]
    if isinstance(one, AnyOf):
        return {"any": [_written(part) for part in one.conditions]}
    where = [_written(part) for part in one.where]
    return {"kind": one.kind, "field": one.field, "where": where, "none": one.none}


def _condition(held: Any) -> Where:
    if isinstance(held, dict) and "any" in held:
        return AnyOf(tuple(part for part in map(_condition, held["any"]) if not isinstance(part, AnyOf)))
    if isinstance(held, dict):
        where = tuple(part for part in map(_condition, held["where"]) if isinstance(part, Condition))
        return Linked(str(held["kind"]), str(held["field"]), where, bool(held["none"]))
    field, op, value = held
    return Condition(str(field), str(op), tuple(value) if isinstance(value, list) else value)


def _find(entries: Sequence[dict[str, Any]], code: str) -> dict[str, Any]:
    for one in entries:
        if one["code"] == code:
            return one
    raise NotFound(N_("The view is gone."), N_("Save it again."))


def _name(entries: Sequence[dict[str, Any]], name: str, code: str) -> str:
    title = " ".join(name.split())
    if not title:
        raise InvalidValue("name", N_("A view needs a name."), N_("Write one."))
    if len(title) > LONGEST:
        raise InvalidValue("name", N_("“{name}” is too long for a view."), N_("Use a shorter name."), name=title)
    if any(one["name"].casefold() == title.casefold() and one["code"] != code for one in entries):
        raise InvalidValue("name", N_("There is a view “{name}” already."), N_("Choose another name."), name=title)
    return title


def _number(entry: dict[str, Any]) -> int:
    digits = str(entry["code"]).rpartition("-")[2]
    return int(digits) if digits.isdigit() else 0
