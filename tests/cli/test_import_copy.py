"""``kebu import --copy``, and the same file again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from app.shared.errors import KebuError
from app.transfer.reviewing import annotated
from tests.locked_workbook import locked


def sheet(path: Path) -> Path:
    """A workbook of two customers."""
    made = Workbook()
    for row in (("客户名称", "电话"), ("恒瑞", "13812345678"), ("德力", "1381")):
        made.active.append(row)
    made.save(path)
    return path


def test_the_file_comes_back_with_remarks(kebu: Any, tmp_path: Path) -> None:
    book, source, copy = tmp_path / "a.kebu", tmp_path / "客户.xlsx", tmp_path / "客户 批注.xlsx"
    sheet(source)
    assert kebu("new", book).code == 0
    wrong = kebu("--book", book, "import", source, "--copy", tmp_path / "a.csv")
    assert wrong.code == 1
    assert ".xlsx" in wrong.err
    assert kebu("--book", book, "list", "customers").out.strip().count("恒瑞") == 0
    done = kebu("--book", book, "import", source, "--copy", copy)
    assert done.code == 0
    assert "before" not in done.out
    assert [cell.value for cell in load_workbook(copy).active["C"]][1:] == ["Added", "Added"]
    again = kebu("--book", book, "import", source)
    assert "imported before" in again.out
    several = kebu("--book", book, "import", source, copy, "--copy", copy)
    assert several.code == 1
    assert "one file" in several.err


def test_a_copy_that_cannot_be_is_refused_before_anything_is_written(book: Path, kebu: Any, tmp_path: Path) -> None:
    source, folder = sheet(tmp_path / "客户.xlsx"), tmp_path / "d.xlsx"
    folder.mkdir()
    (tmp_path / "link.xlsx").symlink_to(source)
    before = source.read_bytes()
    for copy, said in (
        (tmp_path / "none" / "a.xlsx", "no folder"), (folder, "is a folder"), (source, "the imported file itself"),
        (folder / ".." / source.name, "the imported file itself"), (tmp_path / "link.xlsx", "the imported file itself"),
    ):  # fmt: skip
        done = kebu("--book", book, "import", source, "--copy", copy)
        assert done.code == 1
        assert said in done.err
    assert source.read_bytes() == before
    assert "恒瑞" not in kebu("--book", book, "list", "customers").out


def test_a_copy_that_fails_after_all_hides_nothing_of_the_import(
    book: Path, kebu: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_more: object) -> int:
        raise KebuError("There is no room left.")

    monkeypatch.setattr(annotated, "save_annotated", full)
    done = kebu("--book", book, "import", sheet(tmp_path / "a.xlsx"), "--copy", tmp_path / "b.xlsx")
    assert done.code == 1
    assert "2 new" in done.out
    assert "kebu undo" in done.out
    assert "The copy with remarks was not made: There is no room left." in done.err


def test_the_copy_of_a_locked_workbook_is_said_to_be_open(book: Path, kebu: Any, tmp_path: Path) -> None:
    source, copy, words = locked(tmp_path / "a.xlsx", "geheim"), tmp_path / "b.xlsx", tmp_path / "p.txt"
    words.write_text("falsch\ngeheim\n", "utf-8")
    done = kebu("--book", book, "import", source, "--password-file", words, "--copy", copy)
    assert done.code == 0
    assert "1 new" in done.out
    assert done.out.rstrip().endswith("“b.xlsx” is written without a password.")
    assert load_workbook(copy).active["C2"].value == "Added"
    told = kebu("--book", book, "--json", "import", source, "--password-file", words, "--copy", copy)
    assert told.json["files"]
    assert "without a password" in told.err
    plain = kebu("--book", book, "import", sheet(tmp_path / "c.xlsx"), "--password-file", words, "--copy", copy)
    assert plain.code == 0
    assert "without a password" not in plain.out
