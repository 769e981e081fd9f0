"""Measuring: a subject and its baseline by turns in one run, and the table of ratios by wall and by processor."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Result:
    """One row of the table. Times are in seconds; ``aim`` is the wanted ratio, or the wanted value when absolute.

    ``memory`` tells that the value is no time but bytes. ``processor`` holds what both took of the processor, children
    included, which stays fair on a busy machine: where it is known, the aim is held against it.
    """

    name: str
    value: float
    baseline: float
    aim: float | None = None
    absolute: bool = False
    note: str = ""
    memory: bool = False
    processor: tuple[float, float] | None = None

    @property
    def ratio(self) -> float:
        """How many times the baseline."""
        return self.value / self.baseline if self.baseline else 0.0

    @property
    def fair_ratio(self) -> float:
        """How many times the baseline by the processor, or by the clock where that alone was measured."""
        return self.processor[0] / self.processor[1] if self.processor and self.processor[1] else self.ratio

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.aim is None:
            return None
        return (self.value if self.absolute else self.fair_ratio) <= self.aim


def timed(function: Callable[[], Any]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Spent:
    """What a call took: seconds by the clock, and of the processor for this process and the children it waited for."""

    wall: float
    processor: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.wall + other.wall, self.processor + other.processor)

    def against(self, baseline: Spent, name: str, aim: float | None = None, note: str = "") -> Result:
        """The row of the table for this against its baseline."""
        return Result(
            name, self.wall, baseline.wall, aim, note=note, processor=(self.processor, baseline.processor)
        )  # fmt: skip


def spent(function: Callable[[], Any]) -> Spent:
    """What one call takes by the clock and of the processor."""
    begun, before = time.perf_counter(), processor()
    function()
    return Spent(time.perf_counter() - begun, processor() - before)


def processor() -> float:
    """Seconds of the processor so far, of this process and of the children that it waited for."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def middle(times: Sequence[Spent]) -> Spent:
    """The medians of both."""
    return Spent(*(statistics.median(getattr(one, name) for one in times) for name in ("wall", "processor")))


def spent_by_turns(rounds: int, *functions: Callable[[], Spent]) -> list[Spent]:
    """As ``by_turns``, for both times."""
    found = [[one() for one in functions] for _ in range(rounds)]
    return [middle(times) for times in zip(*found, strict=True)]


def by_turns(rounds: int, *functions: Callable[[], float]) -> list[float]:
    """The median of what each function returns, called by turns so that a busy machine troubles all alike."""
    found: list[list[float]] = [[] for _ in functions]
    for _ in range(rounds):
        for one, times in zip(functions, found, strict=True):
            times.append(one())
    return [statistics.median(times) for times in found]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def shown(seconds: float) -> str:
    """A time as people read it."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.1f} ms" if seconds >= 0.001 else f"{seconds * 1_000_000:.0f} µs"


def amount(one: Result, value: float) -> str:
    """A value of a row as people read it."""
    return f"{value / 1_000_000:,.0f} MB" if one.memory else shown(value)


def show(results: Sequence[Result]) -> None:
    """Print the table."""
    table = Table(title="Benchmarks")
    for column in ("what", "Kebu", "baseline", "ratio", "by CPU", "aim", ""):
        table.add_column(column, justify="left" if column in ("what", "") else "right")
    for one in results:
        aim = "" if one.aim is None else f"≤ {amount(one, one.aim)}" if one.absolute else f"≤ {one.aim:g} ×"
        mark = {None: "", True: "reached", False: "missed"}[one.reached]
        baseline, ratio = (shown(one.baseline), f"{one.ratio:.2f} ×") if one.baseline else ("", "")
        fair = f"{one.fair_ratio:.2f} ×" if one.processor else ""
        said = " ".join(filter(None, (mark, one.note)))
        table.add_row(one.name, amount(one, one.value), baseline, ratio, fair, aim, said)
    Console(width=140).print(table)
