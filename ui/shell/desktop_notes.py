"""Notes of the desktop with buttons of their own, over D-Bus: what a tray icon of Qt cannot show.

The protocol is the Desktop Notifications Specification 1.2 of freedesktop.org. GNOME has such notes and no tray.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from app.shared.i18n import _

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_SIGNALS = ("ActionInvoked", "NotificationClosed")
_NO_LIMIT = 0
# What a click on the note itself is called.
_CLICK = "default"


class DesktopNotes(QObject):
    """The notes of this program; one at a time, a new one takes the place of the last.

    Nothing waits for the desktop: what it answers is read when it comes.

    Attributes:
        number: what the desktop calls the present note, 0 when there is none.

    Signals:
        chosen: the name of the button of the present note that was pressed; "open" for the note itself.
        refused: the desktop shows no notes after all.
    """

    chosen = Signal(str)
    refused = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus: Any = None
        self._watch: QSocketNotifier | None = None
        self.number, self._asked = 0, 0

    def tell(self, title: str, text: str, buttons: Sequence[tuple[str, str]]) -> bool:
        """Show a note that stays until it is dealt with.

        Args:
            buttons: names and words.

        Returns:
            Whether there is a desktop to ask; ``refused`` follows when it cannot.
        """
        if not self._connect():
            return False
        from html import escape

        actions = [_CLICK, _("Open"), *(part for button in buttons for part in button)]
        hints = {"desktop-entry": ("s", "kebu"), "urgency": ("y", 1)}
        # The text is markup, the title is not.
        values = "Kebu", self.number, "kebu", title, escape(text, quote=False), actions, hints, _NO_LIMIT
        self._asked = self._send("Notify", "susssasa{sv}i", values)
        return self._bus is not None

    def clear(self) -> None:
        """Take the note back, if one is shown."""
        if self._bus is not None and self.number:
            self._send("CloseNotification", "u", (self.number,))
        self.number = 0

    def close(self) -> None:
        """End the connection."""
        if self._watch is not None:
            self._watch.setEnabled(False)
            self._watch.deleteLater()
        if self._bus is not None:
            self._bus.close()
        self._bus, self._watch, self.number = None, None, 0

    def _connect(self) -> bool:
        if self._bus is not None:
            return True
        if sys.platform.startswith("linux") and os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return self._reach()
        return False

    def _reach(self) -> bool:
        """Reach the bus of the session; whether that worked."""
        import jeepney
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._bus = open_dbus_connection()
        except (OSError, ValueError, KeyError, jeepney.DBusErrorResponse):
            return False
        for name in _SIGNALS:
            rule = jeepney.MatchRule(type="signal", interface=_NAME, member=name, path=_PATH)
            self._put(jeepney.message_bus.AddMatch(rule))
        if self._bus is None:
            return False
        self._watch = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(lambda *_: self._read())
        return True

    def _send(self, method: str, signature: str, values: tuple[Any, ...]) -> int:
        from jeepney import DBusAddress, new_method_call

        return self._put(new_method_call(DBusAddress(_PATH, _NAME, _NAME), method, signature, values))

    def _put(self, message: Any) -> int:
        """The serial of what was sent; 0 when the bus has gone."""
        serial = int(next(self._bus.outgoing_serial))
        try:
            self._bus.send(message, serial=serial)
        except OSError:
            self.close()
            return 0
        return serial

    def _read(self) -> None:
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError):
                self.close()
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if fields.get(HeaderFields.reply_serial) == self._asked:
            if message.header.message_type is MessageType.method_return:
                self.number = message.body[0]
            else:
                self.refused.emit()
        elif fields.get(HeaderFields.interface) == _NAME and self.number and message.body[0] == self.number:
            if fields.get(HeaderFields.member) == "ActionInvoked":
                self.number = 0
                self.chosen.emit("open" if message.body[1] == _CLICK else message.body[1])
            elif fields.get(HeaderFields.member) == "NotificationClosed":
                self.number = 0
