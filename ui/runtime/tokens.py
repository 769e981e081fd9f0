"""The design tokens: colours, type and sizes as ``resources/theme/tokens.json`` says."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from app.shared.paths import resource


@lru_cache(maxsize=1)
def tokens() -> dict[str, Any]:
    """The design tokens."""
    found: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
    return found
