"""Asks what is exported: which records, which columns, and into what kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QRadioButton, QWidget

from app.records.workspace import Workspace
from app.shared.i18n import N_, _, ngettext, translate
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets.basics import Part, column, label, row
from ui.widgets.buttons import button

WIDTH = 460
BOOK = "book"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Args:
        ending: of its name. encoding: of its text.
        label, hint: English source texts. files: what the system's dialog calls such files.
        kinds: the kinds of records that it takes; all when empty.
    """

    ending: str
    label: str
    hint: str
    files: str
    encoding: str = "utf-8"
    kinds: tuple[str, ...] = ()


FORMATS = (
    Format(
        ".xlsx",
        N_("Excel workbook (.xlsx)"),
        N_("Edit it and import it again: just the cells that you changed are taken over."),
        N_("Excel sheets (*.xlsx)"),
    ),
    Format(
        ".csv", N_("Text table (.csv, UTF-8)"), N_("Opens in Excel and most other programs."), N_("Text tables (*.csv)")
    ),
    Format(
        ".csv",
        N_("Text table (.csv, GB18030)"),
        N_("For older Chinese programs, which show UTF-8 as strange characters."),
        N_("Text tables (*.csv)"),
        "gb18030",
    ),
    Format(
        ".json",
        N_("JSON (.json)"),
        N_("For other programs; the fields have their inner names."),
        N_("JSON files (*.json)"),
    ),
    Format(
        ".vcf",
        N_("Address cards (.vcf)"),
        N_("For phones and address books; the cards have fields of their own."),
        N_("Address cards (*.vcf)"),
        kinds=("contact", "customer"),
    ),
    Format(
        ".ics",
        N_("Calendar (.ics)"),
        N_("For calendars on phones and computers."),
        N_("Calendars (*.ics)"),
        kinds=("reminder",),
    ),
)
_WHOLE = Format(
    ".xlsx",
    FORMATS[0].label,
    N_(
        "A sheet for each kind of record. Imported into an empty book, it brings back everything but the files that are "
        "kept with records."
    ),
    FORMATS[0].files,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants: the kind of records or ``BOOK``, the fields (None: all), and the kind of file."""

    kind: str
    fields: tuple[str, ...] | None
    format: Format


class ExportDialog(QDialog):
    """What, which columns, which file; Enter goes on to the file's name, Esc cancels.

    Args:
        kinds: the kinds of records to choose from, ``BOOK`` among them; a single one is no question.
        about: a line that tells which rows, said in the language in use.
        shown: the fields that the list shows, in its order; without any, all fields are written.
        count: how many fields there are altogether.
    """

    def __init__(
        self,
        parent: QWidget,
        ws: Workspace,
        kinds: Sequence[str],
        about: str,
        shown: Sequence[str] = (),
        count: int = 0,
    ) -> None:
        super().__init__(parent)
        tr(self, self.setWindowTitle, N_("Export"))
        self.setFixedWidth(theme().px(WIDTH))
        self._shown = tuple(shown)
        self.what, self.file = QComboBox(), QComboBox()
        for kind in kinds:
            words = _("The whole book") if kind == BOOK else translate(ws.dictionary.type(kind).label_plural)
            self.what.addItem(words, kind)
        tr(self.what, self.what.setAccessibleName, N_("What to export"))
        tr(self.file, self.file.setAccessibleName, N_("Kind of file"))
        own = ngettext("As in the list: {count} column", "As in the list: {count} columns", len(self._shown))
        every = ngettext("All: {count} field", "All: {count} fields", count)
        self.listed = QRadioButton(own.format(count=len(self._shown)))
        self.every = QRadioButton(every.format(count=count))
        self._radios = QButtonGroup(self)
        for one in (self.listed, self.every):
            self._radios.addButton(one)
        (self.listed if self._shown else self.every).setChecked(True)
        self.hint = label(" ", "muted", "small", raw=True, wrap=True)
        self.go = button(N_("Save as…"), role="primary", on=self.accept)
        self.go.setProperty("only", False)
        self.go.setDefault(True)
        columns = QWidget()
        columns.setLayout(column(label(N_("Columns"), "muted", "small"), 4, self.listed, 4, self.every, 12))
        columns.setVisible(bool(self._shown))
        what = QWidget()
        what.setLayout(column(label(N_("What to export"), "muted", "small"), 2, self.what, 12))
        what.setVisible(len(kinds) > 1)
        rows: list[Part] = [4, label(about, "muted", "small", raw=True)] if about else []
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hint.ensurePolished()
        self.hint.setFixedWidth(theme().px(WIDTH) - 40)
        self.hint.setFixedHeight(max(self._height(one) for one in (*FORMATS, _WHOLE)))
        self.setLayout(column(
            label(N_("Export"), font="title"), *rows, 12, what, columns,
            label(N_("Kind of file"), "muted", "small"), 2, self.file, 4, self.hint, 14,
            row(None, button(N_("Cancel"), on=self.reject), self.go), margins=(20, 18, 20, 16),
        ))  # fmt: skip
        self.what.currentIndexChanged.connect(lambda _at: self._offer())
        self.file.currentIndexChanged.connect(lambda _at: self._tell())
        self._offer()
        (self.what if len(kinds) > 1 else self.file).setFocus()

    def _height(self, one: Format) -> int:
        """How high the hint is, so that the dialog does not jump from one kind of file to the next."""
        self.hint.setText(_(one.hint))
        return self.hint.heightForWidth(self.hint.maximumWidth())

    def _offer(self) -> None:
        """The kinds of files that take these records; the one that was chosen stays where it can."""
        kind, held = self.what.currentData(), self.file.currentText()
        formats = [_WHOLE] if kind == BOOK else [one for one in FORMATS if not one.kinds or kind in one.kinds]
        self.file.blockSignals(True)
        self.file.clear()
        for one in formats:
            self.file.addItem(_(one.label), one)
        self.file.setCurrentIndex(max(0, self.file.findText(held)))
        self.file.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        chosen: Format = self.file.currentData()
        self.hint.setText(_(chosen.hint))
        for one in (self.listed, self.every):
            one.setEnabled(not chosen.kinds)

    def wish(self) -> Wish:
        """What is chosen now."""
        fields = self._shown if self.listed.isChecked() else None
        return Wish(self.what.currentData(), fields, self.file.currentData())

    def ask(self) -> Wish | None:
        """What the person wants; None when cancelled."""
        try:
            return self.wish() if self.exec() == QDialog.DialogCode.Accepted else None
        finally:
            self.deleteLater()
