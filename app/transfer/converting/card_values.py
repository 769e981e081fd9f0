"""The values that a text tells of a customer and a contact, each put into its field as it is found."""

from __future__ import annotations

from app.shared.text import HAN
from app.transfer.converting import addresses, persons
from app.transfer.converting.card_pieces import EDGES, POSTCODE, likely_company


class CardValues:
    """Gathers the values of one card.

    Attributes:
        firm, person: the values of the customer and of the contact by their fields' names.
        left: what found no field.
        same: whether the text says that the WeChat name is the mobile number.
    """

    def __init__(self) -> None:
        self.firm: dict[str, str] = {}
        self.person: dict[str, str] = {}
        self.left: list[str] = []
        self.same = False

    def done(self) -> tuple[dict[str, str], dict[str, str]]:
        """The values of the customer and those of the contact, once all is read."""
        firm, person = self.firm, self.person
        if not firm.get("name") and (name := next(filter(likely_company, self.left), "")):
            self.left.remove(name)
            firm["name"] = name
        if self.same and (mobile := person.get("mobile")):
            person.setdefault("wechat", mobile)
        if (region := firm.get("province", "")) and (place := addresses.locate(region)) and place.city:
            # 所在地区 of a parcel's address: province, city and district in one.
            firm["address"] = firm.pop("province") + firm.get("address", "")
        addresses.complete(firm)
        if not firm.get("name"):
            if name := person.pop("name", ""):
                firm = {"name": name, "kind": "person", **firm}
            self._merge(firm, person)
            person = {}
        elif not person.get("name") and person:
            if mobile := person.get("mobile"):
                person["name"] = mobile
            else:
                # A mailbox or a WeChat name without a person is the company's.
                self._merge(firm, person)
                person = {}
        return firm, person

    def _merge(self, firm: dict[str, str], person: dict[str, str]) -> None:
        """Put what is known of a person into the customer; what it has no room for is left."""
        for key, value in person.items():
            if key in ("title", "department") or firm.setdefault(key, value) != value:
                self.left.append(value)

    def named(self, text: str) -> None:
        """Take a person's name with what stands beside it; another name than the one there is left."""
        person = persons.read(text)
        if held := self.person.get("name"):
            if held != person.name:
                self.left.append(text)
            return
        self.person["name"] = person.name
        for key, value in (("title", person.title), ("gender", person.gender)):
            if value:
                self.put(self.person, key, value)
        if person.rest:
            self.left.append(person.rest)

    def address(self, text: str) -> None:
        """Take an address, or a further line of it."""
        if match := POSTCODE.search(text):
            self.put(self.firm, "postcode", match[1])
            text = text[: match.start()].strip(EDGES)
        held = self.firm.get("address")
        self.firm["address"] = (
            text if not held else f"{held}{'' if HAN.search(text) and HAN.search(held) else ', '}{text}"
        )

    def put(self, where: dict[str, str], name: str, value: str) -> None:
        """Put a value into its field, a second number into the other field for numbers, what has no room to what is left."""
        value = value.strip(EDGES) if name not in ("phone", "mobile", "fax") else value.strip()
        if not value or where.get(name) == value:
            return
        if name == "address":
            self.address(value)
            return
        for at, key in ((where, name), *(((self.person, "phone"),) if name in ("phone", "mobile") else ())):
            if not at.get(key):
                at[key] = value
                return
            if at[key] == value:
                return
        self.left.append(value)
