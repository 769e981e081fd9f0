"""A row of the file and what it is like, side by side, with what merging them gives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.shared.i18n import N_, _
from app.transfer.reviewing.review import ADDED, APPENDED, BOOK, BOTH, FILE, SAME, Line
from ui.widgets.side_by_side import Row, SideBySide

TAGS = {
    SAME: (N_("same"), "ok"),
    ADDED: (N_("added"), "inf"),
    APPENDED: (N_("appended"), ""),
    BOTH: (N_("both kept"), "inf"),
}


class Compare(SideBySide):
    """The grid of an import's review. ``chosen``: (field, from the file)."""

    chosen = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self.picked.connect(lambda name, place: self.chosen.emit(name, place == 0))

    def put(self, lines: Sequence[Line], left: str, right: str) -> None:
        """Show lines under the headings of the two sides."""
        self.lines = lines
        self.show_rows([self._row_of(one) for one in lines], (left, right))

    @staticmethod
    def _row_of(one: Line) -> Row:
        side = {ADDED: 0, FILE: 0, BOOK: 1}.get(one.how, -1)
        word, tone = TAGS.get(one.how, ("", ""))
        return Row(one.name, one.label, (one.file, one.held), side, one.merged, one.free, _(word) if word else "", tone)
