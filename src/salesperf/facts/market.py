"""Market sizes as events: what was sold by everybody in a period, in the whole market or a part of it; a row a period.

A size says nothing of shorter periods, and a part of the market nothing of the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Period
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing
from salesperf.engine import Frame, collect, scan, small
from salesperf.facts.calendar import Calendar
from salesperf.facts.events import Events, columns_of
from salesperf.facts.market_scope import SCOPES, WHOLE, Known, NoScope, known_keys, scope_of_row, scope_words
from salesperf.facts.sales import tells_sales
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.told_periods import told_periods
from salesperf.tables.bundle import Bundle
from salesperf.tables.schema import DTYPES, FILE, PROVENANCE, ROW, SHEET, Kind

MARKET_SUBJECTS = frozenset({Subject.MARKET})
_CIVIL = Calendar()
_KINDS = {"date": Kind.DATE, "known_on": Kind.DATE, "market_size": Kind.MONEY, "largest_rival": Kind.MONEY}
_COLUMN_OF = {"region": "region", "category": "category", "product": "product", "channel": "channel"}
_NO_PERIOD = Text("market size of {word!r}, which is no period", "市场规模的期间「{word}」无法识别")
_PERIODS = Text("write 2026, 2026-Q1, 2026-H1 or 2026-03", "请写成 2026、2026-Q1、2026-H1 或 2026-03")
_UNKNOWN = Text("market size of {scope} {key!r}, which no sale names", "市场规模针对{scope}「{key}」，但没有销售提到它")
_TWICE = Text("two market sizes of {of} for {period}: none of them is taken", "{of}在{period}有两个市场规模：均不采用")
_NO_SIZE = Text("no market size above zero", "没有大于零的市场规模")
_OTHER_CURRENCY = Text(
    "market size in {own}, and the sales are in {sales}: not taken", "市场规模币种为 {own}，而销售为 {sales}：不采用"
)
_SEVERAL_CURRENCIES = Text(
    "market sizes are in several currencies, and the sales name none: not taken",
    "市场规模涉及多个币种，而销售没有币种：不采用",
)
_IN_ONE = Text("give market sizes in the currency of the sales", "请以销售的币种提供市场规模")
_COMPANY = Text("the whole market", "整体市场")
_SIZES = Text(
    "market sizes are of {scopes}, for {periods}; of other periods, and of parts of these, the share is not known",
    "市场规模针对{scopes}，期间为{periods}；其他期间及其中的部分时段市场份额未知",
)
_NO_WHOLE = Text(
    "there is no size of the whole market: the company's share is not known", "没有整体市场规模：公司整体份额未知"
)
_RANGE = Text("periods from {first} to {last}", "{first} 至 {last} 的各期间")
_FEW = 6


class _Size(Struct, frozen=True):
    """One row that counts."""

    period: Period
    told_for: str
    key: str | None
    size: Decimal
    rival: Decimal | None
    where: Where

    @property
    def of(self) -> tuple[Period, str, str | None]:
        """What there should be one size of."""
        return (self.period, self.told_for, self.key)


def market(
    bundle: Bundle, section: SalesSection, _as_of: date | None, *, calendar: Calendar = _CIVIL
) -> dict[Subject, Events]:
    """The market sizes beside sales, on the first day of their periods, known with the last.

    Columns: `told_for` (the dimension a row is of, empty for the whole company) and a column of that dimension with
    its key, `market_size`, `largest_rival`, and where the row stands.
    """
    table = bundle.get("market")
    if table is None or not tells_sales(bundle, section):
        return {}
    if not {"period", "market_size"} <= set(table.frame.columns):
        return {}
    rows = list(collect(scan(table)).iter_rows(named=True))
    known = known_keys(bundle)
    words = sorted({row["period"] for row in rows if row["period"] is not None})
    periods = told_periods(words, calendar)
    currency = _currency(rows, bundle)
    read = [_read(row, periods, known, currency) for row in rows]
    sizes = [one for one in read if isinstance(one, _Size)]
    findings = [one for one in read if isinstance(one, Issue)]
    counts = Counter(size.of for size in sizes)
    single = [size for size in sizes if counts[size.of] == 1]
    findings += [*_twice(sizes, counts), *_not_sold(single, known)]
    lines = _lines(single)
    columns = columns_of(lines)
    return {
        Subject.MARKET: Events(
            subject=Subject.MARKET,
            lines=lines,
            columns=columns if any(size.rival is not None for size in single) else columns - {"largest_rival"},
            source="market",
            table=table.name,
            currency=bundle.currency,
            notes=tuple(_notes(single)),
            findings=tuple(findings),
        )
    }


def _read(
    row: Mapping[str, object], periods: Mapping[str, Period | None], known: Known, currency: str | None
) -> _Size | Issue:
    """The row as a size, or why it is none."""
    word, size, rival = row["period"], row["market_size"], row.get("largest_rival")
    period = periods.get(str(word)) if word is not None else None
    if period is None:
        return issue("F561", _NO_PERIOD.fill(word=word or ""), _where(row, "period"), hint=_PERIODS, value=_said(word))
    if not isinstance(size, Decimal) or size <= 0:
        return issue("F563", _NO_SIZE, _where(row, "market_size"), value=_said(size))
    own = row.get("currency")
    if isinstance(own, str) and own != currency:
        message = _SEVERAL_CURRENCIES if currency is None else _OTHER_CURRENCY.fill(own=own, sales=currency)
        return issue("F563", message, _where(row, "currency"), hint=_IN_ONE, value=own)
    scope = scope_of_row(row, known)
    if isinstance(scope, NoScope):
        return issue("F560", scope.message, _where(row, "scope"), hint=scope.hint, value=_said(row.get("scope")))
    other = rival if isinstance(rival, Decimal) and rival > 0 else None
    return _Size(period, scope.told_for, scope.key, size, other, _where(row, "market_size"))


def _currency(rows: Sequence[Mapping[str, object]], bundle: Bundle) -> str | None:
    """The currency that sizes are taken in: that of the sales, where they name none the only one of the sizes."""
    own = {row.get("currency") for row in rows} - {None}
    only = own.pop() if len(own) == 1 else None
    return bundle.currency or (only if isinstance(only, str) else None)


def _said(value: object) -> str | None:
    return None if value is None else str(value)


def _where(row: Mapping[str, object], column: str) -> Where:
    number = row.get(ROW)
    return Where(
        file=_said(row.get(FILE)),
        sheet=_said(row.get(SHEET)),
        row=number if isinstance(number, int) else None,
        column=column,
    )


def _twice(sizes: Sequence[_Size], counts: Mapping[tuple[Period, str, str | None], int]) -> Iterator[Issue]:
    """Scopes and periods of which there are several sizes, which may contradict each other."""
    several = {size.of: size for size in sizes if counts[size.of] > 1}
    for size in several.values():
        of = _COMPANY if size.told_for == WHOLE else Text(f"{size.told_for} {size.key!r}", f"「{size.key}」")
        message = _TWICE.fill(of=of, period=size.period.key)
        yield issue("F564", message, size.where, value=str(size.size.normalize()), count=counts[size.of])


def _not_sold(sizes: Sequence[_Size], known: Known) -> Iterator[Issue]:
    """Keys that no sale names, each once; of what was not read nothing is said."""
    told: set[tuple[str, str | None]] = set()
    for size in sizes:
        keys = known.keys.get(size.told_for)
        if keys is None or size.key in keys or (size.told_for, size.key) in told:
            continue
        told.add((size.told_for, size.key))
        message = _UNKNOWN.fill(scope=scope_words(size.told_for), key=size.key or "")
        hint = did_you_mean(size.key or "", keys)
        yield issue("F562", message, size.where, hint=hint, value=size.key)


def _lines(sizes: Sequence[_Size]) -> Frame:
    there = [scope for scope in SCOPES if any(size.told_for == scope for size in sizes)]
    columns: dict[str, list[object]] = {
        "date": [size.period.start for size in sizes],
        "known_on": [size.period.end for size in sizes],
        "told_for": [size.told_for for size in sizes],
        "told_key": [size.key for size in sizes],
        "market_size": [size.size for size in sizes],
        "largest_rival": [size.rival for size in sizes],
        FILE: [size.where.file for size in sizes],
        SHEET: [size.where.sheet for size in sizes],
        ROW: [size.where.row for size in sizes],
    }
    for scope in there:
        columns[_COLUMN_OF[scope]] = [size.key if size.told_for == scope else None for size in sizes]
    return small(
        columns, {name: DTYPES[_KINDS.get(name, Kind.TEXT)] for name in columns if name != ROW} | {ROW: PROVENANCE[ROW]}
    )


def _notes(sizes: Sequence[_Size]) -> Iterator[tuple[str, Text]]:
    if not sizes:
        return
    there = dict.fromkeys(size.told_for for size in sizes)
    scopes = listing(_COMPANY if scope == WHOLE else scope_words(scope) for scope in there)
    periods = sorted({size.period for size in sizes})
    ends = {"first": periods[0].start, "last": max(period.end for period in periods)}
    told = listing(period.key for period in periods) if len(periods) <= _FEW else _RANGE.fill(**ends)
    yield "market_sizes", _SIZES.fill(scopes=scopes, periods=told)
    if WHOLE not in there:
        yield "no_whole_market", _NO_WHOLE
