"""Lists of what the book has no kind for: logs of repairs become activities, documents of sales become quotes that were won."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.shared.i18n import N_
from app.transfer.grid import document_words, order_words
from app.transfer.grid.folding import fold, listed
from app.transfer.grid.list_kinds import ListKind, closed

SERVICE, SALES, DEALS, OFFERS = "service", "sales", "deals", "offers"
SORTS: Mapping[str, tuple[str, ...]] = {"activity": (SERVICE,), "quote": (SALES,)}
"""What lists of a kind of record may be besides, by the name of the record type; deals and offers are told by a program's headers."""
REASONS = {
    SERVICE: N_("It is a log of repairs or services; each row becomes an activity of its customer."),
    SALES: N_("It lists sales; the book has no orders yet, so each document becomes a quote that was won."),
    DEALS: N_("It lists opportunities; each becomes a quote of one line: won, lost or open, as its stage says."),
}


_FAULTS = listed(
    "不良现象|不良描述|不良内容|异常现象|异常描述|异常内容|问题现象|投诉事项|投诉原因|客诉描述|客诉问题|质量问题|反馈内容|"
    "故障问题|故障名称|故障信息|报修问题|问题内容|问题详情|报修详情|维修详情|故障现象|故障描述|故障情况|故障内容|故障原因|故障|故障说明|报修内容|报修原因|报修事项|维修内容|维修项目|服务概述|服务描述|服务说明|工单内容|工单描述|问题概述|客户诉求|诉求内容|反馈问题|保养项目|保养内容|检修内容|"
    "检修项目|服务内容|服务项目|服务事项|售后内容|售后问题|问题描述|客诉内容|投诉内容|返修原因|安装内容|安装项目|调试内容|"
    "维护内容|维护项目|养护内容|养护项目|清洗内容|清洗项目|保洁内容|保洁项目|巡检内容|施工内容|"
    "defect description|reported defect|reported fault|"
    "fault|fault description|symptom|defect|problem|problem description|issue|issue description|complaint|work done|"
    "work performed|service description|repair description|job description|"
    "falla|fallo|fallas|falla reportada|fallo reportado|descripción de la falla|descripción del fallo|avería|averías|problema reportado|"
    "descripción del problema|diagnóstico del problema|motivo de ingreso|trabajo realizado|trabajos realizados|servicio realizado|"
    "panne|panne signalée|panne constatée|description de la panne|défaut|défaut constaté|problème signalé|description du problème|"
    "travaux effectués|travail effectué|travaux réalisés|nature de l'intervention|"
    "fehler|fehlerbeschreibung|fehlerbild|störung|störungsbeschreibung|defekt|problembeschreibung|durchgeführte arbeiten|"
    "guasto|guasto segnalato|descrizione guasto|difetto|difetto riscontrato|problema riscontrato|lavoro svolto|lavori eseguiti|"
    "defeito|defeito relatado|defeito reclamado|defeito informado|problema relatado|descrição do defeito|descrição do problema|"
    "serviço executado|serviço realizado|usterka|opis usterki|závada|popis závady|storing|klacht|probleemomschrijving|"
    "arıza|arıza tanımı|şikayet|неисправность|описание неисправности|заявленная неисправность|описание проблемы|выполненные работы|"
    "故障内容|不具合内容|修理内容|고장내용|고장증상|수리내용"
)
"""Headers of what was broken or done: a list with one of them is a log of services."""
_REPAIRED = listed(
    "处理结果|处理说明|处理过程|处理结论|维修说明|维修结果|维修情况|处理情况|处理方法|处理措施|解决方案|解决方法|解决情况|维修方案|保养结果|保养情况|服务结果|服务情况|检修结果|"
    "完成情况|处理意见|resolution|resolution notes|resolution details|repair result|repair notes|solution|action taken|diagnosis|"
    "solución|diagnóstico|reparación|reparación efectuada|réparation|diagnostic|réparation effectuée|lösung|behebung|diagnose|maßnahme|"
    "soluzione|riparazione|diagnosi|solução|reparo|diagnóstico técnico|naprawa|rozwiązanie|diagnoza|oprava|oplossing|reparatie|"
    "решение|диагностика|результат ремонта|処置内容|対応内容|修理結果|조치내용|처리결과"
)
_SERVICE: Mapping[str, tuple[str, ...]] = {
    "text": _FAULTS,
    "outcome": _REPAIRED,
    "done_at": listed(
        "创建日期|创建时间|提交日期|提交时间|申请日期|申请时间|申报日期|申报时间|反馈日期|反馈时间|投诉时间|客诉日期|客诉时间|"
        "提报日期|提报时间|登记日期|登记时间|下单日期|下单时间|送修时间|工单日期|工单时间|维修日期|维修时间|维修开始日期|"
        "维修开始时间|开始维修时间|报修日期|报修时间|维护日期|维护时间|养护日期|清洗日期|"
        "保养日期|保养时间|服务日期|服务时间|受理日期|受理时间|送修日期|接修日期|"
        "接单日期|接单时间|检修日期|巡检日期|安装日期|派工日期|派单时间|返修日期|投诉日期|处理日期|处理时间|收件日期|收件时间|"
        "接件日期|接件时间|收机日期|接机日期|进厂日期|入厂日期|进站日期|进店日期|到店日期|到店时间|寄修日期|寄回日期|收到日期|"
        "收到时间|报障时间|报障日期|来电时间|受付日|預かり日|접수일|repair date|service date|reported on|date reported|"
        "date received|received|received on|received at|received date|job date|date in|in date|drop off|drop off date|"
        "dropped off|intake|intake date|check in|check in date|checked in|booked in|date opened|opened|opened on|date logged|"
        "logged|date of call|eingang|eingangsdatum|annahme|annahmedatum|date de réception|reçu le|date d'entrée|date de dépôt|"
        "fecha de ingreso|fecha de entrada|fecha de recepción|data di ingresso|data ingresso|data ritiro|data de entrada|"
        "ontvangen op|datum ontvangst|data przyjęcia|дата приема|дата поступления"
    ),
    "author": listed(
        "责任人|维修人|维修人员|维修负责人|维修技师|检测人|检测人员|安装人|安装师傅|解决人|解决人员|受理人|受理人员|维修员|维修工|维修师傅|维修工程师|师傅|技师|技术员|工程师|服务人员|服务工程师|处理人|处理人员|保养人|保养人员|"
        "检修人|检修员|检修人员|接待员|安装人员|派工人员|"
        "运维人员|运维工程师|运维人|巡检人|巡检人员|巡检员|施工人员|施工人|上门人员|上门师傅|接单师傅|"
        "technician|engineer|mechanic|repaired by|serviced by|técnico|técnico asignado|técnico responsable|técnico responsável|mecánico|"
        "mecánico asignado|mecânico|technicien|mécanicien|intervenant|réparateur|techniker|servicetechniker|mechaniker|monteur|tecnico|"
        "tecnico incaricato|meccanico|technik|serwisant|mechanik|opravář|monteur|teknisyen|tekniker|asentaja|мастер|техник|исполнитель|"
        "механик|担当技術者|技術者|修理担当者|수리기사|담당기사"
    ),
}
_SALES: Mapping[str, tuple[str, ...]] = {
    "number": listed(
        "送货单号|送货单编号|出库单号|出库单编号|销售单号|销售单编号|销售出库单号|发货单号|出货单号|零售单号|合同号|合同编号|协议编号|"
        "delivery note no|delivery note number|delivery note|sales no|sales number|contract no|contract number|contract id|"
        f"{order_words.NUMBERS}|{order_words.INVOICES}"
    ),
    "customer": listed(
        "收货单位|收货客户|购货单位|购买单位|提货单位|购方|购方名称|往来单位|往来单位名称|买受人|合作单位|合同单位|"
        "甲方单位|甲方名称|甲方|对方单位|对方名称|对方|相对方|签约对方|sold to|ship to|"
        f"{order_words.BUYERS}|{order_words.NICKNAMES}"
    ),
    "contact": listed(order_words.RECEIVERS),
    "status": listed(order_words.STATES),
    "date": listed(
        "送货日期|出库日期|出库时间|销售日期|销售时间|发货日期|发货时间|出货日期|业务日期|开票日期|开票时间|签订日期|签约日期|签订时间|合同日期|"
        "合同签订日期|交易日期|date of sale|sale date|sales date|delivery date|contract date|signed on|date signed|"
        + order_words.DAYS
    ),
    "total": listed(
        "应收金额|应收款|应收款项|应收账款|应收总额|应收货款|应收|合同金额|合同总额|合同总价|合同价款|合同额|合同款|合同价|合同造价|合同款项|签约金额|签约额|签约总额|协议金额|成交金额|成交额|成交总价|"
        "amount receivable|receivable|contract amount|contract value|contract total|" + order_words.TOTALS
    ),
    "valid_until": listed("合同到期日|合同到期日期|合同截止日期|合同结束日期|终止日期|contract end|end date"),
    "project": listed("合同名称|合同内容|合同标的|标的|contract name|contract title"),
}
_SALES = {**_SALES, **{f"line.{name}": listed(said) for name, said in order_words.LINES.items()}}
_SOLD = {
    name: (*_SALES.get(name, ()), *listed(document_words.WORDS.get(name, "")))
    for name in {*_SALES, *document_words.WORDS}
}
_WORDS = {SERVICE: _SERVICE, SALES: _SOLD}
_SERVICE_TITLES = listed(
    "维修|报修|保养|售后|检修|返修|客诉|投诉记录|投诉建议|投诉登记|投诉台账|投诉处理|投诉受理|投诉明细|投诉清单|报障|"
    "巡检|安装记录|安装登记|服务登记|服务台账|工单|repair|maintenance|service log|"
    "service record|after-sales|after sales|rmas|rma list|rma log|rma register"
)
_SALES_TITLES = listed(
    "应收|欠款|回款|账款|receivable|outstanding|"
    "送货|出库|出货|发货|对账|销货|销售明细|销售记录|销售台账|销售流水|销售单|销售清单|销售报表|合同|delivery note|deliveries|sales detail|"
    "sales list|sales record|sales ledger|contracts|contract list"
)
_NO_SALES = listed(
    "invoice|发票|发货计划|出货计划|送货计划|销售计划|生产计划|销售预测|forecast|"
    "采购|进货|入库|退货|盘点|库存|调拨|应付|供应商|purchase|work order|工单|inventory|stock|returns|supplier|vendor"
)
_BILLS = 2
"""So many of them tell of invoices, which the user may take for sales."""
_OTHERS = listed(
    "入库单号|采购日期|入库日期|供应商|供应商名称|供货商|供货单位|supplier|vendor|supplier name|vendor name|ticket id|"
    "work order|work order no|work order number|trip id|dispatch date|packing slip number"
)
_BEHIND_ORDERS = listed(
    "发票号|发票号码|采购单号|invoice id|invoice no|invoice number|invoice #|invoice date|invoice status|po number|purchase order|"
    "po|transaction id"
)
"""What no list of sales has, unless the orders that it lists stand before it."""
_SOLD_TO = listed(
    "客户|客户名称|客户单位|购货单位|收货单位|往来单位|单位名称|customer|customer name|client|sold to|sales"
)
_ORDERS = listed(order_words.NUMBERS)
_NUMBERED = listed("单号|单据编号|单据号|单据编码")
_NEXT = listed(
    "下次保养日期|下次保养时间|下次保养|下次维护日期|下次检修日期|下次检测日期|下次服务日期|下次服务时间|下次巡检日期|next service|"
    "next service date|next maintenance|service due"
)
_DEADLINES = listed(
    "要求完成日期|要求完成时间|预计完成日期|预计完成时间|计划完成日期|计划完成时间|预计修复时间|期限|完成期限|处理期限|维修期限|限期|截止日期|截止时间|"
    "最迟完成日期|承诺完成时间|承诺日期|预计结束日期|预计结束时间|预计维修结束日期|预计完工时间|预计修复日期|预计交付时间|计划完工|计划完工日期|预计完工|预计完工日期|期望上门时间|期望上门服务时间|期望完成时间|预计交付日期|预计取机日期|预计取件时间|约定取件日期|预约日期|预约时间|预约上门时间|要求上门时间|"
    "due|due date|due by|deadline|promised|promised by|promised for|promise date|promised date|target date|needed by|required by|"
    "expected completion|estimated completion|completion due|scheduled for|scheduled date|appointment|appointment date|eta|"
    "fertig bis|termin|frist|fällig|fällig am|échéance|date prévue|date promise|rendez-vous|plazo|fecha prometida|fecha prevista|"
    "fecha límite|scadenza|consegna prevista|data prevista|prazo|data prometida|gereed op|termin realizacji|срок|срок выполнения|"
    "納期|完了予定日|완료예정일"
)
"""By when something is to be mended: the day of the job where no other is told."""
_OURS = listed(
    "经办人|经办|制单人|制单|开单人|业务员|业务经理|销售员|销售人员|审核人|发货人|送货人|sales rep|salesperson"
)
_FOLDED = {
    "ours": frozenset(map(fold, _OURS)),
} | {
    name: frozenset(map(fold, words))
    for name, words in {
        "faults": _FAULTS, "days": _SERVICE["done_at"], "others": _OTHERS, "behind": _BEHIND_ORDERS, "orders": _ORDERS,
        "nicks": listed(order_words.NICKNAMES), "prices": listed(order_words.LINES["price"]),
        "numbered": (*_NUMBERED, *_SALES["number"]), "sold": _SOLD_TO,
    }.items()
}  # fmt: skip
_MENDED = re.compile(
    r"维修|报修|送修|返修|检修|保养|巡检|接修|收机|接机|收件|寄修|repair|service|received|date in|drop|intake|booked|check",
    re.IGNORECASE,
)
_EITHER = _FOLDED["orders"] | _FOLDED["behind"]
_PAID = fold("transaction id")
"""The number of a payment; in a list of what was sold, of a line of the order whose number stands behind it."""


def words(sort: str) -> Mapping[str, tuple[str, ...]]:
    """What such lists call the fields of their kind of record besides the dictionary's own words, by field."""
    return _WORDS.get(sort, {})


def following(sort: str) -> tuple[str, ...]:
    """What such lists call the day on which something is to be done next."""
    return (*_NEXT, *_DEADLINES) if sort == SERVICE else ()


def ours(sort: str, header: str) -> bool:
    """Whether a header names a person of the user's own company, where the dictionary's words may take it for the customer's."""
    return sort == SALES and fold(header) in _FOLDED["ours"]


def nickname(sort: str, header: str) -> bool:
    """Whether a header of a list of sales holds what buyers call themselves in a shop, which is no name beside their own."""
    return sort == SALES and fold(header) in _FOLDED["nicks"]


def sold_for(sort: str, header: str) -> bool:
    """Whether a header of a list of sales, which may mean what the goods cost, means what they were sold for."""
    return sort == SALES and fold(header) in _FOLDED["prices"]


def surely(sort: str, headers: Iterable[str]) -> bool:
    """Whether the headers alone tell that a list is of this sort."""
    return sort == SERVICE and bool(_FOLDED["faults"] & set(map(fold, headers)))


def served(headers: Iterable[str]) -> bool:
    """Whether the headers tell on which day something came in to be mended, or was."""
    return any(fold(one) in _FOLDED["days"] and _MENDED.search(one) for one in headers)


def told(sort: str, titles: Iterable[str], headers: Iterable[str], wanted: bool = False, shaped: bool = False) -> bool:
    """Whether a list is of this sort, once all that its records need is there.

    Args:
        sort: see ``SORTS``.
        titles: the names of the sheet and the file, and what stands over the table.
        headers: the headers of its columns.
        wanted: whether the user says that the list is of this kind of record: its invoices then tell of sales as well.
        shaped: whether its columns together are those of sold lines, so that nothing need call it a list of sales.
    """
    above = [said for text in titles if text for said in (text.casefold(), closed(text).casefold())]
    said = [fold(header) for header in headers]
    heads = set(said)
    if sort == SERVICE:
        return bool(heads & _FOLDED["faults"]) or any(word in text for text in above for word in _SERVICE_TITLES)
    if not wanted and any(order_words.SUMMED.match(header) for header in said):
        return False
    numbers = [header for header in said if header in _EITHER and not (shaped and header == _PAID)]
    ordered = bool(numbers) and numbers[0] in _FOLDED["orders"]
    if heads & _FOLDED["others"] or (heads & _FOLDED["behind"] and not (ordered or wanted)):
        return False
    if any(word in text for text in above for word in (_NO_SALES[_BILLS:] if wanted else _NO_SALES)):
        return False
    titled = any(order_words.TITLES.search(text) or any(word in text for word in _SALES_TITLES) for text in above)
    if shaped or ordered or titled or heads & set(map(fold, _SALES["number"])):
        return True
    return bool(heads & _FOLDED["sold"])


def sort_of(kind: ListKind, titles: Iterable[str], headers: Iterable[str]) -> str:
    """The sort of a list that the user, or the program that wrote it, says is of this kind; "" for none.

    A list that calls itself by its own kind (报价单) is that, and nothing besides.
    """
    above, heads = list(titles), list(headers)
    if any(map(kind.named, above)) or (kind.line is not None and any(map(kind.named, heads))):
        return ""
    return next((sort for sort in SORTS.get(kind.record.name, ()) if told(sort, above, heads, True)), "")
