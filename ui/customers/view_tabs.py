"""The tabs over the list: the views that every book has, and those the user saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.customers import pinned, views
from app.customers.queries import VIEWS, View, built_in
from app.customers.views import OwnView
from app.records.condition_words import said
from app.shared.i18n import N_, _, translate
from ui.customers.shown import Look
from ui.customers.tab_strip import TabStrip
from ui.runtime.application import translator
from ui.runtime.icons import icon
from ui.shell.page import Action, Services
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import label, row
from ui.widgets.buttons import Choices, button


class ViewTabs(QWidget):
    """The views. ``chosen``: another one was chosen. ``kept``: what is shown is part of a view now.

    Args:
        present: gives what the list shows now, what its view says included.
    """

    chosen = Signal(str)
    kept = Signal()

    def __init__(self, services: Services, present: Callable[[], Look]) -> None:
        super().__init__()
        self._s, self._present = services, present
        self.views: tuple[View, ...] = ()
        self.view = VIEWS[0]
        self.tabs = Choices([(view.code, view.label) for view in VIEWS], tabs=True, name=N_("Views"))
        self.strip = TabStrip(self.tabs)
        self.all = button("", "chevron-down", "plain", small=True, name=N_("All views"), on=self._offer)
        self.own = button("", "ellipsis", "plain", small=True, name=N_("Change this view"), on=self._open_menu)
        self.changed = label(N_("View changed"), "muted", "small")
        self.keep = button(N_("Keep"), "save", "plain", small=True, key="Ctrl+S", on=self._keep_in)
        self.save = button(N_("Save view"), "bookmark", "plain", small=True, key="V", on=self._save)
        parts = (self.strip, self.all, self.own, None, self.changed, self.keep, self.save)
        layout = row(*parts, gap=4, margins=(16, 6, 12, 0))
        layout.setStretch(0, 100)
        self.setLayout(layout)
        self.tabs.chosen.connect(self.chosen)
        self.strip.overfull.connect(self.all.setVisible)
        translator().changed.connect(lambda _language: QTimer.singleShot(0, self, self._explain))
        self.all.hide()
        self.offer(False)
        self.reload()

    def reload(self) -> bool:
        """Read the user's own views again; whether the current one changed or is gone."""
        held = self.view
        found = (*built_in(self._s.ws), *views.own_views(self._s.ws))
        if found != self.views:
            self.views = found
            self.tabs.set_options([(view.code, view.label) for view in self.views])
            for view in self.views:
                made = self.tabs.buttons[view.code]
                made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                made.customContextMenuRequested.connect(lambda at, made=made, view=view: self._menu(view, made, at))
            self._explain()
        self.choose(next((view.code for view in self.views if view.code == held.code), VIEWS[0].code))
        return self.view != held

    def choose(self, code: str) -> bool:
        """Mark the tab of a view without telling; False when there is none of this code."""
        found = next((view for view in self.views if view.code == code), None)
        if found is not None:
            self.view = found
            self.tabs.choose(code)
            QTimer.singleShot(0, self, lambda: self.strip.show_tab(self.tabs.buttons.get(self.view.code)))
        return found is not None

    def keys(self, choose: Callable[[str], object]) -> list[Action]:
        """The keys: a figure for each of the first nine, and saving what is filtered."""
        views = [
            Action(view.label, lambda code=view.code: choose(code), str(number), hint=False, view=True)
            for number, view in enumerate(self.views[:9], 1)
        ]
        keep = N_("Keep the changes in this view") if self._keeps else N_("Save view")
        return [
            Action(keep, self._keep_in, "Ctrl+S", icon="save", hint=self._keeps),
            Action(N_("Save view"), self._save_or_say, "V", icon="bookmark", hint=False),
            *views,
        ]

    def offer(self, on: bool) -> bool:
        """Offer to keep what is shown, when it is not what the view says; whether the keys mean something else now."""
        held, keeps = self._keeps, on and isinstance(self.view, OwnView)
        self.save.setEnabled(on)
        self.changed.setVisible(keeps)
        self.keep.setVisible(keeps)
        return held != keeps

    @property
    def _keeps(self) -> bool:
        return not self.keep.isHidden()

    def _explain(self) -> None:
        """Say in the tips of the tabs what they filter."""
        for view in self.views:
            words = [said(self._s.ws, one) for one in view.where]
            words += [f"“{view.text}”"] if isinstance(view, OwnView) and view.text else []
            self.tabs.buttons[view.code].setToolTip("\n".join(words))

    def _save_or_say(self) -> None:
        if self.save.isEnabled():
            self._save()
        else:
            self._s.messages.toast(_("Filter, sort or choose columns first; that can be saved as a view."))

    def _save(self) -> None:
        look = self._present()
        name = views.proposed(self._s.ws, self.view, look.where, look.text)
        ask = AskLine(self, N_("Save view"), N_("Save"), hint=N_("Its name, such as “Suzhou, level A”"), text=name)
        if name := ask.ask():
            self._keep(name)

    def _keep_in(self) -> None:
        """Keep what is shown in the view, when it is one of the user's own, else as a new one."""
        if self._keeps:
            self._keep(self.view.label, self.view.code)
        else:
            self._save_or_say()

    def _keep(self, name: str, code: str = "") -> None:
        look = self._present()
        kept = self._s.actions.run(
            lambda: views.save_view(self._s.ws, name, look.where, look.text, look.order, look.columns, code=code),
            said=_("View “{name}” saved").format(name=name),
        )
        if kept is not None:
            self.reload()
            self.kept.emit()
            self.chosen.emit(kept.code)

    def _rename(self, view: OwnView) -> None:
        name = AskLine(self, N_("Rename view"), N_("Rename"), text=view.label).ask()
        if name and name != view.label:
            self._s.actions.run(lambda: views.rename_view(self._s.ws, view.code, name))

    def _delete(self, view: OwnView) -> None:
        self._s.actions.run(lambda: views.delete_view(self._s.ws, view.code))

    def _turn_pin(self, view: View) -> None:
        on = any(one.code == view.code for one in pinned.pinned(self._s.ws))
        self._s.actions.run(lambda: (pinned.unpin if on else pinned.pin)(self._s.ws, view.code))

    def menu_of(self, view: View) -> QMenu:
        """What can be done to a view; one of the user's own can be changed as well."""
        menu = QMenu(self)
        on = any(one.code == view.code for one in pinned.pinned(self._s.ws))
        entries: list[tuple[str, str, Callable[[], object]]] = []
        if isinstance(view, OwnView):
            entries += [
                (N_("Rename…"), "pencil", lambda: self._rename(view)),
                (N_("Keep what is shown in it"), "save", lambda: self._keep(view.label, view.code)),
                (N_("Delete view"), "trash-2", lambda: self._delete(view)),
            ]
        pin = N_("Take off the sidebar") if on else N_("Put into the sidebar")
        entries.append((pin, "x" if on else "bookmark", lambda: self._turn_pin(view)))
        for text, sign, run in entries:
            made = menu.addAction(icon(sign), translate(text))
            made.triggered.connect(lambda _on=False, run=run: run())
            if sign == "save":
                made.setEnabled(self.save.isEnabled())
        return menu

    def _menu(self, view: View, at: QWidget, point: QPoint) -> None:
        self.menu_of(view).popup(at.mapToGlobal(point))

    def _open_menu(self) -> None:
        self.menu_of(self.view).popup(self.own.mapToGlobal(self.own.rect().bottomLeft()))

    def _offer(self) -> None:
        menu = QMenu(self)
        for view in self.views:
            made = menu.addAction(self.tabs.buttons[view.code].text().replace("&", "&&"))
            made.setCheckable(True)
            made.setChecked(view.code == self.view.code)
            made.triggered.connect(lambda _on=False, code=view.code: self.chosen.emit(code))
        menu.popup(self.all.mapToGlobal(self.all.rect().bottomLeft()))
