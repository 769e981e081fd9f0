"""Measuring: a subject and its baseline by turns in one run, and the table of ratios."""

from __future__ import annotations

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

    ``memory`` tells that the value is no time but bytes.
    """

    name: str
    value: float
    baseline: float
    aim: float | None = None
    absolute: bool = False
    note: str = ""
    memory: bool = False

    @property
    def ratio(self) -> float:
        """How many times the baseline."""
        return self.value / self.baseline if self.baseline else 0.0

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.aim is None:
            return None
        return (self.value if self.absolute else self.ratio) <= self.aim


def timed(function: Callable[[], Any]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


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
    for column in ("what", "Kebu", "baseline", "ratio", "aim", ""):
        table.add_column(column, justify="left" if column in ("what", "") else "right")
    for one in results:
        aim = "" if one.aim is None else f"≤ {amount(one, one.aim)}" if one.absolute else f"≤ {one.aim:g} ×"
        mark = {None: "", True: "reached", False: "missed"}[one.reached]
        baseline, ratio = (shown(one.baseline), f"{one.ratio:.2f} ×") if one.baseline else ("", "")
        table.add_row(one.name, amount(one, one.value), baseline, ratio, aim, " ".join(filter(None, (mark, one.note))))
    Console(width=140).print(table)
