"""Histories in one cell, days without a year, firms over a card's labels, pages printed again: as small firms keep them."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.records import history, queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.transfer.readers.encoding import decode
from tests.transfer.imports import held, imported
from tests.transfer.mapping_tools import proposed, targets
from tests.transfer.sheets_made import workbook


def of(ws: Workspace, one: Record) -> str:
    """The name of a record's customer."""
    return str(queries.get(ws, "customer", one["customer"])["name"])


def test_a_history_in_one_cell_becomes_conversations(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户", "电话", "业务员", "登记日期", "跟进记录"],
        ["常州风机", "13800001001", "小陆", "2022-11-03", "11/3 电话联系；12/20 上门看车间；1/8 寄样，3.5元/只"],
        ["镇江船厂", "13800001002", "小陆", "2023-02-01", "2023.2.1：发报价\n2023.2.9：拜访蔡工"],
        ["泰州药机", "13800001003", "小陆", None, "老板出国，年后再说"],
    ]
    done = imported(ws, workbook(tmp_path / "客户.xlsx", 客户=rows))
    assert [one.kind for one in done.sheets] == ["customers", "activities"]
    found = [(of(ws, one), str(one["done_at"])[:10], one["text"], one["author"]) for one in held(ws, "activity")]
    assert found == [
        ("常州风机", "2022-11-03", "电话联系", "小陆"),
        ("常州风机", "2022-12-20", "上门看车间", "小陆"),
        ("常州风机", "2023-01-08", "寄样，3.5元/只", "小陆"),
        ("镇江船厂", "2023-02-01", "发报价", "小陆"),
        ("镇江船厂", "2023-02-09", "拜访蔡工", "小陆"),
    ]
    assert "老板出国，年后再说" in (held(ws, "customer")[2]["notes"] or "")


def test_a_history_that_comes_again_is_not_doubled(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户", "跟进记录"], ["常州风机", "2023.2.1 电话；2023.3.1 上门"]]
    file = workbook(tmp_path / "客户.xlsx", 客户=rows)
    imported(ws, file)
    imported(ws, file)
    assert (len(held(ws, "customer")), len(held(ws, "activity"))) == (1, 2)


def test_histories_of_customers_called_alike_find_theirs_by_phone(ws: Workspace, tmp_path: Path) -> None:
    told = "3/5 电话；3/9 拜访"
    rows = [
        ["客户姓名", "电话", "跟进情况"],
        ["王先生", "13800001001", told],
        ["王先生", "13800001002", told],
        ["李女士", "13800001003", told],
    ]
    imported(ws, workbook(tmp_path / "客户.xlsx", 客户=rows))
    owners = [str(queries.get(ws, "customer", one["customer"])["phone"]) for one in held(ws, "activity")]
    assert owners == ["13800001001"] * 2 + ["13800001002"] * 2 + ["13800001003"] * 2


def test_rows_of_one_customer_each_tell_a_conversation(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "电话", "地址", "跟进记录"],
        ["无锡宏达", "0510-82345678", "无锡市滨湖区", "2026-3-1 电话联系 有意向"],
        ["无锡宏达", None, None, "2026-3-8 上门拜访 谈价格"],
    ]
    imported(ws, workbook(tmp_path / "客户.xlsx", 客户=rows))
    assert [one["text"] for one in held(ws, "activity")] == ["电话联系 有意向", "上门拜访 谈价格"]
    assert [one["notes"] for one in held(ws, "customer")] == [None]


def test_one_dated_line_of_each_customer_is_a_conversation(ws: Workspace, tmp_path: Path) -> None:
    head = ["公司", "联系人", "手机", "跟进记录"]
    rows = [head, ["宁波塑料制品厂", "吴总", "13700001111", "20240308：寄样\n20240401 嫌贵"]]
    alone = [
        head,
        ["绍兴柯桥纺织", "蒋小姐", "13700003333", "24.5.6微信问价"],
        ["诸暨袜业", "冯总", "13700003334", None],
    ]
    imported(ws, workbook(tmp_path / "客户.xlsx", 张三=rows, 李四=alone))
    assert [(one["done_at"].date().isoformat(), one["text"]) for one in held(ws, "activity")] == [
        ("2024-03-08", "寄样"), ("2024-04-01", "嫌贵"), ("2024-05-06", "微信问价"),
    ]  # fmt: skip
    assert [one["notes"] for one in held(ws, "customer")] == [None] * 3


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("服务内容", "1.5匹空调安装"), ("服务内容", "2.5寸硬盘更换"), ("跟进情况", "2.30吨订单意向"), ("跟进情况", "5-8人团队"),
        ("Call notes", "1/2 inch valve leaking"), ("Follow up", "2-3 weeks"), ("Follow up", "8/8"), ("Follow up", "2026-08-08"),
    ],
)  # fmt: skip
def test_figures_that_are_no_days_tell_no_conversation(ws: Workspace, tmp_path: Path, header: str, said: str) -> None:
    rows = [
        ["Company", "Phone", header],
        *([f"Firm {sign} Ltd", f"+1 617 555 013{n}", said] for n, sign in enumerate("ABC")),
    ]
    imported(ws, workbook(tmp_path / "a.xlsx", Customers=rows))
    assert held(ws, "activity") == []
    assert len(held(ws, "customer")) == 3


def test_which_of_two_is_meant_is_asked(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "电话", "地址", "跟进记录"],
        ["无锡宏达", "0510-82345678", "无锡市滨湖区", "2026-3-1 电话联系；2026-3-5 寄样"],
        ["无锡宏达", "0510-88889999", "宜兴市", "2026-3-8 上门拜访"],
        ["无锡宏达", None, None, "2026-3-9 又来电"],
    ]
    _customers, told = imported(ws, workbook(tmp_path / "客户.xlsx", 客户=rows)).sheets
    assert (told.rows, dict(told.counts), len(told.problems)) == (4, {"created": 3}, 1)


def test_a_list_of_visits_is_no_history(ws: Workspace, tmp_path: Path) -> None:
    rows = [["日期", "客户", "拜访内容"], ["2023-03-05", "常州风机", "看样"], ["2023-03-06", "镇江船厂", "3/9 再来"]]
    (only,) = imported(ws, workbook(tmp_path / "拜访记录.xlsx", 拜访记录=rows)).sheets
    assert (only.kind, dict(only.counts)) == ("activities", {"created": 2})


def test_days_without_a_year_are_of_the_last_year_that_has_them(ws: Workspace, tmp_path: Path) -> None:
    today = ws.clock.today()
    later = today + timedelta(days=3)
    rows = [
        ["日期", "客户", "内容"],
        [f"{later.month}月{later.day}日", "常州风机", "电话"],
        ["1月2日 14:30", "镇江船厂", "看样"],
    ]
    done = imported(ws, workbook(tmp_path / "拜访记录.xlsx", 拜访记录=rows))
    first, second = held(ws, "activity")
    assert first["done_at"].date() < today
    assert first["done_at"].month == later.month
    assert (second["done_at"].month, second["done_at"].hour) == (1, 14)
    assert any(str(first["done_at"].year) in one.reason for one in done.sheets[0].problems)


def test_days_without_a_year_are_of_the_year_of_the_others(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["日期", "客户", "内容"],
        ["2019-12-02", "常州风机", "电话"],
        ["2019-12-09", "镇江船厂", "看样"],
        ["12月20日", "泰州药机", "送货"],
    ]
    imported(ws, workbook(tmp_path / "拜访记录.xlsx", 拜访记录=rows))
    assert held(ws, "activity")[2]["done_at"] == datetime(2019, 12, 20)


def test_a_reminder_without_a_year_is_the_nearest(ws: Workspace, tmp_path: Path) -> None:
    day = ws.clock.today() + timedelta(days=20)
    rows = [["提醒日期", "客户", "事项"], [f"{day.month}月{day.day}日", "常州风机", "催款"]]
    imported(ws, workbook(tmp_path / "待办事项.xlsx", 待办事项=rows))
    assert held(ws, "reminder")[0]["due_at"].date() == day


def test_a_discount_of_one_beside_factors_takes_nothing_off(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报价单号", "报价日期", "客户名称", "产品名称", "数量", "单价", "折扣", "金额"],
        ["Q1", "2023-04-01", "常州风机", "轴承", 2, 800, 0.95, 1520],
        ["Q1", "2023-04-01", "常州风机", "皮带", 2, 320, 1, 640],
    ]
    imported(ws, workbook(tmp_path / "报价.xlsx", 报价=rows))
    assert held(ws, "quote")[0]["total"] == Decimal(2160)


def test_a_page_printed_twice_has_its_first_header() -> None:
    page = [["客户清单"], ["编号", "客户名称", "联系人", "电话"]]
    rows = [
        *page, ["1", "嘉兴毛衫", "沈", "0573-83330001"], ["2", "湖州童装", "钮", "0572-2830002"], ["第1页 共2页"],
        *page, ["3", "金华火腿厂", "厉", "0579-82330003"], ["第2页 共2页"], ["制表人：李四", None, "审核："],
    ]  # fmt: skip
    found = proposed(rows)
    assert (found.kind, found.layout.header_row, len(found.layout.data)) == ("customers", 2, 3)


def test_a_firm_over_the_labels_of_a_card_is_the_customer(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "名片.txt"
    file.write_text(
        "扬州市蓝天电子商行\n地址：扬州市文昌路8号\n电话：0514-85550001\n联系人：冼小姐\n手机：13922260001\n",
        encoding="utf-8",
    )
    imported(ws, file)
    (one,) = held(ws, "customer")
    assert (one["name"], held(ws, "contact")[0]["name"]) == ("扬州市蓝天电子商行", "冼小姐")


def test_companies_without_headers_stand_before_their_persons() -> None:
    rows = [
        ["南昌江铃", "涂经理", "13870011001"],
        ["九江石化", "詹工", "13870011002"],
        ["赣州稀土", "温总", "13870011003"],
    ]
    found = proposed(rows)
    assert [one.target for one in found.columns] == ["name", "contact.name", "contact.mobile"]


def test_who_rents_is_no_customer_beside_who_owns() -> None:
    rows = [
        ["室号", "业主", "联系方式", "租户"],
        ["101", "方明", "13200030001", None],
        ["102", "彭丽", "13200030002", "小肖"],
    ]
    assert targets(proposed(rows))["业主"] == "name"


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("職銜", "contact.title"),
        ("信用額度", "credit_limit"),
        ("維護經理", "owner"),
        ("首要联系人", "contact.name"),
        ("Lead", "contact.name"),
    ],
)
def test_more_words(header: str, target: str) -> None:
    value = {"credit_limit": 5000, "owner": "小周", "contact.title": "董事"}.get(target, "陈大文")
    other = [] if target == "contact.name" else ["联系人"]
    rows = [["客户名称", *other, header], ["甲贸易公司", *["陈文" for _one in other], value]]
    assert targets(proposed(rows))[header] == target


@pytest.mark.parametrize(
    "said",
    [
        ["Hot", "Cold", "Warm", "Hot"],
        ["Trade fair", "Website", "Referral", "Cold call"],
        ["Ann Lee", "Bob Ray", "Ann Lee", "Ann Lee"],
        ["陈大文", "李小明", "陈大文", "陈大文"],
    ],
)
def test_leads_that_are_no_persons_of_the_rows_are_no_contacts(said: list[str]) -> None:
    firms = ["Miller Tools Ltd", "Harbour Supplies Inc", "Brown & Sons", "Acme GmbH"]
    rows = [
        ["Company", "Phone", "Lead"],
        *([firm, f"020 7946 00{at}2", one] for at, (firm, one) in enumerate(zip(firms, said, strict=True))),
    ]
    found = {one.header: one for one in proposed(rows).columns}["Lead"]
    assert (found.targets, found.labelled) == (("notes",), True)


def test_who_is_responsible_steps_back_for_the_salesman() -> None:
    rows = [
        ["客户名称", "负责人", "联系人", "业务员"],
        ["甲贸易公司", "林明", "陈小姐", "王大"],
        ["乙公司", "蔡雄", "张小姐", "王大"],
    ]
    found = targets(proposed(rows))
    assert (found["联系人"], found["业务员"]) == ("contact.name", "owner")


def test_korean_is_no_chinese() -> None:
    said = "번호,회사명,담당자,직책,전화번호\n1,한빛무역,김철수,과장,02-555-1234\n"
    assert decode(said.encode("cp949")).text == said
    chinese = "编号,公司名称,联系人,电话\n1,南昌江铃配件,涂经理,13870011001\n"
    assert decode(chinese.encode("gb18030")).text == chinese


def test_counts_under_a_list_are_no_customers() -> None:
    rows = [
        ["Client name", "Phone"],
        ["Smith & Sons", "01632 960123"],
        ["Hilltop Farm", "07700 900456"],
        ["Total clients: 2"],
    ]
    assert len(proposed(rows).layout.data) == 2


def test_what_is_told_survives_an_undo(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户", "跟进记录"], ["常州风机", "2023.2.1 电话；2023.3.1 上门"]]
    done = imported(ws, workbook(tmp_path / "客户.xlsx", 客户=rows))
    history.undo(ws, done.operation)
    assert held(ws, "activity") == held(ws, "customer") == []
