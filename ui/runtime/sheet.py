"""The style sheet of the window, filled with the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from PySide6.QtGui import QColor

from ui.runtime.pictures import picture_file
from ui.runtime.tokens import tokens

_SHEET = Template("""
QToolTip { background: $surfaceRaised; color: $text; border: 1px solid $borderStrong; padding: 4px 6px; }
QWidget#shell { background: $window; }
QFrame#main { background: $surface; border: 1px solid $border; border-right: 0; border-bottom: 0; border-top-left-radius: 8px; }
QFrame[line="h"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[line="v"] { background: $border; border: 0; max-width: 1px; min-width: 1px; }
QFrame[pane="sunken"] { background: $surfaceSunken; border: 0; }
QFrame[pane="bulk"] { background: $accentSoft; border: 0; border-top: 1px solid $borderStrong; }
QFrame[pane="popup"] { background: $surfaceRaised; border: 1px solid $borderStrong; border-radius: 7px; }
QFrame[pane="card"] { background: $surface; border: 1px solid $borderStrong; border-radius: 8px; }
QFrame[pane="drop"] { background: $accentSoft; border: 2px dashed $accent; border-radius: 8px; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: $textMuted; } QLabel[tone="faint"] { color: $textFaint; }
QLabel[tone="danger"] { color: $danger; } QLabel[tone="accent"] { color: $accent; }
QLabel[tone="success"] { color: $success; } QLabel[tone="warning"] { color: $warning; }

QAbstractScrollArea { border: 0; background: $surface; }
QAbstractScrollArea::corner { border: 0; background: $surface; }
QLineEdit, QComboBox, QDateEdit, QDateTimeEdit, QSpinBox, QPlainTextEdit, QTextEdit {
  background: $surfaceRaised; color: $text; border: 1px solid $border; border-bottom-color: $controlEdge;
  border-radius: 5px; padding: 0 8px; min-height: ${h28}px;
  selection-background-color: $selection; selection-color: $text; }
QPlainTextEdit, QTextEdit { padding: 4px 4px; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QDateTimeEdit:focus, QSpinBox:focus {
  border: 2px solid $focusRing; padding: 0 7px; min-height: ${h26}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focusRing; padding: 3px 3px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: $textFaint; background: $surfaceSunken; }
QLineEdit:read-only { background: $surfaceSunken; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"] { border: 1px solid $danger; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"], QPlainTextEdit[bare="true"]:focus {
  border: 0; background: transparent; padding: 0; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($chevron); width: 14px; height: 14px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: 0; width: 22px; }
QComboBox QAbstractItemView { background: $surfaceRaised; border: 1px solid $borderStrong; outline: 0; padding: 4px;
  selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: ${h28}px; padding: 0 8px; border: 0; border-radius: 4px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }

QPushButton { height: ${h28}px; border: 1px solid $borderStrong; border-radius: 5px; padding: 0 12px;
  background: $surfaceRaised; color: $text; font-weight: 500; }
QPushButton:hover { background: $surfaceHover; }
QPushButton:pressed { background: $selection; }
QPushButton:disabled { color: $textFaint; border-color: $border; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $accentText; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accentHover; border-color: $accentHover; }
QPushButton[role="primary"]:disabled { background: $surfaceHover; border-color: $border; color: $textFaint; }
QPushButton[role="plain"] { border-color: transparent; background: transparent; }
QPushButton[role="plain"]:hover { background: $surfaceHover; }
QPushButton[role="link"] { border-color: transparent; background: transparent; color: $link; padding: 0 4px; font-weight: 400; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="danger"]:disabled { color: $textFaint; }
QPushButton[small="true"] { height: ${h22}px; padding: 0 8px; font-size: ${f12}px; }
QPushButton[only="true"] { padding: 0; min-width: ${h28}px; max-width: ${h28}px; }
QPushButton[only="true"][small="true"] { min-width: ${h22}px; max-width: ${h22}px; }
QPushButton[half="left"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[half="right"] { border-top-left-radius: 0; border-bottom-left-radius: 0; border-left-color: $splitLine;
  padding: 0; min-width: 26px; max-width: 26px; }
QPushButton::menu-indicator { image: none; width: 0; }

QPushButton[chip="true"] { height: ${h22}px; border: 1px solid $border; border-radius: ${r12}px; padding: 0 10px;
  font-size: ${f12}px; font-weight: 400; }
QPushButton[chip="true"][on="true"], QPushButton[chip="true"]:checked {
  background: $selection; border-color: $accent; color: $accent; font-weight: 600; }
QPushButton[segment="true"] { border-radius: 0; border-right-width: 0; }
QPushButton[segment="true"][at="first"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QPushButton[segment="true"][at="last"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; border-right-width: 1px; }
QPushButton[segment="true"]:checked { background: $selection; color: $accent; font-weight: 600; }
QPushButton[segment="true"]:focus { border: 2px solid $focusRing; padding: 0; outline: 0; }
QPushButton[tab="true"] { border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: transparent;
  color: $textMuted; padding: 0 10px; height: ${h32}px; font-weight: 400; }
QPushButton[tab="true"]:checked { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QPushButton[tab="true"]:hover { color: $text; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QListView::indicator { width: 13px; height: 13px;
  border: 1px solid $controlEdge; border-radius: 3px; background: $surfaceRaised; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QCheckBox::indicator:disabled { border-color: $border; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $controlEdge; border-radius: 7px; background: $surfaceRaised; }
QRadioButton::indicator:checked { width: 5px; height: 5px; border: 5px solid $accent; border-radius: 7px; background: $accentText; }

QScrollArea > QWidget > QWidget { background: transparent; }
QListView, QTableView { background: $surface; border: 0; outline: 0; }
QTableView { gridline-color: $border; selection-background-color: transparent; selection-color: $text; }
QListWidget#sections { padding: 8px; }
QListWidget#sections::item { padding: 6px 8px; border-radius: 5px; }
QListWidget#sections::item:hover { background: $surfaceHover; }
QListWidget#sections::item:selected { background: $selection; color: $accent; }
QListWidget#sections::item:focus { border: 2px solid $focusRing; padding: 0 10px; }
QHeaderView { background: $surfaceSunken; border: 0; }
QHeaderView::section { background: $surfaceSunken; color: $textMuted; border: 0; border-bottom: 1px solid $borderStrong;
  padding: 0 8px; height: ${h29}px; font-size: ${f12}px; font-weight: 500; }
QTableCornerButton::section { background: $surfaceSunken; border: 0; border-bottom: 1px solid $borderStrong; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; } QSplitter::handle:vertical { height: 1px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $borderStrong; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $controlEdge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surfaceRaised; border: 1px solid $borderStrong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; } QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $textFaint; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QMenu::indicator:checked { image: url($chosen); }
QMessageBox QLabel#qt_msgbox_label { font-size: ${f15}px; font-weight: 600; min-width: 360px; padding-left: 2px; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 360px; padding: 4px 0 8px 0; }
QMenu::separator { height: 1px; background: $border; margin: 4px 0; }
QProgressBar { border: 0; background: $border; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QDialog { background: $surface; }
QCalendarWidget QWidget { alternate-background-color: $surfaceSunken; }
""")


def style_sheet(color: Callable[[str], QColor], px: Callable[[float], int]) -> str:
    """The application's style sheet.

    Args:
        color: the colour of a token.
        px: a length of the design as it grows with the user's font size.
    """
    words = {name: _css(color(name)) for name in tokens()["color"]["light"]}
    accent, light = color("accent"), color("accentText")
    words["splitLine"] = (
        f"rgb({_mix(accent.red(), light.red())},{_mix(accent.green(), light.green())},{_mix(accent.blue(), light.blue())})"
    )
    words |= {f"h{size}": str(px(size)) for size in (22, 26, 28, 29, 32)}
    words |= {"f12": str(px(12)), "f15": str(px(15)), "r12": str(px(22) // 2 + 1)}
    words["chevron"] = picture_file("chevron-down", color("textMuted"))
    words["chosen"] = picture_file("check", color("accent"), stroke=2.5)
    words["tick"] = picture_file("check", color("accentText"), stroke=3)
    return _SHEET.substitute(words)


def _css(color: QColor) -> str:
    return f"rgba({color.red()},{color.green()},{color.blue()},{color.alpha()})"


def _mix(one: int, two: int) -> int:
    return round(one * 0.65 + two * 0.35)
