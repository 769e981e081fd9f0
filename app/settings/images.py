"""Pictures that a user gives: checked, made small enough, and kept as PNG."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from app.shared.errors import InvalidValue
from app.shared.i18n import N_

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
SIDES = {"logo": 640, "stamp": 640, "signature": 800, "picture": 1200}


def prepared(field: str, data: bytes) -> bytes:
    """The picture as PNG, turned upright, no side longer than the field needs; transparency is kept.

    Raises InvalidValue when it is no picture, or far too large.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(data) > MOST_BYTES:
        raise too_large(field)
    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            opened = Image.open(BytesIO(data))
        with opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise too_large(field)
            opened.load()
            picture = ImageOps.exif_transpose(opened)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidValue(
            field, N_("This file is no picture that can be read."), N_("Choose a PNG or JPEG file.")
        ) from error
    clear = "A" in picture.getbands() or "transparency" in picture.info
    picture = picture.convert("RGBA" if clear else "RGB")
    side = SIDES.get(field, 1200)
    if max(picture.size) > side:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def read(field: str, path: Path) -> bytes:
    """The picture of a file, prepared. Raises InvalidValue."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_large(field)
        data = path.read_bytes()
    except OSError as error:
        raise InvalidValue(
            field, N_("“{name}” cannot be read."), N_("Check that the file is there."), name=path.name
        ) from error
    return prepared(field, data)


def too_large(field: str) -> InvalidValue:
    """The failure of a picture that is too large."""
    return InvalidValue(field, N_("This picture is too large."), N_("Make it smaller than 20 MB and 50 megapixels."))
