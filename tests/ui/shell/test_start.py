"""What the start of the window may load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SLOW = ("openpyxl", "reportlab", "pypinyin", "PIL", "phonenumbers", "babel", "python_calamine", "pypdfium2", "cn2an")
CODE = f"""
import sys
from pathlib import Path
from app.main import create_workspace
from app.shared.settings import MachineSettings
from ui.main import application, build
from ui.runtime.jobs import JobRunner
folder = Path(sys.argv[1])
settings = MachineSettings(folder / "settings.json")
app = application("zh_CN", settings)
ws = create_workspace(folder / "b.kebu")
from app.records import commands
commands.create(ws, "customer", {{"name": "A", "phone": "138 0000 2317"}})
jobs = JobRunner(app)
window = build(ws, settings, jobs)
window.show()
app.processEvents()
jobs.drain()
assert window.router.here.name == "today"
print(*[name for name in {SLOW!r} if name in sys.modules])
jobs.stop()
window.hide()
ws.close()
"""


def test_slow_libraries_wait_until_they_are_needed(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == []
