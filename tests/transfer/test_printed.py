"""Lists and customers' sheets as they are printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.customers import commands as customers
from app.followups.commands import add_reminder
from app.records import commands, queries
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.settings import fields
from app.shared import i18n
from app.shared.errors import Cancelled, KebuError
from app.transfer.exporting.printed_card import card_document, card_pdf
from app.transfer.exporting.printed_list import MOST, Wanted, list_document, list_pdf, sorted_words, usual
from reports.preview import PdfPages


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    for label, sort, choices in (
        ("预算", "money", ()),
        ("签约日", "date", ()),
        ("用途", "several", ("喷涂", "包装")),
        ("开票", "yes-no", ()),
        ("经营范围", "long-text", ()),
    ):
        fields.add_field(ws, "customer", label, sort, choices=choices, shown=True)
    own = {one.label: one.name for one in fields.own_fields(ws, "customer")}
    for at in range(3):
        values = {
            "name": f"客户{at}",
            "level": "ABC"[at],
            "credit_limit": "1000.50",
            own["预算"]: str(100 * at),
            own["签约日"]: date(2026, 7, 20 + at),
            own["用途"]: "喷涂、包装",
            own["开票"]: "yes",
            own["经营范围"]: "一" * 200 + "\n\n二",
        }
        customers.create(ws, values, {"name": f"王{at}", "mobile": f"1380000231{at}", "title": "采购"})
    return ws


def texts(pdf: bytes) -> list[str]:
    with PdfPages(pdf) as pages:
        return [pages.text(at) for at in range(len(pages))]


def test_a_list_holds_own_fields_and_the_number_to_call(filled: Workspace) -> None:
    numbers = queries.ids(filled, "customer", order=(("name", False),))
    document = list_document(filled, usual(filled, "customer", numbers))
    heads = [one.title for one in document.columns]
    row = dict(zip(heads, document.rows[1], strict=True))
    assert (row["Name"], row["Contact"], row["Phone"]) == ("客户1", "王1", "138 0000 2311")
    assert (row["预算"], row["签约日"], row["用途"], row["开票"]) == ("¥100.00", "2026-07-21", "喷涂, 包装", "Yes")
    assert document.totals[0] == "Total"
    assert document.totals[heads.index("预算")] == "¥300.00"
    assert document.count == "3 records"
    [page] = texts(list_pdf(filled, usual(filled, "customer", numbers)))
    assert "客户2" in page
    assert "As of 22 July 2026" in page


def test_words_of_a_list_stand_apart_as_the_language_wants(filled: Workspace) -> None:
    with i18n.using("zh"):
        document = list_document(filled, usual(filled, "customer", queries.ids(filled, "customer")))
    row = dict(zip([one.title for one in document.columns], document.rows[0], strict=True))
    assert row["用途"] == "喷涂、包装"
    assert document.title == "客户"


def test_each_currency_has_its_total(ws: Workspace) -> None:
    customer = customers.create(ws, {"name": "A"}).id
    for currency, price in (("CNY", "100"), ("USD", "7"), ("CNY", "50")):
        quote = sales.new_quote(ws, customer).id
        sales.update_quote(ws, quote, {"currency": currency})
        commands.update(ws, "quote", quote, {"currency": currency, "total": Decimal(price)})
    document = list_document(ws, usual(ws, "quote", queries.ids(ws, "quote")))
    at = [one.title for one in document.columns].index("Total")
    assert document.totals[at] == "¥150.00\n$7.00"


def test_a_print_can_be_stopped(filled: Workspace) -> None:
    numbers = list(queries.ids(filled, "customer")) * 400
    seen: list[float] = []
    with pytest.raises(Cancelled):
        list_pdf(filled, usual(filled, "customer", numbers), progress=seen.append, cancelled=lambda: len(seen) > 3)
    assert seen == sorted(seen)


def test_far_too_many_are_refused(ws: Workspace) -> None:
    with pytest.raises(KebuError, match="too many to print"):
        list_document(ws, usual(ws, "customer", range(MOST + 1)))
    with pytest.raises(KebuError, match="No field"):
        list_document(ws, Wanted("customer", (), ()))


def test_a_list_lies_as_it_is_told(filled: Workspace) -> None:
    record = filled.dictionary.type("customer")
    wanted = Wanted("customer", queries.ids(filled, "customer"), (record.field("name"),), lying=True)
    with PdfPages(list_pdf(filled, wanted)) as pages:
        assert pages.sizes[0][0] > pages.sizes[0][1]


def test_every_column_at_once_is_readable(filled: Workspace) -> None:
    record = filled.dictionary.type("customer")
    every = tuple(one for one in record.fields if one.listed)
    pages = texts(list_pdf(filled, usual(filled, "customer", queries.ids(filled, "customer"), every)))
    assert len(pages) > 2
    assert all(any(f"客户{at}" in page for at in range(3)) for page in pages)


def test_how_a_list_is_sorted_is_said(filled: Workspace) -> None:
    record = filled.dictionary.type("customer")
    assert sorted_words(record, (("level", False), ("name", True))) == "Sorted by: Level ↑, Name ↓"
    assert sorted_words(record, (("id", False),)) == ""


def test_reminders_stand_with_whom_they_are_about(filled: Workspace) -> None:
    [first, *_rest] = queries.ids(filled, "customer", order=(("name", False),))
    add_reminder(filled, "2026-07-30 回访", about=("customer", first))
    [page] = texts(list_pdf(filled, usual(filled, "reminder", queries.ids(filled, "reminder"))))
    assert "客户0 · 王0" in page
    assert "138 0000 2310" in page


def test_the_sheet_has_everything_that_is_filled(filled: Workspace) -> None:
    first = queries.ids(filled, "customer", order=(("name", False),))[0]
    add_reminder(filled, "2026-07-30 回访", about=("customer", first))
    commands.create(
        filled, "activity", {"customer": first, "kind": "call", "done_at": "2026-07-20 10:00", "text": "谈了价格"}
    )
    document = card_document(filled, first)
    facts = dict(document.facts)
    assert (facts["Credit limit"], facts["签约日"], facts["用途"]) == ("¥1,000.50", "2026-07-20", "喷涂, 包装")
    assert document.marks[0] == "A"
    titles = [part.title for part in document.parts]
    assert titles == ["Contacts", "Next steps", "经营范围", "Last conversations"]
    page = "".join(texts(card_pdf(filled, first)))
    assert all(word in page for word in ("王0", "138 0000 2310", "回访", "谈了价格", "采购"))
    assert card_pdf(filled, first) == card_pdf(filled, first)


def test_a_bare_customer_has_a_sheet(ws: Workspace) -> None:
    number = customers.create(ws, {"name": "A" * 200}).id
    pages = texts(card_pdf(ws, number))
    assert len(pages) == 1
