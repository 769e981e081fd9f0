"""The pane beside the history: what one operation changed, with the undo of all of it or of one field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.records import operations
from app.records.history import Kept, OperationInfo, describe, size
from app.records.operations import Changed, when_words
from app.shared.i18n import N_, ngettext, translate
from ui.records.change_list import ChangeList, lines_of
from ui.shell.page import Services
from ui.widgets.basics import column, label, line, row
from ui.widgets.buttons import button

WIDTH = 440
# Rows; reading the changes of a larger operation takes a while.
LONG = 3000
NAMED = 12


class Detail(QWidget):
    """The pane. ``undo_wanted``: undo or redo the operation. ``back_wanted``: take back the field under the cursor.

    ``opened``: a record was chosen by its kind and id.
    """

    undo_wanted = Signal()
    back_wanted = Signal()
    opened = Signal(str, int)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self.info: OperationInfo | None = None
        self._only: tuple[str, int] | None = None
        self.setMinimumWidth(300)
        self.what = label("", font="title", raw=True, wrap=True)
        self.when = label("", "muted", "small", raw=True)
        self.undo = button(N_("Undo this one"), "undo-2", small=True, key="U", on=self.undo_wanted.emit)
        self.redo = button(N_("Do it again"), "redo-2", small=True, key="U", on=self.undo_wanted.emit)
        self.back = button(N_("Take this field back"), "rotate-ccw", small=True, key="B", on=self.back_wanted.emit)
        self.notice = label("", "warning", "small", raw=True, wrap=True)
        self.notice.hide()
        self.list = ChangeList()
        head = column(self.what, 2, self.when, 10, row(self.undo, self.redo, self.back, None, gap=6), 2, self.notice,
                      margins=(16, 12, 16, 10))  # fmt: skip
        lay = column(head, line())
        lay.addWidget(self.list, 1)
        self.setLayout(lay)
        self.list.at_field.connect(self.back.setVisible)
        self.list.opened.connect(self.opened)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.info = None
        self.what.setText("")
        self.when.setText("")
        self.notice.hide()
        for one in (self.undo, self.redo, self.back):
            one.hide()
        self.list.put([], {})

    def show_operation(self, info: OperationInfo | None, only: tuple[str, int] | None = None) -> None:
        """Show an operation; only what it did to one record when that is given."""
        if info is None:
            self.clear()
            return
        if self.info is None or info.id != self.info.id:
            self.notice.hide()
        self.info, self._only = info, only
        self.what.setText(describe(info))
        source = translate(info.source) if info.source else ""
        when = when_words(info.at, self.s.ws.clock.today())
        exact = f"{info.at.astimezone():%Y-%m-%d %H:%M:%S}"
        self.when.setText(" · ".join(part for part in (when, exact, source) if part))
        done = info.kind == "do"
        self.undo.setVisible(done and not info.undone)
        self.redo.setVisible(done and info.undone)
        ws, number = self.s.ws, info.id
        if only is None and size(ws, number) > LONG:
            self.list.put([], {})
            self.s.jobs.run(
                lambda _progress, _cancelled: (number, operations.changed(ws, number)),
                name="changes", done=self._arrived, failed=self.s.messages.error,
            )  # fmt: skip
            return
        self._arrived((number, operations.changed(ws, number, only=only)))

    def _arrived(self, found: tuple[int, Changed]) -> None:
        number, changed = found
        if self.info is None or self.info.id != number:
            return
        if self._only is not None:
            counts = {self._only[0]: len(changed.records)}
            changed = Changed(changed.records, counts)
        kinds = {one.name: translate(one.label) for one in self.s.ws.dictionary.types}
        self.list.put(lines_of(changed, kinds), kinds)

    def tell_kept(self, kept: Sequence[Kept]) -> None:
        """Name the records that stayed as they are, as they were changed since."""
        if not kept:
            self.notice.hide()
            return
        names = ", ".join(" ".join(one.title.split()) for one in kept[:NAMED])
        if len(kept) > NAMED:
            names += " …"
        said = ngettext(
            "{count} record was changed since and stays as it is: {names}",
            "{count} records were changed since and stay as they are: {names}",
            len(kept),
        )
        self.notice.setText(said.format(count=f"{len(kept):,}", names=names))
        self.notice.show()
