"""list, show and search: reading records of any kind."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from app.cli import encoding, tables
from app.cli.arguments import Commands, add_where, count
from app.cli.context import Context
from app.cli.views import add_view, viewed
from app.records import queries
from app.records.conditions import Condition
from app.records.fields import Field, FieldKind, RecordType
from app.records.record import Record
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, ngettext

_CONDITION = re.compile(r"(custom:.+?|.+?)\s*(!=|<=|>=|=|<|>|~)\s*(.*)", re.DOTALL)
_PAGE = 1000
_RECENT = 20


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("list", _("list records"), run_list)
    parser.add_argument("kind", metavar=_("KIND"), help=_("customers, contacts, products, quotes …"))
    add_where(parser)
    add_view(parser)
    parser.add_argument("--limit", type=count, metavar="N", help=_("at most so many"))
    parser.add_argument("--fields", metavar="a,b", default="", help=_("these fields only"))
    parser = commands.add("show", _("show one record"), run_show)
    parser.add_argument("kind", metavar=_("KIND"))
    parser.add_argument("record", metavar=_("ID|NUMBER|NAME"))
    parser = commands.add("search", _("find anything"), run_search)
    parser.add_argument("text", nargs="+", metavar=_("TEXT"))
    parser.add_argument("--limit", type=count, default=20, metavar="N", help=_("at most so many"))


def run_list(context: Context) -> int:
    """Print the records of a kind that fit."""
    args, ws = context.args, context.ws
    record = ws.dictionary.type(args.kind)
    view = viewed(ws, record, args.view)
    where = (*view.where, *(condition(ws, record, text) for text in args.where))
    chosen = chosen_fields(record, args.fields) or view.fields
    numbers = queries.ids(ws, record.name, where, view.order or (("id", False),), view.text, limit=args.limit)
    pages = [numbers[start : start + _PAGE] for start in range(0, len(numbers), _PAGE)]
    if context.json:
        _list_json(context, record, pages, chosen)
        return 0
    shown = chosen or [field for field in record.fields if field.shown]
    widths: Sequence[int] | None = None
    for page in pages:
        rows = queries.rows(ws, record.name, page, [field.name for field in shown])
        texts = encoding.as_text(ws, record, rows, shown)
        widths = tables.write(context.out, ["id", *map(encoding.label, shown)], texts, widths)
    context.say(_counted(len(numbers), queries.count(ws, record.name, where, view.text)))
    return 0


def _counted(shown: int, count: int) -> str:
    """How many there are; of those that a limit left out the number as well."""
    if shown < count:
        said = ngettext("{shown} of {count} record", "{shown} of {count} records", count)
        return said.format(shown=f"{shown:,}", count=f"{count:,}")
    return ngettext("{count} record", "{count} records", count).format(count=count)


def _list_json(
    context: Context, record: RecordType, pages: Sequence[Sequence[int]], chosen: list[Field] | None
) -> None:
    names = None if chosen is None else [field.name for field in chosen]
    context.out.write("[")
    gap = "\n"
    for page in pages:
        rows = queries.rows(context.ws, record.name, page, names)
        for one in encoding.as_json(context.ws, record, rows, chosen):
            context.out.write(gap + json.dumps(one, ensure_ascii=False))
            gap = ",\n"
    context.out.write("\n]\n" if pages else "]\n")


def condition(ws: Workspace, record: RecordType, text: str) -> Condition:
    """A condition as typed. Raises KebuError for what is none."""
    found = _CONDITION.fullmatch(text)
    if found is None:
        raise KebuError(N_("“{text}” is no condition."), N_("Write it like city=苏州."), text=text)
    name, op, value = found.groups()
    if name == "id":
        return Condition("id", op, value)
    field = encoding.field_named(record, name)
    if field.link and value and not value.isdecimal() and op in ("=", "!="):
        value = str(queries.find(ws, field.link, value).id)
    if field.also and value and op == "=":
        return Condition(field.name, "has", value)
    return Condition(field.name, "contains" if op == "~" else op, value)


def chosen_fields(record: RecordType, text: str) -> list[Field] | None:
    """The fields named by a list such as “name,city”; None for none. Raises KebuError for one that is not there."""
    names = [name for name in re.split(r"[,，]", text) if name.strip() and name.strip() != "id"]
    return [encoding.field_named(record, name) for name in names] or None


def run_show(context: Context) -> int:
    """Print one record with what belongs to it."""
    ws = context.ws
    record = ws.dictionary.type(context.args.kind)
    found = queries.find(ws, record.name, context.args.record)
    family = _family(ws, record, found)
    if context.json:
        [answer] = encoding.as_json(ws, record, [found])
        for child, rows in family:
            answer[child.plural] = encoding.as_json(ws, child, rows)
        context.answer(answer)
        return 0
    context.say(f"{_(record.label)} {found.id}: {tables.one_line(found.title)}")
    shown = [field for field in record.fields if found.get(field.name) not in (None, "", ())]
    [texts] = encoding.as_text(ws, record, [found], [field for field in shown if field.kind is not FieldKind.LONG_TEXT])
    values = dict(zip([field.name for field in shown if field.kind is not FieldKind.LONG_TEXT], texts[1:], strict=True))
    tables.pairs(
        context.out,
        [
            (encoding.label(field), values[field.name] if field.name in values else show(field, found[field.name]))
            for field in shown
        ],
    )
    for child, rows in family:
        if rows:
            fields = [field for field in child.fields if field.shown and field.link != record.name] or [
                field for field in child.fields if field.listed and field.link != record.name
            ]
            context.say("")
            context.say(_(child.label_plural))
            tables.write(context.out, ["id", *map(encoding.label, fields)], encoding.as_text(ws, child, rows, fields))
    return 0


def _family(ws: Workspace, record: RecordType, found: Record) -> list[tuple[RecordType, list[Record]]]:
    """What belongs to a record: all of a folded kind such as contacts and lines, the newest of the others."""
    out = []
    for child, column in ws.dictionary.children(record.name):
        if child.parent != column:
            continue
        order: tuple[tuple[str, bool], ...] = (
            (("position", False),) if child.has("position") else (("id", not child.folded),)
        )
        out.append((child, queries.linked(ws, child.name, column, found.id, order, None if child.folded else _RECENT)))
    for other in ws.dictionary.types:
        if other.soft_parent:
            where = (Condition("about_kind", "=", record.name), Condition("about_id", "=", found.id))
            out.append((other, queries.rows(ws, other.name, queries.ids(ws, other.name, where, limit=_RECENT))))
    return out


def run_search(context: Context) -> int:
    """Print what a search finds."""
    hits = queries.search(context.ws, " ".join(context.args.text), limit=context.args.limit)
    if context.json:
        fields: list[dict[str, Any]] = [
            {"kind": hit.kind, "id": hit.id, "title": hit.title, "detail": hit.detail, "parent": hit.parent or None}
            for hit in hits
        ]
        context.answer(fields)
        return 0
    kinds = {one.name: _(one.label) for one in context.ws.dictionary.types}
    rows = [(kinds[hit.kind], str(hit.id), hit.title, hit.detail) for hit in hits]
    if rows:
        tables.write(context.out, [_("Kind"), "id", _("Name"), _("Details")], rows)
    else:
        context.say(_("Nothing was found."))
    return 0
