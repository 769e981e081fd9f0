"""What the palette finds, in which order, and what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.documents.commands import attach
from app.records import commands, queries
from app.records.queries import Hit
from app.sales import commands as sales
from ui.shell import recent
from ui.shell.commands import own
from ui.shell.finding import Finder, all_in, in_detail, rank
from ui.shell.pages import specs
from ui.shell.palette import Palette
from ui.widgets.painting import find_places


def finder(window) -> Finder:
    return Finder(window.services, specs(), lambda: own(window))


def test_ranking_prefers_the_very_words_then_the_start_then_initials_in_a_row():
    def place(title, text, detail=""):
        return rank(Hit("customer", 1, title, detail), text)

    assert place("恒瑞", "恒瑞") < place("恒瑞精密", "恒瑞") < place("苏州恒瑞", "恒瑞")
    assert (
        place("苏州恒瑞", "恒瑞")
        < place("青岛海荣建鑫", "hrjx")
        < place("杭州瑞锦信息", "hrjx")
        < place("别的", "hrjx")
    )
    assert place("苏州恒瑞", "2317", "138 0000 2317") < place("别的", "2317")


def test_the_last_digits_of_a_phone_come_before_those_in_its_middle(window):
    ws = window.services.ws
    for name, phone in (("甲", "192 0000 2259"), ("乙", "153-0000-2000"), ("丙", "132 0000 3184")):
        commands.create(ws, "customer", {"name": name, "phone": phone})
    found = [(item.title, item.detail) for item in finder(window)("2000") if item.level or item.detail]
    assert found[0] == ("乙", "153 0000 2000")
    assert set(found[1:]) >= {("甲", "192 0000 2259"), ("丙", "132 0000 3184")}
    assert in_detail("0512 6600 1000", "0512-6600") == [0, 1, 2, 3, 5, 6, 7, 8]


def test_enter_on_the_name_of_a_command_does_it_and_makes_no_customer(window):
    count = queries.count(window.services.ws, "customer")
    items = [item.title for item in finder(window)("dark look") if item.run]
    assert items[0] == "Dark look"
    assert items[-1] == "New customer “dark look”"
    window.search("trash")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.router.here.name == "trash"
    assert queries.count(window.services.ws, "customer") == count


def test_letters_from_all_over_a_sentence_are_no_command():
    assert all_in("Rules for reminders: what makes them by themselves", "reminders rules")
    assert all_in("Rules for reminders", "rfr")
    assert all_in("设置：字段与列表", "ziduan")
    assert all_in("设置：字段与列表", "szzd")
    assert not all_in("Rules for reminders: what makes them by themselves", "erase")
    assert not all_in("Missed reminders: move, finish or drop them", "moss")


def test_the_letters_that_matched():
    assert find_places("苏州恒瑞精密机械有限公司", "hengrui") == [2, 3]
    assert find_places("重庆机电", "cqjd") == [0, 1, 2, 3]
    assert find_places("杭州瑞锦信息", "hrjx") == [0, 2, 3, 4]
    assert find_places("Norrland", "rl") == [3, 4]
    assert find_places("Norrland", "xyz") == []
    assert in_detail("138 0000 2317", "00002") == [4, 5, 6, 7, 9]


def test_customers_come_with_their_level_and_what_can_be_done(window):
    items = finder(window)("hrjx")
    titles = [item.title for item in items if item.run]
    assert titles[0] == "青岛海荣建鑫建材有限公司"
    assert "苏州恒瑞精密机械有限公司" in titles
    levels = {item.title: item.level for item in items if item.level}
    assert levels["苏州恒瑞精密机械有限公司"] == "A"
    assert [item.key for item in items if item.key.startswith("Ctrl ")][:2] == ["Ctrl 1", "Ctrl 2"]


def test_digits_find_the_phone_and_a_command_is_found_by_its_word(window):
    assert any(item.title == "苏州恒瑞精密机械有限公司" for item in finder(window)("2317"))
    assert any(item.title == "周建明" for item in finder(window)("4470"))
    assert any("Open book" in item.title for item in finder(window)(">open book"))
    assert not any(item.detail.strip() for item in finder(window)(">dark"))


def test_the_last_opened_records_are_kept_across_starts(window, settings):
    number = queries.ids(window.services.ws, "customer")[0]
    window.router.open("customer", number)
    recent.keep(settings, window.services.ws.path, window.router.recent)
    assert recent.bring(settings, window.services.ws.path) == [("customer", number)]
    assert finder(window)("")[1].title == "苏州恒瑞精密机械有限公司" or len(finder(window)("")) == 2


def test_a_deleted_record_leaves_the_list(window):
    number = commands.create(window.services.ws, "customer", {"name": "Gone"}).id
    window.router.open("customer", number)
    commands.delete(window.services.ws, "customer", [number])
    assert all(item.title != "Gone" for item in finder(window)(""))


def test_the_keys_of_the_palette(qtbot, window):
    window.search("hrjx")
    palette: Palette = window.palette_box
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.router.here.name == "customer"
    assert not palette.isVisible()
    window.search("hrjx")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()
    window.search("hrjx")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.router.here.name == "quote"


def test_the_focus_goes_back_when_the_palette_closes(qtbot, window):
    edit = QLineEdit(window.centralWidget())
    edit.show()
    edit.setFocus()
    window.search("")
    assert not edit.hasFocus()
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Escape)
    assert edit.hasFocus()


def test_commands_are_found_in_both_languages_and_by_initials(qapp, window):
    find = finder(window)
    assert find(">dark")[1].title == "Dark look"
    for typed in (">深色", ">sswg"):
        assert "Dark look" in [item.title for item in find(typed)]
    qapp.translator.use("zh_CN")
    shown = find(">dark look")
    assert [item.note for item in shown if item.run] == ["Dark look"]
    assert shown[1].title != "Dark look"
    assert shown[1].title in [item.title for item in find(">" + shown[1].title)]


def test_it_says_that_nothing_fits_and_what_to_do_next(qtbot, window):
    ws = window.services.ws
    items = finder(window)("宁波新材料")
    assert items[0].title == "No record fits “宁波新材料”."
    window.search("宁波新材料")
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.router.here.name == "customer"
    assert queries.get(ws, "customer", window.router.here.number).title == "宁波新材料"
    assert [item.title for item in finder(window)("13799998888")] == [
        "No record fits “13799998888”.",
        "New customer with the number 13799998888",
    ]
    items = finder(window)(">qqqqq")
    assert [item.title for item in items] == ["No command fits “qqqqq”.", "Search everywhere for “qqqqq”"]
    window.search("#恒瑞")
    assert window.palette_box.model.items[0].title == "No document has the number “恒瑞”."
    QTest.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.palette_box.isVisible()
    assert window.palette_box.field.text() == "恒瑞"
    assert window.palette_box.model.items[1].title == "苏州恒瑞精密机械有限公司"
    assert finder(window)("#")[0].run is None


def test_figures_that_turn_to_no_view_are_not_called_one(window):
    window.router.open("missed")
    titles = [item.title for item in finder(window)(">next workday")]
    assert "Next workday" in titles


def test_views_are_commands_that_say_so(window):
    window.router.open("quotes")
    sales.new_quote(window.services.ws, queries.ids(window.services.ws, "customer")[0])
    window.router.open("quotes")
    found = {item.title: item.run for item in finder(window)(">view")}
    assert {"View: All", "View: Won", "View: Expired"} <= set(found)
    found["View: Won"]()
    assert window.router.page.tabs.code == "won"
    window.router.page.press("1")
    assert window.router.page.tabs.code == ""


def test_a_file_is_found_by_its_name_and_leads_to_its_customer(window, tmp_path):
    ws = window.services.ws
    customer = commands.create(ws, "customer", {"name": "甲"}).id
    values = {"customer": customer, "kind": "call", "text": "x", "done_at": "2026-07-20 09:00"}
    activity = commands.create(ws, "activity", values).id
    file = tmp_path / "年度框架协议.docx"
    file.write_bytes(b"x")
    attach(ws, "activity", activity, [file])
    [row] = [item for item in finder(window)("框架协议") if item.title == "年度框架协议.docx"]
    assert "甲" in row.detail
    row.run()
    assert window.router.here.name == "customer"
    assert window.router.here.number == customer


def test_what_can_be_done_is_for_the_chosen_customer(window):
    window.search("hrjx")
    palette: Palette = window.palette_box
    names = [item.title for item in palette.model.items if item.acts]
    assert len(names) > 1
    heading = palette.model.items[-5].title
    assert names[0] in heading
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert names[1] in palette.model.items[-5].title
    QTest.keyClick(palette.field, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert queries.titles(window.services.ws, "customer", (window.router.page.customer,)) == {
        window.router.page.customer: names[1]
    }
