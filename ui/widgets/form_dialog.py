"""A dialog around a form: its parts scroll, the buttons stay at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from app.shared.i18n import N_
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row, scrolled
from ui.widgets.buttons import button
from ui.widgets.layouts import layout_of

WIDTH, FRAME = 520, 112


class FormDialog(QDialog):
    """The frame; ``fill`` puts the parts in, ``keep`` is called by Save and Enter.

    Args:
        title: English source text: the action.
        more: a button of its own at the left of the foot: its word and what it does.
    """

    def __init__(self, parent: QWidget, title: str, *, more: tuple[str, Callable[[], object]] | None = None) -> None:
        super().__init__(parent)
        tr(self, self.setWindowTitle, title)
        self.setFixedWidth(theme().px(WIDTH))
        self._title = title
        self.go = button(N_("Save"), role="primary", on=self.keep)
        self.go.setDefault(True)
        self._more = [button(more[0], role="danger", on=more[1])] if more else []

    def fill(self, form: QWidget, *parts: QWidget) -> None:
        """Put the form in, and other parts below it that have their own margins."""
        body = QWidget()
        body.setLayout(column(form, margins=(20, 2, 20, 8)))
        self.area = scrolled(body, *parts, None)
        stop = button(N_("Cancel"), on=self.reject)
        lay = column(row(label(self._title, font="title"), margins=(20, 18, 20, 10)))
        lay.addWidget(self.area, 1)
        lay.addLayout(row(*self._more, None, stop, self.go, margins=(20, 10, 20, 16)))
        self.setLayout(lay)
        self.fit()

    def fit(self) -> None:
        """As high as the parts, as far as the window goes."""
        window = given(self.parentWidget()).window()
        inside = given(self.area.widget())
        layout_of(inside).activate()
        wanted = inside.sizeHint().height() + theme().px(FRAME)
        self.resize(self.width(), min(wanted, max(theme().px(320), window.height() - 40)))

    def keep(self) -> None:
        """Save what was changed, and close."""
        raise NotImplementedError
