"""The list of quotes through its real widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.records import history
from app.sales import commands, queries
from ui.shell.output import Output


@pytest.fixture
def several(stocked, quote) -> dict[str, int]:
    """Quotes of every status, one of them out of date."""
    made = {"draft": quote}
    for status in ("sent", "won", "lost", "late"):
        made[status] = commands.duplicate(stocked, quote).id
        if status == "late":
            commands.update_quote(stocked, made[status], {"date": "2026-05-01"})
        commands.mark_sent(stocked, made[status])
    commands.mark_won(stocked, made["won"])
    commands.mark_lost(stocked, made["lost"])
    return made


@pytest.fixture
def page(window, told, several, settle):
    made = window.router.open("quotes")
    settle()
    return made


def test_tabs_count_and_narrow(page, several, settle) -> None:
    assert page.tabs.buttons[""].text().endswith("5")
    assert page.tabs.buttons["expired"].text().endswith("1")
    page.tabs.buttons["sent"].click()
    settle()
    assert set(page.table.records.ids) == {several["sent"], several["late"]}
    page.tabs.buttons["expired"].click()
    settle()
    assert list(page.table.records.ids) == [several["late"]]


def test_rows_say_customer_total_and_status(page, several) -> None:
    record = page.table.records.record(page.table.records.row_of(several["won"]))
    sentence = page.table.records.sentence(record)
    assert "苏州恒瑞精密机械有限公司" in sentence
    assert "Won" in sentence
    assert f"{record['total']:,.2f}" in sentence


def test_only_open_quotes_expire(page, several) -> None:
    records = page.table.records
    late = records.record(records.row_of(several["late"]))
    won = records.record(records.row_of(several["won"]))
    assert late["valid_until"].isoformat() == "2026-05-31"
    assert won["valid_until"] is None
    assert won["valid_shown"]
    columns = [records.column(at) for at in range(records.columnCount())]
    assert [column.paint for column in columns if column.field.name == "valid_until"] == ["due"]


def test_the_filter_finds_by_initials_and_product(page, settle, stocked) -> None:
    other = commands.new_quote(stocked, project="二期空压站").id
    settle()
    page.filter.setText("eqkyz")
    settle()
    assert list(page.table.records.ids) == [other]
    page.filter.setText("冷冻式")
    settle()
    assert len(page.table.records.ids) == 5
    assert page.escape()
    assert page.filter.text() == ""


def test_a_new_quote_opens_its_editor(page, window, settle) -> None:
    page.new()
    settle()
    assert window.router.here.name == "quote"
    assert window.router.page.view.status == "draft"


def test_a_quote_opens_from_the_list_and_follows_changes(page, window, several, stocked, settle) -> None:
    page.table.go(several["sent"])
    page.table.opened.emit(several["sent"])
    settle()
    assert window.router.page.view.id == several["sent"]
    commands.update_quote(stocked, several["draft"], {"project": "三期"})
    settle()
    row = page.table.records.row_of(several["draft"])
    assert page.table.records.record(row)["project"] == "三期"


def test_delete_and_undo(page, several, stocked, settle) -> None:
    page.table.go(several["draft"])
    page.delete()
    settle()
    assert several["draft"] not in page.table.records.ids
    history.undo(stocked)
    settle()
    assert several["draft"] in page.table.records.ids
    page.table.go(several["sent"])
    page.delete()
    assert queries.quote(stocked, several["sent"]).revision == 1


def test_the_list_is_empty_at_first(window, told, stocked, settle) -> None:
    page = window.router.open("quotes")
    settle()
    assert page.stack.currentWidget() is page.empty


def test_p_prints_the_quote_under_the_cursor_and_ctrl_p_the_list(window, quote, press, settle, monkeypatch):
    printed = []
    monkeypatch.setattr(Output, "print_file", lambda _self, name, pdf: printed.append((name, pdf[:5])))
    page = window.router.open("quotes")
    settle()
    page.table.setFocus()
    press("p")
    settle()
    assert printed == [("Q2607-001", b"%PDF-")]
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.router.page.title() == "Print: Quotes"
