"""What the columns of sold lines are called in delivery notes, slips and vouchers, in the languages of Asia and beside them."""

from __future__ import annotations

from collections.abc import Mapping

NUMBERS = (
    "业务单据号|业务单号|销货单号|销货单编号|出货单编号|零售单编号|批发单号|单据号码|传票号|传票号码|传票编号|銷貨單號|出貨單號|送貨單號|傳票號碼|傳票編號|"
    "伝票番号|伝票no|売上伝票番号|売上番号|売上no|納品番号|納品書番号|出荷番号|取引番号|전표번호|판매번호|거래번호|매출번호|출고번호|"
    "số chứng từ|số ct|số phiếu|số phiếu xuất|mã chứng từ|mã phiếu|เลขที่เอกสาร|เลขที่บิล|เลขที่ใบเสร็จ|เลขที่ใบส่งของ|เลขที่ออเดอร์|"
    "no transaksi|nomor transaksi|no faktur|nomor faktur|no nota|nomor nota|no surat jalan|رقم السند|رقم المستند|رقم العملية|رقم الحجز|"
    "номер документа|№ документа|номер накладной|№ накладной|номер реализации|document no|document number|doc no|voucher no|voucher number|"
    "receipt no|receipt number|belegnummer|belegnr|lieferscheinnummer|numéro de document|número de documento|numero documento"
)
DAYS = (
    "销货日期|出货时间|单据日期|单据时间|制单日期|开单日期|开单时间|传票日期|銷貨日期|出貨日期|單據日期|傳票日期|伝票日付|売上日|売上日付|納品日|"
    "出荷日|取引日|取引日付|판매일자|판매일|거래일자|거래일|매출일자|매출일|출고일자|출고일|접수일시|접수일자|"
    "ngày chứng từ|ngày hạch toán|ngày bán|"
    "ngày lập phiếu|ngày mua|วันที่เอกสาร|วันที่ขาย|วันที่บิล|tanggal transaksi|tgl transaksi|tanggal faktur|tanggal nota|tgl faktur|tgl nota|"
    "tanggal penjualan|تاريخ البيع|تاريخ السند|تاريخ المستند|дата документа|дата продажи|дата отгрузки|дата реализации|document date|"
    "voucher date|doc date|belegdatum|lieferdatum"
)
QUANTITIES = (
    "销售数量|销货数量|出库数量|出货数量|发货数量|送货数量|实发数量|实发数|销数量|銷售數量|銷貨數量|出貨數量|販売数|販売数量|売上数|売上数量|"
    "出荷数|出荷数量|판매수량|출고수량|매출수량|số lượng bán|sl bán|จำนวนที่ขาย|จำนวนขาย|jumlah terjual|qty jual|الكمية المباعة|"
    "продано|количество продано|quantity sold|qty sold|units sold|sold quantity|sold qty"
)
TOTALS = (
    "单据金额|单据总金额|单据总额|整单金额|总金额|总货款|单据合计|單據金額|總金額|総額|総合計|売上合計|請求金額|총금액|총액|총판매금액|합계금액|"
    "tổng tiền|tổng thanh toán|tổng cộng tiền|ยอดสุทธิ|ยอดรวมสุทธิ|grand total|total bayar|total tagihan|المبلغ الإجمالي|السعر الإجمالي|"
    "إجمالي المبلغ|сумма документа|общая сумма|document total|net total"
)
WORDS: Mapping[str, str] = {"number": NUMBERS, "date": DAYS, "total": TOTALS, "line.quantity": QUANTITIES}
"""By the fields of a sale, those of its lines behind ``line.``; they name a field, but do not tell that a list is one of sales."""
