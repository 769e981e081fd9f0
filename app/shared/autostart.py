"""Starting with the user's session: an XDG autostart file, the Run key of Windows, a LaunchAgent of macOS."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

NAME = "kebu"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command() -> list[str]:
    """How this program is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "app"]


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
    words = " ".join(f'"{word}"' if " " in word else word for word in command())
    lines = ("[Desktop Entry]", "Type=Application", "Name=Kebu", f"Exec={words}", f"Path={_folder()}", "Terminal=false")
    return "\n".join(lines) + "\n"


def _agent() -> str:
    import plistlib

    held = {
        "Label": f"org.{NAME}",
        "ProgramArguments": command(),
        "RunAtLoad": True,
        "WorkingDirectory": _folder(),
    }
    return plistlib.dumps(held).decode()


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
            words = command()
            if len(words) > 1:
                # Only Python itself needs the folder: it looks for the program where it is started.
                words = ["cmd", "/c", f"cd /d {_folder()} && start /b {shlex.join(words)}"]
            line = " ".join(f'"{word}"' if " " in word else word for word in words)
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, line)  # type: ignore[attr-defined,unused-ignore]
        else:
            try:
                winreg.DeleteValue(key, NAME)  # type: ignore[attr-defined,unused-ignore]
            except FileNotFoundError:
                return
