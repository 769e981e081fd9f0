"""Names that are the same to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared.names import company_key, person_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苏州恒瑞机械", "苏州恒瑞机械有限公司"),
        ("苏州恒瑞机械（有限公司）", "苏州恒瑞机械有限公司"),
        ("ABC Co., Ltd.", "abc"),
        ("Acme, Inc.", "ACME"),
        ("Müller GmbH & Co. KG", "müller"),
        ("苏州恒瑞有限公司上海分公司", "苏州恒瑞上海"),
        ("苏州恒瑞股份有限公司（上海分公司）", "苏州恒瑞上海"),
        ("恒瑞（集团）股份有限公司", "恒瑞"),
        ("恒瑞投资（有限合伙）", "恒瑞投资"),
        ("ＡＢＣ　Pty Ltd", "abc"),
        ("Acme S.A. de C.V.", "acme"),
        ("Kebu B.V.", "KEBU"),
        ("上海（浦东）贸易公司", "上海(浦东)贸易"),
    ],
)
def test_spellings_of_one_company(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("恒瑞机械", "恒瑞电子"), ("公司", "集团"), ("Gasco", "Gas"), ("苏州恒瑞有限公司", "苏州恒瑞有限公司上海分公司")],
)
def test_different_companies(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@given(st.text(min_size=1, max_size=40).filter(lambda text: any(sign.isalnum() for sign in text)))
def test_a_name_never_loses_everything(name: str) -> None:
    assert company_key(name)
    assert person_key(name)


@given(
    st.lists(st.sampled_from("Alder Works Nordtools x7 & Söhne".split()), min_size=1, max_size=3),
    st.sampled_from(["Ltd", "Ltd.", "Limited", "Inc", "Inc.", "LLC", "GmbH", "Corp.", "PLC", "AG"]),
)
def test_a_legal_form_with_or_without_a_comma_before_it(words: list[str], form: str) -> None:
    name = " ".join(["Kebu", *words])
    assert company_key(f"{name} {form}") == company_key(f"{name}, {form}")


def test_people_with_and_without_title() -> None:
    assert person_key("周建明经理") == person_key("周 建明")
    assert person_key("王总") != person_key("王工")
    assert person_key("Mr. John Smith") == person_key("john  smith")
    assert person_key("小 总") != person_key("大 总")
