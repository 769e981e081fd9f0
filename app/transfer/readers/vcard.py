"""vCards as sheets: one row per card, persons on one sheet and companies on another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from app.shared.errors import Cancelled
from app.shared.i18n import N_, _, ngettext, translate
from app.shared.text import HAN, one_line
from app.transfer.converting import persons
from app.transfer.grid.sheets import Cell, Sheet, Workbook
from app.transfer.readers.reasons import refusal
from app.transfer.readers.vcard_lines import Property, cards, split, unescape

# The columns: key, header, field among contacts, field among customers ("" goes to the notes).
_COLUMNS = (
    ("name", N_("Name"), "name", "name"),
    ("kind", N_("Kind"), "", "kind"),
    ("company", N_("Company"), "customer", ""),
    ("department", N_("Department"), "department", ""),
    ("title", N_("Title"), "title", ""),
    ("gender", N_("Gender"), "gender", ""),
    ("mobile", N_("Mobile"), "mobile", "mobile"),
    ("phone", N_("Phone"), "phone", "phone"),
    ("fax", N_("Fax"), "fax", "fax"),
    ("email", N_("E-mail"), "email", "email"),
    ("wechat", N_("WeChat"), "wechat", "wechat"),
    ("qq", N_("QQ"), "qq", "qq"),
    ("website", N_("Website"), "customer.website", "website"),
    ("country", N_("Country"), "customer.country", "country"),
    ("province", N_("Province"), "customer.province", "province"),
    ("city", N_("City"), "customer.city", "city"),
    ("address", N_("Address"), "customer.address", "address"),
    ("postcode", N_("Postcode"), "customer.postcode", "postcode"),
    ("home", N_("Home address"), "address", ""),
    ("birthday", N_("Birthday"), "birthday", ""),
    ("tags", N_("Tags"), "customer.tags", "tags"),
    ("notes", N_("Notes"), "notes", "notes"),
)
PRIVATE = "X-KEBU-CUSTOMER"
"""In our own cards: the customer is a person."""
_LABELS = {key: header for key, header, _contact, _customer in _COLUMNS}
_COLUMN_OF = {"EMAIL": "email", "ADR": "address", "URL": "website"}
_PLACES = (("work", N_("{label} (work)")), ("home", N_("{label} (home)")))
_MOBILE_TYPES = frozenset({"cell", "mobile", "iphone", "car"})
_FAX_TYPES = frozenset({"fax", "homefax", "workfax", "otherfax"})
_PLAIN = {
    **dict.fromkeys(("TITLE", "ROLE"), "title"),
    **dict.fromkeys(("X-QQ", "X-TENCENT-QQ", "X-IM-QQ", "X-QQ-NUMBER"), "qq"),
    **dict.fromkeys(("X-WECHAT", "X-WEIXIN", "X-MICROMSG", "X-WX"), "wechat"),
}
"""Properties whose text is the value of a column."""
_SILENT = frozenset({
    "VERSION", "PRODID", "UID", "REV", "SORT-STRING", "MAILER", "CLASS", "SOURCE", "PROFILE", "CLIENTPIDMAP", "XML", "KIND",
    "X-KEBU-CUSTOMER", "KEY", "SOUND", "LOGO", "PHOTO", "X-PHOTO", "GEO", "TZ", "AGENT", "LANG", "SORT-AS", "FBURL", "CALURI", "CALADRURI",
    "X-ABLABEL", "X-ABADR", "X-ABUID", "X-ABSHOWAS", "X-ID", "X-ETAG", "X-FC-TAGS", "X-FC-LIST-ID", "X-CLASS", "X-ABRELATEDNAMES-UID",
    "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-ADDRESSBOOKSERVER-KIND", "X-IMAGEHASH",
    "X-IMAGETYPE", "X-SHARED-PHOTO-DISPLAY-PREF", "X-MS-CARDPICTURE", "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-OL-DESIGN",
})  # fmt: skip
_ELSEWHERE = frozenset({"N", "FN", "TEL", "ADR"})
"""Properties that are read together with others of the card."""
_EVERYBODY = frozenset({"mycontacts", "my contacts", "我的联系人"})
_OWN_MOBILE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d){8}")
_MOBILE_ABROAD = re.compile(
    r"(?:\+|00) ?(?:49 ?1[567]|33 ?[67]|44 ?7[1-57-9]|39 ?3|34 ?[67]|41 ?7[4-9]|43 ?6[5-9]|31 ?6|351 ?9|46 ?7|47 ?[49]|358 ?[45]|"
    r"420 ?[67]|421 ?9|30 ?69|90 ?5|7 ?9|380 ?[5-9])\d"
)
"""Numbers whose first digits tell in their countries that they are mobile ones."""
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_APPLE_LABEL = re.compile(r"_\$!<(.*?)>!\$_")
_NO_YEAR = 1604
"""The year that Apple writes for a birthday without one."""
_STEP = 500


def read(
    file: Path, byte_limit: int, cell_limit: int, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> Workbook:
    """Read a vCard file; row i + 1 of a sheet is its card i.

    Raises:
        SheetError: no card, or too many.
        Cancelled: ``cancelled`` said so.
    """
    if file.stat().st_size > byte_limit:
        raise refusal("too_big", file)
    data = file.read_bytes()
    total = max(data.upper().count(b"BEGIN:VCARD"), 1)
    if total * len(_COLUMNS) > cell_limit:
        raise refusal("too_many_cells", file, sheet=file.stem)
    people: list[dict[str, Cell]] = []
    companies: list[dict[str, Cell]] = []
    pictures = groups = 0
    for number, card in enumerate(cards(data)):
        if number % _STEP == 0:
            if cancelled():
                raise Cancelled(N_("Reading was stopped."))
            progress(min(number / total, 1.0))
        pictures += any(one.name in ("PHOTO", "LOGO", "X-PHOTO") for one in card)
        kind = _first(card, "KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
        if kind == "group":
            groups += 1
            continue
        row = _Card(card).row()
        if _first(card, PRIVATE):
            companies.append(row | {"kind": "person"})
        elif _is_company(card, kind):
            companies.append(row | {"name": row.get("name") or row.get("company"), "company": None})
        else:
            people.append(row)
    sheets = []
    if people or not companies:
        sheets.append(_sheet(file.stem, "contacts", people))
    if companies:
        name = f"{file.stem} – {_('Companies')}" if people else file.stem
        sheets.append(_sheet(name, "customers", companies))
    if not people and not companies:
        raise refusal("empty", file)
    return Workbook(file, "vcard", tuple(sheets), warnings=tuple(_warnings(pictures, groups)))


def _warnings(pictures: int, groups: int) -> Iterable[str]:
    if pictures:
        yield ngettext(
            "The picture of {count} card was left out.", "The pictures of {count} cards were left out.", pictures
        ).format(count=pictures)
    if groups:
        yield ngettext(
            "{count} card is a list of other cards and was left out.",
            "{count} cards are lists of other cards and were left out.",
            groups,
        ).format(count=groups)


def _sheet(name: str, kind: str, rows: list[dict[str, Cell]]) -> Sheet:
    columns = [column for column in _COLUMNS if column[0] == "name" or any(row.get(column[0]) for row in rows)]
    table: list[list[Cell]] = [[translate(header) for _key, header, _contact, _customer in columns]]
    table += [[row.get(key) or None for key, *_rest in columns] for row in rows]
    targets = tuple(contact if kind == "contacts" else customer for _key, _header, contact, customer in columns)
    return Sheet(name, table, kind=kind, targets=targets)


def _first(card: Sequence[Property], *names: str) -> str:
    return next((one.text for one in card if one.name in names and one.text), "")


def _is_company(card: Sequence[Property], kind: str) -> bool:
    if kind in ("org", "organization") or _first(card, "X-ABSHOWAS").upper() == "COMPANY":
        return True
    company = next((one.parts[0] for one in card if one.name == "ORG" and one.parts[0]), "")
    called = any(any(one.parts) for one in card if one.name in ("N", "NICKNAME"))
    return bool(company) and not called and _first(card, "FN") in ("", company)


class _Card:
    """Gathers the values of one card."""

    def __init__(self, card: Sequence[Property]) -> None:
        self.card = card
        self.values: dict[str, Cell] = {}
        self.notes: list[str] = []
        self.extra: list[str] = []
        self.labels = {one.group: _label(one.text) for one in card if one.group and one.name == "X-ABLABEL"}
        self.company = bool(_first(card, "ORG"))
        self.kinds = {one.name for one in card}

    def row(self) -> dict[str, Cell]:
        """The values of the card by the keys of the columns."""
        self.values["name"] = self._name()
        self._phones()
        self._addresses()
        for one in sorted(self.card, key=_preferred):
            if one.value.strip() and one.name not in _SILENT:
                self._take(one)
        self.values["notes"] = "\n".join((*self.notes, *self.extra))
        return self.values

    def _name(self) -> str:
        full = one_line(_first(self.card, "FN"))
        parts = next((one.parts for one in self.card if one.name == "N" and any(one.parts)), [])
        family, given, middle, prefix, suffix = (
            *(" ".join(part.replace(",", " ").split()) for part in parts),
            *[""] * 5,
        )[:5]
        built = persons.whole(given, middle, family)
        if full and HAN.search(built) and sorted(full.replace(" ", "")) == sorted(built.replace(" ", "")):
            return built
        if not (full and built):
            return full or " ".join(filter(None, (prefix, built, suffix))) or _first(self.card, "NICKNAME")
        name, other = persons.fuller(full, built) if "@" in built or "@" not in full else (built, full)
        if name != full and not (given and family) and "@" not in full:
            name, other = full, built  # Becky! has what somebody is called besides there
        if other and not any(other == one.text for one in self.card if one.name == "EMAIL"):
            self.extra.append(f"{_('Name')}: {other}")
        return name

    def _take(self, one: Property) -> None:
        if one.name in _PLAIN:
            self._put(_PLAIN[one.name], one.text)
        elif one.name in _PROPERTIES:
            _PROPERTIES[one.name](self, one)
        elif one.name not in _ELSEWHERE:
            label = self._called(one) or one.name.removeprefix("X-").replace("-", " ").capitalize()
            self.extra.append(f"{label}: {' '.join(filter(None, one.parts))}")

    def _organization(self, one: Property) -> None:
        self._company(*([part for part in one.parts if part] or [""]))

    def _email(self, one: Property) -> None:
        self._put("email", one.text.removeprefix("mailto:"), self._called(one))

    def _website(self, one: Property) -> None:
        self._put("website", one.text, self._called(one))

    def _gender(self, one: Property) -> None:
        self._put("gender", one.parts[0].lower(), quiet=True)

    def _categories(self, one: Property) -> None:
        self._tags(unescape(part).strip() for part in split(one.value, ","))

    def _note(self, one: Property) -> None:
        self.notes.append(one.text)

    def _label(self, one: Property) -> None:
        """The whole address as one text, where the card does not tell its parts."""
        if "ADR" not in self.kinds:
            self._put("address", one.text)

    def _instant_messenger(self, one: Property) -> None:
        scheme, _colon, address = one.text.partition(":")
        self._messenger(one.param("X-SERVICE-TYPE") or self._called(one) or scheme, address or scheme)

    def _nickname(self, one: Property) -> None:
        if one.text != self.values["name"]:
            self.extra.append(f"{_('Nickname')}: {one.text}")

    def _anniversary(self, one: Property) -> None:
        self.extra.append(f"{_('Anniversary')}: {one.text}")

    def _company(self, company: str, *units: str) -> None:
        if company and (self.values.get("company") or company) == company:
            self.values["company"] = company
            self._put("department", " / ".join(units))
        elif company:
            self.extra.append(f"{_('Company')}: {' / '.join((company, *units))}")

    def _tags(self, own: Iterable[str]) -> None:
        known = str(self.values.get("tags") or "").split(", ")
        tags = [tag for tag in (*known, *own) if tag and tag.lower() not in _EVERYBODY]
        self.values["tags"] = ", ".join(dict.fromkeys(tags))

    def _messenger(self, service: str, address: str) -> None:
        name = service.lower()
        if "qq" in name:
            self._put("qq", address)
        elif any(word in name for word in ("wechat", "weixin", "微信")):
            self._put("wechat", address)
        elif address:
            self.extra.append(f"{service}: {address}")

    def _put(self, key: str, value: str, label: str = "", quiet: bool = False) -> None:
        """The first value goes to its column, another to the notes."""
        if not value or self.values.get(key) == value:
            return
        if not self.values.get(key):
            self.values[key] = value
        elif not quiet:
            self.extra.append(f"{label or translate(_LABELS[key])}: {value}")

    def _called(self, one: Property) -> str:
        """What the card itself calls a value, or where it is of."""
        if one.group and one.group in self.labels:
            return self.labels[one.group]
        key = _COLUMN_OF.get(one.name, "")
        for kind, pattern in _PLACES:
            if key and kind in one.types:
                return _(pattern).format(label=translate(_LABELS[key]))
        return ""

    def _birthday(self, one: Property) -> None:
        match = _DAY.fullmatch(one.text)
        day = None
        if match and int(match[1]) != _NO_YEAR:
            try:
                day = date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                day = None
        if day is None:
            text = f"{match[2]}-{match[3]}" if match and int(match[1]) == _NO_YEAR else one.text
            self.extra.append(f"{_('Birthday')}: {text}")
        else:
            self.values.setdefault("birthday", day)

    def _phones(self) -> None:
        numbers = sorted((one for one in self.card if one.name == "TEL" and one.text), key=_preferred)
        typed = any(one.types & _MOBILE_TYPES and not one.types & _FAX_TYPES for one in numbers)
        for one in numbers:
            text = one.text.removeprefix("tel:").replace(";ext=", " ext. ")
            key = "phone"
            if one.types & _FAX_TYPES:
                key = "fax"
            elif "pager" in one.types:
                self.extra.append(f"{_('Pager')}: {text}")
                continue
            elif one.types & _MOBILE_TYPES or (
                not typed
                and not self.values.get("mobile")
                and (_OWN_MOBILE.fullmatch(text) or (not one.types - {"voice", "pref"} and _MOBILE_ABROAD.match(text)))
            ):
                key = "mobile"
            label = self._called(one)
            if label and key == "phone" and "assistant" in label.lower():
                self.extra.append(f"{label}: {text}")
                continue
            place = next((pattern for kind, pattern in _PLACES if kind in one.types), "{label}")
            self._put(key, text, label or (translate(place)).format(label=translate(_LABELS[key])))

    def _addresses(self) -> None:
        found = sorted((one for one in self.card if one.name == "ADR" and any(one.parts)), key=_preferred)
        for one in found:
            parts = (*(" ".join(part.replace("\n", ", ").split()) for part in one.parts), *[""] * 7)[:7]
            box, more, street, city, region, postcode, country = parts
            glue = "" if HAN.search(street + more) else ", "
            street = glue.join(filter(None, (street.rstrip(","), more, box)))
            home = "home" in one.types and "work" not in one.types and self.company
            if not home and not self.values.get("#placed"):
                placed = {"address": street, "city": city, "province": region, "postcode": postcode, "country": country}
                self.values |= {"#placed": True, **placed}
                continue
            whole = _whole(street, city, region, postcode, country)
            if home and not self.values.get("home"):
                self.values["home"] = whole
            else:
                self.extra.append(f"{self._called(one) or _('Address')}: {whole}")


_PROPERTIES: dict[str, Callable[[_Card, Property], None]] = {
    "ORG": _Card._organization,
    "EMAIL": _Card._email,
    "URL": _Card._website,
    "BDAY": _Card._birthday,
    **dict.fromkeys(("GENDER", "X-GENDER"), _Card._gender),
    "CATEGORIES": _Card._categories,
    "NOTE": _Card._note,
    "LABEL": _Card._label,
    "IMPP": _Card._instant_messenger,
    "NICKNAME": _Card._nickname,
    **dict.fromkeys(("ANNIVERSARY", "X-ANNIVERSARY"), _Card._anniversary),
}
"""How the other properties are read."""


def _whole(street: str, city: str, region: str, postcode: str, country: str) -> str:
    if HAN.search(street + city):
        city = "" if city in street else city
        return "".join((country, "" if region in street + city else region, city, street))
    return ", ".join(filter(None, (street, city, " ".join(filter(None, (region, postcode))), country)))


def _preferred(one: Property) -> int:
    """What the card prefers comes first, then what is of work; a book of customers is about work."""
    if "pref" in one.types or one.param("PREF") == "1":
        return 0
    return 1 if "work" in one.types else 3 if "home" in one.types else 2


def _label(text: str) -> str:
    match = _APPLE_LABEL.fullmatch(text)
    return match[1] if match else text
