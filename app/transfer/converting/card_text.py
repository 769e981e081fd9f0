"""A customer and a contact read from any text: a mail's signature, a chat, a business card, a parcel's address.

Labels are those of the dictionary ("手机：", "Tel", "开户行"), so that a user's own field is read too; what has no label is told
by what it looks like. Nothing is dropped: what cannot be placed comes back as ``left``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.records.dictionary import Dictionary
from app.records.values import coerce
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.shared.i18n import translate
from app.shared.phones import is_mobile, split
from app.shared.text import HAN, half_width, one_line
from app.transfer.converting import card_speech, messengers, postcodes
from app.transfer.converting.card_pieces import (
    ACCOUNT,
    AMERICAN,
    AND,
    CALLED,
    DEPARTMENT,
    EDGES,
    EMAIL,
    FAMILIAR,
    FOR_PERSON,
    FOREIGN_FIRM,
    GREETING,
    HOUSE,
    LABELS,
    SPACED,
    STREET,
    SURE_PHONE,
    TAX,
    TOKENS,
    TOWN,
    URL,
    alone,
    has_job,
    has_person,
    housed,
    is_job,
    joined,
    label_of,
    labels,
    pieces,
)
from app.transfer.converting.card_values import CardValues
from app.transfer.grid.evidence import PHONE_DIGITS, traits
from app.transfer.grid.folding import fold

_LONGEST = 4000
_ELSEWHERE = frozenset(("whatsapp", "line", "viber", "telegram", "skype", "msn", "kakao", "zalo", "signal"))
"""Messengers that have no field: beside another label they say nothing more."""
_BY_LOOKS = frozenset({"email", "website", "tax_number", "phone", "mobile", "fax", "wechat", "qq"})


@dataclass(slots=True)
class CardText:
    """What a text says.

    Attributes:
        customer: values of the customer's fields as typed; its name is the person's when there is no company.
        contact: values of the contact's fields; empty when the customer is a person.
        left: pieces that could not be placed.
    """

    customer: dict[str, str] = field(default_factory=dict)
    contact: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.customer or self.contact)


def read_card(text: str, dictionary: Dictionary, region: str = "CN") -> CardText:
    """Read a text of at most a few lines; longer ones are read as far as 4,000 characters, the rest is left.

    Args:
        dictionary: whose fields of customers and contacts give the labels.
        region: the country (ISO 3166) of numbers without a country code.
    """
    american = region == "CN" and not HAN.search(text) and AMERICAN.search(text) is not None
    abroad = "US" if american else "JP" if region == "CN" and postcodes.at_home_in_japan(text) else ""
    reader = _Reader(dictionary, abroad or region, {"US": "+1 ", "JP": "+81 "}.get(abroad, ""))
    reader.in_japan, reader.in_america = region == "JP" or postcodes.japanese(text), american or region == "US"
    lines = [line.strip() for line in text[:_LONGEST].splitlines() if line.strip()]
    writers = {found[0] for line in lines if (found := card_speech.sender(line))}
    for line in lines:
        reader.take(line, len(writers) == 1)
    if rest := text[_LONGEST:].strip():
        reader.leave(rest)
    return reader.done()


class _Reader:
    def __init__(self, dictionary: Dictionary, region: str, abroad: str = "") -> None:
        self._held = CardValues()
        self._region, self._abroad = region, abroad
        self.in_japan = self.in_america = False
        self._labels = labels(dictionary)

    def take(self, line: str, single: bool = False) -> None:
        """Take a line. ``single``: all lines of the chat are by one person, so that it tells of the writer."""
        if GREETING.match(line):
            return
        if written := card_speech.sender(line):
            name, line = written
            said = card_speech.introduced(line)
            known = "person" in traits(name) or FAMILIAR.fullmatch(name)
            if known and (single or (said and not said.name)) and not self._held.person.get("name"):
                self._held.named(name)
            if name != self._held.person.get("name") and name not in self._held.left:
                self._held.left.append(name)
        line = card_speech.without_lead(line)
        if said := card_speech.introduced(line):
            self._introduced(said, line)
            return
        for piece in pieces(line, self._labels):
            self._take_piece(piece)

    def leave(self, text: str) -> None:
        """Leave a text unread."""
        self._held.left.append(text)

    def done(self) -> CardText:
        held = self._held
        customer, contact = held.done()
        return CardText(customer, contact, held.left)

    def _introduced(self, said: card_speech.Said, line: str) -> None:
        """Take a sentence in which somebody says who it is; it stays as it was said, its values go to their fields."""
        if said.name and len(said.name) >= len(self._held.person.get("name", "")):
            self._held.person["name"] = said.name
        for where, name, value in ((self._held.person, "title", said.title), (self._held.firm, "name", said.firm)):
            if value and not where.get(name):
                where[name] = value
        self._values(line)
        self._held.left.append(line)

    def _take_piece(self, piece: str) -> None:
        label, value = label_of(piece)
        target = self._target(label)
        if target is not None and value:
            self._labelled(target, value)
        elif value and (targets := self._several(label)):
            # 地址、电话: one line of an invoice's data for two fields.
            names = {name for _kind, name in targets}
            if names == {"bank", "bank_account"} and (match := ACCOUNT.fullmatch(value)):
                self._held.put(self._held.firm, "bank", match[1])
                self._held.put(self._held.firm, "bank_account", match[2])
                return
            self._held.same = self._held.same or "wechat" in names
            self._plain(value)
        else:
            self._plain(piece)

    def _several(self, label: str) -> list[tuple[str, str]]:
        """The fields of a label that names several; nothing when a part of it means none."""
        parts = AND.split(label)
        targets = [self._target(part) for part in parts if fold(part) not in _ELSEWHERE]
        return [one for one in targets if one] if len(parts) > 1 and all(targets) else []

    def _target(self, label: str) -> tuple[str, str] | None:
        key = fold(label)
        if key in LABELS:
            name = LABELS[key]
            return ("contact" if name in FOR_PERSON else "customer"), name
        return self._labels.get(key) if key else None

    def _labelled(self, target: tuple[str, str], value: str) -> None:
        kind, name = target
        if name in ("phone", "mobile", "fax"):
            rest = self._phones(value, name).strip(EDGES)
            # On a card in two languages the label stands twice: 手机 Mobile.
            if rest and (self._target(rest) or ("", ""))[1] not in _BY_LOOKS:
                self._plain(rest)
        elif name == "email" and (match := EMAIL.search(value)):
            self._held.put(self._held.person, name, match[0])
            self._plain(value[: match.start()] + " " + value[match.end() :])
        elif kind == "contact" and name == "name":
            self._held.named(value)
        elif name == "website" and (match := URL.search(value)):
            self._held.put(self._held.firm, name, match[0])
            self._plain(value[: match.start()] + " " + value[match.end() :])
        else:
            self._held.put(self._held.person if kind == "contact" else self._held.firm, name, value)

    def _plain(self, piece: str) -> None:
        """A piece without a label, by what it looks like."""
        text = self._values(piece).strip(EDGES)
        if text != piece and card_speech.FILLER.fullmatch(text):
            return
        # The label of a value that was told by its looks has lost it to a field already.
        target = self._target(text)
        if text and (text == piece.strip(EDGES) or target is None or target[1] not in _BY_LOOKS):
            self._words(text)

    def _values(self, piece: str) -> str:
        """Take what a text tells by its looks: numbers, mailboxes, websites; returns the words beside them."""
        bare = card_speech.SAME.sub(" ", piece)
        self._held.same = self._held.same or bare != piece
        text, names = messengers.take(bare)
        for key, value in names:
            self._held.put(self._held.person, key, value)
        for pattern, name, where in (
            (EMAIL, "email", self._held.person), (URL, "website", self._held.firm), (TAX, "tax_number", self._held.firm),
        ):  # fmt: skip
            for match in pattern.findall(text):
                self._held.put(where, name, match)
            text = pattern.sub(" ", text)
        text, codes = postcodes.apart(text, in_japan=self.in_japan, in_america=self.in_america)
        for code in codes:
            self._held.put(self._held.firm, "postcode", code)
        return self._phones(text, "")

    def _phones(self, text: str, name: str) -> str:
        """Take the numbers of a text; returns the words beside them. ``name``: the field that a label names."""
        rest = half_width(text)
        looks = traits(text)
        if not name and (
            "tax" in looks
            or "postcode" in looks
            or "date" in looks
            or ("address" in looks and "phones" not in looks and not SURE_PHONE.search(rest))
        ):
            return text
        for one in split(text, self._region):
            digits = sum(map(str.isdigit, one.phone.typed))
            if not one.phone.normal or digits < PHONE_DIGITS or not (match := alone(one.phone.typed, rest)):
                continue
            rest = rest[: match.start()] + " " + rest[match.end() :]
            mobile = is_mobile(one.phone.normal)
            plainly_fixed = not mobile and one.phone.normal.startswith("+86")
            wanted = "fax" if name == "fax" else "mobile" if mobile else "phone" if plainly_fixed else name or "phone"
            self._held.put(
                self._held.person if wanted == "mobile" else self._held.firm, wanted, self._typed(one.phone.typed)
            )
        return rest

    def _typed(self, number: str) -> str:
        """A number as it is written from abroad."""
        if not self._abroad or number.startswith("+"):
            return number
        return self._abroad + (number if number.startswith("(") else number.removeprefix("0"))

    def _words(self, text: str) -> None:
        """Place a text without a label by what it looks like."""
        text = one_line(text)
        looks = traits(text)
        if self._plainly(text) or self._of_firm(text, looks):
            return
        if "address" in looks and (text[0] < "\u2e80" or not TOKENS.search(text)):
            self._held.address(text)
        elif self._of_person(text, looks):
            return
        elif self._held.firm.get("address") and TOWN.search(text):
            self._held.address(text)
        elif len(tokens := [token for token in TOKENS.split(text) if token]) > 1 and HAN.search(text):
            labels = _BY_LOOKS | {"name", "address"}
            said = [one for one in tokens if not (HAN.search(one) and (self._target(one) or ("", ""))[1] in labels)]
            for token in joined(said):
                self._words(token)
        elif "address" in looks:
            self._held.address(text)
        else:
            self._held.left.append(text)

    def _plainly(self, text: str) -> bool:
        """Take a name or an address whose form leaves no doubt."""
        if match := SPACED.fullmatch(text):
            self._held.named(match[1] + match[2])
            if match[3]:
                self._words(match[3])
        elif CALLED.match(text):
            self._held.named(text)
        elif HOUSE.fullmatch(text) or STREET.match(text):
            self._held.address(text)
        else:
            return False
        return True

    def _of_firm(self, text: str, looks: frozenset[str]) -> bool:
        """Take what tells of a company: its name, a department, its postcode or tax number."""
        if DEPARTMENT.fullmatch(text) and "company" not in looks:
            self._held.put(self._held.person, "department", text)
        elif "postcode" in looks and text.isdigit() and self._held.firm.get("address"):
            self._held.put(self._held.firm, "postcode", text)
        elif "tax" in looks and not text.isdigit():
            self._held.put(self._held.firm, "tax_number", text)
        elif FOREIGN_FIRM.search(text):
            self._held.put(self._held.firm, "name", text)
        elif "company" in looks and not text.endswith("的") and not has_person(text) and not housed(text):
            title, _sign, rest = text.partition(", ")
            if rest and is_job(title):
                self._held.put(self._held.person, "title", title)
            self._held.put(self._held.firm, "name", rest if rest and is_job(title) else text)
        else:
            return False
        return True

    def _of_person(self, text: str, looks: frozenset[str]) -> bool:
        """Take a person's name or job."""
        if FAMILIAR.fullmatch(text) or has_job(text):
            self._held.named(text)
        elif is_job(text):
            self._held.put(self._held.person, "title", text)
        elif "person" in looks:
            self._held.named(text)
        else:
            return False
        return True


def taken(ws: Workspace, text: str) -> CardText:
    """``read_card`` for a book: what its fields refuse, and what could not be placed, stands in the notes."""
    found = read_card(text, ws.dictionary, ws.region)
    for kind, values in (("customer", found.customer), ("contact", found.contact)):
        record = ws.dictionary.type(kind)
        for name, value in list(values.items()):
            try:
                coerce(record.field(name), value, currency=ws.currency, region=ws.region)
            except InvalidValue:
                del values[name]
                found.left.append(f"{translate(record.field(name).label)}: {value}")
    if found.left and found:
        target = found.contact or found.customer
        target["notes"] = "\n".join(filter(None, (target.get("notes"), *found.left)))
        found.left = []
    return found


def as_contact(ws: Workspace, found: CardText) -> dict[str, str]:
    """What a text says, for a contact of a customer that is there already; what only customers have goes to the notes."""
    contact, record = ws.dictionary.type("contact"), ws.dictionary.type("customer")
    person = found.customer.get("kind") == "person"
    out = {"name": found.customer["name"], **found.contact} if person else dict(found.contact)
    lines = [out.pop("notes", "")]
    for name, value in found.customer.items():
        if name == "notes":
            lines.append(value)
        elif name not in ("kind", "name") and contact.has(name) and not out.get(name):
            out[name] = value
        elif name not in ("kind", "province", "city") and not (person and name == "name"):
            lines.append(f"{translate(record.field(name).label)}: {value}")
    if notes := "\n".join(filter(None, lines)):
        out["notes"] = notes
    return out
