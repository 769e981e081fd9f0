"""The import contracts of setup.cfg hold, cover everything, and do fail when broken."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {"app", "ui", "db", "reports"}
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
INNER = {"runtime", "shell", "widgets"}


def config() -> configparser.ConfigParser:
    """The contracts as written."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", "utf-8")
    return parser


def packages(room: str) -> set[str]:
    """The packages directly in a room."""
    found = {path.parent.name for path in (ROOT / room).glob("*/__init__.py")}
    assert found, f"{room} is empty"
    return found


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the program in a folder."""
    return subprocess.run([sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False)


def test_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_contracts_look_at_every_room() -> None:
    assert set(config()["importlinter"]["root_packages"].split()) == ROOMS


def test_types_are_checked_in_every_room() -> None:
    checks = config()
    assert set(checks["mypy"]["files"].split(", ")) == ROOMS
    for name in checks:
        patterns = name.removeprefix("mypy-").split(",") if name.startswith("mypy-") else ()
        own = {one for one in patterns if one.split(".")[0] in ROOMS}
        assert own <= {"db.migrations.*"}, "only the frozen models are let off"


def test_layers_name_every_part_of_app() -> None:
    layers = config()["importlinter:contract:layers"]["layers"].replace(":", " ").replace("|", " ").split()
    assert {name.removeprefix("app.") for name in layers if name.startswith("app.")} == packages("app") | {
        "__main__",
        "main",
    }
    assert {name for name in layers if "." not in name} == ROOMS - {"app"}


def test_pages_contract_names_every_page() -> None:
    named = config()["importlinter:contract:pages"]["modules"].split()
    assert {name.removeprefix("ui.") for name in named} == packages("ui") - INNER


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("app/shared/text.py", "import app.records"),
        ("app/customers/records.py", "import PySide6.QtCore"),
        ("db/book.py", "import reports"),
        ("ui/shell/__init__.py", "import db"),
        ("ui/widgets/__init__.py", "import peewee"),
        ("app/sales/rules.py", "import apsw"),
        ("ui/customers/__init__.py", "import ui.products"),
        ("app/settings/records.py", "import app.sales.commands"),
    ],
)
def test_contracts_fail_when_broken(tmp_path: Path, module: str, line: str) -> None:
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "setup.cfg", tmp_path)
    path = tmp_path / module
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout
