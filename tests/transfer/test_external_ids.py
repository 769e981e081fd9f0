"""Odoo's External IDs: persons join the companies whose number their rows name, however the two come."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import

HARBOUR, MOSS = "Harbour Pumps Ltd", "Moss Valves GmbH"
COMPANIES = (
    f"id,name,is_company,city\nx.res_partner_10_ab,{HARBOUR},True,Leeds\nx.res_partner_11_cd,{MOSS},True,Bremen\n"
)
PERSONS = (
    "id,name,parent_id/id,function,phone\nx.res_partner_20_ef,Lena Archer,x.res_partner_10_ab,Buyer,+44 113 496 0002\n"
    "x.res_partner_21_ab,Uwe Brandt,x.res_partner_11_cd,CEO,+49 421 555011\n"
)
ONE_SHEET = f"""id,name,parent_id/id,function,phone
x.res_partner_10_ab,{HARBOUR},,,
x.res_partner_20_ef,Lena Archer,x.res_partner_10_ab,Buyer,+44 113 496 0002
x.res_partner_11_cd,{MOSS},,,
x.res_partner_21_ab,Uwe Brandt,x.res_partner_11_cd,CEO,+49 421 555011
"""
FLAGGED = f"""id,name,is_company,parent_id/id,function
x.p10,{HARBOUR},1,,
x.p20,Lena Archer,0,x.p10,Buyer
x.p11,{MOSS},1,,
x.p21,Uwe Brandt,0,x.p11,CEO
"""
BY_NUMBER = FLAGGED.replace("id,", ".id,", 1).replace("parent_id/id", "parent_id/.id").replace("x.p", "")
SHOWN = FLAGGED.replace(
    "id,name,is_company,parent_id/id,function", "External ID,Name,Is a Company,Related Company/External ID,Job Position"
)


@pytest.mark.parametrize(
    "imports",
    [
        [[COMPANIES, PERSONS]], [[PERSONS, COMPANIES]], [[COMPANIES], [PERSONS]], [[PERSONS], [COMPANIES]], [[ONE_SHEET]], [[FLAGGED]],
        [[BY_NUMBER]], [[SHOWN]],
    ],
)  # fmt: skip
def test_persons_join_their_companies(ws: Workspace, tmp_path: Path, imports: list[list[str]]) -> None:
    for number, texts in enumerate(imports):
        places = []
        for at, text in enumerate(texts):
            places.append(tmp_path / f"res.partner {number}{at}.csv")
            places[-1].write_text(text, encoding="utf-8")
        run_import(ws, plan_import(ws, places))
    names = {one.id: one["name"] for one in queries.rows(ws, "customer", queries.ids(ws, "customer"))}
    people = {one["name"]: names[one["customer"]] for one in queries.rows(ws, "contact", queries.ids(ws, "contact"))}
    assert sorted(names.values()) == [HARBOUR, MOSS]
    assert people == {"Lena Archer": HARBOUR, "Uwe Brandt": MOSS}


def test_a_company_of_a_company_has_it_as_its_head_office(ws: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "res.partner.csv"
    place.write_text(
        f"id,name,parent_id/id,city\nx.a1,{HARBOUR},,Leeds\nx.a2,Harbour Service,x.a1,York\n", encoding="utf-8"
    )
    run_import(ws, plan_import(ws, [place]))
    one, two = queries.rows(ws, "customer", queries.ids(ws, "customer", (), (("id", False),)))
    assert (two["name"], two["parent_company"]) == ("Harbour Service", one.id)
