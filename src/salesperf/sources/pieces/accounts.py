"""One account a raw table: its rows in, its rows loaded, and what became of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.conform.corrected import Corrected
from salesperf.sources.known import Known
from salesperf.sources.loaded import Account
from salesperf.sources.pieces.settle import Settled
from salesperf.sources.rows.raw import LeftOut

_NOT_RECOGNISED = Text("not recognised", "未能识别")


def accounts(
    settled: Sequence[Settled], tables: Sequence[Known], mended: Corrected, *, left_out: Sequence[LeftOut]
) -> Iterator[Account]:
    """One account a raw table, in their order, and one of everything that was `left_out` before it was a table."""
    known = {place: account for one in settled for place, account in one.accounts.items()}
    for place, one in enumerate(tables):
        yield replace(known.get(place) or _unrecognised(one), corrected=mended.rows_changed(place))
    for out in left_out:
        yield Account(out.file.name, out.sheet, out.file.sha256, None, 0, 0, note=out.note)


def _unrecognised(one: Known) -> Account:
    raw = one.raw
    rows = raw.rows if raw.rows is not None else int(raw.frame.select(pl.len()).collect().item())
    dropped = dict(raw.layout.dropped)
    return Account(
        raw.file.name,
        raw.sheet,
        raw.file.sha256,
        None,
        rows + sum(dropped.values()),
        0,
        dropped=dropped,
        note=_NOT_RECOGNISED if one.lists is None else one.lists,
    )
