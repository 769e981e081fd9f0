"""The search index: a trigram table for three and more characters, a gram table for one and two, and for four digits.

Both are contentless and named by record: a document's number is ``id * 32 + code of its table``. The text of a document
is composed above (``app.records.indexing``); here are only the tables and the queries. The design and its figures:
LIKE needs 1.3 s where this needs 3 ms at a million records; ``ORDER BY rank`` would cost 1.3 s, so newest first.

Digits have grams of four: every three digits stand in one record of thirty, so that a longer number took 20 to 45 ms.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import NamedTuple

import apsw

from db.stopping import heed

CODES = 32
# Changes with what the tables hold, so that a book with an index of another design gets a new one.
DESIGN = "3"
_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[-+()./]")
_DIGITS = re.compile(r"[0-9]{4,}")
_FOUR = 4
_GATHERED = 16 << 20
# So many segments of a size are merged into one; the tables' own number.
_MERGED_FROM = 4
# Of a table at a time: some milliseconds.
_PAGES = 64
_GAP = array("I", [ord(" ")])

TABLE_NAMES = ("search_trigram", "search_gram")
TABLES = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_trigram USING fts5(text, content='', contentless_delete=1,
       tokenize='trigram case_sensitive 1')""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_gram USING fts5(text, content='', contentless_delete=1,
       detail=none, tokenize='ascii')""",
)


def fold(text: str) -> str:
    """Text as the index holds it: full-width forms made plain, lower case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()


class Document(NamedTuple):
    """What is indexed of one record, already folded; a tuple, since an import makes hundreds of thousands of them.

    ``text`` is found by any part of three and more characters; ``short`` holds the ``grams`` of what is found by single
    characters and pairs too. All digits of ``text`` stand in it.
    """

    id: int
    text: str
    short: str


def grams(text: str) -> str:
    """Every single character, every pair of neighbours and every four digits, parted by blanks."""
    return all_grams((text,))[0]


def all_grams(texts: Sequence[str]) -> list[str]:
    """The ``grams`` of each of many texts.

    A pair that holds a blank or a sign is taken apart by the table's tokenizer, and one that comes twice is kept once by
    it; leaving both in is quicker than testing. The pairs and fours of all texts are laid out at once, as an import makes
    millions of them.
    """
    numbers = [_DIGITS.findall(text) for text in texts]
    pairs, fours = _laid("".join(texts), 2), _laid(" ".join(chain.from_iterable(numbers)), _FOUR)
    out, start, digits = [], 0, 0
    for text, runs in zip(texts, numbers, strict=True):
        # The last pair reaches into the next text.
        words = [pairs[3 * start : 3 * (start + len(text)) - 2] if text else "", *set(text)]
        for run in runs:
            words.append(fours[5 * digits : 5 * (digits + len(run) - _FOUR + 1)])
            digits += len(run) + 1
        out.append(" ".join(words))
        start += len(text)
    return out


def _laid(text: str, size: int) -> str:
    """So many characters from each place of a text, each followed by a blank."""
    signs = array("I", text.encode("utf-32-le", "surrogatepass"))
    laid = _GAP * ((size + 1) * len(signs))
    for at in range(min(size, len(signs))):
        laid[at :: size + 1] = signs[at:] + _GAP * at
    return laid.tobytes().decode("utf-32-le", "surrogatepass")


def _fours(digits: str) -> list[str]:
    return [digits[at : at + _FOUR] for at in range(len(digits) - _FOUR + 1)]


def renew(
    connection: apsw.Connection, code: int, gone: Sequence[int], documents: Iterable[Document], *, replaced: bool = True
) -> None:
    """Make the index right for records of one table.

    Args:
        code: the table's code.
        gone: ids to be taken out.
        documents: what to put in; ``replaced`` tells whether the index may hold older ones of the same records.
    """
    if gone:
        numbers = [(number * CODES + code,) for number in gone]
        for table in TABLE_NAMES:
            connection.executemany(f"DELETE FROM {table} WHERE rowid=?", numbers)
    rows = [(doc.id * CODES + code, doc.text, doc.short) for doc in documents]
    if replaced and rows:
        numbers = [(row[0],) for row in rows]
        for table in TABLE_NAMES:
            connection.executemany(f"DELETE FROM {table} WHERE rowid=?", numbers)
    connection.executemany("INSERT INTO search_trigram(rowid, text) VALUES(?,?)", ((row[0], row[1]) for row in rows))
    connection.executemany("INSERT INTO search_gram(rowid, text) VALUES(?,?)", ((row[0], row[2]) for row in rows))


@contextmanager
def in_bulk(connection: apsw.Connection) -> Iterator[None]:
    """Take very many documents in or out inside the block, within a transaction.

    The tables gather 16 MB before they write a segment, instead of 1, and put off what merges segments to ``merge_some``.
    100,000 customers go in a quarter quicker so, and out again in an eighth of the time.
    """
    _configure(connection, hashsize=_GATHERED, automerge=0)
    yield
    flush(connection)
    # Two large segments left side by side would be merged at once as soon as some small ones lie beside them.
    _configure(connection, automerge=_MERGED_FROM, usermerge=2)


def _configure(connection: apsw.Connection, **settings: int) -> None:
    for table in TABLE_NAMES:
        for name, value in settings.items():
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES(?, ?)", (name, value))


def flush(connection: apsw.Connection) -> None:
    """Write what the tables have gathered, which a commit would do where nobody can stop it."""
    for table in TABLE_NAMES:
        connection.execute(f"INSERT INTO {table}({table}) VALUES('flush')")
        heed()


def merge_some(connection: apsw.Connection) -> bool:
    """Merge a part of what many documents left in segments, or a small change would have to merge them all at once.

    Returns:
        Whether more is left to merge. See https://www.sqlite.org/fts5.html, "The 'merge' Command".
    """
    left = False
    for table in TABLE_NAMES:
        before = connection.total_changes()
        connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('merge', ?)", (_PAGES,))
        left |= connection.total_changes() - before > 1
    return left


def clear(connection: apsw.Connection) -> None:
    """Empty the index."""
    for table in TABLE_NAMES:
        connection.execute(f"INSERT INTO {table}({table}) VALUES('delete-all')")


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _either(term: str) -> str:
    """A term, and when it is a number with signs between its digits also the digits alone: phones are indexed so."""
    digits = _SIGNS.sub("", term)
    return (
        f"({_quoted(term)} OR {_quoted(digits)})"
        if digits != term and digits.isdecimal() and len(digits) > 2
        else _quoted(term)
    )


class Terms(NamedTuple):
    """The words of a query: for the trigram table, for the gram table, and numbers of five and more digits for both."""

    long: list[str]
    short: list[str]
    numbers: list[str]


def terms(text: str) -> Terms:
    """The words of a query by the table that finds them."""
    found = Terms([], [], [])
    for word in fold(text).split():
        digits = _SIGNS.sub("", word)
        if _DIGITS.fullmatch(word):
            (found.numbers if len(word) > _FOUR else found.short).append(word)
        elif len(word) > 2 and not (len(digits) < 3 and digits.isdecimal()):
            found.long.append(word)
        else:
            found.short.extend(_WORD.findall(word))
    return found


def find(
    connection: apsw.Connection, text: str, *, codes: Sequence[int] = (), limit: int = 50
) -> Iterator[tuple[int, int]]:
    """Records that hold every word of the text, newest first, as pairs of code and id.

    Args:
        codes: the tables to look in; empty for all.
        limit: at most that many.
    """
    statement = _statement(text, codes)
    if statement is None:
        return
    sql, values = statement
    for (number,) in connection.execute(sql + " ORDER BY rowid DESC LIMIT ?", (*values, limit)):
        yield number % CODES, number // CODES


def matching(text: str, code: int) -> tuple[str, tuple[object, ...]] | None:
    """A SELECT of the ids of one table's records that hold every word, and its values; None when nothing is asked."""
    statement = _statement(text, (code,))
    if statement is None:
        return None
    sql, values = statement
    return f"SELECT rowid / {CODES} FROM ({sql})", values


def _statement(text: str, codes: Sequence[int]) -> tuple[str, tuple[object, ...]] | None:
    long, short, numbers = terms(text)
    trigram = " AND ".join(map(_either, (*long, *numbers)))
    gram = " AND ".join(map(_quoted, (*short, *(four for number in numbers for four in _fours(number)))))
    only = f" AND (rowid % {CODES}) IN ({', '.join(str(int(code)) for code in codes)})" if codes else ""
    if numbers:
        # Few records have all fours of a number; whether they stand together is asked of those alone.
        return (
            f"SELECT rowid FROM search_gram WHERE search_gram MATCH ?{only} AND EXISTS (SELECT 1 FROM search_trigram"
            " WHERE search_trigram MATCH ? AND search_trigram.rowid = search_gram.rowid)"
        ), (gram, trigram)
    if long and short:
        # Both sides come in the order of their rows, so that SQLite merges them and stops at the limit. Measured at
        # 100,000 customers: 4 ms; EXISTS and a join ask the gram table once a row, 290 ms.
        return (
            f"SELECT rowid FROM search_trigram WHERE search_trigram MATCH ?{only}"
            " INTERSECT SELECT rowid FROM search_gram WHERE search_gram MATCH ?"
        ), (trigram, gram)
    if long:
        return f"SELECT rowid FROM search_trigram WHERE search_trigram MATCH ?{only}", (trigram,)
    if short:
        return f"SELECT rowid FROM search_gram WHERE search_gram MATCH ?{only}", (gram,)
    return None
