"""Every dialog, menu, popup and pane of the window with a look of its own, and how one gets there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox

from app.records import queries
from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from installer.stage import Stage, State
from installer.states_import import IMPORT

SAID = "'拜访 周建明 同意降价3% 下周三下午3点 回访|visit 周建明, wants 2 units, next Wed 3pm call back"
CARD = "姓名：沈丽\n职位：采购经理\n手机：13800006677\n邮箱：shenli@example.com\n苏州工业园区星湖街 88 号"
LIST = "QListView"


def _section(code: str) -> Callable[[Stage], object]:
    return lambda stage: stage.window.router.open("settings", section=code)


def _personal(stage: Stage) -> None:
    stage.window.router.open("erasure", about=("customer", stage.record("customer")))


def _reason(stage: Stage) -> None:
    stage.page.box.reason.setFocus()


def _list(name: str) -> Callable[[Stage], object]:
    """Unfold a box, found by its accessible name."""

    def unfold(stage: Stage) -> None:
        boxes = [one for room in stage.rooms() for one in room.findChildren(QComboBox) if one.isVisible()]
        stage.unfold(next(one for one in boxes if one.accessibleName() == _(name)))

    return unfold


def _facts(stage: Stage) -> None:
    """To the right column of a card, which is a tab in a narrow window."""
    stage.page.show_facts()


def _crash(stage: Stage) -> None:
    from ui.runtime.crash import CrashHandler, start_log

    handler = stage.files.setdefault("crash", CrashHandler(start_log()))
    handler.parent = stage.window
    try:
        raise ZeroDivisionError("division by zero")
    except ZeroDivisionError as error:
        handler.show(error)


def _start(stage: Stage) -> None:
    from ui.runtime.books import Books
    from ui.runtime.start_dialog import ask_for_book

    path = stage.window.services.ws.path.with_name("客户 2019.kebu")
    books: Any = stage.window.books or Books(lambda *_: None, lambda *_: None, None)
    ask_for_book(path, KebuError(N_("There is no book “{name}”."), name=path), books)


def _error(stage: Stage) -> None:
    messages = stage.window.messages
    messages.error(KebuError(N_("The mapping does not fit this sheet: its columns are others.")))


def _due(stage: Stage) -> None:
    """A reminder that has just become due."""
    from ui.shell.notice import NoticeLine

    line = NoticeLine()
    stage.window.put_notice(line)
    line.show_texts(_("Now"), "确认二号线的数量和交期", "无锡拓嘉新材料有限公司 · 吴磊 · 153 0000 2037")


def _tick(*rows: int) -> Callable[[Stage], object]:
    def tick(stage: Stage) -> None:
        table = stage.page.table
        table.setFocus()
        for row in rows:
            table.setCurrentIndex(table.model().index(row, table.currentIndex().column()))
            stage.key("Space")

    return tick


def _hover(name: str) -> Callable[[Stage], object]:
    return lambda stage: stage.hover(getattr(stage.window.top, name))


def _answer(number: str) -> Callable[[Stage], object]:
    def answer(stage: Stage) -> None:
        from ui.shell.calling import answer as come

        come(stage.window, number)

    return answer


def _paste(text: str) -> Callable[[Stage], object]:
    def paste(_stage: Stage) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(text)

    return paste


WINDOW = (
    State("window-palette-empty", "today", ("Ctrl+K",), "Palette"),
    State("window-palette-letters", "today", ("Ctrl+K", "'szhr"), "Palette"),
    State("window-palette-commands", "today", ("Ctrl+K", "'>"), "Palette"),
    State("window-palette-unknown", "today", ("Ctrl+K", "'13900001234"), "Palette"),
    State("window-new", "today", ("Ctrl+N",), "QMenu", over=True),
    State("window-log", "today", ("Ctrl+Shift+L",), "LogPopup"),
    State("window-log-found", "history", ("Ctrl+Shift+L", "'sz"), "PopupList"),
    State("window-log-chips", "customer", ("Ctrl+Shift+L", SAID), "LogPopup"),
    State(
        "window-log-kind", "customer", ("Ctrl+Shift+L", SAID, lambda s: s.find("LogPopup").log.kind.click()), "QMenu"
    ),
    State("window-keys", "customers", ("F1",), "KeysDialog", over=True),
    State("window-keys-today", "today", ("F1",), "KeysDialog", over=True),
    State("window-dates", "today", ("F1", "D"), "DateHelp", over=True),
    State("window-tip", "today", (_hover("back"),), "QLabel", over=True),
    State("window-notice", "today", (_due,), "NoticeLine"),
    State("window-error", "customers", (_error,), "QMessageBox", over=True),
    State("window-deleted", "customer", (">More", ">Delete customer"), "Toast"),
    State("window-crash", "today", (_crash,), "CrashDialog", over=True),
    State("window-start", "today", (_start,), "QMessageBox", over=True),
    State("window-call", "today", (_answer("15300002000"),), "Palette"),
    State("window-toast", "today", ("Space",), "Toast"),
)

TODAY = (
    State("today-put-off", "today", ("S",), "QMenu", over=True),
    State("today-put-off-day", "today", ("S", ">&Date…", "'下周三下午3点|next Wed 3pm"), "AskLine", over=True),
    State("today-more", "today", ("M",), "QMenu", over=True),
    State("today-more-earlier", "today", ("M", ">Remind &earlier", "Right"), "QMenu", over=True),
    State("today-repeat", "today", ("M", ">&Repeat…", "'每月最后一个工作日|every Monday 9am"), "AskLine", over=True),
    State("today-edit", "today", ("E",), "ReminderDialog", over=True),
    State("today-log", "today", ("L", "'谈好了 下周三 送样品|agreed, next Wed bring samples"), "QuickLog"),
    State("today-next", "today", ("Space", "'下周三 回访|next Wed call back"), "AddLine"),
    State("today-add", "today", ("N", "'明天下午3点 打电话给沈丽|tomorrow 3pm call Shen Li"), "AddLine"),
    State("today-call", "today", ("C", "Space"), "QMenu", over=True),
    State("today-call-other", "today", ("C", "Space", ">&Other…"), "AskLine", over=True),
    State("today-target", "today", ("T",), "MonthPane"),
    State("today-target-wrong", "today", ("T", "'三十万吧|a lot", "Return"), "MonthPane"),
    State("missed-day", "missed", ("4", "'下周五|next Friday"), "AskLine", over=True),
    State("calendar-week", "calendar", ("W",), "CalendarGrid"),
    State("calendar-add", "calendar", ("N", "'下午3点 打电话给沈丽|3pm call Shen Li"), "AskLine", over=True),
    State("calendar-more", "calendar", ("M",), "QMenu", over=True),
    State("calendar-edit", "calendar", ("E",), "ReminderDialog", over=True),
    State("rules-below", "rules", (lambda s: s.page.area.verticalScrollBar().setValue(9999),), "RuleBox"),
)

CUSTOMERS = (
    State("customers-ticked", "customers", (_tick(1, 3, 4),), "BulkBar"),
    State("customers-level", "customers", (_tick(1, 3), ">Level…"), "QMenu", over=True),
    State("customers-field", "customers", (_tick(1, 3), ">Field…"), "FieldDialog", over=True),
    State("customers-tags", "customers", (_tick(1, 3), lambda s: s.page.bulk.tags.click()), "AskLine", over=True),
    State("customers-remind", "customers", ("F", "'下周三 回访|next Wed call back"), "AskLine", over=True),
    State("customers-merge", "customers", (_tick(1, 3), "M"), "MergePane"),
    State("customers-columns", "customers", (">Choose columns",), "ColumnsMenu", over=True),
    State("customers-condition", "customers", ("C",), "ConditionDialog", over=True),
    State("customers-or", "customers", ("C", ">Or…", ">Or…"), "ConditionDialog", over=True),
    State("customers-condition-list", "customers", ("C", _list("Field")), LIST, over=True),
    State("customers-condition-wrong", "customers", ("C", ">Add"), "ConditionDialog", over=True),
    State("customers-city", "customers", (">City",), "QMenu", over=True),
    State("customers-filtered", "customers", ("/", "'sz"), "FilterBar"),
    State("customers-nothing", "customers", ("/", "'zzzzqq"), "EmptyState"),
    State(
        "customers-save",
        "customers",
        ("/", "'sz", lambda s: s.page.table.setFocus(), "V", "'苏州|Suzhou"),
        "AskLine",
        True,
    ),
    State("customers-cell", "customers", ("F2",), "RecordTable"),
    State("customers-cell-level", "customers", ("Right", "Right", "F2"), "RecordTable"),
    State("customers-sort", "customers", ("S",), "QMenu", over=True),
    State("customers-preview", "customers", ("Ctrl+\\",), "RecordTable"),
    State("new-customer", "customers", ("N",), "NewCustomer", over=True),
    State(
        "new-customer-pasted", "customers", (_paste(CARD), "N", ">Fill from the clipboard"), "NewCustomer", over=True
    ),
    State("new-customer-wrong", "customers", ("N", ">Add customer"), "NewCustomer", over=True),
    State("duplicates-merged", "duplicates", ("2",), "EmptyState"),
)

CARD_STATES = (
    State("card-log", "customer", ("L", SAID), "QuickLog"),
    State("card-log-who", "customer", ("L", SAID, lambda s: s.page.log.person.click()), "QMenu", over=True),
    State("card-phrases", "customer", ("L", "'/"), "PopupList"),
    State("card-more", "customer", (">More",), "QMenu", over=True),
    State("card-edit", "customer", ("E",), "RecordForm"),
    State("card-remind", "customer", ("F", "'下周三下午3点 回访|next Wed 3pm call back"), "AskLine", over=True),
    State("card-contact-new", "customer", (_facts, ">Add a contact"), "_NewContact"),
    State(
        "card-contact-edit",
        "customer",
        (_facts, lambda s: s.page.contacts.edit(s.page.contacts._contacts[0].id)),
        "RecordForm",
    ),
    State("card-contact-menu", "customer", (_facts, lambda s: _contact_menu(s)), "QMenu", over=True),
    State("card-conversation", "customer", (lambda s: _activity(s),), "ActivityDialog", over=True),
    State("card-reminder", "customer", ("R", "Return"), "ReminderDialog", over=True),
    State(
        "card-relation",
        "customer",
        (_facts, ">Add a relation", ">Head office…", "'sz"),
        "AskCustomer",
        over=True,
    ),
    State("card-code", "customer", (">More", ">Take it with a phone"), "QrDialog", over=True),
    State("card-files", "customer", ("D",), "DocumentsSection"),
    State("card-file-rename", "customer", ("D", "F2"), "AskLine", over=True),
    State("card-history", "customer", ("H",), "HistoryPage"),
    State("card-personal", "customer", (_personal, "Tab"), "EraseBox"),
    State(
        "card-erase",
        "customer",
        (_personal, _reason, "'7月3日来信|letter of 3 July", ">Erase for good…"),
        "QMessageBox",
        over=True,
    ),
    State("card-print", "customer", ("Ctrl+P",), "PrintPage"),
    State("list-print", "customers", ("Ctrl+P",), "PrintPage"),
    State("history-kinds", "history", (">Kind",), "QMenu", over=True),
    State("history-days", "history", (">Day",), "QMenu", over=True),
    State("history-messages", "history", (">Messages",), "HistoryPage"),
    State("trash-keep", "trash", (">Kept for ever",), "QMenu", over=True),
    State("trash-forget", "trash", ("Del",), "QMessageBox", over=True),
)


def _contact_menu(stage: Stage) -> None:
    section = stage.page.contacts
    section._menu(section._contacts[0], section)


def _activity(stage: Stage) -> None:
    kind, number = next(one.key for one in stage.page.timeline.entries.entries if one.key[0] == "activity")
    stage.page.edit_entry(kind, number)


SALES = (
    State("quote-cell", "quote", (lambda s: s.page.grid.setFocus(), "F2", lambda s: s.write(_product(s))), "PopupList"),
    State("quote-columns", "quote", (lambda s: _grid_columns(s),), "QMenu", over=True),
    State("quote-terms", "quote", (">Standard terms",), "QMenu", over=True),
    State("quote-versions", "quote", (">Sent versions",), "QMenu", over=True),
    State("quote-preview", "quote", (lambda s: s.page.desk.toggle(),), "QuotePage"),
    State("products-new", "products", ("N",), "NewRecord", over=True),
    State("products-new-wrong", "products", ("N", "Return"), "NewRecord", over=True),
    State("products-pane", "products", ("Ctrl+\\",), "RecordTable"),
)


def _product(stage: Stage) -> str:
    """The first sign of the first product's name."""
    ws = stage.window.services.ws
    numbers = queries.ids(ws, "product", limit=1)
    return queries.titles(ws, "product", numbers)[numbers[0]][:1]


def _grid_columns(stage: Stage) -> None:
    head = stage.page.grid.horizontalHeader()
    head.customContextMenuRequested.emit(head.rect().center())


SETTINGS = (
    *(
        State(f"settings-{code}", "settings", (_section(code),))
        for code in ("company", "fields", "quotes", "reminders")
    ),
    State("settings-safety", "settings", (_section("safety"),), "SafetySection"),
    State("settings-look", "settings", (_section("look"),), "LookSection"),
    State("settings-lists", "settings", (_section("fields"), ">Lists of values"), "ValueList"),
    State("settings-field-new", "settings", (_section("fields"), ">New field…"), "FieldDialog", over=True),
    State("settings-field-kinds", "settings", (_section("fields"), ">New field…", _list("Kind")), LIST, over=True),
    State(
        "settings-value-new", "settings", (_section("fields"), ">Lists of values", ">New value…"), "AskLine", over=True
    ),
    State("settings-value-colour", "settings", (_section("fields"), ">Lists of values", ">Colour"), "QMenu", over=True),
    State("settings-currency", "settings", (_section("quotes"), _list("Currency")), LIST, over=True),
    State("settings-go-back", "settings", (_section("safety"), ">Go back to this"), "QMessageBox", over=True),
)

STATES = (*WINDOW, *TODAY, *CUSTOMERS, *CARD_STATES, *SALES, *SETTINGS, *IMPORT)
