"""Settings of the list of customers."""

from __future__ import annotations

from app.shared.settings import Setting

UNTRADED_DAYS = Setting("calls.days", 365)
"""After how many days without a deal a customer is one of those not traded for long; the calls of the week go by it too."""
