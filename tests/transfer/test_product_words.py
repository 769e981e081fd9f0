"""Price lists and quotes of small firms in many languages, and customer lists that they must not turn into products."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.options import Options

GOODS = ("A-1", "Pump", "pcs", "12", "9", "18")
LISTS = {
    "tr": "Ürün Kodu|Ürün Adı|Birim|Satış Fiyatı|Alış Fiyatı|KDV Oranı",
    "TR": "ÜRÜN KODU|ÜRÜN ADI|BİRİM|SATIŞ FİYATI|ALIŞ FİYATI|KDV ORANI",
    "pl": "Symbol|Nazwa towaru|j.m.|Cena netto|Cena zakupu|VAT %",
    "cs": "Kód zboží|Název zboží|MJ|Prodejní cena|Nákupní cena|DPH",
    "hu": "Cikkszám|Megnevezés|Egység|Eladási ár|Beszerzési ár|ÁFA",
    "ro": "Cod produs|Denumire produs|U.M.|Preț vânzare|Preț achiziție|Cota TVA",
    "sv": "Artikelnr|Benämning|Enhet|Försäljningspris|Inköpspris|Moms",
    "fi": "Tuotekoodi|Tuotenimi|Yksikkö|Myyntihinta|Ostohinta|ALV %",
    "el": "Κωδικός|Περιγραφή είδους|Μονάδα|Τιμή πώλησης|Τιμή αγοράς|ΦΠΑ",
    "uk": "Код товару|Назва товару|Од.|Ціна продажу|Ціна закупівлі|ПДВ",
    "hr": "Šifra|Naziv artikla|Jed. mjere|Prodajna cijena|Nabavna cijena|PDV",
    "ja": "品番|品名|単位|販売価格|仕入価格|消費税率",
    "ko": "품목코드|품목명|단위|판매단가|매입단가|부가세율",
    "vi": "Mã hàng|Tên hàng|ĐVT|Giá bán|Giá nhập|Thuế GTGT",
    "id": "Kode Barang|Nama Barang|Satuan|Harga Jual|Harga Beli|PPN",
    "ar": "رمز المنتج|اسم المنتج|الوحدة|سعر البيع|سعر الشراء|الضريبة",
    "zh": "產品代碼|產品品名|計量單位|售價|進價|稅率",
}


def _file(folder: Path, rows: list[str]) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join(row.replace("|", ";") for row in rows), encoding="utf-8-sig")
    return path


def _come_in(ws: Workspace, path: Path) -> None:
    run_import(ws, plan_import(ws, [path], Options()))


@pytest.mark.parametrize("language", LISTS)
def test_a_price_list_is_known_in_every_language(ws: Workspace, tmp_path: Path, language: str) -> None:
    rows = [LISTS[language], *("|".join((f"A-{number}", f"Pump {number}", *GOODS[2:])) for number in range(1, 6))]
    _come_in(ws, _file(tmp_path, rows))
    found = queries.rows(ws, "product", queries.ids(ws, "product", (), (("id", False),)))
    assert [one["code"] for one in found] == [f"A-{number}" for number in range(1, 6)]
    first = found[0]
    assert (first["name"], first["unit"], first["price"], first["cost"], first["tax_rate"]) == (
        "Pump 1",
        "pcs",
        12,
        9,
        18,
    )


@pytest.mark.parametrize(
    "header",
    [
        "Symbol|Nazwa|Typ|Kategoria|Telefon|Miasto|Uwagi",
        "Código|Nombre|Tipo|Grupo|Teléfono|Ciudad|Notas",
        "Kod|Ünvan|Tip|Grup|Telefon|Şehir|Not",
        "Код|Контрагент|Тип|Группа|Телефон|Город|Примечание",
        "Šifra|Naziv|Vrsta|Grupa|Telefon|Grad|Napomena",
    ],
)
def test_a_customer_list_with_words_of_products_stays_one(ws: Workspace, tmp_path: Path, header: str) -> None:
    rows = [header, *(f"K{number}|Alfa {number} Ltd|A|B|+48 22 555 01 0{number}|Radom|x" for number in range(1, 6))]
    _come_in(ws, _file(tmp_path, rows))
    assert (queries.count(ws, "customer"), queries.count(ws, "product")) == (5, 0)


@pytest.mark.parametrize(
    ("title", "labels", "header"),
    [
        ("PROFORMA INVOICE", "TO:|DATE:", "Description|Model|Qty (pcs)|Unit Price USD (FOB Ningbo)|Amount (USD)"),
        ("COTIZACIÓN", "Cliente:|Fecha:", "Descripción|Modelo|Cant.|P. Unitario|Importe"),
        ("FİYAT TEKLİFİ", "Sayın:|Tarih:", "Ürün Adı|Model|Miktar|Birim Fiyat|Tutar"),
        ("Árajánlat", "Megrendelő:|Kelt:", "Megnevezés|Típus|Mennyiség|Egységár|Összesen"),
        ("報價單", "客戶名稱：|報價日期：", "品名|規格|數量|單價|金額"),
        ("Báo giá", "Kính gửi:|Ngày:", "Tên hàng|Quy cách|Số lượng|Đơn giá|Thành tiền"),
    ],
)
def test_a_quotation_is_known_by_its_title(ws: Workspace, tmp_path: Path, title: str, labels: str, header: str) -> None:
    who, when = labels.split("|")
    rows = [title, f"{who}|Aqua Systems LLC", f"{when}|2023-09-06", "", header, "Pump|QB60|5|14|70", "Jet|J1|2|30|60"]
    _come_in(ws, _file(tmp_path, [row + "|" * (4 - row.count("|")) for row in rows]))
    assert [queries.count(ws, kind) for kind in ("customer", "quote", "quote_line")] == [1, 1, 2]
