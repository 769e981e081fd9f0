"""The program in the desktop's tray: what is due is told there, and the window can be put away to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from app.shared.i18n import _
from ui.runtime.application import translator
from ui.runtime.given import given
from ui.runtime.settings import STAY_IN_TRAY
from ui.shell.desktop_notes import DesktopNotes
from ui.shell.window import MainWindow

SHOWN_MS = 10_000
# The desktop's panel may come after the programs of the session.
TRIES, PAUSE_MS = 10, 500


class Tray(QObject):
    """The icon with its menu; without a tray on the desktop it is not there, and the window closes as usual.

    Signals:
        chosen: done, snooze or open was chosen for the reminder told last.
    """

    chosen = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._title, self._said = window, "", ("", "")
        self.notes = DesktopNotes(self)
        self.notes.chosen.connect(self.chosen)
        self.notes.refused.connect(self._balloon)
        given(QApplication.instance()).aboutToQuit.connect(self.notes.close)
        self.icon = QSystemTrayIcon(
            window.windowIcon() if not window.windowIcon().isNull() else QApplication.windowIcon(), self
        )
        self.menu = QMenu(window)
        self.actions: dict[str, QAction] = {}
        for name in ("title", "done", "snooze", "open", "", "window", "quit"):
            if not name:
                self.menu.addSeparator()
                continue
            self.actions[name] = self.menu.addAction("")
        for name in ("done", "snooze", "open"):
            self.actions[name].triggered.connect(lambda _on=False, name=name: self.chosen.emit(name))
        self.actions["title"].setEnabled(False)
        self.actions["window"].triggered.connect(lambda _on=False: window.show_up())
        self.actions["quit"].triggered.connect(lambda _on=False: self.quit())
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(lambda: self.chosen.emit("open"))
        translator().changed.connect(self.say)
        self.say()
        if self.there:
            self.icon.show()
        window.stays = self.stays

    @property
    def there(self) -> bool:
        """Whether the desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def begin(self, tries: int = TRIES) -> None:
        """Leave the window in the tray as the session starts; show it where none comes within some seconds."""
        if self.there:
            self.icon.show()
            # Without a window ever shown, the first thing to close would end the program.
            QApplication.setQuitOnLastWindowClosed(False)
            self._window.installEventFilter(self)
        elif tries:
            QTimer.singleShot(PAUSE_MS, self, lambda: self.begin(tries - 1))
        else:
            self._window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Show:
            QApplication.setQuitOnLastWindowClosed(True)
            self._window.removeEventFilter(self)
        return False

    def stays(self) -> bool:
        """Whether closing the window leaves the program in the tray."""
        return self.there and self._window.services.settings.get(STAY_IN_TRAY)

    def tell(self, title: str, text: str, *, single: bool = True) -> None:
        """Show a note of the desktop's own; its click opens what it tells of."""
        self._title, self._said = title if single else "", (title, text)
        self.say()
        answers = [("done", _("Done")), ("snooze", _("1 hour"))] if single else []
        if not self.notes.tell(title, text, [*answers, ("open", _("Open"))]):
            self._balloon()

    def _balloon(self) -> None:
        """Qt's own note, which has no buttons."""
        if self.there and QSystemTrayIcon.supportsMessages():
            self.icon.showMessage(*self._said, self.icon.icon(), SHOWN_MS)

    def clear(self) -> None:
        """The reminder told last was dealt with."""
        self._title = ""
        self.notes.clear()
        self.say()

    def say(self, _language: str = "") -> None:
        """Say the menu in the language in use."""
        words = {
            "title": self._title, "done": _("Done"), "snooze": _("Put off by an hour"), "open": _("Open"),
            "window": _("Show Kebu"), "quit": _("Quit"),
        }  # fmt: skip
        for name, text in words.items():
            self.actions[name].setText(text.replace("&", "&&"))
        for name in ("title", "done", "snooze", "open"):
            self.actions[name].setVisible(bool(self._title))
        self.icon.setToolTip(_("Kebu"))

    def quit(self) -> None:
        """End the program, from the tray."""
        self._window.stays = lambda: False
        self._window.close()
        QApplication.quit()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self._window.show_up()
