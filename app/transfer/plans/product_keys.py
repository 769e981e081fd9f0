"""What two rows of the same product share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from app.transfer.plans.match_rules import CODE, DEFAULT, NAME

SEVERAL = "several"
"""Before the code of products of which there are several, with different specifications."""


def product_keys(values: dict[str, Any], rules: Sequence[str] = DEFAULT) -> list[tuple[str, str]]:
    """What two rows of the same product share: the code, with the specification first; else barcode and name, or name and specification.

    Args:
        rules: by which it is found; without the rule of codes by its name only, without that of names only by codes.
    """
    code, barcode = (str(values.get(name) or "").strip().casefold() for name in ("code", "barcode"))
    name = re.sub(r"\s+", "", str(values.get("name") or "").casefold())
    specification = re.sub(r"\s+", "", str(values.get("specification") or "").casefold())
    if CODE in rules:
        if code:
            return [*([("variant", f"{code}|{specification}")] if specification else []), ("code", code)]
        if barcode:
            return [("barcode", f"{barcode}|{name}")]
    if NAME not in rules:
        return []
    return [("name", f"{name}|{specification}|{values.get('unit') or ''}")]


def several(products: Iterable[dict[str, Any]]) -> dict[tuple[str, str], int]:
    """The codes that rows of one sheet share though their specifications differ, as keys for the known products."""
    first: dict[str, str] = {}
    found: dict[tuple[str, str], int] = {}
    for one in products:
        keys = product_keys(one, (CODE,))
        if len(keys) > 1 and first.setdefault(keys[-1][1], keys[0][1]) != keys[0][1]:
            found[SEVERAL, keys[-1][1]] = 0
    return found
