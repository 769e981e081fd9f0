"""Korean in the encoding of Windows: by the syllables that lists are full of.

Chinese keeps its signs from A to Q by their sound where Korean keeps all its syllables, and a short list may hold no others.
"""

from __future__ import annotations

import re

_RUN = re.compile(rb"[\x80-\xff]+")
_SIGNS, _FEWEST = 0xA3, 16
_EVERYDAY_TEXT = (
    "이다사대주시회명전자지가고기상정인신구동서부산한국장계수제일성금영현공무보조원경진건설업물유통식품생호번"
    "소화담당도군면리읍로길강남북중안천포양평광울세종충청라객등급처코드표비름격단위량총합날입출완료확약견적문"
    "의매판반잠재존규우휴외내과차팀행실직책여김박최임오윤황송류홍권심허노하백곽손배민철준은미희숙순연예선혜아"
    "나승훈태빈석용학환만병섭열봉를에을는와으스트테크어메모터볼너펌프밸브링관개치추월말마감카불결발취해및축농"
    "섬밀바파피디케블컴퓨레타토달빛푸른창그본점팩러온넷더액잔목록분된함있없음습니요녕두새큰작년력교"
)  # fmt: skip
_EVERYDAY = frozenset(one.encode("cp949") for one in _EVERYDAY_TEXT)
_SHARED = frozenset(one.encode("gb18030") for one in "客公级备老合后何林杭管价技内全面农付富丰府固流秦柳力七免")
"""Of these bytes, those that lists in Chinese are full of as well: they tell nothing."""
_KOREAN, _OTHER, _ENOUGH = 2.0, -1.3, 4.0
"""How a syllable moves the odds (their logarithm) that a text is Korean, not Chinese: of the syllables of a Korean list three
quarters are everyday ones; of the signs of a Chinese list, which stand there by chance, one in nine. Korean lists in this
encoding are rare where Chinese ones are read: the odds must be good."""


def hangul(sample: bytes) -> bool:
    """Whether all signs of two bytes are where Korean has its syllables, and those that occur are everyday ones by far.

    Args:
        sample: the beginning of a file.
    """
    pairs = [pair for run in _RUN.findall(sample) for pair in zip(run[::2], run[1::2], strict=False)]
    letters = [bytes(pair) for pair in pairs if pair[0] > _SIGNS]
    if len(letters) < _FEWEST or not all(0xB0 <= one[0] <= 0xC8 for one in letters):
        return False
    return sum(_KOREAN if one in _EVERYDAY else _OTHER for one in set(letters) - _SHARED) >= _ENOUGH
