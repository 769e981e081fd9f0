"""Head office, branches and introductions on the card."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from app.customers import commands
from app.customers.relations import INTRODUCER, PARENT
from app.records import queries
from app.records.workspace import Workspace
from ui.customers.card import CustomerPage
from ui.customers.relations import ASKS, AskCustomer
from ui.shell.window import MainWindow


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    for name in ("恒瑞集团", "恒瑞苏州厂", "拓嘉"):
        commands.create(ws, {"name": name})
    return ws


@pytest.fixture
def page(window: MainWindow, settle) -> CustomerPage:
    found = window.router.open("customer", 2)
    assert isinstance(found, CustomerPage)
    settle()
    return found


def links(page: CustomerPage) -> list[str]:
    return [one.text() for one in page.relations.findChildren(QPushButton) if one.text() and not one.isHidden()]


def test_relations_are_set_shown_and_followed(page: CustomerPage, settle, told) -> None:
    page.relations.set(PARENT, 1)
    page.relations.set(INTRODUCER, 3)
    settle()
    assert links(page) == ["恒瑞集团", "拓嘉"]
    [go] = [one for one in page.relations.findChildren(QPushButton) if one.text() == "恒瑞集团"]
    go.click()
    settle()
    assert page.customer == 1
    assert links(page) == ["恒瑞苏州厂"]
    page.relations.set(PARENT, 2)
    assert "itself" in str(told.errors[0])
    page.s.router.open("customer", 2)
    page.relations.set(PARENT, None)
    settle()
    assert queries.get(page.s.ws, "customer", 2)[PARENT] is None
    assert links(page) == ["拓嘉"]


def test_the_other_customer_is_found_as_one_types(page: CustomerPage) -> None:
    ask = AskCustomer(page, page.s, ASKS[PARENT])
    assert not ask.go.isEnabled()
    ask.take(1)
    assert (ask.field.text(), ask.go.isEnabled()) == ("恒瑞集团", True)
    ask.field.new_wanted.emit("新总部")
    assert ask.field.text() == "新总部"
    assert len(queries.ids(page.s.ws, "customer")) == 4
