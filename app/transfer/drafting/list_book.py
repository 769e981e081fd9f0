"""What the book holds that rows of lists are compared with and linked to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from app.records import queries
from app.records.fields import FieldKind, RecordType
from app.records.workspace import Workspace
from app.shared.money import from_minor
from app.transfer.drafting.entries import Facts, Key
from app.transfer.drafting.list_keys import held_fields, key, sale_keys
from app.transfer.grid import foreign_ids, header_words
from app.transfer.grid.folding import fold, fold_number
from app.transfer.grid.list_kinds import ABOUT, CUSTOMER, ListKind, kinds

_CODES = frozenset(map(fold, header_words.IDENTITY))
_LINE = re.compile(r"\s*([^:：\n]{1,40})[:：]\s*(\S[^\n]*?)\s*")


def facts(ws: Workspace, wanted: Iterable[ListKind], coded: bool) -> Facts:
    """What lists of these kinds are compared with.

    Args:
        coded: whether a list names customers by the numbers of another program.
    """
    types = {one.name: one for one in ws.dictionary.types}
    lists = _with_next(types, wanted)
    if not lists:
        return Facts()
    entries: dict[str, dict[Key, int]] = {}
    owners: dict[tuple[str, int], int] = {}
    sales: dict[Key, list[tuple[int, str, str]]] = {}
    for kind in lists:
        entries[kind.record.name] = _entries(ws, kind, owners, sales)
    linked = {
        link.link
        for kind in lists
        for record in (kind.record, kind.line)
        if record
        for link in record.fields
        if link.link
    }
    plain = {one.record.name: one.record for one in kinds(types) if one.record.name in linked}
    titles = {name: _titles(ws, record) for name, record in plain.items()}
    short: dict[str, list[int]] = defaultdict(list)
    for number, name in queries.columns(ws, CUSTOMER, ("short_name",)):
        if name:
            short[str(name).casefold()].append(number)
    people = {number: str(title) for number, title in queries.columns(ws, "contact", ("title",)) if title}
    return Facts(dict(short), _codes(ws) if coded else {}, entries, titles, owners, sales, people)


def _with_next(types: Mapping[str, RecordType], wanted: Iterable[ListKind]) -> list[ListKind]:
    """The kinds, with those of the reminders that their rows may make."""
    names = {one.kind for one in wanted}
    names |= {one.after.plural for one in kinds(types) if one.kind in names and one.after is not None}
    return [one for one in kinds(types) if one.kind in names]


def _entries(
    ws: Workspace,
    kind: ListKind,
    owners: dict[tuple[str, int], int],
    sales: dict[Key, list[tuple[int, str, str]]],
) -> dict[Key, int]:
    names = held_fields(kind)
    money = {name for name in names if kind.record.field(name).kind is FieldKind.MONEY}
    people = dict(queries.columns(ws, "contact", ("customer",))) if kind.owner == ABOUT else {}
    found: dict[Key, int] = {}
    for number, *cells in queries.columns(ws, kind.record.name, names):
        values = dict(zip(names, cells, strict=True))
        for name in money:
            if values[name] is not None:
                values[name] = from_minor(values[name], ws.currency)
        owner: int | None = values.get(kind.owner)
        if kind.owner == ABOUT:
            about = values["about_kind"], values["about_id"]
            owner = about[1] if about[0] == CUSTOMER else people.get(about[1]) if about[0] == "contact" else None
        mark = key(kind, values, -owner if owner else "new:")
        for one in sale_keys(kind, values, -owner) if owner else ():
            sales.setdefault(one, []).append(
                (number, str(values[kind.record.number] or ""), str(values.get("date") or ""))
            )
        if (
            kind.owner == ABOUT
            and kind.moment
            and (dayless := key(kind, {**values, kind.moment.name: None}, -owner if owner else "new:"))
        ):
            found.setdefault(dayless, number)
        if mark is not None:
            found.setdefault(mark, number)
            if mark[0] == "number":
                without = key(kind, {**values, kind.record.number: None}, -owner if owner else "new:")
                found.setdefault(without, number) if without is not None else None
            if owner and mark[0] == "number":
                owners[kind.record.name, number] = owner
    return found


def _titles(ws: Workspace, record: RecordType) -> dict[str, list[int]]:
    names = list(dict.fromkeys(name for name in (record.number, record.title) if name and record.has(name)))
    found: dict[str, list[int]] = defaultdict(list)
    for number, *said in queries.columns(ws, record.name, names):
        for title in {fold_number(str(one)) for one in said if one}:
            found[title].append(number)
    return dict(found)


def _codes(ws: Workspace) -> dict[str, list[int]]:
    """The ids of customers by the keys of the numbers that other programs gave them, see ``foreign_ids``."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, _header, code in numbers(ws):
        if number not in (held := found[foreign_ids.key(code)]):
            held.append(number)
    return dict(found)


def codes(ws: Workspace) -> dict[tuple[str, str], list[int]]:
    """The ids of customers by the folded header and the key of such numbers, see ``foreign_ids``."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, header, code in numbers(ws):
        found[fold(header), foreign_ids.key(code)].append(number)
    return dict(found)


def numbers(ws: Workspace) -> Iterator[tuple[int, str, str]]:
    """The numbers that other programs gave to customers, as imports keep them: in a field of the user's own, or in the notes.

    Returns:
        The customer's id, the header that the number had, and the number.
    """
    for number, notes in queries.columns(ws, CUSTOMER, ("notes",)):
        yield from ((number, header, code) for header, code in lines(notes, numbered))
    own = [one for one in ws.dictionary.type(CUSTOMER).fields if one.custom and numbered(one.label)]
    for row in queries.rows(ws, CUSTOMER, queries.ids(ws, CUSTOMER), [one.name for one in own]) if own else ():
        yield from ((row.id, one.label, str(row[one.name])) for one in own if row[one.name])


def lines(notes: str | None, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """The lines of notes that imports made of columns whose headers are wanted: header and text."""
    for line in notes.split("\n") if notes else ():
        if (match := _LINE.fullmatch(line)) and wanted(match[1]):
            yield match[1], match[2]


def numbered(header: str) -> bool:
    """Whether a header names the number that another program gave to a customer."""
    return fold(header) in _CODES or (foreign_ids.of_company(header) and not foreign_ids.of_parent(header))
