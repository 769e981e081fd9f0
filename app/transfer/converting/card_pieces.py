"""The pieces of a text about a person or a company, and what each looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.records.dictionary import Dictionary
from app.records.fields import FieldKind
from app.shared.text import HAN
from app.transfer.converting import persons
from app.transfer.grid.evidence import COMPANY, SURNAMES, traits
from app.transfer.grid.folding import fold

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
"""Of Latin signs alone: in a text without blanks Chinese words stand right before it and behind."""
URL = re.compile(r"(?:https?://|www\.)[^\s，。；]+", re.IGNORECASE)
_LABELLED = re.compile(r"^[\s•·*\-–]*([^\W\d][^:：\d@]{0,27}?)\s*[:：]\s*(.*)$")
# On cards the label of a number is often a letter or a word without a colon.
_SHORT_LABEL = re.compile(
    r"^[\s•·*]*(tel|phone|mob|mobile|cell|fax|e-?mail|mail|web|add|addr|address|手机|电话|传真|邮箱|地址|[tmpfewa])[.\s]\s*(?=\S)(.*)$",
    re.IGNORECASE,
)
LABELS = {
    "t": "phone", "p": "phone", "m": "mobile", "f": "fax", "e": "email", "w": "website", "a": "address", "mob": "mobile",
    "cell": "mobile", "tel": "phone", "add": "address", "addr": "address", "web": "website", "mail": "email",
}  # fmt: skip
"""What short labels of cards mean, folded."""
FOR_PERSON = ("name", "title", "department", "mobile", "email", "wechat", "qq", "birthday", "gender")
_FOR_FIRM = (
    "tax_number", "bank", "bank_account", "website", "fax", "address", "postcode", "phone", "city", "province", "country",
    "industry",
)  # fmt: skip
_PARTS = re.compile(r"\s*[|｜•·\t;；]\s*|\s{3,}|\s*,\s+(?=[A-ZÀ-Þ][a-z])(?!(?:Ltd|Inc|Limited|Corp)\b)")
# 统一社会信用代码, GB 32100-2015; digits alone may be an account or an identity card.
TAX = re.compile(r"(?<![\w])(?=\d*[A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![\w])")
TOKENS = re.compile(r"[\s,，]+")
EDGES = " \t,，;；|、/·•-–—:："
GREETING = re.compile(
    r"^(?:best|kind|warm)?\s*(?:regards|wishes)[,.!]?$|^(?:thanks|thank you|cheers|sincerely|yours(?: \w+)?)[,.!]?$"
    r"|^此致$|^敬礼[！!]?$|^祝好[！!]?$|^-{2,}$|^发自我的.*$|^sent from my .*$"
    r"|^(?:mit )?(?:freundlichen?|vielen?|beste[nr]?|liebe) gr(?:ü|ue)(?:ß|ss)en?[,.!]?$|^(?:bien )?cordialement[,.!]?$|^salutations.*$"
    r"|^(?:un )?(?:cordial )?saludos?[,.!]?$|^atentamente[,.!]?$|^(?:cordiali|distinti) saluti[,.!]?$",
    re.IGNORECASE,
)
AND = re.compile(r"[、/和及&]+")
DEPARTMENT = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:部|科|处|中心)|[\w &]{2,30} dep(?:artmen)?t\.?|dep(?:artmen)?t\.? of [\w &]{2,30}",
    re.IGNORECASE,
)
FAMILIAR = re.compile(f"[小老阿][{''.join(SURNAMES)}]")
POSTCODE = re.compile(r"(?<=[\u4e00-\u9fff\w）)])[\s,，]+(?:邮编[:：]?\s*)?(\d{6})$")
# The last line of a western address: London SW1A 1AA, Portland, OR 97201, 20095 Hamburg.
TOWN = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b|[a-z], [A-Z]{2}$|^(?:[A-Z]{1,2}-)?\d{4,5} [A-ZÀ-Þ]"
)
# Streets that do not say so by a word of their own: 1200 Industrial Pkwy, Industriestraße 14.
STREET = re.compile(
    r"^\d{1,5}[A-Za-z]? (?:[NSEW]\.? )?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,4}$"
    r"|^[\w. -]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer) \d{1,4} ?[a-zA-Z]?$",
)
# A Chinese address ends with the number of a house, whatever trade its quarter is named after.
HOUSE = re.compile(r"^[\u4e00-\u9fff]{2,}?(?:省|市|区|县|镇|路|街|道)\S*\d+\s*(?:号|栋|室|楼|弄|幢|层|座)$")
CALLED = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Dipl\.-Ing)\.? [A-ZÀ-Þ][^\d,]{1,40}$")
SPACED = re.compile(rf"([{''.join(SURNAMES)}])\s+([\u4e00-\u9fff]{{1,2}})(?:\s+(\S.*))?")
"""A name set wide: 刘 洋 博士."""
PERSON, _SENTENCE, _FIRM = 3, 40, range(4, 26)
"""Signs: no Chinese name has more, and no job; and those of a company that does not say what it is."""
_FOREIGN_JOB = re.compile(
    r"\b(?:leiter(?:in)?|geschäftsführer(?:in)?|einkauf|einkäufer(?:in)?|vertrieb|verkauf|inhaber(?:in)?|prokurist(?:in)?"
    r"|directeur|directrice|gérante?|responsable|acheteu(?:r|se)|achats|gerente|jef[ea]|compras|direttore|acquisti|titolare)\b",
    re.IGNORECASE,
)
# Forms of companies that stand at the end of a name abroad.
FOREIGN_FIRM = re.compile(
    r"[ ,](?:SARL|SAS|SASU|EURL|KGaA|OHG|S\.?L\.?U?|Ltda|S\.?p\.?A|A/S|ApS|OÜ|s\.r\.o|Sp\. z o\.o|a\.s|Kft|K\.K)\.?$"
)
# Mobiles and numbers with an area code are no part of an address.
SURE_PHONE = re.compile(
    r"(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ][2-8]\d{6,7}|0\d{1,4}-\d{1,4}-\d{4})(?!\d)"
)
AMERICAN = re.compile(r"(?<![\d+])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])\d{3}[-.]\d{4}(?!\d)")
ACCOUNT = re.compile(r"(\S.*?\D)\s*[:：]?\s*(\d[\d ]{7,})")
_TRADE = re.compile(
    r"(?:电气|电子|电器|机械|机电|设备|仪器|工业|实业|化工|建材|家具|印刷|包装|物流|食品|服饰|服装|纺织|塑胶|塑料|模具|汽配|光电|材料|新材|环保|"
    r"装饰|国际|传媒|文化|教育|医疗|药业|农业|能源|软件|网络|信息|自动化|精密|制造|加工|门窗|玻璃|陶瓷|灯饰|照明|五金)$"
)


def labels(dictionary: Dictionary) -> dict[str, tuple[str, str]]:
    """The field that each label means: (kind of record, name of the field)."""
    out: dict[str, tuple[str, str]] = {}
    wanted = (("contact", FOR_PERSON), ("customer", _FOR_FIRM), ("customer", None), ("contact", None))
    for kind, names in wanted:
        for one in dictionary.type(kind).fields:
            if one.readonly or one.kind in (FieldKind.LINK, FieldKind.IMAGE) or (names and one.name not in names):
                continue
            for word in (one.label, *one.synonyms):
                out.setdefault(fold(word), (kind, one.name))
    return out


def label_of(piece: str) -> tuple[str, str]:
    """The label of a piece and what stands behind it, both "" where it has none."""
    match = _LABELLED.match(piece) or _SHORT_LABEL.match(piece)
    return (match[1], match[2]) if match else ("", "")


def pieces(line: str, labels: dict[str, tuple[str, str]]) -> Iterator[str]:
    """The parts of a line: between its signs, and from label to label."""
    for part in _PARTS.split(line):
        part = part.strip()
        if not part:
            continue
        starts = [0]
        for match in re.finditer(r"(?<=[\s,，。])([^\W\d_]{1,12}(?: [^\W\d_]{1,12})?)\s*[:：]", part):
            if (key := fold(match[1])) in labels or key in LABELS:
                starts.append(match.start(1))
        for start, end in zip(starts, [*starts[1:], len(part)], strict=True):
            if piece := part[start:end].strip(" ,，"):
                yield piece


def joined(tokens: list[str]) -> list[str]:
    """The words of a Chinese line; those of one address stay together, and so do foreign words."""
    out: list[str] = []
    for token in tokens:
        if out and not HAN.search(token) and not HAN.search(out[-1]):
            out[-1] += " " + token
        elif (
            out
            and "address" in traits(out[-1])
            and HAN.search(token)
            and not COMPANY.search(token)
            and "person" not in traits(token)
        ):
            out[-1] += token
        else:
            out.append(token)
    return out


def is_job(text: str) -> bool:
    """Whether a text is a job and no name: 销售经理, Sales Manager."""
    if COMPANY.search(text):
        return False
    if not persons.is_title(text):
        return len(text) < _SENTENCE and _FOREIGN_JOB.search(text) is not None
    return not HAN.search(text) or (len(text) > 1 and not ("person" in traits(text) and len(text) <= PERSON))


def has_job(text: str) -> bool:
    """Whether a text is a name with a job: 王强 销售经理, Anna Lee - Buyer."""
    person = persons.read(text)
    return bool(person.title) and "person" in traits(person.name)


def likely_company(text: str) -> bool:
    """Whether a text may be a company although it does not say so: 上海德力电气."""
    return len(text) in _FIRM and text.isalpha() and _TRADE.search(text) is not None


def has_person(text: str) -> bool:
    """Whether a name stands before or after the company in one Chinese line."""
    tokens = TOKENS.split(text)
    return bool(HAN.search(text)) and len(tokens) > 1 and any("person" in traits(token) for token in tokens)


def housed(text: str) -> bool:
    """Whether an address stands beside the company in one line."""
    tokens = TOKENS.split(text)
    if HOUSE.fullmatch(text) or len(tokens) < 2:
        return False
    return any(HOUSE.fullmatch(token) for token in tokens) or (
        bool(HAN.search(text)) and any({"address"} == traits(token) & {"address", "company"} for token in tokens)
    )


def alone(number: str, text: str) -> re.Match[str] | None:
    """Where a number stands in a text, unless it is a part of a longer word or number."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(number)}(?![A-Za-z0-9])", text)
