"""What a component pays, in sentences: what is counted, how it is paid, within which limits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.analyses.commission.in_words.cash import collected_words, waits_words
from salesperf.analyses.commission.in_words.tiers import SEMICOLON, Paid, points_words, share_words, tiers_words
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.rules.accelerator import MarginalAccelerator, WholeAccelerator
from salesperf.analyses.commission.rules.collected import CollectedRule
from salesperf.analyses.commission.rules.discount import DiscountRule
from salesperf.analyses.commission.rules.flat import FlatRule
from salesperf.analyses.commission.rules.margin import MarginRule
from salesperf.analyses.commission.rules.over_target import OverTarget
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.rules.rates import RateTable
from salesperf.analyses.commission.rules.record_bonus import RecordBonus
from salesperf.analyses.commission.rules.spif import SpifRule
from salesperf.analyses.commission.rules.tiered import InterpolatedTiers, MarginalTiers, OtherMeasure, WholeTiers
from salesperf.analyses.commission.written.answers import RecordBase
from salesperf.core.period import GRAIN_WORDS, Grain
from salesperf.core.registry import Registry
from salesperf.core.text import Text, listing, same
from salesperf.core.unit import AMOUNTS
from salesperf.metrics.model import Metric

_COUNTED = {
    "period": Text("counted is {measure} of each {grain}", "按每{grain}的{measure}计算"),
    "quarter": Text("counted is {measure} of the quarter to date", "按本季度累计的{measure}计算"),
    "year": Text("counted is {measure} of the year to date", "按本年累计的{measure}计算"),
    "dates": Text("counted is {measure} of all its days to date", "按全部有效日期累计的{measure}计算"),
    "deal": Text("counted is {measure} of each order on its own", "按每个订单的{measure}分别计算"),
}
_ONLY = Text("only where {conditions}", "仅限 {conditions}")
_CAP = Text("a {grain} pays {cap} at most", "每{grain}最多{cap}")
_FLOOR = Text("a {grain} with anything credited pays {floor} at least", "有业绩的{grain}至少{floor}")
_RATE_OF = Text("{rate} of it", "其{rate}")
_EACH = Text("{rate} for each", "每个{rate}")
_MARGINAL = Text("each slice at its own rate: {tiers}", "各段按各段的比例：{tiers}")
_WHOLE = Text("all of it at the rate of the tier reached: {tiers}; {tie}", "全额按达到的档位比例：{tiers}；{tie}")
_TIES = {
    Tie.LOWER: Text("exactly on a bound is still the lower tier", "正好等于分界算下面一档"),
    Tie.UPPER: Text("exactly on a bound is already the upper tier", "正好等于分界算上面一档"),
}
_LINE = Text("all of it at a rate that moves in a straight line: {points}", "全额按直线变化的比例：{points}")
_ON_TARGET = Text("bounds are of the attainment of the target", "分界为目标达成率")
_ON_OTHER = Text("the tier is that of {measure}", "档位由{measure}决定")
_ON_OTHER_TARGET = Text(
    "the tier is that of the attainment of the target of {measure}", "档位由{measure}的目标达成率决定"
)
_ACCELERATED = Text("{rate} of it, times a factor by the attainment of the target", "其{rate}，再按目标达成率乘以系数")
_MARGIN = Text(
    "all of it at the rate of the margin's tier: {tiers}; {tie}", "全额按毛利率所在档位的比例：{tiers}；{tie}"
)
_HURDLE = Text("nothing is paid below a margin of {hurdle}", "毛利率低于{hurdle}不付")
_DISCOUNT = Text(
    "each {of} at the rate of its discount's tier: {tiers}; {tie}", "每{of}按其折扣所在档位的比例：{tiers}；{tie}"
)
_OF = {"order": Text("order", "个订单"), "line": Text("line", "行明细")}
_RATES = Text("the row that names the most keys of a sale is its rate: {rows}", "命中条件最多的一行决定比例：{rows}")
_ROW = Text("{rate} where {keys}", "{keys}：{rate}")
_ROW_OF_ALL = Text("{rate} of everything else", "其余：{rate}")
_NEXT = Text("where no row holds, the rate is {rate}", "没有适用行时为{rate}")
_REFUSED = Text("a sale that no row holds for is refused as a fault of the data", "没有适用行的销售视为数据错误")
_SPIF_EACH = Text("{each} for each unit", "每件{each}")
_SPIF_FIRST = Text("{each} for each of the first {first} units", "前{first}件每件{each}")
_SPIF_ONCE = Text("{once} once, when {at_least} are sold", "售出{at_least}件时一次性付{once}")
_SPIF_DAYS = Text("only what is sold from {start} to {end} counts", "仅计{start}至{end}的销售")
_OVER = Text("{rate} of what exceeds the target, and nothing up to it", "超过目标部分的{rate}，目标以内不付")
_RECORD = {
    RecordBase.EXCESS: Text("{rate} of what lies above the best period before", "超出以往最好一期部分的{rate}"),
    RecordBase.TOTAL: Text("{rate} of all of a period that is better than every one before", "破纪录当期全额的{rate}"),
}
_OVERRIDE = {
    "credited": Text("{rate} of what the people below are credited with, {levels}", "下属业绩的{rate}，{levels}"),
    "earned": Text("{rate} of what components pay the people below, {levels}", "下属提成的{rate}，{levels}"),
}
_LEVELS = Text("{levels} steps down", "向下{levels}级")
_DIRECT = Text("direct reports alone", "仅直接下属")
_EVERY_LEVEL = Text("however far down", "不限级数")
_SPIF_FROM = Text("only what is sold from {start} on counts", "仅计{start}起的销售")
_SPIF_TO = Text("only what is sold up to {end} counts", "仅计{end}及以前的销售")
_OTHER_RULE = Text("it is paid by the rule {rule}", "按规则 {rule} 计提")
_TRUED_UP = {
    "quarter": Text(
        "each {grain} pays, as a line of its own, what the quarter has earned to date and not been paid",
        "每{grain}另列一行补付本季度累计应得与已付的差额",
    ),
    "year": Text(
        "each {grain} pays, as a line of its own, what the year has earned to date and not been paid",
        "每{grain}另列一行补付本年累计应得与已付的差额",
    ),
}
_ADVANCED = Text("a {grain} is paid {rate} ahead of that", "每{grain}先按{rate}预付")
_CAP_TO_DATE = Text("the cap of {cap} is one of each {grain}, and counts to date", "封顶为每{grain}{cap}，按累计计算")
ZERO = Decimal(0)
Tiered = MarginalTiers | WholeTiers | InterpolatedTiers
Accelerated = MarginalAccelerator | WholeAccelerator


def component_words(component: AnyComponent, *, grain: Grain, catalog: Registry[Metric]) -> tuple[Text, ...]:
    """What is counted, how it is paid, and within which limits: a sentence each, in this order."""
    return (
        _counted(component, grain, catalog),
        *_paid(component, catalog),
        *_to_date(component, grain, Paid(is_share=is_money(component.measure, catalog))),
        *waits_words(component),
        *_limits(component, grain),
    )


def measure_words(measure: str, catalog: Registry[Metric]) -> Text:
    """What people call a measure; its key where nothing is known of it."""
    return catalog[measure].label if measure in catalog else same(measure)


def is_money(measure: str, catalog: Registry[Metric]) -> bool:
    """Whether a rate of the measure is a share of it; of an unknown one it is taken for one."""
    return measure not in catalog or catalog[measure].unit in AMOUNTS


def _counted(component: AnyComponent, grain: Grain, catalog: Registry[Metric]) -> Text:
    said = _COUNTED[component.per].fill(measure=measure_words(component.measure, catalog), grain=GRAIN_WORDS[grain])
    if not component.where:
        return said
    return listing((said, _ONLY.fill(conditions=listing(component.where))), Text(", ", "，"))


def _paid(component: AnyComponent, catalog: Registry[Metric]) -> Iterator[Text]:
    paid = Paid(is_share=is_money(component.measure, catalog))
    match component:
        case FlatRule():
            yield (_RATE_OF if paid.is_share else _EACH).fill(rate=paid.rate(component.rate))
        case MarginalTiers() | WholeTiers() | InterpolatedTiers():
            yield from _tiered(component, catalog, is_share=paid.is_share)
        case MarginalAccelerator() | WholeAccelerator():
            yield _ACCELERATED.fill(rate=paid.rate(component.rate))
            yield _stepped(component, Paid(is_share=paid.is_share, of_target=True))
        case RateTable():
            yield from _by_row(component, paid)
        case MarginRule():
            told = tiers_words(component.tiers, Paid(is_share=paid.is_share, of_target=True))
            yield _MARGIN.fill(tiers=told, tie=_TIES[component.tie])
            if component.hurdle is not None:
                yield _HURDLE.fill(hurdle=share_words(component.hurdle))
        case DiscountRule():
            told = tiers_words(component.tiers, Paid(is_share=paid.is_share, of_target=True))
            yield _DISCOUNT.fill(of=_OF[component.of], tiers=told, tie=_TIES[component.tie])
        case _:
            yield from _paid_beside(component, paid)


def _paid_beside(component: AnyComponent, paid: Paid) -> Iterator[Text]:
    """What is paid for something beside the base: units, targets, records, the people below."""
    match component:
        case SpifRule():
            yield from _spif(component)
        case CollectedRule():
            yield from collected_words(component, paid)
        case OverTarget():
            yield _OVER.fill(rate=paid.rate(component.rate))
        case RecordBonus():
            yield _RECORD[component.base].fill(rate=paid.rate(component.rate))
        case OverrideRule():
            levels = component.levels
            down = _EVERY_LEVEL if levels == "all" else _DIRECT if levels == 1 else _LEVELS.fill(levels=levels)
            yield _OVERRIDE[component.of].fill(rate=share_words(component.rate), levels=down)
        case _:
            yield _OTHER_RULE.fill(rule=component.rule)


def _tiered(component: Tiered, catalog: Registry[Metric], *, is_share: bool) -> Iterator[Text]:
    paid = Paid(is_share=is_share, of_target=component.of_target)
    if isinstance(component, InterpolatedTiers):
        yield _LINE.fill(points=points_words(component.points, paid))
    else:
        yield _stepped(component, paid)
    if isinstance(component.on, OtherMeasure):
        words = _ON_OTHER_TARGET if component.of_target else _ON_OTHER
        yield words.fill(measure=measure_words(component.on.measure, catalog))
    elif component.of_target:
        yield _ON_TARGET


def _stepped(component: MarginalTiers | WholeTiers | Accelerated, paid: Paid) -> Text:
    tiers = tiers_words(component.tiers, paid)
    if isinstance(component, MarginalTiers | MarginalAccelerator):
        return _MARGINAL.fill(tiers=tiers)
    return _WHOLE.fill(tiers=tiers, tie=_TIES[component.tie])


def _by_row(component: RateTable, paid: Paid) -> Iterator[Text]:
    told = []
    for row in component.rows:
        keys = listing(f"{key} = {' / '.join(sorted(names))}" for key, names in row.keys.items())
        told.append((_ROW if row.keys else _ROW_OF_ALL).fill(rate=paid.rate(row.rate), keys=keys))
    yield _RATES.fill(rows=listing(told, SEMICOLON))
    if all(row.keys for row in component.rows):
        yield _REFUSED if component.default is None else _NEXT.fill(rate=paid.rate(component.default))


def _spif(component: SpifRule) -> Iterator[Text]:
    if component.each is None:
        yield _SPIF_ONCE.fill(once=figure(component.once or ZERO), at_least=figure(component.at_least or ZERO))
    elif component.first is None:
        yield _SPIF_EACH.fill(each=figure(component.each))
    else:
        yield _SPIF_FIRST.fill(each=figure(component.each), first=figure(component.first))
    if component.start is not None and component.to is not None:
        yield _SPIF_DAYS.fill(start=component.start, end=component.to)
    elif component.start is not None:
        yield _SPIF_FROM.fill(start=component.start)
    elif component.to is not None:
        yield _SPIF_TO.fill(end=component.to)


def _to_date(component: AnyComponent, grain: Grain, paid: Paid) -> Iterator[Text]:
    if component.true_up:
        yield _TRUED_UP[component.per].fill(grain=GRAIN_WORDS[grain])
    if component.advance_rate is not None:
        yield _ADVANCED.fill(grain=GRAIN_WORDS[grain], rate=paid.rate(component.advance_rate))


def _limits(component: AnyComponent, grain: Grain) -> Iterator[Text]:
    if component.cap is not None:
        words = _CAP_TO_DATE if component.true_up else _CAP
        yield words.fill(grain=GRAIN_WORDS[grain], cap=figure(component.cap))
    if component.floor is not None:
        yield _FLOOR.fill(grain=GRAIN_WORDS[grain], floor=figure(component.floor))
