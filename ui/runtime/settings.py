"""The window's settings of this machine."""

from __future__ import annotations

from app.shared.settings import Setting
from ui.runtime.theme import MODES

THEME = Setting("theme", "system", MODES)
FONT_SIZE = Setting("font_size", 13)
NOTIFY = Setting("reminders.notify", True)
STAY_IN_TRAY = Setting("window.stay_in_tray", False)
CALENDAR_FOLDER = Setting("calendar.folder", "")
