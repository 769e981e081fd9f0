"""Another size of text takes effect at once: what was built before stands as if it were built with it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from app.customers import commands as customers
from app.followups import commands as followups
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.view import Line
from app.shared.settings import MachineSettings
from ui.main import build
from ui.runtime.application import theme
from ui.runtime.jobs import JobRunner
from ui.shell.window import MainWindow

PAGES = ("today", "customer", "customers", "quote", "quotes", "calendar", "products", "history")


def sizes(window: MainWindow, settle, records: dict[str, int]) -> dict[str, dict[str, list[tuple[int, ...]]]]:
    """What each visible widget of the pages is held to, by page and by the way to it."""
    found: dict[str, dict[str, list[tuple[int, ...]]]] = {}
    for name in PAGES:
        window.router.open(name, records[name]) if name in records else window.router.open(name)
        settle()
        held = found.setdefault(name, {})
        for widget in window.router.page.findChildren(QWidget):
            if not widget.isVisible():
                continue
            way, at = [], widget
            while at is not None and at is not window.router.page:
                way.append(type(at).__name__)
                at = at.parentWidget()
            fixed = (widget.minimumWidth(), widget.maximumWidth(), widget.minimumHeight(), widget.maximumHeight())
            held.setdefault("/".join(reversed(way)), []).append(fixed)
    return found


@pytest.fixture
def records(ws: Workspace) -> dict[str, int]:
    customer = customers.create(ws, {"name": "苏州恒瑞"}, {"name": "周建明", "mobile": "13800002317"}).id
    followups.add_reminder(ws, "明天 回访", about=("customer", customer))
    quote = sales.new_quote(ws, customer, lines=(Line(name="伺服电机"),)).id
    sales.mark_sent(ws, quote)
    sales.mark_won(ws, quote)
    return {"customer": customer, "quote": quote}


def test_what_is_open_follows_the_size_of_text(
    window: MainWindow, settle, records: dict[str, int], ws: Workspace, settings: MachineSettings, jobs: JobRunner
) -> None:
    sizes(window, settle, records)
    usual = theme().size
    theme().set_size(16)
    try:
        switched = sizes(window, settle, records)
        other = build(ws, settings, jobs)
        other.resize(window.size())
        other.show()
        settle()
        fresh = sizes(other, settle, records)
        other.close()
        other.deleteLater()
    finally:
        theme().set_size(usual)
    for page, held in fresh.items():
        assert switched[page] == held, page
