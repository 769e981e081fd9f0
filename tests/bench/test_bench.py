"""Every benchmark runs, on small books; what it measures is for ``dev.py bench`` to say."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.bench import books
from tests.bench.__main__ import NAMES
from tests.bench.harness import Result, percentile


@pytest.mark.parametrize("name", NAMES)
def test_benchmark_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "FOLDER", tmp_path / "bench")
    monkeypatch.setattr(books, "ROWS", 300)
    module = importlib.import_module(f"tests.bench.bench_{name}")
    monkeypatch.setattr(module, "ROUNDS", 1, raising=False)
    results = module.run((300,))
    assert results
    assert all(one.value > 0 for one in results)


def test_percentile_takes_the_slow_end() -> None:
    values = [float(number) for number in range(100)]
    assert percentile(values, 0.5) == 50
    assert percentile(values, 0.95) == 95


def test_an_aim_is_a_ratio_or_a_time() -> None:
    assert Result("one", 3.0, 2.0, 1.5).reached
    assert not Result("one", 3.1, 2.0, 1.5).reached
    assert Result("one", 0.01, 0, 0.01, absolute=True).reached
