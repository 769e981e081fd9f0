"""What happened with a customer, in the words of the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.followups.records import ACTIVITY_KINDS
from app.followups.timeline import Entry
from app.records.workspace import Workspace
from app.sales.records import QUOTE_STATUSES
from app.shared.date_words import within
from app.shared.dates import show_day, show_wall
from app.shared.i18n import N_, Own, _, language, ngettext, translate
from app.shared.money import format_amount
from ui.widgets.timeline import Entry as Shown
from ui.widgets.values import KIND_ICONS

ICONS = {**KIND_ICONS, "quote": "file-text", "reminder": "circle-check", "import": "file-up"}
WORDS = {
    "call": N_("Calls"),
    "visit": N_("Visits"),
    "message": N_("Messages"),
    "email": N_("E-mails"),
    "meeting": N_("Meetings"),
    "note": N_("Notes"),
    "quote": N_("Quotes"),
    "reminder": N_("Reminders done"),
    "import": N_("Imports"),
}
_TONES = {"draft": "acc", "sent": "inf", "won": "ok", "lost": ""}
_NAMES = {one.code: one.label for one in ACTIVITY_KINDS}
_PLAIN = 20


def shown(entries: Sequence[Entry], today: date) -> list[Shown]:
    """The entries as the timeline shows them; months get a heading after the first twenty."""
    out: list[Shown] = []
    month = ""
    for number, entry in enumerate(entries):
        name = entry.at.strftime("%Y-%m")
        heading = _month(entry.at.date()) if number >= _PLAIN and name != month else ""
        month = name
        out.append(_one(entry, today, heading))
    return out


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月" if language() == "zh_CN" else f"{day:%B} {day.year}"


def _one(entry: Entry, today: date, heading: str) -> Shown:
    key = (entry.source, entry.id)
    day = show_day(entry.at.date(), today, language())
    icon = ICONS.get(entry.kind, "message-circle")
    if entry.kind == "quote":
        status = next((translate(one.label) for one in QUOTE_STATUSES if one.code == entry.status), "")
        amount = format_amount(entry.amount, entry.currency, language()) if entry.amount is not None else ""
        title = _("Quote {number}").format(number=entry.title)
        note = quote_note(entry, today)
        return Shown(key, day, icon, title, note, "", status, _TONES.get(entry.status, ""), amount, heading)
    if entry.kind == "reminder":
        return Shown(key, day, icon, _("Done: {task}").format(task=entry.title), heading=heading)
    if entry.kind == "import":
        return Shown(key, day, icon, entry.title, heading=heading)
    title = f"{_conversation(entry)} {entry.who}".strip()
    aside = " · ".join(filter(None, (entry.place, duration(entry.minutes), entry.author)))
    return Shown(
        key, day, icon, title, entry.text, aside, entry.outcome, entry.tone, heading=heading, files=entry.files,
        color=entry.kind_tone,
    )  # fmt: skip


def _conversation(entry: Entry) -> str:
    """The kind of a conversation: as the user calls it, else by its own name."""
    return entry.word or translate(_NAMES.get(entry.kind, entry.kind))


def kind_word(ws: Workspace, kind: str) -> str:
    """What entries of a kind are called, in the language in use."""
    choice = ws.dictionary.type("activity").field("kind").choice(kind)
    if choice is not None and (isinstance(choice.label, Own) or kind not in WORDS):
        return translate(choice.label)
    return translate(WORDS[kind]) if kind in WORDS else kind


def quote_note(entry: Entry, today: date) -> str:
    """What stands under a quote: the project, and until when it holds."""
    until = ""
    if entry.until is not None:
        until = _("valid until {day}").format(day=within(show_day(entry.until, today, language())))
    return ", ".join(part for part in (entry.text, until) if part)


def duration(minutes: int | None) -> str:
    """How long a conversation was."""
    if not minutes:
        return ""
    if minutes < 60:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    hours, rest = divmod(minutes, 60)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def brief(entry: Entry, today: date) -> tuple[str, str, str]:
    """An entry in a side pane: its icon, one line, and when it was."""
    one = _one(entry, today, "")
    line = one.title
    if entry.source == "activity" and entry.text:
        line = f"{_conversation(entry)} · {' '.join(entry.text.split())}"
    elif one.tag:
        line = f"{one.title} {one.tag}"
    when = (
        show_day(entry.at.date(), today, language())
        if entry.kind == "quote"
        else show_wall(entry.at, today, language())
    )
    return one.icon, line, " · ".join(part for part in (when, entry.who, one.amount) if part)
