"""The bar under the middle steps of an import: what the import can do no harm to, and the way on and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.shared.i18n import N_, _, ngettext
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.widgets.basics import ProgressStrip, label, row
from ui.widgets.buttons import button
from ui.widgets.cut_label import CutLabel
from ui.widgets.layouts import layout_of


class Foot(QFrame):
    """A note, the progress of what is under way, what a step puts beside it, and two buttons."""

    def __init__(self, back: Callable[[], object], go_on: Callable[[], object]) -> None:
        super().__init__()
        self._label, self._sign = label("", "muted", raw=True), label("", raw=True)
        self.note = QFrame()
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.note.setLayout(row(self._sign, self._label, gap=10, margins=(0, 7, 12, 7)))
        self.made = CutLabel("muted", "small")
        self.strip = ProgressStrip()
        self.strip.bar.setMinimumWidth(180)
        self.beside = QWidget()
        self.beside.setLayout(row())
        self.back = button(N_("Previous step"), on=back)
        self.next = button("", role="primary", on=go_on)
        self.next.setProperty("only", False)
        self.setFixedHeight(theme().px(56))
        self.setProperty("clear", True)
        self.setLayout(row(
            self.note, 8, self.made, self.strip, None, self.beside, 8, self.back, self.next, margins=(20, 0, 20, 0)
        ))  # fmt: skip

    def take(self, *parts: QWidget) -> None:
        """Put parts of a step before the buttons."""
        for part in parts:
            layout_of(self.beside).addWidget(part)

    def mapping(self, count: int) -> None:
        """Tell how many rows come next."""
        self.made.setText("")
        self._say(_("Nothing is written yet; the import can be undone as a whole."), safe=False)
        words = ngettext("Next: review {count} row", "Next: review {count} rows", count)
        self.next.setText(words.format(count=f"{count:,}"))

    def review(self, count: int, made: str) -> None:
        """Tell how many rows would be written, and the new records that they make."""
        self.made.setText(made)
        self._say(_("The import can be undone with one click."), safe=True)
        words = ngettext("Import {count} row", "Import {count} rows", count)
        self.next.setText(words.format(count=f"{count:,}"))

    def _say(self, words: str, *, safe: bool) -> None:
        self._label.setText(words)
        self._sign.setPixmap(icon("undo-2", "success" if safe else "textMuted").pixmap(16, 16))
        self._label.setProperty("tone", "success" if safe else "muted")
        self._label.style().polish(self._label)
        soft = f"QFrame{{background:{theme().c('successSoft').name()};border-radius:6px}}"
        self.note.setStyleSheet(soft if safe else "")
        layout_of(self.note).setContentsMargins(12 if safe else 0, 7, 12, 7)
