"""The list of records as a person sees it: widths, order, the column that stays, a million rows."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt

from app.records.fields import Field, FieldKind
from app.records.record import Record
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

NAMES = ("name", "city", "level", "phone", "notes")


@pytest.fixture
def table(qtbot, qapp, settings):
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        return [Record("customer", one, f"n{one}", {name: f"{name}{one}" for name in NAMES}) for one in ids]

    fields = [Field(name, FieldKind.TEXT, f"A rather long head of {name}", width=60) for name in NAMES]
    made = RecordTable(
        "Customers",
        [Column(field) for field in fields],
        fetch,
        lambda _field, value: str(value),
        settings=settings,
        key="test",
        ticks=True,
    )
    made.asked = asked
    qtbot.addWidget(made)
    for section in made.sections():
        made.show_column(section, True)
    made.resize(1600, 400)
    made.show()
    made.set_ids(range(1, 200))
    return made


def test_the_first_column_takes_what_is_left(table):
    def total():
        return sum(table.columnWidth(at) for at in range(table.records.columnCount()))

    assert total() == table.viewport().width()
    first = table.columnWidth(1)
    table.resize(1800, 400)
    assert table.columnWidth(1) == first + 200
    assert total() == table.viewport().width()
    assert table.columnWidth(2) > 60


def test_the_first_column_stays_when_scrolled_sideways(table):
    assert not table.frozen.isVisible()
    table.resize(500, 400)
    table.horizontalScrollBar().setValue(120)
    assert table.frozen.isVisible()
    assert table.frozen.width() == table.columnWidth(0) + table.columnWidth(1)
    table.verticalScrollBar().setValue(50)
    assert table.frozen.verticalScrollBar().value() == 50
    table.horizontalScrollBar().setValue(0)
    assert not table.frozen.isVisible()


def test_columns_move_by_key_and_are_remembered(table, settings):
    order = table.sections()
    assert table.move_column(order[3], -1)
    assert table.sections() == [order[0], order[1], order[3], order[2], order[4]]
    assert not table.move_column(order[0], 1)
    assert not table.move_column(order[1], -1)
    table.show_column(order[4], False)
    again = RecordTable(
        "Customers",
        table.records.columns,
        lambda ids: [],
        lambda _field, value: str(value),
        settings=settings,
        key="test",
        ticks=True,
    )
    assert again.sections() == table.sections()
    assert again.isColumnHidden(order[4])


def test_a_million_rows_are_asked_for_by_the_page(table, qapp):
    table.set_ids(array("q", range(1, 129)))
    table.go(5)
    table.asked.clear()
    table.set_ids(array("q", range(1, 1_000_001)))
    qapp.processEvents()
    assert table.current_id() == 5
    table.verticalScrollBar().setValue(700_000)
    qapp.processEvents()
    assert sum(table.asked) <= 4 * 128
    assert table.records.data(table.records.index(3, 1), 11) == ", ".join(f"{name}4" for name in NAMES)


def test_rows_grow_with_the_letters(table, qapp):
    before = table.verticalHeader().defaultSectionSize()
    qapp.theme.set_size(18)
    assert table.verticalHeader().defaultSectionSize() > before
    qapp.theme.set_size(13)


def test_home_and_end_go_to_the_first_and_last_row(table, qtbot):
    table.setCurrentIndex(table.records.index(5, 1))
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == table.records.rowCount() - 1
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_the_end_of_a_list_that_is_still_read_is_the_end_of_all(table, qtbot):
    table.set_ids(array("q", range(1, 129)), whole=False)
    qtbot.keyClick(table, Qt.Key.Key_End)
    table.set_ids(array("q", range(1, 501)))
    assert table.current_id() == 500
    table.set_ids(array("q", range(1, 501)))
    table.go(3)
    table.set_ids(array("q", range(1, 129)), whole=False)
    table.set_ids(array("q", range(1, 501)))
    assert table.current_id() == 3


def test_all_of_a_list_that_is_still_read_are_ticked(table, qtbot):
    said = []
    table.ticks_changed.connect(said.append)
    table.set_ids(array("q", range(1, 129)), whole=False)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.set_ids(array("q", range(1, 501)))
    assert len(table.records.ticked) == 500
    table.set_ids(array("q", range(1, 129)), whole=False)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    table.set_ids(array("q", range(1, 501)))
    assert len(table.records.ticked) == 127
    assert said[-1] == 127
