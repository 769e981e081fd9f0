"""The columns of a sheet that hold names: of companies, of persons, whole or in parts, or of either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from app.transfer.columns.seen import Seen
from app.transfer.columns.staff import crowd, fullest, is_staff, measures, persons_of
from app.transfer.grid.folding import bare as bare_header
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import CONTACT, CUSTOMER, OTHER, PERSON
from app.transfer.grid.scale import FEW, KNOWN, LIKELY, MOSTLY, NEARLY, SAID

BARE = folded("name|名称|nom|nombre|抬头|имя|наименование|название")
PLAIN_NAMES = folded(
    "name|名称|品名|nom|nombre|nome|naam|nazwa|navn|namn|nimi|název|nazev|názov|név|naziv|ime|nume|denumire|isim|adı|ad|όνομα|"
    "наименование|название|имя|назва|име|назив|tên|nama|ชื่อ|이름|명칭|名前|الاسم|שם"
)
"""What goods, customers and persons are called alike."""
_PERSON_WORDS = folded("姓名|full name|fullname|display name|名字|会员姓名|姓 名|称呼|фио")
_SHOWN = folded("display name|shown as|full name")
"""What a program calls its customers by, where another column names their contacts."""
DWELL = (
    (("业主", "住户", "户主", "租客", "業主"), ("小区", "楼盘", "社区", "小區", "租户")),
    (("客户", "客戶", "姓名"), ("小区", "楼盘", "社区", "小區")),
    (("客户姓名", "客戶姓名"), ("门店", "分店", "店铺", "門店")),
    (("会员", "會員", "顾客", "顧客", "学员", "學員"), ("门店", "门市", "分店", "店铺", "校区", "所属校区", "門店")),
)
"""Who lives somewhere is the customer, and not the place; nor is the shop of one's own to which somebody goes."""
TRADING = folded(
    "nombre comercial|nombre de fantasía|nome fantasia|fantasia|nom commercial|enseigne|nome commerciale|insegna|nome comercial|"
    "trade name|trading name|trading as|doing business as|dba|dba name|handelsnaam|店招名称|招牌名称|门头名称"
)
"""What a company goes by, where another column tells its name before the law."""
_INSURED = folded(
    "投保人|被保险人|投保人姓名|投保人名称|要保人|tomador|tomadora|tomador del seguro|contratante|asegurado|"
    "segurado|tomador da apólice|contraente|assicurato|souscripteur|assuré|versicherungsnehmer|"
    "versicherungsnehmerin|verzekeringnemer|ubezpieczający|pojistník|biztosított|страхователь|"
    "policyholder|policyholder name|policy holder|policy holder name|insured|insured name|named insured|契約者|"
    "계약자"
)
_INSURERS = tuple(
    folded(
        "保险公司|承保公司|承保单位|公司|保險公司|compañía|aseguradora|cía|seguradora|companhia|compagnia|"
        "assicurazione|compagnie|assureur|versicherung|versicherer|gesellschaft|verzekeraar|maatschappij|"
        "towarzystwo|ubezpieczyciel|pojišťovna|biztosító|страховщик|страховая компания|insurer|insurance company|"
        "carrier|company|underwriter|保険会社|보험사"
    )
)
"""Who is insured is the customer, and not who insures."""
_LEGAL = folded(
    "法人|法人代表|法定代表人|企业法人|대표자|대표자명|대표이사|代表者|代表者名|representante legal|dirigeant|dirigeants"
)
"""Who stands for a company before the law: its contact only where the list names no other."""
CALLED = tuple(
    map(
        fold,
        (
            "联系人",
            "联络人",
            "聯絡人",
            "contact name",
            "contact person",
            "primary contact",
            "ansprechpartner",
            "persona de contacto",
            "personne de contact",
            "pessoa de contato",
            "persona di contatto",
            "contactpersoon",
            "osoba kontaktowa",
            "контактное лицо",
        ),
    )
)
"""Begins of headers that leave no doubt who the contact is."""
_OURS = ("客户", "customer", "account", "client", "供应商", "supplier", "vendor")
_CUSTOMERS = ("客户", "会员", "customer")
_STAFF_NUMBERS = folded(
    "工号|员工号|员工编号|员工工号|职工号|工號|employee id|employee no|employee number|staff id|staff no|personalnummer"
)
_OWNERS = folded("owner|landlord|homeowner|property owner|proprietor|业主|房东|车主|机主")
SELLERS = folded(
    "supplier|vendor|supplier name|vendor name|供应商|供货商|供应商名称|"
    "lieferant|fournisseur|proveedor|fornecedor|fornitore|leverancier|поставщик"
)
"""Of whom a list of companies tells only besides (Supplier, Company)."""
_SAYS_ELSE = re.compile(
    r"\b(?:status|state|stage|type|kind|outcome|result|priority|category|subject|title|description|level|source|topic|reason|product|"
    r"item|course|service|plan|model|brand)\b",
    re.IGNORECASE,
)
"""In headers of columns that hold no names, whatever their texts look like (Task Status: In Progress)."""
_LEADS = folded("线索名称|线索|线索名|lead name")
_LEAD = "lead"
"""Beside a company its person, how warm it is, where it is from, or which of the user's own people leads."""
_SHORT = (
    "简称", "简名", "簡稱", "shortname", "kurzname", "kurzbezeichnung", "nombrecorto", "nomcourt", "nomebreve", "nomeabreviado", "skrócona",
    "skrocona", "skrót", "skrot", "kortenaam", "略称",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameColumns:
    """The columns with names, likeliest first.

    Args:
        columns: all columns of the sheet.
        companies: those of companies; ``bare`` those called just name, which may be either's.
        people: those of whole names of persons.
        given, family: those of parts of persons' names.
    """

    columns: Sequence[Seen]
    companies: list[Seen]
    bare: list[Seen]
    people: list[Seen]
    given: list[Seen]
    family: list[Seen]

    @classmethod
    def of(cls, columns: Sequence[Seen]) -> Self:
        """Find them among the columns of a sheet."""
        given = [one for one in columns if one.score(PERSON, "given") >= SAID]
        family = [one for one in columns if one.score(PERSON, "family") >= SAID]
        bare = [one for one in columns if _is_bare(one)]
        companies = _companies(columns)
        companies = companies or ([] if bare else _short(columns)) or ([] if bare else _leads(columns))
        companies = [*companies, *_employers(columns, companies)]
        own = persons_of([one for one in companies if fold(one.header) not in TRADING])
        companies = [one for one in companies if one is not own]
        for dwellers, dwellings in DWELL:
            if any(fold(one.header).startswith(dwellers) and one.evidence.filled for one in columns):
                companies = [one for one in companies if not fold(one.header).startswith(dwellings)]
        if any(fold(one.header) in _INSURED and one.evidence.filled for one in columns):
            companies = [one for one in companies if not fold(one.header).startswith(_INSURERS)]
        people = _people(columns, [*companies, *bare])
        if not (companies or bare or people):
            people = _owners(columns)
        if companies:
            people = [one for one in people if not _numbered_staff(one, columns)]
        if not companies and not bare and not given and any(fold(one.header).startswith(CALLED) for one in people):
            bare = [one for one in people if fold(one.header) in _SHOWN | PLAIN_NAMES and one.evidence.filled]
            people = [one for one in people if one not in bare]
        if not companies and not bare and len(people) > 1 and (firm := _firm(people)) is not None:
            bare, people = [firm], [one for one in people if one is not firm]
        sure = any(fold(one.header).startswith(CALLED) and one.evidence.filled for one in people)
        if own is not None and not sure:
            people = [own, *people]
        return cls(columns, companies, bare, people, given, family)

    @property
    def filled(self) -> list[Seen]:
        """The columns that hold something."""
        return [one for one in self.columns if one.evidence.filled]

    @property
    def parts(self) -> bool:
        """Whether persons' names stand in several columns."""
        return bool(self.given and self.family and (self.given[0].evidence.filled or self.family[0].evidence.filled))

    @property
    def owned(self) -> bool:
        """Whether the parts are said to be those of a company's person: contact's first name."""
        both = (*self.given, *self.family)
        return self.parts and any(m.owned for one in both for m in one.meanings if m.record == PERSON)

    @property
    def plain(self) -> list[Seen]:
        """Columns of persons called just 姓名 or full name, which may be of contacts or of customers."""
        return [one for one in self.people if fold(bare_header(one.header)) in _PERSON_WORDS]

    @property
    def called(self) -> list[Seen]:
        """Columns of persons whose headers say whose they are; who is called the contact comes before others."""
        plain = self.plain
        found = [one for one in self.people if one not in plain]
        return sorted(found, key=lambda one: not (one.evidence.filled and fold(one.header).startswith(CALLED)))

    @property
    def ours(self) -> bool:
        """Whether the companies are called customers or suppliers."""
        return fold(self.companies[0].header).startswith(_OURS)

    @property
    def of_customers(self) -> list[Seen]:
        """Columns of persons called customers themselves."""
        return [one for one in self.people if fold(one.header).startswith(_CUSTOMERS)]

    @property
    def named(self) -> list[Seen]:
        """Columns of persons that may be the customers themselves."""
        return [one for one in self.people if one.evidence.filled and not crowd(one, self.columns)]

    def looking(self, kind: str, share: float) -> list[Seen]:
        """Columns without a known header in which more than a share of the cells look like names of a kind."""
        return [
            one for one in self.filled
            if one.evidence.share(kind) > share and not _meant(one) and not _SAYS_ELSE.search(one.header.replace("_", " "))
        ]  # fmt: skip


def _is_bare(one: Seen) -> bool:
    return (
        fold(one.header) in BARE
        and one.evidence.share("number") < NEARLY
        and one.evidence.filled > 0
        and not _is_part(one)
    )


def _companies(columns: Sequence[Seen]) -> list[Seen]:
    found = [
        one
        for one in columns
        if one.score(CUSTOMER, "name") >= LIKELY
        and fold(one.header) not in BARE
        and not measures(one)
        and not any(
            m.record == CONTACT and m.field == "name" and m.score > one.score(CUSTOMER, "name") for m in one.meanings
        )
    ]
    if any(_is_bare(one) for one in columns):
        found = [one for one in found if one.evidence.share("code") < NEARLY]
    found.sort(
        key=lambda one: (
            -bool(one.evidence.filled),
            fold(one.header) in SELLERS,
            fold(one.header) in TRADING,
            -round(one.score(CUSTOMER, "name"), 1),
            one.index,
        )
    )
    return fullest(found)


def _short(columns: Sequence[Seen]) -> list[Seen]:
    """Short names of companies (客户简称), which are their names where a list gives no others."""
    return [
        one
        for one in columns
        if one.score(CUSTOMER, "short_name") >= SAID and one.evidence.filled and fold(one.header).endswith(_SHORT)
    ]


def _leads(columns: Sequence[Seen]) -> list[Seen]:
    """Names of leads, which are those of customers to be where a list names nobody else."""
    return [one for one in columns if fold(one.header) in _LEADS and one.evidence.filled]


def _employers(columns: Sequence[Seen], companies: Sequence[Seen]) -> list[Seen]:
    """Companies of contacts (所在公司) beside customers that are all persons."""
    customers = [one for one in companies if one.evidence.filled and fold(one.header).startswith("客户")]
    if len(companies) != 1 or not customers or customers[0].evidence.share("person") < MOSTLY:
        return []
    return [
        one
        for one in columns
        if one is not customers[0]
        and one.score(CONTACT, "customer") >= SAID
        and one.evidence.share("company") >= MOSTLY
    ]


def _people(columns: Sequence[Seen], others: Sequence[Seen]) -> list[Seen]:
    found = [
        one
        for one in columns
        if one.score(CONTACT, "name") >= LIKELY
        and one not in others
        and not one.other("secret")
        and one.evidence.share("boolean") < MOSTLY
        and not (others and (_of_companies(one) or (fold(one.header) == _LEAD and not _own_persons(one))))
    ]
    several = len(found) > 1
    found = [one for one in found if not ((several and one.score(CUSTOMER, "owner") > SAID) or is_staff(one, columns))]
    return sorted(
        found,
        key=lambda one: (
            -bool(one.evidence.filled),
            fold(one.header) in _LEGAL,
            -one.score(CONTACT, "name"),
            one.index,
        ),
    )


def _numbered_staff(person: Seen, columns: Sequence[Seen]) -> bool:
    """Whether names stand right behind the numbers that a company gives to its own people: 工号, 姓名."""
    return any(one.index == person.index - 1 and fold(one.header) in _STAFF_NUMBERS for one in columns)


def _owners(columns: Sequence[Seen]) -> list[Seen]:
    """Who owns what a list is of (Owner, Owner Phone), where nobody else is named: not the user's own people, who have no number."""
    reached = [
        fold(one.header) for one in columns if one.evidence.filled and one.evidence.share("phone", "mobile", "email") >= MOSTLY
    ]  # fmt: skip
    owners = [one for one in columns if one.evidence.filled and fold(one.header) in _OWNERS]
    return [one for one in owners if any(head.startswith(fold(one.header)) for head in reached)]


def _firm(people: Sequence[Seen]) -> Seen | None:
    """The names of the customers where a column called as those of persons (nome) holds companies beside one of their persons."""
    held = [one for one in people if one.evidence.filled]
    firms = [one for one in held if one.evidence.share("company") > max(FEW, one.evidence.share("person"))]
    if any(fold(one.header).startswith(CALLED) for one in held):
        # 会员名称 beside 联系人: what has a name of this sort is no person.
        firms = firms or [one for one in held if fold(one.header).endswith("名称")]
    others = [
        one
        for one in held
        if one.evidence.share("company") < FEW and one.evidence.filled * 2 >= held[0].evidence.filled
    ]
    return firms[0] if len(firms) == 1 and others else None


def _of_companies(one: Seen) -> bool:
    """Whether a column called as a person (采购人, 收货人) holds names of companies only."""
    return one.evidence.share("company") >= MOSTLY and not one.evidence.share("person")


def _own_persons(one: Seen) -> bool:
    """Whether a column holds persons, nearly each row one of its own."""
    return one.evidence.share("person") >= MOSTLY and one.evidence.distinct >= NEARLY


def _is_part(one: Seen) -> bool:
    return any(meaning.record == PERSON and meaning.score >= SAID for meaning in one.meanings)


def _meant(one: Seen) -> bool:
    return bool(one.meanings) and one.meanings[0].score >= KNOWN and one.meanings[0].record != OTHER
