"""The user's own company, as the dictionary knows it."""

from __future__ import annotations

from app.records.fields import Field, FieldKind, RecordType
from app.shared.i18n import N_

K = FieldKind

COMPANY = RecordType(
    name="company",
    plural="companies",
    code=9,
    label=N_("My company"),
    label_plural=N_("My company"),
    standalone=False,
    fields=(
        Field("name", K.TEXT, N_("Company name"), required=True),
        Field("english_name", K.TEXT, N_("English name")),
        Field("slogan", K.TEXT, N_("Line under the name")),
        Field("address", K.TEXT, N_("Address")),
        Field("english_address", K.TEXT, N_("English address")),
        Field("phone", K.PHONE, N_("Phone")),
        Field("mobile", K.PHONE, N_("Mobile")),
        Field("email", K.EMAIL, N_("E-mail")),
        Field("website", K.URL, N_("Website")),
        Field("tax_number", K.TEXT, N_("Tax number")),
        Field("bank", K.TEXT, N_("Bank")),
        Field("bank_account", K.TEXT, N_("Bank account")),
        Field("user_name", K.TEXT, N_("Your name")),
        Field("user_title", K.TEXT, N_("Your title")),
        Field("logo", K.IMAGE, N_("Logo")),
        Field("stamp", K.IMAGE, N_("Stamp picture")),
        Field("signature", K.IMAGE, N_("Signature")),
    ),
)
RECORD_TYPES = (COMPANY,)
