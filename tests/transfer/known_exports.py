"""Exports as known programs write them: their headers, with made-up people in them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Export:
    """A file of a program: its header line, the filled cells of each row, and how it is written."""

    header: str
    rows: tuple[dict[str, str], ...]
    delimiter: str = ","
    encoding: str = "utf-8"
    quoting: int = csv.QUOTE_MINIMAL
    above: tuple[str, ...] = ()
    headers: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "headers", tuple(next(csv.reader([self.header]))))
        for row in self.rows:
            assert not set(row) - set(self.headers), set(row) - set(self.headers)

    def table(self) -> list[list[str]]:
        """The header and the rows as cells."""
        return [list(self.headers), *([row.get(name, "") for name in self.headers] for row in self.rows)]

    def write(self, folder: Path, name: str = "export.csv") -> Path:
        """The export as a file."""
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter, quoting=self.quoting, lineterminator="\r\n").writerows(self.table())
        place = folder / name
        place.write_bytes(("".join(f"{line}\r\n" for line in self.above) + text.getvalue()).encode(self.encoding))
        return place


OUTLOOK = Export(
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,"
    "Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home Street 2,"
    "Home Street 3,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other Street 2,Other Street 3,"
    "Other City,Other State,Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,Business Phone,"
    "Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,"
    "Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,"
    "Billing Information,Birthday,Business Address PO Box,Categories,Children,Directory Server,E-mail Address,E-mail Type,"
    "E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Address,E-mail 3 Type,"
    "E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,Initials,Internet Free Busy,Keywords,"
    "Language,Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,Other Address PO Box,Priority,"
    "Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,User 3,User 4,Web Page",
    (
        {
            "Title": "Mr.", "First Name": "Oliver", "Last Name": "Grant", "Company": "Northgate Pumps Ltd",
            "Department": "Purchasing", "Job Title": "Buyer", "Business Street": "12 Mill Lane", "Business Street 2": "Unit 4",
            "Business City": "Leeds", "Business State": "West Yorkshire", "Business Postal Code": "LS1 4AP",
            "Business Country/Region": "United Kingdom", "Business Fax": "+44 113 496 0001", "Business Phone": "+44 113 496 0000",
            "Mobile Phone": "+44 7700 900123", "Home Phone": "+44 113 496 0777", "Anniversary": "0/0/00", "Birthday": "0/0/00",
            "Categories": "Key account;Trade fair", "E-mail Address": "oliver.grant@northgate.example", "E-mail Type": "SMTP",
            "E-mail Display Name": "Oliver Grant (oliver.grant@northgate.example)",
            "E-mail 2 Address": "o.grant@home.example", "E-mail 2 Type": "SMTP", "Gender": "Unspecified", "Initials": "O.G.",
            "Notes": "Met in Hannover.\nWants a yearly contract.", "Priority": "Normal", "Private": "False",
            "Sensitivity": "Normal", "Web Page": "http://www.northgate.example", "Spouse": "Ann",
        },
        {
            "First Name": "Amy", "Middle Name": "Jane", "Last Name": "Stone", "Company": "Northgate Pumps Ltd",
            "Job Title": "Director", "Business Phone": "+44 113 496 0002", "E-mail Address": "amy.stone@northgate.example",
            "E-mail Type": "SMTP", "Birthday": "4/17/1980", "Anniversary": "0/0/00", "Gender": "Unspecified",
            "Priority": "Normal", "Private": "False", "Sensitivity": "Normal",
        },
        {
            "First Name": "Maria", "Last Name": "Kelly", "Home Street": "3 Rose Court", "Home City": "York",
            "Home Postal Code": "YO1 7HH", "Home Phone": "+44 1904 496 000", "E-mail Address": "maria.kelly@home.example",
            "E-mail Type": "SMTP", "Birthday": "0/0/00", "Anniversary": "0/0/00", "Gender": "Unspecified",
            "Priority": "Normal", "Private": "False", "Sensitivity": "Normal",
        },
    ),
    quoting=csv.QUOTE_ALL,
)  # fmt: skip

OUTLOOK_WEB = Export(
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,"
    "E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,"
    "Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,"
    "IMAddress,Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,Assistant's Phone,Company Yomi,"
    "Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,"
    "Home State,Home Postal Code,Home Country/Region,Other Street,Other City,Other State,Other Postal Code,"
    "Other Country/Region,Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,Birthday,Anniversary,Notes",
    (
        {
            "First Name": "晓峰", "Last Name": "赵", "Company": "苏州恒达机电有限公司", "Job Title": "采购经理",
            "Business Phone": "0512-65550101", "Mobile Phone": "13800002101", "E-mail Address": "zhao@hengda.example",
            "Business Street": "工业园区星湖街1号", "Business City": "苏州市", "Business State": "江苏省",
            "Business Postal Code": "215000", "Business Country/Region": "中国", "Birthday": "1985-03-02",
        },
        {"First Name": "敏", "Last Name": "孙", "Mobile Phone": "13800002102", "Home City": "无锡市", "Notes": "老客户介绍"},
    ),
    encoding="utf-8-sig",
)  # fmt: skip

OUTLOOK_CHINESE = Export(
    "英文称谓,名,中间名,姓,中文称谓,单位,部门,职务,商务地址 街道,商务地址 街道 2,商务地址 街道 3,商务地址 市/县,商务地址 省/市/自治区,"
    "商务地址 邮政编码,商务地址 国家/地区,住宅地址 街道,住宅地址 街道 2,住宅地址 街道 3,住宅地址 市/县,住宅地址 省/市/自治区,"
    "住宅地址 邮政编码,"
    "住宅地址 国家/地区,其他地址 街道,其他地址 街道 2,其他地址 街道 3,其他地址 市/县,其他地址 省/市/自治区,其他地址 邮政编码,"
    "其他地址 国家/地区,"
    "助理的电话,商务传真,商务电话,商务电话 2,回电话,车载电话,单位主要电话,住宅传真,住宅电话,住宅电话 2,ISDN,移动电话,其他传真,"
    "其他电话,寻呼机,"
    "主要电话,无绳电话,TTY/TDD 电话,电报,Internet 忙闲,办公地点,地点,电子邮件地址,电子邮件类型,电子邮件显示名称,电子邮件 2 地址,"
    "电子邮件 2 类型,电子邮件 2 显示名,电子邮件 3 地址,电子邮件 3 类型,电子邮件 3 显示名,附注,工作证号码,关键词,记帐信息,纪念日,"
    "经理姓名,类别,"
    "里程,敏感度,目录服务器,配偶,其他地址 - 邮箱,商务地址 - 邮箱,身份证编号,生日,私有,缩写,网页,性别,业余爱好,引用者,用户 1,"
    "用户 2,用户 3,"
    "用户 4,优先级,语言,帐户,职业,助理的姓名,住宅地址 - 邮箱,子女",
    (
        {
            "名": "建国", "姓": "周", "中文称谓": "先生", "单位": "无锡华泰轴承有限公司", "部门": "采购部", "职务": "部长",
            "商务地址 街道": "惠山区工业路18号", "商务地址 市/县": "无锡市", "商务地址 省/市/自治区": "江苏省",
            "商务地址 邮政编码": "214100", "商务地址 国家/地区": "中华人民共和国", "商务传真": "0510-83550102",
            "商务电话": "0510-83550101", "移动电话": "13800002201", "电子邮件地址": "zhou@huatai.example",
            "电子邮件类型": "SMTP", "电子邮件显示名称": "周建国 (zhou@huatai.example)", "附注": "每季度拜访",
            "纪念日": "0-0-0", "生日": "1976-5-20", "类别": "重点;轴承", "敏感度": "普通", "私有": "False", "缩写": "Z.J.",
            "性别": "未指定", "优先级": "中", "网页": "http://www.huatai.example", "业余爱好": "钓鱼",
        },
        {
            "名": "丽", "姓": "陈", "移动电话": "13800002202", "住宅地址 街道": "梁溪区中山路5号", "住宅地址 市/县": "无锡市",
            "电子邮件地址": "chenli@home.example", "电子邮件类型": "SMTP", "生日": "0-0-0", "纪念日": "0-0-0",
            "敏感度": "普通", "私有": "False", "性别": "未指定", "优先级": "中",
        },
    ),
    encoding="gb18030",
    quoting=csv.QUOTE_ALL,
)  # fmt: skip

GOOGLE = Export(
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,"
    "Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,"
    "Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,"
    "Phone 3 - Type,Phone 3 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
    "Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
    "Organization 1 - Department,Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,"
    "Website 1 - Type,Website 1 - Value",
    (
        {
            "Name": "Hanna Berg", "Given Name": "Hanna", "Family Name": "Berg", "Birthday": "1979-08-21",
            "Notes": "Prefers mail", "Photo": "https://photos.example/h.jpg",
            "Group Membership": "Buyers ::: Sweden ::: * myContacts", "E-mail 1 - Type": "* Work",
            "E-mail 1 - Value": "hanna@lundvent.example ::: berg@lundvent.example", "E-mail 2 - Type": "Home",
            "E-mail 2 - Value": "hanna@home.example", "Phone 1 - Type": "Mobile", "Phone 1 - Value": "+46 70 174 06 05",
            "Phone 2 - Type": "Work", "Phone 2 - Value": "+46 8 465 004 01", "Phone 3 - Type": "Work Fax",
            "Phone 3 - Value": "+46 8 465 004 99", "Address 1 - Type": "Work",
            "Address 1 - Formatted": "Storgatan 5\n111 23 Stockholm\nSE", "Address 1 - Street": "Storgatan 5",
            "Address 1 - City": "Stockholm", "Address 1 - Postal Code": "111 23", "Address 1 - Country": "SE",
            "Organization 1 - Name": "Lund Ventilation AB", "Organization 1 - Title": "Project manager",
            "Website 1 - Type": "Work", "Website 1 - Value": "http://www.lundvent.example",
        },
        {
            "Name": "刘洋", "Given Name": "洋", "Family Name": "刘", "Group Membership": "* myContacts",
            "Phone 1 - Type": "Mobile", "Phone 1 - Value": "138 0000 2301 ::: 139-0000-2302",
        },
        {
            "Name": "Erik Lund", "Given Name": "Erik", "Family Name": "Lund", "Group Membership": "* myContacts",
            "E-mail 1 - Type": "*", "E-mail 1 - Value": "erik@lundvent.example", "Phone 1 - Type": "Work",
            "Phone 1 - Value": "+46 8 465 004 02", "Organization 1 - Name": "Lund Ventilation AB",
        },
    ),
    encoding="utf-16",
)  # fmt: skip

GOOGLE_NEW = Export(
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,"
    "Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,"
    "Phone 2 - Value,Phone 3 - Label,Phone 3 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,"
    "Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,"
    "Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value",
    (
        {
            "First Name": "Juan", "Last Name": "Pérez", "Organization Name": "Talleres Pérez SL",
            "Organization Title": "Gerente", "Birthday": " --05-11", "Labels": "Clientes ::: * myContacts",
            "E-mail 1 - Label": "* Work", "E-mail 1 - Value": "juan@talleres.example", "Phone 1 - Label": "Work",
            "Phone 1 - Value": "+34 910 50 00 01", "Phone 2 - Label": "Mobile", "Phone 2 - Value": "+34 600 00 00 01",
            "Phone 3 - Label": "Home", "Phone 3 - Value": "+34 910 50 00 02", "Address 1 - Label": "Work",
            "Address 1 - Formatted": "Calle Mayor 1\nMadrid, 28001\nES", "Address 1 - Street": "Calle Mayor 1",
            "Address 1 - City": "Madrid", "Address 1 - Region": "Madrid", "Address 1 - Postal Code": "28001",
            "Address 1 - Country": "ES", "Custom Field 1 - Label": "Dept code", "Custom Field 1 - Value": "M-7",
        },
        {"First Name": "Ana", "Phone 1 - Label": "Mobile", "Phone 1 - Value": "+34 600 00 00 02", "Labels": "* myContacts"},
        {
            "Organization Name": "Ferretería Sol", "Phone 1 - Label": "Main", "Phone 1 - Value": "+34 910 50 00 09",
            "Labels": "* myContacts",
        },
    ),
)  # fmt: skip
