"""Lists of pupils with their parents: the pupil is the customer, the parents are its contacts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CONTACT, Vocabulary
from app.transfer.grid.scale import FEW, KNOWN, MOSTLY

_PUPILS = re.compile(
    r"(?:学生|学员|孩子|宝宝|小孩|小朋友|幼儿|儿童|婴儿|宝贝|學生|學員|小朋友|學童|考生|球员|队员|生徒|児童|園児|학생|원생|아이|"
    r"student|pupil|child|childs|kid|kids|camper|schüler|schülerin|élève|eleve|enfant|alumno|alumna|estudiante|niño|alunno|bambino|"
    r"aluno|criança|leerling|uczeń|dziecko|ученик|ребенок)"
    r"(?:的?姓名|名字|名|氏名|이름|name|fullname|nom|nombre|nome|imię|фио)?"
)
_PARENTS = re.compile(
    r"(?P<who>(?:第[一二]|主要?)?(?:家长|监护人|父亲|母亲|爸爸|妈妈|父|母|爷爷|奶奶|外公|外婆|家長|監護人|父親|母親|媽媽|保護者|학부모|보호자|부모님?|"
    r"parent|guardian|mother|father|mum|mom|dad|carer|parentguardian|eltern|elternteil|mutter|vater|erziehungsberechtigter?|"
    r"responsable|mère|père|parentresponsable|tutor|madre|padre|responsável|mãe|pai|ouder|rodzic|opiekun|родитель)(?:[12一二](?=\D|$))?)"
    r"(?:的?姓名|名字|名|氏名|이름|name|fullname|nom|nombre|nome)?"
)
_RELATION = re.compile(
    r"(?:与|和|跟|與)?(?:学生|学员|孩子|宝宝|学童|幼儿|學生|學員|本人)?(?:的)?(?:关系|關係|亲属关系)|relationship(?:to(?:child|student|pupil))?|relation(?:tochild)?|"
    r"続柄|관계|beziehung|lien|parentesco|parentela"
)
_PLAIN = frozenset(map(fold, ("姓名", "名字", "name", "full name")))
_CARERS = tuple(map(fold, ("家长", "监护人", "家長", "監護人", "parent", "guardian")))
"""Those beside whom a plain name is that of their child."""
_FIELDS = frozenset("phone mobile email wechat qq address title".split())
Place = tuple[int, str]


def pupil(columns: Sequence[Seen]) -> Seen | None:
    """The column with pupils' names in a sheet that names their parents as well; None for other sheets."""
    found = [one for one in columns if _PUPILS.fullmatch(fold(one.header)) and _names(one)]
    carers = parents(columns)
    if not found and any(fold(one.header).startswith(_CARERS) for one in carers):
        found = [one for one in columns if fold(one.header) in _PLAIN and _names(one)]
    return found[0] if found and carers else None


def parents(columns: Sequence[Seen]) -> list[Seen]:
    """The columns with names of parents."""
    return [one for one in columns if _PARENTS.fullmatch(fold(one.header)) and _names(one)]


def find(columns: Sequence[Seen], words: Vocabulary) -> dict[int, Place]:
    """The columns of the parents: which contact, counted from 1, and which field; nothing in other sheets."""
    if pupil(columns) is None:
        return {}
    found: dict[int, Place] = {}
    for number, parent in enumerate(parents(columns), 1):
        found[parent.index] = number, "name"
        match = _PARENTS.fullmatch(fold(parent.header))
        who = match["who"] if match else ""
        for one in columns:
            rest = fold(one.header).removeprefix(who)
            if one.index in found or not one.evidence.filled or rest == fold(one.header):
                continue
            field = next((m.field for m in words.lookup(rest) if m.record == CONTACT and m.score >= KNOWN), "")
            if field in _FIELDS and (number, field) not in found.values():
                found[one.index] = number, field
    relation = next((one for one in columns if _RELATION.fullmatch(fold(one.header)) and one.evidence.filled), None)
    if relation is not None and relation.index not in found:
        found[relation.index] = 1, "title"
    return found


def _names(one: Seen) -> bool:
    """Whether what stands in a column may be names."""
    evidence = one.evidence
    return (
        evidence.filled > FEW * evidence.rows
        and evidence.share("number", "phone", "mobile", "date", "boolean") < MOSTLY
    )
