"""The catalogues: whole, current, and with the same placeholders in both languages."""

from __future__ import annotations

import gettext

import pytest
from babel.messages.catalog import Catalog

from installer import translate


@pytest.fixture(scope="module")
def texts() -> Catalog:
    """Every text of the sources."""
    found = translate.template()
    assert len(found) > 150, "the scan found next to nothing"
    return found


@pytest.mark.parametrize("language", translate.LANGUAGES)
def test_catalogue_has_the_texts_of_the_sources(language: str, texts: Catalog) -> None:
    assert translate.po_bytes(translate.renewed(language, texts)) == translate.po_path(language).read_bytes()


def test_chinese_is_complete() -> None:
    assert translate.missing(translate.read(translate.TRANSLATED)) == []


@pytest.mark.parametrize("language", translate.LANGUAGES)
def test_placeholders_are_those_of_the_source(language: str) -> None:
    assert translate.wrong_placeholders(translate.read(language)) == []


@pytest.mark.parametrize("language", translate.LANGUAGES)
def test_compiled_catalogue_is_current(language: str) -> None:
    catalogue = translate.read(language)
    with translate.po_path(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in translate.entries(catalogue):
        forms = translate.forms(message.string)
        if not all(forms) or not forms:
            continue
        source = translate.forms(message.id)
        if len(source) == 1:
            shown = compiled.pgettext(message.context, source[0]) if message.context else compiled.gettext(source[0])
        else:
            shown = compiled.ngettext(*source, 5)
        assert shown == forms[-1]


def test_a_missing_translation_is_found() -> None:
    catalogue = Catalog(locale="zh_CN")
    catalogue.add("Save {name}", "保存 {nom}")
    catalogue.add(("One row", "{count} rows"), ("{count} 行",))
    catalogue.add("Open", "")
    assert translate.missing(catalogue) == ["Open"]
    assert translate.wrong_placeholders(catalogue) == ["Save {name}"]


def test_texts_inside_f_strings_are_found() -> None:
    source = """a = f"{_('Sheets')} (*{x})"\nb = f"{ngettext('{n} cell', '{n} cells', 2)} {_(words)}" + _("out")"""
    assert list(translate.inside(source)) == [(1, "Sheets"), (2, ("{n} cell", "{n} cells"))]
