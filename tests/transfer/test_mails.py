"""E-mail addresses in cells: whole, and among other words."""

from __future__ import annotations

import pytest

from app.customers.records import CUSTOMER
from app.transfer.converting.beside import address
from app.transfer.converting.outcome import Settings
from app.transfer.converting.values import converter
from app.transfer.grid.evidence import traits
from app.transfer.grid.mails import EMAIL


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("o'brien@example.ie", ["o'brien@example.ie"]),
        ("'ada@long.example'", ["ada@long.example"]),
        ("a@b.com/c@d.com", ["a@b.com", "c@d.com"]),
        ("a@b.com|c@d.com; e@f.com", ["a@b.com", "c@d.com", "e@f.com"]),
        ("邮箱：müller@bücher.de，抄送 张三@公司.中国", ["müller@bücher.de", "张三@公司.中国"]),
        ("Ada <ada@long.example>.", ["ada@long.example"]),
        ("a@b.com?subject=x", ["a@b.com"]),
        ("@某某 a@b", []),
    ],
)
def test_addresses_among_other_words(words: str, found: list[str]) -> None:
    assert EMAIL.findall(words) == found
    assert ("email" in traits(words)) == bool(found)


def test_a_name_with_an_apostrophe_is_kept_whole() -> None:
    outcome = converter("email", CUSTOMER.field("email"), Settings())("o'brien@example.ie")
    assert (outcome.values, outcome.note) == ((("email", "o'brien@example.ie"),), "")
    assert address("mailto:o'brien@example.ie?subject=x") == ("email", "o'brien@example.ie")


def test_the_first_of_two_addresses_takes_nothing_of_the_second() -> None:
    outcome = converter("email", CUSTOMER.field("email"), Settings())("a@b.com/c@d.com")
    assert (outcome.values, outcome.note) == ((("email", "a@b.com"),), "a@b.com/c@d.com")
