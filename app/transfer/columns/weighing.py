"""How well a column fits the field that its header names: put right by what stands in it and by whose field it is."""

from __future__ import annotations

from app.records.fields import Field, FieldKind
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS
from app.transfer.grid.choices import fitting
from app.transfer.grid.evidence import Evidence
from app.transfer.grid.headers import Meaning

K = FieldKind
PERSONAL = frozenset({"mobile", "wechat", "qq", "birthday", "gender", "title", "department", "is_primary"})
"""Fields that a person has rather than a company."""
EXPECTED = {
    K.PHONE: ("phone", "mobile", "phones"),
    K.EMAIL: ("email",),
    K.DATE: ("date",),
    K.MONEY: ("number", "money"),
    K.PRICE: ("number", "money"),
    K.PERCENT: ("number", "money"),
    K.INTEGER: ("number",),
}
"""What the cells of a field look like."""
_PLACES = frozenset({"country", "province", "city", "postcode", "address", "website", "industry", "tax_number"})
_NEARLY = 0.8
_LITTLE, _NO_DAY, _SHORT_ACCOUNT, _SHORT_TAX = 2, 4, 9, 4
"""As few cells prove little; fewer digits are no day; shorter numbers are those of cards, and of no account; or steps of a
reminder (Mst., Mahnstufe), and no tax number (MST)."""


def weighed(
    meaning: Meaning, target: str, field: Field, evidence: Evidence, *, kind: str | None, contact: bool
) -> float:
    """The score of a header for a field.

    Args:
        meaning: what the header may mean.
        target: the field as the sheet's kind calls it, and the ``field`` itself.
        evidence: what stands in the column.
        kind: the kind of sheet.
        contact: whether its rows name contacts.
    """
    score = meaning.score + _of_owner(meaning, target, kind, contact)
    if not evidence.filled:
        return score - 0.3
    if field.name in ("name", "customer", "short_name", "contact.name"):
        return score - (0.5 if evidence.share("number", "phone", "date", "email", "boolean") > 0.7 else 0.02)
    if expected := EXPECTED.get(field.kind):
        return score - _unexpected(field, evidence, evidence.share(*expected))
    if field.kind in (K.CHOICE, K.BOOLEAN):
        share = fitting(field, evidence.samples)
        odd = evidence.filled > _LITTLE or evidence.share("boolean", "number") > 0.9
        # Of two meanings (Estado is a state and a province) the one whose words stand there.
        return score - (0.6 if share < 0.5 and odd else 0.03 if share < 0.5 else -0.005)
    return score - (0.6 if _no_text(field, target.rpartition(".")[2], evidence) else 0.0)


def _of_owner(meaning: Meaning, target: str, kind: str | None, contact: bool) -> float:
    """What speaks for the customer's or for the contact's field of the same name."""
    owner, _dot, name = target.rpartition(".")
    if kind == CUSTOMERS and contact:
        if owner == "contact":
            return 0.01 if name in PERSONAL or meaning.owned else -0.02
        return -0.02 if name in PERSONAL and not meaning.owned else 0.0
    if kind == CONTACTS:
        return 0.01 if (owner == "customer") == (name in _PLACES) else -0.02
    return 0.0


def _unexpected(field: Field, evidence: Evidence, share: float) -> float:
    """How much less a column fits whose cells look otherwise."""
    if field.kind is K.PHONE and share < 0.3:
        wrong = evidence.share("email", "url", "date", "address", "company", "person")
        return 0.6 if wrong > 0.6 else 0.1
    if field.kind is K.DATE and evidence.share("number") > 0.6 and "date" not in evidence.shares:
        if evidence.mean < _NO_DAY:
            return 0.6
        share = 0.6
    return 0.25 if share < 0.3 and evidence.filled > _LITTLE else 0.05 * (1 - share)


def _numeric(evidence: Evidence) -> bool:
    """Whether nearly all samples hold as many digits as a number of an account."""
    held = sum(sum(map(str.isdigit, sample)) >= _SHORT_ACCOUNT - 3 for sample in evidence.samples)
    return held >= _NEARLY * len(evidence.samples)


def _no_text(field: Field, name: str, evidence: Evidence) -> bool:
    # What the user called a field of text may well hold a "Y".
    if field.kind is K.TEXT and not field.custom and name != "code" and evidence.share("boolean") > 0.8:
        return True
    # Eight digits are a number as well (QQ 20132209, customer 20181101); what is written with its parts is a day alone.
    if field.kind is K.TEXT and not field.custom and evidence.share("date") > 0.8 > evidence.share("number"):
        return True
    if name == "bank_account" and (evidence.share("mobile", "email") > 0.5 or not _numeric(evidence)):
        return True
    if name == "bank_account":
        return evidence.mean < _SHORT_ACCOUNT and evidence.share("code", "number", "text") > 0.7
    if name == "tax_number":
        return evidence.mean < _SHORT_TAX
    place = field.kind in (K.TEXT, K.LONG_TEXT) and name in ("city", "province", "country")
    return place and evidence.share("number") > 0.7
