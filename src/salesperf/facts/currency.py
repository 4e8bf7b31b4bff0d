"""One currency per fact set: amounts of other currencies are converted at the rate of their own date.

A rate is never guessed: a currency without a table of rates, or a date before its first rate, stops the run.
"""

from __future__ import annotations

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Where
from salesperf.core.late import late
from salesperf.core.text import Text, counted, listing, same
from salesperf.engine import Frame, collect, kept, scan
from salesperf.tables.bundle import Bundle
from salesperf.tables.events import INVOICES, ORDERS
from salesperf.tables.schema import FILE, ROW, SHEET, Kind

_AMOUNTS = tuple(
    dict.fromkeys(one.name for table in (ORDERS, INVOICES) for one in table.columns if one.kind is Kind.MONEY)
)
"""Of orders, which have every amount that deals have, and of invoices."""
_DAYS_NAMED = 5
_DATES = ("order_date", "invoice_date", "payment_date", "closed_date", "cost_date")

_RATE_IN = late(r"(?i)\b(?:to|in)[ _]([a-z]{3})$|人民币")
_GIVE_RATES = Text(
    "say which one to report in with --currency and give a table of rates (currency, rate_date, rate)",
    "请用 --currency 指定报告币种，并提供汇率表（列为 currency、rate_date、rate）",
)
_IN_THESE = Text(
    "the table of rates is to {code}: report in it with --currency {code}",
    "汇率表折算为 {code}：请使用 --currency {code}",
)


def converted(
    base: Frame, bundle: Bundle, *, columns: frozenset[str], day: str | None = None, target: str | None = None
) -> tuple[Frame, str | None]:
    """The rows with every amount in one currency, and that currency (None: the data name none).

    The target is the bundle's currency, else the one given. Rates are units of the target for one unit of the row's
    currency, and the one that holds is the latest on or before the row's date (`day`, where it is not the table's own).
    """
    target = bundle.currency or target
    if "currency" not in columns:
        return base, target
    used = collect(base.group_by("currency").agg(nw.len().alias("rows"))).sort("currency", nulls_last=True)
    codes = [code for code in used["currency"].to_list() if code is not None]
    target = target or (codes[0] if len(codes) == 1 else None)
    if all(code == target for code in codes):
        return base, target
    rows = dict(used.drop_nulls("currency").iter_rows())
    if target is None or "fx_rates" not in bundle:
        raise _mixed(rows, target, where=_where(bundle), rates_in=_rates_in(bundle))
    if (other := _rates_in(bundle)) is not None and other != target:
        raise _other_rates(rows, target, other)
    if None in used["currency"]:
        raise _unnamed(used.filter(used["currency"].is_null())["rows"][0], where=_where(bundle))
    dated = day or next(name for name in _DATES if name in columns)
    return _at_rates(base, bundle, target=target, day=dated, columns=columns), target


def _where(bundle: Bundle) -> Where:
    """The column that names the currencies, as the files call it: that of the amounts where none is of currencies."""
    headers = {column: header for header, column in bundle.headers.items()}
    return Where(column=headers.get("currency") or headers.get("amount") or "currency")


def _rates_in(bundle: Bundle) -> str | None:
    """The currency that the header of the rates names: USD of `Rate to USD`."""
    headers = [header for header, column in bundle.headers.items() if column == "rate"]
    named = [found for header in headers if (found := _RATE_IN.search(header)) is not None]
    return (named[0][1] or "CNY").upper().replace("RMB", "CNY") if len(headers) == len(named) == 1 else None


def _other_rates(rows: dict[str, int], target: str, other: str) -> DataError:
    message = Text(
        f"the rates are to {other}, going by their header, and the report is to be in {target}",
        f"按表头，汇率折算为 {other}，而报告币种为 {target}",
    )
    hint = Text(
        f"report in it with --currency {other}, or give rates to {target}",
        f"请使用 --currency {other}，或提供折算为 {target} 的汇率",
    )
    found = issue("F504", message, Where(column="rate"), hint=hint, count=sum(rows.values()))
    return DataError(message, hint, (found,))


def _mixed(rows: dict[str, int], target: str | None, *, where: Where, rates_in: str | None) -> DataError:
    listed = listing(
        Text(f"{code} ({counted(count, 'row')})", f"{code}（{count:,} 行）") for code, count in rows.items()
    )
    if target is None:
        message = Text("amounts in several currencies: {listed}", "金额涉及多个币种：{listed}").fill(listed=listed)
        hint = _GIVE_RATES if rates_in is None else _IN_THESE.fill(code=rates_in)
    else:
        message = Text(
            "amounts in {listed} cannot be reported in {target}: there is no table of rates",
            "{listed} 的金额无法折算为 {target}：没有汇率表",
        ).fill(listed=listed, target=target)
        hint = Text(
            f"give a file with columns currency, rate_date, rate ({target} for one unit)",
            f"请提供含 currency、rate_date、rate 三列的文件（rate 为一单位外币折合的 {target}）",
        )
    found = issue("F504", message, where, hint=hint, count=sum(rows.values()))
    return DataError(message, hint, (found,))


def _unnamed(rows: int, *, where: Where) -> DataError:
    """Beside other currencies, rows that name none could be any of them."""
    message = Text(
        f"{counted(rows, 'row has', 'rows have')} no currency, and others have several",
        f"{rows:,} 行没有币种，而其他行有多个币种",
    )
    hint = Text("fill in the currency of these rows", "请补填这些行的币种")
    return DataError(message, hint, (issue("F504", message, where, hint=hint, count=rows),))


def _at_rates(base: Frame, bundle: Bundle, *, target: str, day: str, columns: frozenset[str]) -> Frame:
    rates = scan(bundle.tables["fx_rates"]).select("currency", "rate_date", "rate")
    foreign = (nw.col("currency") != target).fill_null(value=False)
    asked = base.filter(foreign).select("currency", day).unique()
    _check_values(rates.join(asked.select("currency").unique(), on="currency", how="semi"))
    fitting = asked.join(rates, on="currency", how="inner").filter(nw.col("rate_date") <= nw.col(day))
    latest = fitting.group_by("currency", day).agg(nw.col("rate_date").max())
    # A rate given twice for one day would multiply rows: the larger is not better, so it must be one.
    held = kept(latest.join(rates, on=["currency", "rate_date"], how="inner").select("currency", day, "rate").unique())
    _check_rates(base, asked, held, day=day, target=target)
    priced = base.join(held, on=["currency", day], how="left")
    one = nw.lit(1).cast(nw.Decimal(38, 12))
    factor = nw.when(nw.col("currency") == target).then(one).otherwise(nw.col("rate"))
    exchanged = {name: (nw.col(name) * factor).cast(nw.Decimal(38, 6)) for name in _AMOUNTS if name in columns}
    return priced.with_columns(**exchanged).drop("rate")


def _check_values(rates: Frame) -> None:
    """An empty rate is not 1, and an older one may not be meant."""
    useless = collect(rates.filter(nw.col("rate").is_null() | (nw.col("rate") <= 0))).sort("currency", "rate_date")
    if useless.height:
        code, when = useless.row(0)[:2]
        rates_are = counted(useless.height, "rate is", "rates are")
        message = Text(
            f"{rates_are} empty or not above zero, the first of {code} on {when}",
            f"{useless.height:,} 个汇率为空或不大于零，首个是 {code} 在 {when} 的汇率",
        )
        hint = Text("fill in the rates", "请补填汇率")
        raise DataError(message, hint, (issue("F505", message, Where(column="rate"), hint=hint, count=useless.height),))


def _check_rates(base: Frame, asked: Frame, held: Frame, *, day: str, target: str) -> None:
    lacking = asked.join(held, on=["currency", day], how="anti")
    missing = collect(lacking).sort("currency", day)
    if missing.height:
        days = missing.head(_DAYS_NAMED).iter_rows()
        listed = listing(Text(f"{code} on {when}", f"{code}（{when}）") for code, when in days)
        more = Text(" and more", "等") if missing.height > _DAYS_NAMED else same("")
        phrase = Text("no rate to {target} for {listed}{more}", "缺少折算为 {target} 的汇率：{listed}{more}")
        message = phrase.fill(target=target, listed=listed, more=more)
        hint = Text("add the missing rates: a rate holds from its date on", "请补充缺少的汇率：每个汇率自其日期起生效")
        raise DataError(
            message, hint, (issue("F505", message, _first(base, lacking, day), hint=hint, count=missing.height),)
        )
    twice = collect(held.group_by("currency", day).agg(nw.len().alias("rates")).filter(nw.col("rates") > 1))
    if twice.height:
        code, when = twice.sort("currency", day).row(0)[:2]
        message = Text(f"two different rates for {code} hold on {when}", f"{code} 在 {when} 有两个不同的汇率")
        hint = Text("keep one rate a currency and day", "每个币种每天只保留一个汇率")
        raise DataError(message, hint, (issue("F505", message, count=twice.height),))


def _first(base: Frame, lacking: Frame, day: str) -> Where:
    """The first row that asks for a rate there is none of, as far as rows say where they stand."""
    places = [name for name in (FILE, SHEET, ROW) if name in base.collect_schema().names()]
    if ROW not in places:
        return Where()
    rows = collect(base.join(lacking, on=["currency", day], how="semi").select(*places)).sort(places)
    first = rows.row(0, named=True)
    return Where(first.get(FILE), first.get(SHEET), first[ROW], "currency")
