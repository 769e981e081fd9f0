"""The mapping screen shows of which country the numbers of a sheet are, and why; one click says another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.transfer.sheets_made import workbook
from tests.ui.transfer.tools import Window

ROWS = [
    ["Firma", "Ort", "Telefon"],
    ["Bäckerei Ott", "Dresden", "0351/1234567"],
    ["Ott Söhne", "Dresden", "0351/1234568"],
]


def test_the_country_of_numbers_is_shown_and_changed(window: Window, tmp_path: Path) -> None:
    page = window.drop(workbook(tmp_path / "Kunden.xlsx", Kunden=ROWS))
    pane = page.mapping.pane
    page.mapping.view.go(2)
    page.mapping._sample()
    window.settle()
    assert pane.country.isVisible()
    assert not pane.order.isVisible()
    assert (list(pane.country.buttons), pane.country.code) == (["DE", "CN"], "DE")
    assert any(word in pane.evidence.text() for word in ROWS[0])
    assert "+49 351 1234567" in pane.samples.accessibleName()
    pane.country.buttons["CN"].click()
    page.mapping._sample()
    window.settle()
    assert page.session.orders == {0: {2: "CN"}}
    assert "0351 123 4567" in pane.samples.accessibleName()
    assert pane.country.code == "CN"
    page.mapping.view.go(0)
    page.mapping._sample()
    window.settle()
    assert not pane.country.isVisible()


def test_other_counts_of_years_are_offered_where_they_may_be_meant(window: Window, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "电话", "建档日期"],
        ["苏州恒达", "0512-62345678", "98/5/6"],
        ["无锡立信", "0510-82345678", "99/3/4"],
    ]
    page = window.drop(workbook(tmp_path / "客户.xlsx", 客户=rows))
    pane = page.mapping.pane
    page.mapping.view.go(2)
    page.mapping._sample()
    window.settle()
    assert (list(pane.years.buttons), pane.years.code, pane.order.code) == (["ymd", "roc"], "ymd", "ymd")
    assert pane.years.isVisible()
    assert "1998" in pane.samples.accessibleName()
    pane.years.buttons["roc"].click()
    page.mapping._sample()
    window.settle()
    assert page.session.orders == {0: {2: "roc"}}
    assert "2009" in pane.samples.accessibleName()
    assert (pane.years.code, pane.order.isVisible()) == ("roc", False)
    assert pane.years.width() < pane.width()
    page.mapping.view.go(0)
    page.mapping._sample()
    window.settle()
    assert not pane.years.isVisible()


def test_years_of_the_republic_that_excel_took_for_ours_are_one_click_away(window: Window, tmp_path: Path) -> None:
    rows = [
        ["客戶名稱", "電話", "建檔日期"],
        ["台北甲行", "02-27001234", date(1988, 5, 20)],
        ["台中乙行", "04-22001234", date(1999, 3, 4)],
    ]
    page = window.drop(workbook(tmp_path / "客戶.xlsx", 客戶=rows))
    pane = page.mapping.pane
    page.mapping.view.go(2)
    page.mapping._sample()
    window.settle()
    assert list(pane.years.buttons) == ["ymd", "roc"]
    if pane.years.code == "ymd":
        assert "1988" in pane.samples.accessibleName()
        pane.years.buttons["roc"].click()
        page.mapping._sample()
        window.settle()
    assert "1999" in pane.samples.accessibleName()
    assert "2010" in pane.samples.accessibleName()
