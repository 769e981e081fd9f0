"""Keeps a calendar file in a folder of the user's choice up to date, so that phones and other programs see the reminders."""

from __future__ import annotations

from pathlib import Path

from app.records.workspace import ChangeSet, Workspace
from app.shared.errors import KebuError
from ui.runtime.settings import CALENDAR_FOLDER
from ui.runtime.ticker import Later
from ui.shell.follower import Follower
from ui.shell.window import MainWindow

# Seconds: so long the reminders must be quiet before the file is written.
QUIET = 5.0
TOUCHED = ("reminder", "customer", "contact")


class CalendarFile(Follower):
    """Writes the file after changes, in a job, and once when the book opens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.failed = ""
        self._working = False
        self.soon = Later(self, QUIET, self.write)
        self._take(window.services.ws)

    def _take(self, ws: Workspace) -> None:
        super()._take(ws)
        if self.window.services.settings.get(CALENDAR_FOLDER):
            self.soon.ask()

    def _note(self, changes: ChangeSet) -> None:
        if changes.touches(*TOUCHED) and self.window.services.settings.get(CALENDAR_FOLDER):
            self.soon.ask()

    def write(self) -> None:
        """Write the file now, in a job; a failure is told once, until it works again."""
        services = self.window.services
        folder = services.settings.get(CALENDAR_FOLDER)
        if not folder or services.ws.closed:
            return
        if self._working:
            self.soon.ask()
            return
        self._working, ws = True, services.ws

        def work(_progress: object, _cancelled: object) -> Path:
            from app.transfer.exporting.calendar import keep_calendar

            return keep_calendar(ws, Path(folder))

        def done(_path: Path) -> None:
            self.failed = ""

        def failed(error: KebuError) -> None:
            if str(error) != self.failed:
                self.failed = str(error)
                services.messages.toast(self.failed)

        def ended() -> None:
            self._working = False

        job = services.jobs.run(work, name="calendar file", done=done, failed=failed)
        job.finished.connect(ended)
