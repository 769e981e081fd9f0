"""Makes readings.txt from pypinyin's data: the toneless readings of each character that are really in use.

Run it when pypinyin is updated: ``python resources/pinyin/build.py``. pypinyin itself is not needed at run time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

TARGET = Path(__file__).with_name("readings.txt")
# A reading counts as used when it makes up this share of a character's places in pypinyin's phrases.
SHARE = 0.04
# Readings that names and places ask for and that phrases seldom show.
NAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "朴": "piao", "查": "zha", "盖": "ge", "区": "ou",
    "任": "ren", "乐": "yue", "翟": "zhai", "尉": "yu", "冼": "xian", "覃": "qin", "缪": "miao", "纪": "ji",
    "宁": "ning", "华": "hua", "厦": "xia", "重": "chong", "长": "chang", "行": "hang", "都": "du", "六": "lu",
    "蚌": "beng", "亳": "bo", "泌": "bi", "涡": "guo", "莘": "shen", "朝": "chao", "番": "pan", "阿": "e",
    "东": "dong", "秘": "bi", "种": "chong", "黑": "he", "么": "yao", "员": "yun", "句": "ju", "折": "she",
}  # fmt: skip


def plain(reading: str) -> str:
    """A reading without tone, with ü typed as v."""
    return to_normal(reading).replace("ü", "v").lower()


def main() -> None:
    """Count the readings and write the file: one line a set of readings, its characters after a tab."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        if len(phrase) == len(readings):
            for character, options in zip(phrase, readings, strict=True):
                used[character][plain(options[0])] += 1
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for code, text in sorted(PINYIN_DICT.items()):
        character = chr(code)
        if code > 0x2FFFF:
            continue
        known = [found for found in dict.fromkeys(plain(one) for one in text.split(",")) if found.isascii() and found.isalpha()]
        counts = used[character]
        total = sum(counts.values())
        kept = known[:1] + [one for one in known[1:] if total and counts[one] / total >= SHARE]
        kept.sort(key=lambda one: -counts[one])
        if (name := NAMES.get(character)) and name not in kept:
            kept.append(name)
        if kept:
            groups[tuple(kept[:4])].append(character)
    lines = [",".join(readings) + "\t" + "".join(characters) for readings, characters in sorted(groups.items())]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
