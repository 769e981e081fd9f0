"""What every test has: folders of its own, real books, and the samples when they are here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from app.records.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHONUTF8", "1")
# No note of a test shows on the desktop of who runs it.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

# A busy machine is no failure.
settings.register_profile("kebu", deadline=None)
settings.load_profile("kebu")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Config, state and data folders of this test alone, also for the programs it starts."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("LOCAL_APPDATA", "APPDATA", "PERSONAL"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests read English unless they say otherwise."""
    from app.shared import i18n

    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """A new, empty book whose clock stands at 22 July 2026, 10:30."""
    from app.main import dictionary
    from app.records.workspace import Workspace
    from app.shared.clock import FixedClock

    clock = FixedClock(datetime(2026, 7, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    workspace = Workspace.create(tmp_path / "test.kebu", dictionary(), clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of collected spreadsheets; tests that need it are skipped without it."""
    folder = Path(os.environ.get("KEBU_SAMPLES") or ROOT.parent / "shared" / "samples")
    if not folder.is_dir():
        pytest.skip("the collected samples are not here")
    return folder
