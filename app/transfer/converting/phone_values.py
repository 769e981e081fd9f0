"""Cells into phone numbers, with what else people write beside them: mailboxes, messengers, further numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from app.records.fields import Field
from app.shared import phones
from app.shared.i18n import _
from app.shared.phones import Phone
from app.transfer.converting import amounts, messengers, postcodes
from app.transfer.converting.outcome import EMPTY, Convert, Outcome, Settings, kept
from app.transfer.converting.spare import FAX
from app.transfer.grid.cells import text
from app.transfer.grid.mails import EMAIL
from app.transfer.grid.sheets import Cell

_MOBILE = re.compile(r"1[3-9]\d(?:[- ]?\d{4}){2}", re.ASCII)
_LANDLINE = re.compile(r"0(?:(10|2\d)[- ]?([2-8]\d{3}[- ]?\d{4})|([3-9]\d\d)[- ]?([2-8]\d{2,3}[- ]?\d{4}))", re.ASCII)
_GAPS = str.maketrans("", "", "- ")
_MASKED = re.compile(
    r"\+?\d[\d -]*(?:[*＊×●•※]{2,}|(?<=\d)[xX]{3,})[\d*＊×●•※xX -]*\d?|(?:[*＊×●•※]{3,}|[xX]{3,})[ -]?\d{2,}"
)
"""A number with digits covered up: 139****5566, 138xxxx1234, ****5566."""
_LEADING = re.compile(r"^(?:联系)?(?:电话|手机|座机|固话|tel|phone|mobile)(?:号码?)?[\s.:：]*", re.IGNORECASE)
_MESSENGER = re.compile(r"QQ|ＱＱ|微信|we\s?chat|weixin|wx", re.IGNORECASE)
_SHORT = 40


def phone(target: str, field: Field, settings: Settings) -> Convert:
    """How cells become numbers of a phone, mobile or fax field; see ``values.converter``."""
    return _Column(target, field, settings).convert


class _Column:
    """Reads the cells of one column of phone numbers."""

    def __init__(self, target: str, field: Field, settings: Settings) -> None:
        self.target, self.settings, self.name = target, settings, field.name
        self.china = settings.region == "CN"
        self.owner = next((owner for owner in ("contact.", "customer.") if target.startswith(owner)), "")

    def convert(self, cell: Cell) -> Outcome:
        """The number of a cell; most are plain Chinese ones."""
        value = text(cell)
        if value[:1] == "'":
            # What guards a number in a .csv stays in the cell when a spreadsheet saves it as a workbook.
            return self.convert(value.lstrip("'"))
        if self.china and _MOBILE.fullmatch(value):
            return Outcome(((self.target, Phone(value, "+86" + value.translate(_GAPS))),))
        if self.china and _LANDLINE.fullmatch(value):
            return Outcome(((self.target, Phone(value, "+86" + value.translate(_GAPS)[1:])),))
        return self._read(cell, value) if value else EMPTY

    def _read(self, cell: Cell, value: str) -> Outcome:
        """The number of a cell, and what else its text says."""
        if not any(map(str.isdigit, value)):
            told = self._messengers(messengers.take(value)[1])
            return Outcome(told) if told else kept(cell, _("There is no digit in the phone number."))
        if amounts.rounded(cell):
            return kept(cell, _("The spreadsheet has rounded this phone number, its last digits are lost"))
        if _MASKED.search(value):
            return self._masked(cell, _MASKED.sub(" ", value))
        if "@" in value and (mails := EMAIL.findall(value)):
            return self._mail(value, mails)
        if _MESSENGER.search(value) and (told := self._messengers(messengers.take(value)[1])):
            return self._beside(told, value, messengers.take(value)[0])
        if postcodes.marked(value):
            rest = postcodes.apart(value)[0]
            if not any(map(str.isdigit, rest)):
                return kept(cell, _("This is a postcode and no phone number."))
            return self.convert(rest)._replace(note=value)
        return self._numbers(value)

    def _numbers(self, value: str) -> Outcome:
        region = self.settings.region
        if self.settings.other and not phones.is_of(value, region) and phones.is_of(value, self.settings.other):
            region = self.settings.other
        found = phones.split(value, region)
        if not found:
            only = phones.parse(value, region)
            return Outcome(((self.target, only),), reason=_reason(only))
        chosen, wants_fax = self._chosen(found), self.name == "fax"
        number, label = found[chosen].phone, found[chosen].label
        spare = [(one.phone, one.label) for at, one in enumerate(found) if at != chosen]
        if len(found) == 1 and not label and number.typed != value and len(value) <= _SHORT:
            number = Phone(_LEADING.sub("", value), number.normal)
        if label and not (wants_fax and FAX.search(label)):
            spare.insert(0, (number, label))
        return Outcome(((self.target, number),), reason=_reason(number), spare=tuple(spare))

    def _chosen(self, found: list[phones.Found]) -> int:
        """Which of the numbers of a cell is this field's."""
        wants_fax, wants_mobile = self.name == "fax", self.name == "mobile"
        if len(found) == 1:
            return 0
        right = [at for at, one in enumerate(found) if bool(FAX.search(one.label)) == wants_fax]
        fits = [at for at in right if phones.is_mobile(found[at].phone.normal) == wants_mobile]
        return (fits or right or [0])[0]

    def _messengers(self, named: Sequence[tuple[str, str]]) -> tuple[tuple[str, Any], ...]:
        return tuple((f"{self.owner}{name}", value) for name, value in named)

    def _beside(self, told: tuple[tuple[str, Any], ...], value: str, rest: str) -> Outcome:
        """Names of messengers, and the number beside them if there is one."""
        if not any(map(str.isdigit, rest)):
            return Outcome(told, note=value if rest else "")
        found = self.convert(rest)
        return found._replace(values=(*found.values, *told))

    def _masked(self, cell: Cell, rest: str) -> Outcome:
        """A number with digits covered up is none; what else stands in the cell is read."""
        hidden = kept(cell, _("Some digits of this phone number are covered up."))
        if not any(map(str.isdigit, rest)):
            return hidden
        found = self.convert(rest.strip(" ,;/、，；"))
        return found._replace(note=hidden.note, reason=hidden.reason) if found.values else hidden

    def _mail(self, value: str, mails: list[str]) -> Outcome:
        found = phones.split(EMAIL.sub(" ", value), self.settings.region)
        values: list[tuple[str, Any]] = [(f"{self.owner}email", mails[0])]
        if found:
            values.append((self.target, found[0].phone))
        return Outcome(tuple(values), note=value)


def _reason(number: Phone) -> str:
    problem = phones.problem(number)
    # An area code in brackets is no beginning of a Chinese mobile number.
    return _(problem) if problem and not number.typed.startswith(("(", "（")) else ""
