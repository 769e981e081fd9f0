"""Typing a quote through the real widgets, and what the book holds then."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest

from app.records import history
from app.sales import commands, queries
from app.shared.money import parse_amount
from ui.sales.line_model import FIRST, NAMES

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def start(page, row: int, name: str):
    """Begin to type in a cell, as a double click does."""
    page.grid.go(row, NAMES.index(name))
    page.grid.edit(page.grid.currentIndex())
    return page.grid.editor


def held(page):
    return queries.quote(page.s.ws, page.view.id)


def shown_total(page) -> Decimal:
    return parse_amount(page.totals.figures["total"].text())


def test_a_line_is_typed_by_code(page, settle) -> None:
    editor = start(page, 2, "name")
    QTest.keyClicks(editor, "QL-2T")
    assert page.grid.popup.visible
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.grid.currentIndex().column() == NAMES.index("quantity")
    QTest.keyClicks(start(page, 2, "quantity"), "3")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Return)
    line = held(page).lines[2]
    assert (line.name, line.quantity, line.price) == ("水冷头", 3, 1150)
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (3, FIRST)
    assert shown_total(page) == held(page).totals.total


def test_a_line_is_typed_by_pinyin_initials(page) -> None:
    editor = start(page, 2, "name")
    QTest.keyClicks(editor, "sltz")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert held(page).lines[2].name == "三滤套装"


def test_the_first_letter_opens_the_cell(page) -> None:
    page.grid.go(2, FIRST)
    QTest.keyClicks(page.grid, "q")
    assert page.grid.editor is not None
    assert page.grid.editor.text() == "q"


def test_what_an_input_method_commits_opens_the_cell(page, write, settle) -> None:
    page.grid.go(0, FIRST)
    page.grid.setFocus()
    write(page.grid, "安装")
    write(QGuiApplication.focusObject(), "调试")
    assert page.grid.editor.text() == "安装调试"
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Tab)
    settle()
    assert held(page).lines[0].name == "安装调试"


def test_what_an_input_method_composes_over_a_closed_cell_is_written_once(page) -> None:
    page.grid.go(0, FIRST)
    page.grid.setFocus()
    for composed, text in (("an", ""), ("anzh", ""), ("", "安装")):
        event = QInputMethodEvent(composed, [])
        event.setCommitString(text)
        QGuiApplication.sendEvent(page.grid.focusWidget() or page.grid, event)
    assert page.grid.editor.text() == "安装"


def test_free_text_from_an_input_method(page) -> None:
    editor = start(page, 2, "name")
    event = QInputMethodEvent()
    event.setCommitString("安装调试")
    QGuiApplication.sendEvent(editor, event)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert page.grid.currentIndex().column() == NAMES.index("specification")
    line = held(page).lines[2]
    assert (line.name, line.product) == ("安装调试", None)


def test_rows_are_pasted_from_excel(page) -> None:
    QGuiApplication.clipboard().setText("QL-2T\t\t\t2\t1,100.00\t5%\n安装调试\t含管路\t项\t1\t3500\n")
    page.grid.go(2, FIRST)
    QTest.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    lines = held(page).lines
    assert [(one.name, one.quantity, one.price) for one in lines[2:]] == [("水冷头", 2, 1100), ("安装调试", 1, 3500)]
    assert lines[2].discount_percent == 5
    assert shown_total(page) == held(page).totals.total


def test_pasted_cells_change_the_rows_under_them(page, told) -> None:
    QGuiApplication.clipboard().setText("5\t100\nviele\t200")
    page.grid.go(0, NAMES.index("quantity"))
    page.grid.paste()
    lines = held(page).lines
    assert [(one.quantity, one.price) for one in lines] == [(5, 100), (1, 200)]
    assert "viele" in told.said[-1]


def test_rows_are_copied_moved_and_removed_by_key(page) -> None:
    page.grid.go(2, FIRST)
    QTest.keyClick(page.grid, Qt.Key.Key_D, CTRL)
    assert [one.name for one in held(page).lines][1:] == ["冷冻式干燥机", "冷冻式干燥机"]
    page.grid.go(0, FIRST)
    QTest.keyClick(page.grid, Qt.Key.Key_Down, ALT)
    assert [one.name for one in held(page).lines][:2] == ["冷冻式干燥机", "螺杆空压机 永磁变频"]
    QTest.keyClick(page.grid, Qt.Key.Key_Delete, CTRL)
    assert [one.name for one in held(page).lines] == ["冷冻式干燥机", "冷冻式干燥机"]


def test_each_cell_is_one_step_of_undo(page, settle) -> None:
    QTest.keyClicks(start(page, 0, "quantity"), "7")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Tab)
    QTest.keyClicks(start(page, 0, "price"), "100")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Tab)
    history.undo(page.s.ws)
    settle()
    assert (page.grid.lines.rows[0].quantity, page.grid.lines.rows[0].price) == (7, 42800)
    history.undo(page.s.ws)
    settle()
    assert page.grid.lines.rows[0].quantity == 1
    page.grid.go(1, NAMES.index("price"))
    page.grid.copy_above()
    history.undo(page.s.ws)
    settle()
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (1, NAMES.index("price"))
    assert shown_total(page) == held(page).totals.total


def test_a_wrong_figure_stays_in_its_cell_with_the_reason(page) -> None:
    editor = start(page, 0, "price")
    QTest.keyClicks(editor, "abc")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.grid.editor is editor
    assert "abc" in editor.accessibleDescription()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.grid.editor is None
    assert held(page).lines[0].price == 42800


def test_the_totals_are_those_of_the_book(page, settle) -> None:
    page.totals.discount.setFocus()
    page.totals.discount.selectAll()
    QTest.keyClicks(page.totals.discount, "10%")
    assert shown_total(page) == Decimal("50544.90")
    assert held(page).discount_percent is None
    QTest.keyClick(page.totals.discount, Qt.Key.Key_Return)
    page.totals.freight.setFocus()
    QTest.keyClicks(page.totals.freight, "300")
    QTest.keyClick(page.totals.freight, Qt.Key.Key_Return)
    settle()
    view = held(page)
    assert (view.discount_percent, view.freight) == (10, 300)
    assert shown_total(page) == view.totals.total
    assert page.terms.words.text().endswith(("整", "分"))


def test_one_tax_for_all_lines(page) -> None:
    for at in range(page.totals.tax.count()):
        if page.totals.tax.itemText(at) == "6%":
            page.totals.tax.setCurrentIndex(at)
            page.totals.tax.activated.emit(at)
            break
    view = held(page)
    assert {one.tax_rate for one in view.lines} == {Decimal(6)}
    assert view.freight_tax_rate == 6
    assert shown_total(page) == view.totals.total


def test_the_preview_follows_each_key(page, settle) -> None:
    from reports.preview import PdfPages

    before = page.preview.pdf
    assert before.startswith(b"%PDF")
    QTest.keyClicks(start(page, 0, "quantity"), "9")
    settle()
    assert page.preview.pdf != before
    with PdfPages(page.preview.pdf) as pages:
        assert "385,200.00" in pages.text(0)
    assert held(page).lines[0].quantity == 1
    assert page.preview.pages.picture(0) is not None


def test_the_language_of_the_page_is_its_own(page, settle) -> None:
    from reports.preview import PdfPages

    page.preview.language.setCurrentIndex(1)
    page.preview.language.activated.emit(1)
    settle()
    assert held(page).language == "en"
    with PdfPages(page.preview.pdf) as pages:
        assert "Quotation" in pages.text(0).replace("Q u", "Qu") or "Subtotal" in pages.text(0)


def test_the_pdf_is_saved_and_read_back(page, told, tmp_path, settle) -> None:
    from reports.preview import PdfPages

    told.path = tmp_path / "报价 1.pdf"
    page.save_pdf()
    settle()
    with PdfPages(told.path.read_bytes()) as pages:
        text = pages.text(0)
    assert page.view.number in text
    assert f"{held(page).totals.total:,.2f}" in text
    assert [path.name for path in tmp_path.glob("*.pdf*")] == ["报价 1.pdf"]


def test_a_folder_that_is_gone_is_said_plainly(page, told, tmp_path, settle) -> None:
    told.path = tmp_path / "gone" / "x.pdf"
    page.save_pdf()
    settle()
    assert "gone" in str(told.errors[0])


def test_it_is_printed_at_the_printers_resolution(page, tmp_path, settle) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from reports.preview import PdfPages
    from ui.runtime.printing import a4_printer, print_pages

    printer = a4_printer("Q")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(300)
    assert print_pages(page.preview.pdf, printer) == 1
    with PdfPages((tmp_path / "printed.pdf").read_bytes()) as pages:
        width, height = pages.sizes[0]
        assert (round(width), round(height)) == (595, 842)
        picture = pages.picture(0, width=300)
    assert min(picture.pixels) < 100


def test_sent_is_kept_and_a_later_edit_makes_the_next_revision(page, settle) -> None:
    ws = page.s.ws
    page.send()
    settle()
    assert page.view.status == "sent"
    assert not page.steps.won.isHidden()
    QTest.keyClicks(start(page, 0, "price"), "40000")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Return)
    settle()
    assert (page.view.status, page.view.printed_revision) == ("draft", 2)
    first = queries.revisions(ws, page.view.id)[0]
    page.steps.menu().actions()[0].trigger()
    settle()
    from reports.preview import PdfPages

    with PdfPages(page.preview.pdf) as pages:
        assert "42,800.00" in pages.text(0)
    assert "R1" in page.preview.banner_text.text()
    assert first.label == "R1"
    page.escape()
    settle()
    with PdfPages(page.preview.pdf) as pages:
        assert "40,000.00" in pages.text(0)


def test_an_edit_of_a_sent_quote_says_so_and_can_be_taken_back(page, told, settle) -> None:
    page.send()
    settle()
    told.said.clear()
    QTest.keyClicks(start(page, 0, "price"), "40000")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Return)
    settle()
    number = page.view.number
    assert told.said == [f"{number} was sent: changes go into R2; R1 stays as it was sent"]
    QTest.keyClicks(start(page, 0, "price"), "41000")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Return)
    settle()
    assert len(told.said) == 1
    for _time in range(2):
        page.s.actions.undo()
        settle()
    assert (page.view.status, page.view.lines[0].price) == ("sent", Decimal(42800))


def test_won_closes_the_quote_until_it_is_reopened(page, settle) -> None:
    page.send()
    page.steps.won.click()
    settle()
    assert not page.grid.lines.open
    assert not page.head.customer.isEnabled()
    page.steps.reopen.click()
    settle()
    assert page.view.status == "sent"
    assert page.grid.lines.open


def test_the_customer_is_found_by_initials_and_brings_the_contact(window, told, stocked, settle) -> None:
    number = commands.new_quote(stocked).id
    page = window.router.open("quote", number)
    settle()
    field = page.head.customer
    field.setFocus()
    QTest.keyClicks(field, "hrjm")
    assert field.list.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    view = queries.quote(stocked, number)
    assert (view.customer_name, view.contact_name) == ("苏州恒瑞精密机械有限公司", "周建明")
    assert page.head.contact.currentText().startswith("周建明")


@pytest.mark.parametrize(("text", "last"), [("15", "2026-08-06"), ("2026-09-01", "2026-09-01"), ("60天", "2026-09-20")])
def test_validity_takes_days_and_dates(page, text, last) -> None:
    page.head.validity.setFocus()
    page.head.validity.selectAll()
    QTest.keyClicks(page.head.validity, text) if text.isascii() else page.head.validity.setText(text)
    QTest.keyClick(page.head.validity, Qt.Key.Key_Return)
    assert held(page).valid_until.isoformat() == last


def test_a_wrong_date_is_said_under_its_field(page) -> None:
    made = page.head.rows["date"]
    made.editor.setFocus()
    made.editor.setText("Montag")
    QTest.keyClick(made.editor, Qt.Key.Key_Return)
    assert "Montag" in made.error.text()
    assert held(page).date.isoformat() == "2026-07-22"


def test_terms_are_kept_as_the_standard(page, settle) -> None:
    box = page.terms.boxes["terms"]
    box.setFocus()
    box.setPlainText("付款 30% / 70%")
    page.terms.commit()
    assert held(page).terms == "付款 30% / 70%"
    page.terms.menu().actions()[-1].trigger()
    assert queries.quote(page.s.ws, commands.new_quote(page.s.ws).id).terms == "付款 30% / 70%"


def test_deleting_can_be_undone(page, window, settle) -> None:
    number = page.view.id
    page.delete()
    settle()
    assert window.router.here.name == "quotes"
    history.undo(page.s.ws)
    assert queries.quote(page.s.ws, number).lines


def test_duplicate_opens_a_new_draft(page, settle) -> None:
    before = page.view.id
    page.duplicate()
    settle()
    assert page.view.id != before
    assert [one.name for one in page.view.lines] == [one.name for one in queries.quote(page.s.ws, before).lines]


def test_the_preview_lies_over_a_narrow_window(page, window, settle) -> None:
    window.resize(1024, 700)
    settle()
    assert not page.preview.isVisible()
    assert page.totals.figures["total"].isVisible()
    page.steps.preview.click()
    settle()
    assert page.preview.isVisible()
    assert page.close_over()
    assert not page.preview.isVisible()
    window.resize(1440, 900)
    settle()
    assert page.preview.isVisible()


def test_every_control_has_a_name(page) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
        for widget in page.findChildren(kind):
            if widget.isVisibleTo(page) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_a_new_product_is_made_from_the_cell(page, settle) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ui.widgets.new_record import NewRecord

    def fill() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, NewRecord))
        dialog.form.rows["price"].editor.setText("88")
        dialog.form.rows["price"].editor.commit()
        dialog.make()

    editor = start(page, 2, "name")
    QTest.keyClicks(editor, "xyz-9")
    QTimer.singleShot(50, fill)
    QTest.keyClick(editor, Qt.Key.Key_N, CTRL)
    line = held(page).lines[2]
    assert (line.name, line.price, line.quantity) == ("xyz-9", 88, 1)
    assert line.product


def test_the_next_quote_begins_with_nothing_of_the_last(page, window, stocked, customer, settle) -> None:
    first = page.view.id
    editor = start(page, 0, "quantity")
    QTest.keyClicks(editor, "4")
    other = commands.new_quote(stocked, customer).id
    window.router.open("quote", other)
    settle()
    assert queries.quote(stocked, first).lines[0].quantity == 4
    assert queries.quote(stocked, other).lines == ()
    assert page.grid.lines.lines == ()


def test_five_hundred_lines(page, settle) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"零件 {n}\t规格\t件\t2\t{n}.50" for n in range(500)))
    page.grid.go(2, FIRST)
    page.grid.paste()
    settle()
    assert len(held(page).lines) == 502
    QTest.keyClicks(start(page, 250, "quantity"), "5")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Return)
    settle()
    assert held(page).lines[250].quantity == 5
    assert shown_total(page) == held(page).totals.total
    assert len(page.preview.pages.sizes) > 5


def test_the_word_for_several_tax_rates_is_whole(page, settle) -> None:
    from ui.runtime.application import translator

    tax = page.totals.tax
    QTest.keyClicks(start(page, 0, "tax_rate"), "6")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Return)
    settle()
    try:
        translator().use("zh_CN")
        settle()
        assert tax.itemData(0) is None
        arrow_and_edges = 22 + 2 * 9
        assert tax.width() >= tax.fontMetrics().horizontalAdvance(tax.itemText(0)) + arrow_and_edges
    finally:
        translator().use("en")
