"""Earlier imports under the place to drop files: what each did, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.records.history import Kept, Undone
from app.shared.date_words import show_wall
from app.shared.i18n import N_, _, language
from app.transfer.reviewing.past import PastFile, PastImport, imports
from app.transfer.reviewing.preview import target_name, types_of
from ui.shell.page import Services
from ui.transfer.done import kept_words
from ui.widgets.basics import column, follow_size, label, line, row
from ui.widgets.buttons import button
from ui.widgets.cut_label import CutLabel
from ui.widgets.layouts import empty

SHOWN = 50
_COUNTS = (
    ("created", N_("{count} added")),
    ("updated", N_("{count} updated")),
    ("duplicates", N_("{count} already there")),
    ("skipped", N_("{count} left out")),
)


class EarlierImports(QWidget):
    """The imports of this book, newest first, each with its counts, its mapping, and undo or redo."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self.shown: list[PastImport] = []
        self._open: set[int] = set()
        self._kept: dict[int, tuple[Kept, ...]] = {}
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 12, 0)
        self._rows.setSpacing(0)
        inner = QWidget()
        inner.setLayout(self._rows)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow_size(self, most_width=720)
        self.setLayout(column(label(N_("Earlier imports"), font="section"), 4, area, stretch=1))

    def refresh(self) -> None:
        """Read the history again."""
        self.shown = imports(self.s.ws, SHOWN)
        self.setVisible(bool(self.shown))
        empty(self._rows)
        for one in self.shown:
            self._rows.addWidget(self._row(one))
        self._rows.addStretch(1)

    def _row(self, one: PastImport) -> QWidget:
        names = ", ".join(file.name for file in one.files)
        moment = one.at.astimezone().replace(tzinfo=None)
        when = show_wall(moment, self.s.ws.clock.today(), language())
        back = (
            button(N_("Redo"), "redo-2", small=True, on=partial(self.s.actions.redo, one.operation))
            if one.undone
            else button(N_("Undo"), "undo-2", small=True, on=partial(self.s.actions.undo, one.operation, self._undone))
        )
        back.setAccessibleDescription(f"{names}, {when}")
        more = button(N_("What went where"), small=True, role="link", on=partial(self._turn, one.operation))
        more.setAccessibleDescription(f"{names}, {when}")
        title = CutLabel("muted" if one.undone else "", "bodyStrong")
        title.setText(names)
        made = QWidget()
        below = [label(_said(one), "muted", "small", raw=True, wrap=True)]
        if one.undone and (kept := self._kept.get(one.operation)):
            below.append(label(kept_words(kept), "warning", "small", raw=True, wrap=True))
        if one.operation in self._open:
            below += [label(self._mapping(file), "muted", "small", raw=True, wrap=True) for file in one.files]
        head = row(title, label(when, "muted", "small", raw=True), None, more, back, gap=10)
        made.setLayout(column(head, *below, line(), gap=5, margins=(0, 7, 0, 0)))
        return made

    def _mapping(self, file: PastFile) -> str:
        """Where the columns of a file went: “公司名称 → 客户名称, 电话 → 固定电话”."""
        types, lines = types_of(self.s.ws), []
        for sheet in file.sheets:
            named = partial(target_name, types, sheet["kind"])
            went = [f"{header} → {named((target,))}" for header, target in sheet["mapping"].items() if target]
            lines.append(f"{sheet['sheet']}: {', '.join(went)}")
        if file.fingerprint:
            lines.append(_("Fingerprint of the file: {mark}").format(mark=file.fingerprint[:16]))
        return "\n".join(lines)

    def _undone(self, undone: Undone) -> None:
        """Name under the import what was changed since and therefore stays."""
        self._kept[undone.operation] = undone.kept
        self.refresh()

    def _turn(self, operation: int) -> None:
        """Show or hide where the columns of an import went."""
        self._open ^= {operation}
        self.refresh()


def _said(one: PastImport) -> str:
    counts = [(word, sum(file.count(name) for file in one.files)) for name, word in _COUNTS]
    said = " · ".join(_(word).format(count=f"{count:,}") for word, count in counts if count)
    return _("Undone: {name}").format(name=said) if one.undone else said
