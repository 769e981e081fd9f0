"""Workbooks with a password."""

from __future__ import annotations

import zipfile
from pathlib import Path

import msoffcrypto
import pytest

from app.shared.errors import SheetError
from app.transfer.reading import PasswordNeeded, read_workbook
from tests.locked_workbook import locked

FILES = Path(__file__).with_name("files")


def test_the_password_opens_it_and_no_other(tmp_path: Path) -> None:
    path = locked(tmp_path / "客户.xlsx", "密码 a1")
    assert read_workbook(path, password="密码 a1").sheets[0].rows[1] == ["恒瑞机械", "0512-66881234"]
    with pytest.raises(PasswordNeeded) as none:
        read_workbook(path)
    assert not none.value.given
    assert "type its password" in none.value.sentence()
    assert "--" not in none.value.sentence()
    with pytest.raises(PasswordNeeded) as wrong:
        read_workbook(path, password="a1")
    assert wrong.value.given


def test_a_workbook_that_is_only_protected_against_changes_opens_by_itself(tmp_path: Path) -> None:
    path = locked(tmp_path / "a.xlsx", "VelvetSweatshop")
    assert len(read_workbook(path).sheets[0].rows) == 2
    assert len(read_workbook(path, password="").sheets[0].rows) == 2


def test_an_old_workbook_with_a_password() -> None:
    path = FILES / "locked.xls"
    with pytest.raises(PasswordNeeded):
        read_workbook(path)
    with pytest.raises(PasswordNeeded):
        read_workbook(path, password="wrong")
    assert read_workbook(path, password="kebu").sheets[0].rows == read_workbook(FILES / "formats.xls").sheets[0].rows


def test_an_opendocument_sheet_that_libreoffice_locked(tmp_path: Path) -> None:
    path = FILES / "locked.ods"
    assert read_workbook(path, password="Öffne 密码 7").sheets[0].rows[1][:2] == ["苏州恒瑞机械有限公司", "张伟"]
    for password, given in (("", False), ("Öffne 密码 8", True)):
        with pytest.raises(PasswordNeeded) as refused:
            read_workbook(path, password=password)
        assert refused.value.given == given


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'iteration-count="100000"', b'iteration-count="999999999"'), (b'key-size="32"', b'key-size="x"'),
        (b'initialisation-vector="', b'initialisation-vector="AA'), (b"content.xml", b"contend.xml"),
        (b"<manifest:key-derivation", b"<manifest:other-derivation"),
    ],
)  # fmt: skip
def test_an_opendocument_sheet_whose_lock_is_damaged(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(FILES / "locked.ods") as whole, zipfile.ZipFile(path, "w") as made:
        for name in whole.namelist():
            data = whole.read(name)
            made.writestr(name, data.replace(old, new) if name.endswith("manifest.xml") else data)
    with pytest.raises(SheetError):
        read_workbook(path, password="Öffne 密码 7")


def test_a_damaged_locked_workbook(tmp_path: Path) -> None:
    path = locked(tmp_path / "a.xlsx", "x")
    data = path.read_bytes()
    for cut in (len(data) // 2, 1024, 600):
        path.write_bytes(data[:cut])
        with pytest.raises(SheetError):
            read_workbook(path, password="x")


def test_no_password_is_asked_for_where_none_would_open_it(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", bytes(range(256)))
        made.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    for password in ("", "right"):
        with pytest.raises(SheetError) as refused:
            read_workbook(path, password=password)
        assert not isinstance(refused.value, PasswordNeeded)
        assert "without a password" in refused.value.sentence()


def test_the_library_knows_both_formats() -> None:
    with (FILES / "locked.xls").open("rb") as file:
        assert msoffcrypto.OfficeFile(file).is_encrypted()
