"""The printed list and the pictures of pages."""

from __future__ import annotations

from datetime import date

import pytest

from reports.documents import Column, TableDocument
from reports.preview import PdfPages
from reports.table import render_table


def table(count, columns=4, **values):
    heads = tuple(Column(f"Column {index}", numeric=index == 2) for index in range(columns))
    rows = tuple(tuple(f"row {row} cell {index}" for index in range(columns)) for row in range(count))
    return TableDocument("en", "Customers of 苏州", heads, rows, company="Qiheng", date=date(2026, 7, 22), **values)


def pages(document):
    with PdfPages(render_table(document)) as pdf:
        return [pdf.text(index) for index in range(len(pdf))], pdf.sizes


def test_every_row_is_there_once_under_a_repeated_header():
    texts, sizes = pages(table(300, totals=("Total", "", "12", "")))
    assert len(texts) > 5
    assert all("Column 0" in text for text in texts)
    assert sum(text.count("cell 3") for text in texts) == 300
    assert "Total" in texts[-1]
    assert "row 299 cell 0" in texts[-1]
    assert "As of 22 July 2026" in texts[0]
    assert f"Page 1 of {len(texts)}" in texts[0]
    assert sizes[0][0] < sizes[0][1]


def test_many_columns_lie_down():
    texts, sizes = pages(table(20, columns=11))
    assert sizes[0][0] > sizes[0][1]
    assert sum(text.count("cell") for text in texts) == 220


def test_an_empty_list_prints_its_header():
    [text], _ = pages(table(0))
    assert "Column 0" in text


def test_long_and_odd_texts():
    long = "很长的备注，" * 60
    document = TableDocument("zh", "<b>&", (Column("a"), Column("b")), (("<i>", long), ("x\ny", ""), ("x" * 300, "z")))
    texts, _ = pages(document)
    assert "<b>&" in texts[0]
    assert "<i>" in texts[0]
    assert "".join("".join(texts).split()).count("备注") == 60


def test_pages_as_pictures():
    with PdfPages(render_table(table(100))) as pdf:
        shown = pdf.picture(0, width=600)
        assert shown.width == 600
        assert len(shown.pixels) == shown.stride * shown.height
        assert shown.pixels[:3] == b"\xff\xff\xff"
        assert pdf.picture(1, dpi=72).height == 842
        for wrong in (-1, len(pdf)):
            with pytest.raises(IndexError):
                pdf.picture(wrong)
            with pytest.raises(IndexError):
                pdf.text(wrong)
