"""Cards that Kebu exported, imported into another book: contacts with their own addresses, companies, private customers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.main import dictionary
from app.records import queries
from app.records.workspace import Workspace
from app.shared.phones import Phone
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.export import export

REACH: dict[str, Any] = {
    "mobile": Phone("13800001111", "+8613800001111"), "phone": Phone("0512-66881234", "+8651266881234"),
    "fax": Phone("0512-66881235", "+8651266881235"), "email": "a@example.cn", "wechat": "wx1", "qq": "12345678",
    "birthday": date(1980, 2, 29), "notes": "eins; zwei,\ndrei",
}  # fmt: skip
PLACE = {
    "address": "吴中区1号",
    "city": "苏州",
    "province": "江苏",
    "postcode": "215000",
    "country": "中国",
    "website": "https://a.cn",
}
COMPANY = {**REACH, **PLACE, "name": "苏州恒瑞有限公司", "kind": "company", "tags": ("老客户", "机械")}
PERSON = {**REACH, **PLACE, "name": "张伟", "kind": "person", "tags": ("零售",)}
CONTACT = {**REACH, "name": "王强", "title": "经理", "department": "采购部", "gender": "male", "address": "平江路2号"}


def values(ws: Workspace, kind: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    rows = queries.rows(ws, kind, queries.ids(ws, kind, (), (("id", False),)), tuple(names))
    return [{name: getattr(one[name], "typed", one[name]) for name in names} for one in rows]


def plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(value, "typed", value) for name, value in values.items()}


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_come_back_as_they_were(ws: Workspace, tmp_path: Path, version: str) -> None:
    with ws.operation("Fill") as op:
        company = op.insert("customer", COMPANY)
        op.insert("customer", PERSON)
        op.insert("contact", {"customer": company, **CONTACT})
    export(ws, "customer", tmp_path / "c.vcf", vcard=version)
    export(ws, "contact", tmp_path / "p.vcf", vcard=version)
    other = Workspace.create(tmp_path / "other.kebu", dictionary(), clock=ws.clock)
    run_import(other, plan_import(other, [tmp_path / "c.vcf", tmp_path / "p.vcf"]))
    assert values(other, "customer", COMPANY) == [plain(COMPANY), plain(PERSON)]
    assert values(other, "contact", CONTACT) == [plain(CONTACT)]
    other.close()
