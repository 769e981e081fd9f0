"""What every test of the window has: one offscreen application with the real theme."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from app.shared.settings import MachineSettings
    from ui.runtime.jobs import JobRunner


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class that pytest-qt makes."""
    from ui.runtime.application import Application

    return Application


@pytest.fixture
def jobs(qapp) -> Iterator[JobRunner]:
    """A job runner that is drained at the end."""
    from ui.runtime.jobs import JobRunner

    runner = JobRunner()
    yield runner
    runner.stop()


@pytest.fixture
def settings(tmp_path: Path) -> MachineSettings:
    """Machine settings of this test alone."""
    from app.shared.settings import MachineSettings

    return MachineSettings(tmp_path / "settings.json")
