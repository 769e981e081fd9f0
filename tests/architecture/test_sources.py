"""Rules of the house that the text of the sources shows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "db", "reports", "ui")
MOST_LINES = 400
LONGER_FOR_A_REASON: dict[str, str] = {}
PURE = {
    "__future__",
    "array",
    "bisect",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "itertools",
    "math",
    "operator",
    "re",
    "string",
    "typing",
    "unicodedata",
    "zoneinfo",
}
CLOCK_READS = {"now", "today", "utcnow", "localtime", "time_ns", "monotonic", "perf_counter"}


@cache
def sources() -> dict[str, str]:
    """The text of every module of the program by its path."""
    found = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    assert len(found) > 40, "the scan found next to nothing: are the rooms somewhere else?"
    return found


@cache
def tree(path: str) -> ast.Module:
    """The parsed text of a module."""
    return ast.parse(sources()[path], path)


def imported(path: str) -> Iterator[str]:
    """The full names that a module imports, anywhere in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def attributes(path: str) -> set[str]:
    """Every attribute that a module reads, such as ``today`` of ``date.today``."""
    return {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}


def names(path: str) -> set[str]:
    """Every name and attribute that a module uses."""
    return {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)} | attributes(path)


def rules() -> list[str]:
    """The modules that must be pure."""
    found = [path for path in sources() if path.endswith("/rules.py")]
    assert found, "there are no rules: have they moved?"
    return found


def test_modules_are_short() -> None:
    long = {path for path, text in sources().items() if text.count("\n") > MOST_LINES}
    assert long == set(LONGER_FOR_A_REASON)


def test_qt_is_known_only_above() -> None:
    assert any(name.startswith("PySide6") for path in sources() for name in imported(path))
    guilty = [
        path
        for path in sources()
        if not path.startswith("ui/") and any(name.startswith("PySide6") for name in imported(path))
    ]
    assert guilty == []


@pytest.mark.parametrize("name", ["QThread", "QThreadPool", "QRunnable", "QMessageBox", "Thread", "ThreadPoolExecutor"])
def test_threads_and_messages_have_one_home(name: str) -> None:
    guilty = [path for path in sources() if name in names(path) and path.startswith("ui/")]
    assert [path for path in guilty if not path.startswith("ui/runtime/")] == []


def test_rules_import_nothing_impure() -> None:
    guilty = {}
    for path in rules():
        own = path.removesuffix("rules.py").replace("/", ".")
        for name in imported(path):
            first = name.split(".")[0]
            if first in PURE or name.startswith(("app.shared.", "app.records.fields", own)):
                continue
            guilty.setdefault(path, []).append(name)
    assert guilty == {}


def test_rules_read_no_clock() -> None:
    assert {path: found for path in rules() if (found := attributes(path) & CLOCK_READS)} == {}


def test_the_translating_underscore_is_never_a_loop_variable() -> None:
    """``for _, x in …`` in a function hides ``_()`` there and fails at run time."""
    guilty = []
    for path in sources():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                used = [n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id == "_"]
                called = any(isinstance(n, ast.Call) and getattr(n.func, "id", "") == "_" for n in ast.walk(node))
                if called and any(isinstance(n.ctx, ast.Store) for n in used):
                    guilty.append(f"{path}:{node.lineno}")
    assert guilty == []


def test_texts_are_translated_whole() -> None:
    """``_(f"…")`` and ``_("…" + x)`` never find a translation."""
    guilty = [
        f"{path}:{node.lineno}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("_", "N_", "ngettext", "pgettext")
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args[:2])
    ]
    assert guilty == []


def test_every_setting_read_is_declared() -> None:
    """A setting is read by its declaration; a bare name would have no type and no default."""
    readers = {"setting", "set_setting"}
    guilty = [
        f"{path}:{node.lineno}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in readers
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    assert guilty == []


def test_settings_are_declared_once() -> None:
    declared = [
        node.args[0].value
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Setting"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    assert declared, "no setting is declared: has Setting been renamed?"
    assert sorted(declared) == sorted(set(declared))


def test_every_page_has_its_feature() -> None:
    inner = {"runtime", "shell", "widgets", "welcome"}  # the page of an empty book belongs to no feature
    pages = {path.split("/")[1] for path in sources() if path.startswith("ui/") and path.count("/") > 1} - inner
    features = {path.split("/")[1] for path in sources() if path.startswith("app/") and path.count("/") > 1}
    assert pages, "there are no pages"
    assert pages <= features
