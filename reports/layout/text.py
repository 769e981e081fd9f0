"""Breaking text into lines, Chinese and Latin mixed.

Chinese breaks between any two characters, except that a line never begins with closing punctuation nor ends with an
opening bracket (GB/T 15834-2011, 5.1); Latin words and figures stay whole unless one alone is wider than the line.
"""

from __future__ import annotations

import re

from reports.fonts import Typeface

_NOT_FIRST = "、。，．：；！？）》」』】〕〗〉”’…％‰℃·・,.:;!?)]}%"
_NOT_LAST = "（《「『【〔〖〈“‘([{¥￥$€£"
_CJK = "\u2e80-\u303f\u3040-\u30ff\u3100-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_ATOMS = re.compile(rf"[ \u3000]+|[{_CJK}]|[^ \u3000{_CJK}]+")


def wrap(face: Typeface, text: str, size: float, width: float) -> list[str]:
    """The text cut into lines no wider than ``width``; its own line breaks are kept, blank lines too.

    An empty text gives no line.
    """
    if not text:
        return []
    lines: list[str] = []
    for paragraph in text.splitlines():
        paragraph = face.clean(paragraph.expandtabs(4).rstrip())
        if face.width(paragraph, size) <= width:
            lines.append(paragraph)
        else:
            lines += _fill(face, paragraph, size, width)
    return lines


def _fill(face: Typeface, paragraph: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for cluster in _clusters(paragraph):
        wide = face.width(cluster, size)
        if line and used + face.width(cluster.rstrip(" \u3000"), size) > width:
            lines.append(line.rstrip(" \u3000"))
            line, used = "", 0.0
            cluster = cluster.lstrip(" \u3000")
            wide = face.width(cluster, size)
        while wide > width and len(cluster) > 1:
            fits = _fitting(face, cluster, size, width)
            lines.append(cluster[:fits])
            cluster = cluster[fits:]
            wide = face.width(cluster, size)
        line += cluster
        used += wide
    if line.strip():
        lines.append(line.rstrip(" \u3000"))
    return lines


def _clusters(text: str) -> list[str]:
    """The parts between which a line may end; blanks hang on the part before them."""
    clusters: list[str] = []
    for atom in _ATOMS.findall(text):
        if clusters and (atom[0] in _NOT_FIRST or atom.isspace() or clusters[-1][-1] in _NOT_LAST):
            clusters[-1] += atom
        else:
            clusters.append(atom)
    return clusters


def _fitting(face: Typeface, text: str, size: float, width: float) -> int:
    used = 0.0
    for index, character in enumerate(text):
        used += face.width(character, size)
        if used > width:
            return max(index, 1)
    return len(text)
