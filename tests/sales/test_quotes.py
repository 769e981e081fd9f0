"""Quotes in a real book: numbers, lines, totals, revisions, undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.products.queries import choice
from app.records import commands as records
from app.records import history, queries
from app.sales import commands, settings
from app.sales.queries import (
    document,
    last_price,
    list_rows,
    of_customer,
    preview,
    quote,
    revision_document,
    revisions,
)
from app.sales.view import Line
from app.settings.commands import save_company
from app.shared.errors import InvalidValue, KebuError, NotFound

D = Decimal
SHORT = (Line(name="储气罐", unit="台", quantity=D(2), price=D(5600), tax_rate=D(13)), Line(name="安装", price=D(3500)))


@pytest.fixture
def customer(ws):
    number = records.create(ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "payment_terms": "月结 30 天"}).id
    records.create(ws, "contact", {"customer": number, "name": "李雯"})
    records.create(ws, "contact", {"customer": number, "name": "周建明", "title": "采购经理", "is_primary": True})
    return number


def numbers(ws):
    return sorted(row.number for row in list_rows(ws, queries.ids(ws, "quote")))


def test_a_new_quote_takes_its_defaults(ws, customer):
    view = quote(ws, commands.new_quote(ws, customer).id)
    assert (view.number, view.status, view.revision) == ("Q2607-001", "draft", 0)
    assert (view.date, view.valid_until) == (date(2026, 7, 22), date(2026, 8, 21))
    assert (view.contact_name, view.payment_terms, view.currency) == ("周建明", "月结 30 天", "CNY")
    assert view.lines == ()


def test_numbers_have_no_gaps_and_no_repeats(ws, customer):
    made = [commands.new_quote(ws, customer).id for _ in range(3)]
    assert numbers(ws) == ["Q2607-001", "Q2607-002", "Q2607-003"]
    history.undo(ws)
    assert quote(ws, commands.new_quote(ws, customer).id).number == "Q2607-003"
    commands.delete_quotes(ws, [made[1]])
    assert quote(ws, commands.new_quote(ws, customer).id).number == "Q2607-004"
    assert quote(ws, commands.new_quote(ws, customer, date=date(2026, 8, 1)).id).number == "Q2608-001"


def test_the_pattern_can_be_set(ws, customer):
    commands.set_number_pattern(ws, "BJ-{yyyy}-{seq:04}")
    assert quote(ws, commands.new_quote(ws, customer).id).number == "BJ-2026-0001"
    with pytest.raises(InvalidValue):
        commands.set_number_pattern(ws, "BJ")


def test_lines_are_saved_and_the_total_follows(ws, customer):
    number = commands.new_quote(ws, customer).id
    commands.set_lines(ws, number, [*SHORT, Line()])
    view = quote(ws, number)
    assert [line.name for line in view.lines] == ["储气罐", "安装"]
    assert view.totals.total == D("16156.00")
    assert list_rows(ws, [number])[0].total == D("16156.00")
    commands.update_quote(ws, number, {"discount": "156", "tax_included": True})
    assert list_rows(ws, [number])[0].total == D("14544.00")


def test_saving_the_grid_changes_few_rows(ws, customer):
    number = commands.new_quote(ws, customer, lines=[Line(name=str(i), price=D(i)) for i in range(50)]).id
    rows = list(quote(ws, number).lines)
    rows[20] = replace(rows[20], price=D(999))
    rows.insert(10, Line(name="new", price=D(1)))
    moved = rows.pop(40)
    rows.insert(0, moved)
    removed = rows.pop(30)
    changes = commands.set_lines(ws, number, rows)
    assert [line.name for line in quote(ws, number).lines] == [line.name for line in rows]
    assert list(changes.deleted["quote_line"]) == [removed.id]
    assert len(changes.created["quote_line"]) == 1
    assert len(changes.updated["quote_line"]) == 2
    assert not commands.set_lines(ws, number, quote(ws, number).lines)
    history.undo(ws)
    assert [line.name for line in quote(ws, number).lines] == [str(i) for i in range(50)]


def test_lines_refuse_what_they_cannot_hold(ws, customer):
    number = commands.new_quote(ws, customer, lines=SHORT).id
    with pytest.raises(InvalidValue):
        commands.set_lines(ws, number, [Line(name="x", price=D(10) ** 13)])
    with pytest.raises(InvalidValue):
        commands.set_lines(ws, number, [Line(name="x", quantity=D(10) ** 11, price=D(10) ** 11)])
    with pytest.raises(InvalidValue):
        commands.set_lines(ws, number, [Line(name="x", product=12345)])
    assert [line.name for line in quote(ws, number).lines] == ["储气罐", "安装"]


def test_dates_move_together_and_stay_in_order(ws, customer):
    number = commands.new_quote(ws, customer).id
    commands.update_quote(ws, number, {"date": "2026-07-01"})
    assert quote(ws, number).valid_until == date(2026, 7, 31)
    with pytest.raises(InvalidValue):
        commands.update_quote(ws, number, {"valid_until": "2026-06-30"})
    commands.update_quote(ws, number, {"valid_until": None})
    assert quote(ws, number).valid_until is None


def test_what_the_program_sets_cannot_be_set(ws, customer):
    number = commands.new_quote(ws, customer).id
    for name in ("number", "total", "status", "revision"):
        with pytest.raises(InvalidValue):
            commands.update_quote(ws, number, {name: "1"})


def test_a_currency_without_decimals(ws, customer):
    number = commands.new_quote(ws, customer, lines=SHORT, discount=D("100.60")).id
    commands.update_quote(ws, number, {"currency": "jpy"})
    view = quote(ws, number)
    assert (view.currency, view.discount) == ("JPY", D(101))
    assert list_rows(ws, [number])[0].total == view.totals.total
    with pytest.raises(InvalidValue):
        commands.update_quote(ws, number, {"currency": "元"})


def test_a_new_customer_brings_its_contact(ws, customer):
    other = records.create(ws, "customer", {"name": "无锡精工"}).id
    number = commands.new_quote(ws, customer).id
    commands.update_quote(ws, number, {"customer": other})
    assert quote(ws, number).contact is None
    commands.update_quote(ws, number, {"customer": customer})
    assert quote(ws, number).contact_name == "周建明"


def test_revisions_keep_what_was_sent(ws, customer):
    save_company(ws, {"name": "昆山启衡工业设备有限公司", "user_name": "林晓"})
    number = commands.new_quote(ws, customer, lines=SHORT).id
    commands.mark_sent(ws, number)
    first = revisions(ws, number)[0]
    sent = revision_document(ws, first.id)
    assert (first.label, sent.revision, sent.totals.total) == ("R1", 1, D("16156.00"))
    assert sent == document(ws, number)

    commands.set_lines(ws, number, quote(ws, number).lines[:1])
    records.update(ws, "customer", customer, {"name": "苏州恒瑞"})
    view = quote(ws, number)
    assert (view.status, view.revision, view.printed_revision) == ("draft", 1, 2)
    commands.mark_sent(ws, number, "en")
    assert [one.label for one in revisions(ws, number)] == ["R1", "R2"]
    assert revision_document(ws, first.id) == sent
    assert revision_document(ws, revisions(ws, number)[1].id).language == "en"


def test_undoing_the_sending_takes_the_revision_back(ws, customer):
    number = commands.new_quote(ws, customer, lines=SHORT).id
    commands.mark_sent(ws, number)
    history.undo(ws)
    assert (quote(ws, number).status, revisions(ws, number)) == ("draft", [])


def test_steps(ws, customer):
    number = commands.new_quote(ws, customer, lines=SHORT).id
    with pytest.raises(KebuError):
        commands.mark_won(ws, number)
    commands.mark_sent(ws, number)
    commands.mark_won(ws, number)
    with pytest.raises(KebuError):
        commands.set_lines(ws, number, SHORT[:1])
    with pytest.raises(KebuError):
        commands.update_quote(ws, number, {"discount": 1})
    commands.update_quote(ws, number, {"language": "en"})
    commands.mark_lost(ws, number)
    commands.reopen(ws, number)
    assert quote(ws, number).status == "sent"
    commands.reopen(ws, number)
    assert quote(ws, number).status == "draft"
    with pytest.raises(KebuError):
        commands.reopen(ws, number)


def test_reopening_a_won_quote_makes_no_new_revision(ws, customer):
    number = commands.new_quote(ws, customer, lines=SHORT).id
    commands.mark_sent(ws, number)
    commands.mark_won(ws, number)
    commands.mark_sent(ws, number)
    assert (quote(ws, number).status, len(revisions(ws, number))) == ("sent", 1)


def test_an_unfinished_quote_is_not_sent(ws, customer):
    with pytest.raises(KebuError, match="no customer"):
        commands.mark_sent(ws, commands.new_quote(ws, lines=SHORT).id)
    with pytest.raises(KebuError, match="no lines"):
        commands.mark_sent(ws, commands.new_quote(ws, customer).id)


def test_a_sent_quote_is_not_deleted(ws, customer):
    number = commands.new_quote(ws, customer, lines=SHORT).id
    commands.mark_sent(ws, number)
    with pytest.raises(KebuError):
        commands.delete_quotes(ws, [number])
    draft = commands.new_quote(ws, customer, lines=SHORT).id
    commands.delete_quotes(ws, [draft])
    with pytest.raises(NotFound):
        quote(ws, draft)


def test_a_copy_is_a_new_draft_of_today(ws, customer):
    number = commands.new_quote(ws, customer, lines=SHORT, date=date(2026, 6, 1), project="二期", discount=5).id
    commands.mark_sent(ws, number)
    copy = quote(ws, commands.duplicate(ws, number).id)
    original = quote(ws, number)
    assert (copy.number, copy.status, copy.revision, copy.date) == ("Q2607-001", "draft", 0, date(2026, 7, 22))
    assert (copy.project, copy.discount, copy.totals) == ("二期", D(5), original.totals)
    assert not {line.id for line in copy.lines} & {line.id for line in original.lines}


def test_the_last_price_of_a_customer(ws, customer):
    product = records.create(ws, "product", {"code": "QF-C", "name": "三滤套装", "price": "1000"}).id
    line = Line(product=product, name="三滤套装", quantity=D(1))
    first = commands.new_quote(ws, customer, lines=[replace(line, price=D(960))], date=date(2026, 7, 8)).id
    commands.new_quote(ws, customer, lines=[replace(line, price=D(900))], date=date(2026, 5, 1))
    found = last_price(ws, customer, product)
    assert found is not None
    assert (found.price, found.date, found.number) == (D(960), date(2026, 7, 8), "Q2607-001")
    other = last_price(ws, customer, product, besides=first)
    assert other is not None
    assert other.price == 900
    assert last_price(ws, None, product) is None
    assert choice(ws, product).price == 1000


def test_lists(ws, customer):
    commands.new_quote(ws, customer, lines=SHORT)
    commands.new_quote(ws)
    rows = of_customer(ws, customer)
    assert [(row.customer_name, row.total) for row in rows] == [("苏州恒瑞精密机械有限公司", D("16156.00"))]
    assert len(list_rows(ws, queries.ids(ws, "quote"))) == 2


def test_the_document_says_what_the_book_holds(ws, customer):
    save_company(
        ws,
        {
            "name": "昆山启衡工业设备有限公司",
            "english_name": "Kunshan Qiheng Co., Ltd.",
            "phone": "0512-57000139",
            "mobile": "13900008866",
            "user_name": "林晓",
            "user_title": "销售经理",
            "website": "https://qiheng.example/",
        },
    )
    records.update(ws, "customer", customer, {"city": "苏州市", "address": "尧峰西路 88 号"})
    view = quote(ws, commands.new_quote(ws, customer, lines=SHORT).id)
    chinese = preview(ws, view)
    assert chinese.letterhead.subtitle == "KUNSHAN QIHENG CO., LTD."
    assert chinese.letterhead.contact_lines == ("0512 5700 0139 · qiheng.example",)
    assert chinese.customer.lines == ("周建明 采购经理", "苏州市尧峰西路 88 号")
    assert chinese.sender.name == "林晓 销售经理"
    english = preview(ws, view.with_lines(()), "en")
    assert english.letterhead.name == "Kunshan Qiheng Co., Ltd."
    assert english.sender.lines == ("+86 139 0000 8866",)
    assert english.lines == ()


def test_tax_choices(ws):
    rates = settings.tax_choices(ws)
    assert [choice.rate for choice in rates] == [D(13), D(9), D(6), D(3), D(1), D(0), None]
    assert rates[-1].exempt
    ws.set_setting(settings.TAX_RATES, "20 nonsense 5.5%")
    assert [choice.rate for choice in settings.tax_choices(ws)] == [D(20), D("5.5")]
    assert settings.default_tax(ws).rate == 13
