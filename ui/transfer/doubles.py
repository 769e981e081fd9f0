"""How doubles are found: the rules of the book, switched on and off and put in order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QWidget

from app.shared.i18n import N_, _
from app.transfer.plans.match_rules import DEFAULT, RULES, arranged
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row, wrapped
from ui.widgets.buttons import button

WIDTH = 460
ROW = 30
_CODE = Qt.ItemDataRole.UserRole


class DoublesDialog(QDialog):
    """The rules as a list: tick, drag, or Ctrl+↑ and Ctrl+↓; Enter takes them, Esc cancels.

    Args:
        rules: those that are on, in their order.
    """

    def __init__(self, parent: QWidget, rules: Sequence[str]) -> None:
        super().__init__(parent)
        tr(self, self.setWindowTitle, N_("How doubles are found"))
        self.setFixedWidth(theme().px(WIDTH))
        self.list = QListWidget()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setFixedHeight(theme().px(len(RULES) * ROW + 4))
        tr(self.list, self.list.setAccessibleName, N_("How doubles are found"))
        hint = label(
            N_(
                "The first rule that is sure decides. Rules with a similar name only ask: such rows stand side by side"
                " in the review."
            ),
            "muted", "small", wrap=True,
        )  # fmt: skip
        self.up = button(
            icon_name="arrow-up", name=N_("Earlier"), key="Ctrl+Up", small=True, on=lambda: self.move_by(-1)
        )
        self.down = button(
            icon_name="arrow-down", name=N_("Later"), key="Ctrl+Down", small=True, on=lambda: self.move_by(1)
        )
        usual = button(N_("As usual"), role="link", small=True, on=lambda: self.show_rules(DEFAULT))
        self.go = button(N_("Keep"), role="primary", on=self.accept)
        self.go.setDefault(True)
        self.setLayout(column(
            label(N_("How doubles are found"), font="title"), 6, wrapped(hint, theme().px(WIDTH) - 40), 12,
            self.list, 6, row(self.up, self.down, None, usual), 14,
            row(None, button(N_("Cancel"), on=self.reject), self.go), margins=(20, 18, 20, 16),
        ))  # fmt: skip
        self.list.currentRowChanged.connect(lambda _at: self._arrows())
        self.list.model().rowsMoved.connect(lambda *_what: self._arrows())
        self.show_rules(rules)
        self.list.setFocus()

    def show_rules(self, rules: Sequence[str]) -> None:
        """Show rules; those that are off follow."""
        self.list.clear()
        for code, words, on in arranged(rules):
            item = QListWidgetItem(_(words))
            item.setData(_CODE, code)
            item.setSizeHint(QSize(0, theme().px(ROW)))
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def rules(self) -> tuple[str, ...]:
        """The rules that are on, in their order."""
        items = [self.list.item(at) for at in range(self.list.count())]
        return tuple(item.data(_CODE) for item in items if item.checkState() == Qt.CheckState.Checked)

    def move_by(self, by: int) -> None:
        """Move the current rule earlier or later."""
        at = self.list.currentRow()
        if 0 <= at + by < self.list.count():
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in moves and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_by(moves[event.key()])
            return
        super().keyPressEvent(event)

    def _arrows(self) -> None:
        at = self.list.currentRow()
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < self.list.count() - 1)
