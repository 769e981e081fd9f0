"""What each command answers, for a person and as JSON."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.cli import tables
from app.main import open_workspace
from app.records import commands, queries
from tests.cli.conftest import Kebu

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def filled(book: Path) -> Path:
    """Three customers, one with a contact and a quote's worth of products."""
    ws = open_workspace(book)
    first = commands.create(
        ws,
        "customer",
        {
            "name": "苏州恒瑞精密机械有限公司",
            "phone": "0512-6688 1234 转 8",
            "city": "苏州",
            "level": "A",
            "credit_limit": "120000.50",
            "tags": "老客户,机械",
            "created_on": "2019-03-05",
            "notes": "第一行\n第二行",
        },
    ).id
    commands.create(ws, "customer", {"name": "重庆长安汽车", "city": "重庆", "credit_limit": "5"})
    commands.create(ws, "customer", {"name": "Müller GmbH", "city": "Köln", "kind": "supplier"})
    commands.create(ws, "contact", {"customer": first, "name": "王强", "mobile": "138 0000 2317", "is_primary": "yes"})
    commands.create(ws, "product", {"code": "A-1", "name": "泵", "price": "3.7765", "tax_rate": "13"})
    with ws.operation("Own field") as op:
        name = op.add_custom_field("customer", "年采购额")
        op.update("customer", first, {name: "300万"})
    ws.close()
    return book


def test_json_has_the_dictionarys_names_and_plain_values(kebu: Kebu, filled: Path) -> None:
    found = {one["name"]: one for one in kebu("list", "customers", "--json").json}
    one = found["苏州恒瑞精密机械有限公司"]
    assert one["id"] == 1
    assert one["phone"]["typed"] == "0512-6688 1234 转 8"
    assert one["phone"]["normal"].startswith("+8651266881234")
    assert one["credit_limit"] == "120000.50"
    assert one["created_on"] == "2019-03-05"
    assert one["tags"] == ["老客户", "机械"]
    assert one["level"] == "A"
    assert one["custom:年采购额"] == "300万"
    shown = kebu("--json", "show", "customer", "1").json
    assert shown["contacts"][0]["mobile"] == {"typed": "138 0000 2317", "normal": "+8613800002317"}
    assert shown["contacts"][0]["customer"] == 1
    assert shown["contacts"][0]["customer_name"] == one["name"]
    assert shown["contacts"][0]["is_primary"] is True
    assert (shown["quotes"], shown["activities"], shown["reminders"]) == ([], [], [])
    [product] = kebu("list", "product", "--json").json
    assert (product["price"], product["tax_rate"]) == ("3.7765", "13")


@pytest.mark.parametrize(
    ("where", "names"),
    [
        (["city=苏州"], {"苏州恒瑞精密机械有限公司"}),
        (["city!=苏州"], {"重庆长安汽车", "Müller GmbH"}),
        (["credit_limit>=5", "credit_limit<100"], {"重庆长安汽车"}),
        (["created_on<2020-01-01"], {"苏州恒瑞精密机械有限公司"}),
        (["name~恒瑞"], {"苏州恒瑞精密机械有限公司"}),
        (["name~%"], set()),
        (["kind=supplier"], {"Müller GmbH"}),
        (["Kind=供应商"], {"Müller GmbH"}),
        (["tags=机械"], {"苏州恒瑞精密机械有限公司"}),
        (["level="], {"重庆长安汽车", "Müller GmbH"}),
        (["level!="], {"苏州恒瑞精密机械有限公司"}),
        (["custom:年采购额=300万"], {"苏州恒瑞精密机械有限公司"}),
        (["phone=051266881234转8"], {"苏州恒瑞精密机械有限公司"}),
        (["id=2"], {"重庆长安汽车"}),
    ],
)
def test_where(kebu: Kebu, filled: Path, where: list[str], names: set[str]) -> None:
    words = [word for condition in where for word in ("--where", condition)]
    assert {one["name"] for one in kebu("list", "customers", "--json", *words).json} == names


@pytest.mark.parametrize("where", ["city", "nothing=1", "credit_limit=many", "created_on=never", "level=Z", "id=x"])
def test_conditions_that_make_no_sense(kebu: Kebu, filled: Path, where: str) -> None:
    done = kebu("list", "customers", "--where", where)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "Something went wrong" not in done.err


def test_links_are_found_by_name(kebu: Kebu, filled: Path) -> None:
    [contact] = kebu("list", "contacts", "--where", "customer=恒瑞", "--json").json
    assert contact["name"] == "王强"


def test_limit_and_fields(kebu: Kebu, filled: Path) -> None:
    assert [list(one) for one in kebu("list", "customers", "--limit", "1", "--fields", "name,city", "--json").json] == [
        ["id", "name", "city"]
    ]
    assert kebu("list", "customers", "--limit", "0", "--json").json == []
    assert kebu("list", "customers", "--limit", "-1").code == 2


def test_tables_line_up(kebu: Kebu, filled: Path) -> None:
    lines = kebu("list", "customers", "--fields", "name,city").out.splitlines()
    assert lines[-1] == "3 records"
    cities = ("苏州", "重庆", "Köln")
    starts = {tables.width(line[: line.rindex(city)]) for line, city in zip(lines[2:5], cities, strict=True)}
    assert len(starts) == 1
    assert tables.width("中文ab") == 6
    assert tables.fitted("中文字", 5) == "中文…"


@pytest.mark.parametrize("wanted", ["1", "苏州恒瑞精密机械有限公司", "恒瑞", "hrjx", "2317"])
def test_show_finds_by_id_name_and_search(kebu: Kebu, filled: Path, wanted: str) -> None:
    assert kebu("show", "customer", wanted, "--json").json["id"] == 1


def test_show_by_number(kebu: Kebu, filled: Path) -> None:
    assert kebu("show", "product", "A-1", "--json").json["name"] == "泵"


def test_show_for_a_person(kebu: Kebu, filled: Path) -> None:
    said = kebu("show", "customers", "1").out
    assert "第一行\n" in said
    assert "138 0000 2317" in said
    assert "年采购额" in said


def test_search(kebu: Kebu, filled: Path) -> None:
    assert [one["title"] for one in kebu("search", "恒瑞", "--json").json] == ["苏州恒瑞精密机械有限公司"]
    assert "Nothing" in kebu("search", "不存在的").out


def test_log_today_and_history(kebu: Kebu, filled: Path) -> None:
    done = kebu("log", "恒瑞", "打电话问了交期，明天下午3点回复", "--json").json
    assert done["activity"]["customer"] == 1
    assert done["activity"]["kind"] == "call"
    assert done["reminder"]["due_at"].endswith("15:00")
    assert kebu("today", "--json").json["reminders"] == []
    shown = kebu("show", "customer", "1", "--json").json
    assert len(shown["activities"]) == 1
    assert len(shown["reminders"]) == 1
    entries = kebu("history", "customer", "1", "--json").json
    assert entries[0]["field"] in ("last_contact_on", "next_follow_up_on")
    assert entries[-1]["action"] == "insert"
    operations = kebu("history", "--json").json
    assert operations[0]["source"] == "command line"
    assert kebu("undo", str(operations[0]["id"])).code == 0
    assert kebu("show", "customer", "1", "--json").json["activities"] == []
    assert kebu("redo", "--json").json["kept"] == []
    assert len(kebu("show", "customer", "1", "--json").json["activities"]) == 1


def test_today_is_the_agenda_of_the_window(kebu: Kebu, filled: Path) -> None:
    kebu("log", "恒瑞", "王经理来电，今天 回访")
    ws = open_workspace(filled)
    commands.update(ws, "customer", 2, {"next_follow_up_on": "2020-01-01"})
    ws.close()
    found = kebu("today", "--json").json
    assert [(one["text"], one["about_id"], one["about_name"]) for one in found["reminders"]] == [
        ("回访", 1, "苏州恒瑞精密机械有限公司")
    ]
    assert "contact_name" in found["reminders"][0]
    assert [one["id"] for one in found["customers"]] == [2]
    assert "回访" in kebu("today").out


def test_writing_backs_up_and_reading_does_not(kebu: Kebu, filled: Path) -> None:
    folder = filled.with_name(filled.stem + "-backups")
    kebu("list", "customers")
    assert not folder.exists()
    kebu("log", "恒瑞", "hello")
    assert len(list(folder.glob("*.kebu"))) == 1


@pytest.mark.parametrize("name", ["出 口.xlsx", "out.csv"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_exported_can_be_imported_again(
    kebu: Kebu, filled: Path, tmp_path: Path, name: str, language: str
) -> None:
    for kind, held in (("customers", 3), ("products", 1)):
        target = tmp_path / f"{kind} {name}"
        assert kebu("export", kind, target, "--json", "--lang", language, "--book", filled).json["rows"] == held
        other = tmp_path / f"{kind}.kebu"
        kebu("new", other)
        sheets = kebu("import", target, "--book", other, "--json").json["files"][0]["sheets"]
        assert [(one["kind"], one["created"], one["problems"]) for one in sheets] == [(kind, held, [])]
        before = {one["name"]: one for one in kebu("list", kind, "--json", "--book", filled).json}
        after = {one["name"]: one for one in kebu("list", kind, "--json", "--book", other).json}
        for title, record in before.items():
            # A field of one's own that the other book has not is made there.
            same = {name: value for name, value in record.items() if name != "id"}
            assert {name: after[title].get(name) for name in same} == same


def test_quote(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    from app.sales.commands import new_quote
    from app.sales.view import Line

    ws = open_workspace(filled)
    new_quote(ws, 1, lines=[Line(name="泵", quantity=Decimal(2), price=Decimal("3.7765"))])
    [record] = queries.rows(ws, "quote", queries.ids(ws, "quote"))
    ws.close()
    for language in ("zh", "en"):
        target = tmp_path / f"报价 {language}.pdf"
        done = kebu("quote", record["number"], "--pdf", target, "--lang", language, "--json").json
        assert done["language"].startswith(language)
        assert target.read_bytes().startswith(b"%PDF")
    assert kebu("quote", record["number"], "--pdf", tmp_path / "none" / "x.pdf").code == 1
    assert kebu("quote", "Q-nothing", "--pdf", tmp_path / "x.pdf").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ["frob"],
        ["list"],
        ["list", "customers", "--limit", "many"],
        ["quote", "1"],
        ["new"],
        ["list", "customers", "--lang", "klingon"],
        ["--frob"],
    ],
)
def test_wrong_usage(kebu: Kebu, words: list[str]) -> None:
    done = kebu(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("usage: kebu")


def test_chinese_sentences_stand_close(kebu: Kebu, filled: Path) -> None:
    said = kebu("--book", filled, "--lang", "zh", "show", "customer", "查无此人").err
    assert said.count("。") == 1
    assert "。 " not in said
    assert "\n命令:\n" in kebu("--lang", "zh", "--help").out


def test_help_and_version(kebu: Kebu) -> None:
    assert "import" in kebu("--help").out
    assert "--where" in kebu("list", "--help").out
    assert kebu("--version").out.startswith("kebu ")


def test_without_a_book(kebu: Kebu) -> None:
    assert "kebu new" in kebu("list", "customers").err


def test_new_never_replaces(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    assert kebu("new", filled).code == 1
    assert kebu("new", tmp_path / "none" / "x").code == 1
    assert filled.read_bytes() == before
    assert kebu("new", tmp_path / "plain", "--json").json["book"].endswith("plain.kebu")


def process(*words: str | Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "app", *map(str, words)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"} | {
        "PYTHONIOENCODING": "cp1252"
    }
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def test_output_is_utf8_whatever_the_console(filled: Path) -> None:
    out, _ = process("list", "customers", "--json", "--book", filled).communicate()
    assert "苏州" in out.decode("utf-8")
    assert len(json.loads(out)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_broken_pipe_is_silent(filled: Path) -> None:
    ws = open_workspace(filled)
    with ws.operation("Import") as op:
        op.insert_many("customer", [{"name": f"{n}", "notes": "x" * 500} for n in range(2000)])
    ws.close()
    child = process("list", "customers", "--json", "--book", filled)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.read(10)
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 0


def test_commands_at_the_same_time_wait_for_each_other(kebu: Kebu, filled: Path) -> None:
    running = [process("log", "1", f"note {number}", "--book", filled) for number in range(3)]
    for child in running:
        _, complaint = child.communicate()
        assert (child.returncode, complaint) == (0, b"")
    assert len(kebu("list", "activities", "--json", "--book", filled).json) == 3
    assert kebu("check", "--book", filled).code == 0


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Children hear SIGINT even when the tests run in the background of a shell, which has them ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for a single child")
@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_import_leaves_nothing(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "gross.csv"
    rows = "\n".join(f"公司{n},0512-{n:08d},苏州市工业园区{n}号" for n in range(60_000))
    sheet.write_text(f"公司名称,电话,地址\n{rows}\n", "utf-8")
    before = kebu("history", "--json").json
    lock = filled.with_name(filled.name + ".lock")
    for seconds in (0, 0.2, 0.7):
        child = process("import", sheet, "--book", filled)
        while child.poll() is None and f'"pid": {child.pid}' not in lock.read_text("utf-8"):
            time.sleep(0.01)
        time.sleep(seconds)
        child.send_signal(signal.SIGINT)
        _, complaint = child.communicate()
        assert b"Traceback" not in complaint
        # While the interpreter begins, the system's own handler ends it without a word; while it ends, after the sentence.
        assert child.returncode in (1, -signal.SIGINT)
        assert complaint.count(b"\n") == 1 or (not complaint and child.returncode == -signal.SIGINT)
    assert kebu("history", "--json").json == before
    assert kebu("check").code == 0


def test_files_are_attached_and_written_out(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("公司名称,电话\n苏州恒瑞,0512-66881234\n", "utf-8")
    assert kebu("import", sheet).code == 0
    contract = tmp_path / "合同.pdf"
    contract.write_bytes(b"%PDF-1.7")
    made = kebu("attach", "苏州恒瑞", contract, "--json").json
    [document] = made["documents"]
    assert document["name"] == "合同.pdf"
    contract.unlink()
    assert kebu("document", document["id"], tmp_path).code == 0
    assert contract.read_bytes() == b"%PDF-1.7"
    assert kebu("document", document["id"], tmp_path).code == 1
    assert kebu("attach", "苏州恒瑞", tmp_path / "none.pdf").code == 1
    assert "合同.pdf" in kebu("list", "documents").out
    assert kebu("check").code == 0


def test_the_month_stands_against_its_target(kebu: Kebu, filled: Path) -> None:
    assert kebu("target", "30万", "--json").json["target"] == "300000.00"
    assert "/ 300,000" in kebu("today").out
    found = kebu("today", "--json").json
    assert (found["won"]["count"], found["won"]["others"], found["ends"]) == (0, [], [])
    assert kebu("target", "much").code == 1
    assert kebu("undo").code == 0
    assert kebu("target", "--json").json["target"] is None
