"""What time it is, on the machine and in tests."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.shared.clock import Clock, FixedClock


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its zone for one process")
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York"])
def test_a_fixed_clock_knows_no_machine(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        clock = FixedClock(datetime(2026, 7, 22, 23, 30))
        assert clock.now_utc() == datetime(2026, 7, 22, 23, 30, tzinfo=UTC)
        assert (clock.today(), clock.zone_name()) == (date(2026, 7, 22), "UTC")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_fixed_clock_keeps_its_zone() -> None:
    clock = FixedClock(datetime(2026, 7, 22, 1, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    assert clock.now_utc() == datetime(2026, 7, 21, 17, 30, tzinfo=UTC)
    assert clock.now_wall() == datetime(2026, 7, 22, 1, 30)
    assert (clock.today(), clock.zone_name()) == (date(2026, 7, 22), "Asia/Shanghai")


def test_the_machines_clock_has_a_zone() -> None:
    clock = Clock()
    assert clock.now_utc().tzinfo is UTC
    assert clock.now_wall().tzinfo is None
    assert clock.zone_name()
