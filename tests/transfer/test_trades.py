"""Old sheets of many trades, as they really look: what went wrong with one, as a rule for all."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.transfer.mapping_tools import drafts, proposed, targets


def test_a_hospital_with_two_offices() -> None:
    rows = [
        ["医院名称", "等级", "科室", "主任", "主任电话", "设备科联系人", "设备科电话", "城市"],
        ["苏州市立医院", "三级甲等", "放射科", "张主任", "13800001111", "李科长", "0512-62364567", "苏州"],
        ["昆山市第一人民医院", "三级乙等", "超声科", "王主任", "13800001112", "赵科长", "0512-57000001", "苏州"],
        ["某某卫生院", "一级", "全科", "周院长", "57001234", None, None, "太仓"],
    ]
    assert list(targets(proposed(rows)).values()) == [
        "name", "notes", "contact.department", "contact.name", "contact.phone", "contact2.name", "contact2.phone", "city",
    ]  # fmt: skip
    first = drafts(rows)[0]
    assert (first.customer["name"], first.contact["name"], first.others[0]["name"]) == (
        "苏州市立医院",
        "张主任",
        "李科长",
    )
    assert "等级: 三级甲等" in first.customer["notes"]


def test_a_dental_lab() -> None:
    rows = [
        ["Practice Name", "Dr. First", "Dr. Last", "Tel", "Street", "City", "ST", "Zip", "Acct #", "Terms"],
        ["Bright Smiles Family Dentistry", "Karen", "O'Neil", "(217) 555-0142", "12 Oak", "Springfield", "IL", "62701", "A-12", "Net 30"],
        ["Lakeside Ortho", None, None, "(217) 555-0177", None, "Peoria", "IL", "61602", "A-14", "COD"],
    ]  # fmt: skip
    first, second = drafts(rows)
    assert first.contact["name"] == "Karen O'Neil"
    assert (first.customer["province"], first.customer["payment_terms"]) == ("IL", "Net 30")
    assert "kind" not in second.customer


def test_companies_and_persons_from_a_fair() -> None:
    rows: list[list[Any]] = [
        ["公司/姓名", "电话/微信", "意向产品", "跟进人"],
        ["苏州雅居家具有限公司/赵经理", "13400001111", "沙发", "小王"],
        ["李女士", "微信：lily_home", "床垫", "小王"],
        ["陈先生", "wang_lao5", "床垫", "小王"],
    ]
    company, labelled, plain = drafts(rows)
    assert (company.customer["name"], company.contact["name"]) == ("苏州雅居家具有限公司", "赵经理")
    assert "kind" not in company.customer
    assert (labelled.customer["kind"], labelled.customer["wechat"]) == ("person", "lily_home")
    assert plain.customer["wechat"] == "wang_lao5"


def test_a_printing_shop_with_labels_in_cells() -> None:
    rows = [
        ["客户", "联系", "QQ", "付款方式"],
        ["昆山启衡工业", "小刘 13700001234", "QQ:12345678", "月结"],
        ["苏州大学出版社", "张编辑13700001235", "87654321", "转账"],
        ["无锡好味", "办公室 0510-82345678", None, "现结"],
    ]
    found = drafts(rows)
    assert [one.contact.get("name") for one in found] == ["小刘", "张编辑", None]
    assert [one.customer.get("qq") for one in found] == ["12345678", "87654321", None]


def test_a_school_whose_customers_are_pupils() -> None:
    rows = [
        ["学员姓名", "性别", "出生年月", "家长", "家长电话", "报名课程"],
        ["张小明", "男", "2012-05-03", "张先生", "13600001111", "少儿编程"],
        ["李思雨", "女", "2011-08-01", "李妈妈", "13600001112", "美术"],
    ]
    first = drafts(rows)[0]
    assert (first.customer["name"], first.customer["kind"]) == ("张小明", "person")
    assert (first.contact["name"], str(first.contact["phone"])) == ("张先生", "13600001111")
    assert "phone" not in first.customer
    assert (first.customer["birthday"], "gender" in first.contact) == (date(2012, 5, 3), False)
    assert "性别: 男" in first.customer["notes"]


def test_both_parents_of_a_child_and_how_they_are_related() -> None:
    rows = [
        ["宝宝姓名", "宝宝生日", "妈妈姓名", "妈妈电话", "爸爸姓名", "爸爸电话", "家庭住址"],
        ["朵朵", "2021-03-04", "李芳", "13800001111", "王强", "13800001112", "上海市闵行区1号"],
        ["乐乐", "2022-08-21", "陈芳", "13800002222", "张伟", "13800002223", "上海市闵行区2号"],
    ]
    first = drafts(rows)[0]
    assert (first.customer["name"], first.customer["birthday"]) == ("朵朵", date(2021, 3, 4))
    assert (first.contact["name"], str(first.contact["phone"])) == ("李芳", "13800001111")
    assert [(one["name"], str(one["phone"])) for one in first.others] == [("王强", "13800001112")]
    rows = [["学员", "监护人", "与学员关系", "联系电话"], ["李明轩", "李建国", "父亲", "13800001111"]]
    (one,) = drafts(rows)
    assert (one.customer["name"], one.contact["name"], one.contact["title"]) == ("李明轩", "李建国", "父亲")


def test_a_school_abroad() -> None:
    rows = [
        ["Student", "Grade", "Parent", "Parent Phone", "Parent Email"],
        ["Emma Brown", "3", "Laura Brown", "+44 20 7946 0011", "l@example.com"],
    ]
    (one,) = drafts(rows)
    assert (one.customer["name"], one.contact["name"], one.contact["email"]) == (
        "Emma Brown",
        "Laura Brown",
        "l@example.com",
    )
