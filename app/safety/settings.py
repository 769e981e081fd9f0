"""Settings of this machine: the book opened last, and the program's language."""

from __future__ import annotations

from app.shared import paths
from app.shared.i18n import LANGUAGES
from app.shared.settings import MachineSettings, Setting

LAST_BOOK = Setting("last_book", "")
LANGUAGE = Setting("language", "system", ("system", *LANGUAGES))


def machine() -> MachineSettings:
    """The settings of this machine, as they are on disk now. Raises OSError when the folder cannot be made."""
    return MachineSettings(paths.config_dir() / "settings.json")
