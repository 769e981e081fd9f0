"""Follow-up histories and lists of what is to be done, as people keep them."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from app.followups.timeline import timeline
from app.records import commands, history, queries
from app.records.jsonable import as_json
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.drafting.entries import Key
from app.transfer.plans import list_days
from app.transfer.plans.options import Options
from tests.transfer.imports import decided, held, imported
from tests.transfer.mapping_tools import book, sheet
from tests.transfer.sheets_made import workbook

HISTORY = [
    ["2023年客户联系记录"],
    [],
    ["序号", "联系日期", "客户名称", "联系人", "联系方式", "沟通内容", "结果", "下次跟进", "跟进人"],
    [1, "2019-3-5", "苏州恒瑞机械有限公司", "张伟", "电话", "价格偏高，要再谈", "待定", "2019-3-12", "陈静"],
    [2, "2019.3.12 14:30", "苏州恒瑞机械", "张伟", "上门拜访", "看了车间", None, None, "陈静"],
    [3, datetime(2019, 4, 1), "无锡新纪元电子有限公司", "李娜", "微信", "发样品", None, "2026-9-1", "王强"],
    [4, "2019/4/1", "同上", "李娜", None, "发了邮件，没有回", None, None, "王强"],
    ["合计", None, None, None, None, "4次"],
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return workbook(tmp_path / "记录.xlsx", 联系记录=HISTORY)


def test_a_history_comes_in_with_its_own_dates_and_author(ws: Workspace, file: Path) -> None:
    done = imported(ws, file)
    (told,) = done.sheets
    assert (told.kind, told.header_row, told.rows, dict(told.counts)) == ("activities", 3, 4, {"created": 4})
    assert told.mapping == {
        "序号": None, "联系日期": "done_at", "客户名称": "customer", "联系人": "contact.name", "联系方式": "kind", "沟通内容": "text",
        "结果": "outcome", "下次跟进": "reminder.due_at", "跟进人": "author",
    }  # fmt: skip
    first, second, third, fourth = held(ws, "activity")
    assert (first["done_at"], first["kind"], first["author"]) == (datetime(2019, 3, 5), "call", "陈静")
    assert (first["text"], first["outcome"]) == ("价格偏高，要再谈\n下次跟进: 2019-03-12", "待定")
    assert (second["done_at"], second["kind"]) == (datetime(2019, 3, 12, 14, 30), "visit")
    assert (third["kind"], fourth["kind"]) == ("message", "email")
    assert [one["name"] for one in held(ws, "customer")] == ["苏州恒瑞机械有限公司", "无锡新纪元电子有限公司"]
    assert [one["name"] for one in held(ws, "contact")] == ["张伟", "李娜"]
    assert (first["contact"], fourth["contact"]) == (1, 2)
    assert [(one.at, one.author) for one in timeline(ws, 1).entries if one.source == "activity"] == [
        (datetime(2019, 3, 12, 14, 30), "陈静"), (datetime(2019, 3, 5), "陈静"),
    ]  # fmt: skip


def test_customers_that_the_book_lacks_are_told(ws: Workspace, file: Path) -> None:
    plan = plan_import(ws, [file])
    told = [problem.reason for problem in plan.sheets[0].problems]
    assert told == [
        f"“{name}” is not in the book; it is added as a customer."
        for name in ("苏州恒瑞机械有限公司", "无锡新纪元电子有限公司")
    ]
    assert not any(problem.fatal for problem in plan.sheets[0].problems)


def test_the_days_of_the_customers_follow_and_a_step_ahead_becomes_a_reminder(ws: Workspace, file: Path) -> None:
    commands.create(ws, "customer", {"name": "苏州恒瑞机械有限公司", "last_contact_on": "2018-1-1"})
    imported(ws, file)
    first, second = held(ws, "customer")
    assert (first["last_contact_on"], first["next_follow_up_on"]) == (date(2019, 3, 12), None)
    assert (second["last_contact_on"], second["next_follow_up_on"]) == (date(2019, 4, 1), date(2026, 9, 1))
    (reminder,) = held(ws, "reminder")
    assert (reminder["about_kind"], reminder["about_id"], reminder["contact"]) == ("customer", 2, 2)
    assert (reminder["due_at"], reminder["all_day"], reminder["done_at"]) == (datetime(2026, 9, 1), True, None)
    history.undo(ws)
    assert held(ws, "customer")[0]["last_contact_on"] == date(2018, 1, 1)
    assert [queries.count(ws, kind) for kind in ("customer", "activity", "reminder")] == [1, 0, 0]


def test_the_same_history_again_adds_nothing(ws: Workspace, file: Path, tmp_path: Path) -> None:
    imported(ws, file)
    again = imported(ws, file)
    assert (again.operation, dict(again.counts)) == (None, {"duplicates": 4})
    longer = workbook(
        tmp_path / "更长.xlsx",
        联系记录=[*HISTORY[:-1], [5, "2019-5-1", "无锡新纪元电子有限公司", None, None, "回电", None, None, None]],
    )
    assert dict(imported(ws, longer).counts) == {"duplicates": 4, "created": 1}


def test_several_customers_of_one_name_are_never_guessed_among(ws: Workspace, tmp_path: Path) -> None:
    for city in ("苏州", "无锡"):
        commands.create(ws, "customer", {"name": "宏达机械有限公司", "city": city, "phone": f"0512-6688123{len(city)}"})
    rows = [
        ["日期", "客户", "城市", "内容"],
        ["2019-3-5", "宏达机械有限公司", None, "问价"],
        ["2019-3-6", "宏达机械", "无锡", "报价"],
    ]
    file = workbook(tmp_path / "a.xlsx", 跟进记录=rows)
    plan = plan_import(ws, [file])
    assert [row.action.value for row in plan.sheets[0].rows] == ["problem", "create"]
    (problem,) = plan.sheets[0].problems
    assert (problem.row, problem.fatal) == (2, True)
    assert problem.reason.startswith("2 customers are called “宏达机械有限公司”")
    assert plan.sheets[0].rows[0].pending
    after = decided(plan, {(0, 2): "merge"})
    assert [row.action.value for row in after.sheets[0].rows] == ["create", "create"]
    run_import(ws, after)
    assert [one["customer"] for one in held(ws, "activity")] == [1, 2]


def test_a_name_that_is_part_of_one_waits_for_a_decision(ws: Workspace, tmp_path: Path) -> None:
    commands.create(ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "short_name": "恒精"})
    rows = [
        ["日期", "客户", "内容"],
        ["2019-3-5", "恒瑞精密", "问价"],
        ["2019-3-6", "恒瑞精密", "报价"],
        ["2019-3-7", "恒精", "成交"],
    ]
    plan = plan_import(ws, [workbook(tmp_path / "a.xlsx", 跟进记录=rows)])
    first, second, third = plan.sheets[0].rows
    assert first.match is not None
    assert (first.pending, first.match.title, third.match) == (True, "苏州恒瑞精密机械有限公司", None)
    assert (len(plan.writes.customers), second.pending) == (1, False)
    after = decided(plan, {(0, 2): "merge"})
    assert (after.writes.customers, len(after.writes.entries["activity"])) == ([], 3)
    left = plan_import(ws, [workbook(tmp_path / "a.xlsx", 跟进记录=rows)], Options(undecided="skip"))
    assert [row.action.value for row in left.sheets[0].rows] == ["skip", "skip", "create"]


def test_rows_are_linked_across_sheets_by_number_name_and_phone(ws: Workspace, tmp_path: Path) -> None:
    customers = [
        ["客户编号", "客户名称", "联系人", "手机", "地址"],
        ["C001", "甲机械有限公司", "张伟", "13800001001", "人民路1号"],
        ["C002", "乙电子有限公司", "李娜", "13800001002", "人民路2号"],
    ]
    rows = [
        ["客户编号", "日期", "电话", "跟进内容", "业务员"],
        ["C002", "2019-3-5", None, "问价", "陈静"],
        [None, "2019-3-6", "138 0000 1001", "报价", "陈静"],
        ["C009", "2019-3-7", None, "谁？", "陈静"],
    ]
    file = workbook(tmp_path / "客户.xlsx", 客户资料=customers, 跟进记录=rows)
    done = imported(ws, file)
    assert [one.kind for one in done.sheets] == ["customers", "activities"]
    assert [one["customer"] for one in held(ws, "activity")] == [2, 1]
    (problem,) = done.sheets[1].problems
    assert (problem.row, problem.fatal) == (4, True)
    later = workbook(tmp_path / "später.xlsx", 跟进记录=[rows[0], ["C001", "2020-1-1", None, "回访", "王强"]])
    imported(ws, later)
    assert held(ws, "activity")[-1]["customer"] == 1


def test_a_customer_written_once_stands_for_the_rows_below(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户", "日期", "内容"],
        ["甲公司", "2019-3-5", "问价"], ["merged", "2019-3-6", "报价"],
        ["乙公司", "2019-3-7", "问价"], [None, "2019-3-8", "成交"], [None, "2019-3-9", "回访"],
    ]  # fmt: skip
    imported(ws, workbook(tmp_path / "a.xlsx", 拜访记录=rows))
    assert [one["customer"] for one in held(ws, "activity")] == [1, 1, 2, 2, 2]


def test_bad_rows_are_told_and_the_rest_goes_in(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["日期", "客户", "内容"], ["2019-3-5", "甲公司", "问价"], ["某天", "甲公司", "报价"], ["2019-3-7", None, "谁"],
        ["2019-3-8", "甲公司", None],
    ]  # fmt: skip
    done = imported(ws, workbook(tmp_path / "a.xlsx", 联系记录=rows))
    (told,) = done.sheets
    assert (told.rows, dict(told.counts)) == (4, {"created": 1})
    assert {problem.row for problem in told.problems if problem.fatal} == {3, 4, 5}
    assert "This is no date." in [problem.reason for problem in told.problems]


def test_an_english_log(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["Date", "Time", "Company", "Spoke to", "Type", "Notes", "Outcome", "Next step", "Next follow-up", "Rep"],
        ["2024-05-02", time(9, 30), "ACME Pumps Ltd", "Jane Miller", "Phone call", "Asked for a price", "Send quote",
         "Send the quote", "2026-08-03", "Tom"],
        ["2024-05-03", "2:15 PM", "Borealis AS", "Ola", "Visit", "Saw the plant", None, None, None, "Tom"],
    ]  # fmt: skip
    done = imported(ws, workbook(tmp_path / "calls.xlsx", **{"Call log": rows}))
    assert done.sheets[0].kind == "activities"
    first, second = held(ws, "activity")
    assert (first["done_at"], first["kind"], first["author"]) == (datetime(2024, 5, 2, 9, 30), "call", "Tom")
    assert (second["done_at"], second["kind"]) == (datetime(2024, 5, 3, 14, 15), "visit")
    (reminder,) = held(ws, "reminder")
    assert (reminder["text"], reminder["due_at"]) == ("Send the quote", datetime(2026, 8, 3))


def test_lists_of_customers_with_a_word_about_contacts_stay_lists_of_customers(ws: Workspace) -> None:
    rows = [
        ["客户名称", "联系人", "电话", "地址", "最近联系日期", "跟进情况"],
        ["甲机械有限公司", "张伟", "0512-66881231", "人民路1号", "2019-3-5", "问过价格"],
        ["乙电子有限公司", "李娜", "0512-66881232", "人民路2号", "2019-3-6", "已报价"],
    ]
    for name in ("Sheet1", "客户跟进表"):
        plan = plan_import(ws, [book(sheet(rows, name=name))])
        assert plan.sheets[0].proposal.kind == "customers"


def test_reminders_with_times_states_and_customers(ws: Workspace, tmp_path: Path) -> None:
    commands.create(ws, "customer", {"name": "甲机械有限公司"})
    rows = [
        ["回访计划表"],
        ["计划日期", "时间", "客户", "联系人", "事项", "完成情况"],
        ["2026-8-3", "14:30", "甲机械有限公司", "张伟", "回访价格", "未完成"],
        ["2026-7-1", None, "乙公司", None, "送样品", "已完成"],
        ["2026-8-5", "上午9点", None, None, "交季度报表", None],
        ["2026-8-6", None, "甲机械", None, "收款", "2026-8-6"],
    ]
    file = workbook(tmp_path / "计划.xlsx", Sheet1=rows)
    done = imported(ws, file)
    (told,) = done.sheets
    assert (told.kind, dict(told.counts)) == ("reminders", {"created": 4})
    first, second, third, fourth = held(ws, "reminder")
    assert (first["due_at"], first["all_day"], first["done_at"]) == (datetime(2026, 8, 3, 14, 30), False, None)
    assert (first["about_kind"], first["about_id"], first["zone"]) == ("customer", 1, "Asia/Shanghai")
    assert (second["about_id"], second["all_day"], second["done_at"]) == (2, True, datetime(2026, 7, 1))
    assert (third["about_kind"], third["due_at"]) == (None, datetime(2026, 8, 5, 9))
    assert (fourth["about_id"], fourth["done_at"]) == (1, datetime(2026, 8, 6))
    assert held(ws, "customer")[0]["next_follow_up_on"] == date(2026, 8, 3)
    assert dict(imported(ws, file).counts) == {"duplicates": 4}
    rows[2][5] = "已完成"
    assert dict(imported(ws, workbook(tmp_path / "neu.xlsx", Sheet1=rows)).counts) == {"duplicates": 3, "updated": 1}
    assert held(ws, "reminder")[0]["done_at"] == datetime.combine(ws.clock.today(), time())


def test_tasks_of_other_programs(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(
        '"Subject","Start Date","Due Date","Reminder Time","Date Completed","Companies","Contacts","Notes"\n'
        '"Call Jane","7/1/2026","7/30/2026","9:00:00 AM","","ACME Pumps Ltd","Jane Miller","about the price"\n'
        '"Send sample","7/1/2026","7/13/2026","","7/12/2026","Borealis AS","",""\n',
        encoding="utf-8",
    )
    done = imported(ws, tmp_path / "export.csv")
    assert done.sheets[0].kind == "reminders"
    first, second = held(ws, "reminder")
    assert (first["text"].split("\n")[0], first["due_at"]) == ("Call Jane", datetime(2026, 7, 30, 9))
    assert "Notes: about the price" in first["text"]
    assert (second["about_id"], second["done_at"]) == (2, datetime(2026, 7, 12))


def test_a_log_of_one_customer_that_is_named_over_it(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称：苏州恒瑞机械有限公司"], ["日期", "联系人", "内容", "跟进人"],
        ["2023-1-5", "张伟", "问价", "陈静"], ["2023-1-6", "张伟", "报价", "陈静"],
    ]  # fmt: skip
    imported(ws, workbook(tmp_path / "联系记录.xlsx", 恒瑞=rows))
    assert [one["name"] for one in held(ws, "customer")] == ["苏州恒瑞机械有限公司"]
    assert [(one["customer"], one["contact"]) for one in held(ws, "activity")] == [(1, 1), (1, 1)]


def test_what_is_done_without_a_day_says_that_its_day_is_a_guess(ws: Workspace, tmp_path: Path) -> None:
    today = ws.clock.today()
    rows = [
        ["截止日期", "事项", "客户", "负责人", "完成"],
        ["2024-03-05", "寄合同", "洛阳一拖", "小赵", "已完成"],
        [f"{today.year + 1}-03-05", "催款", "郑州宇通", "小赵", "☑"],
        ["2024-05-01", "拜访", "郑州宇通", "小赵", "2024-04-28"],
    ]
    done = imported(ws, workbook(tmp_path / "待办.xlsx", 待办=rows))
    past, ahead, dated = held(ws, "reminder")
    assert past["done_at"] == datetime(2024, 3, 5)
    assert ahead["done_at"] == datetime.combine(today, time())
    assert dated["done_at"] == datetime(2024, 4, 28)
    told = [problem.row for problem in done.sheets[0].problems if problem.column == "完成"]
    assert told == [2, 3]
    assert not held(ws, "contact")
    assert past["text"] == "寄合同\n负责人: 小赵"


def test_several_persons_of_a_cell_took_part_and_the_place_is_kept(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "拜访日期", "拜访对象", "拜访方式", "拜访地点", "拜访内容"],
        ["恒瑞精密", "2026-03-05", "王强、李明", "上门", "他们厂里", "看样机"],
        ["恒瑞精密", "2026-03-19", "李明/赵六", "会议", "展会", "谈框架"],
        ["恒瑞精密", "2026-03-20", "王强", "电话", None, "同意降价"],
    ]
    done = imported(ws, workbook(tmp_path / "拜访.xlsx", 拜访记录=rows))
    assert dict(done.sheets[0].counts) == {"created": 3}
    record = ws.dictionary.type("activity")
    told = as_json(ws, record, held(ws, "activity"))
    assert [[one["name"] for one in row["contacts"]] for row in told] == [["王强", "李明"], ["李明", "赵六"], ["王强"]]
    assert [row["place"] for row in told] == ["他们厂里", "展会", None]
    assert [row["text"] for row in told] == ["看样机", "谈框架", "同意降价"]
    history.undo(ws)
    assert queries.count(ws, "participant") == 0


def test_rows_without_a_day_have_that_of_the_import_and_are_known_again(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报修单号", "故障描述", "申请人", "联系电话", "完成时间", "状态"],
        ["BX01", "示波器无信号", "陆远", "13705180031", "2019-03-03", "已完成"],
        ["BX02", "离心机异响", "何静", "13705180044", None, "待派单"],
    ]  # fmt: skip
    file = workbook(tmp_path / "a.xlsx", 报修记录=rows)
    (told,) = imported(ws, file).sheets
    assert (dict(told.counts), [one.row for one in told.problems if one.fatal]) == ({"created": 2}, [])
    assert "There is no day; that of the import is taken." in [one.reason for one in told.problems]
    assert dict(imported(ws, file).sheets[0].counts) == {"duplicates": 2}
    assert held(ws, "activity")[1]["done_at"].date() == ws.clock.today()


def test_a_record_without_a_day_is_one_of_whatever_day() -> None:
    dated: dict[Key, int] = {("entry", 3, "2024-01-05", "问价"): 7, ("number", "q1"): 8}
    dayless: dict[Key, int] = {}
    assert list_days.held(dated, dayless, ("entry", 3, "", "问价")) == 7
    assert list_days.held(dated, dayless, ("entry", 4, "", "问价")) is None
    assert list_days.held(dated, dayless, ("entry", 3, "2024-01-06", "问价")) is None
    assert list_days.held(dated, dayless, ("number", "q1")) == 8


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (("拜访时间", "拜访内容"), "visit"),
        (("来电时间", "内容"), "call"),
        (("Call date", "Subject"), "call"),
        (("电话/拜访日期", "内容"), "email"),
    ],
)
def test_headers_tell_the_kind_that_no_row_tells(
    ws: Workspace, tmp_path: Path, headers: tuple[str, str], kind: str
) -> None:
    rows = [
        [headers[0], "客户名称", headers[1]],
        ["2024-01-05", "苏州恒瑞", "看了样品，要发邮件报价"],
        ["2024-01-06", "苏州恒瑞", "价格定了，邮件确认"],
    ]
    imported(ws, workbook(tmp_path / "a.xlsx", 联系记录=rows))
    assert [one["kind"] for one in held(ws, "activity")] == [kind, kind]


def test_the_number_of_a_contact_whom_no_sheet_has_stays_with_the_talk(ws: Workspace) -> None:
    rows = [["客户名称", "拜访日期", "拜访小结", "联系人ID"]]
    rows += [[name, "2026-01-05", "送样", str(at)] for at, name in enumerate(("甲公司", "乙公司", "丙公司"), 7)]
    run_import(ws, plan_import(ws, [book(sheet(rows))]))
    assert [one["text"] for one in held(ws, "activity")] == [f"送样\n联系人ID: {at}" for at in (7, 8, 9)]
