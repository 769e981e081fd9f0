"""The fixed words of printed documents, in the document's own language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.shared.i18n import catalogue, normalise


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """The words of a quote; those with ``{…}`` are filled in where they are used."""

    chinese: bool
    title: str
    running_title: str
    number: str
    date: str
    valid_until: str
    to: str
    sender: str
    project: str
    position: str
    description: str
    unit: str
    quantity: str
    price: str
    discount_column: str
    tax_column: str
    amount: str
    exempt: str
    subtotal: str
    subtotal_with_tax: str
    discount: str
    freight: str
    net: str
    vat: str
    vat_exempt: str
    vat_included: str
    rounding: str
    total: str
    total_in_words: str
    terms: str
    payment: str
    delivery: str
    remarks: str
    supplier_signature: str
    buyer_signature: str
    buyer_date: str
    signer: str
    bank: str
    account: str
    tax_number: str
    page: str
    as_of: str


@lru_cache(maxsize=4)
def quote_words(language: str) -> QuoteWords:
    """The words of a quote in a language such as ``zh`` or ``en``."""
    language = normalise(language)
    words = catalogue(language)
    gettext, pgettext = words.gettext, words.pgettext
    chinese = language == "zh_CN"
    return QuoteWords(
        chinese=chinese,
        title=gettext("Quotation"),
        running_title=gettext("Quotation {number}"),
        number=pgettext("document", "No."),
        date=pgettext("document", "Date"),
        valid_until=gettext("Valid until"),
        to=pgettext("document", "To"),
        sender=pgettext("document", "From"),
        project=gettext("Project: {project}"),
        position=pgettext("document", "#"),
        description=pgettext("document", "Description"),
        unit=gettext("Unit"),
        quantity=gettext("Qty"),
        price=gettext("Unit price"),
        discount_column=gettext("Disc."),
        tax_column=pgettext("document", "VAT"),
        amount=gettext("Amount"),
        exempt=gettext("exempt"),
        subtotal=gettext("Subtotal"),
        subtotal_with_tax=gettext("Subtotal incl. VAT"),
        discount=pgettext("document", "Discount"),
        freight=gettext("Freight"),
        net=gettext("Net amount"),
        vat=gettext("VAT {rate}"),
        vat_exempt=gettext("VAT exempt"),
        vat_included=gettext("Including VAT {rate}"),
        rounding=gettext("Rounding"),
        total=gettext("Total"),
        total_in_words=gettext("In words"),
        terms=gettext("Terms"),
        payment=gettext("Payment: {terms}"),
        delivery=gettext("Delivery: {terms}"),
        remarks=gettext("Remarks"),
        supplier_signature=gettext("Supplier (signature and stamp)"),
        buyer_signature=gettext("Accepted by the buyer"),
        buyer_date=gettext("Date:"),
        signer=gettext("{name}, {date}"),
        bank=gettext("Bank: {bank}"),
        account=gettext("Account {account}"),
        tax_number=gettext("Tax no. {number}"),
        page=gettext("Page {page} of {pages}"),
        as_of=gettext("As of {date}"),
    )
