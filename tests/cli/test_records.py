"""trash, restore-record, duplicates, merge and unmerge on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.main import open_workspace
from app.records import commands
from tests.cli.conftest import Kebu


@pytest.fixture
def filled(book: Path) -> Path:
    """Three customers, two of which are one; the first has two contacts."""
    ws = open_workspace(book)
    first = commands.create(ws, "customer", {"name": "苏州恒瑞机械有限公司", "city": "苏州", "level": "A"}).id
    commands.create(ws, "customer", {"name": "苏州恒瑞机械", "city": "苏州市", "industry": "机械"})
    commands.create(ws, "customer", {"name": "重庆长安汽车", "city": "重庆"})
    for name in ("王强", "李芳"):
        commands.create(ws, "contact", {"customer": first, "name": name})
    ws.close()
    return book


def test_what_was_deleted_is_listed_and_restored(kebu: Kebu, filled: Path) -> None:
    ws = open_workspace(filled)
    commands.delete(ws, "customer", [1])
    ws.close()
    [one] = kebu("trash", "--json").json
    assert (one["kind"], one["id"], one["children"]) == ("customer", 1, {"contacts": 2})
    said = kebu("trash", "hengrui").out
    assert "苏州恒瑞机械有限公司" in said
    assert "Contacts 2" in said
    assert "0 records" in kebu("trash", "xyz").out
    assert kebu("restore-record", "customer", "1").out == "Restored: 苏州恒瑞机械有限公司\n"
    assert len(kebu("list", "contacts", "--json").json) == 2
    gone = kebu("restore-record", "customer", "1")
    assert (gone.code, gone.err) == (1, "Customer number 1 is not in the trash. See what is there with: kebu trash\n")
    assert kebu("restore-record", "customer", "恒瑞").code == 1


def test_doubles_are_found_merged_and_taken_apart(kebu: Kebu, filled: Path) -> None:
    [group] = kebu("duplicates", "--json").json
    assert ([one["id"] for one in group["customers"]], group["score"], group["reasons"]) == ([1, 2], 95, ["name"])
    assert "Same name" in kebu("duplicates").out
    merged = kebu("merge", "1", "2", "--take", "name=2", "--json").json["customer"]
    assert (merged["id"], merged["name"], merged["level"], merged["industry"]) == (1, "苏州恒瑞机械", "A", "机械")
    [listed] = kebu("unmerge", "--json").json
    assert (listed["into"]["id"], listed["names"]) == (1, "苏州恒瑞机械")
    assert "Out of the merge again: 苏州恒瑞机械" in kebu("unmerge", "2").out
    assert kebu("unmerge").out == "No customers are merged.\n"
    assert kebu("unmerge", "2").code == 1
    assert kebu("merge", "1", "1").code == 1
    assert kebu("merge", "1", "2", "--take", "colour=2").code == 1


def test_those_told_apart_are_no_doubles(kebu: Kebu, filled: Path) -> None:
    assert "Remembered" in kebu("duplicates", "--apart", "1", "2").out
    assert kebu("duplicates", "--json").json == []
    assert kebu("duplicates", "--apart", "1", "1").code == 1
    kebu("undo")
    assert len(kebu("duplicates", "--json").json) == 1


def test_the_history_is_searched(kebu: Kebu, filled: Path) -> None:
    assert [one["name"] for one in kebu("history", "--search", "长安", "--json").json] == ["New Customer: 重庆长安汽车"]
    assert kebu("history", "--until", "2020-01-01", "--json").json == []
    assert len(kebu("history", "--since", "2020-01-01", "--json").json) == 5
    assert kebu("history", "--since", "bald").code == 1
