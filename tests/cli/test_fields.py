"""kebu fields, field, values and value."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kebu


def test_a_field_is_made_filled_listed_and_removed(kebu: Kebu, book: Path) -> None:
    made = kebu("field", "add", "customers", "合同到期", "--kind", "date", "--column", "--json")
    assert made.code == 0
    assert made.json["name"] == "custom_1"
    [told] = [one for one in kebu("fields", "customers", "--json").json if one["own"]]
    assert (told["name"], told["kind"], told["shown"]) == ("custom:合同到期", "date", True)
    table = book.parent / "客户.csv"
    table.write_text("客户名称,合同到期\n甲公司,2026/9/1\n乙公司,2025-12-31\n", "utf-8")
    assert kebu("import", table).code == 0
    assert [one["name"] for one in kebu("list", "customers", "--where", "合同到期>=2026-01-01", "--json").json] == [
        "甲公司"
    ]
    assert kebu("show", "customers", "甲公司", "--json").json["custom:合同到期"] == "2026-09-01"
    assert "合同到期  1 Sep" in kebu("show", "customers", "甲公司").out
    out = book.parent / "out.csv"
    assert kebu("export", "customers", out, "--order", "合同到期").code == 0
    assert [line.split(",")[0] for line in out.read_text("utf-8-sig").splitlines()[1:]] == ["乙公司", "甲公司"]
    assert kebu("field", "rename", "customers", "合同到期", "到期日").code == 0
    gone = kebu("field", "remove", "customers", "到期日")
    assert "2 records had a value" in gone.out
    assert not any(one["own"] for one in kebu("fields", "customers", "--json").json)
    assert kebu("undo").code == 0
    assert kebu("show", "customers", "甲公司", "--json").json["custom:到期日"] == "2026-09-01"


def test_values_of_a_list(kebu: Kebu, book: Path) -> None:
    assert kebu("value", "add", "customers", "level", "V级", "--color", "warn").code == 0
    assert kebu("value", "up", "customers", "level", "V级").code == 0
    assert kebu("value", "rename", "customers", "等级", "V级", "VIP", "--lang", "zh").code == 0
    assert [one["label"] for one in kebu("values", "customers", "level", "--json").json] == ["A", "B", "VIP", "C"]
    assert "VIP" in kebu("values", "customers", "level").out
    assert kebu("value", "merge", "customers", "level", "VIP", "A").code == 0
    assert kebu("value", "retire", "customers", "level", "C").code == 0
    assert [(one["label"], one["retired"]) for one in kebu("values", "customers", "level", "--json").json] == [
        ("A", False),
        ("B", False),
        ("C", True),
    ]
    assert kebu("value", "restore", "customers", "level", "C").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("field", "add", "customers", "Name"),
        ("field", "remove", "customers", "name"),
        ("field", "remove", "customers", "x"),
        ("field", "add", "planets", "x"),
        ("field", "rename", "customers", "x"),
        ("value", "add", "customers", "name", "x"),
        ("value", "add", "customers", "status", "x"),
        ("value", "merge", "customers", "level", "A"),
        ("values", "customers", "nothing"),
    ],
)
def test_what_cannot_be_is_said_plainly(kebu: Kebu, book: Path, words: tuple[str, ...]) -> None:
    done = kebu(*words)
    assert done.code == 1
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_all_fields_in_both_languages(kebu: Kebu, book: Path) -> None:
    assert "Level" in kebu("fields", "customers").out
    assert "等级" in kebu("fields", "--lang", "zh").out
