"""What each rival sold, a row each with its periods across (`Competitor, Jan, Feb`), as the market that they make up.

Only where a row is one's own company: without it the market is not known, and nothing is added up.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Count, Text, folded
from salesperf.sources.across.market_across import holds_rates, unit_in
from salesperf.sources.across.periods_across import apart, left_out, name_of, periods_across
from salesperf.sources.rows.raw import Held, RawTable
from salesperf.sources.rows.unfolded import with_rows
from salesperf.sources.targets.period_words import PeriodWord
from salesperf.sources.targets.roles import is_about_targets
from salesperf.sources.titles.about import names_of
from salesperf.sources.values.money_cells import money_of
from salesperf.tables.header_words import header_words

_RIVALS = late(r"^(?:competitors?|rivals?|competitor name|竞争对手|竞争对手名称|竞品|竞品名称|竞争者|厂商|厂家)$")
_OWN = late(
    r"^(?:us|we|ours?|ourselves|own|self|our (?:company|sales|brand)|own (?:company|sales|brand)|my company|"
    r"我司|本公司|我方|我们|自己|本企业|本品|本品牌|自有品牌)$"
)
_REST = late(r"^(?:all )?(?:others?|rest(?: of (?:the )?market)?|其他|其它|其余)(?:品牌|厂商|公司|企业)?$")
"""A row of many small ones, none of which is the largest rival."""
_PLAIN = frozenset({"sales", "revenue", "销售额", "金额", "收入"})
"""What a header may say beside its period."""
_HOLDS = Text(
    "{rows:row|rows} of rivals and of {own!r}: the market of each of {cells:period|periods} is their sum{left}",
    "{rows} 行为竞争对手与「{own}」：{cells} 个期间的市场规模按各行之和计算{left}",
)


def rivals_across(raw: RawTable, *, year: int | None = None) -> tuple[RawTable, Held] | None:
    """The market of each period and its largest rival, with what the rows hold; None for any other table."""
    header = next((text for text in raw.header if _RIVALS.match(header_words(text).strip())), None)
    if header is None or any(is_about_targets(text) for text in (*raw.header, *names_of(raw))):
        return None
    found = periods_across(raw, plain=_PLAIN, year=year)
    if found is None or not all(found.sums.values()) or apart(raw, found.unlike) or holds_rates(raw, found.across):
        return None
    frame = raw.frame.collect()
    who = [folded(word or "").lower() for word in frame[header].cast(pl.String)]
    own = [at for at, word in enumerate(who) if _OWN.match(word)]
    if {*raw.header} - {header, *found.across, *found.sums} or len(own) != 1 or len(set(who)) < len(who):
        return None
    whole = _sums(frame, found.across, header=header, rivals=_rivals(who, own))
    first = raw.row_numbers[own[0]] if raw.row_numbers else raw.layout.first_row + own[0]
    bare = replace(raw, header=tuple(whole.columns), failed={}, percents={}, currencies={}, totals={})
    told = _HOLDS.fill(
        rows=Count(frame.height),
        own=str(frame[header][own[0]]),
        cells=Count(whole.height),
        left=left_out(raw, found.sums),
    )
    return with_rows(bare, whole, [first] * whole.height), Held(frame.height, told)


def _rivals(who: Sequence[str], own: Collection[int]) -> list[int]:
    """The rows of one rival each."""
    return [at for at, word in enumerate(who) if at not in own and not _REST.match(word)]


def _sums(frame: pl.DataFrame, across: Mapping[str, PeriodWord], *, header: str, rivals: Sequence[int]) -> pl.DataFrame:
    """A row a period: what all sold, and the largest of the rivals."""
    sold = [money_of(frame[text]).fill_null(Decimal(0)).to_list() for text in across]
    zh = any(map(has_han, (header, *across)))
    unit = unit_in((*across, header))
    names = ("期间", "市场规模", "最大竞争对手") if zh else ("period", "market size", "largest rival")
    return pl.DataFrame(
        {
            names[0]: [name_of(word) for word in across.values()],
            f"{names[1]} {unit}".strip(): [str(sum(cells, Decimal(0))) for cells in sold],
            f"{names[2]} {unit}".strip(): [str(max((cells[at] for at in rivals), default=0)) for cells in sold],
        }
    )
