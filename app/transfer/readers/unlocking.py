"""Workbooks with a password (MS-OFFCRYPTO), opened by msoffcrypto-tool."""

from __future__ import annotations

import io
from typing import BinaryIO

from app.transfer.readers.container import Refused

_EVERYBODYS = "VelvetSweatshop"
"""Excel's own password of workbooks that are only protected against changes (MS-OFFCRYPTO 2.4.2.3)."""


def unlocked(file: BinaryIO, password: str) -> bytes:
    """The workbook without its password.

    Args:
        file: the locked workbook.
        password: "" when none was given.

    Raises:
        Refused: there is no password, or it is wrong, or the way of locking is unknown.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    opened = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(file)
        more = {"verify_password": True} if office.format == "ooxml" else {}
        office.load_key(password=password or _EVERYBODYS, **more)
        office.decrypt(opened)
    except (DecryptionError, InvalidKeyError, NotImplementedError) as error:
        raise Refused("wrong_password" if password else "password") from error
    except (FileFormatError, ParseError) as error:
        raise Refused("damaged") from error
    except MemoryError:
        raise
    except Exception as error:  # a damaged header shows as any error
        raise Refused("wrong_password" if password else "password") from error
    return opened.getvalue()
