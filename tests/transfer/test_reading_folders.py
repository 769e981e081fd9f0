"""Folders in folders, read in one go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.shared.errors import SheetError
from app.transfer.readers import folders
from app.transfer.reading import expanded, files_in


def put(place: Path, text: str = "客户名称,电话\n甲公司,0512-66881234\n") -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


def test_the_files_of_folders_in_a_folder_come_after_its_own(tmp_path: Path) -> None:
    for name in (
        "2023/a.csv",
        "b.csv",
        "2022/江苏/苏州.csv",
        "2022/z.csv",
        ".git/x.csv",
        "__MACOSX/b.csv",
        "2022/~$z.csv",
        "c/d.pdf",
    ):
        put(tmp_path / name)
    found = [file.relative_to(tmp_path).as_posix() for file in files_in(tmp_path)]
    assert found == ["b.csv", "2022/z.csv", "2022/江苏/苏州.csv", "2023/a.csv"]
    assert expanded([tmp_path / "2023", tmp_path / "b.csv"]) == [tmp_path / "2023/a.csv", tmp_path / "b.csv"]


def test_a_folder_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    put(tmp_path / "a" / "b.csv")
    try:
        os.symlink(tmp_path, tmp_path / "a" / "again", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert [file.name for file in files_in(tmp_path)] == ["b.csv"]


def test_what_lies_too_deep_is_left_and_too_many_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "/".join("abcdefghij")
    put(deep / "far.csv")
    with pytest.raises(SheetError, match="without a spreadsheet"):
        files_in(tmp_path)
    monkeypatch.setattr(folders, "MOST_FILES", 2)
    for name in "123":
        put(tmp_path / f"{name}.csv")
    with pytest.raises(SheetError, match="too many"):
        files_in(tmp_path)


def test_files_of_one_name_are_called_by_their_folders(tmp_path: Path) -> None:
    one, two, three = tmp_path / "2023" / "客户.csv", tmp_path / "2024" / "客户.csv", tmp_path / "2024" / "产品.csv"
    told = folders.called([one, two, three])
    assert [told[str(path)] for path in (one, two, three)] == ["2023/客户.csv", "2024/客户.csv", "产品.csv"]
    assert folders.called([one, one]) == {str(one): "客户.csv"}
    deep = [Path("a/x/客户.csv"), Path("b/x/客户.csv"), Path("客户.csv")]
    assert set(folders.called(deep).values()) == {"a/x/客户.csv", "b/x/客户.csv", "客户.csv"}
