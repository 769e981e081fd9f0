"""kebu import: folders, vCards, pages and locked workbooks."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Kebu
from tests.locked_workbook import locked


def test_the_command_line_takes_the_password_from_a_file(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    path = locked(tmp_path / "客户.xlsx", "密码")
    refused = kebu("import", path)
    assert refused.code != 0
    assert "--password-file" in refused.err
    (tmp_path / "p.txt").write_text("密码\n", encoding="utf-8")
    assert kebu("import", path, "--password-file", tmp_path / "p.txt").code == 0
    assert kebu("list", "customers", "--json").json[0]["name"] == "恒瑞机械"
    assert "cannot be read" in kebu("import", path, "--password-file", tmp_path / "none.txt").err


def test_locked_files_of_one_name_have_passwords_of_their_own(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    for year, password in (("2023", "alt"), ("2024", "neu")):
        (tmp_path / "all" / year).mkdir(parents=True)
        locked(tmp_path / "all" / year / "客户.xlsx", password)
    (tmp_path / "p.txt").write_text("neu\n", encoding="utf-8")
    first = kebu("import", tmp_path / "all", "--password-file", tmp_path / "p.txt", "--dry-run")
    assert first.code == 0
    assert "“2023/客户.xlsx”" in first.err
    (tmp_path / "p.txt").write_text("neu\n\nalt\n", encoding="utf-8")
    both = kebu("import", tmp_path / "all", "--password-file", tmp_path / "p.txt", "--dry-run")
    assert (both.code, both.err) == (0, "")


def test_a_folder_goes_in_at_once_and_what_cannot_be_read_is_told(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "旧 资料"
    (folder / "sub").mkdir(parents=True)
    assert "without a spreadsheet" in kebu("import", folder).err
    (folder / "甲.csv").write_text("客户名称,电话\n甲公司,0512-66881234\n", encoding="gbk")
    (folder / "乙.vcf").write_text("BEGIN:VCARD\nFN:张伟\nORG:乙公司\nEND:VCARD\n", encoding="utf-8")
    (folder / "丙.xls").write_bytes(
        "<table><tr><td>客户名称<td>电话<tr><td>丙公司<td>0512-66881235</table>".encode("gbk")
    )
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04broken")
    (folder / "~$甲.xlsx").write_bytes(b"x")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    done = kebu("import", folder)
    assert done.code == 0
    assert "坏.xlsx" in done.err
    assert sorted(one["name"] for one in kebu("list", "customers", "--json").json) == sorted(
        ["甲公司", "乙公司", "丙公司"]
    )
    for file in folder.glob("*.*"):
        if file.name != "坏.xlsx":
            file.unlink()
    assert kebu("import", folder).code != 0
