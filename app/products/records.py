"""The product, as the dictionary knows it."""

from __future__ import annotations

from app.records.fields import Field, FieldKind, RecordType
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
        Field("code", K.TEXT, N_("Code"), searched=True, shown=True, indexed=True, width=120),
        Field("name", K.TEXT, N_("Name"), required=True, searched=True, pinyin=True, shown=True, indexed=True, width=210),
        Field("specification", K.TEXT, N_("Specification"), searched=True, shown=True, width=180),
        Field("unit", K.TEXT, N_("Unit"), shown=True, suggested=True, width=60),
        Field("price", K.PRICE, N_("Price"), shown=True, width=110),
        Field("cost", K.PRICE, N_("Cost"), width=110),
        Field("tax_rate", K.PERCENT, N_("Tax rate"), width=80),
        Field("category", K.TEXT, N_("Category"), shown=True, suggested=True, indexed=True, width=110),
        Field("barcode", K.TEXT, N_("Barcode"), searched=True, indexed=True, width=130),
        Field("warranty_months", K.INTEGER, N_("Warranty (months)"), width=90),
        Field("supplier", K.TEXT, N_("Supplier"), suggested=True, searched=True, width=180),
        Field("notes", K.LONG_TEXT, N_("Notes"), searched=True, width=240),
        Field("picture", K.IMAGE, N_("Picture"), listed=False, exported=False, imported=False),
    ),
)
RECORD_TYPES = (PRODUCT,)
