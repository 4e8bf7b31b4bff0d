"""A report pack of a small company, with everything a report can hold; its names can be exchanged for hostile ones.

Company 1,200.50 = East 700.25 (Ann 400.25, 张伟 300.00) + West 500.25 (Bob 500.25), in three months of which the last
is not over.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import (
    Beside,
    Cell,
    Column,
    Definition,
    Meta,
    Note,
    Records,
    Report,
    Row,
    Section,
    Sentence,
    TableBlock,
    Tile,
    Value,
)

Name = Callable[[str], str]
"""What a name of the data is called."""

HOSTILE_NAMES = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://example.com","pay")',
    "{net_revenue} {{ 7*7 }} {% raw %} %s {0}",
    "<svg onload=alert(1)><style>*{display:none}</style>",
    "\x1b[31mred\x1b[0m \x9b31m \x00 \ufffe",
    "abc\u202ecba \u200f \ud800",
    "two\nlines\rand\ttabs \u2028 \u2029",
    "[/oops] a|b `c` [x](javascript:alert(1)) &amp; &#60; <!-- -->",
    "' onmouseover='alert(1)' style='position:fixed",
    "_x000D_ @SUM(A1) +1 -1",
    "恒源建材（上海）有限公司" * 20,
    "x" * 1_000,
    "",
    "👨‍👩‍👧 Z̸͔̄ 𠮷 ﷽",
)
"""Strings that broke a page, a workbook or a screen somewhere."""

MONTH = Column("month", Text("Month", "月份"))
TEAM = Column("team", Text("Team", "团队"))
REVENUE = Column("net_revenue", Text("Net revenue", "销售净额"), Unit.MONEY, adds_up=True)
TARGET = Column("target", Text("Target", "目标"), Unit.MONEY, adds_up=True)
ATTAINMENT = Column("attainment", Text("Attainment", "完成率"), Unit.RATIO)
GROWTH = Column("net_revenue_yoy", Text("On last year", "同比"), Unit.GROWTH)
NO_COST = Text("there is no column of costs", "没有成本列")
NO_BASE = Text("nothing was sold a year ago", "去年同期没有销售")


def as_it_is(name: str) -> str:
    """The name itself."""
    return name


def hostile_names() -> Name:
    """A hostile string for each name: the same one for the same name."""
    given: dict[str, str] = {}
    return lambda name: given.setdefault(name, HOSTILE_NAMES[len(given) % len(HOSTILE_NAMES)])


def company_pack(name: Name = as_it_is, *, lang: Lang = Lang.EN, currency: str = "USD") -> Report:
    """The pack; `name` says what each customer, rep, team, file and so on of the data is called."""
    return Report(
        "salesperf.report/1",
        Text("Executive report", "经营报告"),
        lang,
        (),
        _records(name),
        notes=_notes(name),
        meta=Meta(
            date(2026, 3, 20),
            (date(2026, 1, 1), date(2026, 3, 31)),
            currency,
            _manifest(name),
            date(2026, 3, 20),
            name("Acme Instruments"),
        ),
        subtitle=Text("First quarter of 2026", "2026年第一季度"),
        sections=(_summary(name), _trend(), _teams(name), _changes(name), _customers(name), _leads(), *_drill(name)),
        definitions=(
            Definition(
                "net_revenue",
                Text("Net revenue", "销售净额"),
                Text("What was sold, less discounts, returns and tax.", "销售金额减去折扣、退货和税额。"),
            ),
            Definition(
                "attainment", Text("Attainment", "完成率"), Text("Net revenue over its target.", "销售净额除以目标。")
            ),
        ),
    )


def _row(*values: Value | Cell, level: int = 0, section: str | None = None, heading: Text | None = None) -> Row:
    cells = tuple(value if isinstance(value, Cell) else Cell(value) for value in values)
    return Row(cells, heading, level=level, section=section)


def _summary(name: Name) -> Section:
    revenue = Cell(Decimal("1200.50"), Unit.MONEY)
    said = Sentence(
        Text(
            "Net revenue is {net_revenue}, {attainment} of the target and {growth} on last year.",
            "销售净额 {net_revenue}，完成目标的 {attainment}，同比 {growth}。",
        ),
        {
            "net_revenue": revenue,
            "attainment": Cell(0.9604, Unit.RATIO),
            "growth": Cell(-0.031, Unit.GROWTH),
        },
        Status.YELLOW,
    )
    most = Sentence(
        Text("{customer} bought the most; {team} is red.", "{customer} 采购最多；{team} 为红灯。"),
        {"customer": Cell(name("Northwind Ltd")), "team": Cell(name("West"))},
    )
    base = Cell(None, Unit.GROWTH, reason=NO_BASE)
    tiles = (
        Tile(
            "net_revenue",
            Text("Net revenue", "销售净额"),
            Cell(Decimal("1200.50"), Unit.MONEY, status=Status.YELLOW),
            (
                Beside("target", Text("target", "目标"), Cell(Decimal(1250), Unit.MONEY)),
                Beside("attainment", Text("attainment", "完成率"), Cell(0.9604, Unit.RATIO, status=Status.YELLOW)),
                Beside("on_last_year", Text("on last year", "同比"), Cell(-0.031, Unit.GROWTH)),
            ),
            (350.0, None, 450.25, 400.0, 380.5, 420.0),
            Text("last 6 months", "近 6 个月"),
        ),
        Tile(
            "orders",
            Text("Orders", "订单数"),
            Cell(12_345, Unit.COUNT),
            (Beside("on_last_year", Text("on last year", "同比"), base),),
        ),
        Tile(
            "win_rate",
            Text("Win rate", "赢单率"),
            Cell(0.425, Unit.RATIO, status=Status.GREEN, partial=True),
            (Beside("on_last_year", Text("on last year", "同比"), Cell(0.021, Unit.POINTS)),),
            (0.3, 0.35, 0.425),
            Text("last 3 months", "近 3 个月"),
        ),
        Tile("gross_margin", Text("Gross margin", "毛利率"), Cell(None, Unit.RATIO, reason=NO_COST)),
        Tile("overdue_rate", Text("Overdue rate", "逾期率"), Cell(0.31, Unit.RATIO, status=Status.RED)),
    )
    return Section("summary", Text("Summary", "摘要"), (said, most), tiles)


def _trend() -> Section:
    rows = (
        _row("2026-01", Decimal("350.00"), Decimal("400.00"), 0.875, 0.05),
        _row("2026-02", Decimal("450.25"), Decimal("400.00"), 1.125625, -0.1),
        _row("2026-03", Cell(Decimal("400.25"), partial=True), Decimal("450.00"), Cell(None, reason=NO_BASE), 0.0),
    )
    block = TableBlock(
        "months",
        Text("By month", "按月"),
        (MONTH, REVENUE, TARGET, ATTAINMENT, GROWTH),
        rows,
        _row(None, Decimal("1200.50"), Decimal("1250.00"), 0.9604, -0.031),
        figures=(
            Figure(
                FigureKind.LINE,
                "revenue_by_month",
                Text("Net revenue against the target", "销售净额与目标"),
                "month",
                ("net_revenue",),
                "target",
            ),
        ),
    )
    lines = TableBlock(
        "categories",
        Text("By category and month", "按品类和月份"),
        (
            MONTH,
            Column("pumps", Text("Pumps", "泵"), Unit.MONEY, adds_up=True),
            Column("valves", Text("Valves", "阀门"), Unit.MONEY, adds_up=True),
        ),
        (
            _row("2026-01", Decimal("200.00"), Decimal("150.00")),
            _row("2026-02", Decimal("300.25"), Decimal("150.00")),
            _row("2026-03", Decimal("250.25"), Decimal("150.00")),
        ),
        _row(None, Decimal("750.50"), Decimal("450.00")),
        figures=(
            Figure(
                FigureKind.STACKED,
                "categories_by_month",
                Text("Net revenue by category", "各品类销售净额"),
                "month",
                ("pumps", "valves"),
            ),
        ),
        is_backing=True,
    )
    return Section("trend", Text("Course of the quarter", "季度走势"), blocks=(block, lines))


def _light(share: float, status: Status) -> Cell:
    return Cell(share, status=status)


def _teams(name: Name) -> Section:
    rows = (
        _row("Company", Decimal("1200.50"), Decimal(1250), _light(0.9604, Status.YELLOW), -0.031),
        _row(
            name("East"),
            Decimal("700.25"),
            Decimal(650),
            _light(1.0773076923, Status.GREEN),
            0.12,
            level=1,
            section="team-1",
        ),
        _row(
            name("Ann"),
            Decimal("400.25"),
            Decimal(350),
            _light(1.1435714286, Status.GREEN),
            0.2,
            level=2,
            section="rep-1",
        ),
        _row(name("张伟"), Decimal("300.00"), Decimal(300), _light(1.0, Status.GREEN), 0.0, level=2, section="rep-2"),
        _row(
            name("West"),
            Decimal("500.25"),
            Decimal(600),
            _light(0.83375, Status.RED),
            -0.1848,
            level=1,
            section="team-2",
        ),
        _row(
            name("Bob"),
            Decimal("500.25"),
            Decimal(600),
            _light(0.83375, Status.RED),
            Cell(None, reason=NO_BASE),
            level=2,
            section="rep-3",
        ),
    )
    board = TableBlock(
        "board",
        Text("Target and attainment", "目标与完成"),
        (TEAM, REVENUE, TARGET, ATTAINMENT, GROWTH),
        rows,
        figures=(
            Figure(
                FigureKind.BULLET,
                "attainment_by_team",
                Text("What was sold and what was to be sold", "实际与目标"),
                "team",
                ("net_revenue",),
                "target",
            ),
            Figure(
                FigureKind.BAR,
                "revenue_by_team",
                Text("Net revenue by team", "各团队销售净额"),
                "team",
                ("net_revenue",),
            ),
        ),
    )
    return Section("teams", Text("Teams and reps", "团队与销售员"), blocks=(board,))


def _changes(name: Name) -> Section:
    bridge = TableBlock(
        "bridge",
        Text("From last year to this year", "从去年到今年"),
        (Column("step", Text("Step", "项目")), REVENUE),
        (
            _row("Last year", Decimal("1238.90")),
            _row(name("East"), Decimal("75.03")),
            _row(name("West"), Decimal("-113.43")),
            _row("This year", Decimal("1200.50")),
        ),
        figures=(
            Figure(
                FigureKind.WATERFALL,
                "bridge",
                Text("Why net revenue changed", "销售净额变动原因"),
                "step",
                ("net_revenue",),
            ),
        ),
        is_backing=True,
    )
    heat = TableBlock(
        "growth",
        Text("Growth by team and month", "各团队各月同比"),
        (
            TEAM,
            Column("m1", same("2026-01"), Unit.GROWTH),
            Column("m2", same("2026-02"), Unit.GROWTH),
            Column("m3", same("2026-03"), Unit.GROWTH),
        ),
        (
            _row(name("East"), 0.12, 0.05, Cell(0.19, partial=True)),
            _row(name("West"), -0.02, -0.31, Cell(None, reason=NO_BASE)),
        ),
        figures=(
            Figure(
                FigureKind.HEAT_MAP,
                "growth",
                Text("Growth on last year", "同比"),
                "team",
                ("m1", "m2", "m3"),
            ),
        ),
    )
    said = Sentence(
        Text("{team} lost {amount}.", "{team} 减少 {amount}。"),
        {"team": Cell(name("West")), "amount": Cell(Decimal("113.43"), Unit.MONEY)},
        Status.RED,
    )
    return Section("changes", Text("What changed", "变动"), (said,), blocks=(bridge, heat))


def _customers(name: Name) -> Section:
    customers = ("Northwind Ltd", "Contoso", "恒源建材", "Tailspin", "Wide World")
    amounts = ("600.50", "300.00", "150.00", "100.00", "50.00")
    running = (0.5002082466, 0.7501041233, 0.8750520616, 0.9583506872, 1.0)
    orders = (9, 4, 3, 1, 2)
    last = (date(2026, 3, 2), date(2026, 3, 19), date(2026, 2, 11), None, date(2026, 1, 5))
    rows = tuple(
        _row(name(customer), Decimal(amount), share, count, Cell(day, reason=NO_BASE if day is None else None))
        for customer, amount, share, count, day in zip(customers, amounts, running, orders, last, strict=True)
    )
    block = TableBlock(
        "customers",
        Text("Largest customers", "主要客户"),
        (
            Column("customer", Text("Customer", "客户")),
            REVENUE,
            Column("running_share", Text("Running share", "累计占比"), Unit.RATIO),
            Column("orders", Text("Orders", "订单数"), Unit.COUNT, adds_up=True),
            Column("last_order", Text("Last order", "最近订单")),
        ),
        rows,
        _row(None, Decimal("1200.50"), None, 19, None),
        figures=(
            Figure(
                FigureKind.PARETO,
                "pareto",
                Text("Who buys the most", "客户集中度"),
                "customer",
                ("net_revenue", "running_share"),
                first=4,
            ),
            Figure(
                FigureKind.SCATTER,
                "orders_and_revenue",
                Text("Orders and revenue of each customer", "各客户订单数与销售净额"),
                "customer",
                ("orders", "net_revenue"),
            ),
        ),
    )
    return Section("customers", Text("Customers", "客户"), blocks=(block,))


def _leads() -> Section:
    block = TableBlock(
        "funnel",
        Text("From lead to order", "从线索到订单"),
        (Column("step", Text("Step", "阶段")), Column("count", Text("Number", "数量"), Unit.COUNT)),
        (_row("Leads", 400), _row("Deals", 120), _row("Won", 51)),
        figures=(Figure(FigureKind.FUNNEL, "funnel", Text("Funnel", "漏斗"), "step", ("count",)),),
    )
    spark = TableBlock(
        "visits",
        Text("Visits by week", "每周拜访"),
        (Column("week", Text("Week", "周")), Column("visits", Text("Visits", "拜访数"), Unit.COUNT, adds_up=True)),
        (_row("W10", 5), _row("W11", Cell(None, reason=NO_BASE)), _row("W12", 9)),
        figures=(Figure(FigureKind.SPARKLINE, "visits", Text("Visits", "拜访"), "week", ("visits",)),),
        is_backing=True,
    )
    overdue = TableBlock(
        "overdue",
        Text("Overdue invoices", "逾期发票"),
        (Column("invoice", Text("Invoice", "发票号")), REVENUE, Column("late", Text("Late", "逾期"), Unit.DAYS)),
        (),
        empty=Text("no invoice is overdue", "没有逾期发票"),
    )
    return Section("leads", Text("Leads and invoices", "线索与发票"), blocks=(block, spark, overdue))


def _drill(name: Name) -> tuple[Section, ...]:
    east = Section(
        "team-1",
        same(name("East")),
        (
            Sentence(
                Text("{team} has {share} of its target.", "{team} 完成目标的 {share}。"),
                {"team": Cell(name("East")), "share": Cell(1.0773076923, Unit.RATIO)},
                Status.GREEN,
            ),
        ),
        (_tile("700.25", 1.0773076923, Status.GREEN),),
        (_members(name, "East", (("Ann", "400.25", "rep-1"), ("张伟", "300.00", "rep-2")), "700.25"),),
        (_rep(name, "Ann", 1, "400.25"), _rep(name, "张伟", 2, "300.00")),
    )
    west = Section(
        "team-2",
        same(name("West")),
        (),
        (_tile("500.25", 0.83375, Status.RED),),
        (_members(name, "West", (("Bob", "500.25", "rep-3"),), "500.25"),),
        (_rep(name, "Bob", 3, "500.25"),),
    )
    south = Section("team-3", same(name("South")), empty=Text("nobody sold in this period", "本期没有销售"))
    return (east, west, south)


def _tile(amount: str, share: float, status: Status) -> Tile:
    return Tile(
        "net_revenue",
        Text("Net revenue", "销售净额"),
        Cell(Decimal(amount), Unit.MONEY),
        (Beside("attainment", Text("attainment", "完成率"), Cell(share, Unit.RATIO, status=status)),),
    )


def _members(name: Name, team: str, members: tuple[tuple[str, str, str], ...], total: str) -> TableBlock:
    return TableBlock(
        f"members_{team.lower()}",
        Text(f"Reps of {name(team)}", f"{name(team)}的销售员"),
        (Column("rep", Text("Rep", "销售员")), REVENUE),
        tuple(_row(name(rep), Decimal(amount), section=section) for rep, amount, section in members),
        _row(None, Decimal(total)),
    )


def _rep(name: Name, rep: str, number: int, amount: str) -> Section:
    block = TableBlock(
        f"orders_{number}",
        Text("Largest orders", "主要订单"),
        (Column("order", Text("Order", "订单号")), Column("product", Text("Product", "产品")), REVENUE),
        (_row(name(f"S-00{number}"), name("Pump 3000"), Decimal(amount)),),
    )
    return Section(f"rep-{number}", same(name(rep)), (), (_tile(amount, 1.0, Status.GREEN),), (block,))


def _records(name: Name) -> Records:
    columns = (
        Column("section", Text("Section", "部分")),
        Column("row", Text("Row", "行")),
        Column("metric", Text("Metric", "指标")),
        Column("value", Text("Value", "数值"), Unit.MONEY),
    )
    rows = (
        ("teams", name("Ann"), "net_revenue", Decimal("400.25")),
        ("teams", name("张伟"), "net_revenue", Decimal("300.00")),
        ("teams", name("Bob"), "net_revenue", Decimal("500.25")),
    )
    return Records(columns, rows)


def _notes(name: Name) -> tuple[Note, ...]:
    left_out = Text("rows of {customer} are left out", "{customer} 的行未计入").fill(customer=name("Northwind Ltd"))
    copied = Text(
        f'put in:\n[[table]]\nfiles = ["{name("orders.csv")}"]',
        f'请加入：\n[[table]]\nfiles = ["{name("orders.csv")}"]',
    )
    return (
        Note("basis", Text("basis: orders", "口径：订单")),
        Note("left_out", left_out, warning=True),
        Note("reading", copied),
    )


def _manifest(name: Name) -> dict[str, object]:
    """As `app/manifest.py` makes it: 26 rows, of which 23 are loaded, 2 quarantined and 1 dropped."""
    return {
        "schema": "salesperf.manifest/1",
        "command": "report",
        "request": {"pack": "executive", "period": "2026-Q1", "where": [name("region=East")]},
        "as_of": "2026-03-20",
        "inputs": [
            {
                "file": name("orders.csv"),
                "sha256": "ab" * 32,
                "table": "orders",
                "rows": 22,
                "loaded": 19,
                "quarantined": 2,
                "quarantined_cells_by_code": {"D101": 2, "D104": 1},
                "superseded": 0,
                "dropped": {"total row": 1},
            },
            {
                "file": name("book.xlsx"),
                "sheet": name("People"),
                "sha256": "cd" * 32,
                "table": "people",
                "rows": 4,
                "loaded": 4,
                "quarantined": 0,
                "superseded": 0,
            },
        ],
        "left_out": [{"file": name("notes.txt"), "reason": "no table is recognised in it"}],
        "config_sha256": "01" * 32,
        "metrics_sha256": "23" * 32,
        "result_sha256": "45" * 32,
        "versions": {"salesperf": "0.1.0", "python": "3.11.8", "narwhals": "2.29.0", "polars": "2.1.0"},
    }
