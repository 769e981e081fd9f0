"""Headers that programs put together of parts, and what only their values tell apart."""

from __future__ import annotations

import pytest

from app.transfer.grid import composed
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CUSTOMER, OTHER
from tests.transfer.mapping_tools import WORDS, drafts, proposed, targets


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("归属导购姓名", "owner"),
        ("跟进销售专员", "owner"),
        ("客户所在城市名称", "city"),
        ("企业所在省份名称", "province"),
        ("所属行业类别", "industry"),
        ("意向级别", "level"),
        ("入会时间", "created_on"),
        ("最近一次到店时间", "last_contact_on"),
        ("下一次沟通时间", "next_follow_up_on"),
    ],
)
def test_a_header_of_several_parts_means_its_family_s_field(header: str, field: str) -> None:
    found = WORDS.lookup(header)
    assert (found[0].record, found[0].field) == (CUSTOMER, field)
    assert found[0].score <= 0.98


@pytest.mark.parametrize("header", ["客户缴费编号", "设备资产编码", "线路流水号", "学员学号", "门头照"])
def test_the_number_of_something_else_is_never_guessed_at(header: str) -> None:
    assert composed.coded(fold(header))
    assert {one.record for one in WORDS.lookup(header)} == {OTHER}


def test_plain_words_are_left_to_the_dictionary() -> None:
    for header in ("客户名称", "电话", "notes", "产品编码", ""):
        assert composed.plainer(header) == "", header


def test_an_address_of_no_place_and_a_card_s_number_stay_in_the_notes() -> None:
    found = targets(proposed([
        ["客户名称", "IP地址", "卡号", "客户风险等级"],
        ["杭州甲厂", "10.0.0.1", "8800001", "低"],
        ["宁波乙厂", "10.0.0.2", "8800002", "高"],
        ["嘉兴丙厂", "10.0.0.3", "8800003", "中"],
    ]))  # fmt: skip
    assert (found["IP地址"], found["卡号"]) == ("notes", "notes")


def test_a_long_number_is_still_an_account() -> None:
    found = targets(
        proposed([["公司", "卡号"], ["杭州甲厂", "6222021202012345678"], ["宁波乙厂", "6222021202012345679"]])
    )
    assert found["卡号"] == "bank_account"


def test_persons_called_customers_belong_to_the_firm_beside_them() -> None:
    found = proposed([
        ["客户名称", "客户电话", "客户公司"],
        ["陆文彬", "13800001001", "杭州甲电器有限公司"],
        ["沈小燕", "13800001002", "宁波乙五金厂"],
        ["何国强", "13800001003", "苏州丙机械有限公司"],
    ])  # fmt: skip
    assert (targets(found)["客户公司"], targets(found)["客户名称"]) == ("name", "contact.name")


def test_a_short_name_is_the_name_where_there_is_no_other() -> None:
    rows = [["客户简称", "税号", "联系电话"], ["甲厂", "91330106MA27AAAA1K", "0571-88001001"]]
    assert targets(proposed(rows))["客户简称"] == "name"
    rows = [["客户简称", "客户名称", "联系电话"], ["甲厂", "杭州甲厂有限公司", "0571-88001001"]]
    assert targets(proposed(rows)) == {"客户简称": "short_name", "客户名称": "name", "联系电话": "phone"}


def test_firms_are_no_persons_whatever_their_column_is_called() -> None:
    found = targets(proposed([
        ["供应商名称", "采购人", "联系电话"],
        ["甲仪器有限公司", "杭州第十中学", "0571-88001001"],
        ["乙电梯有限公司", "宁波中医院", "0574-87001002"],
    ]))  # fmt: skip
    assert (found["供应商名称"], found["采购人"]) == ("name", "notes")


def test_a_level_may_be_written_with_a_blank() -> None:
    rows = [["客户名称", "客户等级", "电话"], *([f"杭州{n}厂", "B 级", f"0571-8800100{n}"] for n in range(4))]
    assert [one.customer["level"] for one in drafts(rows)] == ["B"] * 4


@pytest.mark.parametrize("header", ["业务名称", "联系人员", "联系人姓名"])
def test_no_one_of_ours_is_named(header: str) -> None:
    assert "owner" not in {one.field for one in WORDS.lookup(header) if one.score >= 0.8}


def test_the_other_language_tells_where_the_chinese_word_says_nothing() -> None:
    assert {one.field for one in WORDS.lookup("Email地址")} == {"email"}


def test_the_company_of_persons_called_customers_may_be_their_employer() -> None:
    found = targets(proposed([
        ["客户", "所在公司", "手机号"],
        ["陆文彬", "杭州甲电器有限公司", "13800001001"],
        ["沈小燕", "宁波乙五金厂", "13800001002"],
    ]))  # fmt: skip
    assert (found["所在公司"], found["客户"]) == ("name", "contact.name")


def test_leads_are_the_customers_where_nobody_else_is_named() -> None:
    rows = [
        ["线索名称", "手机号", "地址"],
        ["甲小家电采购", "13800001001", "文一路1号"],
        ["乙五金代理", "13800001002", "环城路2号"],
    ]
    assert targets(proposed(rows))["线索名称"] == "name"


def test_what_is_kept_by_a_payment_service_is_no_e_mail_address() -> None:
    rows = [
        ["供应商名称", "支付宝号", "电话"],
        ["甲厂", "a@example.com", "0571-88001001"],
        ["乙厂", "b@example.com", "0571-88001002"],
    ]
    assert targets(proposed(rows))["支付宝号"] == "notes"


def test_the_company_above_a_shop_is_kept() -> None:
    rows = [
        ["门店名称", "联系人", "所属客户", "联系电话"],
        ["城东店", "林志", "甲超市集团", "0571-88001001"],
        ["城西店", "谢婷", "乙超市集团", "0571-88001002"],
    ]
    assert targets(proposed(rows))["所属客户"] == "parent_company"
    assert [one.customer["parent_company"] for one in drafts(rows)] == ["甲超市集团", "乙超市集团"]


def test_a_number_of_another_program_is_no_name() -> None:
    rows = [
        ["openId微信用户ID", "收货人", "收货地址"],
        ["oABCd1", "林志伟", "文一路1号"],
        ["oABCd2", "谢婉婷", "环城路2号"],
    ]
    assert targets(proposed(rows))["openId微信用户ID"] == "notes"
