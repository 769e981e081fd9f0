"""Bad input: a plain sentence, never a traceback, and never the end of the program."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import random
import zipfile
from pathlib import Path

import openpyxl
import pytest

from app.shared.errors import SheetError
from app.transfer.grid.sheets import Workbook
from app.transfer.readers import wire
from app.transfer.reading import Limits, read_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(SheetError) as caught:
        read_workbook(path, limits=limits)
    sentence = caught.value.sentence()
    assert "{" not in sentence
    return sentence


def workbook_bytes(rows: int = 200) -> bytes:
    workbook = openpyxl.Workbook()
    for number in range(rows):
        workbook.active.append([f"客户{number}", random.random(), "备注 & x"])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.xlsx", b"", "is empty"),
        ("a.csv", b" \r\n\r\n", "is empty"),
        ("图 片.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture"),
        ("a.xls", b"%PDF-1.7\n", "is a PDF"),
        ("a.xls", b"<html><body><p>Please log in</p></body></html>", "web page"),
        ("a.xml", b'<?xml version="1.0"?><feed><entry>1</entry></feed>', "web page"),
        ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "damaged"),
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 100, "damaged"),
        ("a.xls", OLE + b"\0" * 700, "damaged"),
        ("a.xls", OLE + b"\0" * 8184, "not a spreadsheet"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "password"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le") + b"\0" * 600, "text document"),
        ("a.xls", b"\x09\x04\x06\x00" + b"\0" * 60, "damaged"),
        ("~$客户.xlsx", b"\x05Admin", "mark that Excel sets"),
        ("a.txt", bytes(range(1, 32)) * 40, "not a spreadsheet"),
        ("a.xlsx", b"Rar!\x1a\x07", "archive"),
    ],
)
def test_files_that_are_no_spreadsheet(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refused(path)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "没有 这个.xlsx")
    assert "is a folder" in refused(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes())
    path.chmod(0)
    assert "may not read" in refused(path)


def test_a_word_document_and_another_archive(tmp_path: Path) -> None:
    for member, words in (("word/document.xml", "text document"), ("x.txt", "not a spreadsheet")):
        path = tmp_path / f"{member.replace('/', '_')}.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(member, "x")
        assert words in refused(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(80):
                part.write(b" " * (1 << 20))
    assert "far more" in refused(path)


def test_far_apart_cells_do_not_take_the_program_down(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = workbook.active["XFD1048576"] = "x"
    workbook.save(tmp_path / "a.xlsx")
    assert "cell" in refused(tmp_path / "a.xlsx")


def test_limits_of_cells_memory_and_time(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes(2000))
    assert "too many cells" in refused(path, Limits(cells=100))
    assert refused(path, Limits(memory=40 << 20))
    (tmp_path / "a.csv").write_text("a,b\n" * 1000)
    assert "too many cells" in refused(tmp_path / "a.csv", Limits(cells=100))
    assert "too big" in refused(tmp_path / "a.csv", Limits(text_bytes=100))


def test_truncated_and_damaged_files_give_a_workbook_or_a_sentence(tmp_path: Path) -> None:
    chance = random.Random(7)
    whole = workbook_bytes()
    path = tmp_path / "a.xlsx"
    for _ in range(25):
        data = bytearray(whole[: chance.randrange(1, len(whole))] if chance.random() < 0.5 else whole)
        for _ in range(chance.randrange(4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        with contextlib.suppress(SheetError):
            assert isinstance(read_workbook(path), Workbook)


def test_the_wire_unpickles_nothing_but_plain_values() -> None:
    body = pickle.dumps(("x", os.system))
    with pytest.raises(wire.BrokenWire):
        wire.receive(io.BytesIO(len(body).to_bytes(4, "little") + body))
    assert wire.receive(io.BytesIO(wire.pack(("rows", [1, "a", None])))) == ("rows", [1, "a", None])
    assert wire.receive(io.BytesIO(wire.pack(("rows",))[:-1])) is None
