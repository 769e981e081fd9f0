"""Tells of reminders when they are due: on the desktop, in the window, and of missed ones in one line."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from app.followups import commands, notices
from app.followups.notifying import Telling
from app.followups.queries import Item, reminder_items
from app.followups.rules import Snooze
from app.records.workspace import ChangeSet, Workspace
from app.shared.date_words import show_day, show_wall
from app.shared.errors import BookError
from app.shared.i18n import _, language, ngettext
from app.shared.phones import pretty
from ui.runtime.settings import NOTIFY
from ui.runtime.ticker import Ticker
from ui.shell.follower import Follower
from ui.shell.notice import NoticeLine
from ui.shell.tray import Tray
from ui.shell.window import MainWindow

SECONDS = 20
# What is told, how many were missed, when it was looked, and the reminders to show.
Found = tuple[Telling, int, datetime, list[Item]]
# More at once are looked for anew in the whole book.
MANY = 500


class Notifier(Follower):
    """Looks every twenty seconds what has become due, in a job."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.tray, self.line = Tray(window), NoticeLine()
        window.put_notice(self.line)
        self.item: Item | None = None
        self._last: datetime | None = None
        self._ids: set[int] = set()
        self._looking = False
        self._waiting: list[Item] = []
        self.tray.chosen.connect(self._do)
        self.line.chosen.connect(self._do)
        self._ticker = Ticker(self, SECONDS, self.look)
        self._take(window.services.ws)

    def start(self) -> None:
        """Begin to look."""
        self._ticker.start()

    def _take(self, ws: Workspace) -> None:
        self.item, self._last, self._ids, self._waiting = None, None, set(), []
        self.line.hide()
        self.tray.clear()
        super()._take(ws)

    def _note(self, changes: ChangeSet) -> None:
        if not changes.touches("reminder"):
            return
        self._ids |= {*changes.created.get("reminder", ()), *changes.updated.get("reminder", ())}
        if len(self._ids) > MANY:
            self._ids, self._last = set(), None
        if self.item is not None and not self._due(self.item):
            self._next()

    def _due(self, item: Item) -> bool:
        """Whether a reminder that was told of is still open, and was not put off since."""
        ws = self.window.services.ws
        found = reminder_items(ws, notices.existing(ws, [item.id]))
        return bool(found) and found[0].due == item.due

    def look(self) -> None:
        """Look once; nothing is done while the last look is under way or a long task writes."""
        services = self.window.services
        if self._looking or services.ws.closed:
            return
        self._looking = True
        ids, self._ids = self._ids, set()
        work = partial(_look, services.ws, self._last, tuple(ids))

        def ended() -> None:
            self._looking = False

        job = services.jobs.run(
            lambda _progress, _cancelled: work(), name="reminders", done=self._found, failed=lambda _error: None
        )
        job.finished.connect(ended)

    def _found(self, found: Found | None) -> None:
        if found is None:
            self._last = None
            return
        telling, missed, self._last, items = found
        if missed:
            self._missed(missed)
        if not telling.now or not self.window.services.settings.get(NOTIFY):
            return
        if telling.together:
            self._together(len(telling.now))
        else:
            self._waiting += items
            if self.item is None:
                self._next()

    def _missed(self, count: int) -> None:
        """One calm line, whatever the number."""
        said = ngettext("{count} reminder was missed", "{count} reminders were missed", count).format(
            count=f"{count:,}"
        )
        here = self.window.router.here
        page = here.name if here is not None else ""
        if page != "missed":
            key = "D" if page == "today" else ""
            self.window.services.messages.toast(said, _("Look at them"), key, lambda: self.window.router.open("missed"))

    def _together(self, count: int) -> None:
        said = ngettext("{count} reminder is due", "{count} reminders are due", count).format(count=f"{count:,}")
        self.item = None
        self.line.show_texts(_("Now"), said, "", single=False)
        self.tray.tell(said, _("Open Kebu to look at them."), single=False)

    def _next(self) -> None:
        """Show the next of those that are due."""
        ws = self.window.services.ws
        left = set(notices.existing(ws, [one.id for one in self._waiting]))
        self._waiting = [one for one in self._waiting if one.id in left]
        self.line.hide()
        self.item = self._waiting.pop(0) if self._waiting else None
        if self.item is None:
            self.tray.clear()
            return
        item = self.item
        title = item.text.split("\n", 1)[0] or _("Follow up")
        who = " · ".join(part for part in (item.name, item.contact, pretty(item.phone) if item.phone else "") if part)
        today = ws.clock.today()
        when = show_day(today, today, language()) if item.all_day else show_wall(item.due, today, language())
        self.line.show_texts(when, title, who)
        self.tray.tell(title, " · ".join(part for part in (when, who) if part))

    def _do(self, action: str) -> None:
        item, services = self.item, self.window.services
        self.line.hide()
        if action == "open":
            self.window.show_up()
            about = item.about if item is not None else None
            if about is not None and services.router.can_open(about[0]):
                services.router.open(*about)
            else:
                services.router.open("today")
        elif item is not None and action == "done":
            services.actions.run(lambda: commands.done(services.ws, item.id))
        elif item is not None:
            services.actions.run(lambda: commands.snooze(services.ws, item.id, Snooze.HOUR))
        self._next()


def _look(ws: Workspace, since: datetime | None, ids: tuple[int, ...]) -> Found | None:
    """What is to be told; None when a long task is writing, and it must be asked again."""
    now = ws.clock.now_wall()
    old = 0
    try:
        if since is None:
            notices.forget(ws)
            old = notices.note_old(ws)
        telling = notices.due_now(ws, since, ids)
        if telling.all:
            notices.mark(ws, telling)
    except BookError:
        return None
    shown = () if telling.together else telling.now
    return telling, old + len(telling.missed), now, reminder_items(ws, [one.id for one in shown])
