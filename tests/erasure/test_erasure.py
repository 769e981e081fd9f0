"""An erased person is found nowhere in the book's files, everyone else is as before, and undo of the rest works on."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.customers import commands as customers
from app.customers.merging import merge
from app.customers.views import own_views, save_view
from app.documents.commands import attach
from app.erasure import commands, rules
from app.erasure import queries as erasing
from app.erasure.again import coming_back, erase_again, told
from app.followups import commands as followups
from app.main import create_workspace, open_workspace
from app.records import commands as records
from app.records import history, queries
from app.records.queries import Condition
from app.records.trash import listing
from app.records.workspace import Workspace
from app.safety import queries as safety
from app.safety.commands import backup_now, restore
from app.sales import commands as sales
from app.sales.queries import revision_document, revisions
from app.sales.view import Line
from app.settings import fields
from app.settings.lists import values
from app.shared.errors import KebuError, NotFound
from db import backup
from db.erasure import UNSCRUBBED
from db.files import folder

WHO = "欧阳娜娜"
WORDS = (
    WHO,
    "恒瑞精密",
    "13812345678",
    "13812340000",
    "051288776655",
    "nana@",
    "hengrui",
    "oynn",
    "ouyangnana",
    "hrjm",
)
REASON = "written request, 22 July"


def left_in(ws: Workspace, words: Sequence[str] = WORDS) -> set[tuple[str, str]]:
    """The words that still stand in the files of a book, packed changesets and the words of the index included."""
    found = set()
    for path in ws.path.parent.glob(ws.path.name + "*"):
        data = path.read_bytes()
        found |= {(path.name, word) for word in words if word.encode() in data}
    connection = apsw.Connection(str(ws.path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        for number, packed in connection.execute("SELECT id, changeset FROM operation WHERE length(changeset)"):
            data = zlib.decompress(packed)
            found |= {(f"operation {number}", word) for word in words if word.encode() in data}
        for table in ("search_trigram", "search_gram"):
            connection.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab(main, {table}, row)")
            terms = {row[0] for row in connection.execute(f"SELECT term FROM v_{table}")}
            parts = {"欧阳娜", "娜娜", "8123", "812", "oyn", "nana"} if WHO in words else set()
            found |= {(table, part) for part in parts if part in terms}
    finally:
        connection.close()
    return found


@pytest.fixture
def person(ws: Workspace) -> customers.NewCustomer:
    """A company with a contact, conversations, a reminder and a long history, beside another company."""
    made = customers.create(
        ws,
        {"name": "苏州恒瑞精密机械有限公司", "phone": "0512-88776655", "notes": f"找{WHO}"},
        {"name": WHO, "mobile": "13812345678", "email": "nana@hengrui.example"},
    )
    other = customers.create(ws, {"name": "上海宏图贸易", "phone": "021-55667788"}, {"name": "李建国"})
    followups.log(ws, made.id, f"{WHO}说要十台泵，明天下午3点打电话")
    followups.add_reminder(ws, f"周五给{WHO}报价", about=("contact", made.contact))
    records.update(ws, "contact", made.contact, {"mobile": "13812340000"})
    records.update(ws, "customer", other.id, {"notes": "好客户"})
    records.delete(ws, "contact", [made.contact])
    history.undo(ws)
    return made


def test_nothing_of_an_erased_customer_is_left_and_others_are_as_before(
    ws: Workspace, person: customers.NewCustomer
) -> None:
    before = queries.get(ws, "customer", person.id + 1).values
    assert left_in(ws)

    done = commands.erase(ws, "customer", person.id, REASON)

    assert left_in(ws) == set()
    assert done.scrubbed
    assert not done.mentions
    assert queries.get(ws, "customer", person.id + 1).values == before
    assert safety.check(ws) == []
    assert not queries.search(ws, "欧阳")
    assert not queries.search(ws, "hrjm")
    assert not queries.search(ws, "5678")
    assert [hit.title for hit in queries.search(ws, "htmy")] == ["上海宏图贸易"]
    assert WHO not in str([history.describe(one) for one in history.operations(ws)])


def test_the_record_tells_what_was_done_without_the_person(ws: Workspace, person: customers.NewCustomer) -> None:
    done = commands.erase(ws, "customer", person.id, REASON)
    (held,) = erasing.erasures(ws)
    assert held == done.erasure
    assert (held.kind, held.id, held.reason) == ("customer", person.id, REASON)
    assert held.counts == {"customers": 1, "contacts": 1, "activities": 1, "reminders": 2}
    assert held.operations == held.emptied == 6
    assert history.describe(history.operations(ws, 1)[0]) == f"Erase Customer number {person.id} for good"


def test_a_reason_is_needed_and_must_not_name_the_person(ws: Workspace, person: customers.NewCustomer) -> None:
    for reason in ("", "  ", f"{WHO} 来信", "call of 13812345678"):
        with pytest.raises(KebuError):
            commands.erase(ws, "customer", person.id, reason)
    assert queries.get(ws, "contact", person.contact).title == WHO
    assert not erasing.erasures(ws)
    assert safety.check(ws) == []


def test_what_others_did_is_undone_and_redone_as_ever(ws: Workspace, person: customers.NewCustomer) -> None:
    commands.erase(ws, "customer", person.id, REASON)
    undone = history.undo(ws)
    assert undone.name == "Edit Customer: 上海宏图贸易"
    assert not undone.kept
    assert queries.get(ws, "customer", person.id + 1)["notes"] is None
    history.redo(ws)
    assert queries.get(ws, "customer", person.id + 1)["notes"] == "好客户"
    history.undo(ws)
    history.undo(ws)
    with pytest.raises(NotFound):
        history.undo(ws)
    assert safety.check(ws) == []
    assert not queries.ids(ws, "customer")


def test_an_operation_with_more_than_the_person_keeps_the_rest(ws: Workspace) -> None:
    with ws.operation("Import {file}", file=f"{WHO}.xlsx") as op:
        numbers = op.insert_many("customer", [{"name": WHO, "email": "nana@hengrui.example"}, {"name": "Müller GmbH"}])
    commands.erase(ws, "customer", numbers[0], REASON)
    assert left_in(ws) == set()
    told = history.undoable(ws)
    assert told is not None
    assert history.describe(told) == "Import ….xlsx"
    history.undo(ws)
    assert not queries.ids(ws, "customer")
    history.redo(ws)
    assert [one.title for one in queries.rows(ws, "customer", queries.ids(ws, "customer"))] == ["Müller GmbH"]
    assert safety.check(ws) == []


def test_a_contact_goes_with_what_was_said_and_the_company_stays(ws: Workspace, person: customers.NewCustomer) -> None:
    records.update(ws, "customer", person.id, {"notes": "十台泵"})
    other = customers.add_contact(ws, person.id, {"name": "李建国", "mobile": "13900001111"}).id
    done = commands.erase(ws, "contact", person.contact, REASON)
    assert done.erasure.counts["contacts"] == 1
    assert {word for _, word in left_in(ws, (WHO, "13812345678", "13812340000", "nana@"))} == {WHO}
    # The company's own notes named the contact once; that is the company's record, and its history says so still.
    assert queries.get(ws, "customer", person.id).title == "苏州恒瑞精密机械有限公司"
    assert queries.get(ws, "contact", other)["customer"] == person.id
    assert [hit.id for hit in queries.search(ws, "hrjm") if hit.kind == "customer"] == [person.id]
    assert not queries.search(ws, "oynn")
    assert safety.check(ws) == []


def test_the_next_follow_up_follows_the_reminders_that_are_left(ws: Workspace, person: customers.NewCustomer) -> None:
    for reminder in queries.ids(ws, "reminder", (queries.Condition("about_kind", "=", "customer"),)):
        followups.delete_reminder(ws, reminder)
    assert queries.get(ws, "customer", person.id)["next_follow_up_on"] is not None
    commands.erase(ws, "contact", person.contact, REASON)
    assert not queries.ids(ws, "reminder")
    assert queries.get(ws, "customer", person.id)["next_follow_up_on"] is None


def test_records_of_others_that_name_the_person_are_told(ws: Workspace, person: customers.NewCustomer) -> None:
    records.update(ws, "customer", person.id + 1, {"notes": f"{WHO}介绍来的"})
    done = commands.erase(ws, "customer", person.id, REASON)
    assert [(one.kind, one.id) for one in done.mentions] == [("customer", person.id + 1)]


def quote(ws: Workspace, customer: int, contact: int) -> int:
    made = sales.new_quote(ws, customer, contact=contact).id
    sales.set_lines(ws, made, [Line(name="离心泵", quantity=1, price=100)])  # type: ignore[arg-type]
    return made


def test_sent_quotes_stay_as_sent_and_drafts_go(ws: Workspace, person: customers.NewCustomer) -> None:
    sent, draft = quote(ws, person.id, person.contact), quote(ws, person.id, person.contact)
    sales.mark_sent(ws, sent)
    what = erasing.extent(ws, "customer", person.id)
    assert list(what.documents) == [sent]
    assert what.rows["quote"] == [draft]
    done = commands.erase(ws, "customer", person.id, REASON)
    assert done.erasure.documents == 1
    held = queries.get(ws, "quote", sent)
    assert held["customer"] is None
    assert held["contact"] is None
    (version,) = revisions(ws, sent)
    assert revision_document(ws, version.id).customer.name == "苏州恒瑞精密机械有限公司"
    assert safety.check(ws) == []
    while history.undoable(ws):
        history.undo(ws)
    assert safety.check(ws) == []


def test_sent_quotes_go_when_wanted(ws: Workspace, person: customers.NewCustomer) -> None:
    sent = quote(ws, person.id, person.contact)
    sales.mark_sent(ws, sent)
    commands.erase(ws, "customer", person.id, REASON, documents=True)
    assert not queries.ids(ws, "quote")
    assert left_in(ws) == set()


def test_versions_sent_to_an_erased_contact_go_when_wanted(ws: Workspace, person: customers.NewCustomer) -> None:
    records.update(ws, "customer", person.id, {"notes": ""})
    sent = quote(ws, person.id, person.contact)
    sales.mark_sent(ws, sent)
    assert erasing.extent(ws, "contact", person.contact).revisions == ()
    commands.erase(ws, "contact", person.contact, REASON, documents=True)
    assert not revisions(ws, sent)
    assert queries.get(ws, "quote", sent)["customer"] == person.id
    assert not left_in(ws, ("13812345678", "13812340000", "nana@"))


def test_a_quote_that_was_sent_without_a_kept_version_gets_one(ws: Workspace, person: customers.NewCustomer) -> None:
    won = quote(ws, person.id, person.contact)
    with ws.operation("Import {file}", file="x.xlsx") as op:
        op.update("quote", won, {"status": "won"})
    commands.erase(ws, "customer", person.id, REASON)
    (version,) = revisions(ws, won)
    assert revision_document(ws, version.id).customer.name == "苏州恒瑞精密机械有限公司"


def test_a_person_that_was_deleted_before_is_cleared_out_of_the_history(
    ws: Workspace, person: customers.NewCustomer
) -> None:
    records.delete(ws, "customer", [person.id])
    assert left_in(ws)
    assert erasing.find(ws, str(person.id)) == ("customer", person.id, "")
    done = commands.erase(ws, "customer", person.id, REASON)
    assert left_in(ws) == set()
    assert done.erasure.counts == {}
    assert safety.check(ws) == []
    with pytest.raises(NotFound):
        commands.erase(ws, "customer", 999, REASON)


def test_a_deleted_double_of_the_person_goes_as_well(ws: Workspace) -> None:
    first = customers.create(ws, {"name": WHO, "mobile": "13812345678"}).id
    double = customers.create(ws, {"name": "欧阳女士", "mobile": "138 1234 5678", "notes": "nana@"}).id
    records.delete(ws, "customer", [double])
    customers.create(ws, {"name": "欧阳锋", "mobile": "13900001111"})
    commands.erase(ws, "customer", first, REASON)
    assert left_in(ws, (WHO, "欧阳女士", "13812345678", "138 1234 5678", "nana@")) == set()
    assert [hit.title for hit in queries.search(ws, "欧阳")] == ["欧阳锋"]


def test_only_backups_with_the_person_are_named_and_renewed(ws: Workspace, person: customers.NewCustomer) -> None:
    held = backup_now(ws, reason="import")
    done = commands.erase(ws, "customer", person.id, REASON)
    assert [one.path for one in done.backups] == [held.path]
    assert commands.renew_backups(ws, done).backups == ()
    assert not held.path.exists()
    (made,) = safety.backups(ws).files
    assert erasing.backups_with(ws, "customer", person.id) == []
    assert WHO.encode() not in made.path.read_bytes()


def test_an_interrupted_clearing_is_finished_at_the_next_opening(ws: Workspace, person: customers.NewCustomer) -> None:
    commands.erase(ws, "customer", person.id, REASON)
    ws.book.set_fact(UNSCRUBBED, "1")
    path = ws.path
    ws.close()
    again = open_workspace(path)
    assert not again.book.fact(UNSCRUBBED)
    again.close()


def test_a_reader_at_work_delays_the_clearing_to_the_next_opening(ws: Workspace, person: customers.NewCustomer) -> None:
    with ws.book.snapshot():
        assert not commands.erase(ws, "customer", person.id, REASON).scrubbed
    path = ws.path
    ws.close()
    again = open_workspace(path)
    assert left_in(again) == set()
    assert not again.book.fact(UNSCRUBBED)
    again.close()


def test_an_encrypted_book_is_cleared_too(tmp_path: Path) -> None:
    ws = create_workspace(tmp_path / "locked.kebu", key=bytes(range(32)))
    made = customers.create(ws, {"name": WHO}).id
    done = commands.erase(ws, "customer", made, REASON)
    assert done.scrubbed
    assert safety.check(ws) == []
    assert not any(WHO in str(row) for row in ws.book.writer.execute("SELECT params FROM operation"))
    ws.close()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["customer", "contact", "log", "remind", "edit", "rename", "delete", "move", "many", "undo", "redo"]
        ),
        st.integers(0, 5),
        st.booleans(),
    ),
    min_size=4,
    max_size=25,
)


def carry_out(ws: Workspace, step: str, at: int, mine: bool, first: int) -> None:
    """One step of a random history; ``mine`` is about the person who will be erased."""
    others = [number for number in queries.ids(ws, "customer") if number != first]
    target = first if mine or not others else others[at % len(others)]
    name, phone = (WHO, "13812345678") if target == first else (f"李{at}", f"1390000111{at}")
    if step == "customer":
        customers.create(ws, {"name": f"宏图{at}"}, {"name": f"王{at}", "mobile": f"1370000222{at}"})
    elif step == "contact":
        customers.add_contact(ws, target, {"name": name, "mobile": phone})
    elif step == "log":
        followups.log(ws, target, f"{name}打来电话")
    elif step == "remind":
        followups.add_reminder(ws, f"明天找{name}", about=("customer", target))
    elif step == "edit":
        records.update(ws, "customer", target, {"notes": f"{name} {at}"})
    elif step == "rename" and target == first:
        records.update(ws, "customer", target, {"short_name": WHO[:2] + str(at), "email": f"nana@{at}.example"})
    elif step == "many":
        records.update_all(ws, "customer", [first, *others], {"city": f"苏州{at}"})
    elif step == "delete" and (found := queries.ids(ws, "contact", (queries.Condition("customer", "=", target),))):
        records.delete(ws, "contact", [found[at % len(found)]])
    elif step == "move" and len(others) > 1:
        found = queries.ids(ws, "contact", (queries.Condition("customer", "=", others[0]),))
        if found:
            records.update(ws, "contact", found[0], {"customer": others[1]})
    elif step == "undo" and (last := history.undoable(ws)) and last.id > 1:
        history.undo(ws)
    elif step == "redo" and history.redoable(ws):
        history.redo(ws)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_after_any_history_the_person_is_gone_and_the_rest_is_sound(steps: list[tuple[str, int, bool]]) -> None:
    with TemporaryDirectory() as folder:
        ws = create_workspace(Path(folder) / "x.kebu")
        first = customers.create(ws, {"name": WHO, "phone": "0512-88776655"}).id
        for step in steps:
            carry_out(ws, *step, first)
        before = {number: queries.get(ws, "customer", number).values for number in queries.ids(ws, "customer")}
        people = {number: queries.get(ws, "contact", number) for number in queries.ids(ws, "contact")}
        commands.erase(ws, "customer", first, REASON)
        del before[first]
        assert left_in(ws, (WHO, "13812345678", "051288776655", "nana@")) == set()
        assert {number: queries.get(ws, "customer", number).values for number in queries.ids(ws, "customer")} == before
        kept = {number for number, one in people.items() if one["customer"] != first}
        assert set(queries.ids(ws, "contact")) == kept
        assert safety.check(ws) == []
        while history.undoable(ws):
            history.undo(ws)
        assert safety.check(ws) == []
        assert not queries.ids(ws, "customer")
        while history.redoable(ws):
            history.redo(ws)
        assert safety.check(ws) == []
        assert left_in(ws, (WHO, "13812345678", "051288776655", "nana@")) == set()
        ws.close()


def test_branches_and_those_that_the_person_brought_stay_without_the_link(ws: Workspace) -> None:
    first = customers.create(ws, {"name": WHO}).id
    branch = customers.create(ws, {"name": "分公司", "parent_company": first}).id
    brought = customers.create(ws, {"name": "别家"}).id
    records.update(ws, "customer", brought, {"introduced_by": first})
    done = commands.erase(ws, "customer", first, REASON)
    assert done.erasure.counts == {"customers": 1}
    assert queries.get(ws, "customer", branch)["parent_company"] is None
    assert queries.get(ws, "customer", brought)["introduced_by"] is None
    assert safety.check(ws) == []
    while history.undoable(ws):
        history.undo(ws)
    assert not queries.ids(ws, "customer")
    while history.redoable(ws):
        history.redo(ws)
    assert len(queries.ids(ws, "customer")) == 2
    assert safety.check(ws) == []


def test_short_words_are_not_looked_for() -> None:
    assert rules.words([("name", "王"), ("name", "Al"), ("phone", "110"), ("name", "王总"), ("text", "long")]) == (
        "王总",
    )


def test_files_of_the_person_go_and_those_of_others_stay(
    ws: Workspace, person: customers.NewCustomer, tmp_path: Path
) -> None:
    mine, both = tmp_path / f"{WHO}身份证.txt", tmp_path / "样本.txt"
    mine.write_text(WHO, "utf-8")
    both.write_text("catalogue", "utf-8")
    attach(ws, "customer", person.id, [mine, both])
    attach(ws, "customer", person.id + 1, [both])
    backup_now(ws, reason="import")
    done = commands.erase(ws, "customer", person.id, REASON)
    assert done.erasure.counts["documents"] == 2
    assert left_in(ws) == set()
    kept = [path.read_text("utf-8") for path in folder(ws.path).rglob("*") if path.is_file()]
    assert kept == ["catalogue"]
    commands.renew_backups(ws, done)
    held = [path.read_text("utf-8") for path in (backup.folder(ws.path) / "files").rglob("*") if path.is_file()]
    assert held == ["catalogue"]
    assert safety.check(ws) == []


def test_files_of_a_quote_that_stays_are_kept_with_it(
    ws: Workspace, person: customers.NewCustomer, tmp_path: Path
) -> None:
    sent = quote(ws, person.id, person.contact)
    sales.mark_sent(ws, sent)
    signed = tmp_path / "signed.txt"
    signed.write_text("signed", "utf-8")
    attach(ws, "quote", sent, [signed])
    commands.erase(ws, "customer", person.id, REASON)
    assert queries.count(ws, "document") == 1
    assert safety.check(ws) == []


def test_one_that_was_merged_into_the_person_goes_as_well(ws: Workspace) -> None:
    first = customers.create(ws, {"name": WHO, "mobile": "13812345678"}).id
    other = customers.create(ws, {"name": "昆山恒瑞精密", "email": "nana@hengrui.example"}).id
    merge(ws, [first, other], first)
    assert left_in(ws)
    commands.erase(ws, "customer", first, REASON)
    assert left_in(ws, (WHO, "昆山恒瑞精密", "13812345678", "nana@")) == set()
    assert safety.check(ws) == []
    assert not listing(ws)


def test_the_person_is_taken_out_of_the_notes_of_others_when_wanted(
    ws: Workspace, person: customers.NewCustomer
) -> None:
    other = person.id + 1
    records.update(ws, "customer", other, {"notes": f"{WHO}介绍来的，电话 13812345678"})
    records.update(ws, "customer", other, {"notes": f"{WHO}介绍来的"})
    records.update(ws, "customer", other, {"preferences": "上午打"})
    what = erasing.extent(ws, "customer", person.id)
    assert [(one.kind, one.id) for one in erasing.elsewhere(ws, what)] == [("customer", other)]
    done = commands.erase(ws, "customer", person.id, REASON, elsewhere=True)
    assert not done.mentions
    assert left_in(ws, (WHO, "13812345678")) == set()
    assert queries.get(ws, "customer", other)["notes"] == "…介绍来的"
    for _step in range(2):
        assert not history.undo(ws).kept
    assert queries.get(ws, "customer", other)["notes"] == "…介绍来的，电话 …"
    while history.undoable(ws):
        history.undo(ws)
    assert safety.check(ws) == []


def test_other_texts_are_also_own_fields_lists_views_calls_and_phrases(
    ws: Workspace, person: customers.NewCustomer
) -> None:
    other = person.id + 1
    told = fields.add_field(ws, "customer", "介绍", "text").name
    call = fields.add_field(ws, "customer", "备用电话", "phone").name
    sort = fields.add_field(ws, "customer", "圈子", "choice", choices=[f"{WHO}的朋友"]).name
    fields.add_field(ws, "contact", f"{WHO}的备注", "text")
    records.update(ws, "customer", other, {told: f'"{WHO}" 介绍来的', call: "138 1234 5678", "tags": [f"{WHO}老乡"]})
    records.update(ws, "customer", other, {sort: values(ws, "customer", sort)[0].code, "source": f"{WHO}介绍"})
    save_view(ws, f"{WHO}那边的", (Condition("notes", "contains", WHO),))
    with ws.operation("x") as op:
        op.insert("calling", {"customer": other, "week": date(2026, 7, 20), "outcome": f"{WHO}说不要了"})
    assert {word for _file, word in left_in(ws)} >= {WHO, "13812345678"}

    commands.erase(ws, "customer", person.id, REASON, elsewhere=True)

    assert left_in(ws) == set()
    left = queries.get(ws, "customer", other)
    assert (left[told], left[call], left["tags"], left["source"]) == ('"…" 介绍来的', None, ("…老乡",), "…介绍")
    assert [one.label for one in values(ws, "customer", sort)] == ["…的朋友"]
    assert [one.label for one in own_views(ws)] == ["…那边的"]
    assert safety.check(ws) == []
    with suppress(NotFound):
        while True:
            history.undo(ws)
    assert left_in(ws) == set()


def test_going_back_before_an_erasure_tells_of_it_and_erases_again(
    ws: Workspace, person: customers.NewCustomer, tmp_path: Path
) -> None:
    copy = backup_now(ws, tmp_path / "copy.kebu").path
    commands.erase(ws, "customer", person.id, REASON, elsewhere=True)
    later = backup_now(ws, tmp_path / "later.kebu").path
    assert coming_back(ws, later) == []
    (back,) = coming_back(ws, copy)
    assert (back.kind, back.id, back.reason, back.elsewhere, back.sent) == ("customer", person.id, REASON, True, False)
    (line,) = told(ws, [back])
    assert REASON in line
    assert WHO not in line

    fresh = restore(ws, copy, open_workspace)
    try:
        assert queries.search(fresh, WHO)
        assert erasing.erasures(fresh) == []
        assert len(erase_again(fresh, [back])) == 1
        assert erase_again(fresh, [back]) == []
        assert left_in(fresh) == set()
        assert [one.reason for one in erasing.erasures(fresh)] == [REASON]
    finally:
        fresh.close()


def test_another_book_brings_nobody_back(ws: Workspace, person: customers.NewCustomer, tmp_path: Path) -> None:
    other = create_workspace(tmp_path / "other.kebu")
    customers.create(other, {"name": "外人"})
    copy = backup_now(other, tmp_path / "strangers.kebu").path
    other.close()
    commands.erase(ws, "customer", person.id, REASON)
    assert coming_back(ws, copy) == []
