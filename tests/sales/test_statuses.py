"""What may become of a quote."""

from __future__ import annotations

from datetime import date

from app.sales.records import QUOTE_STATUSES
from app.sales.statuses import TRANSITIONS, is_expired, may_become, revision_label, valid_until


def test_every_status_has_its_steps():
    codes = {choice.code for choice in QUOTE_STATUSES}
    assert set(TRANSITIONS) == codes
    assert {step for steps in TRANSITIONS.values() for step in steps} <= codes


def test_there_and_back():
    for start, end in (("draft", "sent"), ("sent", "won"), ("sent", "lost"), ("won", "sent"), ("lost", "sent")):
        assert may_become(start, end)
    assert not may_become("draft", "won")
    assert not may_become("sent", "sent")
    assert not may_become("nonsense", "sent")


def test_the_last_day_is_included():
    assert valid_until(date(2026, 7, 14), 30) == date(2026, 8, 13)
    assert not is_expired(date(2026, 8, 13), date(2026, 8, 13))
    assert is_expired(date(2026, 8, 13), date(2026, 8, 14))
    assert not is_expired(None, date(2026, 8, 14))


def test_labels():
    assert revision_label(2) == "R2"
