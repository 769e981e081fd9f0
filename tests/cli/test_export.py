"""kebu export: every kind of file, its options, and what is told when it cannot be."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from app.main import open_workspace
from app.records import commands
from app.sales.commands import new_quote
from app.sales.view import Line
from tests.cli.conftest import Kebu


@pytest.fixture
def filled(book: Path) -> Path:
    """Three customers, a contact and a reminder."""
    ws = open_workspace(book)
    for name, city in (("甲公司", "苏州"), ("乙公司", "重庆"), ("丙公司", "苏州")):
        commands.create(ws, "customer", {"name": name, "city": city, "phone": "0512-66881234"})
    commands.create(ws, "contact", {"customer": 1, "name": "王强", "mobile": "13800002317"})
    commands.create(ws, "reminder", {"text": "回电", "due_at": "2026-07-23 09:30"})
    ws.close()
    return book


@pytest.mark.parametrize(
    ("kind", "name", "rows"),
    [
        ("customers", "a.xlsx", 3), ("customers", "a.csv", 3), ("customers", "a.json", 3), ("customers", "a.vcf", 3),
        ("contacts", "a.vcf", 1), ("reminders", "a.ics", 1), ("reminders", "a.csv", 1),
    ],
)  # fmt: skip
def test_every_ending_writes_its_file(
    kebu: Kebu, filled: Path, tmp_path: Path, kind: str, name: str, rows: int
) -> None:
    target = tmp_path / name
    assert kebu("export", kind, target, "--json").json == {"file": str(target), "kind": kind, "rows": rows}
    assert target.stat().st_size > 50


def test_the_main_contact_that_lists_show_is_a_field_too(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    kebu("export", "customers", tmp_path / "a.json", "--fields", "name,contact_name")
    assert [one["contact_name"] for one in json.loads((tmp_path / "a.json").read_text("utf-8"))] == ["王强", None, None]
    kebu("export", "customers", tmp_path / "a.csv", "--fields", "contact_name,name")
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[:2] == ["Contact,Name", "王强,甲公司"]


def test_filter_fields_and_order(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    done = kebu(
        "export",
        "customers",
        tmp_path / "a.json",
        "--where",
        "city=苏州",
        "--fields",
        "name,city",
        "--order",
        "id:desc",
    )
    assert (done.code, done.out) == (0, f"Wrote 2 records to {tmp_path / 'a.json'}\n")
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == [
        {"id": 3, "name": "丙公司", "city": "苏州"},
        {"id": 1, "name": "甲公司", "city": "苏州"},
    ]
    kebu("export", "customers", tmp_path / "a.csv", "--fields", "City,name", "--order", "city,name:desc")
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[0] == "City,Name"


def test_gb18030(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    kebu("export", "customers", tmp_path / "a.csv", "--fields", "name", "--encoding", "gb18030")
    assert (tmp_path / "a.csv").read_bytes().decode("gb18030").split() == ["Name", "甲公司", "乙公司", "丙公司"]


@pytest.mark.parametrize(
    "words",
    [
        ("export", "customers"),
        ("export", "customers", "a.csv", "--encoding", "latin-1"),
        ("export", "customers", "a.xlsx", "--encoding", "gb18030"),
        ("export", "customers", "a.csv", "--vcard", "4.0"),
        ("export", "contacts", "a.vcf", "--fields", "name"),
        ("export", "book", "a.xlsx", "--where", "city=x"),
        ("export", "customers", "a.csv", "--nothing"),
        ("export", "customers", "a.csv", "b.csv"),
        ("export", "person", "甲公司"),
        ("export", "person", "甲公司", "out", "--fields", "name"),
    ],
)
def test_wrong_usage_is_told_with_two(kebu: Kebu, filled: Path, words: tuple[str, ...]) -> None:
    done = kebu(*words)
    assert (done.code, done.out) == (2, "")
    assert "kebu" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("customers", "a.pdf"), "endings"),
        (("products", "a.vcf"), "cannot hold"),
        (("nothing", "a.csv"), "no records of the kind"),
        (("customers", "a.csv", "--fields", "nothing"), "no field"),
        (("customers", "a.csv", "--order", "nothing"), "no field"),
        (("customers", "a.csv", "--where", "nothing=1"), "no field"),
        (("customers", "none/a.csv"), "no folder"),
    ],
)
def test_what_cannot_be_is_one_sentence(kebu: Kebu, filled: Path, words: tuple[str, ...], said: str) -> None:
    done = kebu("export", *words)
    assert (done.code, done.out, said in done.err) == (1, "", True)
    assert done.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_replaced_stays(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "a.csv").write_text("old")
    folder.chmod(0o500)
    done = kebu("export", "customers", folder / "a.csv")
    folder.chmod(0o700)
    assert (done.code, (folder / "a.csv").read_text()) == (1, "old")


def test_a_whole_book_goes_out_and_into_an_empty_one(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.xlsx"
    done = kebu("export", "book", target, "--json", "--book", filled).json
    assert (done["rows"], done["sheets"]["customers"], done["sheets"]["reminders"]) == (5, 3, 1)
    kebu("new", tmp_path / "other.kebu")
    assert kebu("import", target, "--book", tmp_path / "other.kebu").code == 0
    for kind in ("customers", "contacts", "reminders"):
        lists = [kebu("list", kind, "--json", "--book", one).json for one in (filled, tmp_path / "other.kebu")]
        assert lists[0] == lists[1]


def test_the_dry_run_tells_which_cells_were_edited(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    import openpyxl

    target = tmp_path / "a.xlsx"
    kebu("export", "customers", target, "--fields", "name,city")
    book = openpyxl.load_workbook(target)
    book.active["B3"].value = "成都"
    book.save(target)
    (sheet,) = kebu("import", target, "--dry-run", "--json").json["files"][0]["sheets"]
    assert sheet["changes"] == [{"row": 3, "id": 2, "field": "city", "old": "重庆", "new": "成都"}]
    assert (sheet["updated"], sheet["duplicates"]) == (1, 2)
    assert kebu("import", target).code == 0
    assert [one["city"] for one in kebu("list", "customers", "--json", "--fields", "city").json] == [
        "苏州",
        "成都",
        "苏州",
    ]


def test_all_about_one_person(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    ws = open_workspace(filled)
    new_quote(ws, 1, lines=[Line(name="泵", quantity=Decimal(2), price=Decimal("3.77"))])
    commands.create(ws, "activity", {"customer": 1, "kind": "call", "done_at": "2026-07-01 09:30", "text": "问价"})
    commands.create(ws, "activity", {"customer": 2, "kind": "call", "done_at": "2026-07-01 09:30", "text": "别人"})
    commands.create(
        ws, "reminder", {"text": "回访", "due_at": "2026-07-24 09:00", "about_kind": "customer", "about_id": 1}
    )
    commands.update(ws, "customer", 1, {"phone": "0512-1111 2222"})
    ws.close()
    folder = tmp_path / "甲"
    done = kebu("export", "person", "甲公司", folder, "--json")
    assert done.json["records"] == {
        "customers": 1, "contacts": 1, "activities": 1, "reminders": 1, "quotes": 1, "quote_lines": 1,
    }  # fmt: skip
    data = json.loads((folder / "data.json").read_text("utf-8"))
    assert [one["text"] for one in data["activities"]] == ["问价"]
    assert any(one["field"] == "phone" and one["old"]["typed"] == "0512-66881234" for one in data["history"])
    (pdf,) = (folder / "quotes").iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "别人" not in (folder / "data.json").read_text("utf-8")
    again = kebu("export", "person", "甲公司", folder)
    assert (again.code, "there already" in again.err) == (1, True)
    assert kebu("export", "person", "王强", tmp_path / "王", "--json").json["kind"] == "contact"
    assert kebu("export", "person", "没有这个人", tmp_path / "x").code == 1
    assert not (tmp_path / "x").exists()
