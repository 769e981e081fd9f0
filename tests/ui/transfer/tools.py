"""The window with the import page on it, driven from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from app.records.workspace import Workspace
from ui.main import build
from ui.transfer.page import REVIEW

ROWS: list[list[Any]] = [
    ["2019-2025 客户总表"],
    [],
    ["序", "客户名称(全)", "联系人/职务", "电 话", "地址", "上次联系", "备 注"],
    [1, "苏州恒瑞机械", "周工", "13800002317", "吴中区", "2025.11.3", "老客户!!"],
    [2, "无锡拓嘉新材料股份公司", "吴敏/采购", "139-0000-6402", "无锡惠山区", "2025.11.20", None],
    [3, "合肥远景塑胶", "许峰", "151 0000 337", "合肥经开", "2025.2.30", "少一位"],
    ["合计", None, None, None, None, None, None],
]


class Window:
    """The window with the import page on it, and what it said."""

    def __init__(self, ws: Workspace, settings: Any, jobs: Any) -> None:
        self.ws, self.jobs = ws, jobs
        self.window = build(ws, settings, jobs)
        self.window.resize(1440, 900)
        self.window.show()
        self.said: list[str] = []
        self.window.messages.toast = lambda text, *_more: self.said.append(text)
        self.window.messages.error = lambda error: self.said.append(str(error))

    @property
    def page(self) -> Any:
        return self.window.router.page

    def settle(self) -> None:
        for _turn in range(8):
            self.jobs.drain()
            QGuiApplication.processEvents()

    def drop(self, *files: Path) -> Any:
        self.window.router.open("import", path=files[0], paths=list(files))
        self.settle()
        return self.page


def decide_all(window: Window) -> Any:
    """To the review."""
    page = window.page
    page.next.click()
    window.settle()
    assert page.step == REVIEW
    return page
