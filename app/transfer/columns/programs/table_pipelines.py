"""Lists of opportunities that people keep by hand, as ``table_deals`` has those of programs.

A deal's own name tells one together with its stage, what it may bring, when it may close, or how likely that is. A project
may be any project, and a stage beside a customer may be the customer's: these want more of it. See ``of_customers`` for
sheets of customers that tell of a deal besides.
"""

from __future__ import annotations

from collections.abc import Set

from app.transfer.columns.programs.table_deals import QUOTES, ListTable
from app.transfer.grid.list_sorts import DEALS

_DEAL = (
    "商机名称, 商机主题, 商机描述, 商机, 机会名称, 销售机会, 销售机会名称, 业务机会名称, deal, deal name, deal title, opportunity, "
    "opportunity name, opportunity title, sales opportunity, verkaufschance, affaire, oportunidad, oportunidade, opportunità, "
    "nazwa szansy, сделка, название сделки, 商談名, 案件名, 영업기회"
)
_PROJECT = "项目名称, 项目, 工程名称, 跟进项目, 意向项目, project, project name, projekt, projektname, projet, proyecto, progetto"
_CUSTOMER = (
    "客户, 客户名称, 客户名, 对应客户, 关联客户, 所属客户, 客户单位, 客户公司, 公司名称, 公司, 单位名称, 甲方, "
    "业主单位, 建设单位, company, company name, customer, customer name, client, client name, account, account name, organization, "
    "organization name, firma, kunde, client, société, empresa, cliente, "
    "azienda, klient, клиент, компания, 顧客名, 会社名, 고객사"
)
_STAGE = (
    "阶段, 商机阶段, 销售阶段, 当前阶段, 项目阶段, 跟进阶段, 推进阶段, 所处阶段, 目前阶段, 商机状态, 赢单状态, 项目状态, 项目进度, "
    "进展阶段, stage, deal stage, sales stage, pipeline stage, opportunity stage, deal status, phase, sales phase, pipeline, "
    "phase de vente, verkaufsphase, étape, etapa, fase, etap, этап, стадия, フェーズ, 商談フェーズ, 영업단계"
)
_WORTH = (
    "商机金额, 预计金额, 预计销售金额, 预计销售额, 预计成交金额, 预计成交额, 预计合同金额, 预计合同额, 预计签约金额, 预计签单金额, "
    "预估金额, 预估合同额, 意向金额, 项目金额, 项目预算, 预算金额, deal value, deal amount, deal size, expected value, expected amount, "
    "expected revenue, est. value, est value, estimated value, estimated amount, estimated revenue, potential value, "
    "potential revenue, opportunity value, opportunity amount, forecast amount, weighted value, erwarteter umsatz, auftragswert, "
    "montant estimé, valor estimado, valore stimato, szacowana wartość, ожидаемая сумма, 見込金額, 受注予定額, 예상금액"
)
_CLOSE = (
    "预计成交日期, 预计成交时间, 预计成交, 预计签单, 预计签单日期, 预计签单时间, 预计签约, 预计签约日期, 预计签约时间, 预计结单日期, "
    "预计下单时间, 预计下单日期, 预计采购时间, 预计招标时间, expected close, expected close date, expected closing, expected closing date, "
    "est. close, est. close date, estimated close, estimated close date, target close, target close date, close date, closing date, "
    "forecast close, expected order date, abschlussdatum, voraussichtlicher abschluss, clôture prévue, date de clôture prévue, "
    "cierre estimado, fecha de cierre, chiusura prevista, дата закрытия, 受注予定日, 成約予定日, 예상마감일"
)
_CHANCE = (
    "赢率, 赢单率, 赢单概率, 成功率, 成功概率, 成单率, 成单概率, 成交率, 成交概率, 签单概率, 签约概率, 把握, 把握度, 可能性, probability, "
    "probability %, prob, prob %, win probability, win rate, win %, chance, chance %, likelihood, confidence, close probability, "
    "wahrscheinlichkeit, probabilité, probabilidad, probabilità, prawdopodobieństwo, вероятность, 確度, 受注確度, 확률"
)
_VALUE = (
    "金额, 总金额, 销售金额, 赢单金额, amount, value, total, volume, betrag, wert, montant, importe, valor, importo, "
    "kwota, сумма, 金額"
)
_HOPES = (_WORTH, _CLOSE, _CHANCE)


_REACH = frozenset(("phone", "mobile", "email"))
_OF_CUSTOMERS = frozenset(
    "address postcode website industry fax tax_number bank bank_account credit_limit wechat qq birthday gender".split()
)
"""What lists of customers tell, and lists of deals do not."""


def of_customers(fields: Set[str], named: bool) -> bool:
    """Whether a sheet that bears a sign of this table is rather one of customers.

    Args:
        fields: of customers and contacts, which its columns would go to.
        named: whether a column names the deals.
    """
    told = len(fields & _OF_CUSTOMERS) + (not fields.isdisjoint(_REACH))
    return told > (1 if named else 0)


def _words(*groups: str) -> str:
    """The headers of groups as a table's columns write them, each once, the surest first."""
    return "|".join(dict.fromkeys(header for group in groups for header in group.split(", ")))


PIPELINE_TABLES: tuple[ListTable, ...] = (
    (
        "",
        "; ".join((
            *(f"{_DEAL}|{other}" for other in (_STAGE, *_HOPES, _VALUE)),
            *(f"{_PROJECT}|{_CUSTOMER}|{_STAGE}|{hope}" for hope in _HOPES),
            *(f"{_CUSTOMER}|{_STAGE}|{hope}" for hope in _HOPES),
        )),
        QUOTES,
        DEALS,
        {
            "project": _words(_DEAL, _PROJECT),
            "customer": _words(_CUSTOMER),
            "contact.name": "联系人|客户联系人|联系人姓名|contact name|contact person|contact|primary contact",
            "status": _words(_STAGE, "状态, 项目状态, status"),
            "total": _words(_WORTH, _VALUE),
            "won_on": _words("实际成交日期, 成交日期, 赢单日期, 签约日期, 签单日期, 结单日期, closed on, closed date, won on", _CLOSE),
            "date": "创建日期|创建时间|发现日期|发现时间|录入日期|登记日期|立项日期|created|created at|create date|date added|added on",
            "currency": "币种|amountCurrency|currency",
            "notes": "备注|描述|说明|商机描述|项目描述|需求描述|description|notes|remarks|comments",
            "customer.last_contact_on": (
                "最近联系|最近联系时间|最近跟进|最近跟进时间|最后跟进时间|last contact|last contacted|last activity"
            ),
            "-": _words(
                _CHANCE,
                "负责人, 销售, 跟进人, 业务员, 来源, 商机来源, 类型, 商机类型, 产品, 需求, 竞争对手, owner, assigned user, "
                "sales rep, source, type, competitor, next step",
            ),
        },
    ),
)  # fmt: skip
