"""Pages of a stack that are made late."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.late_stack import LateStack


def test_pages_are_prepared_one_after_the_other_while_the_first_is_shown(qtbot) -> None:
    made: list[str] = []

    def maker(name: str):
        def make() -> QWidget:
            made.append(name)
            return QLabel(name)

        return make

    stack = LateStack([maker(name) for name in "abc"])
    qtbot.addWidget(stack)
    stack.go(0)
    assert made == ["a"], "only what is shown is made at once"
    stack.prepare()
    assert made == ["a"], "the page that is shown is drawn first"
    qtbot.waitUntil(lambda: all(isinstance(stack.widget(place), QLabel) for place in range(3)))
    assert made == [*"abc"]
    assert stack.currentIndex() == 0


def test_a_page_that_is_asked_for_meanwhile_is_made_once_and_shown(qtbot) -> None:
    made: list[int] = []
    stack = LateStack([lambda at=at: (made.append(at), QLabel(str(at)))[1] for at in range(4)])
    qtbot.addWidget(stack)
    stack.go(0)
    stack.prepare()
    qtbot.waitUntil(lambda: 1 in made)
    stack.go(1)
    stack.go(3)
    assert stack.currentWidget().text() == "3"
    qtbot.waitUntil(lambda: 2 in made)
    qtbot.wait(60)
    assert sorted(made) == [0, 1, 2, 3]
    assert [stack.widget(place).text() for place in range(stack.count())] == ["0", "1", "2", "3"]
    assert stack.currentWidget().text() == "3"
