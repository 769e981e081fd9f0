"""The lines by which the desktop starts the program with the session."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared import autostart


def parsed(line: str) -> list[str]:
    """The words of an Exec line, as the Desktop Entry Specification reads it."""
    value = re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), line.partition("=")[2])
    words = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', value, re.DOTALL)
    return [(plain if plain else re.sub(r'\\(["`$\\])', r"\1", quoted)).replace("%%", "%") for quoted, plain in words]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), min_size=1))
def test_every_word_of_the_line_comes_back(words: list[str]) -> None:
    line = "Exec=" + " ".join(autostart._quoted(word) for word in words)
    assert "\n" not in line
    assert parsed(line) == words


def test_the_session_starts_in_the_tray(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    program = tmp_path / 'my "$pro`gram" 100%' / "python"
    monkeypatch.setattr(sys, "executable", str(program))
    autostart.enable(True, "linux")
    lines = autostart.place("linux").read_text("utf-8").splitlines()
    assert parsed(next(line for line in lines if line.startswith("Exec="))) == [str(program), "-m", "app", "--tray"]


def test_the_line_of_windows_keeps_folders_with_blanks_together() -> None:
    program = r"C:\Program Files\Python\pythonw.exe"
    line = autostart.run_line([program, "-m", "app", "--tray"], r"D:\my programs\kebu")
    assert line == rf'cmd /c "cd /d "D:\my programs\kebu" && start "" /b "{program}" -m app --tray"'
    assert autostart.run_line([r"C:\Program Files\Kebu\kebu.exe", "--tray"], "") == (
        r'"C:\Program Files\Kebu\kebu.exe" --tray'
    )
