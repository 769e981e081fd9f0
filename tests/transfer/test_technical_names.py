"""Exports under the technical names of programs: each record becomes what it is, and finds its customer by number or name."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.records.workspace import Workspace
from app.transfer.columns.proposing import propose
from app.transfer.commands import plan_import, run_import
from app.transfer.converting.deal_stages import state
from app.transfer.grid.scale import KNOWN
from app.transfer.plans.options import Options
from tests.transfer.imports import held
from tests.transfer.known_technical import EXPORTS, written
from tests.transfer.mapping_tools import WORDS, drafts, proposed, sheet, targets

KINDS = {
    "Account": "customers", "companies": "customers", "Accounts": "customers", "thirdparties": "customers", "customer": "customers",
    "res.partner companies": "customers", "Contact": "contacts", "contacts": "contacts", "Contacts": "contacts", "contact": "contacts",
    "res.partner persons": "contacts", "Lead": "contacts", "Leads": "contacts", "lead": "contacts", "Opportunity": "quotes",
    "deals": "quotes", "Opportunities": "quotes", "opportunity": "quotes", "crm.lead": "quotes", "Deals": "quotes", "Quote": "quotes",
    "quotes": "quotes", "Quotes": "quotes", "proposals": "quotes", "quotation": "quotes", "sale.order": "quotes", "Task": "reminders",
    "tasks": "reminders", "Tasks": "reminders", "todo": "reminders", "mail.activity": "reminders", "Event": "activities",
    "Note": "activities", "calls": "activities", "notes": "activities", "meetings": "activities", "Calls": "activities",
    "Meetings": "activities", "Notes": "activities", "events": "activities", "Product2": "products", "products": "products",
    "Products": "products", "item": "products", "product.template": "products",
}  # fmt: skip
PROGRAMS = ("Salesforce", "HubSpot", "SuiteCRM", "Dolibarr", "ERPNext", "Odoo", "Zoho")
HARBOUR, MOSS = "Harbour Pumps Ltd", "Moss Valves GmbH"


def names(ws: Workspace) -> dict[int, str]:
    return {one.id: one["name"] for one in held(ws, "customer")}


@pytest.mark.parametrize("program", PROGRAMS)
def test_all_records_of_a_program_join_their_customers(ws: Workspace, tmp_path: Path, program: str) -> None:
    mine = [name for name in EXPORTS if name.startswith(program)]
    told = run_import(ws, plan_import(ws, written(tmp_path, *mine))).sheets
    assert {name.partition(" ")[2]: one.kind for name, one in zip(mine, told, strict=True)} == {
        name.partition(" ")[2]: KINDS[name.partition(" ")[2]] for name in mine
    }
    assert all(one.counts["created"] == one.rows for one in told)
    called = names(ws)
    assert [name for name in called.values() if name in (HARBOUR, MOSS)] == [HARBOUR, MOSS]
    assert len(called) == 2 + 2 * any("ead" in name and "crm" not in name for name in mine)
    people = {one["name"]: called[one["customer"]] for one in held(ws, "contact")}
    assert (people["Lena Archer"], people["Uwe Brandt"]) == (HARBOUR, MOSS)
    assert len(people) == len(held(ws, "contact"))
    for kind in ("quote", "activity"):
        assert all(called[one["customer"]] in (HARBOUR, MOSS) for one in held(ws, kind))
    assert all(called[one["about_id"]] in (HARBOUR, MOSS) for one in held(ws, "reminder"))
    assert {one["code"]: one["name"] for one in held(ws, "product")} in ({"P20": "Pump P20", "V8": "Valve V8"}, {})


@pytest.mark.parametrize(
    "name", ["Salesforce Opportunity", "SuiteCRM Opportunities", "ERPNext opportunity", "Zoho Deals"]
)
def test_an_opportunity_is_a_quote_as_its_stage_says(ws: Workspace, tmp_path: Path, name: str) -> None:
    run_import(ws, plan_import(ws, written(tmp_path, name)))
    won, still, lost = held(ws, "quote")
    assert (won["project"], won["status"], won["won_on"], won["total"]) == (
        "Pumps for line 2", "won", date(2024, 3, 15), Decimal(12500),
    )  # fmt: skip
    assert (still["project"], still["status"], still["won_on"], still["total"]) == (
        "Valve kit",
        "draft" if name.startswith("ERPNext") else "sent",
        None,
        Decimal(8000),
    )
    assert "2026-12-30" in still["remarks"]
    assert "Negotiation/Review" in still["remarks"]
    assert (lost["project"], lost["status"], lost["won_on"]) == ("Service 2023", "lost", None)
    assert [one["date"] for one in (won, still, lost)] == [date(2024, 1, 10), date(2024, 2, 10), date(2023, 9, 10)]


def test_opportunities_find_the_accounts_of_an_earlier_import(ws: Workspace, tmp_path: Path) -> None:
    run_import(ws, plan_import(ws, written(tmp_path, "Salesforce Account")))
    run_import(ws, plan_import(ws, written(tmp_path, "Salesforce Opportunity")))
    called = names(ws)
    assert [called[one["customer"]] for one in held(ws, "quote")] == [HARBOUR, MOSS, MOSS]
    again = run_import(ws, plan_import(ws, written(tmp_path, "Salesforce Opportunity"))).sheets[0]
    assert (again.counts["created"], len(held(ws, "quote"))) == (0, 3)


def test_the_user_may_still_say_what_a_list_is(ws: Workspace, tmp_path: Path) -> None:
    (told,) = run_import(ws, plan_import(ws, written(tmp_path, "Zoho Deals"), Options(kind="customers"))).sheets
    assert (told.kind, set(names(ws).values())) == ("customers", {HARBOUR, MOSS})


def test_calls_notes_and_tasks_keep_their_day_kind_and_text(ws: Workspace, tmp_path: Path) -> None:
    mine = ("HubSpot companies", "HubSpot calls", "HubSpot notes", "HubSpot meetings", "HubSpot tasks")
    run_import(ws, plan_import(ws, written(tmp_path, *mine)))
    told = {one["text"].split("\n")[0]: one for one in held(ws, "activity")}
    call, note, visit = told["Call about spare parts"], told["Deliver at gate 4"], told["Visit at the works"]
    assert (call["kind"], call["done_at"], call["outcome"]) == ("call", datetime(2024, 3, 20, 9), "Connected")
    assert call["text"].startswith("Call about spare parts\nWants two sets\n")
    assert (note["kind"], visit["kind"], visit["place"]) == ("note", "meeting", "Leeds")
    task, done = held(ws, "reminder")
    assert (task["text"].split("\n")[:2], task["due_at"], task["done_at"], task["priority"]) == (
        ["Send price list", "The new one"], datetime(2026, 12, 2, 9), None, "high",
    )  # fmt: skip
    assert (done["done_at"], done["priority"]) == (datetime(2024, 3, 2, 9), None)


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("Closed Won", "won"), ("closedlost", "lost"), ("赢单", "won"), ("输单", "lost"), ("Prospecting", "draft"), ("商务谈判", "sent"),
        ("Proposal/Price Quote", "sent"), ("未成交", "lost"), ("初步接触", "draft"), ("Not signed", "lost"), ("Qualified", "draft"),
    ],
)  # fmt: skip
def test_stages_are_states(stage: str, expected: str) -> None:
    assert state(stage) == expected


def test_chinese_opportunities(ws: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "商机.csv"
    place.write_text(
        "商机名称,客户名称,商机阶段,预计销售金额,预计成交日期,负责人,创建时间\n"
        "二期泵站,苏州恒瑞机械有限公司,赢单,120000,2024-05-06,李明,2024-03-01 10:00\n"
        "阀门改造,无锡永泰电气有限公司,方案报价,30000,2026-11-30,李明,2024-04-01 10:00\n",
        encoding="utf-8",
    )
    (told,) = run_import(ws, plan_import(ws, [place])).sheets
    first, second = held(ws, "quote")
    assert (told.kind, first["project"], first["status"], first["won_on"]) == (
        "quotes",
        "二期泵站",
        "won",
        date(2024, 5, 6),
    )
    assert (second["status"], second["total"], second["date"]) == ("sent", Decimal(30000), date(2024, 4, 1))
    assert "预计成交日期: 2026-11-30" in second["remarks"]
    assert "预计成交日期: 2024-05-06" in first["remarks"]


def test_a_deal_is_not_won_on_a_day_to_come(ws: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "商机.csv"
    place.write_text(
        "商机名称,客户名称,商机阶段,预计销售金额,预计成交日期\n阀门改造,无锡永泰电气有限公司,赢单,30000,2026-11-30\n",
        encoding="utf-8",
    )
    run_import(ws, plan_import(ws, [place]))
    (only,) = held(ws, "quote")
    assert (only["status"], only["won_on"], only["remarks"]) == ("won", date(2026, 7, 22), "预计成交日期: 2026-11-30")


@pytest.mark.parametrize("head", ["预计成交日期", "计划签约日期", "Expected Close Date"])
def test_a_day_on_which_a_quote_may_be_won_wins_nothing(ws: Workspace, tmp_path: Path, head: str) -> None:
    place = tmp_path / "报价.csv"
    place.write_text(
        f"报价单号,客户名称,报价日期,报价金额,{head}\nB1,无锡永泰电气有限公司,2026-01-03,30000,2026-05-06\n",
        encoding="utf-8",
    )
    run_import(ws, plan_import(ws, [place]))
    (only,) = held(ws, "quote")
    assert (only["status"], only["won_on"], only["remarks"]) == ("draft", None, f"{head}: 2026-05-06")


SHOWN = {
    "Salesforce": "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date,Created Date\n"
    "Pat,{a},Pumps,Closed Won,12500,2024-03-15,2024-01-10\nPat,{b},Valves,Prospecting,900,2026-12-15,2024-01-11\n",
    "HubSpot": "Record ID,Deal Name,Deal Stage,Close Date,Amount,Pipeline,Create Date,Associated Company\n"
    "1,Pumps,Closed won,2024-03-15 10:00,12500,Sales,2024-01-10 09:00,{a}\n"
    "2,Valves,Appointment scheduled,2026-12-15 10:00,900,Sales,2024-01-11 09:00,{b}\n",
    "Pipedrive": "Deal - Title,Deal - Organization,Deal - Value,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time\n"
    "Pumps,{a},12500,Negotiation,Won,2024-01-10 09:00:00,2024-03-15 10:00:00\nValves,{b},900,Lead In,Open,2024-01-11 09:00:00,\n",
    "Odoo": "Opportunity,Customer,Expected Revenue,Stage,Expected Closing,Created on\n"
    "Pumps,{a},12500,Won,2024-03-15,2024-01-10 09:00:00\nValves,{b},900,New,2026-12-15,2024-01-11 09:00:00\n",
    "": "销售机会名称,客户名称,销售阶段,销售金额,结单日期,创建日期\n"
    "Pumps,{a},赢单,12500,2024-03-15,2024-01-10\nValves,{b},需求分析,900,2026-12-15,2024-01-11\n",
}


@pytest.mark.parametrize("program", SHOWN)
def test_opportunities_under_the_names_of_the_screen(ws: Workspace, tmp_path: Path, program: str) -> None:
    place = tmp_path / "export.csv"
    place.write_text(SHOWN[program].format(a=HARBOUR, b=MOSS), encoding="utf-8")
    (told,) = run_import(ws, plan_import(ws, [place])).sheets
    called = names(ws)
    assert (told.kind, told.program) == ("quotes", program)
    assert [
        (called[one["customer"]], one["project"], one["status"], one["won_on"], one["total"], one["date"])
        for one in held(ws, "quote")
    ] == [
        (HARBOUR, "Pumps", "won", date(2024, 3, 15), 12500, date(2024, 1, 10)),
        (MOSS, "Valves", "draft", None, 900, date(2024, 1, 11)),
    ]


def test_a_column_of_activities_that_names_the_opportunity_makes_none(ws: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "a.csv"
    place.write_text(
        "客户名称,商机名称,跟进时间,跟进内容,跟进人\n"
        f"{HARBOUR},泵站,2024-05-01 10:00,电话沟通方案,李明\n{MOSS},阀门,2024-05-02 10:00,上门拜访,李明\n",
        encoding="utf-8",
    )
    (told,) = run_import(ws, plan_import(ws, [place])).sheets
    assert told.kind == "activities"


def test_texts_of_a_page_are_read_as_a_person_sees_them(ws: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "notes.csv"
    place.write_text(
        "hs_object_id,hs_timestamp,hs_note_body,associatedcompanyid\n"
        '71,2024-03-20T09:00:00.000Z,"<div><p>Pays at <b>45</b> days&nbsp;net</p><ul><li>gate 4</li></ul></div>",90011\n'
        "72,2024-03-21T09:00:00.000Z,a < b and </p>,90011\n",
        encoding="utf-8",
    )
    run_import(ws, plan_import(ws, [*written(tmp_path, "HubSpot companies"), place]))
    assert [one["text"] for one in held(ws, "activity")] == ["Pays at 45 days net\n- gate 4", "a < b and </p>"]


def test_a_prefix_that_all_headers_have_says_nothing() -> None:
    headers = [
        "kun_id",
        "user_id",
        "kun_firmename",
        "kun_anspr_person",
        "kun_telefon",
        "kun_adresse",
        "kun_town",
        "kun_plz",
        "kun_country",
    ]
    rows = [headers, ["1", "4", "Kaufhof", "Franz Maier", "004352563215", "Gehardstraße", "Linz", "4020", "Austria"]]
    rows += [["2", "4", "TBW", "Julia Huber", "004352566445", "Welserstraße", "Wels", "4600", "Austria"]]
    found = list(targets(propose(sheet(rows), WORDS)).values())
    assert found == ["notes", "notes", "name", "contact.name", "phone", "address", "city", "postcode", "country"]
    accounts = [["src_name", "src_parent", "src_telephone"], ["A. Datum Corporation", "Adventure Works", "555-0150"]]
    assert targets(propose(sheet([*accounts, ["Adventure Works", "", "555-0151"]]), WORDS))["src_name"] == "name"


@pytest.mark.parametrize("prefix", ["cust", "Customer", "kunde", "supplier", "prod", "product", "item"])
def test_a_prefix_may_be_a_word_for_customers_or_goods(prefix: str) -> None:
    rows = [
        [f"{prefix}_{word}" for word in ("name", "code", "price")],
        ["Bolt M8", "B-8", "1.5"],
        ["Nut M8", "N-8", "2.5"],
    ]
    assert targets(propose(sheet(rows), WORDS))[f"{prefix}_name"] == "name"


@pytest.mark.parametrize(
    "rows",
    [
        [["file_name", "file_size", "file_type"], ["a.txt", 1, "t"], ["b.txt", 2, "t"], ["c.txt", 3, "u"]],
        [["srv_name", "srv_address", "srv_type"], ["web01", "10.0.0.1", "vm"], ["web02", "10.0.0.2", "vm"]],
        [["project_name", "project_code", "project_date"], ["Tower A", "P1", "2026-01-05"], ["Bridge", "P2", "2026-01-06"]],
        [["pet_name", "pet_age", "pet_colour"], ["Rex", 1, "brown"], ["Max", 2, "black"], ["Bo", 3, "white"]],
    ],
)  # fmt: skip
def test_a_prefix_for_something_else_makes_neither_customers_nor_goods_of_it(rows: list[list[object]]) -> None:
    assert propose(sheet(rows), WORDS).kind is None


def test_the_name_of_an_animal_is_not_that_of_its_owner() -> None:
    rows = [["pet_name", "pet_age", "pet_owner"], ["Rex", 1, "Ann Lee"], ["Max", 2, "Bob Ray"], ["Bo", 3, "Cy Day"]]
    assert targets(propose(sheet(rows), WORDS))["pet_name"] != "name"


def test_what_a_program_calls_its_columns_under_their_headers_is_no_record() -> None:
    rows = [["Name", "Role", "Default Account", "Email", "Phone", "GSTIN No."]]
    rows += [["Party.name", "Party.role", "Party.defaultAccount", "Party.email", "Party.phone", "Party.gstin"]]
    rows += [["Lordam", "Customer", "Debtors", "lo@lordam.example", "8989004444", ""]]
    rows += [["Bolen", "Customer", "Debtors", "bo@bolen.example", "", "22ABCIK123401Z5"]]
    assert [one.customer["name"] for one in drafts(rows)] == ["Lordam", "Bolen"]
    assert [targets(proposed(rows))[key] for key in ("Name", "Default Account", "GSTIN No.")] == [
        "name",
        "notes",
        "tax_number",
    ]


@pytest.mark.parametrize(
    ("head", "day"),
    [("商机名称,客户名称,商机阶段,商机金额,预计成交日期", "预计成交日期"),
        ("Opportunity Name,Account Name,Sales Stage,Amount,Expected Close Date", "Expected Close Date"),
     ("Opportunity,Customer,Stage,Expected Revenue,Expected Closing", "Expected Closing")],
)  # fmt: skip
def test_when_a_deal_is_to_close_is_shown_as_a_remark(ws: Workspace, tmp_path: Path, head: str, day: str) -> None:
    place = tmp_path / "deals.csv"
    place.write_text(
        f"{head}\n水泵,苏州甲厂,Closed Won,1200,2026-03-20\n阀门,无锡乙厂,Negotiation,300,2026-12-01\n",
        encoding="utf-8",
    )
    plan = plan_import(ws, [place])
    (sheet,) = plan.sheets
    assert next(one.targets for one in sheet.proposal.columns if one.header == day) == ("notes",)
    run_import(ws, plan)
    assert [one["won_on"] for one in held(ws, "quote")] == [date(2026, 3, 20), None]
    assert all(f"{day}: 2026-" in one["remarks"] for one in held(ws, "quote"))


@pytest.mark.parametrize(
    "head", ["Deal Name,Company,Value,Stage,Owner", "Deal Name,Account Name,Subtotal,Stage,Closing Date"]
)
def test_the_amount_of_a_deal_is_its_total(ws: Workspace, tmp_path: Path, head: str) -> None:
    place = tmp_path / "deals.csv"
    place.write_text(f"{head}\nDock,Bay Logistics,18500,Closed Won,2026-05-30\n", encoding="utf-8")
    run_import(ws, plan_import(ws, [place]))
    (line,) = held(ws, "quote_line")
    assert (line["name"], line["price"]) == ("Dock", Decimal(18500))


def test_names_in_numbered_columns_of_a_shop_are_those_of_one_person() -> None:
    head = "id|name01|name02|kana01|kana02|company_name|postal_code|addr01|addr02|phone_number"
    rows = [head.split("|"), "1|森|一郎|モリ|イチロウ|森商店|1000001|千代田区|1-1|0312345678".split("|")]
    (only,) = drafts(rows)
    assert (only.contact["name"], only.customer["name"], only.customer["address"]) == (
        "森一郎",
        "森商店",
        "千代田区1-1",
    )


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("fecha_nacimiento", "birthday"), ("nombreEmpresa", "name"), ("direccion_correo", "email"), ("nome_empresa", "name"),
        ("data_nascita", "birthday"), ("date_naissance", "birthday"),
    ],
)  # fmt: skip
def test_technical_headers_leave_small_words_out(header: str, field: str) -> None:
    assert field in {one.field for one in WORDS.lookup(header) if one.score > KNOWN}


@pytest.mark.parametrize(
    ("head", "fault", "who"),
    [
        ("fecha_ingreso,cliente,equipo,falla_reportada,tecnico,estado", "falla_reportada", "tecnico"),
        ("date_reception,client,appareil,panne signalée,technicien,statut", "panne signalée", "technicien"),
        ("Annahmedatum,Kunde,Gerät,Fehlerbeschreibung,Techniker,Status", "Fehlerbeschreibung", "Techniker"),
        ("data_entrada,cliente,aparelho,defeito_relatado,técnico,situação", "defeito_relatado", "técnico"),
    ],
)
def test_a_log_of_repairs_of_another_language(head: str, fault: str, who: str) -> None:
    table = [head.split(",")]
    table += [
        f"2025-01-{at:02},Norte S.A.,Bomba {at},Fuga de aceite {at},L. Vera,Entregado".split(",") for at in (9, 11, 15)
    ]
    found = propose(sheet(table), WORDS)
    said = targets(found)
    assert (found.kind, said[fault], said[who]) == ("activities", "text", "author")
    assert said[table[0][0]] == "done_at"
    # A word for a state names no place where nothing else does.
    assert "province" not in said[table[0][-1]]


def test_a_list_of_quotes_by_their_codes() -> None:
    table = [["CodigoOrcamento", "Cliente", "Vendedor", "Pagamento", "TotalOrcamento", "Data"]]
    table += [
        [f"ORC-10{at}", name, "Tiago", "Pix", f"{at}500.00", f"2025-02-0{at}"]
        for at, name in enumerate(("Sol", "Lua", "Mar"), 1)
    ]
    found = propose(sheet(table, name="orcamentos"), WORDS)
    said = targets(found)
    assert (found.kind, said["CodigoOrcamento"], said["Cliente"], said["Data"]) == (
        "quotes",
        "number",
        "customer",
        "date",
    )


def test_contacts_know_their_companies_by_number_in_other_languages() -> None:
    table = [["idcontacto", "idcliente", "telefono1", "departamento", "cargo", "nombre", "email"]]
    table += [
        ["4", "4", "696438001", None, "GERENTE", "USÓN, PEDRO", None],
        ["7", "6", None, "FORMACIÓN", None, "SAIZ, MARTA", "marta@saiz.example"],
        ["10", "6", "934803002", None, None, "VILERT, MONTSE", "montse@vilert.example"],
    ]
    found = propose(sheet(table, name="contactos"), WORDS)
    said = targets(found)
    assert (found.kind, said["cargo"], said["departamento"]) == ("contacts", "title", "department")


def test_the_short_name_of_another_language_calls_the_customer() -> None:
    table = [
        ["NAZWA_SKROCONA", "MIEJSCOWOSC", "ULICA", "NR_KLIENTA"],
        ["MAX7", "Gdynia", "Polna", "7"],
        ["LUX8", "Ustka", "Leśna", "8"],
    ]
    found = propose(sheet(table), WORDS)
    assert (found.kind, targets(found)["NAZWA_SKROCONA"], targets(found)["MIEJSCOWOSC"]) == (
        "customers",
        "name",
        "city",
    )
