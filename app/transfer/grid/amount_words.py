"""What lists of Europe, the Near East and Asia call the amount of a line, and what is still owed."""

from __future__ import annotations

import re

AMOUNTS = (
    "amount usd|amount eur|amount us|total price|total price usd|line amount|ext price|extended|extended amount|"
    "ext amount|net amount|total amount|line value|value|total usd|total cost|sub total|total net|gesamt|"
    "gesamtpreis|gesamtbetrag|betrag netto|netto|summe|gp|g preis|positionspreis|gesamt netto|nettobetrag|"
    "montant|montant ht|total ht|prix total|prix total ht|total ttc|montant ttc|mt ht|total ligne|importe|"
    "importe total|total línea|monto|valor total|precio total|importe neto|p total|valor|total item|preço total|"
    "vlr total|vl total|total sem iva|montante|importo|importo totale|totale|prezzo totale|totale riga|"
    "importo netto|bedrag|totaal|totaalprijs|totaal excl btw|bedrag excl btw|regeltotaal|wartość|wartość netto|"
    "wartość brutto|kwota|kwota netto|razem|suma|cena razem|celkem|cena celkem|celkem bez dph|celkem kč|"
    "celková cena|cena spolu|spolu|spolu bez dph|částka|suma bez dph|nettó érték|bruttó érték|érték|összesen|"
    "összeg|ár összesen|nettó összesen|valoare|valoare fără tva|valoare totală|valoare lei|preț total|belopp|"
    "summa|totalt|radbelopp|beløb|beløp|sum|linjesum|i alt|yhteensä|summa eur|rivisumma|hinta yhteensä|tutar|"
    "tutarı|toplam|toplam tutar|toplam fiyat|tutar tl|kdv hariç tutar|αξία|σύνολο|συνολική αξία|καθαρή αξία|ποσό|"
    "сумма|стоимость|сумма без ндс|сумма с ндс|сумма руб|всего|итого|общая стоимость|стоимость руб|сума|вартість|"
    "сума без пдв|сума з пдв|всього|разом|стойност|обща стойност|сума лв|общо|iznos|ukupno|ukupna cijena|"
    "ukupna cena|vrijednost|vrednost|znesek|skupaj|износ|укупно|вредност|金額|合計|小計|税抜金額|金額 税抜|"
    "価格 合計|금액|공급가액|합계|총액|소계|합계금액|thành tiền|tổng tiền|thành tiền vnd|tổng giá|jumlah|"
    "jumlah harga|total harga|harga total|amaun|จำนวนเงิน|รวม|ราคารวม|รวมเงิน|เป็นเงิน|סה כ|סכום|סה כ שורה|"
    "מחיר כולל|الإجمالي|الاجمالي|المبلغ|القيمة|السعر الإجمالي|المجموع|مبلغ|مبلغ کل|جمع|قیمت کل|金額小計|總價|"
    "複價|小計金額"
)
OWED = (
    "open balance|remaining|to pay|offen|offener betrag|restforderung|reste à payer|reste dû|solde|solde dû|"
    "saldo|saldo pendiente|pendiente|pendiente de pago|por cobrar|adeudo|saldo devedor|em aberto|a receber|"
    "da saldare|da pagare residuo|residuo|openstaand|openstaand bedrag|do zapłaty pozostało|pozostało|"
    "pozostało do zapłaty|saldo należności|zbývá|zbývá uhradit|nedoplatek|zostáva uhradiť|nedoplatok|hátralék|"
    "tartozás|fennmaradó|rest de plată|rest de plata|sold|restbelopp|kvar att betala|restbeløb|restbeløp|"
    "utestående|maksamatta|avoinna|kalan|kalan tutar|bakiye|kalan bakiye|borç bakiye|υπόλοιπο|οφειλή|остаток|"
    "остаток к оплате|долг|задолженность|залишок|борг|заборгованість|остатък|дължимо|дължима сума|preostalo|"
    "dugovanje|za platiti|ostatak|ostanek|odprto|dolg|дуговање|未収金|未入金|売掛残高|残金|미수금|미수|잔금|잔액|"
    "còn nợ|còn lại|công nợ|sisa|sisa tagihan|piutang|sisa bayar|baki|tunggakan|ค้างชำระ|ยอดค้างชำระ|คงค้าง|יתרה|"
    "יתרת חוב|חוב|المتبقي|الرصيد|المبلغ المتبقي|مانده|باقی مانده|未收款|尾款|欠款|應收餘額"
)
TAXED = re.compile(
    r"含税|含稅|价税|價稅|税込|부가세\s?포함|gross|brutt?[oó]|brutto|lordo|ivato|\bttc\b|incl|inkl|inc\.? |"
    r"with (?:tax|vat)|s dph|z vat|cu tva|c(?:on|om) iva|iva inclus[ao]|dahil|[cс] ндс|з пдв",
    re.IGNORECASE,
)
UNTAXED = re.compile(
    r"不含|未含|未税|未稅|税前|excl|exkl|without|ohne|senza|sin iva|sem iva|hors|bez |без |hariç|별도|税抜",
    re.IGNORECASE,
)
"""In headers of amounts: that the tax is in them, or that it is not."""
