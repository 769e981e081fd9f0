"""All about one person as a folder: records, history, quotes as PDF, and the files kept with them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from app.customers import commands as customers
from app.documents.commands import attach
from app.followups import commands as followups
from app.records import commands
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.view import Line
from app.shared.errors import Cancelled, KebuError, NotFound
from app.transfer.exporting.personal import export_person, find_person


def test_everything_about_a_customer_is_in_the_folder(ws: Workspace, tmp_path: Path) -> None:
    made = customers.create(ws, {"name": "苏州恒瑞", "city": "苏州"}, {"name": "欧阳娜娜"})
    customers.create(ws, {"name": "别家", "parent_company": made.id})
    commands.update(ws, "customer", made.id, {"city": "无锡"})
    followups.log(ws, made.id, "要十台泵，明天打电话")
    quote = sales.new_quote(ws, made.id, contact=made.contact).id
    sales.set_lines(ws, quote, [Line(name="离心泵", quantity=Decimal(1), price=Decimal(100))])
    sales.mark_sent(ws, quote)
    paper = tmp_path / "营业执照.txt"
    paper.write_text("licence", "utf-8")
    attach(ws, "customer", made.id, [paper])
    attach(ws, "customer", made.id + 1, [paper])

    found = find_person(ws, "苏州恒瑞")
    counts = export_person(ws, found.kind, found.id, tmp_path / "all")

    assert counts["customers"] == counts["contacts"] == counts["activities"] == counts["documents"] == 1
    held = json.loads((tmp_path / "all" / "data.json").read_text("utf-8"))
    assert [one["name"] for one in held["customers"]] == ["苏州恒瑞"]
    assert any(one["field"] == "city" for one in held["history"])
    assert "别家" not in json.dumps(held, ensure_ascii=False)
    names = sorted(path.relative_to(tmp_path / "all").as_posix() for path in (tmp_path / "all").rglob("*.*"))
    number = held["quotes"][0]["number"]
    assert names == ["data.json", "documents/1-营业执照.txt", f"quotes/1-{number}-R1.pdf", f"quotes/1-{number}.pdf"]
    assert (tmp_path / "all" / "documents" / "1-营业执照.txt").read_text("utf-8") == "licence"
    with pytest.raises(KebuError):
        export_person(ws, found.kind, found.id, tmp_path / "all")
    with pytest.raises(NotFound):
        export_person(ws, "customer", 99, tmp_path / "none")
    assert not (tmp_path / "none").exists()
    for place, said in (
        (tmp_path / ("长" * 100), "too long"),
        (Path(__file__) / "all", "can be written into the folder"),
    ):
        with pytest.raises(KebuError, match=said):
            export_person(ws, found.kind, found.id, place)


def test_no_quote_takes_the_place_of_another_and_long_names_fit(ws: Workspace, tmp_path: Path) -> None:
    made = customers.create(ws, {"name": "苏州恒瑞"}, {})
    numbers = ("Q/1", "Q-1", "Q_1", "报" * 115)
    for number in numbers:
        quote = sales.new_quote(ws, made.id).id
        commands.update(ws, "quote", quote, {"number": number})
    paper = tmp_path / f"{'营' * 80}.txt"
    paper.write_text("licence", "utf-8")
    attach(ws, "customer", made.id, [paper])
    commands.update(ws, "document", 1, {"name": f"{'营' * 110}.txt"})
    export_person(ws, "customer", made.id, tmp_path / "all")
    assert len(list((tmp_path / "all" / "quotes").iterdir())) == len(numbers)
    (kept,) = (tmp_path / "all" / "documents").iterdir()
    assert kept.suffix == ".txt"


def test_a_stop_leaves_no_folder(ws: Workspace, tmp_path: Path) -> None:
    made = customers.create(ws, {"name": "苏州恒瑞"}, {})
    for _quote in range(3):
        sales.new_quote(ws, made.id)
    asked: list[int] = []

    def stop() -> bool:
        asked.append(len(list(tmp_path.rglob("*.pdf"))))
        return asked[-1] == 2

    with pytest.raises(Cancelled):
        export_person(ws, "customer", made.id, tmp_path / "all", stop)
    assert asked[-1] == 2
    assert not list(tmp_path.glob("*all*"))
    assert not list(tmp_path.rglob("*.pdf"))
