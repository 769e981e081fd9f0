"""Numbers in the search box, against what a plain look through the texts finds."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.main import create_workspace, open_workspace
from app.records import commands, queries
from app.records.workspace import Workspace

DIGITS = st.text("0138", min_size=1, max_size=11)


@given(st.lists(st.lists(DIGITS, min_size=1, max_size=3), min_size=1, max_size=6), DIGITS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_run_of_digits_is_found_and_nothing_else(ws: Workspace, notes: list[list[str]], typed: str) -> None:
    numbers = [commands.create(ws, "customer", {"name": "恒瑞", "notes": " ".join(words)}).id for words in notes]
    fits = {number for number, words in zip(numbers, notes, strict=True) if any(typed in word for word in words)}
    found = set(queries.ids(ws, "customer", text=typed)) & set(numbers)
    assert found == fits


def test_numbers_narrow_with_other_words(ws: Workspace) -> None:
    wanted = commands.create(ws, "customer", {"name": "宁波德力", "phone": "0574-87654321"}).id
    commands.create(ws, "customer", {"name": "宁波金源", "phone": "0574-87650000"})
    commands.create(ws, "customer", {"name": "杭州德力", "phone": "0571-87654321"})
    for text in ("宁波 4321", "宁波 87654321", "宁波德 87654321", "nb 7654321", "0574-87654321"):
        assert list(queries.ids(ws, "customer", text=text)) == [wanted], text


def test_an_index_of_another_design_is_made_anew(tmp_path: Path) -> None:
    book = tmp_path / "old.kebu"
    ws = create_workspace(book)
    wanted = commands.create(ws, "customer", {"name": "恒瑞", "phone": "13812345678"}).id
    with ws.book.journal.alone() as connection, connection:
        connection.execute("INSERT INTO search_gram(search_gram) VALUES('delete-all')")
    ws.book.set_fact("search", "1")
    ws.close()
    ws = open_workspace(book)
    try:
        assert list(queries.ids(ws, "customer", text="5678")) == [wanted]
    finally:
        ws.close()
