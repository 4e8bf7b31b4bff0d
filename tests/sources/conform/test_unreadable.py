from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.conform.unreadable import Reason, reasons_of, told
from salesperf.sources.rows.raw import NO_RESULT
from salesperf.sources.values.cells import CellReading, Rules, reading_of
from salesperf.tables.schema import Kind

DAYS = pl.Series(["13/01/2024", "14/01/2024", "15/01/2024"])


def _reading(kind: Kind, cells: pl.Series) -> CellReading:
    return reading_of("header", "amount", kind, cells, Rules())


@pytest.mark.parametrize(
    ("kind", "usual", "cell", "reason", "message"),
    [
        (Kind.DATE, DAYS, "30/02/2024", Reason.NO_DATE, "'30/02/2024' is not a date"),
        (Kind.DATE, pl.Series(["2024-01-13"]), "1899-05-03", Reason.TOO_EARLY, "'1899-05-03' is before 1900"),
        (Kind.DATE, DAYS, "01/13/2024", Reason.OTHER_ORDER, "'01/13/2024' is not a date with the day first"),
        (Kind.MONEY, pl.Series(["1.50"]), "abc", Reason.NO_NUMBER, "'abc' is not a number"),
        (Kind.MONEY, pl.Series(["1.50"]), "12%", Reason.SHARE, "'12%' is a share, not a number"),
        (Kind.MONEY, pl.Series(["1.50"]), "#N/A", Reason.FAILED, "the cell holds the Excel error #N/A"),
        (Kind.MONEY, pl.Series(["1.50"]), NO_RESULT, Reason.NO_RESULT, f"the cell holds {NO_RESULT}"),
        (Kind.FLAG, pl.Series(["yes"]), "perhaps", Reason.NO_FLAG, "'perhaps' is neither yes nor no"),
    ],
)
def test_every_unreadable_cell_has_its_reason(
    kind: Kind, usual: pl.Series, cell: str, reason: Reason, message: str
) -> None:
    reading = _reading(kind, usual)

    assert reasons_of(pl.Series([cell, None]), reading)[cell] is reason
    assert told(cell, reason, reading)[0].en == message
    assert told(cell, reason, reading)[1]


@pytest.mark.parametrize(
    ("reason", "code"),
    [(Reason.NO_DATE, "R301"), (Reason.NO_NUMBER, "R301"), (Reason.EMPTY, "R303"), (Reason.TORN, "R112")],
)
def test_a_reason_names_the_code_that_tells_it(reason: Reason, code: str) -> None:
    assert reason.code == code
