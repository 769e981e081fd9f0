"""The one job runner: the only threads of the window."""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from app.shared.errors import Cancelled, KebuError
from ui.runtime.alive import alive

Progress = Callable[..., None]
Work = Callable[[Progress, Callable[[], bool]], Any]
_TURN_S = 0.0005
"""Python hands over between threads after 5 ms of its own accord. A window that paints a table hands over some hundred times,
and would wait that long each time for a job that computes."""
_DRAWN_MS = 20
"""Until a window has drawn what was just changed: platforms gather changes for 5 to 16 ms."""


class Job(QObject):
    """A piece of work under way. All its signals arrive on the window's thread.

    Signals:
        progressed: part done (0 to 1, or -1 when unknown) and a word about it.
        ending: before any of the next three, so that no bar moves on behind a message about it.
        done: the result. failed: the ``KebuError``. cancelled: it was stopped. finished: after any of the three.
    """

    progressed = Signal(float, str)
    ending = Signal()
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; its result is thrown away even when it does not."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether someone asked it to stop."""
        return self._stop.is_set()


def _to_the_living(slot: Callable[..., object]) -> Callable[..., None]:
    def tell(*what: object) -> None:
        if alive(slot):
            slot(*what)

    return tell


class _Work(QRunnable):
    # Owned by Python alone: a runnable that the pool deletes is freed twice.
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._run = run

    def run(self) -> None:
        self._run()


class JobRunner(QObject):
    """Runs work outside the window's thread and brings results and errors back to it.

    A bug (anything but a ``KebuError``) goes to ``broke``, which the crash dialog listens to.
    """

    broke = Signal(object)
    busy = Signal(int)
    _back = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._jobs: set[Job] = set()
        self._work: dict[Job, _Work] = {}
        self._waiting: deque[_Work] = deque()
        self._ended: deque[_Work] = deque(maxlen=16)
        self._here = threading.local()
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        sys.setswitchinterval(_TURN_S)

    def run(
        self,
        work: Work,
        *,
        name: str = "",
        done: Callable[[Any], object] | None = None,
        failed: Callable[[KebuError], object] | None = None,
        progressed: Callable[[float, str], object] | None = None,
        drawn: bool = False,
    ) -> Job:
        """Start ``work(progress, cancelled)`` with frozen data only; the callbacks run on the window's thread.

        Args:
            work: what is done beside the window.
            name: what the job is known by.
            done, failed, progressed: what hears of its result, its ``KebuError`` and how far it is.
            drawn: whether it waits until the window has drawn what its beginning changed. Beside a job that computes for
                seconds, a page that is drawn anew takes five times as long.
        """
        job = Job(name)
        for signal, slot in ((job.done, done), (job.failed, failed), (job.progressed, progressed)):
            if slot is not None:
                signal.connect(_to_the_living(slot))
        self._jobs.add(job)
        self.busy.emit(len(self._jobs))
        self._work[job] = _Work(lambda: self._carry_out(job, work))
        if drawn:
            self._waiting.append(self._work[job])
            QTimer.singleShot(_DRAWN_MS, self, self._begin)
        else:
            self._pool.start(self._work[job])
        return job

    def _begin(self) -> None:
        while self._waiting:
            self._pool.start(self._waiting.popleft())

    def drain(self, seconds: float = 30) -> bool:
        """Wait until nothing is under way and all is delivered; for tests and for closing."""
        while self._jobs:
            self._begin()
            if not self._pool.waitForDone(round(seconds * 1000)):
                return False
            QCoreApplication.sendPostedEvents(self)
        return True

    @property
    def current(self) -> Job | None:
        """The job whose work the calling thread carries out."""
        return getattr(self._here, "job", None)

    def stop(self, but: Job | None = None) -> None:
        """Cancel everything and wait for it, save for one job that itself waits for this."""
        for job in self._jobs - {but}:
            job.cancel()
        if but is None:
            self.drain()
            return
        self._begin()
        until = time.monotonic() + 30
        while self._jobs - {but} and time.monotonic() < until:
            QCoreApplication.sendPostedEvents(self)
            time.sleep(0.005)

    def _carry_out(self, job: Job, work: Work) -> None:
        self._here.job = job
        try:
            if job.stopping:
                raise Cancelled("")
            result = work(lambda part, word="": self._back.emit(job, "progress", (part, word)), lambda: job.stopping)
            self._back.emit(job, "done", result)
        except Cancelled:
            self._back.emit(job, "cancelled", None)
        except KebuError as error:
            self._back.emit(job, "failed", error)
        except BaseException as error:  # noqa: BLE001 - a bug: the crash dialog tells it on the window's thread
            self._back.emit(job, "broke", error)

    def _deliver(self, job: Job, how: str, what: Any) -> None:
        if how == "progress":
            if not job.stopping:
                job.progressed.emit(*what)
            return
        self._jobs.discard(job)
        # Its thread may still be on the last line of it.
        self._ended.append(self._work.pop(job))
        self.busy.emit(len(self._jobs))
        job.ending.emit()
        if how == "broke":
            self.broke.emit(what)
        elif job.stopping or how == "cancelled":
            job.cancelled.emit()
        elif how == "done":
            job.done.emit(what)
        else:
            job.failed.emit(what)
        job.finished.emit()
