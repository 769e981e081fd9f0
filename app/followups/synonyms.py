"""The headers that old sheets give to follow-up histories and lists of what is to be done, in Chinese and English.

Case, blanks and punctuation do not count when a header is compared.
"""

from __future__ import annotations

from app.followups import synonyms_abroad

_ACTIVITY_WORDS = {
    "": (
        "联系记录|跟进记录|售后回访|电话回访|回访登记|回访表|拜访记录|回访记录|沟通记录|往来记录|走访记录|通话记录|"
        "电话记录|服务记录|客户跟进|客户拜访|"
        "客户回访|工作周报|业务周报|销售周报|工作日报|业务日报|拜访日报|拜访报告|跟进表|拜访表|跟进日志|联系日志|拜访日志|"
        "询盘记录|询价记录|咨询记录|咨询登记|来电登记|来电记录|来访登记|inquiries|inquiry log|enquiries|enquiry log|"
        "follow-up history|follow-ups|follow ups|"
        "contact history|contact log|訪問記録|訪問履歴|商談記録|対応履歴|活動記録|call log|calls|visits|visit log|"
        "visit report|call report|interactions|"
        "communication log|conversations|activity log|kontakte historie|besuchsberichte"
    ),
    "customer": (
        "拜访客户|拜访单位|跟进客户|联系客户|被访单位|回访客户|走访单位|受访单位|regarding|related to|company visited|"
        "related record|related record name|related name|related account|related company|record name|account visited|client visited|"
        "client contacted|company contacted"
    ),
    "contact": (
        "来电人|咨询人|接洽人|洽谈对象|接洽对象|会谈人|面谈人|访谈对象|拜访对象|沟通人|洽谈人|受访者|客户联系人|客户人员|对方人员|"
        "受访人|被访人|受访人员|被访人员|被拜访人|受访对象|走访对象|对方联系人|对方接待人|客户方人员|客户代表|来访人|来访者|来访人员|"
        "到访人|来电人|对接人|接待人|沟通对象|联系对象|spoke to|spoke with|met with|person met|attendee|attendees|"
        "person seen|people seen|contact seen|who was seen|person visited|person contacted|person spoken to|spoken to|discussed with|"
        "talked to|talked with"
    ),
    "kind": (
        "方式|联系方式类型|跟进方式|联系方式|沟通方式|拜访方式|回访方式|跟进类型|联系类型|拜访类型|活动类型|类型|类别|形式|"
        "way|method|channel|type|activity type|contact method|call type|contact type|medium"
    ),
    "done_at": (
        "日期|时间|联系日期|联系时间|跟进日期|跟进时间|拜访日期|拜访时间|回访日期|回访时间|沟通日期|沟通时间|走访日期|走访时间|"
        "通话时间|来访日期|来访时间|到访日期|到访时间|来店日期|来店时间|进店时间|外访时间|约谈时间|约谈日期|交流日期|交流时间|"
        "会谈日期|会谈时间|"
        "会面时间|会面日期|致电时间|致电日期|通话日期|拜訪日期|回訪日期|聯絡日期|記錄日期|"
        "记录日期|记录时间|发生日期|发生时间|填写日期|本次跟进时间|本次联系时间|日期时间|"
        "date|time|date time|contact date|call date|visit date|activity date|date of contact|date of visit|when|"
        "done on|start|start date|start time|completed on|datum|訪問日|訪問日時|面談日|商談日|対応日|来店日|活動日|"
        "联络日期|联络时间|洽谈日期|洽谈时间|接待日期|接待时间|来电时间|来电日期|外访日期|date visite|fecha visita|"
        "fecha|fecha de visita|data|data visita|data della visita|data da visita|date de visite|datum bezoek|data wizyty|дата|дата визита|"
        "дата встречи|дата звонка|tarih|ziyaret tarihi|방문일|방문일자|상담일|datum besuch|besuchsdatum"
    ),
    "text": (
        "内容|联系内容|跟进内容|沟通内容|拜访内容|回访内容|洽谈内容|谈话内容|通话内容|会谈内容|走访内容|交流内容|跟进记录|"
        "联系记录|沟通记录|拜访记录|回访记录|跟进情况|联系情况|沟通情况|拜访情况|拜访纪要|会谈纪要|洽谈情况|事项|主题|摘要|"
        "来访事由|来访目的|来访内容|到访事由|来电内容|来电事由|来电事项|接待内容|接待情况|约谈内容|走访情况|交流情况|通话情况|"
        "回访情况|回访记录内容|回访问题|工作内容|工作事项|工作情况|事宜|主要事宜|拜访事宜|洽谈事宜|沟通事宜|主要内容|具体内容|问题反馈|拜訪內容|回訪內容|聯絡內容|洽談內容|"
        "记录|详情|详细内容|描述|情况说明|说明|备注|notes|note|subject|summary|description|details|comments|comment|"
        "content|body|reason|reason for call|purpose|purpose of visit|purpose of call|reason for visit|call purpose|visit purpose|"
        "minutes of meeting|discussion|remarks|what was discussed|call notes|visit notes|inhalt|notiz|"
        "motivo|motivo de la visita|comentarios|observaciones|asunto|detalle|resumen|compte rendu|objet|commentaires|"
        "objet de la visite|note visita|motivo visita|argomento|oggetto|relato|assunto|descrição|motivo da visita|verslag|"
        "bezoekverslag|gespreksnotitie|onderwerp|notatki|temat|przebieg|opis|комментарий|содержание|тема|цель визита|görüşme|"
        "görüşme notu|konu|방문내용|상담내용|내용|gesprächsnotiz|besuchsnotiz|gesprächsinhalt|anlass|thema"
    ),
    "outcome": (
        "结果|处理|处理情况|处理意见|处理进度|答复|回复|回复内容|处理结果|跟进结果|联系结果|沟通结果|拜访结果|回访结果|结论|成果|"
        "客户反馈|反馈|客户意见|客户态度|客户评价|满意度|"
        "满意程度|回访满意度|进展|"
        "outcome|result|results|feedback|disposition|call result|ergebnis|"
        "resultado|resultado de la visita|résultat|suite donnée|esito|risultato|resultaat|uitkomst|wynik|efekt|результат|итог|sonuç|결과"
    ),
    "place": (
        "地点|拜访地点|会议地点|会面地点|见面地点|沟通地点|洽谈地点|走访地点|活动地点|拜访地址|会议地址|"
        "place|location|venue|where|meeting place|ort"
    ),
    "minutes": "时长|通话时长|时长分钟|分钟|用时|duration|duration minutes|minutes|call duration|mins",
    "author": (
        "跟进人|跟进人员|实施人|实施人员|执行人|执行人员|联系人员|拜访人员|回访人|回访人员|记录人|填写人|填报人|录入人|创建人|业务员|"
        "销售|销售员|销售人员|"
        "负责人|业务人员|客户经理|我方人员|我方|责任人|经办人|员工|by|author|owner|user|rep|sales rep|salesperson|"
        "assigned to|created by|logged by|staff|employee|agent|caller|mitarbeiter|回访员|拜访员|访问人|訪問者|接待员|"
        "拜访人|拜访者|走访人|走访人员|走访员|外访人|外访人员|访客人员|接待人|接待人员|接听人|接听人员|接线员|客服|客服人员|客服专员|"
        "回访专员|"
        "回访客服|跟单员|跟单人|经手人|我方对接人|我方联系人|我方负责人|我方代表|我方参与人|我司人员|我司对接人|我司负责人|陪同人员|"
        "visited by|recorded by|entered by|reported by|noted by|written by|done by|taken by|"
        "visitor|called by|contacted by|handled by|rep name|拜訪人|回訪人|接待人員|besucht von"
    ),
}
_REMINDER_WORDS = {
    "priority": (
        "优先级|优先程度|重要程度|紧急程度|优先|priority|importance|urgency|priorität|dringlichkeit|wichtigkeit|priorité|urgence|"
        "prioridad|urgencia|prioridade|urgência|priorità|urgenza|prioriteit|urgentie|priorytet|priorita|prioritás|prioritate|"
        "prioritet|prioriteetti|öncelik|προτεραιότητα|приоритет|важность|срочность|пріоритет|優先度|重要度|우선순위|중요도|"
        "mức độ ưu tiên|ưu tiên|prioritas|ความสำคัญ|ลำดับความสำคัญ|優先級|優先順序|緊急程度"
    ),
    "": (
        "提醒|待办|待办事项|回访计划|拜访计划|跟进计划|联系计划|工作计划|日程|日程安排|备忘|备忘录|任务|任务清单|"
        "reminders|reminder|todo|to do|to-do|todos|tasks|task list|call plan|visit plan|follow-up plan|agenda|aufgaben"
    ),
    "contact": "回访对象|拜访对象|联系对象",
    "kind": "方式|类型|计划方式|提醒方式|跟进方式|回访方式|拜访方式|任务类型|type|task type|way|method|channel",
    "text": (
        "事项|待办事项|提醒内容|提醒事项|计划内容|回访内容|拜访内容|任务|任务内容|任务名称|工作内容|内容|主题|标题|要做的事|"
        "下一步|下次跟进内容|下一步计划|下步计划|备注|说明|目的|拜访目的|回访目的|"
        "task|subject|what|what to do|todo|to do|title|description|reminder|notes|next step|next action|aufgabe|betreff"
    ),
    "due_at": (
        "日期|时间|提醒日期|提醒时间|计划日期|计划时间|回访日期|回访时间|拜访日期|计划拜访日期|计划回访日期|到期日|"
        "到期日期|"
        "截止日期|截止时间|完成期限|期限|应回访日期|预约时间|预约日期|下次|下次时间|下次日期|下次跟进|下次跟进日期|下次跟进时间|下次联系|"
        "下次联系时间|下次联系日期|"
        "下次拜访|下次拜访时间|下次回访|下次回访时间|下次回访日期|"
        "due|due date|due on|due at|deadline|date|time|when|remind at|reminder date|reminder time|"
        "next contact|next follow up|next follow-up|next follow up date|follow up date|next call|"
        "scheduled|scheduled for|planned date|fällig|fälligkeitsdatum"
    ),
    "done_at": (
        "状态|完成|是否完成|完成状态|完成情况|完成日期|完成时间|已完成|实际完成日期|办理情况|执行情况|处理状态|"
        "status|date completed|completed date|done|completed|complete|done on|completed on|completion date|finished|closed|erledigt"
    ),
}
_TALKED = "拜访|洽谈|跟进|跟踪|回访|沟通|走访|交流|会谈|约谈|来访|接待|联系|通话|谈话|面谈|外访".split("|")
_SAID = "目的|内容及结果|内容与结果|情况及结果|情况与结果|及结果|情况说明|过程|纪要|要点|详情|主题|事由|描述|总结|小结|概况|说明".split(
    "|"
)
_ACTIVITY_WORDS["text"] += "|" + "|".join(talk + said for talk in _TALKED for said in _SAID)


def _split(words: dict[str, str], further: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(dict.fromkeys(part for part in f"{text}|{further.get(name, '')}".split("|") if part))
        for name, text in words.items()
    }


ACTIVITY = _split(_ACTIVITY_WORDS, synonyms_abroad.ACTIVITY_WORDS)
REMINDER = _split(_REMINDER_WORDS, synonyms_abroad.REMINDER_WORDS)
"""By the field's name, "" for the words that name the kind of record itself, as titles of sheets have them."""
