"""A locked workbook on the import page: it asks for the password, and again after a wrong one."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtWidgets import QLineEdit

from tests.locked_workbook import locked as made
from tests.ui.transfer.tools import Window
from ui.transfer.page import CHOOSE, DONE, MAP
from ui.transfer.password import AskPassword


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A workbook of one customer that the password 秘密 opens."""
    workbook = openpyxl.Workbook()
    workbook.active.append(["客户名称", "电话"])
    workbook.active.append(["恒瑞机械", "0512-66881234"])
    plain = io.BytesIO()
    workbook.save(plain)
    path = tmp_path / "锁.xlsx"
    with path.open("wb") as target:
        OOXMLFile(plain).encrypt("秘密", target)
    return path


def test_the_page_asks_until_the_password_is_right(
    window: Window, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, seen = ["falsch", "秘密"], []

    def ask(dialog: AskPassword) -> str:
        seen.append((dialog.said.text(), dialog.line.echoMode()))
        return answers.pop(0)

    monkeypatch.setattr(AskPassword, "ask", ask)
    page = window.drop(locked)
    window.settle()
    assert page.step == MAP
    assert answers == []
    assert [mode for _text, mode in seen] == [QLineEdit.EchoMode.Password] * 2
    assert "is locked" in seen[0][0]
    assert "does not open" in seen[1][0]


def test_without_a_password_the_page_stays_and_says_why(
    window: Window, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AskPassword, "ask", lambda _dialog: "")
    page = window.drop(locked)
    window.settle()
    assert page.step == CHOOSE


def test_of_a_folder_the_others_come_in(window: Window, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(AskPassword, "ask", lambda _dialog: "")
    window.window.messages.warn = lambda title, text: told.append((title, text))
    folder = locked.parent / "alles"
    folder.mkdir()
    locked.rename(folder / locked.name)
    (folder / "bad.xlsx").write_bytes(b"PK\x03\x04garbage" * 20)
    (folder / "~$a.xlsx").write_bytes(b"\x05admin")
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0")
    for name in ("a", "b"):
        (folder / f"{name}.csv").write_text(f"客户名称,电话\n{name}机械有限公司,0512-6688123{name == 'a':d}\n", "utf-8")
    page = window.drop(folder)
    window.settle()
    assert page.step == MAP
    assert [source.book.path.name for source in page.session.sources] == ["a.csv", "b.csv"]
    ((title, text),) = told
    assert title == "Not all files can be read"
    assert "bad.xlsx" in text
    assert locked.name in text
    assert "~$" not in text


def test_files_of_one_name_are_asked_for_each(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {"2023": "alt", "2024": "neu"}
    for year, key in keys.items():
        (tmp_path / "alles" / year).mkdir(parents=True)
        made(tmp_path / "alles" / year / "客户.xlsx", key)
    seen = []

    def ask(dialog: AskPassword) -> str:
        seen.append(dialog.said.text())
        return next(key for year, key in keys.items() if year in seen[-1])

    monkeypatch.setattr(AskPassword, "ask", ask)
    page = window.drop(tmp_path / "alles")
    window.settle()
    window.settle()
    assert page.step == MAP
    assert seen == ["“2023/客户.xlsx” is locked.", "“2024/客户.xlsx” is locked."]


def test_files_that_are_chosen_once_more_are_asked_about_once_more(
    window: Window, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "b.csv"
    other.write_text("客户名称,电话\n恒瑞机械,0512-66881234\n", "utf-8")
    answers = ["", "秘密", "秘密"]
    monkeypatch.setattr(AskPassword, "ask", lambda _dialog: answers.pop(0))
    window.window.messages.warn = lambda title, _text: window.said.append(title)
    page = window.drop(locked, other)
    window.settle()
    assert [source.book.path.name for source in page.session.sources] == ["b.csv"]
    for left in (1, 0):
        window.drop(locked, other)
        window.settle()
        assert len(page.session.sources) == 2
        assert len(answers) == left


def test_the_file_with_remarks_needs_no_second_asking(
    window: Window, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, target = ["秘密"], tmp_path / "批注.xlsx"
    monkeypatch.setattr(AskPassword, "ask", lambda _dialog: answers.pop(0))
    monkeypatch.setattr(window.window.messages, "save_file", lambda *_words: target)
    page = window.drop(locked)
    window.settle()
    for _step in range(2):
        page._next()
        window.settle()
    assert page.step == DONE
    page.done.copy.click()
    window.settle()
    assert window.said[-1] == "Saved “批注.xlsx” without a password"
    assert openpyxl.load_workbook(target).active["C2"].value == "Added"
    monkeypatch.setattr(window.window.messages, "save_file", lambda *_words: locked)
    page.done.copy.click()
    window.settle()
    assert "the imported file itself" in window.said[-1]
    assert len(answers) == 0


def test_a_locked_file_dropped_just_when_another_was_read_asks_as_well(
    window: Window, locked: Path, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(AskPassword, "ask", lambda dialog: asked.append(dialog.said.text()) or "")
    page = window.drop(sheet)
    read = page.session
    page._restart()
    page._read(read)
    window.drop(locked)
    assert len(asked) == 1
    assert page.step == CHOOSE
