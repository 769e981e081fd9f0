"""The command line runs where PySide6 is not installed, and starts without the slow libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import runpy, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
sys.argv[:1] = ["kebu"]
runpy.run_module("app", run_name="__main__", alter_sys=True)
"""
SLOW = ("openpyxl", "reportlab", "pypinyin", "PIL", "PySide6", "phonenumbers", "cn2an", "rapidfuzz")


def kebu(*arguments: str | Path) -> str:
    """Run one command without PySide6 and return what it printed."""
    command = [sys.executable, "-c", RUN, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done.stdout


@pytest.mark.timeout(300)
def test_every_command_runs_without_qt(tmp_path: Path) -> None:
    book, sheet = tmp_path / "客户.kebu", tmp_path / "旧表.csv"
    sheet.write_text("公司名称,联系人,手机\n苏州恒瑞精密机械有限公司,王强,13800002317\n", "utf-8")
    kebu("new", book)
    given = ("--book", book, "--json")
    report = json.loads(kebu("import", sheet, *given))
    assert report["files"][0]["sheets"][0]["created"] == 1
    [customer] = json.loads(kebu("list", "customers", *given))
    assert customer["name"] == "苏州恒瑞精密机械有限公司"
    assert "恒瑞" in kebu("search", "hrjx", *given)
    assert "王强" in kebu("show", "customer", str(customer["id"]), *given)
    kebu("log", str(customer["id"]), "问了交期", *given)
    kebu("today", *given)
    kebu("history", *given)
    kebu("undo", *given)
    kebu("redo", *given)
    kebu("export", "customers", tmp_path / "out.xlsx", *given)
    kebu("backup", tmp_path / "copy.kebu", *given)
    kebu("check", *given)
    assert (tmp_path / "out.xlsx").exists()
    assert (tmp_path / "copy.kebu").exists()


def test_start_imports_no_slow_library() -> None:
    code = f"import sys, app.main; print([name for name in {SLOW!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
