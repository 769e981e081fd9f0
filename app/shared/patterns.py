"""Regular expressions that are compiled when first used: compiling all at import would cost the start of the window."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        # Its methods become attributes here, so that this is asked once per method.
        value = getattr(compiled, name)
        setattr(self, name, value)
        return value


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when it is first asked something."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
