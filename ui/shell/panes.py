"""Going from pane to pane by key, F6 and Shift+F6; and when there is room for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QSplitter, QSplitterHandle, QWidget

from ui.runtime.application import theme

# Under this width the layout is the narrow one; text larger than the usual needs so much more for each step.
BREAK, GROWTH, USUAL = 1280, 56, 13


def cramped(width: int) -> bool:
    """Whether a window of this width has no room for the wide layout."""
    return width < BREAK + GROWTH * max(0, theme().size - USUAL)


def stops(page: QWidget) -> list[QWidget]:
    """The panes of a page from left to right and from top to bottom.

    These are the parts of its splitters, its lists, and what carries the property ``stop`` (a quick-log line, a pane that
    lies over the page). What stands in none of them belongs to the page itself, which comes first.
    """
    found = [part for part in page.findChildren(QWidget) if _is_stop(part) and part.isVisibleTo(page)]

    def place(part: QWidget) -> tuple[int, int]:
        at = part.mapTo(page, QPoint())
        return at.x(), at.y()

    return [page, *sorted(found, key=place)]


def next_of(panes: Sequence[QWidget], step: int = 1) -> None:
    """Give the focus to the pane after the one that has it, or before it with ``step`` -1: to the part of it that had the
    focus last, else to its first one that takes it."""
    focus = QApplication.focusWidget()
    at = _of(panes, focus)
    start = at if at >= 0 else -1 if step > 0 else 0
    for turn in range(1, len(panes) + 1):
        place = (start + turn * step) % len(panes)
        if place != at and (part := _entry(panes, place)) is not None:
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return


def enter(page: QWidget) -> None:
    """Give the focus to the first part of a page that takes it."""
    parts = stops(page)
    for place in range(len(parts)):
        if (part := _entry(parts, place)) is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _is_stop(part: QWidget) -> bool:
    if isinstance(part.parentWidget(), QSplitter):
        return not isinstance(part, QSplitterHandle)
    if isinstance(part, QAbstractItemView):
        return _takes_focus(part)
    return bool(part.property("stop"))


def _takes_focus(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _of(panes: Sequence[QWidget], part: QWidget | None) -> int:
    """Which pane a widget belongs to: the innermost that holds it, -1 for none."""
    while part is not None:
        if part in panes:
            return panes.index(part)
        part = part.parentWidget()
    return -1


def _entry(panes: Sequence[QWidget], place: int) -> QWidget | None:
    pane = panes[place]
    if _takes_focus(pane):
        return pane
    parts = [part for part in pane.findChildren(QWidget) if _takes_focus(part) and _of(panes, part) == place]
    held = pane.focusWidget()
    return held if held in parts else next(iter(parts), None)
