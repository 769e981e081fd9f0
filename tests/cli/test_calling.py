"""kebu call: whose number it is, and what a softphone's command line looks like."""

from __future__ import annotations

import pytest

from app.cli.ringing import number_of, ring, wanted, with_command
from app.customers import commands
from app.customers.callers import callers
from app.records.workspace import Workspace


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["call", "13800002317"], ("13800002317", "")),
        (["call", "+86", "138", "0000", "2317"], ("+86 138 0000 2317", "")),
        (["--book", "a.kebu", "call", "110"], ("110", "a.kebu")),
        (["call", "110", "--book", "a.kebu"], ("110", "a.kebu")),
        (["tel:+86-138-0000-2317;phone-context=x"], ("+86-138-0000-2317", "")),
        (["call", "tel:%2B8613800002317"], ("+8613800002317", "")),
        (["sip:13800002317@10.0.0.1"], ("13800002317", "")),
        (["call", "110", "--json"], None),
        (["call"], None),
        (["list", "customers"], None),
        ([], None),
    ],
)
def test_a_plain_call_is_told_from_other_commands(words, found):
    assert wanted(words) == found


def test_an_address_alone_is_a_call():
    assert with_command(["--book", "a.kebu", "tel:110", "--lang", "zh"]) == [
        "--book",
        "a.kebu",
        "call",
        "tel:110",
        "--lang",
        "zh",
    ]
    assert with_command(["call", "tel:110"]) == ["call", "tel:110"]
    assert with_command(["log", "恒瑞", "tel:110"]) == ["log", "恒瑞", "tel:110"]
    assert with_command([]) == []


def test_nobody_listens(tmp_path):
    assert not ring(["call", "110", "--book", str(tmp_path / "no.kebu")])
    assert not ring(["list", "customers"])


@pytest.mark.parametrize("number", ["13800002317", "+86 138-0000-2317", "tel:13800002317", "0138 0000 2317"])
def test_a_number_is_found_however_it_is_written(ws: Workspace, number: str):
    made = commands.create(ws, {"name": "恒瑞"}, {"name": "王强", "mobile": "138 0000 2317"})
    [one] = callers(ws, number_of(number))
    assert (one.customer, one.name, one.person) == (made.id, "恒瑞", "王强")


def test_no_number_is_guessed(ws: Workspace):
    commands.create(ws, {"name": "恒瑞", "phone": "0512-66001122"})
    assert callers(ws, "1122") == ()
    assert callers(ws, "01066001122") == ()
    assert callers(ws, "abc") == ()
    assert len(callers(ws, "66001122")) == 1
    assert len(callers(ws, "+8651266001122")) == 1


def test_it_is_told_on_the_command_line(kebu, book):
    sheet = book.with_name("a.csv")
    sheet.write_text("公司名称,联系人,手机\n苏州恒瑞,王强,13800002317\n", "utf-8")
    assert kebu("import", sheet).code == 0
    assert kebu("log", "苏州恒瑞", "问了交期").code == 0
    told = kebu("call", "138 0000 2317", "--tell").out
    assert "王强" in told
    assert "问了交期" in told
    answer = kebu("call", "13800002317", "--json").json
    [one] = answer["callers"]
    assert one["contact"]["name"] == "王强"
    assert [entry["text"] for entry in one["activities"]] == ["问了交期"]
    assert kebu("call", "13911112222", "--json").json["callers"] == []
    assert "139 1111 2222" in kebu("call", "13911112222", "--tell").out
