"""Terms and remarks of a quote, with the standard terms at hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QSizePolicy, QStackedWidget

from app.records import queries
from app.records.workspace import Workspace
from app.sales import settings
from app.sales.view import QuoteView
from app.shared.i18n import N_, translate
from ui.runtime.key_events import asked
from ui.runtime.translator import tr
from ui.widgets.basics import column, follow_font, follow_size, label, row
from ui.widgets.buttons import Choices, button

MOST = 6


class TextBox(QPlainTextEdit):
    """Several lines of text; ``left`` when it is left changed."""

    left = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._entered = ""
        self.setTabChangesFocus(True)
        follow_font(self, "small")
        tr(self, self.setAccessibleName, name)

    def put(self, text: str) -> None:
        """Show a text without sending ``left``; what is being typed stays."""
        if self.hasFocus() and self.toPlainText() != self._entered:
            return
        self._entered = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Send ``left`` now if the text differs."""
        if self.toPlainText() != self._entered:
            self._entered = self.toPlainText()
            self.left.emit(self._entered)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def event(self, event: QEvent) -> bool:
        if asked(event, Qt.Key.Key_Escape) and self.toPlainText() != self._entered:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._entered:
            self.setPlainText(self._entered)
            return
        super().keyPressEvent(event)


class TermsBox(QFrame):
    """One box for the terms and one for the remarks, and the amount in words under them.

    Signals: ``saved`` gives (field, text); ``drafted`` the header values while they are typed; ``kept`` asks to keep the
    text as the standard terms.
    """

    saved = Signal(str, str)
    drafted = Signal(dict)
    kept = Signal(str)

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self.setProperty("clear", True)
        self._ws = ws
        self.boxes = {"terms": TextBox(N_("Terms")), "remarks": TextBox(N_("Remarks"))}
        self.which = Choices(
            (("terms", N_("Terms")), ("remarks", N_("Remarks"))), small=True, name=N_("Terms or remarks")
        )
        self.standard = button(N_("Standard terms"), "chevron-down", "plain", small=True, on=self.open_menu)
        self.stack = QStackedWidget()
        for name, box in self.boxes.items():
            self.stack.addWidget(box)
            box.left.connect(lambda text, name=name: self.saved.emit(name, text))
            box.textChanged.connect(partial(self._draft, name, box))
        self.which.chosen.connect(self.show_box)
        self.words_name = label("", "muted", "small", raw=True)
        self.words = label("", font="bodyStrong", raw=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = row(self.words_name, self.words, gap=8)
        words.setStretch(1, 1)
        self.setLayout(column(row(self.which, None, self.standard), 4, self.stack, 8, words, None))
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        follow_size(self.stack, height=96)

    def _draft(self, name: str, box: TextBox) -> None:
        if box.hasFocus():
            self.drafted.emit({name: box.toPlainText()})

    def show_box(self, name: str) -> None:
        """Show the terms or the remarks."""
        self.which.choose(name)
        self.stack.setCurrentWidget(self.boxes[name])
        self.standard.setVisible(name == "terms")

    def show_view(self, view: QuoteView, *, open_: bool) -> None:
        """Show a quote's texts."""
        self.boxes["terms"].put(view.terms)
        self.boxes["remarks"].put(view.remarks)
        for box in self.boxes.values():
            box.setReadOnly(not open_)
        self.standard.setEnabled(open_)
        self.words_name.setText(translate(N_("In RMB capitals") if view.currency == "CNY" else N_("In words")))

    def show_words(self, words: str) -> None:
        """Show the total written out."""
        self.words.setText(words)
        self.words.setToolTip(words)

    def commit(self) -> None:
        """Save the box being typed."""
        for box in self.boxes.values():
            box.commit()

    def menu(self) -> QMenu:
        """The standard terms, the ones of other quotes, and keeping these as the standard."""
        menu = QMenu(self)
        now = self.boxes["terms"].toPlainText().strip()
        standard = self._ws.setting(settings.TERMS).strip()
        offered = dict.fromkeys(
            text for text in (standard, *queries.distinct(self._ws, "quote", "terms", limit=MOST)) if text
        )
        for text in offered:
            said = text.splitlines()[0]
            said = said if len(said) <= 40 else said[:39] + "…"
            if text == standard:
                said = translate(N_("Standard: {text}")).format(text=said)
            menu.addAction(said.replace("&", "&&"), partial(self._insert, text))
        if offered:
            menu.addSeparator()
        keep = menu.addAction(translate(N_("Keep these as the standard terms")), lambda: self.kept.emit(now))
        keep.setEnabled(bool(now) and now != standard)
        return menu

    def open_menu(self) -> None:
        """Open the menu under its button."""
        self.menu().exec(self.standard.mapToGlobal(self.standard.rect().bottomLeft()))

    def _insert(self, text: str) -> None:
        box = self.boxes["terms"]
        box.setPlainText(text)
        box.moveCursor(QTextCursor.MoveOperation.End)
        box.commit()
