"""Follow-up histories and policy lists as firms abroad keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.options import Options
from tests.transfer.mapping_tools import proposed

TALKS = {
    "ko": (
        "일자,업체명,담당자,연락처,상담방법,상담내용,다음일정,작성자",
        "2026-05-0{},한빛상사,김민수,02-555-0101,전화,견적 문의,샘플 발송,박지훈",
        ("견적 문의\n다음일정: 샘플 발송", None, "박지훈", "call"),
    ),
    "ru": (
        "Дата,Компания,Телефон,Тема,Результат,Менеджер",
        "0{}.05.2026,ООО Маяк,+7 495 555-01-01,прайс на трубы,отправили КП,Ольга",
        ("прайс на трубы", "отправили КП", "Ольга", "note"),
    ),
    "de": (
        "Besuchsdatum,Firma,Gesprächspartner,Kontaktart,Gesprächsinhalt,Ergebnis,Außendienst",
        "0{}.05.2026,Holzbau Kern GmbH,Uwe Kern,Anruf,Preisliste,will Muster,Ilse Roth",
        ("Preisliste", "will Muster", "Ilse Roth", "call"),
    ),
}
"""By language: the headers, a row, and its text, outcome, author and kind."""
POLICIES = """Póliza;Ramo;Compañía;Tomador;Teléfono;Localidad
A-1;Auto;Mapfre;Casilda Ferrer;961550001;Valencia
H-2;Hogar;Allianz;Talleres Gil S.L.;961550002;Sueca
A-3;Auto;Mapfre;Amparo Vidal;961550003;Cullera"""


@pytest.mark.parametrize("language", sorted(TALKS))
def test_a_history_in_another_language(ws: Workspace, tmp_path: Path, language: str) -> None:
    header, row, wanted = TALKS[language]
    file = tmp_path / "log.csv"
    file.write_text("\n".join((header, *(row.format(day) for day in (5, 6, 7)))), "utf-8-sig")
    run_import(ws, plan_import(ws, (file,), Options()))
    found = queries.rows(ws, "activity", queries.ids(ws, "activity", (), (("done_at", False),)))
    assert [one["done_at"].day for one in found] == [5, 6, 7]
    assert (*(found[0][name] for name in ("text", "outcome", "author")), found[0]["kind"]) == wanted


def test_who_is_insured_is_the_customer() -> None:
    found = proposed([line.split(";") for line in POLICIES.splitlines()])
    told = {one.header: one.target for one in found.columns}
    assert (told["Tomador"], told["Teléfono"]) == ("name", "phone")
    assert told["Compañía"] != "name"
