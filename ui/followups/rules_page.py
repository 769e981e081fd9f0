"""The rules that make reminders by themselves: what each would make now, its days, and its switch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.followups import making
from app.followups.makers import MAKERS
from app.followups.making import Preview
from app.followups.wanted import Maker
from app.records.workspace import ChangeSet
from app.shared.date_words import show_day
from app.shared.i18n import N_, _, language, ngettext, translate
from ui.runtime.translator import tr
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import Switch, column, label, line, row, scrolled
from ui.widgets.line_edit import LineEdit

SHOWN = 5


class RuleBox(QWidget):
    """One rule: name, what it does, its days, its switch, and what it would make now."""

    def __init__(self, services: Services, maker: Maker) -> None:
        super().__init__()
        self._s, self.maker = services, maker
        self.switch = Switch(maker.label)
        self.switch.clicked.connect(self._take_switch)
        self.count = label("", "accent", "small", raw=True)
        self.found = label("", "muted", "small", raw=True, wrap=True)
        self.days: list[LineEdit] = []
        parts: list[QWidget | None] = []
        for place, one in enumerate(maker.days):
            edit = LineEdit(one.label)
            edit.setFixedWidth(56)
            edit.setValidator(QIntValidator(0, 3650, edit))
            edit.left.connect(partial(self._take_days, place))
            self.days.append(edit)
            parts += [edit, label(one.label, "muted", "small")]
        name = label(maker.label, font="title")
        head = row(name, self.count, None, self.switch, gap=10)
        about = label(maker.about, "muted", wrap=True)
        self.setLayout(
            column(head, about, 6, row(*parts, None, gap=6), 6, self.found, 12, line(), margins=(20, 14, 20, 0))
        )

    def show_preview(self, found: Preview) -> None:
        """Show what the rule would make now."""
        self.switch.setChecked(found.on)
        for edit, one in zip(self.days, self.maker.days, strict=True):
            if not edit.hasFocus():
                edit.put(str(self._s.ws.setting(one.setting)))
        open_now = ngettext("{count} open", "{count} open", found.open).format(count=found.open)
        self.count.setText(open_now if found.on else _("Off"))
        today = self._s.ws.clock.today()
        lines = [f"{show_day(max(one.due, today), today, language())}  {one.text}" for one in found.wanted[:SHOWN]]
        more = len(found.wanted) - SHOWN
        if more > 0:
            lines.append(_("{count} more").format(count=more))
        self.found.setText("\n".join(lines) if lines else _("It would make nothing now."))

    def _take_switch(self, on: bool) -> None:
        ws, name = self._s.ws, self.maker.name
        self._s.actions.run(lambda: making.switch(ws, name, on))

    def _take_days(self, place: int, text: str) -> None:
        ws, name = self._s.ws, self.maker.name
        if text.strip().isdigit():
            self._s.actions.run(lambda: making.set_days(ws, name, place, int(text)), quiet=True)


class RulesPage(Page):
    """All rules below each other."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.boxes = [RuleBox(services, one) for one in MAKERS]
        inside = QWidget()
        lay = QVBoxLayout(inside)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(0)
        intro = label(
            N_("Reminders that come by themselves, and go by themselves when their cause is gone. 0 days switches a part off."),
            "muted", wrap=True,
        )  # fmt: skip
        intro.setContentsMargins(20, 14, 20, 0)
        lay.addWidget(intro)
        for box in self.boxes:
            lay.addWidget(box)
        self.area = scrolled(inside, None)
        tr(self.area, self.area.setAccessibleName, N_("Rules"))
        self.setLayout(column(self.area))
        self.setFocusProxy(self.boxes[0].switch)

    def actions_list(self) -> Sequence[Action]:
        """The keys of the page."""
        return (Action(N_("Back"), self.s.router.back, "Esc"), Action(N_("Switch"), lambda: None, "Space"))

    def open(self, number: int = 0, **what: Any) -> None:
        """Show the rules."""
        self.load()
        self.boxes[0].switch.setFocus()

    def load(self) -> None:
        """Ask each rule what it would make now, in a job."""
        ws = self.s.ws
        self.s.jobs.run(lambda _progress, _cancelled: making.previews(ws), name="rules", done=self._show)

    def apply(self, changes: ChangeSet) -> None:
        """Ask again when something changed."""
        if self.isVisible():
            self.load()

    def retranslate(self) -> None:
        """Say it in the other language."""
        if self.isVisible():
            self.load()

    def status(self) -> Sequence[str]:
        """How many are on."""
        on = sum(self.s.ws.setting(one.switch) for one in MAKERS)
        words = _("All {all} rules are on") if on == len(MAKERS) else _("{on} of {all} rules are on")
        return (words.format(on=on, all=len(MAKERS)),)

    def _show(self, found: list[Preview]) -> None:
        for box, preview in zip(self.boxes, found, strict=True):
            box.show_preview(preview)
            box.setAccessibleName(translate(box.maker.label))
        self.noted.emit()
