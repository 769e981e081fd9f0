"""Settings, each declared once with its type and default."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting.

    Args:
        name: its name in the file or the book.
        default: its value until someone sets it; its type is the setting's type.
        choices: the values it may have; empty for any.
    """

    name: str
    default: T
    choices: tuple[T, ...] = ()

    def check(self, value: object) -> T:
        """The value if it has the right type and is a choice, else the default."""
        if isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        right = type(value) is type(self.default) and (not self.choices or value in self.choices)
        return cast(T, value) if right else self.default


class MachineSettings:
    """The settings of this machine, in one JSON file. A broken file is kept aside and the defaults hold."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values: dict[str, Any] = {}
        try:
            held = json.loads(path.read_text("utf-8"))
            self._values = held if isinstance(held, dict) else {}
        except FileNotFoundError:
            pass
        except (OSError, ValueError):
            if path.is_file():
                path.replace(path.with_name(path.name + ".broken"))

    def get(self, setting: Setting[T]) -> T:
        """The value of a setting, or its default."""
        return setting.check(self._values.get(setting.name, setting.default))

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a value; the file is replaced in one step."""
        if self._values.get(setting.name) == value:
            return
        self._values[setting.name] = value
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_name(self.path.name + ".part")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(self._values, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.path)
