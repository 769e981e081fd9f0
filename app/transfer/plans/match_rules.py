"""By which rules, and in which order, an import finds the records that a row is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_
from app.shared.settings import Setting

CODE, TAX, NAME, NAME_CITY = "code", "tax_number", "name", "name_city"
PHONE, EMAIL, SIMILAR = "phone", "email", "similar"
RULES = (
    (CODE, N_("Code or barcode of a product")),
    (TAX, N_("Tax number")),
    (NAME, N_("Name, without legal form and brackets")),
    (NAME_CITY, N_("Name and city")),
    (PHONE, N_("Phone, and a similar name")),
    (EMAIL, N_("E-mail, and a similar name")),
    (SIMILAR, N_("Similar name in the same city")),
)
DEFAULT = (CODE, TAX, NAME, PHONE, EMAIL, SIMILAR)
MATCHING = Setting("import_match", ",".join(DEFAULT))
_SPLIT = re.compile(r"[\s,，;]+")


def parse(text: str) -> tuple[str, ...]:
    """Rules written as "tax_number,phone". Raises KebuError when one of them does not exist."""
    known = [code for code, _label in RULES]
    found = tuple(dict.fromkeys(name.strip().casefold().replace("-", "_") for name in _SPLIT.split(text) if name))
    for name in found:
        if name not in known:
            raise KebuError(
                N_("“{name}” is no way to find doubles."), N_("Choose from {rules}."), name=name, rules=", ".join(known)
            )
    return found


def rules(ws: Workspace) -> tuple[str, ...]:
    """The rules of the book, in their order; those that a later version wrote are left out."""
    known = {code for code, _label in RULES}
    return tuple(name for name in _SPLIT.split(ws.setting(MATCHING)) if name in known)


def keep(ws: Workspace, wanted: Iterable[str]) -> None:
    """Keep the rules of the book, as one operation."""
    ws.set_setting(MATCHING, ",".join(wanted))


def arranged(wanted: Sequence[str]) -> list[tuple[str, str, bool]]:
    """All rules as a list shows them: code, label, whether it is on; those that are on first, in their order."""
    labels = dict(RULES)
    off = [code for code in labels if code not in wanted]
    return [(code, labels[code], code in wanted) for code in (*wanted, *off)]
