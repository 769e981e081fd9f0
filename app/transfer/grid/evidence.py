"""What stands in a column: shares of cells that look like phones, e-mails, dates, money, names and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from app.shared.currencies import SIGN
from app.shared.patterns import later
from app.shared.text import HAN
from app.transfer.grid.cells import blank, is_moment, is_number, text
from app.transfer.grid.mails import EMAIL
from app.transfer.grid.scale import ALL_BUT, HALF, NEARLY
from app.transfer.grid.sheets import Cell
from app.transfer.grid.stopping import pause

SAMPLE = 300
MANY_COLUMNS = 500
"""In a sheet of more columns those whose headers say nothing are looked at by a few cells."""
LONG = 200
"""Longer texts are no values but sentences."""
PHONE_DIGITS, _PLAIN_PHONE, _MOMENT = 7, 10, 14
"""A phone has no fewer digits, without a blank or a sign no fewer than the second; a day with its time has no more."""
_NOTE, SHORTEST_ADDRESS = 60, 5
"""A number in a text so long is one of a note; so long is an address."""
_FEW_CELLS, _SHORT = 4, 60
_FEW = 2000
_FIRST = 50
_PAIR, _POINTS = 2, ".、)）"
"""Up to how many the quantities of a few rows count as well; what stands behind a row's number."""
_BLANKS = frozenset(sign * count for sign in " \u3000\xa0\n\t" for count in range(9))
_URL = re.compile(r"(?:https?://|www\.)\S+|[a-z0-9-]+\.(?:com|cn|net|org|com\.cn|de|io|co)(?:/\S*)?", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:[\d,， ]*\.?\d+|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:['’]\d{3})+(?:\.\d{1,2})?)")
_POINTED = re.compile(r"-?\d[\d,]*\.\d{1,2}|(?!\d{3}\.\d{4}$)-?(?:0|[1-9]\d*)\.(?:\d{3,6}|\d{12,})")
"""Numbers with decimals; 555.1234 may be a phone."""
_MONEY = later(
    rf"[-(（]?\s*(?:{SIGN})\s*-?[\d,.']+\s*[)）]?|-?[\d,.']+\s*(?:万|亿)?\s*(?:{SIGN}|万|亿)(?:/\S{{1,3}})?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*\d{1,2}\s*日?)?(?:[T ].*)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d|\d{4})(?:\s.*)?|"
    r"\d{1,2} ?/ ?\d{1,2} ?/ ?(?:\d\d|\d{4})|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{1,2}-(?:\d\d|\d{4})|"
    r"\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ,]+\d{2,4}|\d{2}[-/]\d{1,2}[-/]\d{1,2}|"
    r"(?:19|20)\d{6}|\d{1,2}月\d{1,2}[日号](?:\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?|"
    r"(?:中?[華华]?民[國国]|令和|平成|昭和|[RHS])?\s?(?:1[0-4]\d|\d{1,2}|元)年\d{1,2}月(?:\d{1,2}日)?|"
    r"(?:1[0-4]\d|[RHS]\s?\d{1,2}|2[45]\d\d)[-/.]\d{1,2}[-/.]\d{1,2}|[0-3]?\d [01]?\d (?:19|20)\d\d(?: .*)?",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d){8}(?:\.0)?")
_PHONE = re.compile(
    r"(?=(?:\D*\d){7,})[+(（\d][-\d()（）\s./+]{5,24}(?:(?:转|ext\.?|[x#*]|分机|-)\s*\d{1,6})?", re.IGNORECASE
)
_PHONE_INSIDE = re.compile(r"(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)")
_TAX = re.compile(
    r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}|\d{15}|(?:CHE|ATU|DE|FR|GB|IT|ES|NL|BE|"
    r"PL)[- ]?[\dA-Z.\- ]{8,15}"
)
_TAX_SHAPED = re.compile(
    r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}|\d{3}\.\d{3}\.\d{3}-\d{1,2}|(?:2[03-7]|3[034])-\d{8}-\d|\d{1,2}\.\d{3}\.\d{3}-[\dkK]|"
    r"\d{3}-\d{2}-\d{5}|\d{3}-\d{2}-\d{2}-\d{3}"
)
"""Tax numbers that their signs tell from phones, of Brazil, Colombia, Argentina, Chile, Korea and Poland."""
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d")
_POSTCODE = re.compile(r"〒\s?\d{3}-?\d{4}|\d{6}|\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
COMPANY = re.compile(
    r"公司|有限|株式会社|合同会社|[㈱㈲㈜]|주식회사|集团|股份|工厂|[^出入]厂$|商行|经营部|事务所|医院|学校|中学|小学|大学|学院|研究[院所]|银行|合作社|酒店|协会|商会|学会|联合会|基金会|"
    r"饭店|宾馆|超市|商店|五金|商贸|贸易|科技|工作室|门市|"
    r"\b(?:ltd|limited|inc|llc|llp|gmbh|corp|corporation|company|group|plc|s\.?a|s\.?r\.?l|b\.?v|ag|kg|oy|ab|pty|bros|"
    r"ltda|lda|s\.?a\.?r\.?l|s\.?p\.?a|s\.?r\.?o|d\.?o\.?o|kft|zrt|aps|ohg|mbh|gbr|sdn|bhd|pvt|pte|eurl|oyj|sp\. z o\.?o|"
    r"sons|enterprises?|industries|"
    r"trading|hotel|store|shop|market|school|university)\b|\bco\.",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[省市区县镇乡].*(?:路|街|道|巷|号|村|弄|室|楼|栋|幢|园|城|大厦)|(?:路|街|大道|巷|弄).{0,8}号|^.{1,4}(?:省|"
    r"市).{1,6}(?:市|区|县)|工业园|开发区|(?:東京都|北海道|(?:大阪|京都)府|[\u4e00-\u9fff]{2,3}県).{1,12}[市区町村郡]|"
    r"\b(?:street|st|road|rd|avenue|ave|blvd|lane|ln|drive|dr|way|suite|floor|p\.?o\.? box|square|sq|straße|strasse|str|"
    r"platz|weg|gasse|"
    r"court|ct|place|pl|terrace|highway|hwy|circle|rue|via|calle|plaza)\b\.?",
    re.IGNORECASE,
)
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛"
    "闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆"
    "蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩"
    "明佘池查麻苑迟邝張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇魏呂盧鍾譚陸賈閻龍賀顧龔錢嚴湯溫齊喬龐顏聶魯歐關蘭紀單陰"
)
_TITLES = "总|经理|工|先生|女士|小姐|老师|主任|老板|厂长|科长|部长|师傅|会计|主管|董|姐|哥|院长|校长|店长|处长"
_PERSON = re.compile(
    rf"(?P<surname>[\u4e00-\u9fff])(?:[\u4e00-\u9fff·]{{1,3}}|(?:{_TITLES})|[*＊某xX]{{1,2}})(?:{_TITLES})?"
)
_LATIN_PERSON = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|del|da|"
    r"di)){1,3}(?: (?:Jr|Sr|I{1,3}|MD|PhD)\.?)?"
)
_LEVEL = re.compile(r"[A-Da-d][+-]?(?:级|类)?|VIP|[★☆*]{1,5}|[一二三四五]星级?", re.IGNORECASE)
_BOOLEAN = {"true", "false", "yes", "no", "y", "n", "是", "否", "0", "1", "√", "×"}
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{1,24}")
_UNIT = frozenset(
    "个|台|套|件|只|支|条|张|把|瓶|箱|盒|袋|包|桶|卷|米|千克|公斤|吨|克|升|对|副|片|块|根|组|本|双|批|项|"
    "次|年|月|小时|天|元|万元|亿元|千元|百万元|人|人次|户|%|‰|pcs|pc|set|kg|m|ea|box|pair|t|l|st|stk|stück|шт|кг|版|把|捆|樘|平方|㎡|m2".split(
        "|"
    )
)


def traits(cell: Cell) -> frozenset[str]:
    """All that one cell looks like."""
    return _of_text(cell) if isinstance(cell, str) and len(cell) <= _SHORT else _traits(cell)


def _traits(cell: Cell) -> frozenset[str]:
    if is_moment(cell):
        return frozenset({"date"})
    found: set[str] = set()
    value = text(cell)
    if is_number(cell):
        found.add("number")
    flat = value.replace("\n", " ")
    if len(flat) > LONG:
        return frozenset({"long"})
    if "@" in flat and EMAIL.search(flat):
        found.add("email")
        return frozenset(found)
    if _URL.fullmatch(flat):
        found.add("url")
        return frozenset(found)
    if digits := sum(map(str.isdigit, flat)):
        _numbered(flat, digits, found, point=_POINTED.fullmatch(flat) is not None or (is_number(cell) and "." in flat))
    if flat.casefold() in _BOOLEAN:
        found.add("boolean")
    if _LEVEL.fullmatch(flat):
        found.add("level")
    if flat.casefold() in _UNIT:
        found.add("unit")
    if not found or found == {"number"}:
        _named(flat, found)
    return frozenset(found)


_of_text = lru_cache(maxsize=16_384)(_traits)
"""Rows in which a header may stand are looked at once for each kind of list."""


def _numbered(flat: str, digits: int, found: set[str], *, point: bool) -> None:
    """What a text with digits looks like; ``point``: whether it is a number with decimals."""
    if _NUMBER.fullmatch(flat):
        found.add("number")
    elif _MONEY.fullmatch(flat):
        found.add("money")
    if (digits <= _MOMENT or "T" in flat) and _DATE.fullmatch(flat):
        found.add("date")
    if digits >= PHONE_DIGITS:
        _long_number(flat, digits, found, point=point)
    if _POSTCODE.fullmatch(flat):
        found.add("postcode")
    if _CODE.fullmatch(flat):
        found.add("code")


def _long_number(flat: str, digits: int, found: set[str], *, point: bool) -> None:
    if _TAX_SHAPED.fullmatch(flat):
        found |= {"tax", "tax signs"}
    if found & {"tax signs"} or _YEARS.fullmatch(flat):
        return
    if _MOBILE.fullmatch(flat):
        found |= {"mobile", "phone"}
    elif _like_phone(flat, digits) and "date" not in found and not point:
        found.add("phone")
    elif _PHONE_INSIDE.search(flat) and len(flat) < _NOTE:
        found |= {"phone", "phones"}
    if _TAX.fullmatch(flat):
        found.add("tax")


def _like_phone(flat: str, digits: int) -> bool:
    return _PHONE.fullmatch(flat) is not None and not (flat.isdigit() and digits < _PLAIN_PHONE)


def _named(flat: str, found: set[str]) -> None:
    if "number" in found:
        return
    if COMPANY.search(flat) and not re.search(r"路.{0,6}号", flat):
        found.add("company")
    if _ADDRESS.search(flat) and len(flat) >= SHORTEST_ADDRESS:
        found.add("address")
    match = _PERSON.fullmatch(flat)
    chinese = match is not None and match["surname"] in SURNAMES
    latin = "address" not in found and not HAN.search(flat) and _LATIN_PERSON.fullmatch(flat) is not None
    if (chinese or latin) and "company" not in found:
        found.add("person")
    if not found:
        found.add("text")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands in a column.

    Args:
        filled: how many of its cells hold something; ``rows`` of how many.
        shares: the share of the filled cells that look like each kind.
        distinct: the share of the filled cells that differ.
        mean: the mean length of the texts.
        samples: the first different values as text.
        rising: whether the cells count up by one, like row numbers.
        numbering: whether they may number the rows: also those of several lists, of rows sorted otherwise, or of what is left of them.
    """

    filled: int
    rows: int
    shares: dict[str, float] = field(default_factory=dict)
    distinct: float = 0.0
    mean: float = 0.0
    samples: tuple[str, ...] = ()
    rising: bool = False
    numbering: bool = False

    def share(self, *kinds: str) -> float:
        """The largest share of the given kinds."""
        return max((self.shares.get(kind, 0.0) for kind in kinds), default=0.0)


def _rising(numbers: Sequence[str]) -> bool:
    if len(numbers) <= 2 or not all(map(str.isdecimal, numbers)) or int(numbers[0]) > 2:
        return False
    return sum(int(b) - int(a) in (0, 1) for a, b in pairwise(numbers)) >= NEARLY * (len(numbers) - 1)


def _numbering(numbers: Sequence[str], rows: int) -> bool:
    """Whether numbers go on, begin anew with 1, or are different ones of a list at most half of whose rows were taken out."""
    found = [int(one) for one in numbers if one.isdecimal()]
    if len(found) < NEARLY * len(numbers):
        return False
    if len(set(found)) == len(found):
        return max(found, default=0) <= rows / HALF
    steps = list(pairwise(found))
    enough = NEARLY * len(steps)
    anew = sum(after - before == 1 or (after == 1 != before) for before, after in steps)
    on = sum(after - before in (0, 1) for before, after in steps) if found[0] <= 1 and found[-1] > _PAIR else 0
    return max(anew, on) >= enough


def gather(cells: Sequence[Cell], few: bool = False) -> Evidence:
    """The evidence of a column from its data cells; long columns by a spread sample.

    Args:
        cells: the cells.
        few: whether the first cells are enough, as for columns of an endless sheet whose headers say nothing.
    """
    pause()
    filled = [cell for cell in cells if cell is not None]
    different = set(filled)
    looked_at = different if len(different) < _FEW else different & _BLANKS
    if empty := {one for one in looked_at if blank(one)}:
        different -= empty
        filled = [cell for cell in filled if cell not in empty]
    if not filled:
        return Evidence(0, len(cells))
    step = max(1, len(filled) // SAMPLE)
    sample = filled[:_FEW_CELLS] if few else filled[::step][: SAMPLE + 50]
    counts: dict[str, int] = {}
    for cell in sample:
        for kind in traits(cell):
            counts[kind] = counts.get(kind, 0) + 1
    texts = [text(cell) for cell in sample]
    distinct = len(different) / len(filled)
    first = [text(cell) for cell in filled[:_FIRST]]
    rising = distinct > ALL_BUT and _rising(first)
    numbering = rising or _numbering([one.rstrip(_POINTS) for one in first], len(cells))
    return Evidence(
        len(filled), len(cells), {kind: number / len(sample) for kind, number in counts.items()}, distinct,
        sum(map(len, texts)) / len(texts), tuple(dict.fromkeys(one for one in texts if one))[:6], rising, numbering,
    )  # fmt: skip
