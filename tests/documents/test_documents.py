"""Files of records: kept once, undone, backed up, restored, moved, checked, and encrypted with the book."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers import commands as customers
from app.documents import rules
from app.documents.commands import attach
from app.documents.queries import documents_of, missing, opened, save, store
from app.main import create_workspace, open_workspace
from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.safety import commands as safety
from app.safety.queries import check
from app.shared.errors import BookError, DamagedBook, KebuError, NotFound

KEY = bytes(range(32))


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "合同 2026.pdf"
    path.write_bytes(b"%PDF-1.7 " + bytes(range(256)) * 40_000)
    return path


@pytest.fixture
def customer(ws: Workspace) -> int:
    return customers.create(ws, {"name": "恒瑞"}).id


def test_a_file_is_kept_found_and_given_back(ws: Workspace, customer: int, contract: Path, tmp_path: Path) -> None:
    data = contract.read_bytes()
    made = attach(ws, "customer", customer, [contract])
    contract.unlink()
    [document] = documents_of(ws, "customer", customer)
    assert (document.id, document.title, document["size"]) == (made.ids[0], "合同 2026.pdf", len(data))
    copy = opened(ws, document.id)
    assert (copy.name, copy.read_bytes()) == ("合同 2026.pdf", data)
    save(ws, document.id, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == data
    assert [hit.id for hit in queries.search(ws, "hetong", ["document"])] == [document.id]
    assert check(ws) == []


def test_one_content_is_kept_once_and_undo_leaves_it(ws: Workspace, customer: int, contract: Path) -> None:
    same = contract.with_name("copy.pdf")
    same.write_bytes(contract.read_bytes())
    attach(ws, "customer", customer, [contract, same])
    assert len(list(store(ws).all())) == 1
    history.undo(ws)
    assert documents_of(ws, "customer", customer) == []
    history.redo(ws)
    assert len(documents_of(ws, "customer", customer)) == 2
    assert missing(ws, thorough=True) == []


def test_a_deleted_customer_comes_back_with_its_files(ws: Workspace, customer: int, contract: Path) -> None:
    attach(ws, "customer", customer, [contract])
    commands.delete(ws, "customer", [customer])
    assert queries.count(ws, "document") == 0
    history.undo(ws)
    [document] = documents_of(ws, "customer", customer)
    assert opened(ws, document.id).read_bytes() == contract.read_bytes()


def test_what_is_no_file_is_refused(ws: Workspace, customer: int, tmp_path: Path) -> None:
    for bad in (tmp_path, tmp_path / "gone.pdf"):
        with pytest.raises(KebuError):
            attach(ws, "customer", customer, [bad])
    with pytest.raises(NotFound):
        attach(ws, "customer", 999, [tmp_path])
    assert queries.count(ws, "document") == 0
    assert list(store(ws).all()) == []


def test_a_broken_off_copy_leaves_nothing(ws: Workspace, customer: int, contract: Path) -> None:
    with pytest.raises(BookError):
        attach(ws, "customer", customer, [contract], cancelled=lambda: True)
    assert queries.count(ws, "document") == 0
    assert list(store(ws).all()) == []


def test_a_lost_or_damaged_file_is_told(ws: Workspace, customer: int, contract: Path) -> None:
    attach(ws, "customer", customer, [contract])
    [document] = documents_of(ws, "customer", customer)
    path = store(ws).path(document["content"])
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    assert missing(ws) == []
    assert [(one.part, one.detail) for one in check(ws)] == [("files", "合同 2026.pdf")]
    with pytest.raises(DamagedBook):
        opened(ws, document.id)
    path.unlink()
    assert [one.id for one in missing(ws)] == [document.id]
    with pytest.raises(NotFound):
        opened(ws, document.id)


@pytest.mark.parametrize("key", [None, KEY])
def test_backups_hold_the_files(tmp_path: Path, contract: Path, key: bytes | None) -> None:
    path = tmp_path / "book.kebu"
    ws = create_workspace(path, key=key)
    customer = customers.create(ws, {"name": "恒瑞"}).id
    attach(ws, "customer", customer, [contract])
    made = safety.backup_now(ws)
    elsewhere = tmp_path / "usb"
    elsewhere.mkdir()
    safety.backup_now(ws, elsewhere / "copy.kebu")
    [document] = documents_of(ws, "customer", customer)
    store(ws).drop(document["content"])
    assert missing(ws)
    ws = safety.restore(ws, made.path, lambda book: open_workspace(book, key=key))
    assert missing(ws, thorough=True) == []
    ws = safety.move(ws, tmp_path / "moved.kebu", lambda book: open_workspace(book, key=key))
    assert missing(ws, thorough=True) == []
    ws.close()
    assert not (tmp_path / "book-files").exists()
    fresh = tmp_path / "fresh.kebu"
    safety.restore_closed(fresh, elsewhere / "copy.kebu", key=key, now=made.at)
    ws = open_workspace(fresh, key=key)
    assert missing(ws, thorough=True) == []
    ws.close()
    if key:
        kept = b"".join(file.read_bytes() for file in tmp_path.glob("*-files/*/*"))
        assert b"%PDF" not in kept
        assert bytes(range(256)) not in kept


@pytest.mark.parametrize(
    ("name", "bad"),
    [("a.pdf", False), ("a.PDF", False), ("a.pdf.exe", True), ("a.exe ", True), ("a.docm", True), ("a.lnk.", True),
     ("README", True), ("a.jpg", False), ("a.html", False), ("a.xlsx", False), ("a.PS1", True)],
)  # fmt: skip
def test_names_that_may_run_programs(name: str, bad: bool) -> None:
    assert rules.risky(name) is bad


@given(st.text(max_size=300))
def test_any_name_becomes_a_name_of_a_file(name: str) -> None:
    safe = rules.safe_name(name)
    assert 0 < len(safe) <= 120
    assert not set(safe) & set('<>:"/\\|?*\n\t\0')
    assert safe not in (".", "..")
    assert len(safe.encode()) <= 200
    assert rules.safe_name(safe) == safe


def test_a_long_name_keeps_its_ending_and_its_whole_signs() -> None:
    assert rules.safe_name("营" * 120 + ".pdf") == "营" * 65 + ".pdf"
    assert rules.safe_name("a" * 115 + " . .pdf" * 9) == "a" * 115 + ".pdf"
    assert rules.safe_name("a." + "b" * 300) == "a." + "b" * 118
    assert rules.safe_name("\ud800.pdf") == "_.pdf"


def test_sizes_in_words() -> None:
    assert [rules.size_words(size) for size in (0, 999, 1234, 45_678, 3_400_000, 12_000_000_000)] == [
        "0 B", "999 B", "1.2 KB", "46 KB", "3.4 MB", "12 GB",
    ]  # fmt: skip
