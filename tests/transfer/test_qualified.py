"""Headers put together of words in many languages, and what stands under headers that say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transfer.columns.mapping import propose
from app.transfer.columns.proposals import Proposal
from app.transfer.converting.home import home
from app.transfer.grid import qualified
from app.transfer.grid.cells import column_cells
from tests.transfer.mapping_tools import WORDS, sheet


def _proposal(headers: list[str], *rows: list[str]) -> Proposal:
    return propose(sheet([headers, *rows]), WORDS)


def _targets(headers: list[str], *rows: list[str]) -> dict[str, str]:
    return {one.header: (one.targets or ("",))[0] for one in _proposal(headers, *rows).columns}


@pytest.mark.parametrize(
    ("header", "record", "field"),
    [
        ("PremiseCity", "customer", "city"),
        ("Physical Postcode", "customer", "postcode"),
        ("address_2_state", "customer", "province"),
        ("Teléfono de trabajo", "customer", "phone"),
        ("E-mail du contact", "contact", "email"),
        ("Nome do contato", "contact", "name"),
        ("Nom du client", "customer", "name"),
        ("KD_RECH_ORT", "customer", "city"),
        ("Kód zákazníka", "other", "identity"),
        ("Work-FaxNumber", "customer", "fax"),
    ],
)
def test_a_header_of_several_words_is_read_by_its_field(header: str, record: str, field: str) -> None:
    found = WORDS.lookup(header)
    assert found[0].score >= 0.8
    assert (record, field) in {(one.record, one.field) for one in found}


@pytest.mark.parametrize(
    ("headers", "row", "expected"),
    [
        (
            ["Název firmy", "IČO", "Ulice", "Město", "PSČ"],
            ["Lípa s.r.o.", "12345671", "Dlouhá 1", "Brno", "602 00"],
            "name tax_number address city postcode",
        ),
        (
            ["Cégnév", "Adószám", "Cím", "Település", "Telefonszám"],
            ["Tölgy Kft.", "12345678-2-41", "Fő utca 1", "Vác", "+36 1 555 0100"],
            "name tax_number address city phone",
        ),
        (
            ["Denumire", "CUI", "Localitate", "Telefon"],
            ["Stejar SRL", "RO12345678", "Cluj", "0721 000 001"],
            "name tax_number city phone",
        ),
        (
            ["Företagsnamn", "Organisationsnummer", "Postnummer", "Telefon"],
            ["Eken AB", "556000-0001", "111 22", "08-123 456"],
            "name tax_number postcode phone",
        ),
        (
            ["Yrityksen nimi", "Y-tunnus", "Postitoimipaikka", "Puhelin"],
            ["Tammi Oy", "1234567-8", "Oulu", "040 123 4501"],
            "name tax_number city phone",
        ),
        (
            ["Επωνυμία", "ΑΦΜ", "Πόλη", "Τηλέφωνο"],
            ["Δρυς ΑΕ", "094019245", "Πάτρα", "2610000001"],
            "name tax_number city phone",
        ),
        (["שם החברה", "עיר", "טלפון"], ["אלון בעמ", "חיפה", "04-5550001"], "name city phone"),
        (["ชื่อบริษัท", "จังหวัด", "โทรศัพท์"], ["บริษัท โอ๊ค จำกัด", "เชียงใหม่", "053-100-002"], "name province phone"),
    ],
)
def test_lists_in_further_languages_are_understood(headers: list[str], row: list[str], expected: str) -> None:
    assert list(_targets(headers, row, row).values()) == expected.split()


def test_numbers_of_an_office_beside_the_phones_are_no_phones() -> None:
    found = _targets(
        ["Company", "Phone", "CVX", "IBAN", "Account"],
        ["Oak Ltd", "020 7946 0100", "6727300010", "DE02120300000000202051", "123456"],
        ["Elm Ltd", "020 7946 0101", "6727300011", "DE02120300000000202052", "123457"],
    )
    assert found["CVX"] == "notes"
    assert found["Phone"] == "phone"


def test_an_iban_goes_before_an_account_number_and_a_state_before_a_county() -> None:
    found = _targets(
        ["Company", "Konto", "IBAN", "City", "County", "State"],
        ["Oak Ltd", "123456", "DE02120300000000202051", "Salem", "Marion", "OR"],
        ["Elm Ltd", "123457", "DE02120300000000202052", "Bend", "Deschutes", "OR"],
    )
    assert (found["IBAN"], found["State"]) == ("bank_account", "province")


def test_a_pin_code_with_postcodes_is_no_secret() -> None:
    rows = [["Oak Mills", "Surat", "395001", "9845000001"], ["Elm Mills", "Delhi", "110001", "9845000002"]]
    assert _targets(["Company", "City", "PIN Code", "Phone"], *rows)["PIN Code"] == "postcode"
    rows = [["Oak Mills", "Surat", "3950", "9845000001"], ["Elm Mills", "Delhi", "1100", "9845000002"]]
    assert _targets(["Company", "City", "PIN Code", "Phone"], *rows)["PIN Code"] == ""


@pytest.mark.parametrize(
    ("number", "region"),
    [("(503) 555-0141", "US"), ("503-555-0141", "US"), ("400-820-8820", "CN"), ("0571-88001234", "CN")],
)
def test_numbers_written_as_in_north_america_are_of_there(number: str, region: str) -> None:
    rows = [["Company", "Phone"], ["Oak Ltd", number], ["Elm Ltd", number[:-1] + "7"]]
    one = sheet(rows)
    proposal = propose(one, WORDS)
    found = [one.rows[index] for index in proposal.layout.data]
    assert home(proposal, lambda column: column_cells(found, column.index), "CN").region == region


@given(st.text(max_size=60))
def test_any_header_can_be_taken_apart(header: str) -> None:
    parts = qualified.apart(header)
    assert parts is None or (parts.rests and all(parts.rests))
