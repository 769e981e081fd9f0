"""What a day opens again and again: Today, a card with 2,000 entries, a filter of three conditions, the calendar month.

Each is the whole page, read and painted, against the bare SQL for what it shows.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.records import queries
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared.settings import MachineSettings
from tests.bench import busy
from tests.bench.harness import Result, percentile, timed
from ui.main import application, build
from ui.runtime.jobs import JobRunner

ROUNDS = 40
AIM_S = 0.1
FIRST = 128


def run(sizes: tuple[int, ...]) -> list[Result]:
    """The 95th percentile of each for books of these sizes."""
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        settings = MachineSettings(Path(folder) / "settings.json")
        app = application("zh_CN", settings)
        for size in sizes:
            with busy.opened(size) as ws:
                jobs = JobRunner(app)
                window = build(ws, settings, jobs)
                window.resize(1440, 900)
                window.show()
                jobs.drain()
                results += _measured(size, ws, window, app, jobs)
                jobs.drain()
                window.hide()
                window.deleteLater()
                app.processEvents()
    return results


def _measured(size: int, ws: Workspace, window: Any, app: Any, jobs: JobRunner) -> list[Result]:
    busiest = queries.ids(ws, "customer", limit=1, order=(("id", False),))[0]
    where = (
        Condition("level", "=", "A"), Condition("city", "=", "苏州"),
        Condition("last_contact_on", ">=", ws.clock.today() - timedelta(days=90)),
    )  # fmt: skip

    def page(name: str, number: int = 0) -> Callable[[], None]:
        def show() -> None:
            window.router.open(name, number)
            app.processEvents()

        return show

    told = {
        "today": ("Today", page("today"), _today(ws)),
        "customer": ("card with 2,000 entries", page("customer", busiest), _card(ws, busiest)),
        "filter": (
            "filter of three conditions",
            lambda: queries.rows(ws, "customer", queries.ids(ws, "customer", where, (("name", False),), limit=FIRST)),
            _filter(ws),
        ),
    }
    if window.router.can_open("calendar"):
        told["calendar"] = ("calendar month", page("calendar"), _month(ws))
    results = []
    for key, (name, ours, bare) in told.items():
        times, floor = [], []
        # A page is built when it is opened first; that belongs to no day's rhythm.
        ours()
        for _ in range(ROUNDS):
            if key != "filter":
                window.router.open("settings")
                app.processEvents()
                # What the settings read beside is no part of the page that is opened next.
                jobs.drain()
            times.append(timed(ours))
            floor.append(timed(bare))
        p95 = percentile(times, 0.95)
        results += [
            Result(f"{name}, {size:,} customers, p95", p95, percentile(floor, 0.95), note="against bare SQL"),
            Result("  the same", p95, 0, AIM_S, absolute=True),
        ]
    return results


def _asked(ws: Workspace, *statements: tuple[str, tuple[Any, ...]]) -> Callable[[], None]:
    def ask() -> None:
        with ws.book.reading() as connection:
            for sql, values in statements:
                connection.execute(sql, values).fetchall()

    return ask


def _today(ws: Workspace) -> Callable[[], None]:
    night = f"{ws.clock.today().isoformat()}T23:59"
    return _asked(
        ws,
        ("SELECT * FROM reminder WHERE done_at IS NULL AND due_at<=? ORDER BY due_at LIMIT 50", (night,)),
        ("SELECT count(*) FROM reminder WHERE done_at IS NULL AND due_at<=?", (night,)),
        ("SELECT * FROM reminder WHERE done_at IS NULL AND due_at>? ORDER BY due_at LIMIT 8", (night,)),
    )


def _card(ws: Workspace, customer: int) -> Callable[[], None]:
    return _asked(
        ws,
        ("SELECT * FROM customer WHERE id=?", (customer,)),
        ("SELECT * FROM contact WHERE customer=?", (customer,)),
        ("SELECT * FROM activity WHERE customer=? ORDER BY done_at DESC LIMIT 50", (customer,)),
        ("SELECT kind, count(*) FROM activity WHERE customer=? GROUP BY kind", (customer,)),
    )


def _filter(ws: Workspace) -> Callable[[], None]:
    since = (ws.clock.today() - timedelta(days=90)).isoformat()
    sql = "SELECT * FROM customer WHERE level='A' AND city='苏州' AND last_contact_on>=? ORDER BY name_key LIMIT ?"
    return _asked(ws, (sql, (since, FIRST)))


def _month(ws: Workspace) -> Callable[[], None]:
    first = ws.clock.today().replace(day=1)
    last = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    sql = "SELECT * FROM reminder WHERE due_at>=? AND due_at<? ORDER BY due_at"
    return _asked(ws, (sql, (first.isoformat(), last.isoformat())))
