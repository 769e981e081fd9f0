"""Settings of the work of a day."""

from __future__ import annotations

from app.customers.settings import UNTRADED_DAYS
from app.shared.settings import Setting

UNANSWERED_DAYS = Setting("quote_unanswered_days", 5)
EXPIRING_DAYS = Setting("quote_expiring_days", 3)
BIRTHDAY_DAYS = Setting("birthday_days", 7)
NEXT_DAYS = Setting("today_next_days", 14)
MORNING = Setting("reminder_morning", "09:00")
CALLS_ON = Setting("calls.on", True)
CALLS_NUMBER = Setting("calls.number", 10)
CALLS_DAYS = UNTRADED_DAYS
CALLS_REST = Setting("calls.rest_weeks", 8)
