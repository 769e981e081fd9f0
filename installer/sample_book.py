"""The sample book: the old spreadsheets of resources/sample, imported as a user imports them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample"
KINDS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv")


class DemoError(Exception):
    """A step of the demonstration that did not work."""


def prepare(folder: Path) -> None:
    """Empty the folder; settings and logs lie in it from now on, so that the user's last book stays the last."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "home"
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA")}
    own |= {f"WIN_PD_OVERRIDE_{name}": str(home) for name in ("LOCAL_APPDATA", "APPDATA")}
    os.environ.update(own, PYTHONUTF8="1")


def kebu(*arguments: str | Path) -> str:
    """Run one command of the program; what it printed."""
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise DemoError(f"kebu {' '.join(map(str, arguments))}\n{done.stdout}{done.stderr}")
    return done.stdout


def samples() -> list[Path]:
    """The old spreadsheets."""
    found = sorted(path for path in SAMPLE.iterdir() if path.suffix in KINDS)
    if not found:
        raise DemoError(f"There is no spreadsheet in {SAMPLE}")
    return found


def make_book(book: Path) -> dict[str, object]:
    """A new book from the spreadsheets, imported as users import; the report of the import."""
    kebu("new", book)
    report = json.loads(kebu("import", *samples(), "--book", book, "--json", "--lang", "zh"))
    if not any(sheet["created"] for file in report["files"] for sheet in file["sheets"]):
        raise DemoError("Nothing was imported.")
    return dict(report)
