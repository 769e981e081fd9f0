"""The program's only clocks: something each so many seconds, and something soon after the last of many changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.runtime.alive import alive


class Ticker(QObject):
    """Calls a function at once and then again and again, for as long as its owner lives.

    Args:
        seconds: from one call to the next; after a sleep of the machine the next comes at once.
    """

    def __init__(self, parent: QObject, seconds: float, run: Callable[[], object]) -> None:
        super().__init__(parent)
        self._run = run
        self._timer = QTimer(self, interval=round(seconds * 1000))
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin; the first call comes when the program is idle."""
        self._timer.start()
        QTimer.singleShot(0, self._tick)

    def stop(self) -> None:
        """Stop calling."""
        self._timer.stop()

    def _tick(self) -> None:
        if alive(self._run):
            self._run()


class Later(QObject):
    """Calls a function once when nothing has asked for it for some time.

    Args:
        seconds: how long it must be quiet.
    """

    def __init__(self, parent: QObject, seconds: float, run: Callable[[], object]) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._timer.timeout.connect(run)

    def ask(self) -> None:
        """Call it soon; asking again puts it off."""
        self._timer.start()

    @property
    def waiting(self) -> bool:
        """Whether a call is still to come."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Do not call it."""
        self._timer.stop()
