"""What payroll takes over: a row a person and plan, with what the payout is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.report import lines_within
from salesperf.analyses.commission.together import Asked
from salesperf.core.money import EXACT
from salesperf.core.period import Span
from salesperf.core.period_words import span_words
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-payroll/1"
ZERO = Decimal(0)
_TITLE = Text("Payroll, commission of {period}", "工资用提成表，{period}")
_BLOCK = Text("Payouts", "应付提成")
_BELOW = Text("{name}: {amount} is to be paid back", "{name}：{amount}，应退回")
_GROUPS: tuple[tuple[str, Text, frozenset[Kind]], ...] = (
    (
        "commission",
        Text("commission", "提成"),
        frozenset({Kind.EARNING, Kind.OVERRIDE, Kind.TRUE_UP, Kind.LIMIT, Kind.GUARANTEE}),
    ),
    ("pool", Text("team pool", "团队奖池"), frozenset({Kind.POOL})),
    ("honour", Text("honours", "荣誉奖励"), frozenset({Kind.HONOUR})),
    ("collection", Text("held until collected", "待回款与回款发放"), frozenset({Kind.UNCOLLECTED, Kind.COLLECTED})),
    ("clawback", Text("taken back", "扣回"), frozenset({Kind.CLAWBACK})),
    ("draw", Text("draw", "预支"), frozenset({Kind.DRAW_ADVANCE, Kind.DRAW_RECOVERY, Kind.DRAW_FORGIVEN})),
    ("holdback", Text("holdback", "暂扣"), frozenset({Kind.RESERVE, Kind.RESERVE_RELEASE})),
    ("balance", Text("balance", "结转"), frozenset({Kind.CARRIED, Kind.FORGIVEN, Kind.OPENING})),
    ("adjustment", Text("adjustments", "调整"), frozenset({Kind.ADJUSTMENT})),
)
"""What a payout is made of; every kind of line is in one of them."""
_COLUMNS = (
    Column("rep_id", phrases.WHO_ID),
    Column("rep", phrases.WHO),
    Column("plan", phrases.PLAN),
    Column("first", Text("first day", "起始日")),
    Column("last", Text("last day", "截止日")),
    *(Column(key, label, Unit.MONEY, adds_up=True) for key, label, _ in _GROUPS),
    Column("payout", Text("payout", "应付"), Unit.MONEY, adds_up=True),
    Column("currency", phrases.CURRENCY),
)


def payroll_report(found: Sequence[Asked], *, lang: Lang) -> Report:
    """A row a person and plan, the same in the records; payouts below zero are told."""
    rows = [row for one in found for row in _rows(one)]
    spans = [one.span for one in found]
    whole = Span(min(one.start for one in spans), max(one.end for one in spans))
    currencies = {row[-1] for row in rows}
    total = _total(rows, lang) if len(currencies) == 1 else None
    # A page leaves out what nobody has; records have every column.
    shown = [at for at, column in enumerate(_COLUMNS) if not column.adds_up or any(row[at] for row in rows)]
    told = tuple(Row(tuple(Cell(row[at]) for at in shown)) for row in rows)
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(period=span_words(whole)),
        lang=lang,
        blocks=(TableBlock("payouts", _BLOCK, tuple(_COLUMNS[at] for at in shown), told, total=_picked(total, shown)),),
        records=Records(_COLUMNS, tuple(rows)),
        notes=tuple(_below(rows)),
        meta=Meta(span=(whole.start, whole.end), currency=str(currencies.pop()) if len(currencies) == 1 else None),
    )


def _rows(one: Asked) -> Iterator[tuple[Value, ...]]:
    lines = lines_within(one.payroll, one.span)
    of: dict[str, list[Line]] = {}
    for line in lines:
        of.setdefault(line.participant, []).append(line)
    terms = one.payroll.plan.plan
    for who in sorted(of):
        sums = [_sum(of[who], kinds) for _, _, kinds in _GROUPS]
        days = (min(line.period.start for line in of[who]), max(line.period.end for line in of[who]))
        whole = _sum(of[who], frozenset(Kind))
        yield (who, one.payroll.name(who), terms.id, *days, *sums, whole, terms.currency)


def _sum(lines: Sequence[Line], kinds: frozenset[Kind]) -> Decimal:
    total = ZERO
    for line in lines:
        total = EXACT.add(total, line.pay) if line.kind in kinds else total
    return total


def _total(rows: Sequence[tuple[Value, ...]], lang: Lang) -> Row:
    def added(at: int) -> Decimal:
        total = ZERO
        for row in rows:
            amount = row[at]
            total = EXACT.add(total, amount) if isinstance(amount, Decimal) else total
        return total

    cells = [Cell(added(at)) if column.adds_up else Cell(None) for at, column in enumerate(_COLUMNS)]
    return Row((Cell(phrases.TOTAL.say(lang)), *cells[1:]))


def _picked(row: Row | None, places: Sequence[int]) -> Row | None:
    return None if row is None else Row(tuple(row.cells[at] for at in places))


def _below(rows: Sequence[tuple[Value, ...]]) -> Iterator[Note]:
    for row in rows:
        payout = row[-2]
        if isinstance(payout, Decimal) and payout < 0:
            yield Note("below_zero", _BELOW.fill(name=row[1], amount=f"{payout:,f}"), warning=True)
