"""What is typed or pasted into a quote's lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.products.commands import new_product
from app.products.queries import choice
from app.sales import commands
from app.sales.entry import new_line, paste, validity, whole_discount, with_cell, with_product
from app.sales.queries import quote
from app.sales.view import Line
from app.shared.errors import InvalidValue

D = Decimal


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("quantity", "1,250.5", D("1250.5")),
        ("price", "￥3.7765", D("3.7765")),
        ("price", "", None),
        ("name", "  储气罐 ", "储气罐"),
        ("unit", "", ""),
        ("discount_percent", "5%", D(5)),
        ("discount_percent", "95折", D(5)),
        ("discount_percent", "9折", D(10)),
        ("discount_percent", "8.5 折", D(15)),
        ("discount_percent", "—", None),
        ("discount_percent", "0", None),
        ("tax_rate", "9%", D(9)),
        ("tax_rate", "0", D(0)),
        ("tax_rate", "", None),
    ],
)
def test_cells(ws, column, text, value):
    assert getattr(with_cell(ws, Line(), column, text), column) == value


@pytest.mark.parametrize("text", ["免税", "exempt", "Exempt"])
def test_exempt(ws, text):
    line = with_cell(ws, new_line(ws), "tax_rate", text)
    assert (line.tax_rate, line.tax_exempt) == (None, True)
    assert not with_cell(ws, line, "tax_rate", "13").tax_exempt


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("quantity", "two"),
        ("price", "1e99"),
        ("discount_percent", "101"),
        ("discount_percent", "-1"),
        ("tax_rate", "x"),
    ],
)
def test_what_does_not_fit_is_refused(ws, column, text):
    with pytest.raises(InvalidValue) as caught:
        with_cell(ws, Line(), column, text)
    assert caught.value.field == column


def test_a_product_fills_the_line(ws):
    saved = new_product(ws, {"code": "QF-C", "name": "三滤套装", "unit": "套", "price": "960", "cost": "700"})
    line = with_product(ws, new_line(ws), choice(ws, saved.id))
    assert line == Line(None, saved.id, "三滤套装", "QF-C", "套", D(1), D(960), D(700), None, D(13))
    assert with_cell(ws, line, "name", "三滤套装").product == saved.id
    assert with_cell(ws, line, "name", "四滤套装").product is None


def test_rows_from_a_spreadsheet(ws):
    new_product(ws, {"code": "QF-C", "name": "三滤套装", "unit": "套", "price": "960"})
    text = '螺杆空压机\tQH-37A\t台\t2\t42,800.00\t5%\r\nQF-C\t\t\t4\t900\r\n"两行\n名称"\t\t项\tabc\t1\r\n\r\n'
    pasted = paste(ws, text)
    first, second, third = pasted.lines
    assert (first.name, first.quantity, first.price, first.discount_percent) == ("螺杆空压机", D(2), D(42800), D(5))
    assert (second.name, second.quantity, second.price, second.unit) == ("三滤套装", D(4), D(900), "套")
    assert (third.name, third.quantity, third.tax_rate) == ("两行 名称", None, D(13))
    [problem] = pasted.problems
    assert (problem.row, problem.column, problem.text) == (2, 3, "abc")
    assert "abc" in problem.reason
    number = commands.new_quote(ws, lines=pasted.lines).id
    assert [line.name for line in quote(ws, number).lines] == ["螺杆空压机", "三滤套装", "两行 名称"]


def test_an_empty_clipboard_gives_nothing(ws):
    assert paste(ws, "").lines == ()
    assert paste(ws, "\n \t \n").lines == ()


def test_an_open_quotation_mark_does_no_harm(ws):
    pasted = paste(ws, '"DN50' + "x" * 200_000 + "\t1\nb\t2")
    assert [line.name[:5] for line in pasted.lines] == ['"DN50', "b"]


def test_pasted_cells_change_the_lines_under_them(ws):
    held = (with_cell(ws, new_line(ws), "name", "储气罐"), with_cell(ws, new_line(ws), "name", "水泵"))
    lines = paste(ws, "2\t100\n\t200\n3\t300", ("quantity", "price"), held).lines
    assert [(line.name, line.quantity, line.price) for line in lines] == [
        ("储气罐", 2, 100),
        ("水泵", None, 200),
        ("", 3, 300),
    ]


@pytest.mark.parametrize("text", ["30", "30天", " 30 days "])
def test_validity_in_days(text):
    assert validity(text, date(2026, 7, 14)) == {"valid_until": date(2026, 8, 13)}


@pytest.mark.parametrize("text", ["2026-08-13", "8月13日", ""])
def test_validity_as_a_date_is_left_to_the_field(text):
    assert validity(text, date(2026, 7, 14)) == {"valid_until": text}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,780", {"discount": "1,780", "discount_percent": None}),
        ("5%", {"discount": None, "discount_percent": 5}),
        ("95折", {"discount": None, "discount_percent": 5}),
        ("", {"discount": None, "discount_percent": None}),
    ],
)
def test_whole_discounts(text, values):
    assert whole_discount(text) == values


@pytest.mark.parametrize("text", ["x%", "120%"])
def test_a_percentage_that_is_none_is_refused(text):
    with pytest.raises(InvalidValue):
        whole_discount(text)
