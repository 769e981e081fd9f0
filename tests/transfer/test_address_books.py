"""Address books of mail programs, and the pieces of values that stand in several columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.columns.proposing import propose
from app.transfer.commands import plan_import, run_import
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.drafting.rows import Draft
from app.transfer.reading import read_workbook
from app.transfer.reviewing.report import SheetResult
from tests.transfer import mapping_tools as tools
from tests.transfer.mapping_tools import proposed, targets


def imported(ws: Workspace, folder: Path, *lines: str) -> SheetResult:
    """What the import of a text table says."""
    file = folder / "book.csv"
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    (sheet,) = run_import(ws, plan_import(ws, [read_workbook(file)])).sheets
    return sheet


def drafts(table: list[list[str]]) -> list[Draft]:
    """The rows as values of records, as a whole import sees them."""
    one = tools.sheet(table)
    return list(draft(one, propose(one, tools.WORDS), Context(tools.TYPES))[0])


def test_thunderbird_in_chinese(ws: Workspace, tmp_path: Path) -> None:
    sheet = imported(
        ws, tmp_path,
        "名字,姓氏,显示名称,昵称,主要电子邮件,备用电子邮件,工作电话,移动电话号码,城市,工作地址,城市,职务,公司,出生年份,出生月份,出生日,注释",
        ",,刘先华,,lxh@mail.example,,,,,,,,,,,,",
        "华晨,,华晨,,hc@mail.example,hc2@mail.example,010-62750001,13800138000,,中关村路1号,北京,经理,某某科技有限公司,1980,5,6,老客户",
    )  # fmt: skip
    assert (sheet.program, sheet.kind, sheet.counts["created"]) == ("Thunderbird", "contacts", 2)
    assert queries.find(ws, "contact", "刘先华")["email"] == "lxh@mail.example"
    person = queries.find(ws, "contact", "华晨")
    assert person["birthday"] == date(1980, 5, 6)
    assert (person["title"], person["notes"]) == ("经理", "老客户\n备用电子邮件: hc2@mail.example")


def test_groupware_names_its_columns_as_cards_do(ws: Workspace, tmp_path: Path) -> None:
    sheet = imported(
        ws, tmp_path,
        "adr_one_countryname,adr_one_locality,adr_one_street,email,n_family,n_given,org_name,tel_work,tel_cell,bday",
        "DE,Berlin,Unter den Linden 1,k@hotel.example,Müller,Klaus,Hotel Beispiel,030239923,,1971-02-03",
    )  # fmt: skip
    assert (sheet.program, sheet.kind) == ("Tine Groupware", "contacts")
    person = queries.find(ws, "contact", "Klaus Müller")
    assert queries.get(ws, "customer", person["customer"])["name"] == "Hotel Beispiel"
    assert person["birthday"] == date(1971, 2, 3)


def test_days_of_birth_that_are_none_stay_in_the_notes() -> None:
    found = drafts([
        ["Full Name", "Email", "Birth Year", "Birth Month", "Birth Day"],
        ["Anna Weber", "a@x.example", "1980", "13", "6"],
        ["Tom Berg", "t@x.example", "1979", "12", "31"],
    ])  # fmt: skip
    first, second = ({**one.customer, **one.contact} for one in found)
    assert "birthday" not in first
    assert "Birth Month: 13" in first["notes"]
    assert second["birthday"] == date(1979, 12, 31)


def test_the_number_of_a_house_stands_behind_its_street() -> None:
    (one,) = drafts([
        ["Firmenname", "Ansprechpartner", "Straße", "Hausnummer", "PLZ", "Ort"],
        ["ABC Beratung GmbH", "Anna Schmidt", "Berliner Straße", "24a", "10115", "Berlin"],
    ])  # fmt: skip
    assert one.customer["address"] == "Berliner Straße 24a"


def test_a_second_company_fills_what_the_first_leaves_out() -> None:
    header = [
        "Record ID - Contact",
        "First Name",
        "Last Name",
        "Email",
        "Phone Number",
        "Company Name",
        "Company name",
        "Phone Number",
    ]
    table = [
        header,
        ["1", "Anna", "Weber", "a@x.example", "030 123456", "", "Weber GmbH", "030 999999"],
        ["2", "Tom", "Berg", "t@x.example", "030 123457", "Berg AG", "", ""],
        ["3", "Uwe", "Fest", "u@x.example", "030 123458", "", "Fest KG", ""],
    ]
    assert targets(proposed(table))["Phone Number"] == "phone"
    assert [one.customer["name"] for one in drafts(table)] == ["Weber GmbH", "Berg AG", "Fest KG"]


def test_odoo_tells_places_by_name_under_the_headers_of_numbers() -> None:
    table = [
        ["name", "is_company", "phone", "city", "state_id", "country_id"],
        ["ABC Works", "TRUE", "+91 9876543211", "Bangalore,", "Karnataka", "base.in"],
    ]
    (one,) = drafts(table)
    assert (one.customer["province"], one.customer["country"], one.customer["city"]) == ("Karnataka", "IN", "Bangalore")


def test_numbers_of_places_stay_numbers() -> None:
    table = [
        ["name", "phone", "country_id"],
        ["ABC Works", "+91 9876543211", "7"],
        ["XYZ Works", "+91 9876543212", "7"],
    ]
    assert targets(proposed(table))["country_id"] == "notes"


def test_datev_names_companies_and_persons_in_columns_of_their_own(ws: Workspace, tmp_path: Path) -> None:
    sheet = imported(
        ws, tmp_path,
        "Konto;Name (Adressattyp Unternehmen);Name (Adressattyp natürl. Person);Vorname (Adressattyp natürl. Person);"
        "EU-UStID;Straße;Postleitzahl;Ort;Telefon",
        "10001;Müller GmbH;;;123456789;Hauptstr. 1;70565;Stuttgart;0711 123456",
        "10002;;Weber;Anna;;Gartenweg 7;10115;Berlin;030 987654",
    )  # fmt: skip
    assert (sheet.program, sheet.counts["created"]) == ("DATEV", 2)
    assert queries.find(ws, "customer", "Müller GmbH")["tax_number"] == "123456789"
    assert queries.find(ws, "customer", "Anna Weber")["city"] == "Berlin"


def test_a_phone_of_nokia(ws: Workspace, tmp_path: Path) -> None:
    sheet = imported(
        ws, tmp_path,
        "First name,Last name,Job title,Company,General mobile,General phone,General e-mail,General city",
        "Anna,Weber,Buyer,Weber GmbH,+491701234567,030123456,anna@x.example,Berlin",
    )  # fmt: skip
    person = queries.find(ws, "contact", "Anna Weber")
    assert (sheet.program, person["mobile"].normal, person["email"]) == ("Nokia", "+491701234567", "anna@x.example")


def test_odoo_in_spanish_puts_persons_below_their_company(ws: Workspace, tmp_path: Path) -> None:
    imported(
        ws, tmp_path,
        "Nombre,Es una compañía,Compañía relacionada,Teléfono,Calle,Ciudad,Puesto de trabajo",
        "Azul Interior,True,,+34 912 345 678,Calle Mayor 1,Madrid,",
        "Ana García,False,Azul Interior,+34 912 345 679,,,Directora",
    )  # fmt: skip
    company = queries.find(ws, "customer", "Azul Interior")
    assert company["address"] == "Calle Mayor 1"
    person = queries.find(ws, "contact", "Ana García")
    assert (person["customer"], person["title"]) == (company.id, "Directora")


def test_parts_of_a_name_that_the_whole_one_lacks_are_kept() -> None:
    table = [["Name", "Given Name", "Family Name", "Phone 1 - Value"], ["axel", "axel", "gert", "0221 1234435"]]
    table += [["Bob", "Robert", "Miller", "0221 1234436"], ["Lee, Ann", "Ann", "Lee", "0221 1234437"]]
    found = [one.contact for one in drafts(table)]
    assert [(one["name"], one.get("notes")) for one in found] == [
        ("axel gert", None), ("Bob", "Name: Robert Miller"), ("Lee, Ann", None),
    ]  # fmt: skip


def test_a_plain_number_behind_a_street_is_that_of_the_house() -> None:
    (one, two) = drafts([
        ["nome", "rua", "numero", "complemento", "bairro", "cep"],
        ["Jota Ltda", "Rua das Flores", "120", "sala 2", "Centro", "01010-000"],
        ["Alfa Ltda", "Rua do Sol", "7", "", "Sul", "01010-010"],
    ])  # fmt: skip
    assert one.customer["address"] == "Rua das Flores 120, sala 2, Centro"
    assert two.customer["address"] == "Rua do Sol 7, Sul"
    assert targets(proposed([["Nr", "nome", "rua"], ["1", "Jota", "Rua A"], ["2", "Alfa", "Rua B"]]))["Nr"] != "address"


@pytest.mark.parametrize(
    ("street", "number", "rows"),
    [
        ("Address", "No", [["Miller Tools Ltd", "1 High St", "K-5"], ["Harbour Supplies Inc", "2 High St", "K-2"]]),
        ("Straße", "Nr", [["Müller GmbH", "Hauptstr. 5", "10023"], ["Huber AG", "Marktplatz 2", "10045"]]),
        ("Straße", "Nr", [["Müller GmbH", "Hauptstr. 5", "23"], ["Huber AG", "Marktplatz 2", "45"]]),
        ("Straße", "Nr", [["Müller GmbH", "Hauptstraße", "10023"], ["Huber AG", "Marktplatz", "10045"]]),
    ],
)  # fmt: skip
def test_a_number_that_is_no_house_s_stays_out_of_the_address(street: str, number: str, rows: list[list[str]]) -> None:
    found = drafts([["Name", street, number], *rows])
    assert [one.customer["address"] for one in found] == [row[1] for row in rows]
    assert [one.customer["notes"] for one in found] == [f"{number}: {row[2]}" for row in rows]


def test_a_link_of_access_is_where_it_leads() -> None:
    table = [["CompanyName", "HomePage"], ["Mayu", "Mayu (in the Web)#http://www.mayu.example/mayu.htm#"]]
    assert [one.customer.get("website") for one in drafts([*table, ["Cajun", "#CAJUN.HTM#"]])] == [
        "http://www.mayu.example/mayu.htm", "#CAJUN.HTM#",
    ]  # fmt: skip
