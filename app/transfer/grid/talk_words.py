"""Headers that tell that each row of a sheet is a conversation: 拜访日期, 拜访人, 拜访内容."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.transfer.grid.folding import fold

_TALK = (
    "(?:客户|本次|电话|售后|上门|实际)?(?:拜访|回访|跟进|跟踪|洽谈|沟通|走访|来访|到访|来店|通话|会谈|会面|约谈|交流|联系|联络|接待|致电|来电|外访|咨询|"
    "寻访|电访|上门|拜訪|回訪|聯絡|聯繫|訪問|商談|面談|対応)"
)
_DAY = re.compile(
    rf"{_TALK}(?:日期|时间|时刻|時間|日時|日)|日期|时间|时间日期|日期时间|日付|date|day|datetime|when|(?:visit|call|contact|meeting|activity|interaction)date|"
    r"dateof(?:visit|call|contact)|besuchsdatum|datum|datevisite|datedevisite|fechavisita|fechadevisita|fecha|data|datavisita|datadavisita|"
    r"datadellavisita|datumbezoek|datawizyty|datacontatto|датавизита|датавстречи|дата|tarih|ziyarettarihi|görüşmetarihi|"
    r"(?:방문|상담|통화|미팅|연락|접촉)?(?:일자|날짜|일시)|(?:방문|상담|통화|미팅|연락)일|(?:訪問|商談|面談|対応|連絡)?(?:日付|年月日)|"
    r"дата(?:и|і)?(?:время|час)|дата(?:звонка|контакта|разговора|візиту|дзвінка|зустрічі)|ngày(?:gọi|gặp|liênhệ|giờ)?|tanggal(?:kunjungan)?|วันที่"
)
_SAID = re.compile(
    rf"{_TALK}的?(?:具体|详细|主要)?(?:内容|内容[及与和]?结果|情况[及与和]?结果|主题|纪要|情况|事由|目的|要点|详情|摘要|记录|问题|反馈|内容摘要|概况|描述|总结|小结|內容|情況|記錄)|商談内容|対応内容|訪問内容|"
    r"(?:visit|call|meeting|contact|conversation|discussion)(?:notes|summary|report|details|purpose)|whatwasdiscussed|discussion|"
    r"discussed|gesprächsnotiz|gesprächsinhalt|compterendu|notasdelavisita|asuntotratado|motivodelavisita|resumendelavisita|"
    r"comentarios|observaciones|motivo|resultado|compterenduvisite|objetvisite|commentaires|note(?:della)?visita|esito|motivovisita|relato|"
    r"bezoekverslag|gespreksnotitie|notatki|przebieg|комментарий|результат|итог|görüşme|görüşmenotu|notlar|(?:방문|상담|통화|미팅|회의)(?:내용|메모|결과)|besuchsnotiz|"
    r"(?:суть|содержание|тема)(?:разговора|звонка|встречи|обращения)?|зміст(?:розмови)?|результат(?:звонка|встречи)|nộidung(?:traođổi|cuộcgọi|làmviệc)?|"
    r"görüşme(?:konusu|detayı|sonucu)|treśćrozmowy|průběhjednání|hasil(?:kunjungan|pembicaraan)|"
    r"besuchsbericht|gesprächsthema|anlass"
)
_HOW = re.compile(
    rf"(?!(?:客户)?联[系络](?:人|方式|对象|地点)){_TALK}(?:人|人员|員|员|者|专员|客服|方式|形式|类型|渠道|途径|对象(?:姓名|名称)?|地点|位置|时长|结果|人員)|受访人员?|被访人员?|受访者|来访人|"
    r"(?:visited|called|contacted|seen|logged)by|(?:visit|call|contact)(?:type|method|result)|spoke(?:to|with)|metwith|personmet|"
    r"próximavisita|proximavisita|prochainevisite|prossimavisita|nextvisit|nextcall|nextstep|nächsterbesuch|nästabesök|коммент"
)
_OWN_DAY = re.compile(
    r"(?:visit|call|contact|meeting|activity|interaction)(?:date|time|datetime)|dateof(?:visit|call|contact)"
)
_TALKED = re.compile(rf"{_TALK}(?:日期|时间|時間|日時|日)|{_OWN_DAY.pattern}")
_BESIDES = re.compile(
    r"序号|編號|编号|no|id|联系人|聯絡人|contact(?:name|person)?|备注|備註|notes?|remarks?|负责人|業務員?|业务员?|销售(?:员|人员)?|owner|sales(?:person|rep)?|"
    r".*(?:负责人|业务员|客户|联系人|跟进人|用户|owner|user|contact|customer|account|assigned(?:to)?)_?(?:id|编号|编码)"
)
"""What a list of conversations may tell besides: whose they are, with whom, and the numbers of both."""
_WHAT = re.compile(r"内容|內容|事项|事項|摘要|纪要|紀要")
_WAY = re.compile(r"方式|形式|途径|途徑|渠道")
"""Bare words for what was said and how, which tell of conversations together, or beside who held them: 方式, 内容; 内容, 跟进人."""
_OWN_SAID = re.compile(
    r"subject|details|description|notes|reason|summary|comments?|(?:activity|call|meeting|visit)subject"
)
"""What says enough beside a day that is surely one of a conversation."""


def logged(headers: Sequence[str], customer: int = 0) -> bool:
    """Whether the headers alone tell of conversations: when, what was said, and who spoke or how; without that the day comes first.

    Args:
        headers: the headers in their order.
        customer: the place of the one that names the customer.
    """
    heads = [fold(one) for one in headers]
    days = [at for at, one in enumerate(heads) if _DAY.fullmatch(one)]
    own = any(map(_OWN_DAY.fullmatch, heads)) and any(map(_OWN_SAID.fullmatch, heads))
    held = any(map(_HOW.fullmatch, heads))
    if any(map(_WHAT.fullmatch, heads)):
        held = held or any(map(_WAY.fullmatch, heads))
        own = own or held
    if not days or not (own or any(_SAID.fullmatch(one) for one in heads)):
        return False
    if days[0] < customer or held:
        return True
    # Nothing is told but when somebody was spoken to, and what was said.
    others = [
        one for at, one in enumerate(heads) if at != customer and not (_DAY.fullmatch(one) or _SAID.fullmatch(one))
    ]
    return any(_TALKED.fullmatch(heads[at]) for at in days) and all(map(_BESIDES.fullmatch, others))
