"""Makes the messy sample spreadsheets of this folder, as a small Chinese firm keeps them; run it after a change here.

All people, firms, numbers and addresses are invented: phones are 138 0000 xxxx and the like, net addresses end in .example.
The result is the same at each run, so that the files in the repository change only when this file does.
"""

from __future__ import annotations

import csv
import io
import random
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).resolve().parent
STAMP = datetime(2025, 12, 3, 17, 42)

CITIES = (
    ("苏州", "0512", "江苏", ("吴中区尧峰西路", "工业园区星湖街", "相城区春申湖中路", "高新区竹园路")),
    ("无锡", "0510", "江苏", ("惠山区洛社大道", "新吴区长江路", "锡山区东亭路")),
    ("昆山", "0512", "江苏", ("开发区前进东路", "玉山镇城北路", "张浦镇振新路")),
    ("常州", "0519", "江苏", ("武进区延政大道", "新北区通江路")),
    ("南通", "0513", "江苏", ("通州区金新路", "崇川区工农路")),
    ("宁波", "0574", "浙江", ("北仑区黄山路", "鄞州区下应路")),
    ("嘉兴", "0573", "浙江", ("南湖区亚太路", "秀洲区加创路")),
    ("绍兴", "0575", "浙江", ("柯桥区鉴湖路", "上虞区人民路")),
    ("台州", "0576", "浙江", ("玉环市楚门镇", "椒江区东环大道")),
    ("杭州", "0571", "浙江", ("滨江区江南大道", "余杭区文一西路")),
    ("合肥", "0551", "安徽", ("经开区繁华大道", "高新区长江西路")),
    ("马鞍山", "0555", "安徽", ("雨山区九华路",)),
)
NAMES = (
    "恒瑞 拓嘉 海晟 佳禾 锦程 正邦 金泰 优尼特 远景 鸿远 精工 宏图 恒达 立信 瑞锦 中瑞 东方 利源 德昌 华晟 鼎盛 凯博 "
    "万联 新宇 天成 博远 汇丰源 永兴 三合 昌隆 "
    "启明 协力 联创 科达 美佳 顺发 百川 通达 长青 丰泽 众诚 安泰 同辉 卓越 广源 龙腾 宝立 嘉业 金鹰 和兴 泰来 信诚 润泽 "
    "君安 兴华 大成 荣光 振业"
).split()
TRADES = (
    "精密机械",
    "新材料",
    "模具",
    "食品",
    "印染",
    "阀门",
    "铸造",
    "电子",
    "塑胶",
    "纺织",
    "眼镜",
    "冶金备件",
    "汽配",
    "五金",
    "包装",
    "纸业",
)
FORMS = ("有限公司", "有限公司", "有限公司", "股份有限公司", "厂", "", "有限责任公司")
SURNAMES = "周吴郑王顾沈潘郝方许徐蒋孙卢金唐季陈林何"
GIVEN = "建明 敏 海波 晓红 丽 志强 建国 磊 峰 晴 燕 立新 志刚 永福 宁 明 伟 芳 国华 小军 雪梅 文斌 俊 倩".split()
TITLES = ("采购", "采购经理", "设备科", "厂长", "总经理", "财务", "生产主管", "")
REMARKS = (
    "老客户!!",
    "",
    "",
    "爱喝茶",
    "货到付款",
    "催款！",
    "",
    "要13%专票",
    "",
    "月结30天",
    "换过采购",
    "",
    "只认老林",
    "下午好找人",
)
SOURCES = ("展会", "老客户介绍", "网络", "电话营销", "同行介绍")


def day_text(number: int, day: date) -> object:
    """A day the way five hands write it."""
    return (
        day,
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%y}/{day.month}/{day.day}",
        f"{day:%Y-%m-%d}",
        f"{day.year}年{day.month}月{day.day}日",
    )[number % 5]


def firms() -> list[dict[str, str]]:
    """The invented firms."""
    chance = random.Random(2019)
    found = []
    for number, name in enumerate(NAMES):
        city, area, province, streets = CITIES[number % len(CITIES)]
        trade = TRADES[number % len(TRADES)]
        found.append(
            {
                "name": f"{city}{name}{trade}{FORMS[number % len(FORMS)]}",
                "short": name + trade[:2],
                "city": city,
                "province": province,
                "trade": trade,
                "person": SURNAMES[number % len(SURNAMES)] + GIVEN[(number * 7) % len(GIVEN)],
                "title": TITLES[(number * 3) % len(TITLES)],
                "mobile": f"1{chance.choice('35789')}{chance.randrange(10)}0000{2000 + number * 37:04d}",
                "landline": f"{area}-6600{1000 + number * 53:04d}",
                "address": f"{chance.choice(streets)}{chance.randrange(8, 480)}号",
                "tax": f"9132{number:02d}00MA1{1000000 + number * 7919:07d}",
            }
        )
    return found


def person_cell(number: int, firm: dict[str, str]) -> str:
    """A contact with a title, written as it comes."""
    name, title = firm["person"], firm["title"]
    if not title:
        return name
    return (f"{name}/{title}", f"{name}（{title}）", name, f"{name}-{title}")[number % 4]


def phone_cell(number: int, firm: dict[str, str]) -> object:
    """One or two numbers in one cell, as text or as a number."""
    mobile, landline = firm["mobile"], firm["landline"]
    spaced = f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}"
    return (
        spaced,
        f"{mobile[:3]}-{mobile[3:7]}-{mobile[7:]}",
        int(mobile),
        f"{mobile} {landline}",
        landline,
        f"{firm['person'][0]}经理 {spaced}",
        f"{landline} 转 80{number % 10}",
        mobile,
    )[number % 8]


def customers() -> Workbook:
    """客户总表: title rows, group rows, mixed cells, doubles and a row of totals."""
    book = Workbook()
    sheet = _first(book, "总表")
    sheet.append(["2019-2025 客户总表（小林整理，勿删！！）"])
    sheet.append(["红字=重点      更新：2025.12.3"])
    sheet.append([])
    sheet.append(["序", "客户名称(全)", "联系人/职务", "电 话", "地址", "上次联系", "成交额(万)", "级别", "备 注"])
    sheet.merge_cells("A1:I1")
    sheet.merge_cells("A2:I2")
    chance = random.Random(7)
    total, number = 0.0, 0
    for place, firm in enumerate(firms()[:44]):
        if place in (12, 26, 36):
            sheet.append([("—— 6 月新增 ——", "浙江省", "【展会名片】")[(12, 26, 36).index(place)]])
        number += 1
        amount = round(chance.uniform(0.6, 28), 1)
        total += amount
        day = date(2025, 12, 1) - timedelta(days=chance.randrange(5, 700))
        level = "AABBBCC"[place % 7]
        row: list[object] = [
            number,
            firm["name"],
            person_cell(place, firm),
            phone_cell(place, firm),
            firm["city"] + firm["address"],
            day_text(place, day),
            amount if place % 9 else f"{amount}万",
            level.lower() if place % 11 == 3 else level,
            REMARKS[place % len(REMARKS)],
        ]
        if place == 14:
            row[3] = "151 0000 337"
        if place == 20:
            row[5] = "2025.2.30"
        if place == 23:
            row[5] = "上个月"
        sheet.append([cell if cell != "" else None for cell in row])
    first, third = firms()[0], firms()[2]
    sheet.append(
        [
            number + 1,
            "苏州恒瑞机械",
            "周工",
            f"{first['mobile']} {first['landline']}",
            None,
            "2024.5",
            3.2,
            None,
            "重复？",
        ]
    )
    sheet.append([number + 2, third["name"], third["person"], third["mobile"], None, None, None, "A", "又来了一单"])
    sheet.append([number + 3, None, "王老板", "159 0000 7120", None, "2023.6", None, None, "没留公司名"])
    sheet.append(["合计", None, None, None, None, None, round(total + 3.2, 1)])
    sheet.append(["制表：小林"])
    for cell in sheet[1]:
        cell.font = Font(bold=True, size=14)
    _head(sheet, 4, (6, 30, 16, 26, 30, 13, 12, 6, 16))
    for row_number in range(5, sheet.max_row, 9):
        sheet.cell(row_number, 9).font = Font(color="C00000", bold=True)
    return book


def products() -> Workbook:
    """产品价目表: a header in two rows, prices as people write them, group rows and a note at the end."""
    book = Workbook()
    sheet = _first(book, "价目表")
    sheet.append(["启衡工业设备 2025 年产品价目表"])
    sheet.append(["货号", "品名", "规格型号", "单位", "价格（元）", None, "税率", "保修", "备注"])
    sheet.append([None, None, None, None, "进价", "售价", None, None, None])
    sheet.merge_cells("A1:I1")
    sheet.merge_cells("E2:F2")
    for letter in "ABCDGHI":
        sheet.merge_cells(f"{letter}2:{letter}3")
    goods = {
        "一、输送设备": (
            "滚筒输送线",
            "皮带输送机",
            "链板输送机",
            "转弯滚筒机",
            "升降平台",
            "移载机",
            "垂直提升机",
            "伸缩皮带机",
        ),
        "二、传动备件": (
            "减速电机",
            "同步带轮",
            "联轴器",
            "深沟球轴承",
            "链条",
            "直线导轨",
            "滚珠丝杆",
            "气缸",
            "电磁阀",
            "聚氨酯托辊",
        ),
        "三、电气控制": (
            "变频器",
            "PLC控制柜",
            "光电传感器",
            "急停按钮盒",
            "触摸屏",
            "伺服驱动器",
            "称重模块",
            "读码器",
        ),
        "四、服务": ("安装调试", "年度保养", "上门维修", "操作培训"),
    }
    chance = random.Random(11)
    number = 0
    for group, names in goods.items():
        sheet.append([group])
        for name in names:
            number += 1
            price = chance.choice((38, 65.5, 128, 260, 860, 1980, 4200, 12600, 36800))
            shown: object = (
                price,
                f"￥{price:,.2f}",
                f"{price}元",
                f"{price / 10000:g}万" if price >= 10000 else price,
            )[number % 4]
            cost: object = round(price * 0.68, 4) if number % 6 else "面议"
            service = group.startswith("四")
            sheet.append(
                [
                    f"QH-{number:03d}" if number != 9 else "00921",
                    name,
                    "" if service else f"{chance.choice(('DN50', 'L=2000', '220V', '6204-2RS', 'M12', '380V/1.5kW'))}",
                    "次" if service else chance.choice(("台", "套", "只", "米", "根")),
                    cost,
                    shown,
                    0.06 if service else 0.13,
                    "" if service else ("12个月", "1年", "两年", 24)[number % 4],
                    chance.choice(("", "", "现货", "订货15天", "停产，用新款代替")),
                ]
            )
    sheet.append(["注：以上价格含税，不含运费，有效期至2025年12月31日。"])
    for cell in sheet[1]:
        cell.font = Font(bold=True, size=14)
    _head(sheet, 2, (10, 18, 16, 6, 10, 12, 8, 8, 18))
    _head(sheet, 3, ())
    return book


def contacts() -> bytes:
    """联系人: what a phone manager exports, in GBK."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["姓名", "单位", "职务", "手机", "电话", "QQ", "电子邮箱", "生日", "备注"])
    for number, firm in enumerate(firms()):
        if number % 4 == 1:
            name = SURNAMES[(number + 5) % len(SURNAMES)] + GIVEN[(number * 5 + 3) % len(GIVEN)]
            mobile = f"139 0000 {4000 + number * 29:04d}"
            birthday = date(1970 + number % 25, number % 12 + 1, number % 28 + 1) if number % 8 == 1 else None
            writer.writerow(
                [
                    name,
                    firm["name"],
                    TITLES[number % 7],
                    mobile,
                    firm["landline"] if number % 3 else "",
                    str(20000000 + number * 7777) if number % 5 else "",
                    f"buyer{number}@firm{number}.example" if number % 3 != 2 else "无",
                    f"{birthday:%Y/%m/%d}" if birthday else "",
                    REMARKS[(number + 3) % len(REMARKS)],
                ]
            )
    return out.getvalue().encode("gbk")


def suppliers() -> bytes:
    """Suppliers: an English list with the day before the month."""
    rows = [
        [
            "Supplier",
            "Contact Person",
            "Tel.",
            "E-mail",
            "Country",
            "City",
            "Payment Terms",
            "Since",
            "Rating",
            "Remarks",
        ],
        [
            "Norrland Bearings AB",
            "Eva Lind",
            "+46 8 5250 1234",
            "eva.lind@norrland.example",
            "Sweden",
            "Stockholm",
            "30 days net",
            "28/10/2017",
            "A",
            "",
        ],
        [
            "Kessel Antriebe GmbH",
            "Jörg Kessel",
            "+49 30 2309 5566",
            "info@kessel.example",
            "Germany",
            "Berlin",
            "14 days 2 %",
            "05/04/2019",
            "A",
            "English ok",
        ],
        [
            "Adria Belts S.r.l.",
            "Paola Conti",
            "+39 02 5550 7788",
            "paola@adria.example",
            "Italy",
            "Milano",
            "Prepaid",
            "13/01/2021",
            "B",
            "min. order 500 EUR",
        ],
        [
            "Penang Sensors Sdn Bhd",
            "Lim Wei",
            "+60 4 228 0099",
            "sales@penang.example",
            "Malaysia",
            "Penang",
            "L/C at sight",
            "07/09/2022",
            "B",
            "",
        ],
        [
            "Great Lakes Rollers, Inc.",
            "Tom Baker",
            "+1 312 555 0142 x12",
            "tbaker@lakes.example",
            "USA",
            "Chicago",
            "30 days net",
            "30/06/2023",
            "C",
            "slow",
        ],
        [
            "Norrland Bearings AB",
            "Nils Berg",
            "+46 8 5250 1240",
            "nils.berg@norrland.example",
            "Sweden",
            "Stockholm",
            "",
            "",
            "",
            "invoices",
        ],
    ]
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8")


def _first(book: Workbook, title: str) -> Worksheet:
    sheet = book.worksheets[0]
    sheet.title = title
    return sheet


def _head(sheet: Worksheet, row: int, widths: tuple[float, ...]) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E2EFDA")
        cell.alignment = Alignment(horizontal="center")
    for letter, width in zip("ABCDEFGHI", widths, strict=False):
        sheet.column_dimensions[letter].width = width


def save(book: Workbook, path: Path) -> None:
    """Write a workbook whose bytes are the same each time."""
    book.properties.created = book.properties.modified = STAMP
    book.properties.creator = "小林"
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "docProps/core.xml":
                stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                start = data.index(b"<dcterms:modified")
                inside = data.index(b">", start) + 1
                data = data[:inside] + stamp + data[data.index(b"<", inside) :]
            target.writestr(zipfile.ZipInfo(item.filename, STAMP.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)


def main() -> None:
    """Write all sample files."""
    save(customers(), FOLDER / "客户总表2019-2025.xlsx")
    save(products(), FOLDER / "产品价目表.xlsx")
    (FOLDER / "联系人.csv").write_bytes(contacts())
    (FOLDER / "suppliers.csv").write_bytes(suppliers())


if __name__ == "__main__":
    main()
