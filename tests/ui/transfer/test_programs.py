"""The mapping page says which program's export it is."""

from __future__ import annotations

from pathlib import Path

from app.records import queries
from tests.transfer.known_exports import GOOGLE, OUTLOOK
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.page import DONE


def test_the_program_is_named_and_its_further_numbers_stay_when_another_column_is_changed(
    window: Window, tmp_path: Path
) -> None:
    page = window.drop(OUTLOOK.write(tmp_path))
    assert page.mapping.count.text() == "3 rows of data, an export of Outlook"
    columns = {one.header: one for one in page.session.proposal(0).columns}
    page.mapping._change(columns["Business Phone"].index, ("mobile",))
    after = {one.header: one for one in page.session.proposal(0).columns}
    assert after["Home Phone"].targets == ("phone",)
    assert after["Mobile Phone"].targets == ("notes",)


def test_an_export_comes_in_through_the_window(window: Window, tmp_path: Path) -> None:
    window.drop(GOOGLE.write(tmp_path))
    page = decide_all(window)
    page.next.click()
    window.settle()
    assert page.step == DONE
    names = {row["name"] for row in queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))}
    assert {"Lund Ventilation AB", "刘洋"} <= names
