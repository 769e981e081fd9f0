"""The user's own fields of quotes: behind More on the quote, and as a column of the list."""

from __future__ import annotations

from app.records import queries
from app.settings import fields


def test_own_fields_stand_on_the_quote_and_in_the_list(window, quote: int, stocked, settle) -> None:
    name = fields.add_field(stocked, "quote", "竞争对手", shown=True).name
    settle()
    page = window.router.open("quote", quote)
    settle()
    form = page.head
    form.unfold(True)
    assert form.own.isVisible()
    row = form.rows[name]
    row.editor.setText("甲公司")
    row.editor.commit()
    settle()
    assert queries.get(stocked, "quote", quote)[name] == "甲公司"
    listed = window.router.open("quotes")
    settle()
    assert name in [column.field.name for column in listed.table.records.columns]
