"""The QR code of a card: read back by its modules."""

from __future__ import annotations

import pytest
import segno

from app.customers import commands
from app.records.workspace import Workspace
from app.shared.errors import KebuError, NotFound
from app.transfer.exporting.qr import qr_code


def test_the_code_holds_the_card_without_its_notes(ws: Workspace) -> None:
    made = commands.create(
        ws, {"name": "苏州恒瑞", "notes": "秘密"}, {"name": "王强", "mobile": "138 0000 2317", "title": "经理"}
    )
    lines = (
        "BEGIN:VCARD", "VERSION:3.0", "FN:王强", "N:王强;;;;", "ORG:苏州恒瑞", "TEL;TYPE=cell:138 0000 2317", "TITLE:经理",
        "END:VCARD", "",
    )  # fmt: skip
    code = segno.make("\r\n".join(lines).encode(), micro=False, error="m")
    assert qr_code(ws, "contact", made.contact) == tuple(tuple(map(bool, line)) for line in code.matrix)
    assert len(qr_code(ws, "customer", made.id)) >= 21


def test_what_has_no_card_is_refused(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        qr_code(ws, "contact", 99)
    number = commands.create(ws, {"name": "长" * 500}).id
    with pytest.raises(KebuError):
        qr_code(ws, "customer", number)
