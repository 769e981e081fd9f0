"""Start of the program to a painted Today page against a bare Qt window, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import books
from tests.bench.harness import Result, by_turns

ROUNDS = 7
SLOW = ("openpyxl", "reportlab", "pypinyin", "PIL")
BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.show()
app.processEvents()
print("painted", flush=True)
"""
KEBU = f"""
import sys
from pathlib import Path
from app.main import open_workspace
from app.shared.settings import MachineSettings
from ui.main import application, build
from ui.runtime.jobs import JobRunner
settings = MachineSettings(Path(sys.argv[2]) / "settings.json")
app = application("zh_CN", settings)
ws = open_workspace(Path(sys.argv[1]))
jobs = JobRunner(app)
window = build(ws, settings, jobs)
window.show()
app.processEvents()
jobs.drain()
app.processEvents()
slow = [name for name in {SLOW!r} if name in sys.modules]
print("painted", *slow, flush=True)
window.hide()
ws.close()
"""


def run(sizes: tuple[int, ...]) -> list[Result]:
    """The medians for books of these sizes; the note names slow libraries that were imported although they must not."""
    with tempfile.TemporaryDirectory() as folder:
        return [_measured(size, folder) for size in sizes]


def _measured(size: int, folder: str) -> Result:
    slow: set[str] = set()
    book = str(books.made(size))
    bare, ours = by_turns(ROUNDS, lambda: _seconds(slow, BARE), lambda: _seconds(slow, KEBU, book, folder))
    return Result(f"start, {size:,} customers", ours, bare, 2, note=" ".join(sorted(slow)))


def _seconds(slow: set[str], code: str, *arguments: str) -> float:
    """From the start of the process until it says that it has painted."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline().split()
        seconds = time.perf_counter() - start
    if process.returncode or line[:1] != ["painted"]:
        raise RuntimeError("the window did not open")
    slow.update(line[1:])
    return seconds
