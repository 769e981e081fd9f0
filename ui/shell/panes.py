"""Going from pane to pane by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def next_of(panes: Sequence[QWidget]) -> None:
    """Give the focus to the pane after the one that has it, to its first part that takes it."""
    focus = QApplication.focusWidget()
    at = next((place for place, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
    for step in range(1, len(panes) + 1):
        pane = panes[(at + step) % len(panes)]
        for child in pane.findChildren(QWidget):
            if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setFocus(Qt.FocusReason.TabFocusReason)
                return
