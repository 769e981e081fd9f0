"""The window with the import page on it, and a sheet with the usual dirt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app.main import dictionary
from app.records.workspace import Workspace
from tests.ui.transfer.tools import ROWS, Window


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "a.kebu", dictionary())
    yield made
    made.close()


@pytest.fixture
def window(qapp, qtbot, ws, settings, jobs) -> Iterator[Window]:
    made = Window(ws, settings, jobs)
    yield made
    made.settle()
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "总表"
    for row in ROWS:
        book.active.append(row)
    book.create_sheet("说明").append(["这个表是老林整理的"])
    path = tmp_path / "客户 总表.xlsx"
    book.save(path)
    return path
