"""kebu import: follow-up histories, things to do, quotes."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Kebu
from tests.transfer.sheets_made import workbook

ROWS = [
    ["日期", "客户名称", "联系人", "方式", "内容", "跟进人"],
    ["2019-3-5", "甲公司", "张伟", "电话", "问价", "陈静"],
    ["2019-3-6", "乙公司", None, "拜访", "看厂", "陈静"],
]


def test_a_history_from_a_text_file(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "拜访记录2019.csv"
    file.write_text("\n".join(",".join(cell or "" for cell in row) for row in ROWS), encoding="gbk")
    said = kebu("import", file, "--dry-run").out
    assert "activities, 2 rows: 2 new" in said
    assert "is not in the book; it is added as a customer" in said
    assert kebu("list", "activities", "--json").json == []
    told = kebu("import", file, "--json").json
    (sheet,) = told["files"][0]["sheets"]
    assert (sheet["kind"], sheet["created"], sheet["mapping"]["方式"]) == ("activities", 2, "kind")
    found = kebu("list", "activities", "--json").json
    assert {(one["author"], one["kind"]) for one in found} == {("陈静", "call"), ("陈静", "visit")}
    again = kebu("import", file, "--json").json
    assert (again["operation"], again["files"][0]["sheets"][0]["duplicates"]) == (None, 2)
    assert kebu("undo", told["operation"]).code == 0
    assert kebu("list", "customers", "--json").json == []


def test_the_kind_may_be_named(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    rows = [["To:", "ACME", "Date:", "2020-3-4"], ["Item", "Qty", "Price"], ["Pump", 2, 100], ["Total", None, 200]]
    file = workbook(tmp_path / "offer.xlsx", Sheet1=rows)
    told = kebu("import", file, "--kind", "quotes", "--json").json
    (sheet,) = told["files"][0]["sheets"]
    assert (sheet["kind"], sheet["created"]) == ("quotes", 1)
    (quote,) = kebu("list", "quotes", "--json").json
    assert (quote["customer_name"], quote["total"]) == ("ACME", "200.00")
    refused = kebu("import", file, "--kind", "companies")
    assert refused.code != 0
    assert "activities, reminders, quotes" in refused.err
    plan = workbook(tmp_path / "x.xlsx", Sheet1=[["When", "What"], ["2030-1-2", "Call the bank"]])
    assert kebu("import", plan, "--kind", "reminders").code == 0
    (reminder,) = kebu("list", "reminders", "--json").json
    assert (reminder["text"], reminder["due_at"]) == ("Call the bank", "2030-01-02T00:00")


def test_a_copy_with_remarks_names_what_became_of_each_row(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    import openpyxl

    rows = [*ROWS, ["某天", "乙公司", None, "电话", "催款", None]]
    file = workbook(tmp_path / "联系记录.xlsx", 联系记录=rows)
    assert kebu("import", file, "--copy", tmp_path / "copy.xlsx").code == 0
    sheet = openpyxl.load_workbook(tmp_path / "copy.xlsx").active
    said = [[cell.value for cell in row][6:] for row in sheet.iter_rows(min_row=1)]
    assert said[0][0].startswith("Kebu: ")
    assert "This is no date" in str(said[3])
    sheet.parent.close()
    assert kebu("import", tmp_path / "copy.xlsx", "--json").json["files"][0]["sheets"][0]["duplicates"] == 2


def test_a_mapping_of_a_list_is_remembered_and_given(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "联系记录.xlsx", 联系记录=ROWS)
    profile = tmp_path / "p.json"
    assert kebu("import", file, "--dry-run", "--save-profile", profile).code == 0
    text = profile.read_text("utf-8").replace('"author"', '"outcome"')
    assert '"outcome"' in text
    profile.write_text(text, "utf-8")
    assert kebu("import", file, "--profile", profile).code == 0
    assert {one["outcome"] for one in kebu("list", "activities", "--json").json} == {"陈静"}
