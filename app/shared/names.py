"""Names made comparable: a company without its legal form, a person without titles."""

from __future__ import annotations

import re
import unicodedata

_CHINESE_LEGAL = re.compile(
    r"(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|有限公司分公司|股份公司|集团公司|总公司|分公司|公司|集团|\(?有限合伙\)?"
    r"|(?:\(?普通合伙\)?)|個人工作室|株式会社|有限会社)$"
)
_LATIN_LEGAL = re.compile(
    r"(?:[\s,.&-]+|^)(?:co\.?,?\s*ltd|company\s+limited|limited|ltd|llc|l\.l\.c|llp|lp|inc|incorporated|corp|corporation|company|co"
    r"|plc|gmbh\s*&\s*co\.?\s*kg|gmbh|ag|kg|ohg|e\.?\s?k|ug|se|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|s\.?p\.?a|s\.?r\.?l|s\.?l|b\.?v|n\.?v|oy|ab|as|a/s|aps"
    r"|pty\.?\s*ltd|pte\.?\s*ltd|pvt\.?\s*ltd|sdn\.?\s*bhd|k\.?k|ooo|ооо|зао|оао|пао|ип|ltda|s\.?a\.?\s*de\s*c\.?v)\.?\s*$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[\W_]+")
_PERSON_TITLES = re.compile(
    r"(?:先生|女士|小姐|老师|经理|总经理|总监|主任|厂长|老板|采购|主管|工程师|总|工)$|^(?:mr|mrs|ms|miss|dr|prof)\.?\s+",
    re.IGNORECASE,
)


def company_key(name: str) -> str:
    """What makes two spellings of a company's name the same: no legal form, brackets, blanks, width or case.

    苏州恒瑞机械（有限公司） and 苏州恒瑞机械有限公司 have one key, so have ``ABC Co., Ltd.`` and ``abc``.
    """
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    for _ in range(3):
        shorter = _LATIN_LEGAL.sub("", _CHINESE_LEGAL.sub("", text.rstrip(" .,;()"))).strip()
        if shorter == text or not _SIGNS.sub("", shorter):
            break
        text = shorter
    return _SIGNS.sub("", text)


def person_key(name: str) -> str:
    """What makes two spellings of a person's name the same: no title, blanks, signs, width or case."""
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    shorter = _PERSON_TITLES.sub("", text).strip()
    # 王总 and 李工 are all that is known of these people.
    return _SIGNS.sub("", shorter if len(shorter) > 1 else text)
