"""The printed quote, read back from the PDF."""

from __future__ import annotations

import logging
from dataclasses import replace
from decimal import Decimal

import pytest

from app.shared.capitals import chinese_capitals, english_words
from reports.documents import Letterhead, Party, quote_from_json, quote_to_json
from reports.preview import PdfPages
from reports.quote import render_quote
from tests.reports.samples import document, goods, line, picture

D = Decimal


def pages(doc):
    with PdfPages(render_quote(doc)) as pdf:
        return [pdf.text(index) for index in range(len(pdf))]


def test_one_page_holds_everything():
    [text] = pages(document(figures={"whole_discount": D("72.50")}))
    for part in (
        "昆山启衡工业设备有限公司",
        "苏州恒瑞精密机械有限公司",
        "周建明 采购经理",
        "林晓 销售经理",
        "Q2607-018",
        "2026年7月14日",
        "2026年8月13日",
        "二期空压站",
        "螺杆空压机 5",
        "1,234.50",
        "6,172.50",
        "−72.50",
        "6,100.00",
        "793.00",
        "¥6,893.00",
        chinese_capitals(D(6893)),
        "3052 0000 0000 6613",
        "质保 24 个月。",
    ):
        assert part in text, part
    assert "1. 1." not in text


def test_english():
    [text] = pages(document(language="en", revision=2))
    for part in ("Quotation", "Q2607-018 R2", "14 July 2026", "CNY 6,974.93", "VAT 13%", "Page 1 of 1", "In words"):
        assert part in text, part
    assert english_words(D("6974.93"), "CNY").split()[0] in text


def test_capitals_are_for_yuan_only():
    [text] = pages(document(currency="USD"))
    assert "USD 6,974.93" in text
    assert "元" not in text
    assert "¥" not in text


def test_empty_parts_are_left_out():
    bare = document(
        [line("安装", "3500", None)],
        language="en",
        letterhead=Letterhead("Qiheng"),
        sender=Party(),
        project="",
        terms=(),
        signer="",
        valid_until=None,
    )
    [text] = pages(bare)
    for word in (
        "From",
        "Project",
        "Terms",
        "Valid until",
        "Bank",
        "Account",
        "Disc.",
        "Unit\n",
        "Qty",
        "Discount",
        "Remarks",
    ):
        assert word not in text, word
    assert "3,955.00" in text


def test_a_quote_without_lines_prints():
    [text] = pages(document([], language="en"))
    assert "CNY 0.00" in text
    assert "Description" not in text


def test_markup_prints_as_typed():
    name = 'A & B <img src="file:///etc/passwd"/> <b>Ltd</b>'
    [text] = pages(document([line(name)], customer=Party(name)))
    assert text.count("<b>Ltd</b>") == 2
    assert 'src="file:///etc/passwd"' in text


def test_rare_characters_and_those_in_no_font(caplog):
    with caplog.at_level(logging.WARNING, "reports.fonts"):
        [text] = pages(document([line("䶮㛃 Łódź ₹ ş 𠮷\u200b\x07")], customer=Party("䶮㛃 Łódź ₹")))
    assert text.count("䶮㛃 Łódź ₹") == 2
    assert "□" in text
    assert "\u200b" not in text


def test_header_is_repeated_and_the_end_stays_together():
    for count in range(12, 36):
        texts = pages(document(goods(count), language="en", remarks="Thank you"))
        for page, text in enumerate(texts, 1):
            assert f"Page {page} of {len(texts)}" in text
        holding = [text for text in texts if "螺杆空压机" in text]
        assert all("Description" in text for text in holding)
        last = next(text for text in texts if f"螺杆空压机 {count}\r\n" in text)
        assert "Total" in last
        assert "In words" in last
        assert "Accepted by the buyer" in texts[-1]
        assert "Supplier (signature and stamp)" in texts[-1]
        assert "Thank you" in texts[-1]
        rows = [index for text in texts for index in range(1, count + 1) if f"螺杆空压机 {index}\r\n" in text]
        assert rows == list(range(1, count + 1))


def test_a_row_stays_whole():
    long = "永磁变频螺杆空压机（含一级能效电机、智能控制器、远程监控模块），排气压力可在 0.6–1.0 MPa 之间调节；" * 4
    texts = pages(document([line(f"起{index} {long} 止{index}") for index in range(40)], language="en"))
    assert len(texts) > 3
    for index in range(40):
        [page] = [text for text in texts if f"起{index} " in text]
        assert f"止{index}\r\n" in page


def test_a_row_taller_than_a_page_goes_over_pages():
    texts = pages(document([line("长" * 6000 + "完")], language="en"))
    assert len(texts) > 2
    assert sum(text.count("长") for text in texts) == 6000
    assert any("完" in text and "Total" in text for text in texts)


def test_five_hundred_lines():
    texts = pages(document(goods(500), language="en"))
    assert sum(text.count("螺杆空压机") for text in texts) == 500
    assert f"Page {len(texts)} of {len(texts)}" in texts[-1]


def test_tax_included_and_mixed_rates():
    lines = [line("a"), line("b", tax_rate=D(9)), line("c", tax_rate=D(0)), line("d", tax_rate=None, tax_exempt=True)]
    [text] = pages(document(lines, language="en", figures={"tax_included": True}))
    assert "Including VAT 13%" in text
    assert "11.50" in text
    assert "CNY 400.00" in text
    [text] = pages(document(lines, language="en"))
    for part in ("VAT 13%", "VAT 9%", "VAT 0%", "VAT exempt", "CNY 422.00", "exempt"):
        assert part in text, part


def test_freight_rounding_and_prices_in_full():
    lines = [line("a", "3.7765", "1000", discount_percent=D("2.5"))]
    figures = {"freight": D(30), "freight_tax_rate": D(13), "rounding": "unit_down"}
    [text] = pages(document(lines, language="en", figures=figures))
    for part in ("3.7765", "1,000", "2.5%", "3,682.09", "Freight", "30.00", "Rounding", "−0.66", "CNY 4,194.00"):
        assert part in text, part


def test_figures_too_wide_for_the_page_shrink():
    lines = [line("x" * 400, "98765432.123456", "12345.678", unit="平方米（含税）", discount_percent=D(5))]
    [text] = pages(document(lines))
    assert "98,765,432.123456" in text


def test_pictures_are_on_the_page():
    plain = document()
    full = document(letterhead=replace(plain.letterhead, logo=picture(), stamp=picture(), signature=picture((90, 30))))
    with PdfPages(render_quote(plain)) as one, PdfPages(render_quote(full)) as two:
        reds = [
            sum(1 for at in range(0, len(pixels), 4) if pixels[at] > 150 > 90 > pixels[at + 1])
            for pixels in (one.picture(0, dpi=40).pixels, two.picture(0, dpi=40).pixels)
        ]
    assert reds[0] == 0
    assert reds[1] > 100


def test_the_same_document_gives_the_same_bytes_also_after_json():
    doc = document(
        letterhead=Letterhead("昆山", logo=picture(), contact_lines=("a", "b")),
        figures={"freight": D(1), "discount_percent": D(5)},
    )
    again = quote_from_json(quote_to_json(doc))
    assert again == doc
    assert render_quote(again) == render_quote(doc)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', '{"format": 99}'])
def test_other_json_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - JSONDecodeError is one
        quote_from_json(text)


def test_every_font_is_embedded():
    data = render_quote(document([line("Łódź ₹")]))
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") >= 3


def test_the_file_is_dated_as_the_quote():
    data = render_quote(document())
    assert b"/CreationDate (D:20260714" in data
    assert b"2000" not in data.split(b"/CreationDate", 1)[1][:40]


def test_the_signatures_do_not_stand_alone_for_want_of_a_little_room():
    """Seven lines with a discount, freight and terms fit on a page when they stand closer; twenty do not."""
    terms = ("以上价格含包装。", "质保期 12 个月，终身维修。")
    values = {"terms": terms, "payment_terms": "30% 预付", "delivery_terms": "15 个工作日"}
    figures = {"whole_discount": Decimal(100), "freight": Decimal(260)}
    counts = [len(pages(document(goods(count), figures=dict(figures), **values))) for count in (2, 7, 20)]
    assert counts == [1, 1, 2]


def test_the_foot_breaks_between_its_parts():
    head = Letterhead(
        "苏州客簿示例机械有限公司", "", (), "示例银行苏州园区支行", "1102020000001234567", "91320594MA0000000X"
    )
    assert "\r\n税号 91320594MA0000000X" in pages(document(letterhead=head))[0]
