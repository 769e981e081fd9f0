"""The views in the sidebar: what stands there at first, their counts, putting one there and taking it off."""

from __future__ import annotations

from app.customers import pinned, views
from app.records import history
from app.records.commands import create, update
from app.records.queries import Condition
from app.records.workspace import Workspace
from ui.shell.window import MainWindow


def shown(window: MainWindow) -> dict[str, int]:
    return {code: made.badge[0] for (_page, code), made in window.sidebar.pinned.buttons.items()}


def test_what_stands_there_at_first_and_follows_the_book(window: MainWindow, book: Workspace, settle) -> None:
    settle()
    assert list(shown(window)) == ["level_a", "untraded", "public_pool"]
    before = shown(window)["level_a"]
    number = create(book, "customer", {"name": "Pinned Ltd", "level": "A"}).id
    settle()
    assert shown(window)["level_a"] == before + 1
    update(book, "customer", number, {"level": "B"})
    settle()
    assert shown(window)["level_a"] == before


def test_a_click_opens_the_list_with_the_view(window: MainWindow, book: Workspace, settle) -> None:
    settle()
    window.sidebar.pinned.buttons["customers", "level_a"].click()
    settle()
    assert window.router.here.name == "customers"
    assert window.router.page.views.view.code == "level_a"
    window.sidebar.pinned.buttons["customers", "public_pool"].click()
    settle()
    assert window.router.page.views.view.code == "public_pool"


def test_a_view_of_ones_own_is_put_there_and_taken_off_and_undone(window: MainWindow, book: Workspace, settle) -> None:
    code = views.save_view(book, "Far away", (Condition("city", "=", "Ürümqi"),)).code
    window.router.open("customers", view=code)
    settle()
    window.router.page.views.menu_of(window.router.page.views.view).actions()[-1].trigger()
    settle()
    assert list(shown(window))[-1] == code
    views.rename_view(book, code, "Farther")
    settle()
    assert window.sidebar.pinned.buttons["customers", code].accessibleName().startswith("Farther")
    window.router.page.views.menu_of(window.router.page.views.view).actions()[-1].trigger()
    settle()
    assert code not in shown(window)
    history.undo(book)
    settle()
    assert code in shown(window)
    views.delete_view(book, code)
    settle()
    assert code not in shown(window)
    assert [view.code for view in pinned.pinned(book)] == ["level_a", "untraded", "public_pool"]


def test_a_narrow_sidebar_leaves_them_out(window: MainWindow, settle) -> None:
    window.resize(1440, 900)
    settle()
    assert window.sidebar.pinned.isVisible()
    window.resize(1024, 700)
    settle()
    assert not window.sidebar.pinned.isVisible()


def test_many_quick_changes_are_counted_once_more_at_their_end(window: MainWindow, book: Workspace, settle) -> None:
    settle()
    before, asked = shown(window)["level_a"], []
    run = window.services.jobs.run

    def counting(work, **how):
        asked.append(how.get("name"))
        return run(work, **how)

    window.services.jobs.run = counting
    for number in range(12):
        create(book, "customer", {"name": f"Quick {number}", "level": "A"})
    settle()
    assert shown(window)["level_a"] == before + 12
    assert asked.count("pinned") < 12
