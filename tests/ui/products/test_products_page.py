"""The products through their real widgets."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.records import history, queries
from app.records.commands import checked
from ui.widgets.new_record import NewRecord


def shown(page, name: str):
    return page.pane.form.rows[name]


def pick(page, code: str, settle) -> int:
    number = queries.find(page.s.ws, "product", code).id
    page.table.go(number)
    QTest.qWait(100)
    settle()
    return number


def test_a_field_saves_as_it_is_left(page, settle) -> None:
    number = pick(page, "B-2", settle)
    edit = shown(page, "price").editor
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "3.7765")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    settle()
    assert queries.get(page.s.ws, "product", number)["price"] == Decimal("3.7765")
    row = page.table.records.row_of(number)
    assert "3.7765" in page.table.records.sentence(page.table.records.record(row))
    history.undo(page.s.ws)
    settle()
    assert shown(page, "price").editor.text() == "10"


def test_a_code_that_is_taken_is_said_under_its_field(page, settle) -> None:
    number = pick(page, "B-2", settle)
    edit = shown(page, "code").editor
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "A-1")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert "阀门" in shown(page, "code").error.text()
    assert queries.get(page.s.ws, "product", number)["code"] == "B-2"


def test_the_filter_takes_initials(page, settle) -> None:
    page.filter.setText("sb")
    settle()
    assert [page.table.records.record(row)["name"] for row in range(page.table.records.rowCount())] == ["水泵"]
    page.filter.setText("nothing like it")
    settle()
    assert page.stack.currentWidget() is page.none


def test_ticked_products_are_deleted_as_one_step(page, settle) -> None:
    page.table.records.tick(0, True)
    page.table.records.tick(1, True)
    page._delete(page.table.ticked())
    settle()
    assert len(page.table.records.ids) == 1
    history.undo(page.s.ws)
    settle()
    assert len(page.table.records.ids) == 3


def test_a_picture_is_kept_and_taken_away(page, told, tmp_path, settle) -> None:
    number = pick(page, "A-1", settle)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    told.path = tmp_path / "阀 门.png"
    image.save(str(told.path))
    page.pane.choose_picture()
    settle()
    assert queries.rows(page.s.ws, "product", (number,), ("picture",))[0]["picture"].startswith(b"\x89PNG")
    assert page.pane.picture.frame.image.width() == 40
    page.pane.picture.remove.click()
    settle()
    assert page.pane.picture.frame.image.isNull()


def test_a_file_that_is_no_picture_is_said_plainly(page, told, tmp_path, settle) -> None:
    pick(page, "A-1", settle)
    told.path = tmp_path / "x.png"
    told.path.write_text("no picture")
    page.pane.choose_picture()
    settle()
    assert len(told.errors) == 1


def test_a_product_is_opened_by_its_id(page, window, settle) -> None:
    number = queries.find(page.s.ws, "product", "C-3").id
    page.filter.setText("阀门")
    settle()
    window.router.open("product", number)
    QTest.qWait(100)
    settle()
    assert page.table.current_id() == number
    assert page.pane.title.text() == "电机"


def test_a_new_product_says_what_is_missing(qtbot, ws) -> None:
    from app.products.commands import new_product

    record = ws.dictionary.type("product")
    fields = [record.field(name) for name in ("name", "code", "price")]
    dialog = NewRecord(
        "New product", "Add product", fields, lambda values: checked(ws, record, values),
        lambda values: new_product(ws, values).id,
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.make()
    assert dialog.made == 0
    assert dialog.form.rows["name"].error.text()
    dialog.form.rows["name"].editor.setText("新品")
    dialog.form.rows["name"].editor.commit()
    dialog.form.rows["price"].editor.setText("1,280")
    dialog.form.rows["price"].editor.commit()
    dialog.make()
    assert queries.get(ws, "product", dialog.made)["price"] == 1280


def test_the_pane_lies_over_a_narrow_window(page, window, settle) -> None:
    window.resize(1024, 700)
    settle()
    assert not page.overlay.isVisible()
    pick(page, "A-1", settle)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    settle()
    assert page.overlay.isVisible()
    assert page.pane.title.text() == "阀门"
    assert page.close_over()
    assert not page.overlay.isVisible()
