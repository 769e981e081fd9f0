"""Values that a choice field does not know, each with what it means: a value, nothing, or a place in the notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from app.shared.i18n import N_, _, language, ngettext
from app.transfer.reviewing.value_maps import Word
from ui.runtime.application import theme
from ui.widgets.basics import SectionHeader, column, label
from ui.widgets.layouts import empty

SHOWN = 30


class ValueMap(QWidget):
    """The list. ``meant``: (the word, a code; "" for nothing; None for the notes)."""

    meant = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self._said: tuple[object, ...] = ()
        self.head = SectionHeader(N_("Unknown values"))
        self.hint = label(N_("Say once what each means; it is remembered for such sheets"), "muted", "small", wrap=True)
        self.rest = label("", "muted", "small", raw=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(column(self.head, 2, self.hint, 8, self._grid, self.rest, margins=(16, 12, 16, 12)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def put(self, words: Sequence[Word], values: Sequence[tuple[str, str]]) -> None:
        """Show words of a field with these values; a list of the same words keeps its place and focus."""
        self.setVisible(bool(words))
        if not words:
            return
        said = (language(), tuple(values), tuple(one.text for one in words[:SHOWN]))
        if said != self._said:
            self._said = said
            self._build(words, values)
        for one in words[:SHOWN]:
            box = self.boxes[one.text]
            box.setCurrentIndex(box.findData(one.code if one.code is not None else " "))
        cells = sum(one.count for one in words if one.code is None)
        self.head.note.setText(ngettext("{count} cell", "{count} cells", cells).format(count=f"{cells:,}"))
        more = len(words) - SHOWN
        self.rest.setText(ngettext("and {count} more value", "and {count} more values", more).format(count=f"{more:,}"))
        self.rest.setVisible(more > 0)

    def _build(self, words: Sequence[Word], values: Sequence[tuple[str, str]]) -> None:
        empty(self._grid)
        self.boxes = {}
        before: QWidget = self
        for at, one in enumerate(words[:SHOWN]):
            said = f"{one.text} · {one.count:,}"
            name = label(said, font="small", raw=True)
            name.setToolTip(said)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            box = QComboBox()
            box.addItem(_("Into notes"), " ")
            box.addItem(_("Nothing"), "")
            box.insertSeparator(2)
            for code, words_of in values:
                box.addItem(words_of, code)
            box.setAccessibleName(_("What “{value}” means").format(value=one.text))
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(theme().px(120))
            box.activated.connect(lambda _at, box=box, text=one.text: self._chosen(text, box))
            self.boxes[one.text] = box
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(box, at, 1)
            if before is not self:
                QWidget.setTabOrder(before, box)
            before = box

    def _chosen(self, text: str, box: QComboBox) -> None:
        code = box.currentData()
        self.meant.emit(text, None if code == " " else code)
