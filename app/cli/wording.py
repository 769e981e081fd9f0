"""What argparse itself says, in the language in use: it has English words of its own, one language per process."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any

from app.shared.i18n import N_, translate

# Both quotation styles of argparse's lists of choices; Python 3.12 dropped the quotation marks.
_SAYINGS = tuple(
    (re.compile(pattern, re.DOTALL), message)
    for pattern, message in (
        (r"argument (?P<name>.+?): (?P<rest>.+)", N_("{name}: {rest}")),
        (r"the following arguments are required: (?P<names>.+)", N_("missing: {names}")),
        (r"one of the arguments (?P<names>.+) is required", N_("one of these is needed: {names}")),
        (r"unrecognized arguments: (?P<words>.+)", N_("not understood: {words}")),
        (r"expected one argument", N_("a value must follow")),
        (r"expected at least one argument", N_("at least one value must follow")),
        (r"expected at most one argument", N_("at most one value may follow")),
        (r"expected (?P<count>\d+) arguments?", N_("{count} values must follow")),
        (r"not allowed with argument (?P<name>.+)", N_("cannot be used together with {name}")),
        (r"ignored explicit argument (?P<value>.+)", N_("takes no value, but {value} was given")),
        (r"invalid \w+ value: (?P<value>.+)", N_("{value} does not fit")),
        (
            r"invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
            N_("{value} is not one of: {choices}"),
        ),
    )
)


def said(message: str) -> str:
    """A complaint of argparse in the language in use; what is said by the program's own types stays as it is."""
    for pattern, message_id in _SAYINGS:
        found = pattern.fullmatch(message)
        if found:
            values = found.groupdict()
            if "rest" in values:
                values["rest"] = said(values["rest"])
            return translate(message_id).format(**values)
    return message


class Formatter(argparse.HelpFormatter):
    """Help whose first word is in the language in use."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, translate(N_("usage: ")) if prefix is None else prefix)
