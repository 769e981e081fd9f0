"""Has the program's own work done in a job: when the book opens, the day changes, or records change."""

from __future__ import annotations

from datetime import date

from app.followups import upkeep
from app.records.workspace import ChangeSet, Workspace
from ui.runtime.ticker import Later, Ticker
from ui.shell.follower import Follower
from ui.shell.window import MainWindow

# Seconds: so long the records must be quiet, and so often the day is looked at.
QUIET = 2.0
DAY = 60.0


class Keeper(Follower):
    """Asks for the work after changes, never twice at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._day: date | None = None
        self._working = False
        self.soon = Later(self, QUIET, self.work)
        self._ticker = Ticker(self, DAY, self._look)
        self._take(window.services.ws)

    def start(self) -> None:
        """Begin to look at the day; the first work is asked for."""
        self._ticker.start()

    def _take(self, ws: Workspace) -> None:
        self._day = None
        super()._take(ws)

    def _note(self, changes: ChangeSet) -> None:
        if changes.touches(*upkeep.WATCHED):
            self.soon.ask()

    def _look(self) -> None:
        if self._day != self.window.services.ws.clock.today():
            self.soon.ask()

    def work(self) -> None:
        """Have it done now, in a job; a long task that is writing puts it off."""
        services = self.window.services
        if self._working or services.ws.closed:
            self.soon.ask()
            return
        self._working, ws, day = True, services.ws, services.ws.clock.today()

        def done(_changes: object) -> None:
            self._day = day

        def ended() -> None:
            self._working = False

        job = services.jobs.run(
            lambda _progress, _cancelled: upkeep.refresh(ws), name="upkeep", done=done,
            failed=lambda _error: self.soon.ask(),
        )  # fmt: skip
        job.finished.connect(ended)
