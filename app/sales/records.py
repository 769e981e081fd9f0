"""The quote and its lines, as the dictionary knows them."""

from __future__ import annotations

from datetime import date

from app.records.fields import Choice, Field, FieldKind, Follows, RecordType, Stamp
from app.sales.synonyms import QUOTE as QUOTE_WORDS
from app.sales.synonyms import QUOTE_LINE as LINE_WORDS
from app.sales.synonyms import STATUS_WORDS
from app.shared.i18n import N_, language_name

K = FieldKind

QUOTE_STATUSES = (
    Choice("draft", N_("Draft"), STATUS_WORDS["draft"]),
    Choice("sent", N_("Sent"), STATUS_WORDS["sent"]),
    Choice("won", N_("Won"), STATUS_WORDS["won"]),
    Choice("lost", N_("Lost"), STATUS_WORDS["lost"]),
)
ROUNDINGS = (
    Choice("none", N_("No rounding")),
    Choice("unit", N_("To whole units")),
    Choice("unit_down", N_("Down to whole units")),
    Choice("ten", N_("To tens")),
)
AFTER_DEAL = ("won_on", "delivered_on", "due_on", "received", "contract_number")
"""What is told of a quote once it is won; the page that the customer was sent says none of it."""


def _language(code: str, _today: date | None) -> str:
    return language_name(code)


OUTSTANDING = (
    "CASE WHEN status = 'won' AND (due_on IS NOT NULL OR received IS NOT NULL)"
    " THEN max(total - coalesce(received, 0), 0) END"
)
"""What is still to be paid of a won quote; of one of which no payment is spoken at all nothing is known."""
QUOTE = RecordType(
    name="quote",
    plural="quotes",
    code=6,
    label=N_("Quote"),
    label_plural=N_("Quotes"),
    title="number",
    number="number",
    parent="customer",
    synonyms=QUOTE_WORDS[""],
    fields=(
        Field(
            "number",
            K.TEXT,
            N_("Number"),
            synonyms=QUOTE_WORDS["number"],
            required=True,
            searched=True,
            shown=True,
            indexed=True,
            readonly=True,
        ),
        Field("revision", K.INTEGER, N_("Revision"), readonly=True, width=70),
        Field(
            "customer",
            K.LINK,
            N_("Customer"),
            synonyms=QUOTE_WORDS["customer"],
            link="customer",
            shown=True,
            indexed=True,
            width=210,
        ),
        Field("contact", K.LINK, N_("Contact"), synonyms=QUOTE_WORDS["contact"], link="contact", shown=True),
        Field(
            "status",
            K.CHOICE,
            N_("Status"),
            synonyms=QUOTE_WORDS["status"],
            choices=QUOTE_STATUSES,
            default="draft",
            required=True,
            shown=True,
            indexed=True,
        ),
        Field(
            "date",
            K.DATE,
            N_("Date"),
            synonyms=QUOTE_WORDS["date"],
            default="today",
            required=True,
            shown=True,
            indexed=True,
        ),
        Field("valid_until", K.DATE, N_("Valid until"), synonyms=QUOTE_WORDS["valid_until"], shown=True, indexed=True),
        Field("project", K.TEXT, N_("Project"), synonyms=QUOTE_WORDS["project"], searched=True, pinyin=True),
        Field("currency", K.TEXT, N_("Currency"), synonyms=QUOTE_WORDS["currency"], required=True, width=70),
        Field("tax_included", K.BOOLEAN, N_("Prices include tax"), synonyms=QUOTE_WORDS["tax_included"], width=90),
        Field("discount", K.MONEY, N_("Whole discount"), synonyms=QUOTE_WORDS["discount"], width=110),
        Field(
            "discount_percent",
            K.PERCENT,
            N_("Whole discount in percent"),
            synonyms=QUOTE_WORDS["discount_percent"],
            width=90,
        ),
        Field("freight", K.MONEY, N_("Freight"), synonyms=QUOTE_WORDS["freight"], width=110),
        Field("freight_tax_rate", K.PERCENT, N_("Tax rate of the freight"), width=90),
        Field("rounding", K.CHOICE, N_("Rounding"), choices=ROUNDINGS, default="none"),
        Field("delivery_terms", K.TEXT, N_("Delivery terms"), synonyms=QUOTE_WORDS["delivery_terms"], suggested=True),
        Field("payment_terms", K.TEXT, N_("Payment terms"), synonyms=QUOTE_WORDS["payment_terms"], suggested=True),
        Field("terms", K.LONG_TEXT, N_("Terms"), synonyms=QUOTE_WORDS["terms"]),
        Field("remarks", K.LONG_TEXT, N_("Remarks"), synonyms=QUOTE_WORDS["remarks"], searched=True),
        Field("total", K.MONEY, N_("Total"), synonyms=QUOTE_WORDS["total"], shown=True, readonly=True, width=120),
        Field("sent_at", K.INSTANT, N_("Sent at"), readonly=True),
        Field("won_on", K.DATE, N_("Won on"), synonyms=QUOTE_WORDS["won_on"]),
        Field("delivered_on", K.DATE, N_("Delivered on"), synonyms=QUOTE_WORDS["delivered_on"]),
        Field("due_on", K.DATE, N_("Payment due on"), synonyms=QUOTE_WORDS["due_on"]),
        Field("received", K.MONEY, N_("Received"), synonyms=QUOTE_WORDS["received"], width=120),
        Field("outstanding", K.MONEY, N_("Still owed"), readonly=True, imported=False, width=120),
        Field(
            "contract_number",
            K.TEXT,
            N_("Contract number"),
            synonyms=QUOTE_WORDS["contract_number"],
            searched=True,
        ),
        Field("language", K.TEXT, N_("Language"), listed=False, said=_language),
    ),
    stamps=(Stamp("won_on", "status", "won", told="date"),),
    follows=(Follows("outstanding", OUTSTANDING, "quote", "", ("status", "total", "received", "due_on")),),
)
QUOTE_LINE = RecordType(
    name="quote_line",
    plural="quote_lines",
    code=7,
    label=N_("Quote line"),
    label_plural=N_("Quote lines"),
    parent="quote",
    folded=True,
    standalone=False,
    fields=(
        Field("quote", K.LINK, N_("Quote"), link="quote", required=True, indexed=True),
        Field("position", K.INTEGER, N_("Position"), required=True),
        Field("product", K.LINK, N_("Product"), synonyms=LINE_WORDS["product"], link="product", indexed=True),
        Field("name", K.TEXT, N_("Product"), synonyms=LINE_WORDS["name"], searched=True, pinyin=True),
        Field("specification", K.TEXT, N_("Specification"), synonyms=LINE_WORDS["specification"], searched=True),
        Field("unit", K.TEXT, N_("Unit"), synonyms=LINE_WORDS["unit"]),
        Field("quantity", K.QUANTITY, N_("Quantity"), synonyms=LINE_WORDS["quantity"]),
        Field("price", K.PRICE, N_("Unit price"), synonyms=LINE_WORDS["price"]),
        Field("cost", K.PRICE, N_("Cost"), synonyms=LINE_WORDS["cost"]),
        Field("discount_percent", K.PERCENT, N_("Discount"), synonyms=LINE_WORDS["discount_percent"]),
        Field("tax_rate", K.PERCENT, N_("Tax rate"), synonyms=LINE_WORDS["tax_rate"]),
        Field("tax_exempt", K.BOOLEAN, N_("Tax exempt")),
    ),
)
QUOTE_REVISION = RecordType(
    name="quote_revision",
    plural="quote_revisions",
    code=8,
    label=N_("Quote revision"),
    label_plural=N_("Quote revisions"),
    title="label",
    parent="quote",
    standalone=False,
    fields=(
        Field("quote", K.LINK, N_("Quote"), link="quote", required=True, indexed=True),
        Field("label", K.TEXT, N_("Revision"), required=True),
        Field("sent_at", K.INSTANT, N_("Sent at"), required=True),
        Field("language", K.TEXT, N_("Language"), said=_language),
        Field("document", K.LONG_TEXT, N_("Document as sent"), readonly=True, listed=False),
    ),
)
RECORD_TYPES = (QUOTE, QUOTE_LINE, QUOTE_REVISION)
