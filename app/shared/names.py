"""Names made comparable: a company without its legal form, a person without titles."""

from __future__ import annotations

import re
import unicodedata

_CHINESE_LEGAL = (
    "股份有限责任公司", "股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团公司", "总公司", "分公司", "公司", "集团",
    "(有限合伙", "有限合伙", "(普通合伙", "普通合伙", "個人工作室", "个人工作室", "株式会社", "有限会社",
)  # fmt: skip
_CHINESE_ENDS = frozenset(form[-1] for form in _CHINESE_LEGAL)
_BRANCHED = ("股份有限责任公司", "股份有限公司", "有限责任公司", "有限公司", "公司")
_LATIN_LEGAL = re.compile(
    r"(?:[\s,.&-]+|^)(?:co\.?,?\s*ltd|company\s+limited|limited|ltd|llc|l\.l\.c|llp|lp|inc|incorporated|corp|corporation|company|co"
    r"|plc|gmbh\s*&\s*co\.?\s*kg|gmbh|ag|kg|ohg|e\.?\s?k|ug|se|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|s\.?p\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|oy|ab|as|a/s|aps"
    r"|(?:pty|pte|pvt|private)\.?\s*(?:ltd|limited)|sdn\.?\s*bhd|k\.?k|ooo|ооо|зао|оао|пао|ип|ltda|s\.?a\.?\s*de\s*c\.?v)\.?\s*$"
)
# No legal form with the signs before it is longer, so it is sought in so many last characters only.
_LATIN_LENGTH = 24
_RUN = 5
_RUNS = ("ltd", "limited", "incorporated", "corporation", "company", "bhd", "cv")
"""Ends of the legal forms that may be written as so many letters in a run; all others have a sign within."""
_ALONE = frozenset("ltd limited inc llc gmbh corp plc ag".split())
_BEFORE = frozenset("co company pty pte pvt private".split())
"""Words that belong to the legal form behind them."""
_FIRST_IDEOGRAPH = "\u2e80"
_SIGNS = re.compile(r"[\W_]+")
_PERSON_TITLES = (
    "先生", "女士", "小姐", "老师", "总经理", "经理", "总监", "主任", "厂长", "老板", "采购", "主管", "工程师", "总", "工",
)  # fmt: skip
_LATIN_TITLE = re.compile(r"(?:mr|mrs|ms|miss|dr|prof)\.?\s+")


def company_key(name: str) -> str:
    """What makes two spellings of a company's name the same: no legal form, brackets, blanks, width or case.

    苏州恒瑞机械（有限公司） and 苏州恒瑞机械有限公司 have one key, so have ``ABC Co., Ltd.`` and ``abc``. A branch keeps its
    place, since it is another address: 苏州恒瑞有限公司上海分公司 is 苏州恒瑞上海.
    """
    text = _folded(name)
    if text.endswith("有限公司") and not text.endswith("股份有限公司"):
        front = text[:-4]
        if front.isalnum() and front[-1] >= _FIRST_IDEOGRAPH and front[-1] not in _CHINESE_ENDS:
            return front
    for _ in range(3):
        shorter = _without_form(text.rstrip(" .,;()"))
        if shorter == text or not _plain(shorter):
            break
        text = shorter
    return _plain(text)


def _folded(name: str) -> str:
    if not unicodedata.is_normalized("NFKC", name):
        name = unicodedata.normalize("NFKC", name)
    return name.casefold().strip()


def _without_form(text: str) -> str:
    if text[-1:] < _FIRST_IDEOGRAPH:
        if text[-1:].isdigit():
            return text
        if len(text) > _RUN and text[-_RUN:].isalnum() and not text.endswith(_RUNS):
            return text
        front, _gap, word = text.rpartition(" ")
        if word in _ALONE and (before := front.rpartition(" ")[2]).isalnum() and before not in _BEFORE:
            return front
        match = _LATIN_LEGAL.search(text, max(0, len(text) - _LATIN_LENGTH))
        return text[: match.start()].rstrip() if match else text
    if text[-1:] not in _CHINESE_ENDS or not text.endswith(_CHINESE_LEGAL):
        return text
    for ending in _CHINESE_LEGAL:
        if text.endswith(ending):
            break
    text = text[: -len(ending)]
    if ending == "分公司":
        for form in _BRANCHED:
            text = text.replace(form, "")
    return text.rstrip()


def _plain(text: str) -> str:
    return text if text.isalnum() else _SIGNS.sub("", text)


def person_key(name: str) -> str:
    """What makes two spellings of a person's name the same: no title, blanks, signs, width or case."""
    text = _folded(name)
    if text[-1:] >= _FIRST_IDEOGRAPH:
        shorter = text
        if text.endswith(_PERSON_TITLES):
            shorter = text.removesuffix(next(title for title in _PERSON_TITLES if text.endswith(title))).strip()
    else:
        shorter = _LATIN_TITLE.sub("", text, count=1) if _LATIN_TITLE.match(text) else text
    # 王总 and 李工 are all that is known of these people.
    return _plain(shorter if len(_plain(shorter)) > 1 else text)
