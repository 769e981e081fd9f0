"""The keys that events bring, in the two turns in which Qt tells of one."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def asked(event: QEvent, *keys: Qt.Key) -> TypeGuard[QKeyEvent]:
    """Whether this asks who wants a key for itself before shortcuts get it; any key when none is named."""
    return _brings(event, QEvent.Type.ShortcutOverride, keys)


def pressed(event: QEvent, *keys: Qt.Key) -> TypeGuard[QKeyEvent]:
    """Whether a key is pressed; any key when none is named."""
    return _brings(event, QEvent.Type.KeyPress, keys)


def _brings(event: QEvent, kind: QEvent.Type, keys: tuple[Qt.Key, ...]) -> bool:
    return event.type() == kind and isinstance(event, QKeyEvent) and (not keys or event.key() in keys)
