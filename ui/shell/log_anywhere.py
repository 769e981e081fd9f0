"""Ctrl+Shift+L: log a conversation from wherever one is, without leaving the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from app.customers import commands
from app.followups.queries import customer_of
from app.records import queries
from app.shared.i18n import N_, _
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.key_events import asked
from ui.shell.page import Services
from ui.widgets.basics import column, key_cap, label, row
from ui.widgets.buttons import button
from ui.widgets.customer_field import CustomerField
from ui.widgets.layouts import layout_of
from ui.widgets.quick_log import QuickLog

WIDTH, TOP = 640, 64


class LogPopup(QFrame):
    """Lies over the page, which stays usable: a customer found by name, pinyin or phone, and the quick-log line.

    Args:
        window: whose middle it stands in. services: of that window.
    """

    closed = Signal()

    def __init__(self, window: QWidget, services: Services) -> None:
        super().__init__(window)
        self._s = services
        self._before: QWidget | None = None
        self.customer = 0
        self.setProperty("pane", "popup")
        self.setProperty("stop", True)
        self.field = CustomerField(services.ws)
        self.problem = label("", "danger", "small", raw=True)
        self.problem.hide()
        self.log = QuickLog(services.ws, services.actions)
        self.log.setProperty("stop", False)
        shut = button("", "x", "plain", small=True, name=N_("Close"), key="Esc", on=self.close_it)
        head = row(label(N_("Log a conversation"), font="title"), None, key_cap("Esc"), shut, gap=8)
        self.setLayout(
            column(head, 10, label(N_("Customer"), "muted", "small"), 3, self.field, 3, self.problem, 9, self.log,
                   margins=(16, 12, 16, 16))
        )  # fmt: skip
        self.setTabOrder(self.field, self.log.line)
        self.field.chosen.connect(self.choose)
        self.field.new_wanted.connect(self._make)
        self.field.textEdited.connect(lambda _text: self._tell(""))
        self.log.escaped.connect(self.close_it)
        self.log.resized.connect(self._place)
        self.log.alone.connect(self._ask_whom)
        self.log.logged.connect(lambda _activity: self.close_it())
        window.installEventFilter(self)
        self.hide()

    def open(self, about: tuple[str, int] | None) -> None:
        """Show it, or come back to it; ``about``: the record one looks at, whose customer is chosen already."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        found = customer_of(self._s.ws, *about) if about else None
        if found and not self.log.line.toPlainText().strip():
            self._show(found)
        self.show()
        self.raise_()
        self._place()
        if self.customer:
            self.log.focus()
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, customer: int) -> None:
        """Log with this customer; what is typed stays."""
        self._show(customer)
        self.log.focus()

    def close_it(self) -> None:
        """Hide it; the focus goes back, and a line that is not kept waits for the next time."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if not self.log.line.toPlainText().strip():
            self._show(0)
        if inside and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _show(self, customer: int) -> None:
        title = queries.titles(self._s.ws, "customer", (customer,)).get(customer, "") if customer else ""
        self.customer = customer if title else 0
        self.field.show_name(title)
        self.field.put(title)
        self.log.set_customer(self.customer, keep=True)
        self._tell("")

    def _make(self, name: str) -> None:
        made = self._s.actions.run(lambda: commands.create(self._s.ws, {"name": name}))
        if made is not None:
            self.choose(made.id)

    def _ask_whom(self) -> None:
        self._tell(_("Choose the customer first."))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._place()

    def _place(self) -> None:
        window = given(self.parentWidget())
        width = min(theme().px(WIDTH), window.width() - 80)
        layout_of(self).activate()
        self.setGeometry((window.width() - width) // 2, TOP, width, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if asked(event, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        super().keyPressEvent(event)
