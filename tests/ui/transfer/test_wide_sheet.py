"""A sheet with thousands of columns: those at its beginning are measured, the others are as wide as usual."""

from __future__ import annotations

from pathlib import Path

from tests.ui.transfer.tools import Window
from ui.transfer.page import MAP
from ui.transfer.sheet_view import MEASURED


def test_only_the_first_columns_of_a_wide_sheet_are_measured(window: Window, tmp_path: Path) -> None:
    more = MEASURED + 40
    path = tmp_path / "wide.csv"
    cells = ["很长很长很长很长很长很长很长很长的一格" for _at in range(more)]
    lines = [["客户名称", *(f"列{at}" for at in range(more))], ["苏州恒瑞精密机械有限公司", *cells]]
    path.write_text("\n".join(",".join(line) for line in lines), "utf-8")
    page = window.drop(path)
    assert page.step == MAP
    view = page.mapping.view
    usual = view.horizontalHeader().defaultSectionSize()
    assert view.columnWidth(MEASURED - 1) > usual
    assert {view.columnWidth(at) for at in range(MEASURED, more)} == {usual}
    view.widen()
    assert view.columnWidth(MEASURED) == usual
