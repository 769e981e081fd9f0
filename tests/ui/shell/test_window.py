"""The window: another book in its place, its command socket, its keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app.cli.run import execute
from app.records import commands, history, queries
from app.safety import commands as safety
from app.shared.i18n import N_
from ui.main import _listen
from ui.runtime.crash import CrashHandler
from ui.shell.page import Action

ROOT = Path(__file__).resolve().parents[3]


def name_of_all(window) -> list[str]:
    ws = window.services.ws
    return [record.title for record in queries.rows(ws, "customer", queries.ids(ws, "customer"))]


def test_restoring_puts_a_new_book_under_the_window(window):
    ws, s = window.services.ws, window.services
    backup = safety.backup_now(ws)
    commands.create(ws, "customer", {"name": "Later"})
    for name in ("customers", "today", "customer"):
        window.router.open(name)
    assert s.switch(lambda: safety.restore(ws, backup.path, s.books.open))
    assert ws.closed
    assert window.services.ws is not ws
    assert "Later" not in name_of_all(window)
    assert window.router.here.name == "today"
    for name in ("customers", "today", "customer"):
        window.router.open(name)


def test_opening_another_book_backs_up_and_closes_the_first(window, tmp_path):
    ws, s = window.services.ws, window.services
    assert s.switch(lambda: s.books.create(tmp_path / "other.kebu"))
    assert ws.closed
    assert len(list((tmp_path / "客户-backups").glob("*.kebu"))) == 1
    assert name_of_all(window) == []


def test_what_cannot_be_opened_leaves_the_book(window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(window.messages, "error", told.append)
    ws, s = window.services.ws, window.services
    assert not s.switch(lambda: s.books.open(tmp_path / "missing.kebu"))
    assert len(told) == 1
    assert window.services.ws is ws
    commands.create(ws, "customer", {"name": "Still here"})
    assert "Still here" in name_of_all(window)


def kebu(qtbot, book: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Another start of the program, while this one's event loop runs."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "app", "--book", str(book), "--lang", "en", *words],
        cwd=ROOT,
        text=True,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        return subprocess.CompletedProcess(words, process.returncode, *process.communicate())


@pytest.fixture
def server(window, jobs):
    made = _listen(window, jobs, execute)
    assert made.listening
    safety.listen_at(window.services.ws, made.address)
    yield made
    made.close()


def test_a_softphones_command_brings_up_the_card(qtbot, window, server):
    path = window.services.ws.path
    for words in (("call", "138 0000 2317"), ("tel:+86-138-0000-2317",), ("call", "13800002317", "--lang", "zh")):
        window.router.open("today")
        with qtbot.waitSignal(server.called):
            assert kebu(qtbot, path, *words).returncode == 0
        assert window.router.here.name == "customer"
        assert window.focusWidget() is window.router.page.log.line
    told = kebu(qtbot, path, "call", "138 0000 2317", "--json")
    assert [one["customer"]["id"] for one in json.loads(told.stdout)["callers"]] == [window.router.here.number]


def test_the_window_answers_for_the_command_line(qtbot, window, server):
    path = window.services.ws.path
    with qtbot.waitSignal(server.raised):
        assert kebu(qtbot, path).returncode == 0
    listed = kebu(qtbot, path, "list", "customers", "--json")
    assert listed.returncode == 0
    assert {one["level"] for one in json.loads(listed.stdout)} == {"A", "B", "C"}
    assert kebu(qtbot, path, "log", "苏州恒瑞精密机械有限公司", "Called").returncode == 0
    assert history.undoable(window.services.ws).source == "command line"
    backup = safety.backup_now(window.services.ws)
    commands.create(window.services.ws, "customer", {"name": "Later"})
    window.taken.connect(lambda ws: safety.listen_at(ws, server.address))
    assert kebu(qtbot, path, "restore", str(backup.path)).returncode == 0
    assert "Later" not in name_of_all(window)
    assert kebu(qtbot, path, "list", "customers").returncode == 0
    missing = kebu(qtbot, path, "show", "customer", "Nobody")
    assert missing.returncode == 1
    assert missing.stderr.count("\n") == 1


def test_one_page_key_and_one_window_key_do_not_meet(qtbot, window, monkeypatch):
    done = []
    page = window.router.page
    monkeypatch.setattr(
        page,
        "actions_list",
        lambda: [
            Action(N_("Close"), lambda: done.append("esc"), "Esc"),
            Action(N_("Undo"), lambda: done.append("undo"), "Ctrl+Z"),
        ],
    )
    window.refresh_bars()
    window.stack.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["esc", "undo"]


@pytest.mark.parametrize("make", [QLineEdit, QComboBox])
def test_letters_stay_in_the_field(qtbot, window, monkeypatch, make):
    done = []
    page = window.router.page
    monkeypatch.setattr(page, "actions_list", lambda: [Action(N_("Log call"), lambda: done.append("L"), "L")])
    window.refresh_bars()
    field = make(page)
    field.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_L)
    assert done == []
    field.clearFocus()
    window.stack.setFocus()
    QTest.keyClick(window.stack, Qt.Key.Key_L)
    assert done == ["L"]


def test_nothing_fires_while_the_input_method_composes(qtbot, window, monkeypatch):
    done = []
    page = window.router.page
    monkeypatch.setattr(page, "actions_list", lambda: [Action(N_("Print"), lambda: done.append("P"), "Ctrl+P")])
    window.refresh_bars()
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("heng", []))
    QTest.keyClick(field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    QTest.keyClick(field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == ["P"]


def test_undo_in_an_untouched_field_takes_back_the_last_operation(qtbot, window):
    ws = window.services.ws
    commands.create(ws, "customer", {"name": "Later"})
    field = QLineEdit(window.router.page)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Later" in name_of_all(window)
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Later" not in name_of_all(window)


def test_a_bug_shows_one_dialog_with_a_report(qtbot, window, tmp_path):
    handler = CrashHandler(tmp_path / "kebu.log", window)
    handler.show(ValueError("first"))
    dialog = handler.dialog
    handler.show(ValueError("second"))
    assert handler.dialog is dialog
    assert "ValueError: first" in dialog.text.toPlainText()
    dialog.copy()
    assert "Python" in QApplication.clipboard().text()
    dialog.accept()
    assert handler.dialog is None
