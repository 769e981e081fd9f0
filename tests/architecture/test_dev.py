"""The helper for chores: the standard library only, and clear words when the machine lacks something."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("demo", "run", "test", "lint", "bench", "shots", "translate")


def test_helper_needs_only_the_standard_library() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    text = dev.parser().format_help()
    assert re.search(rf"^\s+{command}\s+\w", text, re.MULTILINE)


def test_wrong_usage_is_told_apart_from_failure() -> None:
    done = subprocess.run([sys.executable, "dev.py", "nonsense"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2


def test_missing_library_is_found() -> None:
    wanted = {"libno-such-thing.so.9": "libno-such-thing9", "libno-such-thing.so.8": "libno-such-thing9"}
    assert dev.missing_libraries(wanted) == ["libno-such-thing9"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there is no apt here")
def test_a_user_gets_the_exact_apt_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Stop, match=r"sudo apt-get install -y --no-install-recommends libegl1 libgl1\n"):
        dev.apt_install(["libegl1", "libgl1"], "Qt needs them.")


def test_lock_pins_every_dependency_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==\S+.*\\\n(?=    --hash=sha256:)", lock, re.MULTILINE)
    names = {re.sub(r"[-_.]+", "-", name).lower() for name in pins}
    wanted = re.findall(r"^    ([A-Za-z][\w.-]*?)(?:[<>=].*)?$", dependencies(), re.MULTILINE)
    assert len(wanted) > 25
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in wanted} <= names


def dependencies() -> str:
    """The lists of dependencies in setup.cfg."""
    text = (ROOT / "setup.cfg").read_text("utf-8")
    start, end = text.index("install_requires ="), text.index("[options.packages.find]")
    extras = text[text.index("dev =\n") : text.index("[options.entry_points]")]
    return text[start:end] + extras


def test_an_installed_lock_is_not_installed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[object] = []
    lock, stamp = tmp_path / "requirements.lock", tmp_path / "installed.txt"
    lock.write_text("one==1\n")
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "pip", lambda *arguments: ran.append(arguments))
    dev.ensure_environment()
    assert len(ran) == 2
    dev.ensure_environment()
    assert len(ran) == 2
    lock.write_text("one==2\n")
    dev.ensure_environment()
    assert len(ran) == 4


@pytest.mark.parametrize(
    "words",
    [
        ["shots", "--themes", "dark", "--sizes", "1024x700"],
        ["shots", "today", "--languages", "en"],
        ["test", "tests/app", "-k", "a b", "tests/db", "-x"],
        ["run", "--", "list", "customers", "--json"],
        ["bench"],
    ],
)
def test_what_is_handed_on_may_begin_with_an_option(words: list[str]) -> None:
    assert dev.read(words).rest == words[1:]


def test_other_commands_take_no_strange_options() -> None:
    with pytest.raises(SystemExit):
        dev.read(["lint", "--strange"])
