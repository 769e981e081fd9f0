"""What kind a new field of the user's own is to have, from what stands in its column."""

from __future__ import annotations

import re

from app.records.fields import Field
from app.records.own import BY_NAME
from app.shared.i18n import Own
from app.transfer.grid.evidence import LONG, Evidence
from app.transfer.grid.scale import ALL_BUT

_LONG_NUMBER = re.compile(r"\d{14,}")
_CODE = re.compile(r"0\d+|\d{12,13}")
_BY_TRAIT = (
    (("email",), "e-mail"),
    (("url",), "link"),
    (("mobile", "phone", "phones"), "phone"),
    (("date",), "date"),
    (("boolean",), "yes-no"),
    (("money",), "money"),
    (("number",), "number"),
)
_YES_NO = frozenset({"true", "false", "yes", "no", "y", "n", "是", "否", "√", "×", "有", "无"})


def proposed(evidence: Evidence) -> str:
    """The name of a kind (see ``own.KINDS``): text wherever the cells leave a doubt."""
    if not evidence.filled:
        return "text"
    reachable = evidence.share("mobile", "phone", "phones") >= ALL_BUT
    if any(
        _LONG_NUMBER.fullmatch(one) or (_CODE.fullmatch(one) and not reachable)
        for one in map(str.strip, evidence.samples)
    ):
        return "text"
    for traits, name in _BY_TRAIT:
        if evidence.share(*traits) < ALL_BUT:
            continue
        if name == "yes-no" and not all(one.strip().casefold() in _YES_NO for one in evidence.samples):
            continue
        if name == "number" and evidence.share("mobile", "phone", "date", "postcode") >= ALL_BUT:
            return "text"
        return name
    return "long-text" if any("\n" in one or len(one) > LONG for one in evidence.samples) else "text"


def field(target: str, label: str, kind: str) -> Field | None:
    """The field that a new one will be; None where it takes whatever the cells hold: a text, or a list of their words."""
    found = BY_NAME.get(kind)
    return None if found is None or kind in ("text", "choice") else Field(target, found.kind, Own(label), custom=True)
