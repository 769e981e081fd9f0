"""Every page in both languages and both looks: it opens, says nothing to Qt's log, and every control has a name."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from app.records import commands, queries
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.settings import fields
from ui.shell.window import MainWindow
from ui.widgets.basics import PhoneLabel

WARNING = QAbstractItemModelTester.FailureReportingMode.Warning
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QTextEdit)


@pytest.fixture
def filled(window):
    """The window over a book with a record of each kind."""
    ws = window.services.ws
    customer = queries.ids(ws, "customer")[0]
    commands.create(ws, "product", {"name": "螺杆压缩机", "code": "QH-22V", "price": Decimal("58000")})
    quote = sales.new_quote(ws, customer).id
    return window, {"customer": customer, "quote": quote, "product": queries.ids(ws, "product")[0]}


def nameless(root) -> list[str]:
    """The controls under a widget that a screen reader could not name."""
    found = []
    for control in root.findChildren(QWidget):
        if not isinstance(control, CONTROLS):
            continue
        hidden_part = isinstance(control.parent(), QAbstractSpinBox | QComboBox | QAbstractItemView | QScrollBar)
        if hidden_part or control.objectName().startswith("qt_") or not control.isVisibleTo(root):
            continue
        face = QAccessible.queryAccessibleInterface(control)
        if not face.text(QAccessible.Text.Name).strip():
            owners, at = [], control
            while at is not None and at is not root:
                owners.append(type(at).__name__)
                at = at.parentWidget()
            found.append(" < ".join(owners))
    return found


def test_every_page_opens_named_and_without_a_warning(qapp, filled, jobs):
    window, numbers = filled
    said, bare = [], {}
    qInstallMessageHandler(
        lambda kind, _where, text: (
            said.append(text) if kind != QtMsgType.QtDebugMsg and "propagateSizeHints" not in text else None
        )
    )
    try:
        for language, mode in (("en", "light"), ("zh_CN", "dark")):
            qapp.translator.use(language)
            qapp.theme.set_mode(mode)
            for name, spec in window.router.specs.items():
                number = next((numbers[kind] for kind in spec.kinds if kind in numbers and not spec.section), 0)
                page = window.router.open(name, number)
                assert page is not None
                jobs.drain()
                qapp.processEvents()
                bare[f"{name} {language}"] = nameless(page)
            bare[f"shell {language}"] = [
                one for part in (window.sidebar, window.top, window.hints) for one in nameless(part)
            ]
            window.search(">")
            qapp.processEvents()
            bare[f"palette {language}"] = nameless(window.palette_box)
            window.palette_box.close_it()
    finally:
        qInstallMessageHandler(None)
        qapp.theme.set_mode("light")
    assert {name: parts for name, parts in bare.items() if parts} == {}
    assert said == []


def test_switching_language_look_and_size_at_once(qapp, filled, jobs):
    window, _numbers = filled
    window.router.open("customers")
    jobs.drain()
    before = window.top.height()
    english = window.sidebar.buttons["customers"].accessibleName()
    qapp.translator.use("zh_CN")
    assert window.sidebar.buttons["customers"].accessibleName() == "客户" != english
    ground = window.grab().toImage().pixelColor(window.width() - 5, window.height() // 2)
    qapp.theme.set_mode("dark")
    assert window.grab().toImage().pixelColor(window.width() - 5, window.height() // 2) != ground
    qapp.theme.set_size(18)
    qapp.processEvents()
    assert window.top.height() > before
    qapp.theme.set_size(13)
    qapp.theme.set_mode("light")


def test_the_models_of_all_lists_hold_what_qt_asks(qapp, filled, jobs):
    window, numbers = filled
    testers, said = [], []
    qInstallMessageHandler(lambda _kind, _where, text: said.append(text) if "FAIL!" in text else None)
    try:
        for name, spec in window.router.specs.items():
            number = next((numbers[kind] for kind in spec.kinds if kind in numbers and not spec.section), 0)
            page = window.router.open(name, number)
            jobs.drain()
            for view in page.findChildren(QAbstractItemView):
                if view.model() is not None:
                    testers.append(QAbstractItemModelTester(view.model(), WARNING))
                    said.extend(f"{name}: {type(view.model()).__name__}" for _ in said[-1:] if "FAIL!" in said[-1])
        ws = window.services.ws
        made = commands.create(ws, "customer", {"name": "Later"}).id
        commands.update(ws, "customer", made, {"level": "A"})
        qapp.processEvents()
        commands.delete(ws, "customer", [made])
        qapp.processEvents()
        jobs.drain()
        qapp.processEvents()
    finally:
        qInstallMessageHandler(None)
    assert testers
    assert said == []


def test_an_empty_list_names_only_the_keys_that_work(qapp, qtbot, settings, jobs, ws):
    from ui.main import build

    window = build(ws, settings, jobs)
    qtbot.addWidget(window)
    window.show()
    for name in ("customers", "products", "quotes"):
        page = window.router.open(name)
        jobs.drain()
        qapp.processEvents()
        assert [key for key, _words in window.hints.keys] == ["N"]
        assert page.status() == ()
    commands.create(ws, "product", {"name": "阀门"})
    window.router.open("products")
    jobs.drain()
    qapp.processEvents()
    assert "Space" in [key for key, _words in window.hints.keys]
    jobs.drain()


def test_what_is_painted_follows_the_look(qapp, filled, settle):
    window, _numbers = filled
    page = window.router.open("customers")
    settle()
    page.table.go(queries.find(window.services.ws, "customer", "苏州恒瑞精密机械有限公司").id)
    settle()
    try:
        qapp.theme.set_mode("dark")
        qapp.processEvents()
        ink = qapp.theme.c("text").name()
        numbers = page.preview.findChildren(PhoneLabel)
        assert any(ink in one.number.styleSheet() for one in numbers if one.isVisible())
    finally:
        qapp.theme.set_mode("light")


def test_the_first_window_fits_the_screen(qapp, settings, jobs, book):
    from ui.main import build

    window = build(book, settings, jobs)
    try:
        free = window.screen().availableGeometry()
        assert window.height() <= max(free.height(), window.minimumHeight())
        assert window.width() <= max(free.width(), window.minimumWidth())
    finally:
        window.close()


def test_two_fields_made_at_once_leave_the_window_whole(window: MainWindow, book: Workspace, settle) -> None:
    window.router.open("today")
    settle()
    for name in ("First", "Second"):
        fields.add_field(book, "customer", name, "text", shown=True)
    settle()
    window.router.open("customers")
    settle()
    assert {"First", "Second"} <= {field.label for field in book.dictionary.type("customer").fields}
    assert window.router.page.table.isVisible()
