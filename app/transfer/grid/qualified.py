"""Headers of several words in Latin, Greek or Cyrillic letters: AddressMailCity, Teléfono del trabajo, E-mail du contact.

What the words around the field's own word say is whose value it is (a contact's, a customer's), that there is likely a better
column (home, shipping), or nothing that matters here (billing, main, of).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


def _folded(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in text.split())


CONTACTS = _folded(
    "contact contacts person poc representative kontakt kontakts kontakte kontaktperson kontaktpersonen "
    "ansprechpartner ansprechpartners ansprechperson contacto contato contatto interlocuteur referente "
    "contactpersoon kontaktu kontaktní osoby kapcsolattartó kapcsolattartója yhteyshenkilö yhteyshenkilön "
    "kontaktpersons yetkili yetkilisi контакта контактного лица επαφής"
)
CUSTOMERS = _folded(
    "ku kd kdn deb debitor kred kreditor debiteur customer customers client clients account company business "
    "firm organisation organization org vendor supplier licensee cust cliente clientes clienti clienta empresa "
    "negocio proveedor fornecedor azienda ditta società fornitore entreprise société fournisseur tiers kunde "
    "kunden firma firmy firmen klient klienta kontrahent kontrahenta bedrijf bedrijfs klant klanten kund "
    "kundens företag företagets företaget virksomhed virksomhedens selskab selskap asiakas asiakkaan yritys "
    "yrityksen müşteri müşterinin şirket firmanın cari zákazník zákazníka odběratel odběratele dodavatel "
    "dodavatele ügyfél cég vevő partner clientului firmei furnizor furnizorului клиент клиента компании "
    "организации контрагента заказчика покупателя поставщика замовника клієнта компанії организация πελάτη "
    "εταιρείας pelanggan perusahaan"
)
SECOND = _folded(
    "home house private personal residence residential other alternate alternative alt secondary second "
    "shipping ship delivery previous old temporary emergency casa domicile domicilio privat privatum privé "
    "priv particulier particular residencial thuis hem koti dom domu envío entrega livraison consegna spedizione "
    "lieferung lieferadresse leverings leverans livrare dostawy dodací doručovací szállítási доставки домашний "
    "sevkiyat teslimat ev pengiriman"
)
PLAIN = _folded(
    "rech rechn billing bill invoice invoicing mailing physical premise premises office hq headquarters "
    "headquarter head registered legal work main primary principal corporate site location current permanent "
    "default full complete official general custom data details info facturation fiscal fiscale facturación "
    "faturamento cobrança fatturazione legale sede siège social trabajo bureau ufficio trabalho comercial "
    "commerciale professionnel professionnelle dienstlich dienstliche geschäftlich geschäftliche geschäftl "
    "dienstl firmensitz zakelijk werk arbete arbets arbejde praca siedziby rechnung rechnungs facturatie factuur fakturační "
    "faktura fakturerings sídlo sídla számlázási székhely facturare sediu sediul laskutus fatura юридический "
    "фактический почтовый рабочий основной o or ou oder of the to for de del la las los el do da dos das du "
    "des le l d di della dello delle dell van der den het von und och og y e et and na din"
)
PLACE = _folded(
    "address addr adresse adresses dirección direccion indirizzo endereço endereco adres adresa adresy adress "
    "osoite cím címe адрес адреса mail postal alamat διεύθυνση"
)
PHONE = _folded("phone telephone tel telefon telefono teléfono telefone téléphone tél")
COMPANY = _folded("company firma empresa azienda société bedrijf företag virksomhed firm")
NAMES = _folded(
    "name nam nom nombre nome naam namn navn nimi jméno název nazwa név neve nume denumire denumirea adı ad "
    "имя название назва"
)
NUMBERS = _folded(
    "number no nr num numéro número numero nummer numer code kód kod kodu código codice id key ref reference "
    "číslo szám száma număr cod номер код"
)
REACHED = _folded(
    "phone mobile fax email website country province city address postcode tax_number bank bank_account title "
    "department birthday industry given family"
)
"""The fields that a header may mean though it does not say whose they are."""
_MAIL = re.compile(r"\be[-_ ]mail(?![a-zà-ÿ])", re.IGNORECASE)
_COUNTED = re.compile(r"(?:mail|phone|fax|tel|mobile)[\s_.-]*[2-9](?=[\s_.-]*[^\W\d_])", re.IGNORECASE)
"""E-mail is one word; a number behind what reaches somebody tells a second one (E-mail 2 Address)."""
_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W\d_]+")
_EASTERN = re.compile(r"[\u0590-\u0e7f\u1100-\u11ff\u3040-\ud7a3]")
_HOUSE = re.compile(r"\s*\d+[A-Za-z]?\s")
"""1 Main St is an address, and no header for a state."""
_FEWEST, _MOST = 2, 8


@dataclass(frozen=True, slots=True)
class Qualified:
    """A header taken apart.

    Args:
        rests: what may be the field's own word, likeliest first.
        owner: ``contact``, ``customer`` or "".
        second: whether there is likely a better column.
    """

    rests: tuple[str, ...]
    owner: str
    second: bool


def apart(header: str) -> Qualified | None:
    """Take a header of several words apart.

    Args:
        header: the header as it stands.

    Returns:
        its parts, or None for one of a single word, in another script, or of words that say nothing of whose value it is.
    """
    text = _MAIL.sub("Email", unicodedata.normalize("NFKC", header))
    if _EASTERN.search(text) or _HOUSE.match(text):
        return None
    said = [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", text))]
    if not _FEWEST <= len(said) <= _MOST:
        return None
    words = list(dict.fromkeys(said))
    if words[-1] in COMPANY and set(words[:-1]) <= PLACE | PLAIN | SECOND:
        return Qualified(("company",), "", bool(SECOND & set(words)))
    owner = "contact" if CONTACTS & set(words) else "customer" if CUSTOMERS & set(words) else ""
    around = CONTACTS | CUSTOMERS | SECOND | PLAIN
    rest = [word for word in words if word not in around]
    rests = [rest]
    if set(rest) <= PLACE:
        rests.append(["address"] if rest else [])
    for loose in (PLACE, PHONE):
        rests.append([word for word in rests[-1] if word not in loose])
    found = tuple(dict.fromkeys(" ".join(one) for one in rests if one and one != said))
    if not found and _COUNTED.search(text):
        return Qualified((" ".join(said),), owner, True)
    return Qualified(found, owner, bool(SECOND & set(words) or _COUNTED.search(text))) if found else None
