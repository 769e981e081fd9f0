"""The headers that old sheets give to quotes and their lines, in Chinese and English.

Case, blanks and punctuation do not count when a header is compared.
"""

from __future__ import annotations

from app.sales import synonyms_abroad, synonyms_farther

_QUOTE_WORDS = {
    "": (
        "报价|报价单|报价表|报价明细|报价记录|报价清单|报价汇总|报价台账|产品报价|估价单|报价函|報價單|報價|"
        "quotation|quotations|quotes|quote list|quote lines|estimates|estimate|proforma offer|price offer|angebote|angebot"
    ),
    "number": (
        "报价单号|报价编号|报价号|报价单编号|单号|单据编号|单据号|编号|NO|No.|№|quote no|quote number|quotation no|"
        "quotation number|quote id|quote #|quotation #|estimate number|estimate no|offer no|ref|ref no|reference|angebotsnummer|"
        "numéro|numero|número|nummer|numer|číslo|номер|n°|nº"
    ),
    "customer": (
        "客户|客户名称|客户单位|致|收件单位|采购方|需方|买方|甲方|询价单位|询价方|报价对象|收|to|bill to|quote to|"
        "quotation to|attn company|prepared for|buyer"
    ),
    "contact": (
        "收件人|联系人|经办|客户联系人|签约人|签约代表|签署人|客户签约人|对方签约人|对方代表|对方联系人|甲方代表|甲方联系人|"
        "attn|attention|contact person"
    ),
    "status": "状态|报价状态|单据状态|是否成交|成交|结果|status|quote status|result",
    "date": (
        "日期|报价日期|报价时间|单据日期|制单日期|开单日期|填表日期|签发日期|date|quote date|quotation date|issue date|"
        "issued|estimate date|offer date|datum"
    ),
    "valid_until": (
        "有效期|有效期至|报价有效期|有效日期|截止日期|到期日|到期日期|到期时间|失效日期|有效期限|valid until|valid till|valid to|validity|"
        "expiry date|expiry|expiration date|expiration|expires|expires on|gültig bis"
    ),
    "project": "项目|项目名称|工程名称|工程|主题|报价主题|项目名|标题|project|project name|subject|job|re|title",
    "currency": "币种|币别|货币|currency|curr|währung",
    "tax_included": "含税|是否含税|价格含税|tax included|prices include tax|incl tax|vat included",
    "discount": "优惠|优惠金额|整单优惠|折让|减免|整单折扣金额|discount amount|total discount",
    "discount_percent": "整单折扣|整单折扣率|折扣率整单|overall discount|overall discount %",
    "freight": "运费|运输费|物流费|freight|shipping|shipping cost|delivery cost|fracht|versandkosten",
    "delivery_terms": (
        "交货期|交期|交货时间|交货方式|交货地点|供货周期|货期|交货条件|交货|delivery|delivery time|delivery terms|lead time|"
        "lieferzeit"
    ),
    "payment_terms": "付款方式|付款条件|结算方式|付款|支付方式|付款约定|payment|payment terms|terms of payment|zahlungsbedingungen",
    "terms": "条款|商务条款|报价条款|报价说明|terms|terms and conditions|conditions",
    "remarks": "备注|附注|说明|其他|其它|备注说明|remarks|remark|notes|note|comments|comment|bemerkung",
    "won_on": (
        "成交日期|成交日|成交时间|签约日期|签约时间|签订日期|签单日期|下单日期|下单时间|won on|won date|closed on|close date|"
        "order date|ordered on|date signed|signed on"
    ),
    "delivered_on": (
        "交货日期|发货日期|送货日期|交付日期|到货日期|实际交货日期|实际发货日期|出货日期|出库日期|发货时间|送货时间|交货日|发货日|"
        "delivered on|delivery date|date delivered|delivered|shipped on|ship date|shipping date|date shipped|lieferdatum"
    ),
    "due_on": (
        "付款日期|应收日期|到期付款|付款到期日|付款到期日期|付款期限|应付日期|应收到期日|收款到期日|收款期限|约定付款日期|约定付款日|"
        "应收款日期|到期付款日|回款日期|到期日|到期日期|到期时间|账期到期日|"
        "payment due on|due date|due on|payment due|payment due date|pay by|date due|fälligkeit"
    ),
    "received": (
        "已收|已收款|已收金额|已收款金额|已收货款|已付|已付款|已付金额|已付款金额|回款|回款金额|已回款|已回款金额|累计回款|累计收款|"
        "实收|实收金额|收款金额|到账金额|"
        "已到账|已到账金额|累计到账|累计到账金额|到款|到款金额|received|amount received|received amount|adv received|"
        "advance received|advance paid|amount paid|paid|paid amount|bezahlt"
    ),
    "contract_number": "合同号|合同编号|协议编号|合同单号|contract no|contract number|contract id|contract ref",
    "total": (
        "合计|总计|总金额|合计金额|总价|报价金额|报价总额|总额|金额合计|含税总额|含税合计|价税合计|含税总价|含税总金额|"
        "含税报价|总报价|报价总价|总价款|total|grand total|total amount|quote total|amount total|sum|gesamt|gesamtbetrag|gross|gross total|"
        "total gross|gross amount|total incl tax|total inc tax|total incl gst|total inc gst|total with tax"
    ),
}
_LINE_WORDS = {
    "name": (
        "产品|产品名称|品名|商品|商品名称|货物名称|货品名称|物料名称|设备名称|名称|项目名称及规格|服务名称|服务项目|服务内容|"
        "货品|材料名称|配件名称|品名及规格|产品名称及规格|名称及规格|内容|描述|product|product name|item|item name|description|"
        "goods|service|article|line item|item description|product description|artikel|bezeichnung"
    ),
    "product": (
        "产品编码|产品编号|货号|物料编码|物料编号|料号|品号|商品编码|商品编号|产品代码|存货编码|sku|item code|item no|"
        "product code|part number|part no|article no|artikelnummer|product id|item number|stock code|product sku|art nr|art no|"
        "artikel nr|artikelnr|code article|référence article|réf article|código artículo|cód artículo|código producto|código produto|"
        "codice articolo|cod articolo|varenr|артикул"
    ),
    "specification": (
        "规格|规格型号|型号|型号规格|报价型号|产品规格|产品型号|规格/型号|技术参数|参数|材质|尺寸|specification|spec|specs|model|size|"
        "model no|dimensions"
    ),
    "unit": "单位|计量单位|unit|uom|unit of measure|einheit|ed",
    "quantity": "数量|报价数量|订购数量|采购数量|件数|台数|quantity|qty|amount ordered|pcs|q'ty|menge|anzahl",
    "price": (
        "单价|单价元|销售单价|销货单价|"
        "产品单价|含税单价|不含税单价|未税单价|报价|报价单价|价格|优惠价|优惠单价|成交价|unit price|price|rate|"
        "price each|einzelpreis|preis"
    ),
    "cost": "成本|成本价|成本单价|进价|采购价|底价|cost|unit cost|cost price",
    "discount_percent": "折扣|折扣率|折率|折扣%|discount|discount %|disc|disc %|rabatt",
    "tax_rate": "税率|税点|增值税率|税率%|tax rate|tax|vat|vat rate|tax %|gst|mwst",
}


def _split(words: dict[str, str], *further: dict[str, str]) -> dict[str, tuple[str, ...]]:
    whole = {name: "|".join((words[name], *(more.get(name, "") for more in further))) for name in words}
    return {name: tuple(dict.fromkeys(part for part in text.split("|") if part)) for name, text in whole.items()}


QUOTE = _split(_QUOTE_WORDS, synonyms_abroad.QUOTE_WORDS, synonyms_farther.QUOTE_WORDS)
QUOTE_LINE = _split(_LINE_WORDS, synonyms_abroad.LINE_WORDS, synonyms_farther.LINE_WORDS)
"""By the field's name; "" for the words that name the kind of record itself."""
STATUS_WORDS = {
    name: tuple(text.split("|"))
    for name, text in {
        "draft": "草稿|拟稿|brouillon|entwurf|borrador|bozza|rascunho|concept|szkic|koncept|черновик",
        "sent": (
            "已发出|已报价|已发送|已提交|待客户确认|submitted|issued|awaiting response|"
            "envoyé|envoyée|gesendet|versendet|verschickt|enviado|enviada|inviato|"
            "inviata|verzonden|wysłana|odeslána|отправлено"
        ),
        "won": (
            "成交|已成交|已接受|已签约|已下单|赢单|中标|accepted|signed|ordered|accepté|acceptée|signé|signée|angenommen|beauftragt|aceptado|aceptada|"
            "accettato|accettata|aceito|aceita|geaccepteerd|akkoord|zaakceptowana|przyjęta|přijata|принято"
        ),
        "lost": (
            "失效|未成交|已失效|已拒绝|丢单|输单|流标|未中标|rejected|declined|refused|expired|refusé|refusée|perdu|perdue|abgelehnt|verloren|rechazado|"
            "rechazada|perdido|perdida|rifiutato|rifiutata|perso|recusado|recusada|afgewezen|odrzucona|odmítnuta|отклонено"
        ),
    }.items()
}
"""What the state of a quote is called, by its code."""
