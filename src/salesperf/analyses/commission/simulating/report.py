"""Plans side by side as a report: cost, winners and losers, cliffs, and the cost as everybody sells more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.in_words.components import is_money
from salesperf.analyses.commission.linting.cliffs import cliffs
from salesperf.analyses.commission.simulating.outcome import REVENUE, Outcome, ratio
from salesperf.analyses.commission.simulating.scaled import share_of
from salesperf.core.money import EXACT
from salesperf.core.period_words import span_words
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog import CATALOG
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-simulate/1"
ZERO, WHOLE = Decimal(0), 100
_CLIFFS = 10
_TITLE = Text("What commission would cost, {period}", "提成测算，{period}")
_PLANS = Text("Cost of each plan", "各方案成本")
_PEOPLE = Text("Payout by person", "个人提成")
_OF_CLIFFS = Text("Where pay jumps", "提成跳升处")
_GRID = Text("Cost as everybody sells more or less", "全员业绩增减时的成本")
_SCALE = Text("sales", "业绩")
_COST = Text("of net revenue", "占销售净额")
_DIFFERENCE = Text("difference", "差额")
_DIFFERENCE_OF = Text("{plan} less {first}", "{plan}减{first}")
_WINNERS, _LOSERS = Text("winners", "增加人数"), Text("losers", "减少人数")
_JUMP, _WHERE = Text("jump", "跳变"), Text("where", "说明")
_NO_CLIFF = Text("no pay jumps", "没有跳升")
_MORE = Text(
    "{more} smaller jumps are not shown; `commission plan lint` lists them",
    "另有 {more} 处较小的跳升未列出；commission plan lint 可全部列出",
)
_GRID_IS = Text(
    "amounts and quantities are scaled from each plan's first day on; counts of customers and orders stay as they are, "
    "and so do targets",
    "自各方案首日起按比例缩放金额和数量；客户数、订单数和目标不变",
)
_NUMBER = Text("{plan}, plan {number}", "{plan}（方案{number}）")
_VERSION = Text("{plan} v{version}", "{plan} v{version}")
_REVENUE = CATALOG[REVENUE].label


def simulate_report(found: Sequence[Outcome], *, lang: Lang, notes: Sequence[Note] = ()) -> Report:
    """Compare plans over the same events, the first with each other; records: one a person, plan and step."""
    blocks = [_plans(found, lang), _people(found, lang), _jumps(found, lang)]
    of_grid = [_grid(found)] if found[0].steps else []
    told = [Note("grid", _GRID_IS)] if of_grid else []
    hidden = len(_all_jumps(found)) - _CLIFFS
    more = [Note("cliffs", _MORE.fill(more=hidden))] if hidden > 0 else []
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(period=span_words(found[0].span)),
        lang=lang,
        blocks=(*blocks, *of_grid),
        records=Records(_RECORDS, tuple(_records(found))),
        notes=(*notes, *more, *told),
        meta=Meta(span=(found[0].span.start, found[0].span.end), currency=found[0].payroll.plan.plan.currency),
    )


def _labels(found: Sequence[Outcome]) -> list[Text]:
    """What each plan is called; with its version and then its number where two are called the same."""
    names = [one.payroll.plan.plan.label for one in found]
    versions = [one.payroll.plan.plan.version for one in found]
    labels = [
        _VERSION.fill(plan=name, version=version) if names.count(name) > 1 else name
        for name, version in zip(names, versions, strict=True)
    ]
    return [
        _NUMBER.fill(plan=label, number=at) if labels.count(label) > 1 else label
        for at, label in enumerate(labels, start=1)
    ]


def _name(found: Sequence[Outcome], who: str) -> str:
    return next((name for one in found if (name := one.payroll.name(who)) != who), who)


def _everybody(found: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(who for one in found for who in one.pays))


def _plans(found: Sequence[Outcome], lang: Lang) -> TableBlock:
    columns = (
        Column("plan", phrases.PLAN),
        Column("payout", phrases.PAY, Unit.MONEY),
        Column("revenue", _REVENUE, Unit.MONEY),
        Column("cost_ratio", _COST, Unit.RATIO),
        *(
            (
                Column("difference", _DIFFERENCE, Unit.MONEY),
                Column("winners", _WINNERS, Unit.COUNT),
                Column("losers", _LOSERS, Unit.COUNT),
            )
            if len(found) > 1
            else ()
        ),
    )
    rows = []
    for at, (one, label) in enumerate(zip(found, _labels(found), strict=True)):
        cells = [Cell(label.say(lang)), Cell(one.total), Cell(one.revenue), Cell(one.ratio)]
        if len(found) > 1:
            changes = [EXACT.subtract(one.pay(who), found[0].pay(who)) for who in _everybody(found)]
            known = (
                EXACT.subtract(one.total, found[0].total),
                sum(x > 0 for x in changes),
                sum(x < 0 for x in changes),
            )
            cells += [Cell(value if at else None) for value in known]
        rows.append(Row(tuple(cells)))
    return TableBlock("plans", _PLANS, columns, tuple(rows))


def _people(found: Sequence[Outcome], lang: Lang) -> TableBlock:
    """What everybody is paid under each plan; who loses most under the second stands first."""
    labels = _labels(found)
    first, *others = found
    columns = (
        Column("rep", phrases.WHO),
        *(Column(f"plan_{at}", label, Unit.MONEY, adds_up=True) for at, label in enumerate(labels, start=1)),
        *(
            Column(
                f"difference_{at}",
                _DIFFERENCE if len(others) == 1 else _DIFFERENCE_OF.fill(plan=label, first=labels[0]),
                Unit.MONEY,
                adds_up=True,
            )
            for at, label in enumerate(labels[1:], start=2)
        ),
    )
    rows: list[tuple[str, list[Decimal]]] = []
    for who in _everybody(found):
        pays = [one.pay(who) for one in found]
        rows.append((_name(found, who), [*pays, *(EXACT.subtract(pay, pays[0]) for pay in pays[1:])]))
    ordered = sorted(rows, key=lambda row: (row[1][len(found)] if others else -row[1][0], row[0]))
    sums = [one.total for one in found] + [EXACT.subtract(one.total, first.total) for one in others]
    return TableBlock(
        "people",
        _PEOPLE,
        columns,
        tuple(Row((Cell(name), *map(Cell, values))) for name, values in ordered),
        total=Row((Cell(phrases.TOTAL.say(lang)), *map(Cell, sums))),
    )


def _all_jumps(found: Sequence[Outcome]) -> list[tuple[Text, Decimal, Text]]:
    """All jumps of all plans, the largest first."""
    told = []
    for one, label in zip(found, _labels(found), strict=True):
        catalog = one.payroll.desk.ground.catalog
        for component in one.payroll.plan.component:
            jumps = cliffs(component, in_money=is_money(component.measure, catalog))
            told += [(label, jump.jump or ZERO, jump.told) for jump in jumps]
    return sorted(told, key=lambda jump: -abs(jump[1]))


def _jumps(found: Sequence[Outcome], lang: Lang) -> TableBlock:
    columns = (Column("plan", phrases.PLAN), Column("jump", _JUMP, Unit.MONEY), Column("where", _WHERE))
    rows = tuple(
        Row((Cell(label.say(lang)), Cell(jump), Cell(told.say(lang))))
        for label, jump, told in _all_jumps(found)[:_CLIFFS]
    )
    return TableBlock("cliffs", _OF_CLIFFS, columns, rows, empty=_NO_CLIFF)


def _grid(found: Sequence[Outcome]) -> TableBlock:
    labels = _labels(found)
    columns = (
        Column("sales", _SCALE, Unit.RATIO),
        *(Column(f"plan_{at}", label, Unit.MONEY) for at, label in enumerate(labels, start=1)),
        *(
            Column(f"cost_ratio_{at}", _cost_of(label, len(found)), Unit.RATIO)
            for at, label in enumerate(labels, start=1)
        ),
    )
    rows = []
    for percent in found[0].steps:
        told = [one.steps[percent] for one in found]
        cells = (*(pay for pay, _ in told), *(ratio(pay, revenue) for pay, revenue in told))
        rows.append(Row((Cell(float(share_of(percent))), *map(Cell, cells))))
    keys = tuple(f"plan_{at}" for at in range(1, len(found) + 1))
    return TableBlock(
        "grid", _GRID, columns, tuple(rows), figures=(Figure(FigureKind.LINE, "grid", _GRID, "sales", keys),)
    )


def _cost_of(label: Text, plans: int) -> Text:
    return _COST if plans == 1 else Text(f"{label.en}, {_COST.en}", f"{label.zh}，{_COST.zh}")


_RECORDS = (
    Column("sales", _SCALE, Unit.RATIO),
    Column("plan", phrases.PLAN),
    Column("version", phrases.VERSION),
    Column("rep", phrases.WHO),
    Column("rep_id", phrases.WHO_ID),
    Column("payout", phrases.PAY, Unit.MONEY),
    Column("difference", _DIFFERENCE, Unit.MONEY),
    Column("revenue", _REVENUE, Unit.MONEY),
    Column("cost_ratio", _COST, Unit.RATIO),
)


def _records(found: Sequence[Outcome]) -> Iterator[tuple[Value, ...]]:
    """People at what was sold; then all together, without a name, at each step of the grid."""
    first = found[0]
    for at, one in enumerate(found):
        terms = one.payroll.plan.plan
        for who in _everybody(found):
            change = EXACT.subtract(one.pay(who), first.pay(who)) if at else None
            yield 1.0, terms.id, terms.version, _name(found, who), who, one.pay(who), change, None, None
    for at, one in enumerate(found):
        terms = one.payroll.plan.plan
        for percent, (pay, revenue) in {WHOLE: (one.total, one.revenue), **one.steps}.items():
            base = first.total if percent == WHOLE else first.steps[percent][0]
            change = EXACT.subtract(pay, base) if at else None
            whole = (pay, change, revenue, ratio(pay, revenue))
            yield float(share_of(percent)), terms.id, terms.version, None, None, *whole
