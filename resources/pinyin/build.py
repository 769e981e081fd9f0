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
    "会": "kuai",
}  # fmt: skip
# Where names of companies, people and places are read otherwise than pypinyin reads the character alone.
FIRST = {
    "长": "chang", "都": "du", "厦": "xia", "调": "tiao", "翟": "zhai", "仇": "qiu", "莎": "sha", "娜": "na", "朝": "chao",
    "蚌": "beng", "弹": "tan", "薄": "bo", "塞": "sai", "漯": "luo", "莞": "guan", "亳": "bo", "番": "fan", "贾": "jia",
    "六": "liu", "粘": "zhan", "埔": "pu", "堡": "bao", "泊": "bo", "传": "chuan",
}  # fmt: skip
# Readings that only few old words have; indexed, they would only lengthen every name.
NEVER = {
    "冯": "ping", "沈": "chen", "陆": "liu", "汤": "shang", "佛": "fu", "省": "xing", "和": "huo", "度": "duo", "绿": "lu",
    "属": "zhu", "顿": "du", "敦": "dui", "免": "wen", "揭": "qi", "荤": "xun", "殷": "yan", "员": "yun", "拓": "ta",
    "兹": "ci", "盛": "cheng", "腊": "xi", "氏": "zhi", "黑": "he", "坏": "pi", "给": "ji", "暴": "pu",
    "被": "pi", "仿": "pang", "殖": "shi", "称": "chen", "似": "shi", "谁": "shei", "血": "xie", "姥": "mu", "椎": "chui",
    "纶": "guan", "括": "gua", "孝": "jiao", "岂": "kai", "卒": "cu", "琢": "zuo",
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
        known = [
            found
            for found in dict.fromkeys(plain(one) for one in text.split(","))
            if found.isascii() and found.isalpha()
        ]
        counts = used[character]
        total = sum(counts.values())
        kept = known[:1] + [one for one in known[1:] if total and counts[one] / total >= SHARE]
        if (name := NAMES.get(character)) and name not in kept:
            kept.append(name)
        usual = FIRST.get(character, known[0] if known else "")
        kept = [one for one in kept if one == usual or one != NEVER.get(character)]
        kept.sort(key=lambda one: (one != usual, -counts[one]))
        if kept:
            groups[tuple(kept[:4])].append(character)
    lines = [",".join(readings) + "\t" + "".join(characters) for readings, characters in sorted(groups.items())]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
