"""The sales department of 恒源建材: who sat on which seat, who came and who left."""

from __future__ import annotations

from datetime import date

from salesperf.app.demo.setting import Person

# Team, region and manager.
_CENTRE = ("销售中心", "总部", "HY001")
_EAST = ("华东销售部", "华东", "HY002")
_SOUTH = ("华南销售部", "华南", "HY003")
_NORTH = ("华北销售部", "华北", "HY004")
_WEST = ("西南销售部", "西南", "HY005")

_HEAD, _REP = "区域经理", "客户经理"
_ASSISTANT, _ENGINEER, _QUOTES, _SERVICE = "商务助理", "技术支持", "报价专员", "订单客服"

_LEADERS = (
    Person("HY001", "周振邦", "销售中心", "总部", "", "销售总监", "M3", date(2012, 3, 1)),
    Person("HY002", "沈国梁", "华东销售部", "华东", "HY001", _HEAD, "M1", date(2013, 5, 6)),
    Person("HY003", "梁伟坚", "华南销售部", "华南", "HY001", _HEAD, "M1", date(2014, 7, 1)),
    Person("HY004", "郭建军", "华北销售部", "华北", "HY001", _HEAD, "M1", date(2013, 9, 2)),
    Person("HY005", "罗成刚", "西南销售部", "西南", "HY001", _HEAD, "M1", date(2016, 2, 22)),
)

# In the first half of 2025 three seats lose their rep, and each newcomer needs about three months for a first order.
# Those hired after the reform of July 2025 need about a month and a half.
_REPS = (
    Person("HY011", "张立新", *_EAST, _REP, "S3", date(2015, 3, 2), seat="E1"),
    Person("HY012", "王晓燕", *_EAST, _REP, "S3", date(2018, 6, 4), seat="E2"),
    Person("HY013", "徐海涛", *_EAST, _REP, "S2", date(2019, 8, 5), date(2025, 2, 28), "E3"),
    Person("HY014", "顾佳宁", *_EAST, _REP, "S1", date(2022, 4, 11), seat="E4"),
    Person("HY015", "黄志强", *_SOUTH, _REP, "S3", date(2016, 10, 10), seat="S1"),
    Person("HY016", "何敏仪", *_SOUTH, _REP, "S2", date(2020, 5, 18), date(2024, 11, 29), "S2"),
    Person("HY017", "林泽锋", *_SOUTH, _REP, "S2", date(2021, 3, 15), seat="S3"),
    Person("HY018", "赵永强", *_NORTH, _REP, "S3", date(2014, 11, 3), seat="N1"),
    Person("HY019", "孙丽娜", *_NORTH, _REP, "S2", date(2021, 7, 12), date(2025, 4, 30), "N2"),
    Person("HY020", "李文博", *_NORTH, _REP, "S1", date(2019, 9, 16), date(2023, 9, 28), "N3"),
    Person("HY021", "唐明亮", *_WEST, _REP, "S3", date(2017, 4, 10), seat="W1"),
    Person("HY022", "杨雪", *_WEST, _REP, "S1", date(2022, 8, 1), date(2025, 3, 31), "W2"),
    Person("HY023", "冯思远", *_NORTH, _REP, "S1", date(2023, 10, 16), None, "N3", date(2024, 1, 9)),
    Person("HY024", "邓宇航", *_SOUTH, _REP, "S1", date(2025, 1, 6), None, "S2", date(2025, 4, 3)),
    Person("HY025", "陆欣怡", *_EAST, _REP, "S1", date(2025, 3, 3), None, "E3", date(2025, 6, 6)),
    Person("HY026", "蒋文涛", *_WEST, _REP, "S1", date(2025, 4, 14), None, "W2", date(2025, 7, 15)),
    Person("HY027", "马骁", *_NORTH, _REP, "S1", date(2025, 7, 7), None, "N2", date(2025, 8, 18)),
    Person("HY028", "许诺", *_EAST, _REP, "S1", date(2025, 7, 21), None, "E5", date(2025, 9, 8)),
    Person("HY029", "龙嘉禾", *_WEST, _REP, "S1", date(2025, 8, 4), None, "W3", date(2025, 9, 18)),
)

_STAFF = (
    Person("HY041", "钱玉兰", *_EAST, _ASSISTANT, "P2", date(2016, 3, 14)),
    Person("HY042", "吴倩", *_SOUTH, _ASSISTANT, "P2", date(2019, 6, 3)),
    Person("HY043", "田淑芬", *_NORTH, _ASSISTANT, "P2", date(2017, 9, 4)),
    Person("HY044", "曾静", *_WEST, _ASSISTANT, "P1", date(2020, 11, 2), date(2024, 5, 31)),
    Person("HY045", "朱立群", *_EAST, _ENGINEER, "P3", date(2015, 8, 17)),
    Person("HY046", "叶伟文", *_SOUTH, _ENGINEER, "P3", date(2018, 10, 8)),
    Person("HY047", "韩志远", *_NORTH, _ENGINEER, "P2", date(2021, 5, 10), date(2025, 5, 16)),
    Person("HY048", "向阳", *_WEST, _ENGINEER, "P2", date(2019, 12, 2)),
    Person("HY049", "陈思琪", *_CENTRE, _QUOTES, "P2", date(2020, 4, 7)),
    Person("HY050", "丁小龙", *_CENTRE, _QUOTES, "P1", date(2022, 2, 14), date(2025, 9, 30)),
    Person("HY051", "方圆", *_CENTRE, _SERVICE, "P2", date(2018, 1, 8)),
    Person("HY052", "潘晓彤", *_CENTRE, _SERVICE, "P1", date(2021, 9, 6)),
    Person("HY053", "石慧", *_WEST, _ASSISTANT, "P1", date(2024, 6, 17)),
    Person("HY054", "袁航", *_CENTRE, _QUOTES, "P1", date(2025, 7, 14)),
    Person("HY055", "任佳", *_CENTRE, _QUOTES, "P1", date(2025, 7, 28)),
    Person("HY056", "秦朗", *_NORTH, _ENGINEER, "P1", date(2025, 8, 11)),
)

PEOPLE = _LEADERS + _REPS + _STAFF
