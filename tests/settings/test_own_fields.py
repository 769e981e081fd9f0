"""Fields of the user's own: made, used like those of the program, changed, deleted and undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.main import open_workspace
from app.records import commands, history, operations, queries, trash
from app.records.own import KINDS
from app.records.queries import Condition
from app.records.values import show
from app.records.workspace import Workspace
from app.safety.queries import check
from app.settings import fields, lists
from app.shared import i18n
from app.shared.errors import InvalidValue, NotFound
from app.shared.phones import Phone

VALUES: dict[str, tuple[Any, Any]] = {
    "text": ("  二  号 ", "二 号"),
    "long-text": ("a\nb", "a\nb"),
    "number": ("1,250.5", Decimal("1250.5")),
    "money": ("3万", Decimal(30000)),
    "date": ("2026-7-1", date(2026, 7, 1)),
    "choice": ("德国", "德国"),
    "several": ("德国、法国", ("德国", "法国")),
    "yes-no": ("是", True),
    "phone": ("138 0000 2317", Phone("138 0000 2317", "+8613800002317")),
    "e-mail": ("a@b.cn", "a@b.cn"),
    "link": ("www.kebu.cn", "www.kebu.cn"),
}


def add(ws: Workspace, sort: str, label: str = "特别", kind: str = "customer") -> str:
    choices = ("德国", "法国", "意大利") if sort in ("choice", "several") else ()
    return fields.add_field(ws, kind, label, sort, choices=choices).name


def ids(ws: Workspace, *where: Condition) -> list[int]:
    return sorted(queries.ids(ws, "customer", where))


@pytest.mark.parametrize("sort", [one.name for one in KINDS])
def test_a_value_of_each_kind_is_written_found_and_undone(ws: Workspace, sort: str) -> None:
    name = add(ws, sort)
    raw, value = VALUES[sort]
    one = commands.create(ws, "customer", {"name": "甲", name: raw}).id
    other = commands.create(ws, "customer", {"name": "乙"}).id
    assert queries.get(ws, "customer", one)[name] == value
    assert queries.get(ws, "customer", other)[name] in (None, ())
    assert ids(ws, Condition(name, "empty")) == [other]
    assert ids(ws, Condition(name, "not_empty")) == [one]
    asked = value[0] if isinstance(value, tuple) else value
    assert ids(ws, Condition(name, "=", asked)) == [one]
    assert ids(ws, Condition(name, "!=", asked)) == [other]
    assert list(queries.ids(ws, "customer", (), ((name, False),))) == [one, other]
    commands.update_all(ws, "customer", [one, other], {name: raw})
    assert queries.get(ws, "customer", other)[name] == value
    [entry] = history.of_record(ws, "customer", other)[:1]
    assert (entry.field, entry.old, entry.new) == (name, () if sort == "several" else None, value)
    history.undo(ws)
    assert queries.get(ws, "customer", other)[name] in (None, ())
    commands.update(ws, "customer", one, {name: None})
    assert ids(ws, Condition(name, "not_empty")) == []
    assert check(ws) == []


@pytest.mark.parametrize(
    ("sort", "raw"),
    [
        ("number", "viel"),
        ("date", "32.13."),
        ("choice", "Mars"),
        ("several", "德国, Mars"),
        ("e-mail", "a"),
        ("yes-no", "?"),
    ],
)
def test_what_does_not_fit_is_refused(ws: Workspace, sort: str, raw: str) -> None:
    name = add(ws, sort)
    with pytest.raises(InvalidValue):
        commands.create(ws, "customer", {"name": "甲", name: raw})


def test_search_finds_by_what_a_person_reads(ws: Workspace) -> None:
    choice, phone = add(ws, "choice", "产地"), add(ws, "phone", "值班")
    quiet = fields.add_field(ws, "customer", "内部", searched=False).name
    one = commands.create(ws, "customer", {"name": "甲", choice: "德国", phone: "0512-66668888", quiet: "密语"}).id
    assert [hit.id for hit in queries.search(ws, "66668888")] == [one]
    assert [hit.id for hit in queries.search(ws, "德国")] == [one]
    assert queries.search(ws, "密语") == []
    fields.change_field(ws, "customer", quiet, searched=True)
    assert [hit.id for hit in queries.search(ws, "密语")] == [one]
    lists.rename_value(ws, "customer", choice, "德国", "德意志")
    assert [hit.id for hit in queries.search(ws, "德意志")] == [one]
    assert queries.search(ws, "德国") == []
    history.undo(ws)
    assert [hit.id for hit in queries.search(ws, "德国")] == [one]
    fields.remove_field(ws, "customer", "产地")
    assert queries.search(ws, "德国") == []
    history.undo(ws)
    assert [hit.id for hit in queries.search(ws, "德国")] == [one]


def test_a_deleted_field_comes_back_with_its_values(ws: Workspace) -> None:
    name, phone = add(ws, "several", "产地"), add(ws, "phone", "值班")
    numbers = [
        commands.create(ws, "customer", {"name": f"{at}", name: "德国", phone: "13800002317"}).id for at in range(3)
    ]
    before = [queries.get(ws, "customer", one).values for one in numbers]
    fields.remove_field(ws, "customer", "产地")
    fields.remove_field(ws, "customer", "值班")
    assert not ws.dictionary.type("customer").has(name)
    with pytest.raises(NotFound):
        fields.find(ws, "customer", "产地")
    with ws.book.reading() as connection:
        assert connection.execute("SELECT count(*) FROM customer WHERE custom IS NOT NULL").get == 0
    assert fields.add_field(ws, "customer", "产地").name not in (name, phone)
    for _time in range(3):
        history.undo(ws)
    assert [queries.get(ws, "customer", one).values for one in numbers] == before
    assert [one.label for one in ws.dictionary.type("customer").field(name).choices] == ["德国", "法国", "意大利"]
    history.redo(ws)
    assert not ws.dictionary.type("customer").has(name)


def test_fields_are_renamed_moved_and_hidden(ws: Workspace) -> None:
    names = [add(ws, "text", label) for label in "甲乙丙"]
    fields.move_field(ws, "customer", "丙", -2)
    fields.change_field(ws, "customer", "甲", label="子", shown=True)
    record = ws.dictionary.type("customer")
    assert [one.label for one in record.fields if one.custom] == ["丙", "子", "乙"]
    assert record.field(names[0]).shown
    fields.change_field(ws, "customer", "子", hidden=True)
    field = ws.dictionary.type("customer").field(names[0])
    assert (field.hidden, field.exported) == (True, True)
    assert (field.listed, field.imported, field.shown) == (False, False, False)
    for _time in range(3):
        history.undo(ws)
    assert [one.label for one in ws.dictionary.type("customer").fields if one.custom] == ["甲", "乙", "丙"]


@pytest.mark.parametrize("label", ["", "  ", "x" * 61, "等级", "Level", "level", "特别"])
def test_two_fields_never_have_one_name(ws: Workspace, label: str) -> None:
    add(ws, "text")
    with pytest.raises(InvalidValue):
        add(ws, "date", label)
    assert len(fields.own_fields(ws, "customer")) == 1


def test_lines_of_quotes_have_none(ws: Workspace) -> None:
    with pytest.raises(InvalidValue):
        add(ws, "text", "x", "quote_line")
    for record in fields.record_types(ws):
        name = add(ws, "number", "重量", record.name)
        assert ws.dictionary.type(record.name).has(name)


def test_words_of_the_user_are_never_translated(ws: Workspace) -> None:
    """A field that an English speaker calls “Status” stays that in Chinese."""
    name = add(ws, "choice", "Country of origin")
    lists.add_value(ws, "customer", name, "Call")
    i18n.use("zh_CN")
    field = ws.dictionary.type("customer").field(name)
    assert show(field, "Call") == "Call"
    assert i18n.translate(field.label) == "Country of origin"


def test_what_was_made_is_there_when_the_book_is_opened_again(ws: Workspace, tmp_path: Path) -> None:
    name = add(ws, "choice")
    commands.create(ws, "customer", {"name": "甲", name: "法国"})
    ws.close()
    again = open_workspace(tmp_path / "test.kebu")
    try:
        assert queries.get(again, "customer", 1)[name] == "法国"
        assert len(again.dictionary.type("customer").field(name).choices) == 3
    finally:
        again.close()


def test_a_failed_operation_leaves_the_dictionary_as_it_was(ws: Workspace) -> None:
    def fail() -> None:
        with ws.operation("Fail") as op:
            op.add_custom_field("customer", "特别")
            assert len(ws.dictionary.type("customer").fields) > len(ws.built_in.type("customer").fields)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert ws.dictionary.type("customer") == ws.built_in.type("customer")


def indexes(ws: Workspace) -> list[str]:
    with ws.book.reading() as connection:
        sql = "SELECT name FROM sqlite_schema WHERE type='index' AND name LIKE 'own~_%' ESCAPE '~' ORDER BY name"
        return [row[0] for row in connection.execute(sql)]


def test_an_index_follows_the_fields_that_lists_sort_by(ws: Workspace) -> None:
    day = add(ws, "date", "到期")
    text = add(ws, "text", "代号")
    assert indexes(ws) == [f"own_customer_{day}"]
    fields.change_field(ws, "customer", "代号", shown=True)
    assert indexes(ws) == [f"own_customer_{day}", f"own_customer_{text}"]
    fields.remove_field(ws, "customer", "到期")
    assert indexes(ws) == [f"own_customer_{text}"]
    history.undo(ws)
    assert indexes(ws) == [f"own_customer_{day}", f"own_customer_{text}"]
    for _time in range(3):
        history.undo(ws)
    assert indexes(ws) == []
    assert check(ws) == []


def test_conditions_on_several_choices_of_linked_records(ws: Workspace) -> None:
    name = add(ws, "several")
    one = commands.create(ws, "customer", {"name": "甲", name: "德国, 法国", "tags": "x, y"}).id
    two = commands.create(ws, "customer", {"name": "乙", name: "法国"}).id
    assert ids(ws, Condition(name, "=", "法国")) == [one, two]
    assert ids(ws, Condition(name, "=", "德国, 法国")) == [one]
    assert ids(ws, Condition(name, "!=", "德国")) == [two]
    assert ids(ws, Condition(name, "in", ("德国", "意大利"))) == [one]
    assert ids(ws, Condition(name, "contains", "国")) == [one, two]
    assert ids(ws, Condition("tags", "=", "y")) == [one]
    assert ids(ws, Condition("tags", "!=", "y")) == [two]


@pytest.mark.parametrize(
    ("sort", "texts", "values"),
    [
        ("date", ("2026/7/1", "2025-12-31"), (date(2026, 7, 1), date(2025, 12, 31))),
        ("money", ("3万", "￥12.50"), (Decimal(30000), Decimal("12.50"))),
        ("choice", ("德国", "法国"), ("德国", "法国")),
        ("several", ("德国、法国", "法国"), (("德国", "法国"), ("法国",))),
        ("phone", ("13800002317", "x"), (Phone("13800002317", "+8613800002317"), Phone("x", ""))),
        ("long-text", ("a", "b"), ("a", "b")),
    ],
)
def test_a_text_becomes_a_field_of_another_kind(
    ws: Workspace, sort: str, texts: tuple[str, ...], values: tuple[Any, ...]
) -> None:
    name = add(ws, "text")
    numbers = [commands.create(ws, "customer", {"name": text, name: text}).id for text in texts]
    commands.create(ws, "customer", {"name": "ohne"})
    fields.convert_field(ws, "customer", "特别", sort)
    assert tuple(one[name] for one in queries.rows(ws, "customer", numbers)) == values
    if sort in ("choice", "several"):
        assert [one.label for one in ws.dictionary.type("customer").field(name).choices] == ["德国", "法国"]
    fields.convert_field(ws, "customer", "特别", "long-text" if sort != "long-text" else "text")
    history.undo(ws)
    history.undo(ws)
    assert tuple(queries.get(ws, "customer", one)[name] for one in numbers) == texts
    assert check(ws) == []


def test_a_value_that_does_not_fit_stops_the_change_of_kind(ws: Workspace) -> None:
    name = add(ws, "text")
    one = commands.create(ws, "customer", {"name": "甲", name: "bald"}).id
    with pytest.raises(InvalidValue, match="bald"):
        fields.convert_field(ws, "customer", "特别", "date")
    assert queries.get(ws, "customer", one)[name] == "bald"
    assert fields.own_fields(ws, "customer")[0].kind == "text"


@pytest.mark.parametrize(
    ("sort", "typed", "to"),
    [
        ("text", "2026/7/1", "date"),
        ("text", "12.5", "number"),
        ("text", "12.5", "money"),
        ("text", "德国、法国", "several"),
        ("money", "12.5", "text"),
        ("number", "3", "phone"),
        ("date", "2026-07-01", "long-text"),
        ("yes-no", True, "choice"),
        ("phone", "13800002317", "several"),
    ],
)
def test_the_history_knows_what_kind_a_field_was(ws: Workspace, sort: str, typed: Any, to: str) -> None:
    name = add(ws, sort)
    one = commands.create(ws, "customer", {"name": "甲"}).id
    filled = commands.update(ws, "customer", one, {name: typed}).operation
    before = queries.get(ws, "customer", one)[name]
    turned = fields.convert_field(ws, "customer", "特别", to).operation
    now = queries.get(ws, "customer", one)[name]
    seen = {entry.operation: entry for entry in history.of_record(ws, "customer", one) if entry.field}
    assert seen[filled].new == before
    assert seen.get(turned) is None or (seen[turned].old, seen[turned].new) == (before, now)
    told = operations.changed(ws, filled).records[0].fields
    assert [(field.new, field.back) for field in told] == [(show(seen[filled].became, before), False)]
    history.undo(ws)
    assert {entry.operation: entry for entry in history.of_record(ws, "customer", one)}[filled].new == before


@pytest.mark.parametrize(
    ("sort", "text"),
    [("date", "2026-07-01"), ("number", "12"), ("money", "3"), ("yes-no", "是"), ("several", "德国"), ("phone", "1")],
)
def test_a_value_of_another_kind_comes_back_from_the_trash_without_harm(ws: Workspace, sort: str, text: str) -> None:
    name = add(ws, "text")
    one = commands.create(ws, "customer", {"name": "甲", name: "bald"}).id
    two = commands.create(ws, "customer", {"name": "乙", name: text}).id
    commands.delete(ws, "customer", [one])
    fields.convert_field(ws, "customer", "特别", sort)
    trash.restore(ws, [("customer", one)])
    held = queries.rows(ws, "customer", (one, two))
    assert [row.title for row in held] == ["甲", "乙"]
    assert held[0][name] in (None, (), Phone("bald", ""))
    assert len(queries.ids(ws, "customer", order=((name, False),))) == 2
    fields.convert_field(ws, "customer", "特别", "text")
    assert check(ws) == []
