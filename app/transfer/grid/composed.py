"""Chinese headers put together of parts, as programs name their columns: 客户所在省名称 is 省份, 归属销售姓名 is 业务员.

The patterns tell families of headers; each is read as the word of its family that the dictionary knows.
"""

from __future__ import annotations

import re

_WHOSE = "(?:客户|会员|公司|企业|单位|供应商|供货商|商户|门店|店铺|商家|用户|线索|往来单位|联系人|收货人?|收件人?)?"
_WHERE = "(?:所在地?|所属|归属|业务|注册|登记|经营|办公|常驻|居住|现居住?|联系|通讯|送货|收货)?"
_CALLED = "(?:的?(?:姓名|名称|名字|全称|中文名|昵称))?"
_TALKED = (
    "(?:跟进|跟踪|联系|联络|沟通|拜访|走访|回访|外访|咨询|来访|到访|到店|来店|接待|洽谈|会谈|约谈|面谈|访谈|交流|通话|致电|外呼|呼叫|电访|"
    "互动|触达|随访)"
)
_MET = "(?:拜访|走访|回访|外访|洽谈|会谈|约谈|面谈|访谈|交流|跟进|跟踪|沟通)"
"""Of talks to which one goes: whom one receives may come to one's own place."""
_SAID = "(?:内容|记录|情况|详情|纪要|描述|说明|概要|摘要|小结|总结|要点|详细记录|记录内容|日志)"
_LAST = "(?:上次|上一次|最近|最近一次|最近的?|最后|最后一次|最新|末次|近期)"
_NEXT = "(?:下次|下一次|下回|下一步|计划下次|预约下次|预计下次)"
_WHEN = "(?:的?(?:时间|日期|日))"
_MINE = (
    "(?:归属|所属|负责|跟进|跟单|专属|服务|对接|分管|主管|维护|管理|接待|当前|最新|我方|我司|本司|内部|客户|主|原|首要)"
)
_STAFF = (
    "(?:销售|销售员|销售人员|销售专员|销售经理|销售代表|销售顾问|销售负责人|业务员|业务人员|业务专员|业务经理|业务代表|业务负责人|业务|导购|导购员|顾问|客服|客服专员|客服人员|"
    "客户经理|员工|专员|管家|运营|营销员|推广员|团队成员|成员|项目经理|售前|bd)"
)

_NAMED_STAFF = rf"(?!业务的?(?:姓|名)){_STAFF}"

_FAMILIES: tuple[tuple[str, str], ...] = (
    ("业务员", rf"{_WHOSE}{_MINE}{{1,2}}{_STAFF}{_CALLED}|{_NAMED_STAFF}(?:的?(?:姓名|名字|中文名|昵称))"),
    ("业务员", rf"{_WHOSE}(?:归属|所属|负责|跟进|跟单|维护|服务|对接)(?:人|人员|者){_CALLED}"),
    ("国家", rf"{_WHOSE}{_WHERE}国家(?:名称|地区|/地区)?"),
    ("省份", rf"{_WHOSE}{_WHERE}省(?:份|级|市)?(?:名称?)?"),
    ("城市", rf"{_WHOSE}{_WHERE}(?:城市|地级市|市)(?:名称?)?"),
    ("区县", rf"{_WHOSE}{_WHERE}(?:区|区县|县区|县|区域县|行政区)(?:名称?)?"),
    ("街道", rf"{_WHOSE}{_WHERE}(?:街道|乡镇|镇)(?:名称|地址|门牌号?)?"),
    ("地区", rf"{_WHOSE}{_WHERE}(?:地区|区域|大区|片区)(?:名称)?"),
    ("行业", rf"{_WHOSE}(?:所属|所在|从事|主营)?行业(?:类型|类别|分类|划分|名称|领域|性质|大类|属性)?"),
    ("客户类型", r"(?:客户|会员|公司|单位|供应商|商户|机构|往来单位)(?:类型|类别|性质|属性|种类)(?:名称)?"),
    (
        "客户等级",
        r"(?:客户|会员卡?|意向|供应商|合作|潜力|重要|价值|购买意向|vip|用户|商户)的?(?:评级|等级|级别|分级|星级|评定|层级|程度)(?:名称)?",
    ),
    ("客户来源", rf"{_WHOSE}(?:商机|信息|数据|获客|推广|注册|引流|渠道|成交|询盘)?来源(?:渠道|方式|平台|途径|类型|名称)?"),
    ("客户状态", r"(?:客户|跟进|合作|会员|成交|线索|意向|当前跟进|销售)(?:的)?(?:状态|阶段|进度)(?:名称)?"),
    ("手机", r"(?:手机|电话|联系电话|手机号码?|联系方式)(?:兼|和|及|与|即)?微信(?:同号|同步|一致)|微信(?:同号|同手机号?)"),
    ("标签", rf"{_WHOSE}(?:标签|分组|所属分组)(?:名称)?"),
    ("部门", r"(?:联系人|客户)?(?:所在|所属)?(?:部门|科室)(?:名称)?"),
    ("职务", r"(?:联系人|客户|对方)?(?:所任|担任|现任|所在)?(?:职务|职位|岗位)(?:名称)?"),
    (
        "建档日期",
        rf"(?:会员)?(?:入会|注册|录入|建档|登记|新增|添加|提交|首次{_TALKED}?|成为会员|成为客户|加好友){_WHEN}",
    ),
    ("成立日期", rf"(?:公司|企业|单位|工商|营业执照|客户)(?:注册|成立|登记|创立|设立){_WHEN}|注册成立{_WHEN}"),
    ("最近联系时间", rf"{_LAST}(?:一次)?(?:客户)?{_TALKED}{_WHEN}?"),
    ("下次跟进时间", rf"{_NEXT}{_TALKED}{_WHEN}?|(?:计划|预计|预约|待|拟){_TALKED}{_WHEN}"),
    ("下次跟进内容", rf"{_NEXT}{_TALKED}?(?:内容|事项|计划|安排|目标|要点)"),
    ("跟进日期", rf"(?:本次|客户)?{_TALKED}{_WHEN}"),
    ("跟进内容", rf"(?:本次|客户)?{_TALKED}的?(?:具体|详细|主要)?{_SAID}"),
    ("跟进人", rf"(?!联系|联络|咨询)(?:本次|客户)?{_TALKED}(?:人|人员|员|者|员工|专员){_CALLED}"),
    ("跟进方式", rf"(?:本次|客户)?{_TALKED}(?:方式|类型|形式|途径|渠道|类别)"),
    ("跟进结果", rf"(?:本次|客户)?{_TALKED}(?:结果|反馈|结论|效果|评价|成果)"),
    ("拜访地点", rf"(?:本次|客户)?{_MET}的?(?:地点|位置|地址|场所)"),
    ("拜访客户", rf"(?:本次)?{_MET}的?(?:客户|单位|企业|公司)(?:名称|全称|名)?"),
    ("拜访对象", rf"(?:本次)?{_MET}的?对象(?:姓名|名称|名字)"),
)  # fmt: skip
_PATTERNS = tuple((word, re.compile(pattern)) for word, pattern in _FAMILIES)
_NUMBERS = ("单编号", "单号", "编号", "编码", "代码", "号码", "号")
_CODED = re.compile(
    r".*(?:编号|编码|代码|编码号|单号|流水号|序列号|身份证件?号码?|证件号码?|证号|学号|工号|车牌号码?|id|uuid|code|"
    r"照片?|图片|截图|头像|二维码|附件|扫描件|影像|录音|検索用|検索キー|搜索用|查询用)|"
    r"[^\d街路道巷弄村区镇市]{1,6}(?<![机话系信])号"
)
"""Numbers of other things, and pictures: never guessed at by what stands in their columns."""


def plainer(header: str) -> str:
    """The word of the dictionary that a header of several parts stands for.

    Args:
        header: the header, folded.

    Returns:
        the word; "" for a header of no family.
    """
    if header.isascii() or not header:
        return ""
    return next((word for word, pattern in _PATTERNS if word != header and pattern.fullmatch(header)), "")


def renumbered(header: str) -> tuple[str, ...]:
    """What else the number of something is called: 合同编码 is 合同编号 and 合同号.

    Args:
        header: the header, folded.
    """
    ending = next((end for end in _NUMBERS if header.endswith(end) and len(header) > len(end) + 1), "")
    stem = header.removesuffix(ending)
    return tuple(stem + end for end in _NUMBERS if end != ending) if ending else ()


def coded(header: str) -> bool:
    """Whether a header, folded, names the number of something that has no field here (客户缴费编号), or a picture (门头照)."""
    return not header.isascii() and _CODED.fullmatch(header) is not None
