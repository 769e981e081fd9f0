"""What the palette finds: records, the last opened ones, commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise

from app.customers.commands import create
from app.followups.queries import customer_of
from app.records import queries
from app.records.queries import Hit
from app.shared.i18n import LANGUAGES, N_, _, catalogue, language, translate
from ui.shell.page import Action, PageSpec, Services
from ui.shell.palette import Item
from ui.widgets.buttons import key_words
from ui.widgets.painting import find_places

SHOWN, MOST = 9, 24
# So many digits are a phone number to make a customer with.
PHONE = 5
VIEW = N_("View: {name}")
# Keys that only go about in a list: no commands.
MOVES = ("↑↓", "←→", "Tab", "Alt+↑↓", "Shift+↑↓")
# Also the order of the groups.
ICONS = {
    "customer": "building-2",
    "contact": "user",
    "quote": "file-text",
    "product": "package",
    "activity": "message-square",
    "reminder": "alarm-clock",
    "document": "paperclip",
}


places_of = lru_cache(maxsize=512)(find_places)


class Finder:
    """Answers the palette.

    Args:
        services: the window's services. specs: the pages, for commands.
        own: the window's own commands. again: opens the palette with another text.
    """

    def __init__(
        self,
        services: Services,
        specs: Sequence[PageSpec],
        own: Callable[[], Sequence[Action]],
        again: Callable[[str], object] = len,
    ) -> None:
        self._s, self._specs, self._own, self._again = services, specs, own, again

    def __call__(self, text: str) -> list[Item]:
        """Rows for what is typed: ``>`` commands only, ``#`` document numbers only, nothing: the last opened."""
        if text.startswith(">"):
            return self._commands(sought := text[1:].strip()) or self._nothing(_("No command fits “{text}”."), sought)
        if text.startswith("#"):
            numbered = [t.name for t in self._s.ws.dictionary.types if t.number]
            sought = text[1:].strip()
            found = self._records(sought, numbered) if sought else [Item(_("Type the number of a quote."))]
            return found or self._nothing(_("No document has the number “{text}”."), sought)
        if not text:
            return self._recent()
        found = self._records(text, None)
        commands = self._commands(text)[:6]
        if found:
            return [*found, *commands]
        # Enter on the name of a command does it, and makes no customer of that name.
        nothing = Item(_("No record fits “{text}”.").format(text=text))
        return [nothing, *commands, *self._make(text)] if commands else [nothing, *self._make(text)]

    def _nothing(self, said: str, text: str) -> list[Item]:
        """Says that nothing fits, and offers to look everywhere."""
        palette = self._again
        search = [Item(_("Search everywhere for “{text}”").format(text=text), lambda: palette(text), "search")]
        return [Item(said.format(text=text)), *(search if text else ())]

    def _make(self, text: str) -> list[Item]:
        """Offers to make a customer of that name; a number or an address is no name, and the form asks for one."""
        if not any(char.isalpha() for char in text) or "@" in text:
            if sum(map(str.isdecimal, text)) >= PHONE and self._s.router.can_open("customers"):
                router = self._s.router
                said = _("New customer with the number {number}").format(number=text)
                return [Item(said, lambda: router.open("customers", new=text), "user-plus")]
            news = [one for spec in self._specs for one in spec.new if "customer" in spec.name]
            return [Item(translate(one.text), partial(one.run, self._s), one.icon, note=_("New")) for one in news[:1]]
        ws, router = self._s.ws, self._s.router

        def make() -> None:
            made = self._s.actions.run(lambda: create(ws, {"name": text}))
            if made is not None:
                router.open("customer", made.id)

        return [Item(_("New customer “{name}”").format(name=text), make, "user-plus")]

    def _recent(self) -> list[Item]:
        out: list[Item] = []
        for kind, number in self._s.router.recent:
            found = queries.titles(self._s.ws, kind, (number,)).get(number)
            if found:
                out.append(self._record(Hit(kind, number, found, ""), "", self._levels([Hit(kind, number, found, "")])))
        return [Item(_("Opened last")), *out] if out else self._commands("")

    def _records(self, text: str, kinds: Sequence[str] | None) -> list[Item]:
        if not text:
            return []
        hits = [
            hit
            for hit in self._owned(queries.search(self._s.ws, text, kinds=kinds, limit=MOST))
            if self._s.router.can_open(hit.kind) or hit.parent
        ]
        recent = {seen: place for place, seen in enumerate(self._s.router.recent)}
        hits.sort(key=lambda hit: (rank(hit, text), recent.get((hit.kind, hit.id), MOST)))
        hits = hits[:SHOWN]
        order = {kind: place for place, kind in enumerate(ICONS)}
        hits.sort(key=lambda hit: order.get(hit.kind, MOST))
        levels, out, group = self._levels(hits), [], None
        for hit in hits:
            if hit.kind != group:
                group = hit.kind
                out.append(Item(translate(self._s.ws.dictionary.type(hit.kind).label_plural)))
            out.append(self._record(hit, text, levels))
        first = next((hit for hit in hits if hit.kind == "customer"), None)
        return [*out, *(self._acts(first.id, first.title) if first else ())]

    def _owned(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits; a document or a reminder belongs to the customer whom its record is about, which the row tells."""
        ws, out = self._s.ws, []
        for hit in hits:
            if ws.dictionary.type(hit.kind).soft_parent and not hit.parent:
                rows = queries.rows(ws, hit.kind, (hit.id,), ("about_kind", "about_id"))
                about = (rows[0]["about_kind"], rows[0]["about_id"]) if rows else ("", 0)
                owner = customer_of(ws, *about) if about[1] else None
                name = queries.titles(ws, "customer", (owner,)).get(owner, "") if owner else ""
                hit = replace(hit, parent=owner or 0, detail=hit.detail or name)
            out.append(hit)
        return out

    def _levels(self, hits: Sequence[Hit]) -> dict[int, str]:
        ids = [hit.id for hit in hits if hit.kind == "customer"]
        return (
            {one.id: str(one.get("level") or "") for one in queries.rows(self._s.ws, "customer", ids, ("level",))}
            if ids
            else {}
        )

    def _record(self, hit: Hit, text: str, levels: dict[int, str]) -> Item:
        router = self._s.router
        target = (hit.kind, hit.id) if router.can_open(hit.kind) else ("customer", hit.parent)
        return Item(
            hit.title,
            lambda: router.open(*target),
            ICONS.get(hit.kind, "file-text"),
            hit.detail or " ",
            level=levels.get(hit.id, "") if hit.kind == "customer" else "",
            marks=tuple(places_of(hit.title, text)),
            detail_marks=tuple(in_detail(hit.detail, text)),
            copy=_digits(hit.detail),
            acts=partial(self._acts, hit.id, hit.title) if hit.kind == "customer" else None,
        )

    def _acts(self, number: int, name: str) -> list[Item]:
        """What can be done to a customer, with Ctrl+1 and so on."""
        router = self._s.router
        if not router.can_open("customer"):
            return []

        def remind() -> None:
            page = router.open("customer", number)
            if page is not None:
                page.press("F")

        acts = [(N_("Log call"), "phone", lambda: router.open("customer", number, log=True))]
        if router.can_open("quotes"):
            acts.append((N_("New quote"), "file-text", lambda: router.open("quotes", customer=number)))
        acts.append((N_("Add a reminder"), "alarm-clock", remind))
        acts.append((N_("Edit"), "pencil", lambda: router.open("customer", number, edit=True)))
        items = [Item(translate(text), run, sign, key=f"Ctrl {at}") for at, (text, sign, run) in enumerate(acts, 1)]
        return [Item(_("With {name}").format(name=name)), *items]

    def _commands(self, text: str) -> list[Item]:
        out: list[Item] = []
        page = self._s.router.page
        here = [action for action in (page.actions_list() if page else ()) if action.key not in MOVES]
        for action in (*here, *self._own()):
            self._add(out, action, text, action.run)
        for spec in self._specs:
            for action in (*spec.new, *spec.commands):
                self._add(out, action, text, partial(action.run, self._s))
            if spec.section:
                self._add(
                    out,
                    Action(spec.title, print, icon=spec.icon),
                    text,
                    partial(self._s.router.open, spec.name),
                )
        return [Item(_("Commands")), *out] if out else []

    @staticmethod
    def _add(out: list[Item], action: Action, text: str, run: Callable[[], object]) -> None:
        said, here = _said(action), language()
        fits, other = all_in(said[here], text), ""
        if not fits:
            other = next((words for words in said.values() if words != said[here] and all_in(words, text)), "")
        if (fits or other) and all(said[here] != item.title for item in out):
            key = action.key if "+" in action.key else ""
            shown = key_words(key).replace("+", " ")
            marks = tuple(find_places(said[here], text) if fits else ())
            out.append(Item(said[here], run, action.icon, key=shown, note=other, marks=marks))


def all_in(words: str, text: str) -> bool:
    """Whether each word that is typed is in a text: as a part, by pinyin in a row, or by the first letters of its words."""
    firsts = "".join(word[0] for word in words.lower().split())
    return all(part.lower() in firsts or _together(words, find_places(words, part)) for part in text.split())


def _together(words: str, places: Sequence[int]) -> bool:
    """Whether letters stand side by side, but for signs; letters from all over a sentence are chance."""
    return bool(places) and not any(
        char.isalnum() for before, at in pairwise(places) for char in words[before + 1 : at]
    )


def _said(action: Action) -> dict[str, str]:
    """A command in every language that the program speaks; a view of a list says that it is one."""
    words = {code: catalogue(code).gettext(action.text) for code in LANGUAGES}
    if not action.view:
        return words
    return {code: catalogue(code).gettext(VIEW).format(name=name) for code, name in words.items()}


def rank(hit: Hit, text: str) -> int:
    """How well a record fits what was typed: 0 the very words, then the start, a part, initials in a row, with gaps, other."""
    title, sought = hit.title.casefold(), text.casefold()
    if title == sought:
        return 0
    if title.startswith(sought):
        return 1
    marked = in_detail(hit.detail, text)
    if marked and text.isdecimal() and not hit.detail[marked[-1] + 1 : marked[-1] + 2].isdecimal():
        # The last digits of a phone are what one remembers of it.
        return 1
    if sought in title or marked:
        return 2
    places = places_of(hit.title, text)
    if not places:
        return 5
    return 3 if places[-1] - places[0] == len(places) - 1 else 4


def in_detail(detail: str, text: str) -> list[int]:
    """Which letters of a detail match; digits also across the blanks and signs of a phone number."""
    sought = "".join(char for char in text if not char.isspace() and char not in "-()./")
    if not sought.isdigit():
        return find_places(detail, text) if text.casefold() in detail.casefold() else []
    places = [place for place, char in enumerate(detail) if char.isdigit()]
    at = "".join(detail[place] for place in places).find(sought)
    return places[at : at + len(sought)] if at >= 0 else []


def _digits(detail: str) -> str:
    parts = [part for part in detail.replace("·", "\n").split("\n") if sum(char.isdigit() for char in part) >= 5]
    return parts[0].strip() if parts else ""
