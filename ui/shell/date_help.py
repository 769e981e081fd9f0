"""Dates in words: what may be typed, what it means, and which day that is today."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from app.followups.date_help import examples
from app.followups.repeat_words import say
from app.records.workspace import Workspace
from app.shared.i18n import N_, _, language, translate
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row, scrolled
from ui.widgets.buttons import button
from ui.widgets.layouts import layout_of
from ui.widgets.quick_log import when_words


class DateHelp(QDialog):
    """The examples in the language in use, each with the day that it means now."""

    def __init__(self, parent: QWidget, ws: Workspace) -> None:
        super().__init__(parent)
        tr(self, self.setWindowTitle, N_("Dates in words"))
        now = ws.clock.now_wall()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        for at, one in enumerate(examples(ws, chinese=language() == "zh_CN")):
            day = when_words(one.read.when, one.read.all_day, now)
            if one.read.every:
                day = _("{words}, first {day}").format(words=say(one.read.every, now.date()), day=day)
            rule = label(translate(one.rule), "muted", "small", raw=True, wrap=True)
            grid.addWidget(label(one.words, raw=True), at, 0)
            grid.addWidget(label(day, "accent", raw=True), at, 1)
            grid.addWidget(rule, at, 2)
        grid.setColumnStretch(2, 1)
        inside = QWidget()
        inside.setLayout(column(grid, None, margins=(24, 4, 24, 8)))
        close = button(N_("Got it"), role="primary", key="Esc", on=self.accept)
        close.setDefault(True)
        hint = label(
            N_("Words that name no day, such as “when he is back”, are shown as such and never become a date."),
            "muted", wrap=True,
        )  # fmt: skip
        lay = column(
            row(label(N_("Dates in words"), font="title"), margins=(24, 20, 24, 4)), row(hint, margins=(24, 0, 24, 8))
        )
        area = scrolled(inside)
        lay.addWidget(area, 1)
        lay.addLayout(row(None, close, margins=(24, 8, 24, 16)))
        self.setLayout(lay)
        width = theme().px(720)
        height = layout_of(inside).totalHeightForWidth(width - theme().px(16)) + theme().px(150)
        self.resize(min(width, parent.width() - 60), min(height, parent.height() - 40))
