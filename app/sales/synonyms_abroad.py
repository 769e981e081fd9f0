"""The headers and labels of quotes and their lines in further languages of Europe, in Japanese, Korean and Russian."""

from __future__ import annotations

QUOTE_WORDS = {
    "": (
        "offerte|offerten|devis|proposition commerciale|presupuesto|presupuestos|cotización|cotizacion|preventivo|preventivi|"
        "offerta|orçamento|orcamento|orçamentos|orcamentos|"
        "cotação|cotações|cotacao|cotacoes|proposta|oferta cenowa|oferta|wycena|cenová nabídka|nabídka|árajánlat|offert|tilbud|tarjous|"
        "teklif|коммерческое предложение|кп|御見積書|見積書|見積|견적서|견적|kostenvoranschlag"
    ),
    "number": (
        "angebot nr|angebots nr|angebotsnr|angebotsnr.|angebotsnummer|offerte nr|offertnummer|offertenummer|devis n°|n° devis|"
        "n° de devis|numéro de devis|presupuesto nº|nº presupuesto|nº de presupuesto|número de presupuesto|cotización nº|"
        "preventivo n|preventivo n°|n° preventivo|numero preventivo|offerta n|offerta n°|orçamento nº|nº orçamento|proposta nº|"
        "numer oferty|nr oferty|oferta nr|číslo nabídky|teklif no|teklif numarası|номер кп|見積番号|見積書番号|견적번호"
    ),
    "customer": (
        "kunde|kundenname|client|cliente|destinataire|destinatario|intestatario|klant|klient|odběratel|"
        "müşteri|заказчик|клиент|御中|お客様名|고객명|수신"
    ),
    "date": (
        "datum|angebotsdatum|belegdatum|date du devis|date devis|fecha|fecha presupuesto|data|"
        "data preventivo|data offerta|offertedatum|data oferty|tarih|дата|見積日|発行日|견적일|견적일자"
    ),
    "valid_until": (
        "gültig bis|angebot gültig bis|gültigkeit|bindefrist|valable jusqu au|validité|date de validité|válido hasta|validez|"
        "valido fino al|validità|válido até|validade|geldig tot|ważna do|ważność oferty|platnost do|geçerlilik|geçerlilik tarihi|"
        "действительно до|срок действия|有効期限|유효기간"
    ),
    "project": (
        "betreff|projekt|bauvorhaben|objekt|objet|chantier|affaire|asunto|obra|proyecto|oggetto|cantiere|"
        "assunto|betreft|dotyczy|temat|konu|proje|件名|공사명|предмет"
    ),
    "status": "statut|estado|estatus|stato|situação|stav|tila|durum|статус|ステータス|상태",
    "delivery_terms": (
        "lieferzeit|liefertermin|lieferbedingungen|délai de livraison|plazo de entrega|tempi di consegna|"
        "consegna|prazo de entrega|levertijd|termin dostawy|teslim süresi|納期|납기|срок поставки"
    ),
    "payment_terms": (
        "zahlungsziel|zahlungsbedingungen|conditions de paiement|modalités de règlement|forma de pago|"
        "condiciones de pago|pagamento|termini di pagamento|condições de pagamento|betalingsvoorwaarden|"
        "warunki płatności|ödeme şekli|ödeme koşulları|支払条件|결제조건|условия оплаты"
    ),
    "total": (
        "summe netto|nettosumme|angebotswert|angebotsbetrag|betrag netto|gesamt netto|total net|net total|total ht|importe neto|"
        "gesamtbetrag|gesamtsumme|endbetrag|rechnungsbetrag|angebotssumme|bruttobetrag|summe|total ttc|montant total|montant ttc|"
        "total general|importe total|totale|totale complessivo|totale documento|totaal|totaalbedrag|suma|razem|do zapłaty|wartość brutto|"
        "brutto|betrag brutto|bruttosumme|summe brutto|ttc|prix ttc|total toutes taxes comprises|bruto|total bruto|total con iva|"
        "total iva incluido|total iva inclusa|lordo|totale lordo|importo lordo|bedrag incl btw|bruttó|bruttó összeg|total inkl moms|"
        "totalt inkl moms|totalt inkl mva|bruttosumma|bruttobelopp|kdv dahil|сумма с ндс|итого с ндс|всего с ндс|"
        "celkem|genel toplam|toplam|итого|всего|сумма|合計金額|御見積金額|税込合計|합계|총액|valor total"
    ),
}
LINE_WORDS = {
    "name": (
        "模具名称|模具名|模具|零件名称|部件名称|工件名称|加工件名称|配件|部品名称|成品名称|半成品名称|原料名称|辅料名称|款式名称|菜品名称|菜名|型材名称|"
        "施工项目|工程项目|工程内容|分项工程|项目内容|服务项|检测项目|加工项目|加工内容|制作内容|印刷品名称|印件名称|活动项目|设备|设备及名称|"
        "leistung|leistungsbeschreibung|beschreibung|artikelbezeichnung|désignation|designation|libellé|prestation|concepto|"
        "descripción|descripcion|artículo|producto|descrizione|prodotto|articolo|descrição|produto|omschrijving|nazwa towaru|"
        "nazwa usługi|opis|popis|název|megnevezés|benämning|beskrivelse|ürün|ürün adı|açıklama|наименование|наименование товара|"
        "товар|услуга|品目|項目|摘要|内訳|품명|품목|내역"
    ),
    "specification": (
        "ausführung|typ|référence technique|modèle|modelo|modello|medidas|misure|afmetingen|model typ|"
        "özellik|характеристики|仕様|규격"
    ),
    "unit": (
        "einh|me|unité|unite|u|unidad|ud|uds|u m|um|unità|unità di misura|unidade|eenheid|j m|jm|jedn|mj|"
        "birim|ед|ед изм|単位|단위"
    ),
    "quantity": (
        "menge|anzahl|stück|stk|quantité|quantite|qté|qte|cantidad|cant|quantità|quantita|qtà|qta|quantidade|"
        "qtde|qtd|aantal|hoeveelheid|ilość|ilosc|množství|mennyiség|antal|antall|miktar|adet|кол во|"
        "количество|数量|수량"
    ),
    "price": (
        "einzelpreis|e preis|ep|stückpreis|preis netto|prix unitaire|pu|pu ht|p u|p u ht|prix unitaire ht|precio|precio unitario|"
        "precio unidad|prezzo|prezzo unitario|preço|preço unitário|valor unitário|prijs|stukprijs|prijs per stuk|eenheidsprijs|"
        "cena|cena jedn|cena netto|cena jednostkowa|cena za jednotku|egységár|à pris|enhetspris|fiyat|birim fiyat|birim fiyatı|"
        "цена|цена за ед|単価|단가"
    ),
    "discount_percent": (
        "rabatt|remise|descuento|dto|sconto|desconto|korting|rabat|sleva|iskonto|indirim|скидка|値引|할인율"
    ),
    "tax_rate": "mwst satz|ust|tva|iva|aliquota iva|btw|stawka vat|vat stawka|kdv|kdv oranı|ндс|消費税率|세율",
}
