"""The grams of a text are its characters, its pairs and the fours of its digits, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.search import grams

_TEXTS = st.text(
    st.one_of(st.sampled_from("0123456789 -苏州恒瑞ab𠮷\x1f"), st.characters(exclude_categories=("Cs",))), max_size=40
)


def words(text: str) -> set[str]:
    """What the table's tokenizer makes of blanks."""
    return {word for word in text.split(" ") if word}


def plain(text: str) -> set[str]:
    """The same, one by one."""
    found = set(text) | {text[at : at + 2] for at in range(len(text) - 1)}
    found |= {four for at in range(len(text) - 3) if (four := text[at : at + 4]).isascii() and four.isdecimal()}
    return {word for gram in found for word in words(gram)}


@given(_TEXTS)
def test_every_character_pair_and_four(text: str) -> None:
    assert words(grams(text)) == plain(text)


@given(_TEXTS, _TEXTS)
def test_the_grams_of_two_texts_are_those_of_each(one: str, two: str) -> None:
    assert words(f"{grams(one)} {grams(two)}") == words(grams(f"{one} {two}"))
