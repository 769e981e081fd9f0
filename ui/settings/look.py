"""Language, light or dark, and the size of the letters; all at once."""

from __future__ import annotations

from app.safety.settings import LANGUAGE
from app.shared.i18n import N_, _
from ui.runtime.look import use_language, use_size, use_theme
from ui.runtime.settings import FONT_SIZE, THEME
from ui.settings.section import Section, SettingRow, heading
from ui.shell.page import Services
from ui.widgets.buttons import Choices

SIZES = ((11, "11"), (12, "12"), (13, "13"), (14, "14"), (16, "16"), (18, "18"))


class LookSection(Section):
    """What concerns this machine only."""

    title = N_("Language and look")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.language = Choices(
            [("system", N_("System")), ("zh_CN", "中文"), ("en", "English")], small=True, name=N_("Language")
        )
        self.language.chosen.connect(self._take_language)
        self.theme = Choices(
            [("system", N_("System")), ("light", N_("Light")), ("dark", N_("Dark"))], small=True, name=N_("Look")
        )
        self.theme.chosen.connect(self._take_theme)
        self.letters = Choices([(str(size), text) for size, text in SIZES], small=True, name=N_("Size of the letters"))
        self.letters.chosen.connect(self._take_size)
        self.language_row = SettingRow("languages", N_("Language"), self.language)
        self.theme_row = SettingRow("sun", N_("Look"), self.theme)
        self.size_row = SettingRow("pencil", N_("Size of the letters"), self.letters)
        self.column.addWidget(heading(N_("This computer")))
        for one in (self.language_row, self.theme_row, self.size_row):
            self.column.addWidget(one)
        self.retranslate()

    def show_all(self) -> None:
        self.language.choose(
            self.s.settings.get(LANGUAGE) if self.s.settings.get(LANGUAGE) in self.language.buttons else "system"
        )
        self.theme.choose(self.s.settings.get(THEME))
        size = str(self.s.settings.get(FONT_SIZE))
        if size in self.letters.buttons:
            self.letters.choose(size)

    def retranslate(self) -> None:
        self.language_row.say(_("Documents have a language of their own."))
        self.theme_row.say(_("“System” follows the computer through the day."))
        self.size_row.say(_("13 is usual; rows grow with the letters."))

    def _take_language(self, code: str) -> None:
        use_language(self.s.settings, code)

    def _take_theme(self, code: str) -> None:
        use_theme(self.s.settings, code)

    def _take_size(self, code: str) -> None:
        use_size(self.s.settings, int(code))
