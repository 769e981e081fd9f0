"""The product, as the dictionary knows it."""

from __future__ import annotations

from app.products.synonyms import PRODUCT as PRODUCT_WORDS
from app.records.fields import Field, FieldKind, ListKind, RecordType
from app.shared.i18n import N_

K = FieldKind

PRODUCT = RecordType(
    name="product",
    plural="products",
    code=5,
    label=N_("Product"),
    label_plural=N_("Products"),
    number="code",
    fields=(
        Field(
            "code",
            K.TEXT,
            N_("Code"),
            synonyms=PRODUCT_WORDS["code"],
            searched=True,
            shown=True,
            indexed=True,
            width=120,
        ),
        Field(
            "name",
            K.TEXT,
            N_("Name"),
            synonyms=PRODUCT_WORDS["name"],
            required=True,
            searched=True,
            pinyin=True,
            shown=True,
            indexed=True,
            width=210,
        ),
        Field(
            "specification",
            K.TEXT,
            N_("Specification"),
            synonyms=PRODUCT_WORDS["specification"],
            searched=True,
            shown=True,
            width=180,
        ),
        Field("unit", K.TEXT, N_("Unit"), synonyms=PRODUCT_WORDS["unit"], shown=True, suggested=True, width=60),
        Field("price", K.PRICE, N_("Price"), synonyms=PRODUCT_WORDS["price"], shown=True, width=110),
        Field("cost", K.PRICE, N_("Cost"), synonyms=PRODUCT_WORDS["cost"], width=110),
        Field("tax_rate", K.PERCENT, N_("Tax rate"), synonyms=PRODUCT_WORDS["tax_rate"], width=80),
        Field(
            "category",
            K.TEXT,
            N_("Category"),
            synonyms=PRODUCT_WORDS["category"],
            list=ListKind.WORDS,
            shown=True,
            suggested=True,
            indexed=True,
            width=110,
        ),
        Field(
            "barcode", K.TEXT, N_("Barcode"), synonyms=PRODUCT_WORDS["barcode"], searched=True, indexed=True, width=130
        ),
        Field(
            "warranty_months", K.INTEGER, N_("Warranty (months)"), synonyms=PRODUCT_WORDS["warranty_months"], width=90
        ),
        Field(
            "replace_months",
            K.INTEGER,
            N_("Replace after (months)"),
            synonyms=PRODUCT_WORDS["replace_months"],
            width=90,
        ),
        Field(
            "supplier",
            K.TEXT,
            N_("Supplier"),
            synonyms=PRODUCT_WORDS["supplier"],
            suggested=True,
            searched=True,
            width=180,
        ),
        Field("notes", K.LONG_TEXT, N_("Notes"), synonyms=PRODUCT_WORDS["notes"], searched=True, width=240),
        Field("picture", K.IMAGE, N_("Picture"), listed=False, exported=False, imported=False),
    ),
)
RECORD_TYPES = (PRODUCT,)
