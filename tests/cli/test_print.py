"""print and sheet on the command line, and what a list says of its length."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.main import open_workspace
from app.records import commands
from reports.preview import PdfPages
from tests.cli.conftest import Kebu


@pytest.fixture
def filled(book: Path) -> Path:
    ws = open_workspace(book)
    for name, city, limit in (("恒瑞机械", "苏州", "100"), ("长安汽车", "重庆", "200"), ("锦程印染", "绍兴", None)):
        commands.create(ws, "customer", {"name": name, "city": city, "credit_limit": limit})
    ws.close()
    return book


def read(path: Path) -> str:
    with PdfPages(path.read_bytes()) as pages:
        return "".join(pages.text(at) for at in range(len(pages)))


def test_a_list_is_printed_with_its_filter_and_total(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    done = kebu(
        "print", "customers", "--pdf", path, "--where", "city!=绍兴", "--fields", "name,credit_limit", "--order",
        "credit_limit:desc", "--title", "Two of them", "--landscape",
    )  # fmt: skip
    assert (done.code, done.out) == (0, f"Wrote 2 records to {path}\n")
    text = read(path)
    assert text.index("长安汽车") < text.index("恒瑞机械")
    assert all(
        word in text for word in ("Two of them", "¥300.00", "Filter: City is not 绍兴", "Sorted by: Credit limit ↓")
    )
    assert "锦程印染" not in text


def test_a_list_speaks_the_language_asked_for(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    answer = kebu("print", "customers", "--pdf", path, "--json", "--lang", "zh").json
    assert (answer["kind"], answer["rows"]) == ("customers", 3)
    assert "客户" in read(path)
    assert kebu("print", "customers", "--pdf", path, "--fields", "nonsense").code == 1


def test_a_sheet_is_printed(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert kebu("sheet", "恒瑞机械", "--pdf", path).code == 0
    assert "苏州" in read(path)
    assert kebu("sheet", "nobody", "--pdf", path).code == 1


def test_a_list_cut_short_says_of_how_many(kebu: Kebu, filled: Path) -> None:
    assert kebu("list", "customers", "--limit", "2").out.splitlines()[-1] == "2 of 3 records"
    assert kebu("list", "customers").out.splitlines()[-1] == "3 records"


def test_words_for_a_day_are_dates(kebu: Kebu, filled: Path) -> None:
    ws = open_workspace(filled)
    number = commands.create(ws, "customer", {"name": "A", "birthday": "yesterday", "created_on": "今天"}).id
    ws.close()
    [found] = [one for one in kebu("list", "customers", "--json").json if one["id"] == number]
    assert found["birthday"] == (date.fromisoformat(found["created_on"]) - timedelta(days=1)).isoformat()
