"""A softphone tells who calls: the card comes up, ready to log."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.customers import commands
from app.records import queries
from ui.customers.new_customer import NewCustomer
from ui.shell.calling import answer


@pytest.fixture
def wanted(window):
    """A customer whose contact has a mobile number."""
    ws = window.services.ws
    return commands.create(
        ws, {"name": "昆山启衡", "phone": "0512-55556666"}, {"name": "周敏", "mobile": "139 1234 5678"}
    )


@pytest.mark.parametrize("number", ["13912345678", "+8613912345678", "008613912345678"])
def test_the_card_of_a_contact_comes_up_with_the_line_ready(window, wanted, write, press, number):
    answer(window, number)
    page = window.router.page
    assert window.router.here.name == "customer"
    assert page.customer == wanted.id
    assert page.log.line.hasFocus()
    assert "周敏" in window.messages.told[0][1]
    write(page.log.line, "问交期")
    press(Qt.Key.Key_Return)
    ws = window.services.ws
    [logged] = queries.rows(ws, "activity", queries.ids(ws, "activity", limit=1, order=(("id", True),)))
    assert (logged["customer"], logged["text"], logged["kind"]) == (wanted.id, "问交期", "call")
    assert logged["contact"] == queries.linked(ws, "contact", "customer", wanted.id)[0].id


def test_a_number_without_the_area_is_found(window, wanted):
    answer(window, "55556666")
    assert window.router.page.customer == wanted.id


def test_several_who_have_a_number_are_chosen_from(window, wanted):
    ws = window.services.ws
    commands.create(ws, {"name": "昆山启衡二厂", "phone": "051255556666"})
    answer(window, "0512-55556666")
    assert window.palette_box.isVisible()
    titles = [item.title for item in window.palette_box.model.items]
    assert {"昆山启衡", "昆山启衡二厂"} <= set(titles)


def test_nobodys_number_makes_a_new_customer(window, press, settle, monkeypatch):
    asked = []
    monkeypatch.setattr(NewCustomer, "exec", lambda dialog: asked.append(dialog.mobile.text()) or 0)
    answer(window, "13711112222")
    assert window.palette_box.isVisible()
    press(Qt.Key.Key_Return)
    settle()
    assert asked == ["13711112222"]


@pytest.mark.parametrize("number", ["anonymous", ""])
def test_a_call_that_hides_its_number_says_so(window, wanted, number):
    answer(window, number)
    assert window.palette_box is None or not window.palette_box.isVisible()
    assert window.messages.told[0][1] == f"A call without a number: {number or '–'}"
