"""Settings of the machine."""

from __future__ import annotations

from pathlib import Path

from app.shared.settings import MachineSettings, Setting

THEME = Setting("theme", "system", ("system", "dark"))
SIZE = Setting("size", 13)


def test_values_are_kept_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    MachineSettings(path).set(THEME, "dark")
    held = MachineSettings(path)
    assert (held.get(THEME), held.get(SIZE)) == ("dark", 13)
    path.write_text('{"theme": "pink", "size": "big"}', "utf-8")
    held = MachineSettings(path)
    assert (held.get(THEME), held.get(SIZE)) == ("system", 13)


def test_a_broken_file_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{broken", "utf-8")
    assert MachineSettings(path).get(SIZE) == 13
    assert path.with_name("settings.json.broken").read_text("utf-8") == "{broken"
