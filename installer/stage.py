"""Brings the real window into one state after another, by its own keys and buttons, and takes a picture of each."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QMenu, QWidget

from app.records import history
from app.shared.i18n import language, translate
from installer.unreached import UnreachedError

if TYPE_CHECKING:
    from app.records.workspace import Workspace
    from db.journal import OperationInfo
    from ui.shell.window import MainWindow

GAP_MS = 70
SETTLE = 4
SECONDS = 30
ATTEMPTS = 3

T = TypeVar("T", bound=QWidget)
Step = str | Callable[["Stage"], object]


@dataclass(frozen=True, slots=True)
class State:
    """How one look of the window is reached, and what it then shows.

    Args:
        name: of its picture.
        page: where it begins; a page of one record is given by its kind.
        steps: each a key (``Ctrl+K``), words to type (``'words``, or ``'中文|English``), a button or an entry of a menu
            to press (``>Its English text``), or a function that is given the stage.
        shows: the class of a widget that must be in sight at the end.
        over: whether that is a window of its own: a dialog, a menu, the list of a box.
    """

    name: str
    page: str
    steps: Sequence[Step] = ()
    shows: str = ""
    over: bool = False


class Stage:
    """The window, and what a state does with it.

    Args:
        window: over a book of its own: states write into it.
        record: gives the record to show of a kind.
        files: the paths of the files that states import, by name.

    Attributes:
        over: where the last picture shows dialogs, menus and lists over the window.
    """

    def __init__(self, window: MainWindow, record: Callable[[str], int], files: dict[str, Any]) -> None:
        self.window, self.record, self.files = window, record, files
        self.over = QRect()
        self._last: OperationInfo | None = None
        self._todo: deque[Step] = deque()
        self._quiet = self._ticking = 0
        self._state: State | None = None
        self._picture = QPixmap()
        self._problem: Exception | None = None

    @property
    def page(self) -> Any:
        """The open page."""
        return self.window.router.page

    def take(self, state: State) -> QPixmap:
        """Bring the window into a state and take its picture.

        Raises:
            UnreachedError: it was not reached: a step failed, nothing shows what it should, or it does not fit.
        """
        # Qt's offscreen platform at times gives the focus to no window, which takes the keys away.
        for _attempt in range(ATTEMPTS):
            problem = self._try(state)
            if problem is None:
                return self._picture
        raise UnreachedError(f"{state.name}: {problem}") from problem

    def _try(self, state: State) -> Exception | None:
        self._start(state)
        until = time.monotonic() + SECONDS
        self._ticking += 1
        turn = self._ticking
        QTimer.singleShot(0, self.window, lambda: self._tick(turn))
        while self._state is not None and time.monotonic() < until:
            QTest.qWait(20)
        if self._state is not None:
            self._end()
            return UnreachedError(f"it took longer than {SECONDS} seconds")
        return self._problem

    def _start(self, state: State) -> None:
        window = self.window
        window.services.jobs.drain()
        for note in (window.messages._toast, window.notice):
            if note is not None:
                note.hide()
        ws = window.services.ws
        self._take_back(ws)
        window.switch(lambda: ws)
        if not window.isActiveWindow():
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
        QGuiApplication.clipboard().clear()
        number = self.record(state.page)
        window.router.open(state.page, number) if number else window.router.open(state.page)
        self._state, self._picture, self._problem = state, QPixmap(), None
        self._todo, self._quiet = deque(state.steps), 0

    def _take_back(self, ws: Workspace) -> None:
        """Undo what the state before wrote."""
        if self._last is None:
            self._last = history.undoable(ws)
        first = self._last.id if self._last else 0
        while (held := history.undoable(ws)) is not None and held.id > first:
            history.undo(ws, held.id)

    def _tick(self, turn: int) -> None:
        """Carry out the next step; it may open a dialog, whose own loop then runs the following tick."""
        if self._state is None or turn != self._ticking:
            return
        QTimer.singleShot(GAP_MS, self.window, lambda: self._tick(turn))
        try:
            self.window.services.jobs.drain()
            if self._todo and self._quiet:
                self._quiet = 0
                self._do(self._todo.popleft())
                return
            self._quiet += 1
            if self._quiet >= SETTLE and not self._todo:
                self._check(self._state)
                self._picture = self._grab()
                self._end()
        except Exception as error:  # noqa: BLE001 - told by take, outside the dialog's loop
            self._problem = error
            self._end()

    def _end(self) -> None:
        self._state = None
        self._shut()

    def _shut(self) -> None:
        """Close what lies over the window, the newest first; the loop of each dialog ends in its own turn."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None and over is not self.window:
            over.reject() if isinstance(over, QDialog) else over.close()
            QTimer.singleShot(0, self.window, self._shut)
            return
        if self.window.palette_box is not None:
            self.window.palette_box.hide()
        self.window.close_popup()

    # What steps do

    def _do(self, step: Step) -> None:
        if callable(step):
            step(self)
        elif step.startswith("'"):
            chinese, _bar, english = step[1:].partition("|")
            self.write(english if english and language() == "en" else chinese)
        elif step.startswith(">"):
            self.press(step[1:])
        else:
            self.key(step)

    def focus(self) -> QWidget:
        """What has the focus."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def key(self, keys: str) -> None:
        """Press a key, as Qt writes it."""
        if QApplication.focusWidget() is None:
            raise UnreachedError(f"nothing has the focus that {keys} is for")
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(self.focus(), pressed.key(), pressed.keyboardModifiers())

    def write(self, text: str) -> None:
        """Type words as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def press(self, text: str) -> None:
        """Press a button or an entry of the open menu by its words or its name, in English source text."""
        known = translate(text) != text or not text.endswith("…")
        said = _plain(translate(text) if known else f"{translate(text[:-1])}…")
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            for action in menu.actions():
                if _plain(action.text()) == said:
                    if action.menu() is not None:
                        menu.setActiveAction(action)
                        return
                    menu.close()
                    action.trigger()
                    return
            raise UnreachedError(f"the menu has no “{text}”")
        room = QApplication.activeModalWidget() or self.window
        for made in room.findChildren(QAbstractButton):
            if made.isVisible() and said in (_plain(made.text()), made.accessibleName()):
                if not made.isEnabled():
                    raise UnreachedError(f"the button “{text}” cannot be pressed")
                made.click()
                return
        raise UnreachedError(f"there is no button “{text}”")

    def find(self, name: str, at: int = 0) -> Any:
        """The visible widget of a class by its name, the topmost window first."""
        found = [one for one in self.rooms() for one in _inside(one, name)]
        if len(found) <= at:
            raise UnreachedError(f"there is no {name} in sight")
        return found[at]

    def unfold(self, box: QComboBox) -> None:
        """Show the list of a box."""
        box.setFocus()
        box.showPopup()

    def hover(self, widget: QWidget) -> None:
        """Show the tip of a widget."""
        from PySide6.QtWidgets import QToolTip

        if not widget.toolTip():
            raise UnreachedError("there is no tip")
        QToolTip.showText(widget.mapToGlobal(QPoint(10, widget.height())), widget.toolTip(), widget)

    # What is seen

    def rooms(self) -> list[QWidget]:
        """What can be seen and used now: popups and menus first, then dialogs, the window last."""
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        return [*sorted(tops, key=lambda one: isinstance(one, QDialog)), self.window]

    def _check(self, state: State) -> None:
        if state.shows:
            rooms = [one for one in self.rooms() if not state.over or one is not self.window]
            if not any(_inside(one, state.shows) for one in rooms):
                raise UnreachedError(f"there is no {state.shows} in sight")
        for one in self.rooms():
            if isinstance(one, QDialog) and (one.width() > self.window.width() or one.height() > self.window.height()):
                raise UnreachedError(f"the dialog of {one.width()} × {one.height()} does not fit into the window")

    def _grab(self) -> QPixmap:
        """The window with all that lies over it, as it is on the screen."""
        window = self.window
        picture = window.grab()
        self.over = QRect()
        painter = QPainter(picture)
        origin = window.mapToGlobal(QPoint(0, 0))
        for one in reversed(self.rooms()[:-1]):
            at = one.mapToGlobal(QPoint(0, 0)) - origin
            painter.drawPixmap(at, one.grab())
            self.over |= QRect(at, one.size())
            if isinstance(one, QDialog):
                painter.setPen(Qt.GlobalColor.gray)
                painter.drawRect(QRect(at, one.size()).adjusted(-1, -1, 0, 0))
        painter.end()
        return picture


def _inside(room: QWidget, name: str) -> list[QWidget]:
    found = [one for one in (room, *room.findChildren(QWidget)) if one.isVisible() and _named(one, name)]
    return [one for one in found if not one.visibleRegion().isEmpty()]


def _named(widget: QWidget, name: str) -> bool:
    return any(kind.__name__ == name for kind in type(widget).__mro__)


def _plain(text: str) -> str:
    """Words without the sign of their letter key and without the key behind them."""
    return text.replace("&", "").partition("\t")[0].partition("  ")[0].strip()
