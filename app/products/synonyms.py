"""The headers that old sheets give to the fields of products, in Chinese, English and some German and Russian.

Case, blanks and punctuation do not count when a header is compared.
"""

from __future__ import annotations

from app.products.synonyms_farther import PRODUCT_WORDS as _FARTHER

_PRODUCT_WORDS = {
    "code": (
        "编码|编号|货号|产品编码|产品编号|商品编码|商品编号|商品代码|产品代码|物料编码|物料编号|料号|品号|旧编号|"
        "款号|存货编码|零件号|图号|物料代码|sku|序列编码|產品編號|貨號|code|item code|item no|item number|"
        "product code|internal reference|internal ref|default_code|product id|product number|part number|part no|article|"
        "article number|article no|item|"
        "item #|id|product_id|material number|artikelnummer|artikel-nr|артикул|код|"
        "référence|réf|ref article|code article|codice|codice articolo|código|código producto|referencia|ref|品番|商品コード|artikel nr|"
        "cod|cód|cod articolo|cod art|cod prodotto|codice prodotto|cod producto|cod artículo|cód produto|réf produit|référence produit|"
        "ref produit|art nr|artnr|artikelcode|varenr|varenummer|tuotekoodi|tuotenumero|ürün kodu|stok kodu|cikkszám|kód produktu|"
        "kód zboží|kod produktu|kod towaru|indeks towaru|код товара|상품코드|제품코드"
    ),
    "name": (
        "产品描述|物料|原料|原材料|辅料|"
        "名称|品名|产品名称|商品名称|货品名称|物料名称|货物名称|产品|商品|项目名称|服务名称|存货名称|材料名称|"
        "物品名称|配件名称|菜名|品名称|中文名称|设备名称|服务项目|項目|產品名稱|product name|product|item name|"
        "item|name|title|description|brief description|item description|product description|goods|material|"
        "service|short description|artikel|bezeichnung|produkt|artikelbezeichnung|наименование|номенклатура|товар|"
        "商品全名|产品全名|存货全名|货品全名|物料全名|商品名|产品名|货名|品目|商品描述|模具名称|零件名称|工件名称|"
        "部件名称|备件名称|耗材名称|原料名称|物资名称|图书名称|料品名称|药品名称|器械名称|物品名|"
        "货物或应税劳务名称|货物或应税劳务服务名称|货物或者应税劳务名称|货物或者应税劳务服务名称|货物或劳务名称|货物劳务名称|"
        "应税劳务名称|货物及应税劳务名称|货物及服务名称|"
        "商品名稱|商品説明|商品名|品名规格|品名及规格|名称规格|名称及规格|产品名称规格|产品名称及规格|商品名称规格|"
        "商品名称及规格|货物名称及规格|"
        "品名型号|名称型号|名称及型号|产品名称型号|产品名称及型号|货物名称规格型号|品名规格型号|名称规格型号|"
        "product description spec|item name spec|"
        "désignation|libellé|nom du produit|article désignation|descrizione|nome prodotto|descripción|"
        "nombre del producto|producto|artículo|descrição|nome do produto|商品名称|製品名|제품명|상품명|품명"
    ),
    "specification": (
        "规格|规格型号|型号|产品规格|型号规格|参数|规格参数|技术参数|尺寸|产品型号|商品规格|材质|型號|規格|"
        "specification|spec|specs|model|model number|model no|size|dimensions|full description|type|"
        "quantity per unit|packaging|modell|spezifikation|typ|характеристика|размер|"
        "規格型式|型式|型番|규격|modèle|modello|modelo|características"
    ),
    "unit": (
        "单位|计量单位|基本单位|销售单位|單位|unit|uom|unit of measure|unit measure|umidnum|sales unit|einheit|"
        "mengeneinheit|ед изм|единица|"
        "unité|unità|unidad|unidade|u m|단위|単位"
    ),
    "price": (
        "fob价|fob单价|fob价格|cif价|exw价|离岸价|未税价|未税单价|不含税价|不含税单价|"
        "单价|价格|售价|销售价|销售单价|销售价格|零售价|零售单价|批发单价|报价|含税单价|含税价|标准价|市场价|出厂价|产品价格|统一价|批发价|指导价|参考价|参考价格|"
        "最新价|面价|现价|调后价|调后价格|调整后价格|调整后单价|新价|新价格|新单价|new price|"
        "單價|售價|定价|标价|price|unit price|sale price|sales price|list price|retail price|"
        "selling price|product price|rate|msrp|preis|verkaufspreis|vk|einzelpreis|цена|цена за тонну|price usd|"
        "price rmb|price cny|fob price|regular price|price tax excluded or price tax included|price tax excluded|price tax included|"
        "prix|prix ht|prix unitaire|prix de vente|pu ht|prix public|tarif ht|prezzo|prezzo unitario|prezzo di vendita|"
        "precio|precio unitario|precio venta|pvp|preço|preço unitário|preço de venda|단가|판매가|販売価格|単価|上代|"
        "定価|牌價|牌价|listenpreis|katalogpreis|nettopreis|bruttopreis|preis netto|preis brutto|stückpreis|prezzo listino|"
        "prezzo di listino|listino|prezzo netto|prezzo al pubblico|prezzo ivato|prix tarif|tarif|prix catalogue|prix net|prix ttc|"
        "precio lista|precio de lista|precio tarifa|tarifa|precio neto|preço tabela|preço de tabela|valor unitário|catalogusprijs|prijs|"
        "verkoopprijs|cena katalogowa|cena netto|cena brutto|cena detaliczna|cena|liste fiyatı|birim fiyat|satış fiyatı|fiyat|ár|"
        "nettó ár|hinta|pris|listepris|giá|giá bán|đơn giá|harga|harga jual|ราคา|розничная цена|цена розничная|상품가격"
    ),
    "cost": (
        "成本|成本价|进价|进货价|采购价|采购单价|进货单价|成本单价|底价|供货价|结算价|入库价|cost|unit cost|"
        "cost price|purchase price|buying price|product cost|buy price|einkaufspreis|ek|pa|pa ht|себестоимость|"
        "prix d'achat|prix achat ht|prezzo di acquisto|costo|precio de compra|coste|custo|preço de custo|매입가|仕入価格|仕入単価|原価"
    ),
    "tax_rate": (
        "税率|增值税率|税点|税率%|稅率|tax rate|vat rate|tax|vat|tax %|gst rate|mwst|steuersatz|"
        "tva|taux tva|iva|aliquota iva|tipo iva|税区分"
    ),
    "category": (
        "分类|分类名称|类别|类别名称|类目|类目名称|产品分类|商品分类|品类|大类|产品类别|商品类别|所属分类|系列|产品系列|类型|種類|category|"
        "categories|product categories|"
        "product category|product type|group|product group|family|type|class|department|kategorie|warengruppe|"
        "категория|группа|"
        "famille|catégorie|rayon|categoria|categoría|familia|분류|カテゴリ|カテゴリー|商品分類"
    ),
    "barcode": (
        "条码|条形码|商品条码|国际条码|产品条码|条码号|條碼|barcode|bar code|ean|ean13|upc|gtin|ean code|barcode ean|"
        "code barres|codebarre|gencod|codice a barre|código de barras|바코드|jancode|janコード|jan"
    ),
    "warranty_months": (
        "保修|保修期|质保|质保期|保修月数|质保期月|保修期月|保固|warranty|warranty months|warranty period|"
        "guarantee|garantie"
    ),
    "replace_months": (
        "更换周期|更换周期月|耗材周期|耗材更换周期|更换间隔|建议更换周期|更换月数|使用周期|使用寿命|replace after|replace after months|"
        "replacement cycle|replacement interval|replace every|service life|consumable cycle"
    ),
    "supplier": (
        "供应商|供货商|供应商名称|厂家|生产厂家|生产商|品牌|厂商|制造商|供應商|supplier|vendor|"
        "supplier name|manufacturer|brand|maker|mfg|lieferant|hersteller|поставщик|"
        "fournisseur|marque|fornitore|marca|proveedor|fornecedor|공급처|仕入先|メーカー"
    ),
    "notes": (
        "备注|说明|描述|产品描述|备注说明|产品说明|详细描述|備註|notes|note|remarks|remark|comments|comment|memo|"
        "details|long description|bemerkung|примечание"
    ),
}

PRODUCT = {
    name: tuple(dict.fromkeys(f"{words}|{_FARTHER[name]}".split("|") if name in _FARTHER else words.split("|")))
    for name, words in _PRODUCT_WORDS.items()
}
