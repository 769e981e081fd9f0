"""Columns whose header is short for many things, told by what stands in them and beside: postcodes under Kod, towns under By."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from app.shared.i18n import N_, _
from app.transfer.columns.proposals import BY_LOOKS, CONTACTS, CUSTOMERS, Column, Proposal
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.scale import ALL_BUT

REASON = N_("What stands in it and beside it says what it is.")
_CODES = folded("kod|kod p|kód|kode|code|código|codigo|codice|cod|kodas|kods|код|nr|no|c|k")
_SHAPED = re.compile(
    r"\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}|\d{5}-\d{3,4}|\d{4} ?[A-Z]{2}|"
    r"(?:A|B|CH|D|DK|F|FL|I|L|N|S|SE|SI|HR|LV|LT|SK|CZ)-(?:[1-9]\d{3,4}|0[1-9]\d{3})|[A-Z]\d[A-Z] ?\d[A-Z]\d|"
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{3}-\d{4}"
)
"""Postcodes that are nothing else: behind the sign of a country, of Poland, Czechia, Portugal, Brazil, the Netherlands, Canada, Britain
and Japan."""
_TOWNS = folded("by|ort|sted|plads|lieu|loc|poczta|pošta|posta|mj|m|місто|г|гр|lok|bygd|commune|freguesia|town|place")
_NEVER = 0.1


def placed(proposal: Proposal) -> Proposal:
    """A list of customers or contacts with its postcodes and towns where their headers are too short to say so."""
    if proposal.kind not in (CUSTOMERS, CONTACTS):
        return proposal
    front = "" if proposal.kind == CUSTOMERS else "customer."
    postcode, city, address = (f"{front}{name}" for name in ("postcode", "city", "address"))
    if proposal.column_of(postcode) is None and (proposal.column_of(city) or proposal.column_of(address)):
        proposal = _first(proposal, postcode, _coded)
    held = proposal.column_of(postcode)
    if held is not None and proposal.column_of(city) is None:
        proposal = _first(proposal, city, lambda one: one.index == held.index + 1 and _town(one))
    return proposal


def _first(proposal: Proposal, target: str, fits: Callable[[Column], bool]) -> Proposal:
    """The proposal with the first column that fits, of those that only go to the notes, sent to a field."""
    found = next((one for one in proposal.columns if one.labelled and one.evidence.filled and fits(one)), None)
    if found is None:
        return proposal
    made = replace(found, targets=(target,), labelled=False, confidence=BY_LOOKS, reason=_(REASON))
    return replace(proposal, columns=tuple(made if one is found else one for one in proposal.columns))


def _coded(one: Column) -> bool:
    samples = one.evidence.samples
    shaped = sum(_SHAPED.fullmatch(sample.strip().upper()) is not None for sample in samples)
    return fold(one.header) in _CODES and shaped >= ALL_BUT * len(samples)


def _town(one: Column) -> bool:
    worded = all(any(map(str.isalpha, sample)) and not any(map(str.isdigit, sample)) for sample in one.evidence.samples)
    return worded and fold(one.header) in _TOWNS and one.evidence.share("email", "url", "company") <= _NEVER
