"""OpenDocument sheets with a password, in each way of locking."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.shared.errors import SheetError
from app.transfer.readers.container import Refused
from app.transfer.readers.unlocking_ods import unlocked
from app.transfer.reading import PasswordNeeded, read_workbook
from tests import locked_ods

PASSWORD = "Öffne 密码 7"
CUSTOMER = ["恒瑞机械", "0512-66881234"]


@pytest.mark.parametrize("way", ["blowfish", "chained", "whole"])
def test_the_password_opens_it_and_no_other(tmp_path: Path, way: str) -> None:
    path = getattr(locked_ods, way)(tmp_path / "a.ods", PASSWORD.encode())
    assert read_workbook(path, password=PASSWORD).sheets[0].rows[1] == CUSTOMER
    for password, given in (("", False), ("Öffne 密码 8", True), ("plain", True)):
        with pytest.raises(PasswordNeeded) as refused:
            read_workbook(path, password=password)
        assert refused.value.given == given


@pytest.mark.parametrize("way", ["blowfish", "chained", "whole"])
def test_data_that_is_cut_off_is_told_plainly(tmp_path: Path, way: str) -> None:
    path = getattr(locked_ods, way)(tmp_path / "a.ods", PASSWORD.encode())
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist() if name != "mimetype"}
    held = next(name for name in parts if "manifest" not in name)
    for length in (0, 5, 20, 128):
        path.write_bytes(locked_ods.package({**parts, held: parts[held][:length]}))
        with pytest.raises(SheetError):
            read_workbook(path, password=PASSWORD)


def test_a_manifest_that_is_cut_off_is_told_as_damage(tmp_path: Path) -> None:
    path = locked_ods.chained(tmp_path / "a.ods", PASSWORD.encode())
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist() if name != "mimetype"}
    manifest = "META-INF/manifest.xml"
    path.write_bytes(locked_ods.package({**parts, manifest: parts[manifest][:-9]}))
    with path.open("rb") as file, pytest.raises(Refused) as refused:
        unlocked(file, PASSWORD, 1 << 20)
    assert refused.value.code == "damaged"


def test_a_password_that_windows_wrote(tmp_path: Path) -> None:
    path = locked_ods.blowfish(tmp_path / "a.ods", "Schlüssel".encode("cp1252"))
    assert read_workbook(path, password="Schlüssel").sheets[0].rows[1] == CUSTOMER


@pytest.mark.parametrize(
    "claims",
    [
        {"memory": str(1 << 40)}, {"memory": str(1 << 21)}, {"iterations": str(1 << 31)}, {"iterations": "0"},
        {"lanes": str(1 << 40)}, {"lanes": "0"}, {"memory": "-64"}, {"memory": ""}, {"lanes": "x"}, {"vector": "AAAA"},
        {"vector": "MTIzNDU2Nzg5MDEz"},
    ],
)  # fmt: skip
def test_what_a_damaged_lock_asks_for_is_not_done(tmp_path: Path, claims: dict[str, str]) -> None:
    path = locked_ods.whole(tmp_path / "a.ods", PASSWORD.encode(), **claims)
    with pytest.raises(SheetError) as refused:
        read_workbook(path, password=PASSWORD)
    assert "damaged" in refused.value.sentence()


@pytest.mark.parametrize("inner", [b"no package", b"PK\x03\x04 cut off"])
def test_a_whole_package_that_is_none(tmp_path: Path, inner: bytes) -> None:
    path = locked_ods.whole(tmp_path / "a.ods", PASSWORD.encode(), inner)
    with pytest.raises(SheetError):
        read_workbook(path, password=PASSWORD)


def test_a_lock_within_a_lock_is_not_opened(tmp_path: Path) -> None:
    inner = locked_ods.blowfish(tmp_path / "inner.ods", PASSWORD.encode()).read_bytes()
    path = locked_ods.whole(tmp_path / "a.ods", PASSWORD.encode(), inner)
    with pytest.raises(SheetError):
        read_workbook(path, password=PASSWORD)


def test_no_password_is_asked_for_where_a_step_is_unknown(tmp_path: Path) -> None:
    path = locked_ods.chained(tmp_path / "a.ods", PASSWORD.encode(), start_key="urn:of:nobody")
    with pytest.raises(SheetError) as refused:
        read_workbook(path, password=PASSWORD)
    assert not isinstance(refused.value, PasswordNeeded)
    assert "without a password" in refused.value.sentence()
