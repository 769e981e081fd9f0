"""Which files of a folder, and of the folders in it, are read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from app.shared.errors import SheetError
from app.shared.i18n import N_
from app.transfer.readers.reasons import refusal

DEEPEST, MOST_FILES, MOST_FOLDERS = 8, 500, 2000
"""So deep folders in folders are looked at; more files or folders than these are no folder of spreadsheets."""
_SYSTEM = frozenset({"__macosx", "$recycle.bin", "system volume information", "node_modules", "__pycache__"})


def beside(name: str) -> bool:
    """Whether a file or folder is only kept beside an open one (~$客户.xlsx), hidden, or the system's own."""
    return name.startswith(("~$", ".")) or name.casefold() in _SYSTEM


def files(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """The files of a folder that may be read: its own by name, then those of each folder in it; links are not followed.

    Args:
        folder: where to look.
        suffixes: the endings of names that count, in lower case.

    Raises:
        OSError: the folder itself cannot be read; one inside it that cannot is left out.
        SheetError: there is no such file, or there are too many.
    """
    found: list[Path] = []
    for number, names in enumerate(_walked(folder, 0)):
        found += [file for file in names if file.suffix.lower() in suffixes and file.is_file()]
        if len(found) > MOST_FILES or number >= MOST_FOLDERS:
            raise SheetError(
                N_("“{file}” holds too many files or folders to be read in one go."),
                N_("Choose one of the folders in it, or at most {count} files."),
                file=folder.name,
                count=MOST_FILES,
            )
    if not found:
        raise refusal("folder", folder)
    return found


def _walked(folder: Path, depth: int) -> Iterator[list[Path]]:
    with os.scandir(folder) as entries:
        held = sorted((one for one in entries if not beside(one.name)), key=lambda one: one.name.casefold())
    inside = [one for one in held if one.is_dir(follow_symlinks=False)]
    yield [Path(one.path) for one in held if not one.is_dir()]
    for one in inside if depth < DEEPEST else ():
        try:
            yield from _walked(Path(one.path), depth + 1)
        except PermissionError:
            continue


def called(paths: Iterable[str | os.PathLike[str]]) -> dict[str, str]:
    """What files are called: by name, those of one name with the folders that tell them apart, such as 2023/客户.csv."""
    parts = {os.fspath(path): Path(path).parts for path in paths}
    names = dict.fromkeys(parts, 1)
    for _depth in range(max(map(len, parts.values()), default=0)):
        counted = Counter(parts[path][-size:] for path, size in names.items())
        twins = [path for path, size in names.items() if counted[parts[path][-size:]] > 1 and size < len(parts[path])]
        if not twins:
            break
        names.update({path: names[path] + 1 for path in twins})
    return {path: "/".join(parts[path][-size:]) for path, size in names.items()}
