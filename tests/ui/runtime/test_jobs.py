"""The job runner brings results, typed errors, bugs and progress back to the window's thread."""

from __future__ import annotations

import threading

from app.shared.errors import SheetError


def test_results_errors_and_bugs_come_back(jobs):
    got, broke = [], []
    jobs.broke.connect(broke.append)

    def fail(_progress, _cancelled):
        raise SheetError("The sheet is empty.")

    def bug(_progress, _cancelled):
        raise ValueError("a bug")

    jobs.run(
        lambda _p, _c: 42, done=lambda value: got.append((value, threading.current_thread() is threading.main_thread()))
    )
    jobs.run(fail, failed=lambda error: got.append(str(error)))
    jobs.run(bug)
    assert jobs.drain()
    assert sorted(map(str, got)) == sorted([str((42, True)), "The sheet is empty."])
    assert [str(error) for error in broke] == ["a bug"]


def test_a_cancelled_job_gives_no_result(jobs):
    got, started = [], threading.Event()

    def work(progress, cancelled):
        progress(0.5, "half")
        started.set()
        while not cancelled():
            pass
        return "too late"

    job = jobs.run(work, done=got.append)
    job.cancelled.connect(lambda: got.append("cancelled"))
    assert started.wait(5)
    job.cancel()
    assert jobs.drain()
    assert got == ["cancelled"]


def test_a_job_may_wait_until_the_window_is_drawn(qtbot, jobs):
    begun: list[str] = []
    job = jobs.run(lambda _progress, _stop: begun.append("at last"), drawn=True)
    assert not begun
    with qtbot.waitSignal(job.finished):
        pass
    assert begun == ["at last"]


def test_a_job_that_waits_is_begun_by_who_drains_and_stopped_by_who_cancels(qtbot, jobs):
    begun: list[int] = []
    jobs.run(lambda _progress, _stop: begun.append(1), drawn=True)
    assert jobs.drain(5)
    told: list[str] = []
    job = jobs.run(lambda _progress, _stop: begun.append(2), drawn=True)
    job.cancelled.connect(lambda: told.append("cancelled"))
    job.cancel()
    assert jobs.drain(5)
    assert begun == [1]
    assert told == ["cancelled"]
