"""恒源建材: a supplier of building materials whose year 2025 falls in its first half and recovers in its second."""

from __future__ import annotations

from datetime import date

from salesperf.app.demo.conduct import Conduct, OfficeWords
from salesperf.app.demo.hengyuan_people import PEOPLE
from salesperf.app.demo.setting import HalfYear, Product, Region, Segment, Setting, Spell, Words

_CEMENT, _WATERPROOF, _INSULATION = "水泥砂浆", "防水材料", "保温材料"
_PIPES, _TILES, _PAINT = "管材管件", "瓷砖石材", "涂料胶粘"
_EARLY = date(2019, 1, 1)

_PRODUCTS = (
    Product("SN-1001", "普通硅酸盐水泥 P.O 42.5", _CEMENT, "吨", 42_000, 35_700, 5, _EARLY),
    Product("SN-1002", "复合硅酸盐水泥 P.C 32.5", _CEMENT, "吨", 36_000, 30_900, 5, _EARLY),
    Product("SN-1003", "干混抹灰砂浆 DP M10", _CEMENT, "吨", 31_500, 24_200, 5, _EARLY),
    Product("SN-1004", "瓷砖胶 C1TE 20kg", _CEMENT, "袋", 3_200, 2_150, 20, _EARLY),
    Product("FS-2001", "SBS改性沥青防水卷材 3mm", _WATERPROOF, "平方米", 2_680, 1_960, 50, _EARLY),
    Product("FS-2002", "自粘聚合物防水卷材 1.5mm", _WATERPROOF, "平方米", 2_350, 1_650, 50, _EARLY),
    Product("FS-2003", "聚氨酯防水涂料 20kg", _WATERPROOF, "桶", 28_500, 20_800, 5, _EARLY),
    Product("FS-2004", "JS聚合物水泥防水涂料 18kg", _WATERPROOF, "桶", 16_800, 11_600, 5, _EARLY),
    Product("BW-3001", "岩棉板 100mm", _INSULATION, "立方米", 46_800, 35_900, 2, _EARLY),
    Product("BW-3002", "挤塑聚苯板 XPS 50mm", _INSULATION, "立方米", 52_000, 40_300, 2, _EARLY),
    Product("BW-3003", "玻璃棉卷毡 50mm", _INSULATION, "平方米", 1_150, 820, 100, _EARLY),
    Product("GC-4001", "PVC-U排水管 DN110", _PIPES, "米", 2_450, 1_790, 40, _EARLY),
    Product("GC-4002", "PPR给水管 DN25", _PIPES, "米", 860, 590, 100, _EARLY),
    Product("GC-4003", "HDPE双壁波纹管 DN400", _PIPES, "米", 13_800, 10_400, 6, _EARLY),
    Product("GC-4004", "球墨铸铁管 DN200", _PIPES, "米", 21_500, 16_900, 6, _EARLY),
    Product("GC-4005", "装配式综合支架", _PIPES, "套", 19_800, 13_700, 10, date(2024, 1, 1)),
    Product("CZ-5001", "抛釉砖 800×800", _TILES, "平方米", 5_800, 3_990, 20, _EARLY),
    Product("CZ-5002", "仿古砖 600×600", _TILES, "平方米", 4_600, 3_180, 20, _EARLY),
    Product("CZ-5003", "花岗岩板 30mm", _TILES, "平方米", 13_500, 9_600, 10, _EARLY),
    Product("TL-6001", "内墙乳胶漆 18L", _PAINT, "桶", 26_800, 17_900, 4, _EARLY),
    Product("TL-6002", "外墙真石漆 25kg", _PAINT, "桶", 19_500, 13_100, 4, _EARLY),
    Product("TL-6003", "中性硅酮结构胶 590ml", _PAINT, "支", 2_400, 1_520, 20, _EARLY),
    Product("TL-6004", "环氧地坪漆 25kg", _PAINT, "组", 46_500, 31_600, 2, date(2024, 7, 1)),
)

_REGIONS = (
    Region(
        "华东", 36, ("上海", "苏州", "南京", "杭州", "宁波", "无锡", "合肥"), ("E1", "E2", "E3", "E4", "E5"), "HY002"
    ),
    Region("华南", 25, ("广州", "深圳", "佛山", "东莞", "南宁", "海口"), ("S1", "S2", "S3"), "HY003"),
    Region("华北", 23, ("北京", "天津", "石家庄", "太原", "唐山", "保定"), ("N1", "N2", "N3"), "HY004"),
    Region("西南", 16, ("成都", "重庆", "昆明", "贵阳", "绵阳"), ("W1", "W2", "W3"), "HY005"),
)

_SEGMENTS = (
    Segment(
        "建筑施工",
        "直销",
        34,
        (_CEMENT, _WATERPROOF, _INSULATION, _PIPES),
        ("建设工程有限公司", "建筑安装有限公司", "建工集团有限公司"),
    ),
    Segment(
        "经销商", "经销", 30, (_CEMENT, _WATERPROOF, _TILES, _PAINT), ("建材贸易有限公司", "建材经营部", "商贸有限公司")
    ),
    Segment(
        "市政单位",
        "招投标",
        13,
        (_CEMENT, _PIPES, _WATERPROOF),
        ("市政建设有限公司", "水务工程有限公司", "城市建设投资有限公司"),
    ),
    Segment("装饰装修", "直销", 14, (_TILES, _PAINT, _WATERPROOF), ("装饰工程有限公司", "室内设计工程有限公司")),
    Segment("电商平台", "线上", 9, (_PAINT, _TILES, _CEMENT), ("电子商务有限公司", "网络科技有限公司")),
)

_YUAN = 100
# Worked by hand: 18,190,000 = 0.85 x 21,400,000; 28,060,000 = 1.22 x 23,000,000. Customers buying: 118, 123, 132, 148,
# then 148 - 18 + 4 + 24 = 158 (lost 12.2 %, new 15.2 %) and 158 - 8 + 2 + 59 = 211 (lost 5.1 %, new 28.0 %).
# Lost on price: 30 of 75 deals (40 %), then 15 of 60 (25 %).
_HALVES = (
    HalfYear(date(2023, 1, 1), date(2023, 6, 30), 19_800_000 * _YUAN, 0, 0, 0, 30, 46, 50, 14, (30, 95)),
    HalfYear(date(2023, 7, 1), date(2023, 12, 31), 21_900_000 * _YUAN, 9, 0, 14, 30, 50, 48, 13, (30, 95)),
    HalfYear(date(2024, 1, 1), date(2024, 6, 30), 21_400_000 * _YUAN, 10, 2, 17, 32, 50, 52, 15, (30, 95)),
    HalfYear(date(2024, 7, 1), date(2024, 12, 31), 23_000_000 * _YUAN, 9, 3, 22, 35, 54, 55, 17, (30, 95)),
    HalfYear(date(2025, 1, 1), date(2025, 6, 30), 18_190_000 * _YUAN, 18, 4, 24, 55, 48, 75, 30, (40, 110)),
    HalfYear(date(2025, 7, 1), date(2025, 12, 31), 28_060_000 * _YUAN, 8, 2, 59, 34, 86, 60, 15, (20, 65)),
)

# Around the Spring Festival building sites stand still; over the long holidays nobody orders.
_SPELLS = (
    Spell(date(2023, 1, 19), date(2023, 1, 29), 0),
    Spell(date(2023, 1, 9), date(2023, 2, 7), 40),
    Spell(date(2024, 2, 8), date(2024, 2, 18), 0),
    Spell(date(2024, 1, 29), date(2024, 2, 27), 40),
    Spell(date(2025, 1, 27), date(2025, 2, 5), 0),
    Spell(date(2025, 1, 16), date(2025, 2, 14), 40),
    *(Spell(date(year, 1, 1), date(year, 1, 1), 0) for year in (2023, 2024, 2025)),
    *(Spell(date(year, 5, 1), date(year, 5, 3), 0) for year in (2023, 2024, 2025)),
    *(Spell(date(year, 10, 1), date(year, 10, 7), 0) for year in (2023, 2024, 2025)),
)

_WORDS = Words(
    completed="已完成",
    cancelled="已取消",
    pending="待付款",
    returned="退货",
    won="赢单",
    lost="输单",
    stages=(("初步接触", 10), ("需求确认", 30), ("方案报价", 50), ("商务谈判", 75)),
    price="价格过高",
    reasons=("交期不满足", "报价响应慢", "付款条件不合", "产品规格不符", "项目取消", "客户关系"),
    competitors=("鑫泰建材", "华磊新材", "东盛供应链", "安固防水"),
    sources=("老客户转介绍", "展会", "电话拓客", "官网询价", "招标平台", "设计院推荐"),
    customer_name="{city}{brand}{ending}",
    deal_name="{customer}{category}采购",
    order_number="XS{day:%Y%m%d}{of_day:03d}",
    note_number="TH{day:%Y%m%d}{of_day:03d}",
    deal_number="SJ{serial:05d}",
)

_BRANDS = (
    *(
        "宏拓",
        "瑞筑",
        "鼎岳",
        "恒砺",
        "中沛",
        "华垣",
        "嘉砌",
        "锦宸",
        "永筑",
        "盛垒",
        "泰峦",
        "润基",
        "凯砼",
        "昌沐",
        "远岱",
    ),
    *(
        "德坤",
        "信垚",
        "和筑",
        "安砾",
        "新岩",
        "东珩",
        "南栎",
        "北辰筑",
        "立磐",
        "众砺",
        "博筑",
        "友垒",
        "广厦源",
        "天砚",
        "金栋",
    ),
    *(
        "丰梁",
        "启垣",
        "汇砼",
        "明筑",
        "佳磊",
        "正岳",
        "航筑",
        "腾基",
        "兆垒",
        "乾砌",
        "旭栋",
        "荣垣",
        "弘砾",
        "森筑",
        "致远筑",
    ),
)

# Targets of 2025 ask 5 % over 2024: 22.47 million against 18.19 in the first half (81.0 %), 24.15 against 28.06 in the
# second (116.2 %). In the first half customers pay weeks late and quotes take three days; then one.
_USUAL = Conduct(160, (10, 35), (26, 62), 38, 110, 900, 920, (3, 7, 22, 43, 25), None, 62, 46)
_CONDUCT = (
    _USUAL,
    _USUAL,
    _USUAL,
    _USUAL,
    Conduct(620, (25, 80), (54, 90), 34, 70, 700, 790, (9, 18, 33, 28, 12), 50, 71, 37),
    Conduct(120, (8, 30), (12, 36), 46, 150, 1150, 950, (2, 5, 15, 43, 35), 50, 58, 54),
)
_OFFICE = OfficeWords(
    terms=(("建筑施工", 60), ("市政单位", 60), ("经销商", 30), ("装饰装修", 45), ("电商平台", 15)),
    methods=("银行转账", "银行转账", "承兑汇票", "现金"),
    lead_states=("已转化", "跟进中", "无效"),
    activities=(("客户拜访", 40), ("电话沟通", 34), ("方案报价", 11), ("跟进回访", 15)),
    yes_no=("是", "否"),
    surveys=("满意度", "NPS"),
    costs=(("销售人员薪酬", 58), ("差旅费", 12), ("业务招待费", 8), ("广告推广费", 14), ("展会费", 8)),
    invoice_number="FP{day:%Y%m}{serial:05d}",
    payment_number="HK{day:%Y%m%d}{serial:05d}",
    lead_number="XS-L{serial:05d}",
    quarter="{year}年第{quarter}季度",
    whole_market=("公司", ""),
    region_scope="区域",
    target_scopes=("公司", "团队", "个人"),
    agreed=(
        "拜访{customer}，落实逾期回款",
        "向{customer}报价",
        "与{customer}商谈年度框架协议",
        "联系{customer}，了解未下单原因",
        "为{customer}安排样品测试",
    ),
    agreed_states=("未开始", "进行中", "已完成", "已取消"),
)

HENGYUAN = Setting(
    key="hengyuan_zh",
    name="恒源建材",
    people=PEOPLE,
    products=_PRODUCTS,
    regions=_REGIONS,
    segments=_SEGMENTS,
    halves=_HALVES,
    opening_customers=118,
    prospects=22,
    open_deals=46,
    return_permille=18,
    brands=_BRANDS,
    months=(70, 60, 105, 110, 115, 105, 90, 90, 110, 115, 115, 105),
    spells=_SPELLS,
    price_index={2023: 98, 2024: 100, 2025: 100},
    words=_WORDS,
    conduct=_CONDUCT,
    office=_OFFICE,
    target_unit=10_000 * _YUAN,
)
