"""Technical headers as programs write them, read as the words inside them."""

from __future__ import annotations

import re

_TECHNICAL = re.compile(r"(?:[a-z]{1,5}\.)?([A-Za-z]\w*?)(?:__c)?", re.ASCII)
_GROUPWARE = {
    "n_given": "given name", "n_middle": "middle name", "n_family": "family name", "n_fn": "full name", "org_unit": "department",
    "adr_one_street": "street", "adr_one_street2": "street 2", "adr_one_postalcode": "postal code", "adr_one_locality": "city",
    "adr_one_region": "state", "adr_one_countryname": "country", "tel_cell": "mobile", "tel_fax": "fax",
}  # fmt: skip
"""What groupware calls the fields of its address books: vCard's properties."""
_NAME_OF = re.compile(r"([^/]{2,40}?)(?:_ids?)?/(?:.*\b)?(?:display[ _])?name", re.IGNORECASE)


def plainer(header: str) -> str:
    """What a technical header is called: s.zip is zip, Level__c is Level, country_id/name and Country/Name are Country; "" for others."""
    text = header.strip()
    if text in _GROUPWARE:
        return _GROUPWARE[text]
    match = _NAME_OF.fullmatch(text) or (_TECHNICAL.fullmatch(text) if "." in text or text.endswith("__c") else None)
    return match[1] if match and match[1] != text else ""
