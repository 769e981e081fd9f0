"""The catalogues of the program's words: gather, renew, compile, and say what is not translated.

Run by ``python3 dev.py translate``.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "resources" / "locale"
SOURCES = ("app", "db", "reports", "ui")
LANGUAGES = ("en", "zh_CN")
TRANSLATED = "zh_CN"
KEYWORDS = {
    "_": None,
    "N_": None,
    "translate": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_CHANGING = re.compile(
    rb'^"(POT-Creation-Date|Report-Msgid-Bugs-To|PO-Revision-Date|Last-Translator|Language-Team|Generated-By): .*\n',
    re.MULTILINE,
)
_PLACEHOLDER = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")


def template() -> Catalog:
    """Every text of the program's sources, in the order of the files."""
    found = Catalog(project="kebu", charset="utf-8", header_comment="# Words of Kebu.")
    for source in sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*.py")):
        name = source.relative_to(ROOT).as_posix()
        for line, message, comments, context in extract_from_file("python", source, KEYWORDS):  # type: ignore[arg-type]
            if message and message != ("", ""):
                found.add(message, None, [(name, line)], auto_comments=comments, context=context)
        for line, message in inside(source.read_text("utf-8")):
            found.add(message, None, [(name, line)])
    return found


def inside(source: str) -> Iterator[tuple[int, str | tuple[str, str]]]:
    """The texts that stand inside f-strings, which Babel passes over: line and text, or both forms of a count."""
    calls = {
        (node.lineno, node.col_offset): (node.func.id, _constants(node))
        for text in ast.walk(ast.parse(source)) if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }  # fmt: skip
    for (line, _column), (name, words) in sorted(calls.items()):
        if name == "ngettext" and len(words) == 2:
            yield line, (words[0], words[1])
        elif name in ("_", "N_", "gettext") and words:
            yield line, words[0]


def _constants(call: ast.Call) -> list[str]:
    return [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def po_path(language: str) -> Path:
    """The text catalogue of a language."""
    return LOCALE / language / "LC_MESSAGES" / "kebu.po"


def read(language: str) -> Catalog:
    """The stored catalogue of a language; empty when there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, project="kebu", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def renewed(language: str, texts: Catalog) -> Catalog:
    """The stored catalogue with exactly the texts of the template, translations kept."""
    catalogue = read(language)
    catalogue.update(texts, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = "# The words of Kebu."
    catalogue.project, catalogue.version = "kebu", ""
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as text that changes only when its words do: sorted, without dates and line numbers."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=120, no_location=True, sort_output=True, ignore_obsolete=True)
    return _CHANGING.sub(b"", buffer.getvalue())


def mo_bytes(catalogue: Catalog) -> bytes:
    """The compiled catalogue, without fuzzy entries."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def entries(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, without its header."""
    return (message for message in catalogue if message.id)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The singular and plural forms of a text or translation."""
    if not text:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def missing(catalogue: Catalog) -> list[str]:
    """Source texts without a full translation."""
    return [
        forms(message.id)[0]
        for message in entries(catalogue)
        if message.fuzzy or not message.string or not all(forms(message.string))
    ]


def placeholders(text: str) -> set[str]:
    """The names in braces of a message."""
    return set(_PLACEHOLDER.findall(text))


def wrong_placeholders(catalogue: Catalog) -> list[str]:
    """Source texts whose translation asks for other values than the source does.

    A singular form may leave out the count ("One row"), so a translation may use the names of any source form.
    """
    wrong = []
    for message in entries(catalogue):
        allowed = set().union(*map(placeholders, forms(message.id)))
        needed = set.intersection(*map(placeholders, forms(message.id)))
        if any(not needed <= placeholders(form) <= allowed for form in forms(message.string) if form):
            wrong.append(forms(message.id)[0])
    return wrong


def main() -> int:
    """Renew and compile all catalogues; 1 when the Chinese one is not complete."""
    texts = template()
    code = 0
    for language in LANGUAGES:
        catalogue = renewed(language, texts)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_bytes(catalogue))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))
        lacking, wrong = missing(catalogue), wrong_placeholders(catalogue)
        needs = language == TRANSLATED
        print(f"{language}: {len(catalogue)} texts" + (f", {len(lacking)} not translated" if needs else ""))
        for text in lacking if needs else ():
            print(f"  not translated: {text!r}")
        for text in wrong:
            print(f"  other placeholders: {text!r}")
        if wrong or (needs and lacking):
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
