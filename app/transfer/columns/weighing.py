"""How well a column fits the field that its header names: put right by what stands in it and by whose field it is."""

from __future__ import annotations

from app.records.fields import Field, FieldKind
from app.transfer.columns.doubts import DOUBTED, LITTLE, NO_DAY, OUTDONE, RULED_OUT, SLIGHTLY
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS
from app.transfer.grid.choices import fitting
from app.transfer.grid.evidence import Evidence
from app.transfer.grid.headers import Meaning
from app.transfer.grid.scale import ALL_BUT, FEW, HALF, LARGELY, MOSTLY, NEARLY

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
_OWNED = 0.01  # more for a field of whom usually has it
_FOREIGN = 0.02  # less for a field of the other, the customer's or the contact's
_WORDED = 0.005  # more for a choice whose words stand there
_NAME = 0.02  # less for a name, which no cell proves
_ODD = 0.1  # less for a phone where other texts stand
_AMISS = 0.25  # less where few cells are as they should be
_FIT = 0.05  # less by this share of the cells that are not
_SHORT_ACCOUNT, _SHORT_TAX = 9, 4
"""Shorter numbers are those of cards, and of no account; or steps of a reminder (Mst., Mahnstufe), and no tax number (MST)."""


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
        return score - OUTDONE
    if field.name in ("name", "customer", "short_name", "contact.name"):
        return score - (DOUBTED if evidence.share("number", "phone", "date", "email", "boolean") > LARGELY else _NAME)
    if expected := EXPECTED.get(field.kind):
        return score - _unexpected(field, evidence, evidence.share(*expected))
    if field.kind in (K.CHOICE, K.BOOLEAN):
        share = fitting(field, evidence.samples)
        odd = evidence.filled > LITTLE or evidence.share("boolean", "number") > ALL_BUT
        # Of two meanings (Estado is a state and a province) the one whose words stand there.
        return score - (-_WORDED if share >= HALF else RULED_OUT if odd else SLIGHTLY)
    return score - (RULED_OUT if _no_text(field, target.rpartition(".")[2], evidence) else 0.0)


def _of_owner(meaning: Meaning, target: str, kind: str | None, contact: bool) -> float:
    """What speaks for the customer's or for the contact's field of the same name."""
    owner, _dot, name = target.rpartition(".")
    if kind == CUSTOMERS and contact:
        if owner == "contact":
            return _OWNED if name in PERSONAL or meaning.owned else -_FOREIGN
        return -_FOREIGN if name in PERSONAL and not meaning.owned else 0.0
    if kind == CONTACTS:
        return _OWNED if (owner == "customer") == (name in _PLACES) else -_FOREIGN
    return 0.0


def _unexpected(field: Field, evidence: Evidence, share: float) -> float:
    """How much less a column fits whose cells look otherwise."""
    if field.kind is K.PHONE and share < FEW:
        wrong = evidence.share("email", "url", "date", "address", "company", "person")
        # One word without figures, such as “see his card”, stands where a phone is missing; several are something else.
        figures = len(evidence.samples) < 2 or any(sign.isdigit() for sample in evidence.samples for sign in sample)
        return RULED_OUT if wrong > MOSTLY or not figures else _ODD
    if field.kind is K.DATE and evidence.share("number") > MOSTLY and "date" not in evidence.shares:
        if evidence.mean < NO_DAY:
            return RULED_OUT
        share = MOSTLY
    return _AMISS if share < FEW and evidence.filled > LITTLE else _FIT * (1 - share)


def _numeric(evidence: Evidence) -> bool:
    """Whether nearly all samples hold as many digits as a number of an account."""
    held = sum(sum(map(str.isdigit, sample)) >= _SHORT_ACCOUNT - 3 for sample in evidence.samples)
    return held >= NEARLY * len(evidence.samples)


def _no_text(field: Field, name: str, evidence: Evidence) -> bool:
    # What the user called a field of text may well hold a "Y".
    if field.kind is K.TEXT and not field.custom and name != "code" and evidence.share("boolean") > NEARLY:
        return True
    # Eight digits are a number as well (QQ 20132209, customer 20181101); what is written with its parts is a day alone.
    if field.kind is K.TEXT and not field.custom and evidence.share("date") > NEARLY > evidence.share("number"):
        return True
    if name == "bank_account" and (evidence.share("mobile", "email") > HALF or not _numeric(evidence)):
        return True
    if name == "bank_account":
        return evidence.mean < _SHORT_ACCOUNT and evidence.share("code", "number", "text") > LARGELY
    if name == "address":
        return evidence.share("url") > HALF
    if name == "website":
        return not any("." in sample for sample in evidence.samples)
    if name == "tax_number":
        return evidence.mean < _SHORT_TAX
    place = field.kind in (K.TEXT, K.LONG_TEXT) and name in ("city", "province", "country")
    return place and evidence.share("number") > LARGELY
