"""The history says what was changed in a quote as the quote itself says it, in its own currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.followups import commands as followups
from app.followups.repeating import repeat
from app.records import commands, operations, queries
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.view import Line
from app.shared import i18n


def told(ws: Workspace, operation: int) -> dict[str, tuple[str, str]]:
    return {
        f"{one.kind}.{field.name}": (field.old, field.new)
        for one in operations.changed(ws, operation).records
        for field in one.fields
    }


@pytest.mark.parametrize(
    ("currency", "price", "lower"), [("CNY", "¥2,350.75", "¥2,000.00"), ("JPY", "JP¥2,350.75", "JP¥2,000.00")]
)
def test_prices_and_amounts_stand_in_the_currency_of_the_quote(
    ws: Workspace, currency: str, price: str, lower: str
) -> None:
    line = Line(name="伺服电机", quantity=Decimal(4), price=Decimal("2350.75"))
    quote = sales.new_quote(ws, lines=(line,), currency=currency)
    made = told(ws, quote.changes.operation)
    assert made["quote_line.price"] == ("", price)
    assert not {"quote_line.position", "quote.outstanding"} & {*made}
    number = queries.ids(ws, "quote_line")[0]
    changed = commands.update(ws, "quote_line", number, {"price": Decimal(2000)})
    assert told(ws, changed.operation) == {"quote_line.price": (price, lower)}


def test_an_amount_without_decimals_is_taken_back_as_it_was(ws: Workspace) -> None:
    quote = sales.new_quote(ws, currency="JPY", freight=Decimal(5000)).id
    changed = sales.update_quote(ws, quote, {"freight": Decimal(700)})
    assert told(ws, changed.operation)["quote.freight"] == ("JP¥5,000", "JP¥700")
    operations.take_back(ws, changed.operation, "quote", quote, "freight")
    assert queries.get(ws, "quote", quote)["freight"] == Decimal(5000)


def test_languages_and_repeats_stand_in_words(ws: Workspace) -> None:
    quote = sales.new_quote(ws)
    assert told(ws, quote.changes.operation)["quote.language"] == ("", "中文")
    changed = sales.update_quote(ws, quote.id, {"language": "en"})
    assert told(ws, changed.operation) == {"quote.language": ("中文", "English")}
    customer = commands.create(ws, "customer", {"name": "甲"}).id
    followups.add_reminder(ws, "明天 回访", about=("customer", customer))
    done = repeat(ws, queries.ids(ws, "reminder")[0], "every month")
    assert told(ws, done.operation)["reminder.every"] == ("", "every month")
    with i18n.using("zh_CN"):
        assert "FREQ" not in told(ws, done.operation)["reminder.every"][1]
