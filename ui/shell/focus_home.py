"""Keeping the focus on the page when the part that has it goes away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.shell import panes
from ui.shell.router import Router
from ui.widgets.toast import Toast


class FocusHome(QObject):
    """Brings the focus back to the page's list when a bar, a pane or a note that had it was hidden.

    Qt gives it to whatever comes next in the tab order: a button of another pane, or the sidebar, where the next key
    means something else.

    Args:
        beside: the parts of the window beside the page.
    """

    def __init__(self, router: Router, beside: Sequence[QWidget], app: QApplication) -> None:
        super().__init__(router)
        self._router, self._beside = router, beside
        app.focusChanged.connect(self._follow)
        router.moved.connect(lambda _place: QTimer.singleShot(0, self, self._arrive))

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        page = self._router.page
        if old is None or new is None or page is None or not isValid(old) or not isValid(page):
            return
        own = page.isAncestorOf(old) or isinstance(old.parentWidget(), Toast)
        if page.isVisible() and own and not old.isVisible():
            # Whoever hid it may give the focus to a part of its own choice first.
            QTimer.singleShot(0, self, lambda: self._bring(page, new))

    def _arrive(self) -> None:
        """A page that could not take the focus, as its list is not shown, gets it nevertheless."""
        page, focus = self._router.page, QApplication.focusWidget()
        beside = focus is not None and any(one.isAncestorOf(focus) for one in self._beside)
        if page is not None and page.isVisible() and beside:
            panes.enter(page)

    def _bring(self, page: QWidget, taken: QWidget) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not isValid(page) or not page.isVisible() or focus.window() is not page.window():
            return
        if focus is not taken and isValid(taken) and taken.isVisible():
            return
        home = page.focusProxy()
        if home is not None and home.isVisible() and home.isEnabled():
            page.setFocus()
        elif not page.isAncestorOf(focus):
            panes.enter(page)
