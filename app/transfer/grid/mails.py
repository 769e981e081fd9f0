"""What an e-mail address looks like, alone in a cell or among other words."""

from __future__ import annotations

import re

_APART = r"@\s,;:<>()\[\]\"/|，；、："
EMAIL = re.compile(rf"[^'{_APART}][^{_APART}]*@[^'?{_APART}]+\.[^'?.{_APART}]{{2,}}")
"""In any script; an apostrophe may stand inside a name (o'brien@…), around the address it is none of it."""
