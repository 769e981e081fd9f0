"""The demonstration: old spreadsheets become a book, with a company, calls, reminders and a quote in it.

Run by ``python3 dev.py demo``. With ``--headless`` everything that a person would look at is written into build/demo.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer.demo_data import furnish

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "demo"
SAMPLE = ROOT / "resources" / "sample"
BOOK = FOLDER / "demo.kebu"
KINDS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv")


class DemoError(Exception):
    """A step of the demonstration that did not work."""


def prepare(folder: Path) -> None:
    """Empty the folder; settings and logs lie in it from now on, so that the user's last book stays the last."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "home"
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA")}
    own |= {f"WIN_PD_OVERRIDE_{name}": str(home) for name in ("LOCAL_APPDATA", "APPDATA")}
    os.environ.update(own, PYTHONUTF8="1")


def kebu(*arguments: str | Path) -> str:
    """Run one command of the program; what it printed."""
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise DemoError(f"kebu {' '.join(map(str, arguments))}\n{done.stdout}{done.stderr}")
    return done.stdout


def samples() -> list[Path]:
    """The old spreadsheets."""
    found = sorted(path for path in SAMPLE.iterdir() if path.suffix in KINDS)
    if not found:
        raise DemoError(f"There is no spreadsheet in {SAMPLE}")
    return found


def make_book(book: Path) -> dict[str, object]:
    """A new book from the spreadsheets, imported as users import; the report of the import."""
    kebu("new", book)
    report = json.loads(kebu("import", *samples(), "--book", book, "--json", "--lang", "zh"))
    if not any(sheet["created"] for file in report["files"] for sheet in file["sheets"]):
        raise DemoError("Nothing was imported.")
    return dict(report)


def readable(report: dict[str, object]) -> str:
    """The import report as text."""
    lines: list[str] = []
    for file in report["files"]:  # type: ignore[attr-defined]
        lines.append(Path(file["file"]).name)
        for sheet in file["sheets"]:
            counts = ", ".join(
                f"{name} {sheet[name]}" for name in ("rows", "created", "updated", "skipped", "duplicates")
            )
            lines.append(f"  {sheet['sheet']}: {sheet['kind']}, header in row {sheet['header_row']}; {counts}")
            lines += [f"    {header} -> {field or '(left out)'}" for header, field in sheet["mapping"].items()]
            lines += [
                f"    row {one['row']}, {one['column']}: {one['value']!r}: {one['reason']}" for one in sheet["problems"]
            ]
        lines.append("")
    return "\n".join(lines)


def write_all(report: dict[str, object]) -> list[Path]:
    """Everything there is to see without a window; the files."""
    from installer import shots

    written = [BOOK]

    def put(name: str, text: str) -> None:
        path = FOLDER / name
        path.write_text(text, "utf-8")
        written.append(path)

    put("import-report.json", json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    put("import-report.txt", readable(report))
    export = FOLDER / "customers.xlsx"
    kebu("export", "customers", export, "--book", BOOK)
    written.append(export)
    quote = json.loads(kebu("list", "quotes", "--book", BOOK, "--json", "--where", "status=sent"))[0]
    for language in ("zh", "en"):
        path = FOLDER / f"quote-{language}.pdf"
        kebu("quote", quote["number"], "--pdf", path, "--lang", language, "--book", BOOK)
        written.append(path)
    kebu("check", "--book", BOOK)
    pictures = shots.draw(BOOK, FOLDER / "pages", languages=("zh_CN",), sizes=((1440, 900),))
    if not pictures:
        raise DemoError("No page was drawn.")
    for path in (*written[1:], *pictures):
        if not path.stat().st_size:
            raise DemoError(f"{path} is empty.")
    return [*written, *pictures]


def main() -> int:
    """Make the book, then show it or write what it gives."""
    parser = argparse.ArgumentParser(prog="dev.py demo")
    parser.add_argument("--headless", action="store_true")
    options = parser.parse_args()
    prepare(FOLDER)
    try:
        report = make_book(BOOK)
        furnish(BOOK)
        if not options.headless:
            return subprocess.run([sys.executable, "-m", "app", "--book", str(BOOK)], cwd=ROOT, check=False).returncode
        for path in write_all(report):
            print(path.relative_to(ROOT).as_posix())
    except DemoError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
