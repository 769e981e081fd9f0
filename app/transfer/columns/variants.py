"""Products that differ only in size, colour, model and the like: the columns that tell it make up the specification."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from app.shared.i18n import N_, _
from app.transfer.columns.proposals import BY_LOOKS, NOTES, PRODUCTS, Column, Proposal
from app.transfer.grid.cells import at, blank, text
from app.transfer.grid.folding import bare, fold, folded
from app.transfer.grid.scale import ALL_BUT, HALF
from app.transfer.grid.sheets import Cell, Sheet

SPECIFICATION = "specification"
TARGETS = (SPECIFICATION,)
REASON = N_("Products that differ in it are different ones; it is part of the specification.")
_WORDS = folded(
    "规格|型号|规格型号|口径|尺寸|尺码|颜色|颜色分类|色号|花色|花型|材质|材料|功率|容量|容积|长度|宽度|高度|厚度|直径|外径|内径|壁厚|电压|"
    "电流|压力|压力等级|公称压力|公称通径|公称直径|通径|孔径|螺纹|牌号|款式|口味|香型|包装规格|转速|流量|扬程|度数|年份|版本|配置|"
    "规格参数|参数|技术参数|技术规格|产品规格|商品规格|specification|specifications|spec|specs|technical data|"
    "size|sizes|colour|color|model|model no|model number|variant|variant name|material|dimension|dimensions|length|width|height|"
    "thickness|diameter|power|voltage|capacity|grade|style|flavour|flavor|finish|edition|option1 value|option2 value|"
    "option3 value|größe|farbe|ausführung|durchmesser|länge|breite|taille|couleur"
)
_REMARKS = re.compile(
    r"备注|说明|描述|注|remark|note|comment|description|库存|数量|日期|时间|stock|qty|quantity|date", re.IGNORECASE
)
_NUMBER = re.compile(r"[\d.,]+")
_LONGEST = 20


def is_one(column: Column) -> bool:
    """Whether a column adds to the specification what tells products of one name apart."""
    return column.labelled and column.targets == TARGETS


def placed(proposal: Proposal, sheet: Sheet) -> Proposal:
    """A list of products in which the columns that tell its products apart are part of the specification.

    These are the columns that are called so, and where rows of one name, specification and unit are left those that differ
    in most of them.
    """
    if proposal.kind != PRODUCTS:
        return proposal
    known = [one for one in proposal.columns if _noted(one) and fold(bare(one.header)) in _WORDS]
    marked = _marked(proposal, known)
    code = proposal.column_of("code")
    if code is not None and code.evidence.distinct == 1.0 and code.evidence.filled == len(proposal.layout.data):
        return marked
    return _marked(marked, _telling(marked, sheet))


def _noted(column: Column) -> bool:
    return bool(column.evidence.filled) and column.labelled and column.targets == (NOTES,)


def _marked(proposal: Proposal, chosen: Iterable[Column]) -> Proposal:
    places = {one.index for one in chosen}
    columns = tuple(
        replace(one, targets=TARGETS, labelled=True, confidence=BY_LOOKS, reason=_(REASON))
        if one.index in places
        else one
        for one in proposal.columns
    )
    return replace(proposal, columns=columns) if places else proposal


def _telling(proposal: Proposal, sheet: Sheet) -> list[Column]:
    """The columns that differ between rows of one product, in most of such products."""
    names = [one for one in proposal.columns if {"name", "unit", "barcode", SPECIFICATION} & set(one.targets)]
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in proposal.layout.data:
        groups[tuple(fold(text(at(sheet.rows[number], one.index))) for one in names)].append(number)
    alike = [rows for key, rows in groups.items() if len(rows) > 1 and any(key)]
    if not alike:
        return []
    return [one for one in proposal.columns if _tells(one, sheet, alike, len(proposal.layout.data))]


def _tells(column: Column, sheet: Sheet, alike: Sequence[Sequence[int]], rows: int) -> bool:
    evidence = column.evidence
    if not _noted(column) or _REMARKS.search(column.header) or evidence.mean > _LONGEST:
        return False
    if evidence.filled < HALF * rows or evidence.share("date", "number", "money", "boolean") > ALL_BUT:
        return False
    differing = sum(
        len(said) == len(set(said))
        for held in alike
        for said in ([fold(text(at(sheet.rows[number], column.index))) for number in held],)
    )
    return differing >= HALF * len(alike)


def put(rows: Sequence[dict[str, Any]], column: Column, cells: Sequence[Cell]) -> bool:
    """Add a column that tells products apart to the specifications; False for any other column.

    Args:
        rows: the values of the rows; they are changed.
        column: the column; of a bare number its header says what it is.
        cells: its cells.
    """
    if not is_one(column):
        return False
    for held, cell in zip(rows, cells, strict=True):
        if not blank(cell) and (said := text(cell)):
            told = f"{column.header} {said}" if _NUMBER.fullmatch(said) else said
            held[SPECIFICATION] = " ".join(filter(None, (held.get(SPECIFICATION), told)))
    return True
