"""The mapping screen shows of which country the numbers of a sheet are, and why; one click says another."""

from __future__ import annotations

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
    assert page.session.orders == {"Kunden": {2: "CN"}}
    assert "0351 123 4567" in pane.samples.accessibleName()
    assert pane.country.code == "CN"
    page.mapping.view.go(0)
    page.mapping._sample()
    window.settle()
    assert not pane.country.isVisible()
