"""Rows that head a group (江苏省, 二、老客户, A类客户): what they say goes to the rows below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.records.fields import RecordType
from app.shared.i18n import _
from app.shared.packed import Packed
from app.transfer.columns.proposals import KINDS, NOTES, PRODUCTS, Proposal
from app.transfer.converting.addresses import locate
from app.transfer.drafting.rows import Draft
from app.transfer.grid.cells import blank, text
from app.transfer.grid.choices import choice_words
from app.transfer.grid.sheets import Sheet
from app.transfer.layout.data_rows import GROUP

_SIGNS = re.compile(r"^[\s—\-=_*#~·.【\[<《▲●■◆★☆(（]+|[\s—\-=_*~】\]>》:：)）、.。]+$")
_NUMBER = re.compile(r"^(?:第?[一二三四五六七八九十]+|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2})[、.．)）\s]\s*")
_BELOW = re.compile(r"^以下(?:全部|均|都)?(?:为|是|属于)?")
_COUNT = re.compile(r"\s*[(（]?(?:共|合计)?\s*\d+\s*[家户个条][)）]?$")
_CHOICES = ("level", "status", "kind")
_LONGEST = 16
_TAILS = ("客户", "地区", "片区", "区域", "类", "部分")


def heading(value: str) -> str:
    """The words of a heading without ornament, number and count: 【一、江苏省】 is 江苏省."""
    value = _BELOW.sub("", _NUMBER.sub("", _SIGNS.sub("", value)))
    return _SIGNS.sub("", _COUNT.sub("", value))


def apply(sheet: Sheet, proposal: Proposal, types: Mapping[str, RecordType], drafts: Sequence[Draft]) -> None:
    """Give each draft what the heading above it says: province and city, a level or status, a category, else a tag."""
    heads = sorted(number for number, reason in proposal.layout.skipped if reason == GROUP)
    heads = [number for number in heads if number > (proposal.layout.header_rows or (-1,))[-1]]
    if not heads or proposal.kind not in KINDS:
        return
    words, at = "", 0
    for one in drafts.changing() if isinstance(drafts, Packed) else drafts:
        while at < len(heads) and heads[at] < one.number - 1:
            words = heading(next((text(cell) for cell in sheet.rows[heads[at]] if not blank(cell)), ""))
            at += 1
        if words and not one.fatal:
            _give(words, proposal, types, one)


def _give(words: str, proposal: Proposal, types: Mapping[str, RecordType], one: Draft) -> None:
    if proposal.kind == PRODUCTS:
        if len(words) <= _LONGEST and not one.product.get("category"):
            one.product["category"] = words
        elif words != one.product.get("category"):
            _note(one.product, words)
        return
    customer = one.customer
    place = locate(words) or locate(re.sub(r"(?:地区|片区|区域|客户)$", "", words))
    if place and place.province:
        given = {"province": place.province, "city": place.city}
        if not any(customer.get(name) and customer[name][:2] != value[:2] for name, value in given.items() if value):
            customer.update({name: value for name, value in given.items() if value and not customer.get(name)})
        return
    bare = words
    for tail in _TAILS:
        bare = bare.removesuffix(tail) or bare
    for name in _CHOICES:
        known = choice_words(types["customer"].field(name))
        for said in (words, f"{bare}类", bare):
            if (value := known.get(said.casefold())) is not None and not customer.get(name):
                customer[name] = value
                return
    if len(words) <= _LONGEST:
        tags = customer.get("tags") or ()
        if words not in tags:
            customer["tags"] = (*tags, words)
    else:
        _note(customer, words)


def _note(record: dict[str, Any], words: str) -> None:
    line = _("Group: {name}").format(name=words)
    record[NOTES] = "\n".join(part for part in (record.get(NOTES), line) if part)
