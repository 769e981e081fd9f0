"""Products found while a line is typed, and their codes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.products.commands import new_product, update_product
from app.products.queries import by_code, choice, lookup
from app.shared.errors import InvalidValue, NotFound


@pytest.fixture
def stock(ws):
    rows = (
        ("QF-22", "三滤套装", "QH-22/37 · 空滤 油滤 油分", "960"),
        ("QF-C", "三级过滤芯组", "", "420.5"),
        ("QL-2T", "水冷头", "", "1150"),
        ("QH-37A", "螺杆空压机 永磁变频", "37 kW", "42800"),
    )
    for code, name, specification, price in rows:
        new_product(ws, {"code": code, "name": name, "specification": specification, "price": price, "unit": "套"})
    return ws


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("slt", {"三滤套装"}),
        ("sanlv", {"三滤套装"}),
        ("过滤", {"三级过滤芯组"}),
        ("QF", {"三滤套装", "三级过滤芯组"}),
        ("qh-37a", {"螺杆空压机 永磁变频"}),
        ("nothing", set()),
    ],
)
def test_lookup(stock, text, names):
    found = {product.name for product in lookup(stock, text)}
    assert names <= found
    assert bool(found) == bool(names)


def test_the_very_code_comes_first(stock):
    assert lookup(stock, "QF-C")[0].code == "QF-C"
    assert len(lookup(stock, "")) == 4
    assert len(lookup(stock, "", limit=2)) == 2


def test_a_choice_holds_what_a_line_needs(stock):
    found = by_code(stock, "QF-C")
    assert found is not None
    assert (found.name, found.price, found.unit) == ("三级过滤芯组", Decimal("420.5"), "套")
    assert choice(stock, found.id) == found
    assert by_code(stock, " ") is None
    with pytest.raises(NotFound):
        choice(stock, 999)


def test_a_code_is_taken_once(stock):
    with pytest.raises(InvalidValue):
        new_product(stock, {"code": "QF-C", "name": "x"})
    found = by_code(stock, "QF-C")
    assert found is not None
    update_product(stock, found.id, {"code": "QF-C", "name": "三级滤芯"})
    with pytest.raises(InvalidValue):
        update_product(stock, found.id, {"code": "QL-2T"})
    assert choice(stock, found.id).name == "三级滤芯"
