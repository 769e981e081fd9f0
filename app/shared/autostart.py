"""Starting with the user's session: an XDG autostart file, the Run key of Windows, a LaunchAgent of macOS."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

NAME = "kebu"
TRAY = "--tray"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command() -> list[str]:
    """How this program is started with the session: in the tray, where the desktop has one."""
    if getattr(sys, "frozen", False):
        return [sys.executable, TRAY]
    return [sys.executable, "-m", "app", TRAY]


def enabled(platform: str = sys.platform) -> bool:
    """Whether the program starts with the session."""
    if platform == "win32":
        return _windows_value() is not None
    return place(platform).is_file()


def enable(on: bool, platform: str = sys.platform) -> None:
    """Start with the session, or no longer. Raises OSError when the system refuses."""
    if platform == "win32":
        _windows_set(on)
        return
    file = place(platform)
    if not on:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_agent() if platform == "darwin" else _desktop(), "utf-8")


def place(platform: str = sys.platform) -> Path:
    """The file that says so on Linux and macOS (freedesktop.org Autostart specification; launchd.plist)."""
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"org.{NAME}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(config) / "autostart" / f"{NAME}.desktop"


def _folder() -> str:
    """Where the program is started from, so that ``-m app`` finds it."""
    from app.shared.paths import root

    return str(root())


def _desktop() -> str:
    words = " ".join(_quoted(word) for word in command())
    folder = _escaped(_folder())
    lines = ("[Desktop Entry]", "Type=Application", "Name=Kebu", f"Exec={words}", f"Path={folder}", "Terminal=false")
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    """A word of an Exec line (Desktop Entry Specification, “The Exec key”): quoted, then escaped as any value is."""
    if re.search(r"[^\w@%+=:,./-]", word, re.ASCII):
        word = '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'
    return _escaped(word).replace("%", "%%")


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _agent() -> str:
    import plistlib

    held = {
        "Label": f"org.{NAME}",
        "ProgramArguments": command(),
        "RunAtLoad": True,
        "WorkingDirectory": _folder(),
    }
    return plistlib.dumps(held).decode()


def run_line(words: list[str], folder: str) -> str:
    """What the Run key of Windows holds; ``start`` takes the first quoted word for a title, ``cmd`` the outer quotes off."""
    line = subprocess.list2cmdline(words)
    # Only Python itself needs the folder: it looks for the program where it is started.
    return f'cmd /c "cd /d "{folder}" && start "" /b {line}"' if "-m" in words else line


def _windows_value() -> str | None:
    import winreg  # type: ignore[import-not-found,unused-ignore]

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:  # type: ignore[attr-defined,unused-ignore]
            return str(winreg.QueryValueEx(key, NAME)[0])  # type: ignore[attr-defined,unused-ignore]
    except FileNotFoundError:
        return None


def _windows_set(on: bool) -> None:
    import winreg

    access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined,unused-ignore]
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, 0, access) as key:  # type: ignore[attr-defined,unused-ignore]
        if on:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, run_line(command(), _folder()))  # type: ignore[attr-defined,unused-ignore]
        else:
            try:
                winreg.DeleteValue(key, NAME)  # type: ignore[attr-defined,unused-ignore]
            except FileNotFoundError:
                return
