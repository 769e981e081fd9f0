"""F1 names the keys as people know them, and the keys of every screen work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.records import commands, history, queries
from app.sales import commands as sales
from ui.runtime.jobs import Job
from ui.shell.keys import KeysDialog, everywhere, here
from ui.shell.page import Action
from ui.widgets.basics import key_cap
from ui.widgets.buttons import key_words

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_keys_are_named_as_people_know_them(qapp):
    assert [key_words(key) for key in ("Space", "Del", "Alt+Left", "Ctrl+\\", "/", "Ctrl++")] == [
        "Space", "Delete", "Alt+←", "Ctrl+\\", "/", "Ctrl++"
    ]  # fmt: skip


def test_the_keys_of_an_action_stand_together_and_digits_in_one_row():
    actions = [Action("Move", print, "↑↓"), Action("Log call", print, "L"), Action("Log call", print, "Ctrl+L")]
    actions += [Action(f"View {at}", print, str(at), hint=False) for at in range(1, 8)]
    assert here(actions) == (
        (("↑↓",), "Move"), (("L", "Ctrl+L"), "Log call"), (("1…7",), "Views")
    )  # fmt: skip


def test_digits_that_decide_something_are_told_by_name():
    actions = [Action("Merge", print, "1"), Action("Keep both", print, "2"), Action("View", print, "3", hint=False)]
    assert here(actions) == ((("1",), "Merge"), (("2",), "Keep both"), (("3",), "Views"))


@pytest.mark.parametrize(
    "name", ["today", "customers", "customer", "quotes", "quote", "products", "import", "settings"]
)
def test_the_help_of_each_screen_fits_the_small_window(window, jobs, name):
    ws = window.services.ws
    customer = queries.ids(ws, "customer")[0]
    quote = sales.new_quote(ws, customer).id
    page = window.router.open(name, {"customer": customer, "quote": quote}.get(name, 0))
    jobs.drain()
    dialog = KeysDialog(page.actions_list(), len(window.sidebar.areas), window)
    said = {part.text() for part in dialog.findChildren(QLabel)}
    assert {"Log a conversation from anywhere", "Redo", "All keys of this screen"} <= said
    assert dialog.sizeHint().width() <= 1024
    assert dialog.sizeHint().height() <= 700
    dialog.deleteLater()


def test_every_key_of_the_help_is_made(window):
    made = window._shortcuts.taken
    shown = {key for _title, keys in everywhere(4) for names, _text in keys for key in names}
    assert {"Ctrl+Y", "Ctrl+Shift+L", "F1", "?", "Shift+F6", "Ctrl+B"} <= shown
    signs = {"←": "Left", "→": "Right", "1…4": "1"}
    for key in shown:
        for sign, word in signs.items():
            key = key.replace(sign, word)
        assert key in made


def test_ctrl_y_does_again_what_was_undone(window, press):
    ws = window.services.ws
    window.router.open("customers")
    commands.create(ws, "customer", {"name": "Later"})
    window.stack.setFocus()
    press(Qt.Key.Key_Z, CONTROL)
    assert queries.ids(ws, "customer", text="Later").tolist() == []
    press(Qt.Key.Key_Y, CONTROL)
    assert len(queries.ids(ws, "customer", text="Later")) == 1
    assert history.redoable(ws) is None


def test_question_mark_and_f1_open_the_help(window, press, monkeypatch):
    opened = []
    monkeypatch.setattr(KeysDialog, "exec", lambda dialog: opened.append(dialog))
    window.router.open("customers")
    press(Qt.Key.Key_F1)
    press("?")
    assert len(opened) == 2
    window.router.page.focus_filter()
    press("?")
    assert len(opened) == 2
    assert window.router.page.filters.box.text() == "?"


@pytest.mark.parametrize("name", ["customers", "products", "quotes"])
def test_slash_and_ctrl_f_go_to_the_filter_and_escape_comes_back(window, press, settle, name):
    ws = window.services.ws
    commands.create(ws, "product", {"name": "螺杆压缩机", "code": "QH-22V"})
    sales.new_quote(ws, queries.ids(ws, "customer")[0])
    page = window.router.open(name)
    settle()
    box = page.filters.box if name == "customers" else page.filter
    for key, modifier in (("/", Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F, CONTROL)):
        page.table.setFocus()
        press(key, modifier)
        assert box.hasFocus()
        assert box.text() == ""
    press("z")
    settle()
    press(Qt.Key.Key_Escape)
    settle()
    assert box.text() == ""
    press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle()
    assert window.router.here.name == {"customers": "customer", "products": "products", "quotes": "quote"}[name]


def test_work_areas_and_the_way_back(window, press):
    for number, name in enumerate(window.sidebar.areas, 1):
        window.stack.setFocus()
        press(str(number), ALT)
        assert window.router.here.name == name
    press(Qt.Key.Key_Left, ALT)
    assert window.router.here.name == window.sidebar.areas[-2]
    press(Qt.Key.Key_Right, ALT)
    assert window.router.here.name == window.sidebar.areas[-1]


def test_a_key_cap_has_room_for_its_word(qapp):
    assert key_cap("Ctrl+Shift+L").sizeHint().width() > key_cap("L").sizeHint().width()
    assert QApplication.instance() is not None


def test_ctrl_b_backs_up_from_any_page_and_field(window, press):
    made = []
    window._backup = made.append
    for name in ("customers", "settings", "today"):
        window.router.open(name)
        window.stack.setFocus()
        press(Qt.Key.Key_B, CONTROL)
    window.router.open("customers").focus_filter()
    press(Qt.Key.Key_B, CONTROL)
    assert made == [window.services] * 4


def test_enter_presses_the_button_that_has_the_focus(window, qtbot):
    page = window.router.open("quotes")
    button = next(one for one in page.findChildren(QPushButton) if one.isVisible() and one.text() == "New quote")
    button.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.router.here.name == "quote"


def popup(window, settle):
    window.log_anywhere()
    window.sidebar.setFocus()
    return window._log_popup.isVisible


def search(window, settle):
    window.search()
    return window.palette_box.isVisible


def preview(window, settle):
    window.resize(1024, 700)
    page = window.router.open("customers")
    settle()
    page.table.setFocus()
    page.press("Ctrl+\\")
    return page.overlay.isVisible


def form(window, settle):
    page = window.router.open("customer", queries.ids(window.services.ws, "customer")[0])
    page.header.wanted.emit("edit")
    return lambda: page.side.currentWidget() is page.form


def cell(window, settle):
    page = window.router.open("customers")
    settle()
    page.table.setFocus()
    columns = page.table.records.column
    page.table.show_cell(0, next(at for at in page.table.sections() if columns(at).field.name == "city"))
    page.press("F2")
    return lambda: page.editing.editor is not None


@pytest.mark.parametrize("opened", [popup, search, preview, form, cell])
def test_escape_closes_what_is_open_before_it_stops_what_is_under_way(window, press, settle, opened):
    window.resize(1440, 900)
    is_open = opened(window, settle)
    settle()
    assert is_open()
    job = Job("export")
    window.services.actions.heed(job)
    press(Qt.Key.Key_Escape)
    settle()
    assert (is_open(), job.stopping) == (False, False)
    press(Qt.Key.Key_Escape)
    assert job.stopping
    job.finished.emit()
