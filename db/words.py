"""Words that are taken out of the texts of a book, in plain texts and inside of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import apsw

_NORMAL = "_normal"
# A condition of SQLite may be a thousand terms deep.
_MANY = 500
# The names by which the book keeps the user's own fields; they are no words of anybody.
_NAME = re.compile(r"custom_[0-9]+(_normal)?")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are replaced in texts.

    Args:
        words: longest first.
        gap: what stands in their place.
        columns: by table the columns that hold free texts, or JSON with such texts.
    """

    words: Sequence[str] = ()
    gap: str = ""
    columns: Mapping[str, Collection[str]] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[str, ...]:
        """The words, and as they stand inside of JSON, and inside of JSON that stands in JSON."""
        found: dict[str, None] = {}
        for word in self.words:
            once = json.dumps(word, ensure_ascii=False)[1:-1]
            found |= dict.fromkeys((word, once, json.dumps(once, ensure_ascii=False)[1:-1]))
        return tuple(found)

    def within(self, value: object) -> bool:
        """Whether a value holds one of them."""
        return isinstance(value, str) and any(form in value for form in self.forms)

    def without(self, value: Any) -> Any:
        """A value with all of them replaced; None for JSON that held nothing else.

        Of a phone number, which JSON holds in two forms, nothing is left when one of the forms is such a word.
        """
        if not self.within(value):
            return value
        if value[:1] in ("{", "[", '"'):
            try:
                held = json.loads(value)
            except ValueError:
                pass
            else:
                left = self._cleaned(held)
                return None if left == {} else json.dumps(left, ensure_ascii=False)
        for word in self.words:
            value = value.replace(word, self.gap)
        return value

    def _cleaned(self, held: Any) -> Any:
        if isinstance(held, str):
            return self.without(held) or ""
        if isinstance(held, list):
            return [self._cleaned(one) for one in held]
        if not isinstance(held, dict):
            return held
        gone = {name for name, one in held.items() if name.endswith(_NORMAL) and self.within(one)}
        gone |= {name.removesuffix(_NORMAL) for name in gone}
        return {
            name if _NAME.fullmatch(name) else self.without(name): self._cleaned(one)
            for name, one in held.items()
            if name not in gone
        }


NO_WORDS = Words()


def replace_words(connection: apsw.Connection, words: Words) -> None:
    """Take words out of the texts of all rows. Of two words of a list that become the same one goes."""
    forms = words.forms
    for table, columns in words.columns.items():
        for column in columns:
            for start in range(0, len(forms), _MANY):
                some = forms[start : start + _MANY]
                holds = " OR ".join([f'instr("{column}", ?)'] * len(some))
                sql = f'SELECT id, "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL AND ({holds})'
                for number, text in connection.execute(sql, some).fetchall():
                    connection.execute(
                        f'UPDATE OR REPLACE "{table}" SET "{column}"=? WHERE id=?', (words.without(text), number)
                    )
