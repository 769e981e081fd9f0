"""The desktop's own notes, over a real bus with a desktop at its other end."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, cast

import pytest
from PySide6.QtCore import QObject

from ui.shell.desktop_notes import DesktopNotes

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None, reason="needs a bus of Linux desktops"
)
BUTTONS = [("done", "Done"), ("snooze", "1 hour")]
Desktop = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """Starts a desktop; its words are arguments of the service."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", cast(IO[str], bus.stdout).readline().strip())
    started: list[subprocess.Popen[str]] = []

    def start(*words: str) -> subprocess.Popen[str]:
        service = Path(__file__).with_name("notes_service.py")
        pipe = subprocess.PIPE
        child = subprocess.Popen([sys.executable, str(service), *words], stdin=pipe, stdout=pipe, text=True)
        started.append(child)
        assert heard(child) == "ready"
        return child

    yield start
    for child in (*started, bus):
        child.kill()
        with child:
            pass


@pytest.fixture
def notes(qapp: Any) -> Iterator[DesktopNotes]:
    parent = QObject()
    made = DesktopNotes(parent)
    yield made
    made.close()


def heard(child: subprocess.Popen[str]) -> Any:
    """The next that a desktop tells."""
    return json.loads(cast(IO[str], child.stdout).readline())


def press(child: subprocess.Popen[str], number: int, key: str) -> None:
    line = cast(IO[str], child.stdin)
    line.write(json.dumps([number, key]) + "\n")
    line.flush()


def test_a_note_has_its_buttons_and_says_which_was_pressed(desktop: Desktop, notes: DesktopNotes, qtbot: Any) -> None:
    child = desktop()
    assert notes.tell("电话 <周>", "甲公司 & 周工", BUTTONS)
    member, body = heard(child)
    assert (member, body[1], body[3], body[4]) == ("Notify", 0, "电话 <周>", "甲公司 &amp; 周工")
    assert body[5] == ["default", "Open", "done", "Done", "snooze", "1 hour"]
    qtbot.waitUntil(lambda: notes.number == 1)
    with qtbot.waitSignal(notes.chosen) as chosen:
        press(child, 1, "snooze")
    assert chosen.args == ["snooze"]


def test_the_next_note_takes_the_place_of_the_last(desktop: Desktop, notes: DesktopNotes, qtbot: Any) -> None:
    child = desktop()
    notes.tell("电话", "", BUTTONS)
    heard(child)
    qtbot.waitUntil(lambda: notes.number == 1)
    notes.tell("拜访", "", BUTTONS)
    assert heard(child)[1][1] == 1
    press(child, 99, "done")
    with qtbot.waitSignal(notes.chosen) as chosen:
        press(child, 1, "default")
    assert chosen.args == ["open"]


def test_a_note_is_taken_back(desktop: Desktop, notes: DesktopNotes, qtbot: Any) -> None:
    child = desktop()
    notes.tell("电话", "", BUTTONS)
    heard(child)
    qtbot.waitUntil(lambda: notes.number == 1)
    notes.clear()
    assert heard(child) == ["CloseNotification", [1]]


def test_a_desktop_without_notes_says_so(desktop: Desktop, notes: DesktopNotes, qtbot: Any) -> None:
    desktop("dumb")
    with qtbot.waitSignal(notes.refused):
        assert notes.tell("电话", "", BUTTONS)


def test_without_a_bus_there_is_nobody_to_ask(notes: DesktopNotes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert not notes.tell("电话", "", BUTTONS)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not notes.tell("电话", "", BUTTONS)
