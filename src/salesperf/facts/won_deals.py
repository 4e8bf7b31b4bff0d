"""Won deals as sales: booked on the day they were closed, for their amount."""

from __future__ import annotations

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue, Where
from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect
from salesperf.facts.deal_outcome import deals_that
from salesperf.facts.deal_words import Outcome
from salesperf.facts.events import columns_of
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle, Spot
from salesperf.tables.labels import column_words

_NAME_IT = Text("name it in salesperf.toml:{lines}", "请在 salesperf.toml 中指定：{lines}")
_EXPECTED = Text(
    "{header!r} is the day on which it was expected; if your CRM sets it to the day of winning, say so in "
    "salesperf.toml:{lines}",
    "「{header}」是预计日期；若您的 CRM 在赢单时会把它改为实际成交日，请在 salesperf.toml 中写入：{lines}",
)
_SOMEWHERE = Spot("deals", ("...",))


def booked(frame: Frame, section: SalesSection, bundle: Bundle) -> tuple[Frame, tuple[Issue, ...]]:
    """The won deals that can be booked; those without a close date or an amount are findings.

    Raises `DataError` when the deals have no column of the one or the other.
    """
    columns = columns_of(frame)
    won = frame.filter(deals_that(frame, Outcome.WON, section=section))
    findings = []
    for needed, code in (("closed_date", "F501"), ("amount", "F502")):
        if needed not in columns:
            raise DataError(
                Text(
                    f"won deals cannot be booked: no column for {needed}",
                    f"赢单无法入账：没有对应{column_words(needed, table='deals').zh}的列",
                ),
                _way_out(needed, bundle),
            )
        missing = collect(won.filter(nw.col(needed).is_null()).select(nw.len().alias("rows")))["rows"][0]
        if missing:
            message = Text(
                f"{counted(missing, 'won deal')} without {needed}: not counted as sales",
                f"{missing:,} 个赢单没有{column_words(needed, table='deals').zh}：不计入销售",
            )
            findings.append(issue(code, message, Where(column=needed), count=missing))
    bookable = won.filter(~nw.col("closed_date").is_null(), ~nw.col("amount").is_null())
    return bookable, tuple(findings)


def _way_out(needed: str, bundle: Bundle) -> Text:
    """What to write: the header of the expected day where there is one, which only the user knows to be kept up."""
    spot = bundle.spots.get("deals", _SOMEWHERE)
    expected = next((header for header, column in bundle.headers.items() if column == "expected_close_date"), None)
    if needed == "closed_date" and expected is not None:
        return _EXPECTED.fill(header=expected, lines=spot.lines({needed: expected}))
    return _NAME_IT.fill(lines=Text(spot.lines({needed: "header"}), spot.lines({needed: "表头"})))
