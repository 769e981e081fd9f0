"""The demonstration: old spreadsheets become a book, with a company, calls, reminders and a quote in it.

Run by ``python3 dev.py demo``. With ``--headless`` everything that a person would look at is written into build/demo.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from installer import shots
from installer.demo_data import furnish
from installer.sample_book import ROOT, DemoError, kebu, make_book, prepare

FOLDER = ROOT / "build" / "demo"
BOOK = FOLDER / "demo.kebu"


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
