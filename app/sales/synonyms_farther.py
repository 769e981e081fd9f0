"""The headers and labels of quotes and their lines of Europe, the Near East and Asia, by the field's name."""

from __future__ import annotations

from app.products.synonyms_farther import PRODUCT_WORDS

QUOTE_WORDS = {
    "": (
        "proforma invoice|proforma invoices|proforma|sales quotation|sales quote|price quotation|price quote|"
        "sales proposal|commercial offer|formal quotation|commercial proposal|proforma rechnung|facture proforma|"
        "factura proforma|fattura proforma|fatura proforma|faktura proforma|zálohová nabídka|proforma faktúra|"
        "proformă|cotizaciones|presupuesto de venta|oferta comercial|propuesta económica|propuesta comercial|"
        "proposta comercial|proposta commerciale|offerta commerciale|cotação|offre de prix|offre commerciale|"
        "devis estimatif|prijsofferte|prijsopgave|oferta handlowa|kalkulacja ofertowa|cenova nabidka|cenová ponuka|"
        "cenova ponuka|ajánlat|arajanlat|ofertă|ofertă de preț|oferta de pret|ofertă comercială|prisförslag|"
        "pristilbud|kostnadsförslag|hintatarjous|fiyat teklifi|teklif formu|teklif mektubu|proforma fatura|προσφορά|"
        "οικονομική προσφορά|προτιμολόγιο|ценовое предложение|счет оферта|комерційна пропозиція|цінова пропозиція|"
        "оферта|ценова оферта|ponuda|predračun|ponudba|понуда|предрачун|御見積|お見積書|お見積り|견적 내역|"
        "bảng báo giá|báo giá|bao gia|penawaran harga|surat penawaran|penawaran|sebut harga|ใบเสนอราคา|הצעת מחיר|"
        "عرض سعر|عرض أسعار|عرض اسعار|فاتورة مبدئية|پیش فاکتور|報價書|估價單|報價明細|形式發票|形式发票"
    ),
    "number": (
        "pi no|pi number|pi #|proforma no|proforma number|proforma invoice no|proforma invoice number|quotation ref|"
        "quote ref|our ref|qtn no|offer number|quotation reference|angebotskennung|angebot nummer|belegnummer|"
        "n° offre|n° proforma|réf devis|référence devis|n° de cotización|no de cotización|no cotización|"
        "número de cotización|núm cotización|folio|folio cotización|folio de cotización|n° cotización|n° presupuesto|"
        "presupuesto n°|oferta nº|nº oferta|nº de oferta|número de oferta|nº do orçamento|orçamento n°|"
        "número do orçamento|código do orçamento|cód orçamento|código da proposta|id orçamento|"
        "código de cotización|código del presupuesto|"
        "id cotización|id presupuesto|código cotización|code devis|id devis|codice preventivo|id preventivo|"
        "nº da proposta|nº cotação|numero offerta|rif offerta|offerte no|oferta numer|"
        "numer wyceny|nr wyceny|nabídka č|číslo cenové nabídky|nabídka číslo|číslo ponuky|číslo cenovej ponuky|"
        "ponuka č|ajánlat száma|ajánlatszám|ajánlat sorszáma|árajánlat száma|sorszám|nr ofertă|ofertă nr|"
        "număr ofertă|nr oferta|offertnr|tilbudsnummer|tilbudsnr|tilbud nr|tilbud nummer|tarjousnumero|tarjous nro|"
        "teklif nr|proforma fatura no|αρ προσφοράς|αριθμός προσφοράς|номер предложения|кп №|предложение №|"
        "номер коммерческого предложения|номер пропозиції|пропозиція №|оферта №|номер на оферта|broj ponude|"
        "ponuda broj|ponuda br|predračun br|številka ponudbe|ponudba št|predračun št|број понуде|見積no|見積書no|"
        "見積管理番号|견적서번호|견적no|số báo giá|báo giá số|mã báo giá|no penawaran|nomor penawaran|no sebut harga|"
        "เลขที่ใบเสนอราคา|เลขที่เอกสาร|מספר הצעה|הצעה מס|מספר הצעת מחיר|رقم العرض|رقم عرض السعر|شماره پیش فاکتور|"
        "報價單號|報價編號|報價單編號|估價單號"
    ),
    "customer": (
        "messrs|m s|sold to|buyer name|quoted to|proposal for|quotation for|quote for|consignee|"
        "customer name and address|name of buyer|importer|kundin|empfänger|angebot für|an|à l'attention de|"
        "devis pour|acheteur|señores|sres|empresa cliente|para|comprador|exmos srs|exmo sr|spett le|spettabile|spett|"
        "aan|nabywca|zamawiający|oferta dla|odbiorca|odberateľ|zákazník|zákazník název|vevő|megrendelő|ajánlatkérő|"
        "címzett|beneficiar|cumpărător|către|köpare|kund|kunde navn|kjøper|køber|asiakas|vastaanottaja|ostaja|sayın|"
        "alıcı|alıcı firma|müşteri adı|firma adı|προς|πελάτης|αγοραστής|покупатель|получатель|кому|клієнт|замовник|"
        "покупець|купувач|възложител|до|kupac|naručitelj|naručilac|naručnik|kupec|stranka|za|купац|宛先|得意先|"
        "得意先名|お客様|納入先|貴社名|귀하|귀중|거래처|거래처명|발주처|수신처|kính gửi|khách hàng|tên khách hàng|"
        "gửi đến|đơn vị mua|kepada|kepada yth|pelanggan|nama pelanggan|pembeli|เรียน|ลูกค้า|ชื่อลูกค้า|לכבוד|לקוח|"
        "שם לקוח|السادة|العميل|إلى|المشتري|اسم العميل|خریدار|مشتری|客戶|客戶名稱|客戶單位|買方|受文者|台照"
    ),
    "contact": (
        "attn to|kind attn|attention of|attention to|for the attention of|zu händen|zu hd|z hd|ansprechpartner|att|"
        "à l'attention|interlocuteur|contact client|atención|at'n|contacto|con atención a|atte|a c|ao cuidado de|"
        "contato|aos cuidados|alla cortese attenzione|c a|att ne|referente|ter attentie van|t a v|contactpersoon|"
        "do rąk|osoba kontaktowa|k rukám|kontaktní osoba|do rúk|kontaktná osoba|kapcsolattartó|ügyintéző|în atenția|"
        "persoană de contact|kontaktperson|er referens|yhteyshenkilö|ilgili kişi|dikkatine|ilgili|yetkili|υπόψη|"
        "υπ όψιν|υπεύθυνος επικοινωνίας|контактное лицо|вниманию|контактна особа|до уваги|на вниманието на|"
        "лице за контакт|na ruke|kontakt osoba|kontaktna oseba|v roke|контакт особа|ご担当者|ご担当|ご担当者様|"
        "ご担当者名|담당자|참조|người liên hệ|người nhận|đại diện|u p|kontak|untuk perhatian|ผู้ติดต่อ|לידי|איש קשר|"
        "عناية|لعناية|جهة الاتصال|شخص مسؤول|聯絡人|聯絡窗口"
    ),
    "date": (
        "date of issue|date issued|date of quotation|quoted on|pi date|proforma date|proforma invoice date|dated|"
        "angebot vom|erstellt am|date d'émission|date offre|fecha de cotización|fecha cotización|fecha de emisión|"
        "fecha emisión|fecha del presupuesto|fecha de oferta|data de emissão|data do orçamento|data orçamento|"
        "data emissão|data da proposta|data documento|data di emissione|datum offerte|data wystawienia|data wyceny|"
        "data sporządzenia|datum vystavení|datum nabídky|dátum|dátum vystavenia|kelt|kelte|keltezés|ajánlat dátuma|"
        "dátum ponuky|kiállítás dátuma|data ofertei|data emiterii|offertdatum|dato|tilbudsdato|päivämäärä|pvm|"
        "päiväys|tarjouspäivä|teklif tarihi|düzenleme tarihi|ημερομηνία|ημ νία|ημερομηνία προσφοράς|дата кп|"
        "дата предложения|дата составления|дата пропозиції|дата офертa|дата на оферта|дата на издаване|datum ponude|"
        "datum izdavanja|datum izdaje|датум|датум понуде|見積日付|日付|作成日|작성일|일자|발행일|날짜|ngày|"
        "ngày báo giá|ngày lập|tanggal|tgl|tanggal penawaran|tarikh|วันที่|วันที่เสนอราคา|תאריך|תאריך הצעה|التاريخ|"
        "تاريخ|تاريخ العرض|تاریخ|報價日期|開單日期|製單日期"
    ),
    "valid_until": (
        "offer valid until|offer validity|quote valid until|quotation valid until|quotation validity|valid through|"
        "valid for|validity period|price validity|gültig bis zum|angebotsgültigkeit|validité de l'offre|"
        "durée de validité|offre valable jusqu'au|vigencia|vigente hasta|vigencia hasta|vence|válida hasta|"
        "fecha de vigencia|validez de la oferta|vigencia de la cotización|fecha de vencimiento|validade da proposta|"
        "validade do orçamento|data de validade|validità offerta|scadenza offerta|valida fino al|"
        "offerta valida fino al|geldigheid|geldig tot en met|geldigheidsduur|termin ważności|ważna do dnia|ważność|"
        "oferta ważna do|termin ważności oferty|platnost nabídky|platnost|platí do|platnosť|platnosť ponuky|"
        "platná do|érvényes|érvényesség|ajánlat érvényessége|érvényességi idő|érvényes eddig|valabilitate|"
        "valabil până la|valabilitate ofertă|termen de valabilitate|giltig till|giltighetstid|gäller till|gyldig til|"
        "gyldighed|tilbud gyldig til|tilbudet gælder til|voimassa|voimassaolo|voimassa asti|tarjous voimassa|"
        "geçerlilik süresi|son geçerlilik|opsiyon|teklif geçerliliği|ισχύς|ισχύει έως|ισχύς προσφοράς|действует до|"
        "срок действия предложения|действителен до|срок действия кп|дійсна до|термін дії|термін дії пропозиції|"
        "валидна до|валидност|срок на валидност|валидност на офертата|vrijedi do|važi do|rok valjanosti|rok važenja|"
        "veljavnost|veljavnost ponudbe|velja do|ponuda vrijedi do|важи до|見積有効期限|有効期間|유효기한|"
        "견적유효기간|유효일|hiệu lực|hiệu lực báo giá|có hiệu lực đến|thời hạn báo giá|hạn báo giá|berlaku sampai|"
        "masa berlaku|berlaku hingga|sah sehingga|tempoh sah|ยืนราคา|กำหนดยืนราคา|ยืนราคาถึง|ใช้ได้ถึง|בתוקף עד|"
        "תוקף ההצעה|תוקף|صالح حتى|صلاحية العرض|مدة الصلاحية|ساري حتى|اعتبار تا|مدت اعتبار|اعتبار|報價有效期"
    ),
    "project": (
        "project ref|regarding|objet du devis|référence chantier|nombre del proyecto|referente a|progetto|commessa|"
        "projectnaam|tytuł|akce|název akce|predmet|stavba|tárgy|projekt neve|proiect|obiect|referință proiect|ärende|"
        "projekt namn|prosjekt|sag|emne|aihe|kohde|projekti|iş adı|proje adı|θέμα|έργο|проект|тема|объект|об єкт|"
        "обект|predmet ponude|zadeva|предмет понуде|案件名|工事名|件名 案件|プロジェクト名|건명|프로젝트|공사명 건명|"
        "dự án|công trình|proyek|projek|perkara|โครงการ|เรื่อง|הנדון|פרויקט|المشروع|الموضوع|پروژه|موضوع|專案名稱|"
        "專案|工程名稱|案名"
    ),
    "currency": (
        "currency code|ccy|devise|monnaie|moneda|divisa|tipo de moneda|moeda|valuta|waluta|měna|mena|pénznem|deviza|"
        "monedă|valută|valuutta|para birimi|döviz|döviz cinsi|döviz türü|νόμισμα|валюта|валюта кп|valuta ponude|通貨|"
        "통화|화폐|tiền tệ|loại tiền|mata uang|mata wang|สกุลเงิน|מטבע|العملة|ارز|واحد پول|幣別|幣種"
    ),
    "freight": (
        "freight cost|shipping charges|freight charges|delivery charge|delivery charges|postage|versand|porto|"
        "lieferkosten|frais de port|port|transport|gastos de envío|flete|envío|portes|frete|custo de envio|"
        "spese di trasporto|trasporto|spese di spedizione|verzendkosten|vrachtkosten|transportkosten|koszt dostawy|"
        "koszt transportu|koszty transportu|doprava|dopravné|szállítási költség|szállítási díj|fuvarköltség|"
        "cost transport|cost livrare|frakt|fragt|toimituskulut|rahti|nakliye|nakliye bedeli|kargo|kargo ücreti|"
        "μεταφορικά|έξοδα αποστολής|доставка стоимость|стоимость доставки|транспортные расходы|вартість доставки|"
        "транспортни разходи|troškovi dostave|troškovi prijevoza|stroški dostave|送料|運賃|配送料|운임|배송비|운송비|"
        "phí vận chuyển|ongkir|ongkos kirim|biaya kirim|ค่าขนส่ง|ค่าจัดส่ง|דמי משלוח|הובלה|الشحن|تكلفة الشحن|"
        "أجور الشحن|هزینه حمل|運費"
    ),
    "delivery_terms": (
        "shipment|shipping terms|incoterms|incoterm|terms of delivery|time of delivery|shipment time|production time|"
        "eta|délai|conditions de livraison|délais de livraison|tiempo de entrega|entrega|condiciones de entrega|"
        "plazo|tempo de entrega|condições de entrega|data di consegna|tempi consegna|condizioni di consegna|resa|"
        "leveringstermijn|leveringsvoorwaarden|levering|warunki dostawy|czas dostawy|termin realizacji|dostawa|"
        "dodací lhůta|termín dodání|dodací podmínky|dodacia lehota|termín dodania|szállítási határidő|szállítási idő|"
        "szállítás|szállítási feltételek|termen de livrare|condiții de livrare|livrare|leveranstid|leveransvillkor|"
        "leverans|leveringstid|leveringsbetingelser|leveringsvilkår|toimitusaika|toimitusehto|toimitusehdot|teslimat|"
        "teslim yeri|teslim şekli|termin|teslimat süresi|χρόνος παράδοσης|παράδοση|όροι παράδοσης|сроки поставки|"
        "условия поставки|срок изготовления|поставка|термін поставки|умови поставки|срок за доставка|"
        "условия за доставка|rok isporuke|uvjeti isporuke|uslovi isporuke|dobavni rok|rok dobave|рок испоруке|"
        "納品場所|受渡場所|受渡条件|納入場所|納入期限|납품기한|납품장소|인도조건|납기일|thời gian giao hàng|"
        "giao hàng|điều kiện giao hàng|địa điểm giao hàng|waktu pengiriman|pengiriman|syarat pengiriman|penghantaran|"
        "masa penghantaran|กำหนดส่งของ|กำหนดส่งสินค้า|ระยะเวลาส่งมอบ|การส่งมอบ|זמן אספקה|מועד אספקה|תנאי אספקה|"
        "مدة التسليم|موعد التسليم|شروط التسليم|التسليم|زمان تحویل|شرایط تحویل|交貨期|交貨日期|交貨時間|交貨條件|"
        "交貨方式|交貨地點"
    ),
    "payment_terms": (
        "payment method|payment condition|payment conditions|mode of payment|zahlung|zahlungsart|zahlungsweise|"
        "règlement|mode de règlement|paiement|mode de paiement|délai de paiement|forma de pago contado|"
        "términos de pago|condición de pago|pago|método de pago|forma de pagamento|termos de pagamento|"
        "modalità di pagamento|condizioni di pagamento|termine di pagamento|betaling|betalingstermijn|"
        "betalingsconditie|betalingscondities|sposób płatności|forma płatności|termin płatności|płatność|"
        "platební podmínky|způsob platby|splatnost|platobné podmienky|spôsob platby|splatnosť|fizetési mód|"
        "fizetési feltételek|fizetési határidő|condiții de plată|modalitate de plată|termen de plată|plată|"
        "betalningsvillkor|betalingsvilkår|betalingsbetingelser|maksuehto|maksuehdot|maksutapa|ödeme|ödeme vadesi|"
        "ödeme koşulu|ödeme planı|vade|όροι πληρωμής|τρόπος πληρωμής|πληρωμή|условия оплаты кп|оплата|порядок оплаты|"
        "форма оплаты|способ оплаты|умови оплати|спосіб оплати|начин на плащане|условия на плащане|плащане|"
        "način plaćanja|uvjeti plaćanja|uslovi plaćanja|plaćanje|plačilni pogoji|način plačila|rok plačila|"
        "начин плаћања|услови плаћања|お支払条件|支払方法|お支払方法|お支払い条件|支払い条件|결제방법|지불조건|"
        "대금지급조건|결제|thanh toán|điều khoản thanh toán|phương thức thanh toán|hình thức thanh toán|pembayaran|"
        "syarat pembayaran|cara pembayaran|terma pembayaran|เงื่อนไขการชำระเงิน|การชำระเงิน|ชำระเงิน|תנאי תשלום|"
        "אופן תשלום|شروط الدفع|طريقة الدفع|الدفع|شرایط پرداخت|نحوه پرداخت|付款條件|付款條款|結帳方式"
    ),
    "terms": (
        "terms conditions|general terms|conditions générales|condiciones|términos y condiciones|"
        "condiciones comerciales|condições|condições gerais|condizioni|condizioni generali|voorwaarden|warunki|"
        "warunki oferty|podmínky|podmienky|feltételek|condiții|villkor|vilkår|betingelser|ehdot|şartlar|koşullar|"
        "όροι|условия|умови|uvjeti|uslovi|pogoji|услови|取引条件|見積条件|거래조건|견적조건|điều khoản|điều kiện|"
        "syarat dan ketentuan|syarat|เงื่อนไข|תנאים|الشروط|الشروط والأحكام|شرایط|條款|備註條款|報價條件"
    ),
    "remarks": (
        "hinweis|anmerkung|anmerkungen|bemerkungen|remarque|remarques|observation|observations|commentaires|"
        "observaciones|notas|nota|observações|obs|annotazioni|opmerking|opmerkingen|uwagi|poznámka|poznámky|"
        "megjegyzés|observații|mențiuni|anmärkning|anmärkningar|merknad|merknader|bemærkning|bemærkninger|huomautus|"
        "huomautukset|lisätiedot|açıklamalar|not|notlar|παρατηρήσεις|σημειώσεις|примечание|примечания|комментарий|"
        "примітка|примітки|забележка|забележки|napomena|napomene|opomba|opombe|напомена|備考|備考欄|비고|특기사항|"
        "ghi chú|lưu ý|catatan|keterangan|หมายเหตุ|הערות|ملاحظات|توضیحات|備註|附註"
    ),
    "total": (
        "total usd|total eur|total price usd|total value|total incl vat|total inc vat|total including vat|"
        "amount payable|total payable|order total|net total incl tax|endsumme|gesamtpreis|gesamt brutto|"
        "gesamtbetrag brutto|montant global|net à payer|total net|total à payer|gran total|total a pagar|"
        "importe total con iva|monto total|valor total do orçamento|"
        "total do orçamento|valor do orçamento|valor da proposta|total da proposta|"
        "total del presupuesto|importe del presupuesto|total de la cotización|monto de la cotización|total du devis|montant du devis|"
        "totale preventivo|importo preventivo|total geral|total com iva|importo totale|"
        "totale offerta|totale ivato|totale iva inclusa|totale da pagare|totaal incl btw|eindtotaal|razem brutto|"
        "suma brutto|wartość oferty|łącznie|kwota brutto|cena celkem s dph|celková cena|celkem s dph|cena celkem|"
        "celková suma|spolu s dph|spolu|celková cena s dph|cena spolu|összesen|végösszeg|fizetendő|bruttó összesen|"
        "mindösszesen|total de plată|total cu tva|total ofertă|valoare totală|total general cu tva|summa|totalt|"
        "att betala|slutsumma|totalsumma|totalbelopp|sum inkl mva|totalbeløb|i alt|total inkl moms|totalsum|yhteensä|"
        "loppusumma|kokonaissumma|tarjoussumma|toplam tutar|kdv dahil toplam|teklif tutarı|toplam fiyat|"
        "genel toplam tutar|σύνολο|γενικό σύνολο|τελικό σύνολο|συνολικό ποσό|πληρωτέο|общая сумма|итого к оплате|"
        "сумма кп|сумма предложения|итоговая сумма|общая стоимость|всего к оплате|разом|усього|всього|загальна сума|"
        "всього до сплати|общо|обща сума|всичко|крайна цена|сума за плащане|ukupno|ukupan iznos|sveukupno|"
        "za plaćanje|ukupno s pdv|skupaj|skupaj z ddv|za plačilo|укупно|укупан износ|総額|総合計|お見積金額|見積金額|"
        "税込金額|御見積合計|총합계|총금액|합계금액|견적금액|총계|견적총액|tổng cộng|tổng tiền|tổng giá trị|"
        "tổng thanh toán|tổng|jumlah total|total harga|total keseluruhan|jumlah keseluruhan|jumlah besar|"
        "jumlah bayar|ยอดรวม|รวมทั้งสิ้น|จำนวนเงินรวมทั้งสิ้น|รวมเงินทั้งสิ้น|ยอดรวมทั้งสิ้น|סה כ|סך הכל|סה כ לתשלום|"
        "الإجمالي|الاجمالي|المجموع|المجموع الكلي|الإجمالي الكلي|المبلغ الإجمالي|جمع کل|مبلغ کل|قابل پرداخت|總計|"
        "總金額|報價金額|含稅總計|總價"
    ),
}
LINE_WORDS = {
    "quantity": (
        "qty pcs|quantity pcs|order qty|ordered qty|no of units|units|nos|number of pieces|pieces|qnty|quant|qty set|"
        "bestellmenge|mng|st|stückzahl|anz|nombre|nb|cdad|ctd|unidades|uds|cantidad solicitada|nº unidades|piezas|"
        "pzas|qnt|qde|qt|n pezzi|pezzi|nr pezzi|bottiglie|stuks|szt|liczba|ilość szt|ilość sztuk|počet|počet ks|"
        "počet kusů|ks|počet mj|množstvo|počet kusov|menny|db|darab|darabszám|mennyiség db|cantitate|buc|nr buc|"
        "bucăți|cantit|antal st|mængde|mengde|ant|määrä|kpl|lukumäärä|kappalemäärä|miktar adet|adedi|mik|ποσότητα|"
        "ποσ|τεμάχια|τεμ|кол|кол во шт|объем заказа|шт|к во|кільк|кількість|к сть|к ть|брой|бр|количество бр|"
        "količina|kol|kom|broj komada|količ|количина|個数|員数|수량 ea|개수|số lượng|sl|s lượng|kuantitas|jml|"
        "banyaknya|kuantiti|bil unit|jumlah barang|จำนวน|จำนวนหน่วย|כמות|كمية|الكمية|العدد|عدد|تعداد|مقدار|數量|"
        "訂購數量|件數"
    ),
    "discount_percent": (
        "discount percent|discount rate|disc percent|less discount %|rabattsatz|nachlass|rem|taux de remise|desc|"
        "sc %|upust|zľava|kedvezmény|engedmény|discount procent|reducere|alennus|ale|isk|indirim oranı|iskonto oranı|"
        "έκπτωση|εκπτ|процент скидки|знижка|отстъпка|popust|попуст|рабат|値引率|割引率|割引|할인|chiết khấu|giảm giá|"
        "ck|diskon|diskaun|ส่วนลด|הנחה|אחוז הנחה|الخصم|خصم|نسبة الخصم|تخفیف|درصد تخفیف"
    ),
}
LINE_WORDS |= {
    line: PRODUCT_WORDS[product]
    for line, product in (
        ("product", "code"), ("name", "name"), ("specification", "specification"), ("unit", "unit"), ("price", "price"),
        ("cost", "cost"), ("tax_rate", "tax_rate"),
    )
}  # fmt: skip
"""A line says of its product what a price list says of it."""
