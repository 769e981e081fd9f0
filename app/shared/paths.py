"""Where the program's own files and the user's files lie."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

import platformdirs


@lru_cache(maxsize=1)
def root() -> Path:
    """The folder that holds ``resources``: the checkout, or the bundle's own folder."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """A file or folder under ``resources``."""
    return root().joinpath("resources", *parts)


def config_dir() -> Path:
    """The folder of this machine's settings, made if missing."""
    return platformdirs.user_config_path("kebu", appauthor=False, ensure_exists=True)


def state_dir() -> Path:
    """The folder of logs and sockets, made if missing."""
    return platformdirs.user_state_path("kebu", appauthor=False, ensure_exists=True)


def data_dir() -> Path:
    """The folder where new books are put unless the user says otherwise, made if missing."""
    return platformdirs.user_data_path("kebu", appauthor=False, ensure_exists=True)
