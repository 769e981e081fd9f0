"""What the palette finds: records, the last opened ones, commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.records import queries
from app.shared.i18n import _, translate
from ui.shell.page import Action, PageSpec, Services
from ui.shell.palette import Item
from ui.widgets.painting import find_places

ICONS = {
    "customer": "building-2", "contact": "user", "product": "package", "quote": "file-text",
    "activity": "message-square", "reminder": "alarm-clock",
}


class Finder:
    """Answers the palette.

    Args:
        services: the window's services. specs: the pages, for commands.
        own: the window's own commands.
    """

    def __init__(self, services: Services, specs: Sequence[PageSpec], own: Callable[[], Sequence[Action]]) -> None:
        self._s, self._specs, self._own = services, specs, own

    def __call__(self, text: str) -> list[Item]:
        """Rows for what is typed: ``>`` commands only, ``#`` document numbers only, nothing: the last opened."""
        if text.startswith(">"):
            return self._commands(text[1:].strip())
        if text.startswith("#"):
            numbered = [t.name for t in self._s.ws.dictionary.types if t.number]
            return self._records(text[1:].strip(), numbered)
        return [*self._records(text, None), *self._commands(text)[:6]] if text else self._recent()

    def _recent(self) -> list[Item]:
        out: list[Item] = []
        for kind, number in self._s.router.recent:
            title = queries.titles(self._s.ws, kind, (number,)).get(number)
            if title is not None:
                out.append(self._record(kind, number, title, "", ""))
        return [Item(_("Opened last")), *out] if out else self._commands("")

    def _records(self, text: str, kinds: Sequence[str] | None) -> list[Item]:
        if not text:
            return []
        out: list[Item] = []
        group = None
        hits = queries.search(self._s.ws, text, kinds=kinds, limit=12)
        order = list(dict.fromkeys(hit.kind for hit in hits))
        for hit in sorted(hits, key=lambda found: order.index(found.kind)):
            if not self._s.router.can_open(hit.kind) and not hit.parent:
                continue
            if hit.kind != group:
                group = hit.kind
                out.append(Item(translate(self._s.ws.dictionary.type(hit.kind).label_plural)))
            out.append(self._record(hit.kind, hit.id, hit.title, hit.detail, text, hit.parent))
        return out

    def _record(self, kind: str, number: int, title: str, detail: str, text: str, parent: int = 0) -> Item:
        router = self._s.router
        target = (kind, number) if router.can_open(kind) else ("customer", parent)
        return Item(
            title, lambda: router.open(*target), ICONS.get(kind, "file-text"), detail or " ",
            marks=tuple(find_places(title, text)), detail_marks=tuple(find_places(detail, text)),
            copy=_digits(detail),
        )

    def _commands(self, text: str) -> list[Item]:
        out: list[Item] = []
        page = self._s.router.page
        for action in (*(page.actions_list() if page else ()), *self._own()):
            self._add(out, action, text, action.run)
        for spec in self._specs:
            for action in (*spec.new, *spec.commands):
                self._add(out, action, text, lambda run=action.run: run(self._s))
            if spec.section:
                self._add(out, Action(spec.title, print, icon=spec.icon), text, lambda name=spec.name: self._s.router.open(name))
        return [Item(_("Commands")), *out] if out else []

    @staticmethod
    def _add(out: list[Item], action: Action, text: str, run: Callable[[], object]) -> None:
        said = translate(action.text)
        marks = find_places(said, text)
        if (not text or marks) and all(said != item.title for item in out):
            key = action.key if "+" in action.key else ""
            out.append(Item(said, run, action.icon, key=key.replace("+", " "), marks=tuple(marks)))


def _digits(detail: str) -> str:
    parts = [part for part in detail.replace("·", "\n").split("\n") if sum(char.isdigit() for char in part) >= 5]
    return parts[0].strip() if parts else ""
