"""The first page of an empty book: put customers in, look at a sample, or begin from nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.records import queries
from app.records.workspace import ChangeSet
from app.shared.i18n import N_, _
from app.shared.paths import resource
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.runtime.jobs import Job
from ui.runtime.look import use_language, use_theme
from ui.runtime.settings import THEME
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import ProgressStrip, column, key_cap, label, line, row
from ui.widgets.buttons import Choices, button
from ui.widgets.layouts import layout_of

SAMPLES = (".xlsx", ".csv")


class WelcomePage(Page):
    """Three ways to begin; the whole window takes a dropped file."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.progress = ProgressStrip()
        self.cards = (
            Card("file-spreadsheet", N_("Import old spreadsheets"), N_("Choose files…"), "1", self.choose, drop=True),
            Card("play", N_("Try it with sample data"), N_("Open the sample"), "2", self.sample),
            Card("book-user", N_("Begin with an empty book"), N_("My company"), "3", self.begin),
        )
        self.language = Choices([("zh_CN", "中文"), ("en", "English")], small=True, name=N_("Language"))
        self.language.chosen.connect(self._take_language)
        self.theme = Choices(
            [("system", N_("Like the system")), ("light", N_("Light")), ("dark", N_("Dark"))],
            small=True,
            name=N_("Look"),
        )
        self.theme.chosen.connect(self._take_theme)
        self._job: Job | None = None
        self.restore = button(
            N_("Restore from a backup"), "history", "link", on=lambda: self.s.router.open("settings", section="safety")
        )
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card, share in zip(self.cards, (27, 20, 20), strict=True):
            cards.addWidget(card, share)
        self.middle = QWidget()
        self.middle.setMaximumWidth(1000)
        heading = label(N_("Put your customers in, and you can start"), font="figure")
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        below = label(N_("No account, no internet: your data lies only on this computer"), "muted")
        below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        foot = row(
            None,
            self.restore,
            line(vertical=True),
            label(N_("Language"), "muted"),
            self.language,
            8,
            label(N_("Look"), "muted"),
            self.theme,
            None,
            gap=10,
        )
        self.middle.setLayout(column(heading, 8, below, 36, cards, 20, self.progress, 12, foot))
        centred = row(None, self.middle, None, margins=(24, 0, 24, 0))
        centred.setStretch(1, 100)
        self.setLayout(column(None, centred, None, None))
        self.retranslate()

    def open(self, number: int = 0, **what: Any) -> None:
        self.language.choose(translator_code())
        self.theme.choose(self.s.settings.get(THEME))

    def title(self) -> str:
        return _("Welcome")

    def actions_list(self) -> Sequence[Action]:
        return [
            Action(N_("Import"), self.choose, "1"),
            Action(N_("Sample"), self.sample, "2"),
            Action(N_("Empty"), self.begin, "3"),
        ]

    def status(self) -> Sequence[str]:
        return [_("{count} customers").format(count=queries.count(self.s.ws, "customer"))]

    def apply(self, changes: ChangeSet) -> None:
        if changes.created.get("customer"):
            self.noted.emit()

    def retranslate(self) -> None:
        texts = (
            _(
                "Drop an Excel, WPS or CSV file here. Header and phone column are found by themselves; you check, import, and can undo."
            ),
            _(
                "The messy sheets of a small company, imported as yours will be. Click around, change things; Undo clears them."
            ),
            _(
                "Fill in your company first, then add the first customer. Letterhead and numbers of quotes are ready by themselves."
            ),
        )
        for card, text in zip(self.cards, texts, strict=True):
            card.text.setText(text)

    def escape(self) -> bool:
        """Stop making the sample."""
        if self._job is None:
            return False
        self._job.cancel()
        return True

    def narrow(self, on: bool) -> None:
        for card in self.cards:
            card.setMinimumHeight(260 if on else 284)

    def choose(self) -> None:
        """Choose spreadsheets and go to the import."""
        if self._job is not None:
            return
        from app.transfer.reading import SUFFIXES

        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        paths = self.s.messages.open_files(_("Import old spreadsheets"), f"{_('Sheets')} ({kinds})")
        if paths:
            self.s.router.open("import", path=paths[0], paths=paths)

    def begin(self) -> None:
        """Begin with the company profile."""
        if self._job is not None:
            return
        self.s.router.open("settings", section="company")

    def sample(self) -> None:
        """Import the sample spreadsheets, as one operation that Undo clears."""
        if self._job is not None:
            return
        from app.transfer.commands import plan_import, run_import

        ws = self.s.ws
        files: list[Path] = sorted(path for path in resource("sample").iterdir() if path.suffix in SAMPLES)

        def done(result: Any) -> None:
            self.s.router.open("customers")
            undo = self.s.actions.undo
            self.s.messages.toast(_("Sample imported"), _("Undo"), "Ctrl+Z", lambda: undo(result.operation))

        def work(progress: Callable[..., Any], cancelled: Callable[[], bool]) -> Any:
            word = _("Importing the sample")
            plan = plan_import(ws, files, progress=lambda share: progress(0.6 * share, word), cancelled=cancelled)
            return run_import(ws, plan, lambda share: progress(0.6 + 0.4 * share, word), cancelled)

        job = self._job = self.s.jobs.run(work, done=done, failed=self.s.messages.error)
        job.finished.connect(self._free)
        self.progress.follow(job)
        self._free(False)

    def _free(self, on: bool = True) -> None:
        """While the sample is made, nothing else is begun."""
        if on:
            self._job = None
        for part in (*(card.action for card in self.cards), self.restore):
            part.setEnabled(on)

    def _take_language(self, code: str) -> None:
        use_language(self.s.settings, code)

    def _take_theme(self, code: str) -> None:
        use_theme(self.s.settings, code)


def translator_code() -> str:
    """The language in use."""
    from app.shared.i18n import language

    return language()


class Card(QFrame):
    """One way to begin: a picture, a heading, a text and the button with its key."""

    def __init__(
        self, icon_name: str, heading: str, action: str, key: str, on: Callable[[], object], *, drop: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("pane", "drop" if drop else "card")
        self._icon, self._tone = icon_name, "accent" if drop else "textMuted"
        self.sign = QLabel()
        self.text = label("", "" if drop else "muted", raw=True, wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.action = button(action, role="primary" if drop else "", key=key, on=on)
        foot = row(self.action, None, key_cap(key), gap=10)
        self.setLayout(
            column(self.sign, 14, label(heading, font="title"), 6, self.text, None, foot, margins=(26, 26, 26, 20))
        )
        layout_of(self).setStretch(4, 1)
        self.setMinimumHeight(284)
        theme().changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.sign.setPixmap(icon(self._icon, self._tone).pixmap(36, 36))
