"""How facts of a customer are said wherever they stand."""

from __future__ import annotations

from datetime import date, datetime

from app.customers.rules import short_place
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.dates import show_day, show_wall
from app.shared.i18n import language
from ui.widgets.values import color

STATUS_TONES = {"active": "ok", "prospect": "inf", "public_pool": "open", "dormant": "warn", "lost": "plain"}


def status_tone(ws: Workspace, code: str | None) -> str:
    """The tone of a status: the user's, else the program's."""
    return color(ws, "customer", "status", code) or STATUS_TONES.get(code or "", "")


def region(record: Record) -> str:
    """Province and city in short, each once: 江苏 苏州, 上海."""
    parts = dict.fromkeys(short_place(part) for part in (record.get("province"), record.get("city")) if part)
    return " ".join(parts)


def full_address(record: Record) -> str:
    """The whole address in one line; what the street's line says already is not said again."""
    street = record.get("address") or ""
    parts = [part for part in (record.get("province"), record.get("city")) if part and part not in street]
    if language() == "zh_CN" or not "".join((*parts, street)).isascii():
        return "".join((*dict.fromkeys(parts), street))
    return ", ".join((*([street] if street else []), *reversed(dict.fromkeys(parts))))


def due_words(
    day: date | None, following: tuple[datetime, bool, str] | None, today: date, *, task: bool = False
) -> str:
    """The next follow-up: the day, the hour when a reminder has one, and what is to be done."""
    if following is not None and (day is None or following[0].date() <= day):
        when, all_day, text = following
        said = (
            show_day(when.date(), today, language())
            if all_day or when.date() < today
            else show_wall(when, today, language())
        )
        return f"{said} {text.splitlines()[0]}" if task and text else said
    return show_day(day, today, language()) if day else ""


def due_tone(day: date | None, today: date) -> str:
    """Red when it is past, blue when it is today."""
    if day is None or day > today:
        return ""
    return "danger" if day < today else "accent"
