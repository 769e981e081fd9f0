"""LDIF address books of Thunderbird, Outlook and directories."""

from __future__ import annotations

import base64
import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import SheetError
from app.transfer.commands import plan_import, run_import
from app.transfer.reading import read_workbook


def coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


BOOK = f"""version: 1

# made by hand
dn: cn=Lena Archer,mail=lena@harbour.example
objectclass: top
objectclass: person
objectclass: mozillaAbPersonAlpha
givenName: Lena
sn: Archer
cn: Lena Archer
mail: lena@harbour.example
mozillaSecondEmail: archer@home.example
modifytimestamp: 1610000000
telephoneNumber: +44 113 496 0002
mobile: +44 7700 900123
o: Harbour Pumps Ltd
ou: Purchasing
title: Buyer
street: 1 Dock Road
l: Leeds
postalCode: LS1 4AP
c: UK
description: Pays at 45 days and asks for the long
  certificate of each pump

dn:: {coded("cn=张伟,mail=zhang@hengrui.example")}
objectclass: inetOrgPerson
cn:: {coded("张伟")}
o:: {coded("苏州恒瑞机械有限公司")}
mail: zhang@hengrui.example
mobile: 13800001001
jpegPhoto:: /9j/4AAQ

dn: cn=Friends
objectclass: groupOfNames
cn: Friends
member: cn=Lena Archer,mail=lena@harbour.example

dn: cn=gone
changetype: delete
"""


def people(ws: Workspace) -> dict[str, dict[str, object]]:
    return {one["name"]: one.values for one in queries.rows(ws, "contact", queries.ids(ws, "contact"))}


def put(folder: Path, text: str, name: str = "book.ldif") -> Path:
    place = folder / name
    place.write_bytes(text.encode())
    return place


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_address_book_becomes_contacts_of_their_companies(ws: Workspace, tmp_path: Path, end: str) -> None:
    place = put(tmp_path, BOOK.replace("\n", end))
    told = run_import(ws, plan_import(ws, [place])).sheets[0]
    assert (told.kind, told.program, dict(told.counts)) == ("contacts", "Thunderbird", {"created": 2})
    held = people(ws)
    lena = held["Lena Archer"]
    assert [str(lena[name]) for name in ("email", "title", "department")] == [
        "lena@harbour.example",
        "Buyer",
        "Purchasing",
    ]
    assert "long certificate of each pump" in str(lena["notes"])
    assert "archer@home.example" in str(lena["notes"])
    firms = {one["name"]: one for one in queries.rows(ws, "customer", queries.ids(ws, "customer"))}
    assert set(firms) == {"Harbour Pumps Ltd", "苏州恒瑞机械有限公司"}
    assert (firms["Harbour Pumps Ltd"]["city"], firms["Harbour Pumps Ltd"]["postcode"]) == ("Leeds", "LS1 4AP")
    assert str(held["张伟"]["mobile"].normal) == "+8613800001001"  # type: ignore[attr-defined]


def test_lists_of_cards_are_told(tmp_path: Path) -> None:
    book = read_workbook(put(tmp_path, BOOK))
    assert book.format == "ldif"
    assert len(book.sheets[0].rows) == 3
    assert len(book.warnings) == 1


def test_an_address_book_in_the_encoding_of_an_old_system(tmp_path: Path) -> None:
    place = tmp_path / "old.txt"
    place.write_bytes("dn: cn=李娜\ncn: 李娜\no: 无锡永泰电气有限公司\ntelephoneNumber: 0510-85551234\n".encode("gbk"))
    rows = read_workbook(place).sheets[0].rows
    assert "李娜" in rows[1]
    assert "无锡永泰电气有限公司" in rows[1]


def test_without_an_entry_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetError):
        read_workbook(put(tmp_path, "version: 1\n\ndn: cn=a\nobjectclass: groupOfNames\nmember: cn=b\n"))


@given(st.binary(max_size=300))
def test_whatever_follows_it_gives_rows_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    place = tmp_path_factory.mktemp("l") / "a.ldif"
    place.write_bytes(b"dn: cn=a\ncn: a\nmail: a@b.example\n" + data)
    with contextlib.suppress(SheetError):
        assert read_workbook(place).sheets[0].rows
