"""Numbers by which the rows of one sheet name the records of another: AccountId, Associated Company ID, parent_id/id, 客户编号."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from app.transfer.grid.evidence import Evidence
from app.transfer.grid.folding import fold, fold_number, folded
from app.transfer.grid.scale import EACH, MOSTLY

_OWNERS = "accounts?|company|companies|customers?|clients?|organi[sz]ations?|partners?|客户|客戶|会员|公司|单位|往来单位|企业|供应商|厂商"
_ABOVE = "parent|related|associated|primary|linked|master|main|ultimate|commercial|所属|关联|对应|上级|相关"
_NUMBER = "ids?|idid|iddatabaseid|externalid|dbid|nos?|numbers?|codes?|keys?|guid|ref|idvalue|编号|编码|代码|号|id编号"
_OF_COMPANY = re.compile(
    rf"(?:(?:{_ABOVE})*(?:{_OWNERS})(?:{_OWNERS}|name|names|record)?(?:{_NUMBER})|(?:{_ABOVE})(?:customer|account)?(?:{_NUMBER})|"
    rf"parentcustomerid|partnerid|fksoc|cfksoc|(?:id|c[oó]d|c[oó]digo|codice|n[uú]m|n[uú]mero|numero|nr)(?:de|del|do|da|della)?"
    rf"(?:clientes?|clienti|empresas?|client|soci[eé]t[eé]|entreprise|aziend[ae]|compa[nñ][ií]a|organi[zs]aci[oó]n|proveedor|fornitore|fornecedor))"
)
_OF_PARENT = re.compile(
    rf"(?:parent|related|master|ultimate|上级|上级单位|母公司|总公司|所属|关联)(?:{_OWNERS}|record)?(?:{_NUMBER})|"
    rf"parentcustomerid|commercialpartnerid"
)
_OF_STAFF = re.compile(
    r"(?:hubspot|account|record)?owner(?:user)?ids?|assigned(?:user|to)?ids?|(?:user|salesperson|sales_?rep)ids?|(?:所有人|所有者|负责人|业务员|跟进人|销售|归属人)(?:id|编号|工号)"
)
_OWN = folded(
    "id|record id|contact id|person id|lead id|external id|uuid|联系人编号|联系人ID|联系人编码|人员编号|rowid|"
    "c rowid|hs object id|id contacto|id contato|id contatto|id contact|id persona|id pessoa|id personne|id kontakt|id kontaktu"
)
_SALESFORCE = re.compile(r"((?:0|a)[0-9A-Za-z]{2}(?=[A-Za-z]*\d)[0-9A-Za-z]{12})(?:[A-Z0-5]{3})?")
_GUID = re.compile(r"[0-9a-f]{32}")
_FEWEST = 4
_STRONG = 6


class Headed(Protocol):
    """A column with its header and what stands in it."""

    @property
    def index(self) -> int: ...
    @property
    def header(self) -> str: ...
    @property
    def evidence(self) -> Evidence: ...


def key(code: str) -> str:
    """A number as it is compared; the 15 and the 18 letters of a Salesforce id are the same, and case counts in them."""
    told = unicodedata.normalize("NFKC", code).strip()
    match = _SALESFORCE.fullmatch(told)
    if match:
        return f"={match[1]}"
    return plain if _GUID.fullmatch(plain := fold(told)) else fold_number(told)


def strong(code: str) -> bool:
    """Whether a number is hardly another program's as well: a counter's 17 is, K-0017 and 4811229 are not."""
    told = code.strip()
    return len(told) >= _STRONG or (any(map(str.isalpha, told)) and any(map(str.isdigit, told)))


def of_company(header: str) -> bool:
    """Whether a header names the number of the company that a row belongs to."""
    return _OF_COMPANY.fullmatch(fold(header)) is not None


def of_parent(header: str) -> bool:
    """Whether a header in a list of companies names the number of the company above."""
    return _OF_PARENT.fullmatch(fold(header)) is not None


def of_staff(header: str) -> bool:
    """Whether a header names the number of one of the user's own people, who looks after a record."""
    return _OF_STAFF.fullmatch(fold(header)) is not None


def own(header: str) -> bool:
    """Whether a header names the number of the row itself, such as Id or Contact ID."""
    return fold(header) in _OWN


def foreign(columns: Sequence[Headed], called: bool) -> bool:
    """Whether a sheet of persons names their companies by number: it is called so, has numbers of its own, or they repeat.

    Args:
        called: whether the sheet is called a list of contacts.
    """
    filled = [one for one in columns if one.evidence.filled]
    mine = [one.evidence.samples for one in filled if own(one.header)]
    # Numbers of rows of the sheet itself: it holds the companies as well as their persons.
    theirs = [one for one in filled if of_company(one.header) and not refers(one.evidence.samples, mine)]
    return any(
        called
        or any(own(other.header) and other.index != one.index for other in filled)
        or (one.evidence.filled >= _FEWEST and one.evidence.distinct < EACH)
        for one in theirs
    )


def refers(column: Iterable[str], known: Iterable[Iterable[str]]) -> bool:
    """Whether the numbers of a column are mostly those of one of the known columns."""
    mine = {key(one) for one in column if one}
    return (
        any(len(mine & {key(one) for one in other if one}) >= MOSTLY * len(mine) for other in known) if mine else False
    )


class Codes:
    """The numbers of companies: those of the sheets of this import, and those that earlier ones kept in the book.

    Args:
        held: the book's: folded header with the number, and the places of their customers.
    """

    def __init__(self, held: Mapping[tuple[str, str], Iterable[int]] | None = None) -> None:
        self._here: defaultdict[str, set[int]] = defaultdict(set)
        self._heard: list[tuple[str, int]] = []
        self._strong: defaultdict[str, set[int]] = defaultdict(set)
        self._headed: dict[tuple[str, str], set[int]] = {}
        for (header, code), places in (held or {}).items():
            self._headed[header, code] = set(places)
            if strong(code):
                self._strong[code] |= set(places)

    def learn(self, code: str, place: int) -> None:
        """Learn the number of a customer of this import; it is looked at when the first is sought."""
        self._heard.append((code, place))

    def find(self, code: str, header: str = "") -> set[int]:
        """The places of the customers with a number: those of this import before those of the book.

        A short number of the book counts only where it stood under the same header.
        """
        for said, place in self._heard:
            self._here[key(said)].add(place)
        self._heard.clear()
        wanted = key(code)
        return self._here.get(wanted) or self._strong.get(wanted) or self._headed.get((fold(header), wanted)) or set()
