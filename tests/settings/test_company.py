"""The company profile: one row, with pictures that are checked."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from app.records import history
from app.settings.commands import save_company
from app.settings.images import prepared, read
from app.settings.queries import company
from app.shared.errors import InvalidValue


def picture(mode="RGBA", size=(2000, 500), kind="PNG"):
    out = BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def test_there_is_one_company(ws):
    assert company(ws) is None
    save_company(ws, {"name": "昆山启衡", "phone": "0512-57000139"})
    save_company(ws, {"bank": "昆山农商银行"})
    found = company(ws)
    assert found is not None
    assert (found["name"], found["bank"], found["phone"].normal) == ("昆山启衡", "昆山农商银行", "+8651257000139")
    history.undo(ws)
    assert company(ws)["bank"] is None


def test_a_company_needs_a_name(ws):
    with pytest.raises(InvalidValue):
        save_company(ws, {"bank": "x"})
    save_company(ws, {"name": "x"})
    with pytest.raises(InvalidValue):
        save_company(ws, {"name": ""})


def test_pictures_are_kept_small_and_clear(ws):
    save_company(ws, {"name": "x", "stamp": picture(), "logo": picture("RGB", (900, 300), "JPEG")})
    found = company(ws)
    stamp, logo = Image.open(BytesIO(found["stamp"])), Image.open(BytesIO(found["logo"]))
    assert (stamp.format, stamp.mode, stamp.size) == ("PNG", "RGBA", (640, 160))
    assert (logo.format, logo.mode) == ("PNG", "RGB")
    save_company(ws, {"stamp": None})
    assert company(ws)["stamp"] is None


@pytest.mark.parametrize("data", [b"", b"no picture", picture()[:60], b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(InvalidValue):
        prepared("logo", data)


def test_a_huge_picture_is_refused():
    with pytest.raises(InvalidValue, match="too large"):
        prepared("logo", picture("1", (10_000, 9_000)))
    with pytest.raises(InvalidValue, match="too large"):
        prepared("logo", b"x" * 20_000_001)


def test_pictures_are_read_from_files(tmp_path):
    path = tmp_path / "公司 标志.png"
    path.write_bytes(picture(size=(10, 10)))
    assert Image.open(BytesIO(read("logo", path))).size == (10, 10)
    with pytest.raises(InvalidValue):
        read("logo", tmp_path)
    with pytest.raises(InvalidValue):
        read("logo", tmp_path / "missing.png")
