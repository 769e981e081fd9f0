"""kebu erase and kebu erasures."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.main import open_workspace
from app.records import commands, queries
from tests.cli.conftest import Kebu


@pytest.fixture
def filled(book: Path) -> Path:
    """Two customers, one with a contact."""
    ws = open_workspace(book)
    number = commands.create(ws, "customer", {"name": "苏州恒瑞", "phone": "0512-88776655"}).id
    commands.create(ws, "contact", {"customer": number, "name": "欧阳娜娜"})
    commands.create(ws, "customer", {"name": "上海宏图"})
    ws.close()
    return book


def names(book: Path) -> list[str]:
    ws = open_workspace(book)
    found = [one.title for kind in ("customer", "contact") for one in queries.rows(ws, kind, queries.ids(ws, kind))]
    ws.close()
    return found


def test_without_yes_it_only_says_what_would_go(kebu: Kebu, filled: Path) -> None:
    done = kebu("erase", "恒瑞")
    assert (done.code, done.out.splitlines()[0]) == (1, "With “苏州恒瑞” go for good: Customers 1, Contacts 1.")
    assert "Nothing was erased yet; it cannot be undone." in done.err
    told = kebu("erase", "恒瑞", "--json").json
    assert (told["kind"], told["id"], told["erased"], told["records"]) == (
        "customer",
        1,
        False,
        {"customers": 1, "contacts": 1},
    )
    assert len(names(filled)) == 3


def test_it_is_done_once_a_reason_is_given_and_listed(kebu: Kebu, filled: Path) -> None:
    assert kebu("erase", "恒瑞", "--yes").code == 1
    done = kebu("erase", "恒瑞", "--yes", "--reason", "letter of 3 July", "--json")
    assert done.code == 0
    assert (done.json["records"], done.json["reason"]) == ({"customers": 1, "contacts": 1}, "letter of 3 July")
    assert names(filled) == ["上海宏图"]
    (one,) = kebu("erasures", "--json").json
    assert (one["kind"], one["id"], one["source"]) == ("customer", 1, "command line")
    assert "letter of 3 July" in kebu("erasures").out
    assert kebu("check").code == 0
    assert kebu("undo").code == 0
    assert names(filled) == []


def test_a_contact_goes_and_older_backups_with_it(kebu: Kebu, filled: Path) -> None:
    assert kebu("backup").code == 0
    done = kebu("erase", "欧阳娜娜", "--contact", "--yes", "--reason", "call", "--new-backup", "--json")
    assert done.code == 0
    assert done.json["backups"] == []
    kept = [path for path in filled.with_name(filled.stem + "-backups").iterdir() if path.suffix == ".kebu"]
    assert kept
    assert not any("欧阳娜娜".encode() in path.read_bytes() for path in kept)
    assert sorted(names(filled)) == ["上海宏图", "苏州恒瑞"]


def test_restore_tells_who_is_back_and_erases_again(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.kebu"
    assert kebu("backup", copy).code == 0
    assert kebu("erase", "1", "--yes", "--reason", "written request").code == 0
    told = kebu("restore", copy).out
    assert "1 person who was erased since is in this backup:" in told
    assert 'kebu erase 1 --yes --reason "written request"' in told
    assert kebu("erase", "1", "--yes", "--reason", "written request").code == 0
    answer = kebu("restore", copy, "--erase-again", "--json").json
    assert [(one["kind"], one["id"], one["reason"]) for one in answer["back"]] == [("customer", 1, "written request")]
    assert answer["erased_again"] == 1
    assert kebu("show", "customer", "1").code == 1
    assert "written request" in kebu("erasures").out
