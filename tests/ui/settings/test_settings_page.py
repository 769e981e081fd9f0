"""The settings page over a real book: what is typed is kept, shown and undone."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.records import history, queries
from app.records.workspace import CURRENCY, Workspace
from app.sales import settings as sales
from app.settings.queries import company
from app.shared.i18n import language
from app.shared.settings import MachineSettings
from ui.runtime.application import theme, translator
from ui.runtime.jobs import JobRunner
from ui.runtime.settings import THEME
from ui.settings.page import SettingsPage
from ui.settings.welcome import WelcomePage
from ui.shell.window import MainWindow


def opened(window: MainWindow, section: str) -> SettingsPage:
    page = window.router.open("settings", section=section)
    assert isinstance(page, SettingsPage)
    assert page.section is page.sections[section]
    return page


def test_company_is_saved_field_by_field_and_undone(window: MainWindow, ws: Workspace) -> None:
    form = opened(window, "company").sections["company"].form
    editor = form.rows["name"].editor
    editor.setFocus()
    editor.setText("昆山启衡工业设备有限公司")
    editor.commit()
    found = company(ws)
    assert found is not None
    assert found["name"] == "昆山启衡工业设备有限公司"
    form.rows["email"].editor.setText("nonsense")
    form.rows["email"].editor.commit()
    assert "nonsense" in form.rows["email"].error.text()
    history.undo(ws)
    assert company(ws) is None


def test_a_logo_is_taken_and_a_text_is_refused(window: MainWindow, ws: Workspace, tmp_path: Path, monkeypatch) -> None:
    section = opened(window, "company").sections["company"]
    section.form.rows["name"].editor.setText("启衡")
    section.form.rows["name"].editor.commit()
    picture = tmp_path / "标志.png"
    Image.new("RGB", (30, 20), "navy").save(picture)
    section.pictures["logo"].take(picture)
    found = company(ws)
    assert found is not None
    assert found["logo"].startswith(b"\x89PNG")
    said: list[str] = []
    monkeypatch.setattr(window.messages, "error", lambda error: said.append(str(error)))
    text = tmp_path / "no.png"
    text.write_text("no picture", "utf-8")
    section.pictures["logo"].take(text)
    assert len(said) == 1


def test_settings_of_quotes_are_checked_and_kept_in_the_book(window: MainWindow, ws: Workspace) -> None:
    section = opened(window, "quotes").sections["quotes"]

    def type_into(editor, text: str) -> None:
        editor.setText(text)
        editor.commit()

    type_into(section.pattern, "A{yyyy}-{seq:04}")
    type_into(section.rates, "13, 9，0 exempt")
    type_into(section.days, "15")
    assert ws.setting(sales.NUMBER_PATTERN) == "A{yyyy}-{seq:04}"
    assert ws.setting(sales.TAX_RATES) == "13 9 0 exempt"
    assert ws.setting(sales.VALID_DAYS) == 15
    type_into(section.days, "soon")
    assert section.error.text()
    assert section.days.text() == "15"
    type_into(section.pattern, "no number")
    assert ws.setting(sales.NUMBER_PATTERN) == "A{yyyy}-{seq:04}"
    section.currency.setCurrentText("eur")
    section._take_currency()
    assert ws.setting(CURRENCY) == "EUR"
    history.undo(ws)
    assert ws.setting(CURRENCY) == "CNY"


def test_language_and_look_switch_at_once(window: MainWindow, settings: MachineSettings) -> None:
    page = opened(window, "look")
    section = page.sections["look"]
    before = language()
    try:
        section.language.buttons["zh_CN"].click()
        assert language() == "zh_CN"
        assert page.list.item(list(page.sections).index("look")).text() == "语言与外观"
        section.theme.buttons["dark"].click()
        assert theme().dark
        assert settings.get(THEME) == "dark"
    finally:
        theme().set_mode("light")
        translator().use(before)


def test_backup_check_and_points(window: MainWindow, ws: Workspace, jobs: JobRunner, monkeypatch) -> None:
    section = opened(window, "safety").sections["safety"]
    said: list[str] = []
    monkeypatch.setattr(window.messages, "toast", lambda text, *more: said.append(text))
    section.back_up()
    jobs.drain()
    assert len(section.state.files) == 1
    assert section.points.count() == 1
    section.check()
    jobs.drain()
    assert len(said) == 2


def test_going_back_before_an_erasure_says_so_and_erases_again(
    window: MainWindow, ws: Workspace, jobs: JobRunner, monkeypatch
) -> None:
    from app.customers import commands
    from app.erasure.commands import erase
    from app.main import open_workspace

    class Books:
        open = staticmethod(open_workspace)

    window.books = Books()
    window.services = window._serve(ws, jobs, window.services.settings)
    window.router.reset(window.services)
    person = commands.create(ws, {"name": "欧阳商行"}).id
    section = opened(window, "safety").sections["safety"]
    section.back_up()
    jobs.drain()
    erase(ws, "customer", person, "written request")
    section.show_all()
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(window.messages, "ask", lambda *words: asked.append(words) or True)
    section.restore(section.state.files[0])
    restored = window.services.ws
    assert "Customer number 1, erased" in asked[0][1]
    assert "written request" in asked[0][1]
    assert asked[1][0] == "Erase them again?"
    assert restored is not ws
    assert queries.count(restored, "customer") == 0
    jobs.drain()
    restored.close()


def test_going_back_asks_and_restores(window: MainWindow, ws: Workspace, jobs: JobRunner, monkeypatch) -> None:
    from app.main import open_workspace
    from app.records import commands

    class Books:
        open = staticmethod(open_workspace)

    window.books = Books()
    window.services = window._serve(ws, jobs, window.services.settings)
    window.router.reset(window.services)
    section = opened(window, "safety").sections["safety"]
    section.back_up()
    jobs.drain()
    commands.create(ws, "customer", {"name": "以后才来的客户"})
    section.show_all()
    monkeypatch.setattr(window.messages, "ask", lambda *words: True)
    section.restore(section.state.files[0])
    restored = window.services.ws
    assert restored is not ws
    assert queries.count(restored, "customer") == 0
    jobs.drain()
    restored.close()


def test_welcome_opens_the_sample_and_undo_clears_it(window: MainWindow, ws: Workspace, jobs: JobRunner) -> None:
    page = window.router.open("welcome")
    assert isinstance(page, WelcomePage)
    page.cards[1].action.setFocus()
    QTest.keyClick(page.cards[1].action, Qt.Key.Key_Space)
    jobs.drain()
    assert queries.count(ws, "customer") > 40
    history.undo(ws)
    assert queries.count(ws, "customer") == 0


def test_the_section_and_the_segment_with_the_focus_are_ringed(window: MainWindow, qapp) -> None:
    page = opened(window, "look")
    ring = theme().c("focusRing").rgb()

    def edge(widget: QWidget, x: int, y: int) -> int:
        widget.setFocus()
        qapp.processEvents()
        return widget.grab().toImage().pixel(x, y)

    row = page.list.visualItemRect(page.list.currentItem())
    assert edge(page.list, row.center().x(), row.top() + page.list.viewport().y() + 1) == ring
    segment = page.sections["look"].language.buttons["zh_CN"]
    assert edge(segment, segment.width() - 1, segment.height() // 2) == ring


def test_the_exemption_is_written_in_either_language(window: MainWindow, ws: Workspace) -> None:
    section = opened(window, "quotes").sections["quotes"]
    for code, text, shown in (("zh_CN", "13、9 免税", "13 9 免税"), ("en", "13 9 exempt", "13 9 exempt")):
        translator().use(code)
        section.rates.setText(text)
        section.rates.commit()
        assert ws.setting(sales.TAX_RATES) == "13 9 exempt"
        section.show_all()
        assert section.rates.text() == shown
    assert not section.error.text()


def test_nothing_else_is_begun_while_the_sample_is_made(window: MainWindow, ws: Workspace, jobs: JobRunner) -> None:
    page = window.router.open("welcome")
    assert isinstance(page, WelcomePage)
    page.sample()
    assert not any(card.action.isEnabled() for card in page.cards)
    assert not page.restore.isEnabled()
    assert page.escape()
    assert jobs.drain()
    assert all(card.action.isEnabled() for card in page.cards)
    assert queries.count(ws, "customer") == 0


def test_the_months_target_is_set_in_the_settings(window: MainWindow, ws: Workspace) -> None:
    from app.sales.won import target

    section = opened(window, "quotes").sections["quotes"]
    section.target.setText("much")
    section.target.commit()
    assert target(ws) is None
    assert "no amount" in section.error.text()
    section.target.setText("30万")
    section.target.commit()
    assert target(ws) == 300_000
    section.show_all()
    assert section.target.text() == "300,000"
