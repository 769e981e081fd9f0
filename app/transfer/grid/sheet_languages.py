"""In which language a sheet's headers are written, and the countries that write so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.shared.text import HAN
from app.transfer.grid.folding import fold, folded

COUNTRIES = {
    "de": "DE AT CH",
    "fr": "FR BE CH CA",
    "es": "ES MX AR CO CL PE EC",
    "it": "IT CH",
    "pt": "BR PT",
    "nl": "NL BE",
    "pl": "PL",
    "cs": "CZ SK",
    "tr": "TR",
    "vi": "VN",
    "ms": "ID MY",
    "zh_Hant": "TW HK MO",
    "ja": "JP",
    "ko": "KR",
    "ru": "RU KZ BY",
    "th": "TH",
    "ar": "AE SA EG JO KW QA LB MA",
    "he": "IL",
    "el": "GR",
}
"""The countries of each language, the likeliest first; what the numbers of a sheet fit decides among them."""
_WORDS = {
    "de": (
        "telefon|telefonnummer|telefonnr|tel nr|rufnummer|festnetz|handy|handynummer|mobil|mobilnummer|"
        "mobiltelefon|straße|strasse|plz|ort|stadt|anschrift|adresse|firma|firmenname|ansprechpartner|"
        "ansprechpartnerin|vorname|nachname|familienname|geburtsdatum|geburtstag|anrede|kunde|kundenname|"
        "kundennummer|kunden nr|kd nr|datum|bemerkung|bemerkungen|notiz|steuernummer|ust id|ust idnr|land|umsatz|"
        "rechnungsdatum|fällig am|kunde seit|letzter kontakt|termin|gast|ankunft|abreise|mitglied|eintrittsdatum|"
        "beruf|e mail adresse"
    ),
    "fr": (
        "téléphone|tél|n° de téléphone|numéro de téléphone|téléphone fixe|portable|tél portable|courriel|"
        "adresse mail|nom|prénom|adresse|ville|code postal|cp|raison sociale|société|entreprise|date de naissance|"
        "né le|code client|pays|remarques|remarque|date de création|date d arrivée|date de départ|siret|"
        "interlocuteur|dernier contact|dernière visite"
    ),
    "es": (
        "teléfono|telefono|tel fijo|móvil|movil|celular|correo|correo electrónico|nombre|apellido|apellidos|"
        "razón social|empresa|cliente|dirección|direccion|domicilio|ciudad|población|localidad|provincia|"
        "código postal|país|pais|fecha|fecha de nacimiento|fecha alta|notas|nif|cif|rfc|cuit|contacto|"
        "persona de contacto|último contacto"
    ),
    "it": (
        "telefono|cellulare|indirizzo|città|citta|cap|provincia|azienda|ragione sociale|società|nome|cognome|"
        "data di nascita|cliente|partita iva|p iva|codice fiscale|referente|ultimo contatto|paese"
    ),
    "pt": (
        "telefone|telemóvel|celular|endereço|morada|cidade|cep|código postal|empresa|razão social|nome|sobrenome|"
        "apelido|data de nascimento|cliente|cnpj|cpf|nif|contato|contacto|observações|país|bairro"
    ),
    "nl": (
        "telefoon|telefoonnummer|mobiel|mobiele telefoon|straat|huisnummer|plaats|woonplaats|bedrijf|bedrijfsnaam|"
        "naam|voornaam|achternaam|geboortedatum|klant|klantnummer|datum|opmerkingen|contactpersoon|btw nummer|"
        "land|kvk"
    ),
    "pl": (
        "telefon|nr telefonu|telefon komórkowy|komórka|ulica|miasto|miejscowość|kod pocztowy|imię|imię i nazwisko|"
        "nazwisko|firma|nip|data|data urodzenia|uwagi|klient|adres|nazwa firmy"
    ),
    "cs": ("telefon|mobil|jméno|příjmení|ulice|město|psč|firma|ičo|dič|datum|datum narození|poznámka|zákazník|adresa"),
    "tr": (
        "telefon|cep telefonu|adı|soyad|soyadı|ad soyad|adres|şehir|ilçe|doğum tarihi|tarih|müşteri|müşteri adı|"
        "firma|vergi no|notlar|unvan"
    ),
    "vi": (
        "điện thoại|số điện thoại|sđt|di động|họ tên|họ và tên|tên|tên khách hàng|khách hàng|địa chỉ|công ty|"
        "tên công ty|ngày|ngày sinh|mã số thuế|ghi chú|người liên hệ|tỉnh|thành phố|dien thoai|so dien thoai|"
        "ho ten|dia chi|cong ty|khach hang|ngay sinh|ghi chu"
    ),
    "ms": (
        "nama|nama pelanggan|nama perusahaan|alamat|no hp|no telepon|no telp|telepon|no telefon|telefon bimbit|"
        "kota|bandar|negeri|tanggal|tarikh|tanggal lahir|tarikh lahir|perusahaan|syarikat|pelanggan|catatan|"
        "kode pos|poskod"
    ),
    "ja": (
        "電話番号|電話|携帯|携帯番号|携帯電話|氏名|お名前|会社名|貴社名|御社名|住所|ご住所|郵便番号|担当者|"
        "ご担当者|担当|フリガナ|ふりがな|備考|生年月日|部署|役職|顧客名|取引先|取引先名|得意先|得意先名|都道府県|"
        "登録日|来店日|最終来店日"
    ),
    "zh_Hant": (
        "電話|聯絡電話|電話號碼|手機|手機號碼|行動電話|客戶|客戶名稱|客戶編號|聯絡人|聯繫人|備註|統編|統一編號|"
        "公司名稱|公司電話|傳真|地區|業務員|業務|訂單日期|學員|學生姓名|會員|會員編號|職稱|貨號|單價|數量|金額|"
        "帳號|郵遞區號|寄送地址|負責人|電郵|來源|類別|簽約日期|開課日期|繳費日期|入會日期"
    ),
}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30fa\u30fc]{2}")),
    ("ko", re.compile(r"[\uac00-\ud7a3]{2}")),
    ("ru", re.compile(r"[\u0400-\u04ff]{2}")),
    ("th", re.compile(r"[\u0e00-\u0e7f]{2}")),
    ("ar", re.compile(r"[\u0600-\u06ff]{2}")),
    ("he", re.compile(r"[\u0590-\u05ff]{2}")),
    ("el", re.compile(r"[\u0370-\u03ff]{2}")),
)
_EASTERN = frozenset(("ja", "zh_Hant"))


@dataclass(frozen=True, slots=True)
class Written:
    """The language of a sheet's headers.

    Args:
        countries: the countries that write so, the likeliest first; none when the headers are English, simplified Chinese,
            or of no one language.
        header: a header that shows it.
        count: how many headers do.
    """

    countries: tuple[str, ...] = ()
    header: str = ""
    count: int = 0


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {language: folded(words) for language, words in _WORDS.items()}


@lru_cache(maxsize=256)
def written(headers: tuple[str, ...]) -> Written:
    """The language that more of the headers are of than of any other; of several alike, their countries in turn."""
    shown: dict[str, list[str]] = {}
    simplified = 0
    for header in dict.fromkeys(header for header in headers if header):
        found = _languages(header)
        simplified += not found and _only_in(header, "big5")
        for language in found:
            shown.setdefault(language, []).append(header)
    most = max(map(len, shown.values()), default=0)
    best = [language for language in COUNTRIES if most and len(shown.get(language, ())) == most]
    if not best or simplified >= most or (simplified and not _EASTERN & set(best)):
        return Written()
    countries = tuple(dict.fromkeys(code for language in best for code in COUNTRIES[language].split()))
    clearest = min(shown[best[0]], key=lambda header: sum(header in held for held in shown.values()))
    return Written(countries, clearest, most)


def _languages(header: str) -> list[str]:
    """The languages that a header may be of."""
    if script := next((language for language, pattern in _SCRIPTS if pattern.search(header)), ""):
        return [script]
    parts = {fold(header), *map(fold, header.split(" / "))}
    found = [language for language, words in _words().items() if parts & words]
    if not HAN.search(header):
        return found
    found = [language for language in found if language in _EASTERN]
    if found or not _only_in(header, "gb2312"):
        return found
    return ["ja" if _only_in(header, "big5") else "zh_Hant"]


def _only_in(header: str, other: str) -> bool:
    """Whether a header has a sign that a character set does not hold: Big5 has no simplified signs, GB 2312 no traditional
    ones, and those of Japan alone are in neither."""
    return any(sign.encode(other, "ignore") == b"" for sign in HAN.findall(header))


def in_chinese(headers: tuple[str, ...]) -> bool:
    """Whether the headers are in simplified Chinese, or in two languages of which one is it."""
    han = [header for header in headers if HAN.search(header)]
    return bool(han) and not any("ja" in _languages(one) or "zh_Hant" in _languages(one) for one in han)
