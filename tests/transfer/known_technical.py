"""Exports under the technical names of programs (API names, column names of tables), with made-up firms in them.

A name is the program's and the record's, joined by a blank; the files of one program belong together.
"""

from __future__ import annotations

from pathlib import Path

_FILE = Path(__file__).parent / "files" / "technical_names.txt"
EXPORTS: dict[str, str] = {
    name: text
    for part in _FILE.read_text(encoding="utf-8").split("== ")[1:]
    for name, _end, text in (part.partition("\n"),)
}


def written(folder: Path, *names: str) -> list[Path]:
    """The exports of these names as files."""
    places = []
    for name in names:
        place = folder / f"{name.partition(' ')[2].replace(' ', '_')}.csv"
        place.write_text(EXPORTS[name], encoding="utf-8")
        places.append(place)
    return places
