"""`pareto`: the largest customers or products, and what share they bring together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.app.pack_plans.company import ParetoPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.amounts import Amounts
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import change_cell
from salesperf.app.packs.changes import is_shared_out, name_of
from salesperf.core.period_words import span_words
from salesperf.core.text import Count, Text, plural
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.capitals import capital, said
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock
from salesperf.report.whole_lists import rows_beyond

TITLE = Text("Largest groups", "头部贡献")
_BY, _BY_PEOPLE = Text("Largest {dimension}", "头部{dimension}"), Text("{dimension} who bring most", "头部{dimension}")
_PEOPLE = frozenset({"rep", "manager"})
_TABLE = Text("{metric} by {dimension}, {span}", "各{dimension}的{metric}（{span}）")
_DRAWN = Text("{metric} by {dimension} and their running share, {span}", "各{dimension}的{metric}及累计占比（{span}）")
_RANK, _RUNNING, _CLASS = Text("rank", "名次"), Text("running share", "累计占比"), Text("class", "类别")
_MOST = Decimal("0.8")
_A, _B = Decimal("0.8"), Decimal("0.95")
"""Running shares up to which a group is of class A or B."""
_SAID = Text(
    "{few} of {all} make up 80% of {amount}; the largest alone brings {first}.",
    "共{all}个，其中{few}个贡献了{amount}的80%；最大的一个占{first}。",
)


class Ranked(Struct, frozen=True):
    """One group, what all up to it brought, and what all of them did; few of a hundred thousand show their shares."""

    key: str
    amount: Decimal
    so_far: Decimal
    total: Decimal

    @property
    def share(self) -> Decimal:
        """Its part of the whole."""
        return self.amount / self.total

    @property
    def running(self) -> Decimal:
        """The part of the whole that all up to it make up."""
        return self.so_far / self.total

    @property
    def letter(self) -> str:
        """A while the groups before it make up less than 80 %, B less than 95 %, else C."""
        before = self.running - self.share
        return "A" if before < _A else "B" if before < _B else "C"


def pareto(briefing: Briefing, plan: ParetoPlan) -> Section | None:
    """A table with its figure; None where the files do not tell the dimension, or nothing was brought."""
    if not is_shared_out(briefing.catalog[plan.metric], briefing.catalog):
        return None
    whole, metric = briefing.months(plan.months), briefing.catalog[plan.metric]
    found = briefing.amounts(plan.metric, by=plan.by, compare=Compare.YOY, period=whole)
    ranked = ranked_of(found.now.groups) if found is not None else ()
    if found is None or not ranked:
        return None
    alone = rows_alone(len(ranked), most=plan.top)
    words = {"metric": metric.label, "dimension": DIMENSIONS[plan.by].label, "span": span_words(whole)}
    figure = Figure(
        FigureKind.PARETO,
        f"pareto_{plan.by}",
        _DRAWN.fill(**words),
        label=plan.by,
        values=(metric.key, "running"),
        first=alone,
        of=len(ranked),
    )
    block = TableBlock(
        f"pareto_{plan.by}",
        _TABLE.fill(**words),
        _columns(plan, metric),
        (
            *(_row(briefing, plan, (found, one), at) for at, one in enumerate(ranked[:alone], start=1)),
            *_rest(briefing, ranked, found, metric, alone=alone),
        ),
        figures=(figure,),
        beyond=rows_beyond(
            tuple(enumerate(ranked[alone:], start=alone + 1)),
            lambda one: _row(briefing, plan, (found, one[1]), one[0]),
        ),
    )
    title = (_BY_PEOPLE if plan.by in _PEOPLE else _BY).fill(dimension=plural(DIMENSIONS[plan.by].label))
    heading = plan.heading(capital(title))
    return Section(f"pareto-{plan.by}", heading, sentences=(_said(ranked, metric),), blocks=(block,))


def ranked_of(amounts: Mapping[str | None, Decimal]) -> tuple[Ranked, ...]:
    """The named groups that brought something, the largest first; shares are of what these brought together."""
    positive = [(key, amount) for key, amount in amounts.items() if key is not None and amount > 0]
    positive.sort(key=lambda pair: (-pair[1], pair[0]))
    total = sum((amount for _, amount in positive), Decimal(0))
    found: list[Ranked] = []
    so_far = Decimal(0)
    for key, amount in positive:
        so_far += amount
        found.append(Ranked(key, amount, so_far, total))
    return tuple(found)


def _columns(plan: ParetoPlan, metric: Metric) -> tuple[Column, ...]:
    return (
        Column("rank", _RANK, Unit.COUNT),
        Column(plan.by, DIMENSIONS[plan.by].label),
        Column(metric.key, metric.label, metric.unit, adds_up=True),
        Column("share", phrases.SHARE, Unit.RATIO),
        Column("running", _RUNNING, Unit.RATIO),
        Column("class", _CLASS),
        Column("growth", phrases.ON[Compare.YOY], Unit.GROWTH),
    )


def _row(briefing: Briefing, plan: ParetoPlan, pair: tuple[Amounts, Ranked], at: int) -> Row:
    found, one = pair
    return Row(
        (
            Cell(at),
            Cell(name_of(briefing, plan.by, one.key)),
            Cell(one.amount, partial=found.partial),
            Cell(float(one.share)),
            Cell(float(one.running)),
            Cell(one.letter),
            _growth(found, one, briefing.catalog[plan.metric]),
        )
    )


def _growth(found: Amounts, one: Ranked, metric: Metric) -> Cell:
    if isinstance(found.base, Text):
        return Cell(None, unit=Unit.GROWTH, reason=found.base)
    base = Cell(found.base.groups.get(one.key, Decimal(0)))
    return change_cell(Cell(one.amount), base, metric, partial=found.partial)


def _rest(
    briefing: Briefing, ranked: Sequence[Ranked], found: Amounts, metric: Metric, *, alone: int
) -> tuple[Row, ...]:
    """All others in one row, against all others of the base: who brought something then and not now is one of them."""
    top, rest = ranked[:alone], ranked[alone:]
    if not rest:
        return ()
    name = said(phrases.OTHERS.fill(count=Count(len(rest))), briefing.lang)
    amount = sum((one.amount for one in rest), Decimal(0))
    share = amount / rest[0].total
    if isinstance(found.base, Text):
        growth = Cell(None, unit=Unit.GROWTH, reason=found.base)
    else:
        named = {one.key for one in top}
        brought = (amount for key, amount in found.base.groups.items() if key is not None and key not in named)
        then = Cell(sum((one for one in brought if one > 0), Decimal(0)))
        growth = change_cell(Cell(amount), then, metric, partial=found.partial)
    return (Row((Cell(None), name, Cell(amount), Cell(float(share)), Cell(1.0), Cell(None), growth)),)


def _said(ranked: Sequence[Ranked], metric: Metric) -> Sentence:
    enough = _MOST * ranked[0].total
    few = next(at for at, one in enumerate(ranked, start=1) if one.so_far >= enough)
    return Sentence(
        _SAID,
        {
            "few": Cell(few, unit=Unit.COUNT),
            "all": Cell(len(ranked), unit=Unit.COUNT),
            "amount": Cell(ranked[0].total, unit=metric.unit),
            "first": Cell(float(ranked[0].share), unit=Unit.RATIO),
        },
    )
