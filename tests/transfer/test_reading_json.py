"""JSON read as tables: our own export, arrays of objects wherever they stand, JSON lines, and what is no table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import SheetError
from app.transfer.commands import plan_import, run_import
from app.transfer.readers import json_tables
from app.transfer.readers.container import Refused
from app.transfer.reading import Limits, read_workbook
from tests.transfer.imports import held, imported

PEOPLE = [
    {"名称": "苏州恒瑞", "电话": "0512-66881234", "城市": "苏州"},
    {"名称": "上海远景", "电话": "021-58881234", "城市": None},
]


def rows(whole: Any, cells: int = 10_000) -> list[list[Any]]:
    data = whole if isinstance(whole, bytes) else json.dumps(whole).encode()
    (part,) = json_tables.parts(data, cells)
    return part.rows


PLAIN = [["名称", "电话", "城市"], ["苏州恒瑞", "0512-66881234", "苏州"], ["上海远景", "021-58881234", ""]]


@pytest.mark.parametrize("whole", [
    PEOPLE,
    {"data": PEOPLE, "total": 2, "next": None},
    {"code": 0, "message": "ok", "result": {"list": PEOPLE}},
    {"hits": {"hits": [{"_source": one} for one in PEOPLE]}},
    {"data": [{"attributes": one} for one in PEOPLE]},
    "\n".join(json.dumps(one, ensure_ascii=False) for one in PEOPLE).encode("gbk"),
    json.dumps(PEOPLE).encode("utf-16"),
    b"\xef\xbb\xbf" + json.dumps(PEOPLE).encode(),
    [list(PEOPLE[0]), *(list(one.values()) for one in PEOPLE)],
    {name: [one[name] for one in PEOPLE] for name in PEOPLE[0]},
    {name: {str(at): one[name] for at, one in enumerate(PEOPLE)} for name in PEOPLE[0]},
    {"columns": list(PEOPLE[0]), "index": [0, 1], "data": [list(one.values()) for one in PEOPLE]},
])  # fmt: skip
def test_a_table_is_found_wherever_it_stands(whole: Any) -> None:
    assert rows(whole) == PLAIN


def test_objects_by_their_keys() -> None:
    assert rows({"k1": PEOPLE[0], "k2": PEOPLE[1]}) == [
        ["id", *PLAIN[0]], ["k1", *PLAIN[1]], ["k2", *PLAIN[2]],
    ]  # fmt: skip


def test_objects_inside_objects_become_columns_and_arrays_of_them_rows() -> None:
    whole = [{
        "company": "苏州恒瑞", "address": {"city": "苏州", "geo": {"lat": 31.3}}, "tags": ["老客户", "机械"],
        "phones": [{"type": "work", "number": "0512-66881234"}, {"type": "fax", "number": "0512-66881235"}],
        "contacts": [{"name": "王强", "mobile": "13800001111"}, {"name": "李娜", "mobile": "13800002222"}],
        "created": {"$date": "2026-07-01"}, "_id": {"$oid": "5f1"},
    }]  # fmt: skip
    assert rows(whole) == [
        ["company", "address / city", "address geo / lat", "tags", "phones", "created", "_id", "contacts / name",
         "contacts / mobile"],
        ["苏州恒瑞", "苏州", 31.3, "老客户, 机械", "0512-66881234, 0512-66881235", "2026-07-01", "5f1", "王强", "13800001111"],
        ["苏州恒瑞", "苏州", 31.3, "老客户, 机械", "0512-66881234, 0512-66881235", "2026-07-01", "5f1", "李娜", "13800002222"],
    ]  # fmt: skip


def test_several_tables_are_several_sheets() -> None:
    found = json_tables.parts(
        json.dumps({"customers": PEOPLE, "products": [{"code": "P1", "name": "泵"}]}).encode(), 999
    )
    assert [(part.name, len(part.rows)) for part in found] == [("customers", 3), ("products", 2)]


def test_numbers_keep_their_digits() -> None:
    data = b'[{"a": 6222021234567890123, "b": 1e999, "c": NaN, "d": 12.50, "e": true, "f": -Infinity, "g": 0.12345678901234567891}]'
    assert rows(data)[1] == ["6222021234567890123", "1e999", "", 12.5, True, "", "0.12345678901234567891"]


def test_half_characters_are_replaced() -> None:
    assert rows(b'[{"a\\ud800": "x\\udfff", "b": "\\ud83d\\ude00"}]') == [["a\ufffd", "b"], ["x\ufffd", "\U0001f600"]]


@pytest.mark.parametrize(("data", "code"), [
    (b"[" * 200_000, "too_deep"),
    (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "too_deep"),
    (b'[{"a": 1}, {"a": ', "damaged"),
    (b'[{"a": 1}] [', "damaged"),
    (b"[]", "no_table"),
    (b'["a", "b"]', "no_table"),
    (b"{}", "no_table"),
    (b'[{"a": "' + b"x" * 99 + b'"}' + b',{"b": 1}' * 999 + b"]", "too_many_cells"),
])  # fmt: skip
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        json_tables.parts(data, 1000)
    assert refused.value.code == code


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=24,
)


@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(values)
def test_whatever_json_says_is_a_table_or_none(whole: Any) -> None:
    try:
        found = json_tables.parts(json.dumps(whole).encode(), 10_000)
    except Refused:
        return
    for part in found:
        for row in part.rows:
            assert all(isinstance(cell, (str, float, bool)) for cell in row)
        json.dumps(part.rows, ensure_ascii=False).encode("utf-8")


def test_a_file_is_read_and_imported(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "客户.json"
    path.write_text(json.dumps({"data": PEOPLE}, ensure_ascii=False), "utf-8")
    book = read_workbook(path)
    assert (book.format, [sheet.name for sheet in book.sheets]) == ("json", ["data"])
    run_import(ws, plan_import(ws, [path]))
    held = queries.rows(ws, "customer", queries.ids(ws, "customer"), ("name", "city"))
    assert sorted((one["name"], one["city"]) for one in held) == [("上海远景", None), ("苏州恒瑞", "苏州")]


def test_limits_and_refusals_of_files(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"[" * 100_000)
    with pytest.raises(SheetError, match="too deep"):
        read_workbook(path)
    path.write_bytes(b'{"theme": "dark", "zoom": [1, 2]}')
    plain = read_workbook(path)
    assert [len(sheet.rows) for sheet in plain.sheets] == [2]
    path.write_bytes(json.dumps(PEOPLE).encode())
    with pytest.raises(SheetError, match="too big"):
        read_workbook(path, limits=Limits(text_bytes=10))


def test_half_a_character_in_the_name_of_a_table_is_replaced(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(
        rb'{"cust\ud800": [{"name": "Acme", "phone": "13800001001"}, {"name": "Globex", "phone": "13800001002"}]}'
    )
    assert [one.sheet for one in imported(ws, tmp_path / "a.json").sheets] == ["cust\ufffd"]
    assert [one["name"] for one in held(ws, "customer")] == ["Acme", "Globex"]
