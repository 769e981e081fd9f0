"""vCards of the three versions, as phones, Outlook and web mail write them."""

from __future__ import annotations

import base64
import quopri
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, SheetError
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.sheets import Sheet
from app.transfer.readers.vcard_lines import cards, split, unescape
from app.transfer.reading import Limits, read_workbook


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def sheets(tmp_path: Path, content: bytes | str) -> tuple[Sheet, ...]:
    path = tmp_path / "名片.vcf"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_workbook(path).sheets


def row(tmp_path: Path, content: bytes | str) -> dict[str, Any]:
    (sheet,) = sheets(tmp_path, content)
    assert len(sheet.rows) == 2
    return {str(head): cell for head, cell in zip(*sheet.rows, strict=True) if cell is not None}


def encoded(text: str, charset: str, width: int = 60) -> str:
    """Quoted-printable with soft line breaks."""
    found = quopri.encodestring(text.encode(charset), quotetabs=True).decode().replace("=\n", "")
    pieces, line = [], ""
    for at, sign in enumerate(found):
        line += sign
        if len(line) >= width and "=" not in found[max(at - 1, 0) : at + 1]:
            pieces.append(line)
            line = ""
    return "=\r\n".join([*pieces, line])


def test_everything_a_card_of_a_person_may_hold(tmp_path: Path) -> None:
    found = row(
        tmp_path,
        card(
            "N:张;伟;;;",
            "FN:伟 张",
            "NICKNAME:大伟",
            "ORG:恒瑞机械有限公司;设备部;二车间",
            "TITLE:采购经理",
            "TEL;TYPE=HOME,VOICE:0512-66001111",
            "TEL;TYPE=WORK,VOICE:0512-66881234",
            "TEL;TYPE=CELL:13800138000",
            "TEL;TYPE=WORK,FAX:0512-66881235",
            "item1.TEL:13900139000",
            "item1.X-ABLabel:_$!<Assistant>!$_",
            "EMAIL;TYPE=HOME:wei@home.cn",
            "EMAIL;TYPE=WORK:zhang@hengrui.cn",
            "ADR;TYPE=WORK:;;人民路\\n1号;苏州;江苏;215000;中国",
            "ADR;TYPE=HOME:;;家园 3-201;苏州;江苏;;",
            "URL:http\\://www.hengrui.cn",
            "BDAY:1980-04-15",
            "NOTE:第一行\\n第二行\\, 好",
            "CATEGORIES:重点,华东,myContacts",
            "X-QQ:12345678",
            "X-WECHAT:weizhang",
            "IMPP;X-SERVICE-TYPE=Skype:skype:wei.z",
            "UID:1234",
        ),
    )
    assert found == {
        "Name": "张伟", "Company": "恒瑞机械有限公司", "Department": "设备部 / 二车间", "Title": "采购经理",
        "Mobile": "13800138000", "Phone": "0512-66881234", "Fax": "0512-66881235", "E-mail": "zhang@hengrui.cn",
        "WeChat": "weizhang", "QQ": "12345678", "Website": "http://www.hengrui.cn", "Country": "中国", "Province": "江苏",
        "City": "苏州", "Address": "人民路, 1号", "Postcode": "215000", "Home address": "江苏苏州家园 3-201",
        "Birthday": date(1980, 4, 15), "Tags": "重点, 华东",
        "Notes": "第一行\n第二行, 好\nAssistant: 13900139000\nPhone (home): 0512-66001111\nSkype: wei.z\n大伟".replace(
            "Skype: wei.z\n大伟", "Nickname: 大伟\nSkype: wei.z\nE-mail (home): wei@home.cn"
        ),
    }  # fmt: skip


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "gb18030", "big5"])
def test_quoted_printable_with_soft_breaks_in_each_charset(tmp_path: Path, charset: str) -> None:
    name, note = "張偉", "長長的備註，" * 20
    found = row(
        tmp_path,
        card(
            f"N;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:;{encoded(name, charset)};;;",
            f"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET={charset}:{encoded(note, charset)}",
            "TEL;CELL;PREF:13800138000",
            version="2.1",
        ),
    )
    assert found == {"Name": name, "Mobile": "13800138000", "Notes": note}


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp950"])
def test_files_in_every_encoding_without_saying_which(tmp_path: Path, encoding: str) -> None:
    person = "台灣國際貿易股份有限公司的業務經理陳國華" if encoding == "cp950" else "陈国华，苏州市人民路一号的老客户"
    text = card(f"FN:{person}", "TEL:13800138000")
    assert row(tmp_path, text.encode(encoding))["Name"] == person


def test_folded_lines_of_both_kinds_and_inside_a_character(tmp_path: Path) -> None:
    whole = "FN:很长很长的名字".encode()
    content = b"BEGIN:VCARD\r\nVERSION:3.0\r\n" + whole[:8] + b"\r\n " + whole[8:] + b"\r\nEND:VCARD"
    assert row(tmp_path, content)["Name"] == "很长很长的名字"
    assert row(tmp_path, card("FN:Ann", "NOTE:one\r\n two", version="2.1"))["Notes"] == "one two"
    assert row(tmp_path, card("FN:Ann", "NOTE:one\r\n two"))["Notes"] == "onetwo"


def test_pictures_are_left_out_and_told(tmp_path: Path) -> None:
    picture = base64.encodebytes(bytes(range(256)) * 20).decode().replace("\n", "\r\n ")
    path = tmp_path / "a.vcf"
    path.write_text(
        card("FN:Ann", f"PHOTO;ENCODING=b;TYPE=JPEG:{picture}")
        + card("FN:Bea", "PHOTO:data:image/png;base64,AAAA", version="4.0")
        + card("FN:Cleo")
    )
    read = read_workbook(path)
    assert read.warnings == ("The pictures of 2 cards were left out.",)
    assert [line[0] for line in read.sheets[0].rows] == ["Name", "Ann", "Bea", "Cleo"]


def test_version_four(tmp_path: Path) -> None:
    found = row(
        tmp_path,
        card(
            "FN:Ann Lee",
            "GENDER:F",
            'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-555-5555;ext=12',
            "EMAIL;PREF=2:b@example.com",
            "EMAIL;PREF=1:a@example.com",
            "BDAY:--0415",
            "IMPP:wechat:annlee",
            version="4.0",
        ),
    )
    assert found == {
        "Name": "Ann Lee", "Gender": "f", "Phone": "+1-555-555-5555 ext. 12", "E-mail": "a@example.com",
        "WeChat": "annlee", "Notes": "E-mail: b@example.com\nBirthday: --0415",
    }  # fmt: skip


def test_birthdays_without_a_year_and_impossible_ones_stay_in_the_notes(tmp_path: Path) -> None:
    assert row(tmp_path, card("FN:A", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15"))["Notes"] == "Birthday: 04-15"
    assert row(tmp_path, card("FN:A", "BDAY:1980-13-45"))["Notes"] == "Birthday: 1980-13-45"


def test_companies_stand_on_a_sheet_of_their_own_and_lists_are_left_out(tmp_path: Path) -> None:
    people, companies = sheets(
        tmp_path,
        card("FN:恒瑞机械", "N:;;;;", "ORG:恒瑞机械", "TEL:0512-66881234")
        + card("FN:甲公司", "KIND:org", version="4.0")
        + card("N:Lee;Ann;;;", "ORG:恒瑞机械", "X-ABShowAs:COMPANY")
        + card("FN:李娜", "ORG:恒瑞机械")
        + card("FN:家人", "KIND:group", version="4.0"),
    )
    assert (people.kind, people.rows[1:]) == ("contacts", [["李娜", "恒瑞机械"]])
    assert companies.kind == "customers"
    assert [line[0] for line in companies.rows] == ["Name", "恒瑞机械", "甲公司", "Ann Lee"]


def test_cards_that_break_the_rules_are_read_all_the_same(tmp_path: Path) -> None:
    (sheet,) = sheets(
        tmp_path,
        "begin:vcard\nFN:No End\nTEL:1234567\nBEGIN:VCARD\nVERSION:2.1\nFN:Second\nNOTE:line\nand more without a space\n"
        "AGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\nPHOTO;ENCODING=BASE64;JPEG:AAAA\nBBBB\n\nEND:VCARD\n"
        "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=\nEND:VCARD\nBEGIN:VCARD\nN;CHARSET=nonsense:Last;One",
    )
    assert [line[0] for line in sheet.rows] == ["Name", "No End", "Second", "张", "One Last"]
    assert sheet.rows[2][2] == "line\nand more without a space"


def test_a_cancel_a_limit_and_a_file_of_lists_only(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text(card("FN:Ann") * 50)
    with pytest.raises(Cancelled):
        read_workbook(path, cancelled=lambda: True)
    with pytest.raises(SheetError, match="too many cells"):
        read_workbook(path, limits=Limits(cells=100))
    path.write_text(card("FN:A", "KIND:group"))
    with pytest.raises(SheetError):
        read_workbook(path)


def test_an_import_makes_contacts_of_their_companies(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "名片.vcf"
    path.write_text(
        card("FN:张伟", "ORG:恒瑞机械;设备部", "TEL;TYPE=CELL:13800138000", "ADR;TYPE=WORK:;;人民路1号;苏州;;215000;")
        + card("FN:李娜", "ORG:恒瑞机械", "EMAIL:li@hengrui.cn", "CATEGORIES:华东")
        + card("EMAIL:nobody@example.com")
        + card("FN:恒瑞机械", "ORG:恒瑞机械", "URL:www.hengrui.cn"),
        encoding="utf-8",
    )
    done = run_import(ws, plan_import(ws, [path]))
    assert sum(done.counts.values()) == 4
    company = queries.find(ws, "customer", "恒瑞机械")
    assert (company["city"], company["postcode"], company["website"]) == ("苏州", "215000", "www.hengrui.cn")
    assert [one["name"] for one in queries.linked(ws, "contact", "customer", company.id)] == ["张伟", "李娜"]
    assert (queries.count(ws, "customer"), queries.count(ws, "contact")) == (2, 3)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20), min_size=1))
def test_escaped_values_come_back(parts: list[str]) -> None:
    written = ";".join(
        part.replace("\\", "\\\\").replace("\n", "\\n").replace(";", "\\;").replace(",", "\\,") for part in parts
    )
    assert [unescape(part) for part in split(written, ";")] == parts


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    for content in (data, b"BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE:" + data):
        for found in cards(content):
            assert all(one.name and isinstance(one.text, str) and one.parts for one in found)


@pytest.mark.parametrize(
    ("full", "parts", "name", "noted"),
    [
        ("axel", "gert;axel;;;", "axel gert", ""),
        ("Bob", "Miller;Robert;;;", "Bob", "Name: Robert Miller"),
        ("Michael", "Sparn", "Michael", "Name: Sparn"),
        ("The first man", "What the first man is called", "The first man", "Name: What the first man is called"),
        ("bob@firm.example", "Miller;Bob;;;", "Bob Miller", ""),
        ("Dr. Ann B. Lee", "Lee;Ann;B.;Dr.;", "Dr. Ann B. Lee", ""),
        ("Lee, Ann", "Lee;Ann;;;", "Lee, Ann", ""),
    ],
)
def test_no_part_of_a_name_is_lost(tmp_path: Path, full: str, parts: str, name: str, noted: str) -> None:
    held = row(tmp_path, card(f"FN:{full}", f"N:{parts}", "EMAIL:bob@firm.example"))
    assert (held["Name"], held.get("Notes") or "") == (name, noted)


def test_lines_that_tell_of_the_file_may_stand_before_the_first_card(tmp_path: Path) -> None:
    assert row(tmp_path, "ENCODING:UTF-8\r\n" + card("FN:alex spat", "N:spat;alex;;;"))["Name"] == "alex spat"
