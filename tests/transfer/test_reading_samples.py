"""Real files made by other people, where they are at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.transfer.reading import SUFFIXES, read_workbook

SAMPLES = Path(os.environ.get("KEBU_SAMPLES", Path(__file__).parents[3] / "shared" / "samples"))
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples here")
FILES = sorted(path for path in SAMPLES.glob("*") if path.suffix in SUFFIXES) if SAMPLES.is_dir() else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:2])
def test_each_sample_is_read_and_its_header_row_stands_where_it_should(path: Path) -> None:
    read = read_workbook(path)
    assert any(sheet.rows for sheet in read.sheets)
    expected = path.with_name(f"{path.name}.expected.json")
    if expected.exists():
        facts = json.loads(expected.read_text(encoding="utf-8"))
        longest = max(len(sheet.rows) for sheet in read.sheets)
        assert longest >= facts.get("last_data_row", facts["rows_to_import"])


@pytest.mark.parametrize(
    ("start", "sheet", "row", "column", "value"),
    [
        ("01", 0, 3, 3, 13000000000),
        ("05", 0, 2, 7, 3.7765),
        ("07", 0, 2, 2, "卢沟桥医院"),
        ("09", 0, 2, 1, "001"),
        ("11", 2, 3, 8, "05021"),
        ("19", 0, 3, 2, "Номенклатура"),
        ("20", 0, 2, 3, "0067187"),
        ("21", 0, 4, 1, "Name"),
        ("25", 0, 3, 4, "Weiß"),
        ("35", 0, 2, 4, "Tizi Ouzou, Béjaïa, (Kaby ..."),
    ],
)
def test_known_cells(start: str, sheet: int, row: int, column: int, value: object) -> None:
    path = next(path for path in FILES if path.name.startswith(start))
    assert read_workbook(path).sheets[sheet].rows[row - 1][column - 1] == value
