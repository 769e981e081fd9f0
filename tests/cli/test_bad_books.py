"""A book that cannot be opened gets one plain sentence and stays as it was."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from app.main import create_workspace, open_workspace
from app.records import commands, queries
from app.safety.queries import check
from app.shared.errors import DiskFull, KebuError
from db.connection import connect
from tests.cli.conftest import Done, Kebu

KEY = bytes(range(32))


def told(done: Done, *words: str) -> None:
    """One sentence on stderr, no traceback, exit code 1, and nothing unexpected."""
    assert done.code == 1
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    assert "Something went wrong inside" not in done.err
    for word in words:
        assert word in done.err


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def filled(path: Path, key: bytes | None = None, count: int = 200) -> Path:
    """A closed book with some customers."""
    ws = create_workspace(path, key=key)
    with ws.operation("Import") as op:
        op.insert_many("customer", [{"name": f"苏州恒瑞{n}", "notes": "x" * 200} for n in range(count)])
    ws.close()
    return path


@pytest.mark.parametrize("command", [["list", "customers"], ["check"], ["backup"], ["undo"], ["search", "x"]])
def test_what_is_no_book(kebu: Kebu, tmp_path: Path, command: list[str]) -> None:
    folder = tmp_path / "folder.kebu"
    folder.mkdir()
    told(kebu("--book", folder, *command), "folder")
    told(kebu("--book", tmp_path / "没有.kebu", *command), "没有")
    for name, data in {
        "空.kebu": b"",
        "random.kebu": random.Random(1).randbytes(50_000),
        "text.kebu": "客户,电话\n".encode() * 100,
        "head.kebu": b"SQLite format 3\x00",
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        told(kebu("--book", path, *command), name)
        assert path.read_bytes() == data


def test_another_programs_database(kebu: Kebu, tmp_path: Path) -> None:
    path = tmp_path / "other.kebu"
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE t(x); INSERT INTO t VALUES(1)")
    connection.close()
    told(kebu("--book", path, "list", "customers"), "not a Kebu book")
    connection = apsw.Connection(str(path))
    assert connection.execute("SELECT x FROM t").get == 1
    connection.close()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_damaged_and_truncated_books(kebu: Kebu, tmp_path: Path, key: bytes | None) -> None:
    whole = filled(tmp_path / "whole.kebu", key).read_bytes()
    keys = tmp_path / "key"
    keys.write_bytes(KEY)
    given = ["--key-file", keys] if key else []
    dice = random.Random(7)
    path = tmp_path / "damaged.kebu"
    silent = 0
    for number in range(24):
        data = bytearray(whole)
        if number % 2:
            data = data[: dice.randrange(1, len(data))]
        else:
            start = dice.randrange(len(data))
            data[start : start + 400] = dice.randbytes(min(400, len(data) - start))
        path.write_bytes(data)
        for command in (["list", "customers", "--json"], ["check"], ["search", "恒瑞"]):
            done = kebu("--book", path, *given, *command)
            assert done.code in (0, 1)
            assert "Traceback" not in done.err
            assert "Something went wrong inside" not in done.err, (number, command)
            assert done.code == 0 or done.err.count("\n") == 1, (number, command, done)
            if command == ["check"]:
                silent += done.code == 0 and bool(key or number % 2)
        for suffix in ("", "-wal", "-shm", ".lock"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    # A cut is always found. A flip in free space harms nothing, and a plain page has no seal; those of an encrypted book
    # find nearly all.
    assert silent <= (2 if key else 0)


def test_a_damaged_book_is_restored(kebu: Kebu, tmp_path: Path) -> None:
    path = filled(tmp_path / "a.kebu")
    assert kebu("--book", path, "backup", tmp_path / "copy.kebu").code == 0
    path.write_bytes(b"rubbish" * 1000)
    told(kebu("--book", path, "list", "customers"), "a.kebu")
    assert kebu("--book", path, "restore", tmp_path / "copy.kebu").code == 0
    assert len(kebu("--book", path, "--json", "list", "customers").json) == 200
    [kept] = (tmp_path / "a-backups").glob("*.damaged")
    assert kept.read_bytes() == b"rubbish" * 1000


def test_keys(kebu: Kebu, tmp_path: Path) -> None:
    keyed, plain = filled(tmp_path / "keyed.kebu", KEY), filled(tmp_path / "plain.kebu")
    before = digest(keyed), digest(plain)
    (tmp_path / "raw").write_bytes(KEY)
    (tmp_path / "hex").write_text(KEY.hex() + "\n")
    (tmp_path / "wrong").write_bytes(bytes(32))
    (tmp_path / "short").write_bytes(b"secret")
    told(kebu("--book", keyed, "list", "customers"), "--key-file")
    told(kebu("--book", keyed, "--key-file", tmp_path / "wrong", "list", "customers"), "does not open")
    (tmp_path / "keyed.kebu.lock").unlink()
    told(kebu("--book", keyed, "--key-file", tmp_path / "wrong", "list", "customers"), "key")
    told(kebu("--book", keyed, "--key-file", tmp_path / "short", "list", "customers"), "holds no key")
    told(kebu("--book", keyed, "--key-file", tmp_path / "none", "list", "customers"), "none")
    told(kebu("--book", plain, "--key-file", tmp_path / "raw", "list", "customers"), "not encrypted")
    assert (digest(keyed), digest(plain)) == before
    assert kebu("new", tmp_path / "made", "--key-file", tmp_path / "raw").code == 0
    assert not (tmp_path / "made.kebu").read_bytes().startswith(b"SQLite format 3")
    for name in ("raw", "hex"):
        assert kebu("list", "customers", "--book", tmp_path / "made.kebu", "--key-file", tmp_path / name).code == 0
        assert len(kebu("list", "customers", "--json", "--book", keyed, "--key-file", tmp_path / name).json) == 200


def test_a_newer_book(kebu: Kebu, tmp_path: Path) -> None:
    path = filled(tmp_path / "new.kebu")
    connection = connect(path)
    [table] = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE name LIKE '%migration%' AND type='table'")
    ]
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    row = dict(zip(columns, connection.execute(f"SELECT * FROM {table}").fetchone(), strict=True))
    row |= {"name": "9999_from_the_future"} | ({"id": 9999} if "id" in row else {})
    connection.execute(f"INSERT INTO {table}({','.join(row)}) VALUES({','.join('?' * len(row))})", tuple(row.values()))
    connection.close()
    before = digest(path)
    told(kebu("--book", path, "list", "customers"), "newer")
    assert digest(path) == before


def test_a_locked_book(kebu: Kebu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "locked.kebu")
    ws = open_workspace(path, program="another program")
    try:
        told(kebu("--book", path, "list", "customers"), "another program")
        told(kebu("--book", path, "restore", path), "")
        assert len(queries.ids(ws, "customer")) == 200
    finally:
        ws.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes; needs the right to mount."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() or shutil.which("mount") is None:
        pytest.skip("a small disk needs root on Linux")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("this machine does not let tests mount a disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk(kebu: Kebu, small_disk: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "旧表.csv"
    sheet.write_text("公司名称,电话\n苏州恒瑞,0512-66881234\n", "utf-8")
    path = filled(small_disk / "full.kebu", count=10)
    free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    (small_disk / "ballast").write_bytes(bytes(free - 200_000))
    ws = open_workspace(path)
    with pytest.raises(DiskFull), ws.operation("Import") as op:
        op.insert_many("customer", [{"name": f"{n}", "notes": "y" * 2000} for n in range(2000)])
    # What was taken back holds no room.
    assert os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize > 100_000
    assert len(queries.ids(ws, "customer")) == 10
    ws.close()
    (small_disk / "ballast").write_bytes(bytes(os.path.getsize(small_disk / "ballast") + 100_000))
    told(kebu("--book", path, "backup"), "room")
    told(kebu("new", small_disk / "another.kebu"), "room")
    assert not (small_disk / "another.kebu").exists()
    assert not list((small_disk / "full-backups").iterdir())
    with (small_disk / "ballast").open("ab") as file:
        while os.statvfs(small_disk).f_bavail:
            file.write(bytes(4096))
            file.flush()
    before = digest(path)
    for words in (["log", "1", "hello"], ["list", "customers"], ["import", str(sheet)], ["undo"], ["check"]):
        told(kebu("--book", path, *words), "full.kebu", "room")
    path.with_name("full.kebu.lock").unlink()
    while os.statvfs(small_disk).f_bavail:
        with (small_disk / "ballast").open("ab") as file:
            file.write(bytes(4096))
    told(kebu("--book", path, "list", "customers"), "full.kebu", "room")
    assert digest(path) == before
    (small_disk / "ballast").unlink()
    ws = open_workspace(path)
    assert check(ws) == []
    assert len(queries.ids(ws, "customer")) == 10
    ws.close()


def test_the_book_grows_no_further(tmp_path: Path) -> None:
    """SQLite's own limit tells the same as a full disk, on every system."""
    ws = create_workspace(tmp_path / "limit.kebu")
    commands.create(ws, "customer", {"name": "one"})
    ws.book.writer.pragma("max_page_count", ws.book.writer.pragma("page_count") + 20)
    with pytest.raises(DiskFull), ws.operation("Import") as op:
        op.insert_many("customer", [{"name": f"{n}", "notes": "y" * 2000} for n in range(2000)])
    assert len(queries.ids(ws, "customer")) == 1
    assert check(ws) == []
    ws.close()


@pytest.fixture
def write_protected(tmp_path: Path) -> Iterator[tuple[Path, list[str]]]:
    """A book on a disk that cannot be written, and what is beside it."""
    place = tmp_path / "disk"
    place.mkdir()
    rooted = sys.platform == "linux" and os.geteuid() == 0
    if rooted and subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let tests mount a disk")
    if os.name != "posix":
        pytest.skip("folders are not write-protected like this here")
    path = filled(place / "book.kebu")
    if rooted:
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
    else:
        path.chmod(0o444)
        path.with_name("book.kebu.lock").unlink()
        place.chmod(0o555)
    yield path, sorted(entry.name for entry in place.iterdir())
    if rooted:
        subprocess.run(["umount", "-l", place], check=True)
    else:
        place.chmod(0o755)


def test_a_read_only_disk(kebu: Kebu, write_protected: tuple[Path, list[str]]) -> None:
    path, beside = write_protected
    before = digest(path)
    for words in (["list", "customers"], ["backup"], ["check"], ["undo"], ["restore", str(path)]):
        told(kebu("--book", path, *words), "book.kebu")
    told(kebu("new", path.with_name("other.kebu")), "cannot be written")
    assert digest(path) == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == beside


def test_unexpected_failures_are_told_in_one_sentence(kebu: Kebu, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(queries, "ids", fail)
    done = kebu("list", "customers")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    log = Path(done.err.split()[-1])
    assert "RuntimeError: a bug" in log.read_text("utf-8")


def test_errors_are_not_bugs() -> None:
    assert issubclass(DiskFull, KebuError)


def test_a_spreadsheet_is_no_book(kebu: Kebu, tmp_path: Path) -> None:
    for name, head in {"a.xlsx": b"PK\x03\x04", "b.xls": b"\xd0\xcf\x11\xe0\xa1\xb1", "c.pdf": b"%PDF-1.7"}.items():
        path = tmp_path / name
        path.write_bytes(head + bytes(100))
        told(kebu("--book", path, "list", "customers"), "not a Kebu book")
