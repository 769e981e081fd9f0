"""Names that may be spellings of one: alike but for ranks of places and scripts, or one the short form of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from app.shared.collector import emptied
from app.shared.loose_names import loose_key

_SHORTEST, _LONGEST = 4, 8
"""So many characters a short form has, 无锡永泰 for 无锡永泰机电设备."""
_IDEOGRAPHS = "\u4e00"
_BRANCH = ("分公司", "办事处", "分厂", "分店")
Kin = dict[str, list[tuple[str, bool]]]


def kin(names: Mapping[str, str]) -> Kin:
    """Which other names each of many may be a spelling of.

    Args:
        names: by their key (``company_key``) one spelling of each.

    Returns:
        By key the keys of the others, and whether one is only the short form of the other. A short form that two longer
        names begin with says nothing.
    """
    found: Kin = defaultdict(list)
    loose: dict[str, str] = {}
    odd: list[tuple[str, str]] = []
    short: set[str] = set()
    for key, name in names.items():
        made = loose_key(name, key)
        if made != key and made:
            loose[key] = made
            odd.append((key, made))
        if _SHORTEST <= len(made) <= _LONGEST and made[0] >= _IDEOGRAPHS and len(name.strip()) == len(key):
            short.add(made)
    spelt: dict[str, list[str]] = defaultdict(list)
    for key, made in odd:
        spelt[made].append(key)
    for made, keys in spelt.items():
        group = [made, *keys] if made in names and made not in loose else keys
        for key in group if len(group) > 1 else ():
            found[key] += [(other, False) for other in group if other != key]
    for less, longer in _longer(names, loose, short).items():
        for key in (less, *spelt.get(less, ())):
            if key in names and len(longer) == 1 and loose.get(key, key) == less:
                found[key].append((longer[0], True))
                found[longer[0]].append((key, True))
    for held in (loose, odd, spelt):
        emptied(held)
    return dict(found)


def _longer(names: Mapping[str, str], loose: Mapping[str, str], short: set[str]) -> dict[str, list[str]]:
    """For each short form the keys of firms that begin with it, those of one spelling once."""
    found: dict[str, list[str]] = defaultdict(list)
    told: dict[str, set[str]] = defaultdict(set)
    for key, name in names.items() if short else ():
        made = loose.get(key, key)
        if len(made) <= _SHORTEST or len(name.strip()) == len(key) or any(word in name for word in _BRANCH):
            continue
        for length in range(_SHORTEST, min(_LONGEST, len(made) - 1) + 1):
            if (less := made[:length]) in short and made not in told[less]:
                told[less].add(made)
                found[less].append(key)
    return found
