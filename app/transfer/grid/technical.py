"""Technical headers as programs write them, read as the words inside them."""

from __future__ import annotations

import re

_TECHNICAL = re.compile(r"(?:[a-z]{1,5}\.)?([A-Za-z]\w*?)(?:__c)?", re.ASCII)
_NAME_OF = re.compile(r"([^/]{2,40}?)(?:_ids?)?/(?:.*\b)?(?:display[ _])?name", re.IGNORECASE)


def plainer(header: str) -> str:
    """What a technical header is called: s.zip is zip, Level__c is Level, country_id/name and Country/Name are Country; "" for others."""
    text = header.strip()
    match = _NAME_OF.fullmatch(text) or (_TECHNICAL.fullmatch(text) if "." in text or text.endswith("__c") else None)
    return match[1] if match and match[1] != text else ""
