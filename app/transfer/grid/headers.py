"""What a header means: found in the synonyms of the dictionary, by whole words first and by likeness last."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from copy import copy
from dataclasses import replace
from functools import cached_property

from app.records.fields import Field, RecordType
from app.shared.simplified import simplified
from app.transfer.grid import composed, qualified, scale, technical, units
from app.transfer.grid import header_words as words
from app.transfer.grid.affixes import affixes
from app.transfer.grid.folding import bare, fold, pieces, spellings
from app.transfer.grid.meanings import CONTACT, CUSTOMER, OTHER, PERSON, PRODUCT, RECORDS, Meaning
from app.transfer.grid.priced import priced

__all__ = ["CONTACT", "CUSTOMER", "OTHER", "PERSON", "PRODUCT", "RECORDS", "Meaning", "Vocabulary"]
_NAME_BEHIND = re.compile(r"(?:名称|全称|名字|名|name)$")
_TRAILING = re.compile(r"(?<=[^\W\d])(\d{1,2})$")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_EASTERN = re.compile(r"[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")
_UNTOUCHED = "donotmodify"
"""Before the numbers that Dynamics tells its own rows by."""
_TWO, _LONG = 2, 6
_LATIN_LONG, _LATIN_LONGEST, _ONE_LETTER = 5, 24, 87
"""Words of Latin letters so long, and no longer, may be misspelt; by as much as rapidfuzz's ratio says of a letter."""
_GLUED, _INNER, _INNER_LONGEST = 20, 7, 12
"""In headers so long that are written without blanks words are looked for; so much may stand beside them, so long they may be."""
_WHOLE, _ONE_PLACE = 0.955, 0.86
"""As sure as a whole a header of several parts means one field, or one place."""
_REMEMBERED = 20_000
"""So many headers are kept with what they mean; more came by only when a whole book was looked through."""
_ENUMERATED = re.compile(r"^\s*(?:[(（]?(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2})[)）.、．]|[①-⑳])\s*(?=\S)")
_NUMBERED = re.compile(
    r"[^A-Z]I[Dd]s?$|_ids?$|^_?(?:parent|account|customer|company|contact|lead|owner|owning|regarding|master|organi[sz]ation)\w*id(?:_value)?$"
)
_REGIONS, _VAGUE = frozenset(("区域", "地区", "大区", "片区", "區域", "地區", "region", "área", "zone", "zona")), 0.01
"""Less surely a province than 省份 in another column."""
_PLACES = frozenset({"country", "province", "city", "postcode"})
_COUNTED, _NAMES = re.compile(r"\w\s*[#＃№]\s*$"), frozenset({"name", "customer"})
"""``Account #`` is a number, and no name."""
_NAMED = _NAMES | {"supplier"}
_SAYS_NOTHING = frozenset(("地址", "号码", "账号", "帐号", "名称", "信息"))
"""Beside a word of another language: Email 地址, WhatsApp 账号."""
_POST = "〒"
_SIGNS = {
    _POST: (Meaning(CUSTOMER, "postcode", scale.SIGN),),
    **dict.fromkeys(("#", "№"), (Meaning(OTHER, "row", scale.PART),)),
}
"""Headers without a letter."""


class Vocabulary:
    """All words that name fields.

    Args:
        types: the record types.
        records: those whose words count.
    """

    def __init__(self, types: Iterable[RecordType], records: Collection[str] = RECORDS) -> None:
        self._words: dict[str, tuple[tuple[str, str], ...]] = {}
        self._shared: dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = {}
        self._cache: dict[str, tuple[Meaning, ...]] = {}
        self._prefix = ""
        self.every = {one.name: one for one in types}
        self.lists: dict[str, Vocabulary] = {}
        self.types = {name: one for name, one in self.every.items() if name in records}
        from app.shared.i18n import LANGUAGES, catalogue

        for record in self.types.values():
            for field in record.fields:
                if not self.takes(record, field):
                    continue
                labels = [field.label, *(catalogue(language).gettext(field.label) for language in LANGUAGES)]
                for word in (field.name, *labels, *field.synonyms):
                    self._add(word, record.name, field.name)
        for name, found in (("given", words.GIVEN), ("middle", words.MIDDLE), ("family", words.FAMILY)):
            for word in found:
                self._add(word, PERSON, name)
        common = affixes()
        self._other, self._institutions = common.other, common.institutions
        self._starts, self._ends = common.starts, common.ends

    def takes(self, record: RecordType, field: Field) -> bool:  # noqa: ARG002 - lists ask the record as well
        """Whether the words of a field count."""
        return field.imported and not field.readonly

    @cached_property
    def _chinese(self) -> set[str]:
        """The words that may stand inside a header that is written without blanks."""
        return {
            word
            for word in self._words
            if len(word) > 1
            and not word.isascii()
            and word not in words.GENERAL
            and (len(word) > _LONG or _EASTERN.search(word))
        }

    @cached_property
    def _latin(self) -> list[str]:
        """The words that a header may differ from by a letter."""
        return [word for word in self._words if len(word) >= _LATIN_LONG and word.isascii()]

    def _add(self, word: str, record: str, field: str) -> None:
        pair = (record, field)
        for text in spellings(word):
            if pair not in (known := self._words.get(text, ())):
                more = (*known, pair)
                self._words[text] = self._shared.setdefault(more, more)

    def lookup(self, header: str) -> tuple[Meaning, ...]:
        """What the header may mean, surest first."""
        found = self._cache.get(header)
        if found is None:
            if len(self._cache) >= _REMEMBERED:
                self._cache.clear()
            found = self._lookup(header)
            if self._prefix and header.startswith(self._prefix) and not (found and found[0].score >= scale.KNOWN):
                found = self._lookup(header.removeprefix(self._prefix)) or found
            self._cache[header] = found
        return found

    def behind(self, prefix: str) -> Vocabulary:
        """The same words for a table whose headers all have a prefix that says nothing; itself where there is none."""
        if not prefix:
            return self
        made = copy(self)
        made._prefix, made._cache, made.lists = prefix, {}, {}
        return made

    def known(self, header: str) -> bool:
        """Whether the header surely means something."""
        found = self.lookup(header)
        return bool(found) and found[0].score >= scale.KNOWN

    def exact(self, header: str) -> bool:
        """Whether the header is one of the words as they stand: less than ``known``, and quick for any text."""
        whole = fold(header)
        return whole in self._words or whole in self._other

    def joined(self, header: str) -> tuple[Meaning, ...]:
        """The meanings of the parts of a header that names several fields, or nothing."""
        parts = pieces(header)
        whole = self.lookup(header)
        if not 2 <= len(parts) <= 3 or any(one.score > _WHOLE for one in whole):
            return ()
        if whole and whole[0].score >= _ONE_PLACE and whole[0].field in _PLACES:
            return ()
        found: list[Meaning] = []
        for part in parts:
            meanings = [
                one for one in self.lookup(part) if one.score >= scale.SAID and one.record in (CONTACT, CUSTOMER)
            ]
            if not meanings:
                return ()
            contact = next((one for one in meanings if one.record == CONTACT), meanings[0])
            if contact.field not in [one.field for one in found]:
                found.append(contact)
        return tuple(found) if len(found) > 1 else ()

    def _lookup(self, header: str) -> tuple[Meaning, ...]:
        whole, short = fold(header), fold(bare(header))
        if not whole or header.lstrip().startswith(_POST):
            return _SIGNS.get(header.strip(), _SIGNS[_POST] if whole else ())
        if whole.startswith(_UNTOUCHED):
            return (Meaning(OTHER, "plain", scale.WORD),)
        found = self._as_said(header, whole, short)
        if not found and (plainer := technical.plainer(header) or _ENUMERATED.sub("", header)) != header and plainer:
            return self._lookup(plainer)
        if not found:
            self._stripped(short, found)
        if not found and (plainer := simplified(header)) != header:
            return self._lookup(plainer)
        if not found and (plainer := composed.plainer(short)) and self._lookup(plainer):
            return tuple(replace(one, score=round(one.score - scale.COMPOSED, 3)) for one in self._lookup(plainer))
        if not found:
            for other in composed.renumbered(short):
                for one in self._as_said(other, other, other).values():
                    self._put(found, replace(one, score=round(one.score - scale.COMPOSED, 3)))
        less_sure_ways = (
            self._trailing, self._alike, self._twice, self._institution, self._qualified, self._numbered, self._likely, self._coded,
            self._price_of, self._in_unit,
        )  # fmt: skip
        for less_sure in less_sure_ways:
            if found:
                break
            less_sure(header, found)
        return tuple(sorted(found.values(), key=lambda one: -one.score))

    def _as_said(self, header: str, whole: str, short: str) -> dict[tuple[str, str], Meaning]:
        """What the header means when it is a word of the vocabulary as it stands, with its brackets or without."""
        found: dict[tuple[str, str], Meaning] = {}
        for text in (whole, short):
            self._exact(text, scale.WORD, found)
            if text in self._other:
                self._put(found, Meaning(OTHER, self._other[text], scale.WORD))
            if found:
                break
        if _COUNTED.search(header) and any(field in _NAMES for _record, field in found):
            found = {key: one for key, one in found.items() if key[1] not in _NAMES}
            self._put(found, Meaning(OTHER, "identity", scale.ENDED))
        return found

    def _trailing(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header with a number behind it: 电话2."""
        short = fold(bare(header))
        if not (match := _TRAILING.search(short)):
            return
        rest, number = short[: match.start()], int(match[1])
        base: dict[tuple[str, str], Meaning] = {}
        self._exact(rest, scale.PART, base)
        if not base:
            self._stripped(rest, base)
        for one in base.values():
            second = number > 1 or one.second
            less = scale.SECOND if second else scale.TWICE if one.record != PERSON else 0.0
            self._put(found, Meaning(one.record, one.field, one.score - less, one.owned, second))

    def _institution(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header that names a sort of customers: 医院名称."""
        if not _COUNTED.search(header) and _NAME_BEHIND.sub("", fold(bare(header))) in self._institutions:
            self._put(found, Meaning(CUSTOMER, "name", scale.PART, True))

    def _numbered(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header of a program's own numbers: owner_id."""
        if _NUMBERED.search(header.strip()):
            self._put(found, Meaning(OTHER, "plain", scale.PLAIN))

    def _exact(self, text: str, score: float, found: dict[tuple[str, str], Meaning]) -> None:
        for record, field in self._words.get(text, ()):
            vague = field == "province" and text in _REGIONS
            self._put(found, Meaning(record, field, round(score - _VAGUE, 3) if vague else score))

    def _stripped(self, text: str, found: dict[tuple[str, str], Meaning]) -> None:
        """The field's word behind a word that says whose it is, or before a word that says nothing."""
        for behind, second in self._ends.get(text[-1:], ()):
            if text.endswith(behind) and len(text) > len(behind):
                inner: dict[tuple[str, str], Meaning] = {}
                self._exact(text[: -len(behind)], scale.START if second else scale.ENDED, inner)
                for one in inner.values():
                    self._put(found, Meaning(one.record, one.field, one.score, one.owned, second))
                if found:
                    return
        for prefix, owner in self._starts.get(text[:1], ()):
            if text.startswith(prefix) and len(text) > len(prefix):
                self._behind_owner(text[len(prefix) :], owner, found)
                if found:
                    return

    def _behind_owner(self, rest: str, owner: str, found: dict[tuple[str, str], Meaning]) -> None:
        """What a word means behind one that says whose it is; behind a word of no owner it is a second one."""
        inner: dict[tuple[str, str], Meaning] = {}
        self._exact(rest, scale.OWNED, inner)
        if not inner and owner and self._other.get(rest) in ("identity", "row"):
            self._put(found, Meaning(OTHER, "identity", scale.PART))
            return
        if not inner and owner != CONTACT:
            self._stripped(rest, inner)
        for one in inner.values():
            if not owner:
                self._put(found, Meaning(one.record, one.field, scale.SPARE, one.owned, True))
            elif one.record == owner:
                self._put(found, Meaning(owner, one.field, one.score, True, one.second))
            elif owner == CONTACT and one.record == PERSON:
                self._put(found, Meaning(PERSON, one.field, one.score, True))
            elif owner == CUSTOMER and one.record == CONTACT and not one.owned:
                self._put(found, Meaning(CONTACT, one.field, one.score - scale.ODD, False, one.second))

    def _alike(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header that says one thing in several words: Mobile/WhatsApp."""
        said = pieces(header)
        parts = [self.lookup(part) for part in said] if len(said) >= _TWO else []
        if not parts or not all(parts):
            return
        shared = set.intersection(
            *({(one.record, one.field) for one in part if one.score >= scale.SAID} for part in parts)
        )
        for one in parts[0]:
            if (one.record, one.field) in shared:
                self._put(found, Meaning(one.record, one.field, one.score - scale.TWICE, one.owned))

    def _twice(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header said in Chinese and in another language: 客户名称 Customer Name."""
        chinese, other = ("".join(_CHINESE.findall(header)), _CHINESE.sub(" ", header).strip(" /|()（）[]:：-—*"))
        if len(chinese) < _TWO or sum(map(str.isalpha, other)) < _TWO:
            return
        numbers = fold(other).endswith("id") and all(one.record == OTHER for one in self.lookup(other))
        if numbers or self._other.get(fold(other)) in ("identity", "row"):
            self._put(found, Meaning(OTHER, "identity", scale.SIGN))
            return
        for part in (other, chinese) if chinese in _SAYS_NOTHING else (chinese, other):
            meanings = [one for one in self.lookup(part) if one.score >= scale.KNOWN]
            for one in meanings:
                self._put(found, Meaning(one.record, one.field, one.score - scale.TWICE, one.owned, one.second))
            if meanings:
                return

    def _price_of(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header with a word for prices or costs that says which: Preis je Stück, costo_usd."""
        said = priced(header, lambda word, field: (PRODUCT, field) in self._words.get(word, ()))
        if said is not None:
            self._put(found, Meaning(PRODUCT, *said))

    def _in_unit(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header with the unit of its amounts behind: price_cents, 金额/万元."""
        for one in self.lookup(rest) if (rest := units.without(header)) else ():
            self._put(found, replace(one, score=round(one.score - scale.TWICE, 3)))

    def _coded(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A number of something that has no field."""
        if composed.coded(fold(bare(header))):
            self._put(found, Meaning(OTHER, "plain", scale.PLAIN))

    def _qualified(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A header of several words of which one is the field's: AddressMailCity, Teléfono del trabajo."""
        parts = qualified.apart(header)
        for rest in parts.rests if parts else ():
            if parts is not None and self._of_owner(fold(rest), parts, found):
                return

    def _of_owner(self, rest: str, parts: qualified.Qualified, found: dict[tuple[str, str], Meaning]) -> bool:
        """Put what a word means for the owner that its header tells; whether it means anything."""
        if parts.owner and (rest in qualified.NUMBERS or self._other.get(rest) == "identity"):
            self._put(found, Meaning(OTHER, "identity", scale.PART))
        elif rest == "company":
            self._put(found, Meaning(CUSTOMER, "name", scale.SPARE if parts.second else scale.PART))
        elif parts.owner and rest in qualified.NAMES:
            self._put(found, Meaning(parts.owner, "name", scale.PART, True))
        else:
            inner: dict[tuple[str, str], Meaning] = {}
            self._exact(rest, scale.SPARE if parts.second else scale.PART, inner)
            for one in inner.values():
                if (
                    one.record == parts.owner or (not parts.owner and one.field in qualified.REACHED)
                ) and one.record != PRODUCT:
                    self._put(found, Meaning(one.record, one.field, one.score, bool(parts.owner), parts.second))
                elif one.record == PERSON and parts.owner != CUSTOMER:
                    self._put(found, Meaning(PERSON, one.field, scale.PART, bool(parts.owner)))
                elif parts.owner == CUSTOMER and one.record == CONTACT and one.field in qualified.REACHED:
                    self._put(found, Meaning(CONTACT, one.field, one.score - scale.ODD, False, parts.second))
        return bool(found)

    def _likely(self, header: str, found: dict[tuple[str, str], Meaning]) -> None:
        """A word inside the header, or one that differs by a letter."""
        text = fold(bare(header))
        if not text.isascii() and len(text) <= _GLUED:
            for size in range(min(len(text) - 1, _INNER_LONGEST), max(1, len(text) - _INNER), -1):
                for word, score in ((text[-size:], scale.END), (text[:size], scale.START if size > _TWO else 0.0)):
                    if not score or word not in self._chinese or any(one.score >= score for one in found.values()):
                        continue
                    if self._of_staff(text, word):
                        self._put(found, Meaning(OTHER, "plain", scale.PLAIN))
                        return
                    inner: dict[tuple[str, str], Meaning] = {}
                    self._exact(word, score, inner)
                    for one in inner.values():
                        if not (score < scale.END and one.field in _NAMED and _whose(text, word)):
                            self._put(found, one)
        if not found and _LATIN_LONG <= len(text) <= _LATIN_LONGEST and text.isascii() and text not in self._other:
            from rapidfuzz import fuzz, process

            match = process.extractOne(text, self._latin, scorer=fuzz.ratio, score_cutoff=_ONE_LETTER)
            if match and match[0][0] == text[0] and text.endswith("id") <= match[0].endswith("id"):
                self._exact(match[0], round(match[1] / 100 - scale.ODD, 2), found)

    def _of_staff(self, text: str, word: str) -> bool:
        """Whether a header tells something of the user's own people that is not who they are: 业务员电话, 业务员跟进."""
        who = word if text.startswith(word) else text.removesuffix(word)
        fields = {field for record, field in self._words.get(who, ()) if record in (CUSTOMER, CONTACT)}
        rest = text.removeprefix(who)
        # What the sales price is says nothing of who sells.
        priced = any(pair in self._words.get(rest, ()) for pair in ((PRODUCT, "price"), (PRODUCT, "cost")))
        return fields == {"owner"} and rest not in words.CALLED and not priced

    @staticmethod
    def _put(found: dict[tuple[str, str], Meaning], one: Meaning) -> None:
        key = (one.record, one.field)
        if key not in found or found[key].score < one.score:
            found[key] = one


def _whose(text: str, word: str) -> bool:
    """Whether a word for somebody that begins a Chinese header only says whose the rest is (供应商税率), and is no name itself."""
    chinese = _CHINESE.fullmatch(word) is not None and _NAME_BEHIND.search(word) is None
    return chinese and text.removeprefix(word) not in words.CALLED
