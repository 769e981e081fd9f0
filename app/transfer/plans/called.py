"""Which contact of a customer a short way of calling one means: 王经理, 李总, 张工, 建国, Mr. Smith."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.records.several import parted
from app.shared.names import person_key
from app.shared.patterns import later

_TITLED = later(
    r"([\u4e00-\u9fff]|[欧上司诸东皇尉令夏慕][阳官马葛方甫迟狐侯容])"
    r"(总经理|副总|总监|总|经理|主任|厂长|老板|工程师|工|会计|出纳|采购|师傅|老师|主管|科长|部长|处长|院长|所长|校长|店长|秘书|医生|教授|"
    r"先生|女士|小姐|哥|姐)"
)
_SURNAME = later(r"[\u4e00-\u9fff]")
_GIVEN = later(r"[\u4e00-\u9fff]{2}")
_ANY = frozenset(("先生", "女士", "小姐", "哥", "姐", "师傅", "老师"))
_ALSO = {
    "工": ("工程师", "技术", "设备"),
    "老板": ("总", "法人", "董事长"),
    "总": ("董事长", "法人"),
    "采购": ("采购",),
}
_LONGEST, _LATIN, _SEVERAL = 4, 3, 2
_IDEOGRAPHS = "\u2e80"


def apart(values: dict[str, Any], known: Callable[[dict[str, Any]], object]) -> list[dict[str, Any]]:
    """The persons that one name means: several where nobody is called so, and each part of it is somebody known.

    Args:
        values: of the person.
        known: finds the contact that some values mean.
    """
    parts = [{"name": one} for one in parted(str(values["name"]))]
    if len(parts) < _SEVERAL or known(values) or not all(map(known, parts)):
        return [values]
    return [{**values, **parts[0]}, *parts[1:]]


def meant(said: str, people: Sequence[tuple[str, str]]) -> int | None:
    """The place of the one contact that is meant, None when none or several may be.

    A surname with a title means the one of that surname with such a title, or the only one of the surname when nothing is
    said of what the person does; a surname or a given name alone the only one who has it.

    Args:
        said: what a list calls the person.
        people: the contacts: the key of the name (``person_key``), and the title.
    """
    said = "".join(said.split()) if said[:1] >= _IDEOGRAPHS else said.strip()
    named = [(at, name, title) for at, (name, title) in enumerate(people) if not _TITLED.fullmatch(name)]
    if match := _TITLED.fullmatch(said):
        mine = [one for one in named if one[1].startswith(match[1]) and len(match[1]) < len(one[1]) <= _LONGEST]
        word = match[2]
        fitting = [one for one in mine if any(part in one[2] for part in (word, *_ALSO.get(word, ())))]
        if len(fitting) == 1:
            return fitting[0][0]
        free = [one for one in mine if not one[2] or word in _ANY]
        return mine[0][0] if len(mine) == 1 and free else None
    if _SURNAME.fullmatch(said):
        mine = [one for one in named if one[1].startswith(said) and 1 < len(one[1]) <= _LONGEST]
    elif _GIVEN.fullmatch(said):
        mine = [one for one in named if one[1].endswith(said) and len(one[1]) == len(said) + 1]
    else:
        key = person_key(said)
        if len(key) < _LATIN or not key.isalpha() or key[:1] >= _IDEOGRAPHS:
            return None
        mine = [one for one in named if one[1] != key and (one[1].startswith(key) or one[1].endswith(key))]
    return mine[0][0] if len(mine) == 1 else None
