"""Every step of an import with a look of its own, and how one gets there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox

from installer.import_files import PASSWORD
from installer.stage import Stage, State
from installer.unreached import UnreachedError

LIST = "QListView"


def _drop(name: str) -> Callable[[Stage], object]:
    """Drop a file on the window."""
    return lambda stage: stage.window.router.open("import", paths=[stage.files[name]])


def _column(word: str) -> Callable[[Stage], object]:
    """Go to the column whose header has a word."""

    def go(stage: Stage) -> None:
        mapping = stage.page.mapping
        found = [
            one.index for one in mapping.session.proposal(mapping.session.at).columns if word in str(one.header or "")
        ]
        if not found:
            raise UnreachedError(f"there is no column “{word}”")
        mapping.view.setCurrentIndex(mapping.view.model().index(mapping.view.currentIndex().row(), found[0]))

    return go


def _next(stage: Stage) -> None:
    stage.page.next.click()


def _tile(code: str) -> Callable[[Stage], object]:
    def show(stage: Stage) -> None:
        from ui.transfer import tiles

        tile = stage.page.review.tiles.tiles[getattr(tiles, code)]
        if not tile.isVisible():
            raise UnreachedError(f"nothing of the review is {code}")
        tile.click()

    return show


def _unfold(box: Callable[[Any], QComboBox]) -> Callable[[Stage], object]:
    return lambda stage: stage.unfold(box(stage.page))


def _value(stage: Stage) -> None:
    boxes = stage.page.mapping.pane.findChildren(QComboBox)
    stage.unfold(next(one for one in boxes if one.isVisible() and one.count() > 3))


def _problem(stage: Stage) -> None:
    table = stage.page.review.table
    table.setFocus()
    table.step(0)
    table.edit_value()


def _keep(stage: Stage) -> None:
    mapping = stage.page.mapping
    session = mapping.session
    mapping._change(7, ())
    mapping.memory.keep(session.learned(session.at), "业务部总表")


def _nothing(_stage: Stage) -> None:
    return None


MIXED = (_drop("mixed"), _nothing)
REVIEW = (*MIXED, _next, _nothing, _nothing)
ROUND = (_drop("round"), _nothing, _next, _nothing, _nothing)

IMPORT = (
    State("import-choose", "import", (), "ChooseStep"),
    State("import-choose-empty", "import", ("Ctrl+V",), "ChooseStep"),
    State("import-password", "import", (_drop("locked"), _nothing), "AskPassword", over=True),
    State(
        "import-password-wrong", "import", (_drop("locked"), _nothing, "'12", "Return", _nothing), "AskPassword", True
    ),
    State("import-locked", "import", (_drop("locked"), _nothing, f"'{PASSWORD}", "Return", _nothing), "MappingStep"),
    State("import-mapping-hidden", "import", MIXED, "HiddenNote"),
    State("import-mapping-menu", "import", (*MIXED, _column("联系人"), "Space"), "QMenu", over=True),
    State("import-mapping-kinds", "import", (*MIXED, _unfold(lambda page: page.mapping.kinds)), LIST, over=True),
    State("import-mapping-headers", "import", (*MIXED, _unfold(lambda page: page.mapping.headers)), LIST, over=True),
    State("import-values", "import", (*MIXED, _column("状态"), _nothing, _nothing), "ValueMap"),
    State("import-values-list", "import", (*MIXED, _column("状态"), _nothing, _nothing, _value), LIST, over=True),
    State("import-days", "import", (*MIXED, _column("上次"), _nothing, _nothing), "ColumnPane"),
    State("import-phones", "import", (*MIXED, _column("电"), _nothing, _nothing), "ColumnPane"),
    State("import-memory", "import", (*MIXED, _keep, "M"), "QMenu", over=True),
    State("import-rules", "import", (*MIXED, "M", ">How doubles are found…"), "DoublesDialog", over=True),
    State("import-review", "import", REVIEW, "Compare"),
    State("import-review-modes", "import", (*REVIEW, _unfold(lambda page: page.review.mode)), LIST, over=True),
    State("import-review-new", "import", (*REVIEW, _tile("NEW")), "RowsTable"),
    State("import-review-there", "import", (*REVIEW, _tile("UPDATES"), _nothing), "RowsBox"),
    State("import-review-problems", "import", (*REVIEW, _tile("PROBLEMS")), "ProblemBox"),
    State("import-review-alike", "import", (*REVIEW, "A"), "QMenu", over=True),
    State("import-review-problem", "import", (*REVIEW, _problem), "DoubtTable"),
    State("import-trip", "import", ROUND, "ChoiceTable"),
    State("import-trip-conflicts", "import", (*ROUND, _tile("CLASHES")), "ChoiceTable"),
    State("import-trip-gone", "import", (*ROUND, _tile("GONE")), "ChoiceTable"),
    State("import-done", "import", (*REVIEW, "1", "Ctrl+Return", _nothing, _nothing, _nothing), "DoneStep"),
    State("import-undone", "import", (*REVIEW, "Ctrl+Return", _nothing, _nothing, _nothing, "U", _nothing), "DoneStep"),
    State("import-earlier", "import", (">What went where",), "EarlierImports"),
)
