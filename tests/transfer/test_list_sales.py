"""Lists of what follows a sale: what is owed and received, deliveries, contracts; two lists of one sale become one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.records import history, queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.sales.won import month_won
from app.transfer.commands import plan_import, run_import
from app.transfer.drafting.merging import ADD, SKIP
from app.transfer.plans.options import Options
from tests.transfer.imports import held, imported_sheet
from tests.transfer.sheets_made import workbook

A, B, C = "苏州恒瑞机械有限公司", "无锡永泰电气有限公司", "杭州大明仪器有限公司"
D = Decimal


def quotes(ws: Workspace) -> list[Record]:
    return queries.rows(ws, "quote", queries.ids(ws, "quote", (), (("id", False),)))


def told(one: Record) -> tuple[object, ...]:
    return tuple(one[name] for name in ("number", "status", "total", "won_on", "delivered_on", "due_on", "received"))


CONTRACTS = [
    ["合同编号", "客户名称", "合同名称", "签约日期", "合同金额", "已付", "未付", "交货日期", "付款日期"],
    ["HT-001", A, "空压机", "2026-05-01", "10000", "3000", "7000", "2026-05-20", "2026-08-01"],
    ["HT-009", C, "耗材", "2026-05-02", "350", "", "350", "", "2026-06-12"],
]
DELIVERIES = [
    ["送货单号", "合同号", "客户名称", "送货日期", "品名", "数量", "单价", "金额"],
    ["SH-01", "HT-001", A, "2026-05-11", "储气罐", "2", "5000", "10000"],
    ["SH-02", "HT-009", C, "2026-05-12", "滤芯", "10", "30", "300"],
    ["SH-02", "HT-009", C, "2026-05-12", "机油", "1", "50", "50"],
]


def test_what_is_owed_tells_what_was_received(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "单号", "日期", "应收金额", "未收金额", "到期日"],
        [A, "XS-1", "2026-05-01", "10000", "6000", "2026-08-01"],
        [B, "XS-2", "2026-05-03", "5000", "已付清", "2026-07-03"],
        [C, "XS-3", "2026-05-09", "800", "900", "2026-07-09"],
    ]
    result = imported_sheet(ws, workbook(tmp_path / "r.xlsx", 应收账款=rows))
    assert result.kind == "quotes"
    one, two, three = quotes(ws)
    assert told(one) == ("XS-1", "won", D(10000), date(2026, 5, 1), None, date(2026, 8, 1), D(4000))
    assert two["received"] == D(5000)
    assert (three["received"], three["remarks"]) == (None, "未收金额: 900.00")
    assert any("More is owed here" in problem.reason for problem in result.problems)


def test_without_a_total_what_is_owed_goes_to_the_notes(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["送货单号", "客户名称", "送货日期", "品名", "数量", "单价", "欠款"],
        ["SH-1", A, "2026-05-01", "储气罐", "2", "", "600"],
        ["SH-2", B, "2026-05-02", "储气罐", "2", "500", "600"],
    ]
    result = imported_sheet(ws, workbook(tmp_path / "r.xlsx", 送货单=rows))
    one, two = quotes(ws)
    assert (one["received"], one["remarks"], two["received"]) == (None, "欠款: 600.00", D(400))
    assert any("without a total" in problem.reason for problem in result.problems)


def test_the_day_that_ends_is_the_payments_only_where_payments_are_told(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报价单号", "客户", "报价日期", "产品", "数量", "单价", "到期日"],
        ["Q-1", A, "2026-05-01", "泵", "1", "9", "2026-06-01"],
    ]
    imported_sheet(ws, workbook(tmp_path / "q.xlsx", 报价单=rows))
    (one,) = quotes(ws)
    assert (one["valid_until"], one["due_on"], one["status"]) == (date(2026, 6, 1), None, "draft")


def test_a_day_on_which_it_was_won_reaches_the_quote_and_its_month(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报价单号", "客户", "报价日期", "产品", "数量", "单价", "成交日期"],
        ["Q-1", A, "2026-05-01", "泵", "1", "900", "2026-06-20"],
        ["Q-2", B, "2026-05-02", "泵", "1", "50", ""],
    ]
    imported_sheet(ws, workbook(tmp_path / "q.xlsx", 报价单=rows))
    one, two = quotes(ws)
    assert (one["status"], one["won_on"], one["date"]) == ("won", date(2026, 6, 20), date(2026, 5, 1))
    assert (two["status"], two["won_on"]) == ("draft", None)
    assert month_won(ws, date(2026, 6, 30)).own.amount == D(900)
    assert month_won(ws, date(2026, 5, 31)).own.count == 0


def test_a_delivery_has_its_day_and_no_line_is_lost(ws: Workspace, tmp_path: Path) -> None:
    imported_sheet(ws, workbook(tmp_path / "d.xlsx", Sheet1=DELIVERIES))
    one, two = quotes(ws)
    assert told(one) == ("SH-01", "won", D(10000), date(2026, 5, 11), date(2026, 5, 11), None, None)
    assert (two["contract_number"], two["total"]) == ("HT-009", D(350))


@pytest.mark.parametrize("first", ["contracts", "deliveries"])
def test_a_contract_and_its_delivery_become_one_sale(ws: Workspace, tmp_path: Path, first: str) -> None:
    contracts = workbook(tmp_path / "c.xlsx", Sheet1=CONTRACTS)
    deliveries = workbook(tmp_path / "d.xlsx", Sheet1=DELIVERIES)
    both = (contracts, deliveries) if first == "contracts" else (deliveries, contracts)
    imported_sheet(ws, both[0])
    before = [told(one) for one in quotes(ws)]
    result = imported_sheet(ws, both[1])
    assert result.counts.get("created", 0) == 0
    one, two = quotes(ws)
    day = date(2026, 5, 20) if first == "contracts" else date(2026, 5, 11)
    assert (one["total"], one["delivered_on"], one["due_on"], one["received"]) == (
        D(10000), day, date(2026, 8, 1), D(3000),
    )  # fmt: skip
    assert (two["delivered_on"], two["due_on"], two["received"]) == (date(2026, 5, 12), date(2026, 6, 12), D(0))
    assert month_won(ws, date(2026, 5, 31)).own.amount == D(10350)
    if first == "contracts":
        assert one["remarks"].endswith("Number: SH-01")
    assert imported_sheet(ws, both[1]).counts.get("updated", 0) == 0
    history.undo(ws)
    assert [told(one) for one in quotes(ws)] == before


def test_both_lists_in_one_workbook_become_one_sale_with_the_lines(ws: Workspace, tmp_path: Path) -> None:
    run_import(ws, plan_import(ws, [workbook(tmp_path / "w.xlsx", 合同=CONTRACTS, 送货=DELIVERIES)], Options()))
    one, two = quotes(ws)
    assert told(one)[:3] == ("HT-001", "won", D(10000))
    where = (queries.Condition("quote", "=", two.id),)
    lines = queries.rows(ws, "quote_line", queries.ids(ws, "quote_line", where, (("position", False),)))
    assert [line["name"] for line in lines] == ["滤芯", "机油"]
    assert (two["delivered_on"], two["total"], two["received"]) == (date(2026, 5, 12), D(350), D(0))


def test_two_deliveries_of_a_contract_take_what_its_list_tells(ws: Workspace, tmp_path: Path) -> None:
    later = ["SH-05", "HT-001", A, "2026-06-01", "管", "1", "70", "70"]
    rows = [DELIVERIES[0], later, ["SH-01", "HT-001", A, "2026-05-11", "储气罐", "1", "2500", "2500"]]
    imported_sheet(ws, workbook(tmp_path / "d.xlsx", Sheet1=rows))
    result = imported_sheet(ws, workbook(tmp_path / "c.xlsx", Sheet1=CONTRACTS[:2]))
    held = {one["number"]: one for one in quotes(ws)}
    assert sorted(held) == ["SH-01", "SH-05"]
    assert [(held[number]["received"], held[number]["due_on"]) for number in ("SH-01", "SH-05")] == [
        (D(2500), date(2026, 8, 1)), (D(70), date(2026, 8, 1)),
    ]  # fmt: skip
    assert any("SH-01 are of this contract and come to 2,570.00 of 10,000.00" in one.reason for one in result.problems)
    assert (result.counts["updated"], result.counts.get("created", 0)) == (1, 0)
    again = imported_sheet(ws, workbook(tmp_path / "c.xlsx", Sheet1=CONTRACTS[:2]))
    assert (again.counts.get("updated", 0), len(quotes(ws))) == (0, 2)


def test_a_newer_list_raises_what_was_received(ws: Workspace, tmp_path: Path) -> None:
    imported_sheet(ws, workbook(tmp_path / "c.xlsx", Sheet1=CONTRACTS[:2]))
    later = [*CONTRACTS[1][:5], "8000", "2000", *CONTRACTS[1][7:]]
    imported_sheet(ws, workbook(tmp_path / "l.xlsx", Sheet1=[CONTRACTS[0], later]))
    assert quotes(ws)[0]["received"] == D(8000)
    imported_sheet(ws, workbook(tmp_path / "c.xlsx", Sheet1=CONTRACTS[:2]))
    assert quotes(ws)[0]["received"] == D(8000)


def test_without_a_common_number_they_stay_two_and_it_is_told(ws: Workspace, tmp_path: Path) -> None:
    imported_sheet(ws, workbook(tmp_path / "c.xlsx", Sheet1=CONTRACTS[:2]))
    rows = [[cell for at, cell in enumerate(row) if at != 1] for row in DELIVERIES[:2]]
    result = imported_sheet(ws, workbook(tmp_path / "d.xlsx", Sheet1=rows))
    assert [one["number"] for one in quotes(ws)] == ["HT-001", "SH-01"]
    assert any("perhaps it is the same sale" in one.reason for one in result.problems)


@pytest.mark.parametrize(("mode", "count"), [(ADD, 2), (SKIP, 1)])
def test_the_way_of_writing_is_kept_to(ws: Workspace, tmp_path: Path, mode: str, count: int) -> None:
    imported_sheet(ws, workbook(tmp_path / "c.xlsx", Sheet1=CONTRACTS[:2]))
    imported_sheet(ws, workbook(tmp_path / "d.xlsx", Sheet1=DELIVERIES[:2]), on_duplicate=mode)
    assert len(quotes(ws)) == count
    assert quotes(ws)[0]["delivered_on"] == date(2026, 5, 20)


def test_months_of_replacement_come_with_a_price_list(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["产品编码", "产品名称", "单价", "更换周期(月)"],
        ["P1", "三滤套装", "960", "6"],
        ["P2", "滤芯", "30", "半年"],
    ]
    imported_sheet(ws, workbook(tmp_path / "p.xlsx", 产品=rows))
    found = queries.rows(ws, "product", queries.ids(ws, "product"), ("replace_months",))
    assert [one["replace_months"] for one in found] == [6, 6]


@pytest.mark.parametrize(
    ("head", "row", "total"),
    [
        (["Angebotsnr", "Kunde", "Brutto"], ["A-1", "Acme GmbH", "1.200,50"], "1200.5"),
        (["Angebot", "Kunde", "Netto", "MwSt", "Brutto"], ["A-1", "Acme GmbH", "1000,00", "190,00", "1190,00"], "1190"),
        (["N° devis", "Client", "Total HT", "TVA", "Total TTC"], ["D1", "Acme SARL", 300, 60, 360], "360"),
        (["N° devis", "Client", "Total TTC", "TVA", "Total HT"], ["D1", "Acme SARL", 360, 60, 300], "360"),
        (["报价单号", "客户名称", "不含税金额", "税额", "含税总价"], ["B1", "苏州恒瑞机械有限公司", 1000, 130, 1130], "1130"),
        (["报价单", "客户名称", "总报价"], ["B1", "苏州恒瑞机械有限公司", 1130], "1130"),
        (["Quote", "Customer", "Gross"], ["Q1", "Acme Ltd", 12.5], "12.5"),
        (["Offertenummer", "Klant", "Bedrag incl. btw"], ["O1", "Acme BV", 12.5], "12.5"),
    ],
)  # fmt: skip
def test_a_quote_may_tell_its_total_alone(
    ws: Workspace, tmp_path: Path, head: list[str], row: list[object], total: str
) -> None:
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=[head, row, ["X9", "Borg SA", *row[2:]]]))
    first, _second = held(ws, "quote")
    assert (told.kind, first["number"], first["status"]) == ("quotes", row[0], "draft")
    assert first["total"] == Decimal(total)
    assert not any("lines come to" in one.reason for one in told.problems)


def test_a_column_called_as_the_quotes_that_holds_no_numbers_names_what_they_are_for(
    ws: Workspace, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Angebotsnr", "Angebot", "Kunde", "Brutto"], ["A-1", "Pumpen", "Acme GmbH", 12], ["A-2", "Ventile", "Borg AG", 15],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [one["number"] for one in held(ws, "quote")] == ["A-1", "A-2"]
