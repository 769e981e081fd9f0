"""The side pane of the mapping: the current column, why it goes where it goes, samples, other choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QRadioButton, QScrollArea, QSizePolicy, QWidget

from app.records.fields import RecordType
from app.shared.i18n import N_, _, ngettext
from app.transfer.columns.own_columns import NEW, extendable
from app.transfer.columns.proposals import NOTES, Column, Proposal
from app.transfer.reviewing.preview import ColumnLook, Sample, confidence, field_of, target_name
from app.transfer.reviewing.value_maps import Word, chosen_field, values
from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon
from ui.transfer.field_menu import FieldBox, elsewhere, likely, sure
from ui.transfer.kind_box import KindBox
from ui.transfer.sheet_view import Bar
from ui.transfer.value_map import ValueMap
from ui.transfer.write_box import WriteBox
from ui.widgets import painting
from ui.widgets.basics import SectionHeader, Switch, column, label, line, row
from ui.widgets.buttons import Choices
from ui.widgets.layouts import empty, layout_of

ORDERS = (("ymd", N_("Year first")), ("dmy", N_("Day first")), ("mdy", N_("Month first")))
YEARS = (("ymd", N_("AD")), ("roc", N_("Taiwan")), ("be", N_("Buddhist")))


class Samples(QWidget):
    """Cells before and after, one line each."""

    def __init__(self) -> None:
        super().__init__()
        self._samples: Sequence[Sample] = ()
        self._parts = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, samples: Sequence[Sample], parts: int) -> None:
        """Show samples of a column that goes to so many fields."""
        self._samples, self._parts = samples, max(1, parts)
        self.setAccessibleName("; ".join(f"{one.before} → {', '.join(one.after)}" for one in samples))
        self.setFixedHeight(theme().px(27) * len(samples))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, height = t.font("small"), t.px(27)
        first = round(self.width() * 0.4)
        rest = (self.width() - first - 24) // self._parts
        for at, sample in enumerate(self._samples):
            top = at * height
            painting.text(painter, QRect(0, top, first - 6, height), sample.before, font, t.c("textMuted"))
            paint_icon(painter, "arrow-right", origin(QRect(first - 2, top, 18, height), 12), t.c("textMuted"))
            after = sample.after or ("",)
            for part, words in enumerate(after):
                box = QRect(first + 24 + part * rest, top, rest - 6, height)
                painting.text(painter, box, words or "—", font, t.c("text" if words else "textFaint"))
            painter.fillRect(0, top + height - 1, self.width(), 1, t.c("border"))


class Flow(QWidget):
    """Small tags that wrap; those that find no place are counted."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, words: Sequence[str]) -> None:
        """Show words."""
        self._words = words
        self.setAccessibleName(", ".join(words))
        self.setFixedHeight(self._places(self.width())[1])
        self.update()

    def _places(self, width: int) -> tuple[list[tuple[QRect, str]], int]:
        metrics, high = QFontMetrics(theme().font("small")), theme().px(20)
        left, top, found = 0, 0, []
        for word in self._words:
            short = metrics.elidedText(word.replace("\n", " "), Qt.TextElideMode.ElideRight, 150)
            wide = metrics.horizontalAdvance(short) + 12
            if left and left + wide > width:
                left, top = 0, top + high + 6
            found.append((QRect(left, top, wide, high), short))
            left += wide + 6
        return found, top + high if found else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.setFixedHeight(self._places(self.width())[1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect, word in self._places(self.width())[0]:
            painting.tag(painter, rect, word)


class ColumnPane(QScrollArea):
    """The pane.

    Signals: ``wanted`` the menu of fields; ``changed`` other targets; ``ordered`` how days are read, or of which country
    numbers are; ``meant`` what a value means; ``written`` when the book's values are replaced; ``kinded`` what a new field holds.
    """

    wanted = Signal()
    changed = Signal(object)
    ordered = Signal(str)
    meant = Signal(str, object)
    written = Signal(str)
    kinded = Signal(str)

    def __init__(self, types: Mapping[str, RecordType]) -> None:
        super().__init__()
        self._types = types
        self._split: tuple[str, ...] = ()
        self._values: list[tuple[str, str]] = []
        self.letter, self.header = label("", "muted", "caption", raw=True), label("", font="title", raw=True, wrap=True)
        self.box = FieldBox()
        self.box.clicked.connect(self.wanted.emit)
        self.bar, self.percent = Bar(), label("", font="small", raw=True)
        self.reason = label("", "muted", "small", raw=True, wrap=True)
        self.write = WriteBox()
        self.write.chosen.connect(self.written.emit)
        self.kind = KindBox()
        self.kind.chosen.connect(self.kinded.emit)
        head = QWidget()
        head.setLayout(column(
            self.letter, self.header, 8, label(N_("Goes to"), "muted", "small"), 4, self.box, 8, row(self.bar, self.percent, None),
            4, self.reason, self.kind, self.write, margins=(16, 14, 16, 14),
        ))  # fmt: skip
        self.before = SectionHeader(N_("Before and after"))
        self.parts = Switch(N_("Split into several fields"))
        self.parts.clicked.connect(self._parted)
        self.split_word = label(N_("Split into several fields"), "muted", "small")
        self.order = Choices(ORDERS, small=True, name=N_("How days are written"))
        self.order.chosen.connect(self.ordered.emit)
        self.years = Choices(YEARS, small=True, name=N_("From when years are counted"))
        self.years.chosen.connect(self.ordered.emit)
        self.country = Choices((), small=True, name=N_("Country of the numbers"))
        self.country.chosen.connect(self.ordered.emit)
        self.evidence = label("", "muted", "small", raw=True, wrap=True)
        self.samples = Samples()
        self._middle = QWidget()
        self._middle.setLayout(column(
            self.before, 6, row(self.split_word, None, self.parts), self.years, 4, self.order,
            self.country, self.evidence, 4, self.samples,
            margins=(16, 12, 16, 12),
        ))  # fmt: skip
        self.unclear = SectionHeader(N_("Not understood"))
        self.lost = label(N_("Nothing is lost: the text goes to the notes"), "muted", "small", wrap=True)
        self.values = Flow()
        self._unclear = QWidget()
        self._unclear.setLayout(column(self.unclear, 2, self.lost, 8, self.values, margins=(16, 12, 16, 12)))
        self.meanings = ValueMap()
        self.meanings.meant.connect(self.meant.emit)
        self._others = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._others.setLayout(column(SectionHeader(N_("Other choices")), 6, self._grid, margins=(16, 12, 16, 12)))
        self._group = QButtonGroup(self)
        inside = QWidget()
        self._box = layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._lines = [line(), line(), line()]
        for part in (
            head,
            self._lines[0],
            self._middle,
            self._lines[1],
            self._unclear,
            self.meanings,
            self._lines[2],
            self._others,
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        self._sections = (head, self._middle, self._unclear, self.meanings, self._others)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def narrow(self, on: bool) -> None:
        """The parts side by side under the sheet, or one below the other beside it."""
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if on else QBoxLayout.Direction.TopToBottom)
        for part in self._sections:
            self._box.setStretchFactor(part, 1 if on else 0)
            self._box.setAlignment(part, Qt.AlignmentFlag.AlignTop if on else Qt.AlignmentFlag(0))
        self._box.setStretch(self._box.count() - 1, 0 if on else 1)
        for between in self._lines:
            between.setProperty("line", "v" if on else "h")
            between.style().unpolish(between)
            between.style().polish(between)

    def put(self, proposal: Proposal, held: Column, found: Column | None) -> None:
        """Show a column; its samples follow by ``show_look``."""
        words = target_name(self._types, proposal.kind, held.targets)
        self.letter.setText(_("Column {letter}").format(letter=held.letter))
        self.header.setText(held.header)
        self.box.put(words, not held.targets)
        self.box.setEnabled(proposal.kind is not None)
        tone = "success" if sure(held) else "warning"
        shown = bool(held.targets)
        self.bar.setVisible(shown)
        self.percent.setVisible(shown)
        self.bar.put(held.confidence, tone)
        own = held.confidence >= 1
        self.percent.setText(
            _("Set by you") if own else _("{percent}% sure").format(percent=round(held.confidence * 100))
        )
        self.percent.setProperty("tone", tone)
        self.percent.style().polish(self.percent)
        self.reason.setText("" if own else held.reason)
        self.reason.setVisible(bool(held.reason) and not own)
        self._split = next((one.targets for one in (held, found) if one is not None and len(one.targets) > 1), ())
        for part in (self.parts, self.split_word):
            part.setVisible(bool(self._split))
        self.parts.setChecked(len(held.targets) > 1)
        field = chosen_field(self._types, proposal, held)
        new = [(NEW, _("New value"))] if field is not None and extendable(field) else []
        self._values = [*new, *values(field)] if field is not None else []
        self.kind.put(held)
        single = proposal.kind is not None and len(held.targets) == 1 and not held.labelled
        self.write.put(field_of(self._types, proposal.kind, held.targets[0]) if single else None, held.write)
        self._choices(proposal, held, found)
        self.show_look(held, None)

    def show_look(self, held: Column, look: ColumnLook | None, words: Sequence[Word] = ()) -> None:
        """Show the samples and the values that the field does not know once they are worked out."""
        ready = look is not None and bool(look.samples) and bool(held.targets)
        self._middle.setVisible(ready)
        self._lines[1].setVisible(ready)
        unclear = look is not None and bool(look.unclear_count) and bool(held.targets) and not words
        self._unclear.setVisible(unclear)
        self._lines[2].setVisible(unclear or bool(words))
        if look is not None or words:
            self.meanings.put(words, self._values)
        else:
            self.meanings.hide()
        if look is None:
            return
        self.samples.put(look.samples, len(held.targets))
        counted = look.order in dict(YEARS[1:])
        self.years.setVisible(bool(look.order) and (counted or bool(look.years)))
        self.order.setVisible(bool(look.order) and not look.countries and not counted)
        self.country.setVisible(bool(look.countries))
        self.evidence.setVisible(bool(look.order and look.shown) or look.unsure > 0)
        self.evidence.setProperty("tone", "warning" if look.unsure else "muted")
        self.evidence.style().polish(self.evidence)
        if look.countries:
            self.country.set_options(look.countries)
        if self.years.isVisibleTo(self):
            self.years.set_options([one for one in YEARS if one[0] in ("ymd", look.order, *look.years)])
            self.years.choose(look.order if counted else "ymd")
        if look.order and not counted:
            (self.country if look.countries else self.order).choose(look.order)
        if look.unsure:
            said = ngettext(
                "{count} date can be read in two ways, and nothing here tells which.",
                "{count} dates can be read in two ways, and nothing here tells which.",
                look.unsure,
            )
            self.evidence.setText(said.format(count=look.unsure))
        elif look.order:
            self.evidence.setText(_("Decided by “{text}”").format(text=look.shown))
        self.unclear.note.setText(
            ngettext("{count} cell", "{count} cells", look.unclear_count).format(count=look.unclear_count)
        )
        self.values.put(look.unclear)
        for part in (self._middle, self._unclear):
            layout_of(part).invalidate()
            layout_of(part).activate()
            part.setMinimumHeight(
                layout_of(part).totalHeightForWidth(part.width()) if layout_of(part).hasHeightForWidth() else 0
            )
        if held.confidence >= 1 and look.count:
            self.reason.setText(_("{good} of {count} cells fit.").format(good=look.fit, count=look.count))
            self.reason.show()

    def _choices(self, proposal: Proposal, held: Column, found: Column | None) -> None:
        for choice in self._group.buttons():
            self._group.removeButton(choice)
        empty(self._grid)
        if proposal.kind is None:
            self._others.hide()
            return
        self._others.show()
        options = [
            (targets, target_name(self._types, proposal.kind, targets)) for targets, _sure in likely(held, found)
        ][:5]
        if held.targets and held.targets not in [targets for targets, _word in options] and held.targets != (NOTES,):
            options.insert(0, (held.targets, target_name(self._types, proposal.kind, held.targets)))
        seen = {targets for targets, _word in options}
        options += [one for one in elsewhere(held, proposal.kind) if one[0] not in seen]
        for at, (targets, words) in enumerate(options):
            made = QRadioButton(words)
            made.setChecked(targets == held.targets)
            made.clicked.connect(lambda _on=False, targets=targets: self.changed.emit(targets))
            self._group.addButton(made)
            self._grid.addWidget(made, at, 0)
            known = next(
                (value for one in (found, held) if one is not None and (value := confidence(one, targets))), None
            )
            if known and known < 1 and targets:
                self._grid.addWidget(label(f"{round(known * 100)}%", "muted", "small", raw=True), at, 1)

    def _parted(self) -> None:
        self.changed.emit(self._split if self.parts.isChecked() else self._split[:1])
