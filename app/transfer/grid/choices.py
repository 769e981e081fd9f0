"""The words that mean a value of a choice field, or yes and no, in old sheets."""

from __future__ import annotations

from collections.abc import Sequence

from app.records.fields import Field, FieldKind
from app.shared.i18n import LANGUAGES, catalogue
from app.shared.text import closed_up

_YES = ("1", "true", "yes", "y", "是", "对", "有", "√", "✓", "✔", "☑", "✅", "x", "主", "主要", "ja", "wahr")
_NO = ("0", "false", "no", "n", "否", "不", "无", "×", "✗", "非", "nein", "falsch")


def choice_words(field: Field) -> dict[str, object]:
    """Each word (case-folded) with the value that it means."""
    if field.kind is FieldKind.BOOLEAN:
        return {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}
    found: dict[str, object] = {}
    for choice in field.choices:
        labels = [catalogue(language).gettext(choice.label) for language in LANGUAGES]
        for word in (choice.code, choice.label, *labels):
            found.setdefault(word.casefold(), choice.code)
    # A value of the user's own that is called as another is paraphrased (低级 beside C) is meant itself.
    for choice in field.choices:
        for word in choice.synonyms:
            found.setdefault(word.casefold(), choice.code)
    if field.name == "kind":
        for yes, no in (("true", "false"), ("1", "0")):
            found.setdefault(yes, "company")
            found.setdefault(no, "person")
        found.setdefault("客户", "company")
        found.setdefault("customer", "company")
    return found


def fitting(field: Field, samples: Sequence[str]) -> float:
    """The share of sample texts that are values of a choice or yes/no field."""
    if not samples:
        return 0.0
    known = choice_words(field)
    return sum(sample.strip().casefold() in known or closed_up(sample) in known for sample in samples) / len(samples)
