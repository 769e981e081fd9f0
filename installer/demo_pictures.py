"""Pictures of the company of the demonstration: a logo and a stamp, drawn with the program's own font."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from app.shared.paths import resource

RED = (200, 30, 30, 235)
BLUE = (31, 53, 102, 255)
SIDE = 480


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resource("fonts", "NotoSansSC_700Bold.ttf")), size)


def _png(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def logo(sign: str) -> bytes:
    """A rounded square with one character."""
    picture = Image.new("RGBA", (SIDE, SIDE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((8, 8, SIDE - 8, SIDE - 8), 90, fill=BLUE)
    draw.text((SIDE / 2, SIDE / 2), sign, font=_font(300), fill="white", anchor="mm")
    return _png(picture)


def stamp(name: str) -> bytes:
    """A round red company stamp with the name along its upper edge and a star."""
    picture = Image.new("RGBA", (SIDE, SIDE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((10, 10, SIDE - 10, SIDE - 10), outline=RED, width=12)
    centre = SIDE / 2
    points = []
    for index in range(10):
        angle, reach = -math.pi / 2 + index * math.pi / 5, 70 if index % 2 == 0 else 27
        points.append((centre + reach * math.cos(angle), centre + reach * math.sin(angle)))
    draw.polygon(points, fill=RED)
    font = _font(46)
    step = min(20.0, 240 / max(1, len(name) - 1))
    for index, character in enumerate(name):
        degrees = (index - (len(name) - 1) / 2) * step
        letter = Image.new("RGBA", (70, 70), (0, 0, 0, 0))
        ImageDraw.Draw(letter).text((35, 35), character, font=font, fill=RED, anchor="mm")
        turned = letter.rotate(-degrees, Image.Resampling.BICUBIC)
        angle = math.radians(degrees - 90)
        at = (round(centre + 178 * math.cos(angle)) - 35, round(centre + 178 * math.sin(angle)) - 35)
        picture.alpha_composite(turned, at)
    return _png(picture)
