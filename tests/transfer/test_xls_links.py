"""Formulas of .xls that lead somewhere, read from their records."""

from __future__ import annotations

from struct import pack

from hypothesis import given
from hypothesis import strategies as st

from app.transfer.readers.xls_links import formula_links

BEGIN, END = pack("<HH4x", 0x0809, 4), pack("<HH", 0x000A, 0)


def text(said: str) -> bytes:
    wide = not said.isascii()
    return bytes((0x17, len(said), wide)) + said.encode("utf-16-le" if wide else "latin-1")


def formula(row: int, column: int, parsed: bytes) -> bytes:
    body = pack("<HHH8xHLH", row, column, 15, 0, 0, len(parsed)) + parsed
    return pack("<HH", 6, len(body)) + body


def call(*said: str) -> bytes:
    return b"".join(map(text, said)) + bytes((0x42, len(said))) + b"\x67\x01"


def test_the_targets_of_formulas() -> None:
    sheet = BEGIN + formula(1, 4, call("mailto:a@b.cn", "写信")) + formula(2, 4, call("https://客户.cn", "x"))
    sheet += formula(3, 4, text("abc")) + formula(4, 4, bytes((0x1E, 5, 0))) + END
    other = BEGIN + formula(9, 9, call("http://no.cn")) + END
    before = b"\x00" * 7
    assert list(formula_links(before + sheet + other, 7, 80)) == [(1, 4, "mailto:a@b.cn"), (2, 4, "https://客户.cn")]
    assert list(formula_links(before + sheet, 7, 50)) == []


def test_a_chart_in_the_sheet_does_not_end_it() -> None:
    sheet = BEGIN + BEGIN + END + formula(1, 0, call("http://a.cn")) + END
    assert list(formula_links(sheet, 0, 80)) == [(1, 0, "http://a.cn")]


@given(st.binary(max_size=200), st.integers(0, 40))
def test_anything_ends(stream: bytes, start: int) -> None:
    for row, column, target in formula_links(BEGIN + stream, start, 80):
        assert (row >= 0, column >= 0, len(target) <= 255) == (True, True, True)
