"""The relations between the parts of an Office package (ECMA-376 part 2, 9.3)."""

from __future__ import annotations

import posixpath
import re
import zipfile
from html import unescape

_SMALL_PART = 32 << 20
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")


def small(archive: zipfile.ZipFile, part: str) -> str:
    """The text of a small part, "" when it is not there."""
    try:
        with archive.open(part) as file:
            return file.read(_SMALL_PART).decode("utf-8", "replace")
    except KeyError:
        return ""


def attributes(tag: str) -> dict[str, str]:
    """The attributes of an XML tag."""
    return {name: unescape(a or b) for name, a, b in _ATTRIBUTE.findall(tag)}


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Each relation of a part by its id: the part or address it points to, and its type."""
    folder, _slash, name = part.rpartition("/")
    found = {}
    for tag in _RELATION.findall(small(archive, f"{folder}/_rels/{name}.rels")):
        given = attributes(tag)
        target = given.get("Target", "")
        if given.get("TargetMode") != "External":
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        found[given.get("Id", "")] = (target, given.get("Type", ""))
    return found
