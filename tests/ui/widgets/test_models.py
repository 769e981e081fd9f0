"""The models of lists hold what Qt asks of them, through changes."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from app.records.fields import Field, FieldKind
from app.records.record import Record
from ui.widgets.record_model import PAGE, Column, RecordModel
from ui.widgets.timeline import Entry, TimelineModel
from ui.widgets.toast import Toast

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def make(asked):
    def fetch(ids):
        asked.append(len(ids))
        return [Record("customer", number, f"n{number}", {"name": f"n{number}"}) for number in ids]

    return RecordModel(
        [Column(Field("name", FieldKind.TEXT, "Name"))], fetch, lambda _field, value: str(value), ticks=True
    )


def test_pages_are_fetched_as_they_are_looked_at(qapp):
    asked = []
    model = make(asked)
    QAbstractItemModelTester(model, STRICT)
    model.set_ids(range(1, PAGE + 1))
    model.set_ids(range(1, 100_001))
    assert model.rowCount() == 100_000
    asked.clear()
    assert model.data(model.index(90_000, 1), 0) == "n90001"
    assert asked == [PAGE]
    model.tick(3)
    assert model.ticked == {4}
    model.set_ids([5, 4])
    assert model.row_of(4) == 1


def test_only_the_named_rows_are_repainted(qapp, qtbot):
    model = make([])
    model.set_ids(range(1, 11))
    model.record(0)
    with qtbot.waitSignal(model.dataChanged) as seen:
        model.refresh([7, 999])
    assert (seen.args[0].row(), seen.args[1].row()) == (6, 6)


def test_the_timeline_adds_at_its_end(qapp):
    model = TimelineModel()
    QAbstractItemModelTester(model, STRICT)
    entries = [Entry(("activity", number), "Today", "phone", "Call") for number in range(5)]
    model.set_entries(entries[:2])
    model.set_entries(entries)
    assert model.rowCount() == 5


def test_the_toast_does_its_one_action_once(qtbot):
    from PySide6.QtWidgets import QWidget

    window, done = QWidget(), []
    qtbot.addWidget(window)
    toast = Toast(window)
    toast.say("Saved", "Undo", "Ctrl+Z", lambda: done.append(1))
    toast.action.click()
    toast.action.click()
    assert done == [1]
    assert not toast.isVisible()
