"""The search index after edits: renewed where something changed that records are found by, and only there."""

from __future__ import annotations

from app.records import commands, history, queries
from app.records.workspace import Workspace


def found(ws: Workspace, text: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.id) for hit in queries.search(ws, text)]


def written(ws: Workspace) -> int:
    """Something that changes whenever the index is written."""
    with ws.book.reading() as connection:
        return int(connection.execute("SELECT sum(length(block)) + sum(id % 1000003) FROM search_trigram_data").get)


def test_an_edit_of_what_nobody_searches_leaves_the_index_alone(ws: Workspace) -> None:
    number = commands.create(ws, "customer", {"name": "甲有限公司", "phone": "0512-66881234"}).id
    before = written(ws)
    commands.update(ws, "customer", number, {"level": "A"})
    assert written(ws) == before
    assert found(ws, "甲有限公司") == [("customer", number)]
    commands.update(ws, "customer", number, {"phone": "0512-66885678", "level": "B"})
    assert written(ws) != before
    assert found(ws, "66885678") == [("customer", number)]
    assert not found(ws, "66881234")
    history.undo(ws)
    assert found(ws, "66881234") == [("customer", number)]


def test_a_contact_that_moves_is_found_with_its_new_customer(ws: Workspace) -> None:
    first = commands.create(ws, "customer", {"name": "甲有限公司"}).id
    second = commands.create(ws, "customer", {"name": "乙有限公司"}).id
    contact = commands.create(ws, "contact", {"customer": first, "name": "张三丰", "mobile": "13800001001"}).id
    assert found(ws, "13800001001") == [("contact", contact), ("customer", first)]
    commands.update(ws, "contact", contact, {"customer": second})
    assert set(found(ws, "13800001001")) == {("contact", contact), ("customer", second)}
    commands.update(ws, "contact", contact, {"is_primary": True})
    assert set(found(ws, "13800001001")) == {("contact", contact), ("customer", second)}


def test_a_field_of_ones_own_is_followed(ws: Workspace) -> None:
    with ws.operation("Fields") as op:
        name = op.add_custom_field("customer", "内部代号")
    number = commands.create(ws, "customer", {"name": "甲有限公司", name: "QX-7788"}).id
    assert found(ws, "QX-7788") == [("customer", number)]
    commands.update(ws, "customer", number, {name: "QX-9911"})
    assert found(ws, "QX-9911") == [("customer", number)]
    assert not found(ws, "QX-7788")


def test_every_letter_on_the_way_to_a_name_finds_it(ws: Workspace) -> None:
    number = commands.create(ws, "customer", {"name": "苏州恒瑞精密机械有限公司"}).id
    other = commands.create(ws, "customer", {"name": "重庆长安汽车"}).id
    for sought, held in (("suzhouhengrui", number), ("chongqing", other), ("zhongqing", other)):
        for end in range(1, len(sought) + 1):
            assert ("customer", held) in found(ws, sought[:end]), sought[:end]
    assert found(ws, "su") == [("customer", number)]
