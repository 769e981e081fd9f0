"""Writing a file so that it is there whole, or the old one stays."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from app.shared.errors import DiskFull, KebuError, NotFound
from app.shared.i18n import N_


def put(target: Path, data: bytes) -> None:
    """Write a file through a new one beside it. Raises KebuError with a plain sentence when that cannot be done."""
    if target.is_dir():
        raise KebuError(N_("“{name}” is a folder, not a file."), N_("Give a file's name."), name=target.name)
    if not target.parent.is_dir():
        raise NotFound(N_("The folder “{name}” is not there."), N_("Make it first."), name=str(target.parent))
    fresh = target.with_name(f".{target.name}.part")
    try:
        try:
            with fresh.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                N_("There is no room left for “{name}”."), N_("Free some space and try again."), name=target.name
            ) from error
        raise KebuError(
            N_("“{name}” cannot be written there."),
            N_("Close it in other programs, or choose another folder."),
            name=target.name,
        ) from error
