"""What lists of orders are called, and their columns, in the languages of customers, shops and marketplaces."""

from __future__ import annotations

import re

NUMBERS = (
    "订单号|订单编号|订单id|订单序号|订单单号|订单流水号|订单代码|订货单号|订购单号|销售订单号|销售订单编号|主订单号|主订单编号|子订单号|"
    "子订单编号|平台单号|平台订单号|商户订单号|客户订单号|订单|訂單號|訂單編號|訂單號碼|銷售訂單號|"
    "order|order id|orderid|order no|order number|order #|order ref|order reference|order code|order name|sales order|sales order no|"
    "sales order number|so no|so number|web order number|"
    "bestellnummer|bestellnr|bestell nr|auftragsnummer|auftragsnr|auftrags nr|auftrag|"
    "n° commande|no commande|numéro commande|numéro de commande|n° de commande|num commande|réf commande|commande|"
    "nº pedido|n° pedido|no pedido|núm pedido|número pedido|número de pedido|num pedido|pedido|nº encomenda|número da encomenda|encomenda|"
    "n ordine|n° ordine|nr ordine|num ordine|numero ordine|ordine|ordernummer|ordernr|bestelnummer|bestelnr|bestelling|"
    "nr zamówienia|numer zamówienia|zamówienie|č objednávky|číslo objednávky|číslo obj|objednávka|rendelésszám|rendelés száma|"
    "rendelési szám|nr comandă|nr comenzii|număr comandă|comandă|ordre nr|ordrenr|ordrenummer|ordre|beställningsnummer|beställning|"
    "tilausnumero|tilausnro|tilaus nro|sipariş no|sipariş numarası|sipariş|αρ παραγγελίας|αριθμός παραγγελίας|"
    "№ заказа|номер заказа|заказ|заказ №|№ замовлення|номер замовлення|замовлення|№ поръчка|номер на поръчка|поръчка|"
    "broj narudžbe|br narudžbe|broj porudžbine|narudžba|številka naročila|naročilo|бр поруџбине|"
    "注文番号|注文no|注文id|注文|受注番号|受注no|オーダー番号|주문번호|주문|오더번호|số đơn hàng|mã đơn hàng|mã đơn|đơn hàng|"
    "no pesanan|nomor pesanan|nomor order|no order|pesanan|เลขที่คำสั่งซื้อ|หมายเลขคำสั่งซื้อ|เลขที่ใบสั่งซื้อ|מספר הזמנה|הזמנה|"
    "رقم الطلب|رقم الطلبية|رقم الأمر|شماره سفارش"
)
INVOICES = (
    "发票号|发票号码|发票编号|invoice|invoice id|invoice no|invoice number|invoice #|bill number|rechnungsnummer|rechnungsnr|rechnung nr|"
    "numéro de facture|n° facture|no facture|facture|nº factura|n° factura|número de factura|factura|nº fatura|número da fatura|fatura|"
    "n fattura|n° fattura|numero fattura|fattura|factuurnummer|nr faktury|numer faktury|číslo faktury|számlaszám|nr factură|fakturanr|"
    "fakturanummer|laskun numero|fatura no|αριθμός τιμολογίου|номер счета|номер рахунку|請求書番号|청구번호|số hóa đơn|no faktur"
)
"""They tell a sale only where the user says so: the order, the contract or the delivery tells of it already."""
DAYS = (
    "订单日期|订单时间|下单日期|下单时间|订货日期|订货时间|订购日期|订单创建时间|订单付款时间|付款时间|支付时间|購買日期|訂單日期|訂單時間|下單時間|发票日期|"
    "order date|order time|ordered at|ordered on|date ordered|order placed|order created|purchase date|purchased on|date purchased|"
    "invoice date|date issued|"
    "bestelldatum|auftragsdatum|date commande|date de commande|fecha pedido|fecha de pedido|fecha del pedido|data pedido|"
    "data do pedido|data da encomenda|data ordine|besteldatum|orderdatum|data zamówienia|datum objednávky|dátum objednávky|"
    "rendelés dátuma|rendelés kelte|data comenzii|data comandă|ordredato|beställningsdatum|tilauspäivä|tilaus pvm|sipariş tarihi|"
    "ημερομηνία παραγγελίας|дата заказа|дата замовлення|дата на поръчка|datum narudžbe|datum porudžbine|datum naročila|"
    "注文日|受注日|注文日時|購入日|주문일|주문일자|주문일시|ngày đặt hàng|ngày đặt|ngày đơn hàng|tanggal pesanan|tanggal order|"
    "tgl order|วันที่สั่งซื้อ|תאריך הזמנה|تاريخ الطلب|تاريخ الطلبية|تاریخ سفارش"
)
BUYERS = (
    "会员|会员姓名|会员名称|顾客|顾客姓名|顾客名称|买家|买家名称|买家姓名|购买人|购买者|订货单位|订货客户|订货人|订购单位|订购人|下单人|下单客户|下单单位|采购单位|"
    "買家|訂購人|訂貨人|buyer|buyer name|purchaser|purchased by|ordered by|sold to|"
    "besteller|auftraggeber|käufer|acheteur|comprador|acquirente|compratore|koper|besteller|zamawiający|kupujący|nabywca|"
    "objednatel|odběratel|objednávateľ|megrendelő|vevő|cumpărător|køber|kjøper|köpare|beställare|ostaja|tilaaja|alıcı|αγοραστής|"
    "заказчик|покупатель|замовник|покупець|клиент|купувач|naručitelj|kupac|naročnik|kupec|наручилац|注文者|購入者|購入者名|ご注文者|"
    "주문자|구매자|người mua|người đặt|khách đặt|pemesan|pembeli|ผู้สั่งซื้อ|ผู้ซื้อ|מזמין|קונה|المشتري|خریدار"
)
NICKNAMES = "买家昵称|买家会员名|会员名|会员昵称|客户昵称|用户昵称|旺旺|买家旺旺|昵称|用户名|buyer username|buyer user id|username|nickname"
LINES = {
    "name": (
        "购买产品|购买商品|订购产品|订购商品|订购项目|商品信息|商品标题|宝贝标题|宝贝名称|购买项目|订单商品|成交产品|"
        "lineitem name|order item|item title|listing title|items|products|product title|"
        "article commandé|artículo pedido|товары|наименование товара"
    ),
    "product": "lineitem sku|item sku|product sku|商品编码|商家编码|sku编码|货品编号",
    "quantity": (
        "lineitem quantity|quantity purchased|quantity ordered|qty ordered|item quantity|购买数量|宝贝数量|商品数量|下单数量|订货数量"
    ),
    "price": "item cost|item price|lineitem price|product price|unit cost|购买单价|商品单价|成交单价",
    "amount": "sales|sales amount|revenue|line amount|line total|item total|销售额|销售金额|商品金额|商品总价|购买金额",
}
"""What lists of orders call the fields of their lines, where nothing else is meant by it."""
RECEIVERS = (
    "收货人|收货人姓名|收货人名称|收件人|收件人姓名|收貨人|收件人姓名|recipient|recipient name|ship to name|shipping name|"
    "shipping address name|delivery name|consignee|empfänger|destinataire|destinatario|destinatário|ontvanger|odbiorca|příjemce|"
    "príjemca|címzett|destinatar|modtager|mottaker|mottagare|vastaanottaja|teslim alan|παραλήπτης|получатель|одержувач|получател|"
    "primatelj|primalac|prejemnik|お届け先|お届け先名|届け先氏名|수취인|수령인|người nhận|penerima|ผู้รับ|נמען|المستلم|گیرنده"
)
TOTALS = (
    "最终合计价格|合计价格|最终价格|最终金额|总价格|折后金额|折后总价|优惠后金额|整单金额|订单金额|订单总额|订单总价|订单总金额|订单实付金额|订单应付金额|实付金额|实付款|实付|买家实付|买家实付金额|支付金额|付款金额|消费金额|"
    "訂單金額|訂單總額|實付金額|order total|order amount|order value|order total amount|order sum|order price|total paid|"
    "bestellwert|bestellsumme|auftragswert|auftragssumme|total commande|montant commande|total pedido|importe pedido|"
    "valor do pedido|total do pedido|totale ordine|importo ordine|orderbedrag|ordertotaal|wartość zamówienia|kwota zamówienia|"
    "cena objednávky|hodnota objednávky|rendelés értéke|valoare comandă|ordrebeløb|ordresum|ordervärde|tilaussumma|sipariş tutarı|"
    "сумма заказа|сума замовлення|стойност на поръчката|iznos narudžbe|注文金額|受注金額|주문금액|결제금액|tổng đơn hàng|"
    "giá trị đơn hàng|total pesanan|ยอดสั่งซื้อ|סכום הזמנה|إجمالي الطلب|مبلغ سفارش"
)
STATES = (
    "订单状态|交易状态|发货状态|合同状态|訂單狀態|order status|order state|auftragsstatus|bestellstatus|statut commande|statut de commande|"
    "estado pedido|estado del pedido|situação do pedido|status do pedido|stato ordine|orderstatus|status zamówienia|stav objednávky|"
    "rendelés állapota|stare comandă|ordrestatus|tilauksen tila|sipariş durumu|статус заказа|статус замовлення|статус на поръчката|"
    "注文状況|注文ステータス|受注状況|주문상태|trạng thái đơn hàng|status pesanan|สถานะคำสั่งซื้อ|סטטוס הזמנה|حالة الطلب|وضعیت سفارش"
)
TITLES = re.compile(
    r"订单|訂單|订货|注文|受注|주문|đơn hàng|pesanan|คำสั่งซื้อ|הזמנות|طلبات|طلبيات|سفارش|(?<![a-z])orders?(?![a-z])|bestellung|aufträge|"
    r"(?<![a-z])commandes?(?![a-z])|(?<![a-z])pedidos?(?![a-z])|encomendas|(?<![a-z])ordini(?![a-z])|bestellingen|zamówieni|objednáv|rendelés|comenzi|(?<![a-z])ordrer?(?![a-z])|beställning|"
    r"tilauk|sipariş|παραγγελί|заказ|замовлен|поръчк|narudžb|porudžbin|naročil",
    re.IGNORECASE,
)
CANCELLED = re.compile(
    r"(?!.*(?:部分|partial))(?:.*(?:取消|作废|作廢|(?:交易|已|订单)关闭|已退款|全额退款|退货|退貨|退订|cancel|void|refund|returned|"
    r"failed|declined|stor?niert|abgebrochen|annul|anulad|cancelad|anulowan|zrušen|stornó|törölt|anulat|annuller|avbruten|"
    r"peruttu|iptal|ακυρ|отмен|аннулир|скасован|отказан|otkazan|preklican|キャンセル|취소|đã hủy|huỷ|batal|ยกเลิก|בוטל|ملغ|لغو)).*",
    re.IGNORECASE,
)
UNPAID = re.compile(
    r"等待?买家付款|待买家付款|待付款|待支付|未支付|草稿|pending payment|awaiting payment|abandoned|checkout-draft|draft|"
    r"en attente de paiement|pendiente de pago|aguardando pagamento|warten auf zahlung|入金待ち|결제대기",
    re.IGNORECASE,
)
"""Orders of shops that nobody paid yet: the buyer has still to decide."""
SUMMED = re.compile(
    r"(?:最近|最后|最後|上次|末次|首次|累计|累積|历史)(?:一次)?的?(?:订单|訂單|下单|购买|購買|消费|消費|成交|交易)|"
    r"(?:last|latest|first|lifetime|numberof)(?:order|purchase|spent|spend)|totalspen[td]|orders?count|"
    r"(?:letzte|dernière|última|ultimo|laatste|ostatni|poslední|последний)\w*(?:bestellung|commande|pedido|compra|ordine|bestelling|"
    r"zamówieni|objednáv|заказ)",
    re.IGNORECASE,
)
"""In headers that sum up what a customer ordered: such a list is one of customers."""
