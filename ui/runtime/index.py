"""Places in Qt's models, as every model, view and delegate gets them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
