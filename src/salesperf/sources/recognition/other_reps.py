"""People who take part in sales (`Recruiter`, `Cashier`, `Territory Manager`): the reps where no table names others."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from salesperf.core.text import Text, same
from salesperf.sources.known import SALES, Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import fold_header

_NAMING = frozenset({*SALES, "people", "customers"})
"""The tables that may say who sells."""
_REPS = frozenset({"rep_id", "rep_name", "first_name"})
_TITLES = frozenset(
    fold_header(title)
    for title in (
        "recruiter", "cashier", "server", "served by", "territory manager", "area manager", "account manager", "agent",
        "stylist",
    )
)  # fmt: skip
"""Headers of people who sell or only take part; machines and places are called some of them too."""
_DIGIT = r"\d"
_SAYS = Text("{header!r} names people, and no table names reps", "「{header}」是人员，且没有其他销售人员列")
_NOTE = Text(
    "{file}: {header!r} is taken for the reps, as nothing else names any; another: "
    'columns = {{ rep_name = "..." }} under [[table]]',
    "{file}：没有其他销售人员列，以「{header}」作为销售员；如为其他列，请在 [[table]] 中写 "
    'columns = {{ rep_name = "…" }}',
)


def with_other_reps(tables: Sequence[Known]) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables with such people as reps where none has reps, and what is said of it."""
    if any(one.table in _NAMING and not _REPS.isdisjoint(one.found) for one in tables):
        return list(tables), ()
    found = [_with_rep(one) if one.table in SALES else one for one in tables]
    notes = (
        _NOTE.fill(file=same(one.raw.file.name), header=one.found["rep_name"].header)
        for one in found
        if one.table in SALES and "rep_name" in one.found
    )
    return found, tuple(dict.fromkeys(notes))


def _with_rep(one: Known) -> Known:
    headers = [header for header in one.recognition.unmapped if fold_header(header) in _TITLES and _names(one, header)]
    if len(headers) != 1:
        return one
    (header,) = headers
    rep = Mapped(header, "rep_name", "value", _SAYS.fill(header=header))
    return with_found(one, {**one.found, "rep_name": rep})


def _names(one: Known, header: str) -> bool:
    """Whether the cells may be names of people: words without digits."""
    cells = one.raw.sample[header].drop_nulls()
    return cells.dtype == pl.String and cells.len() > 0 and not cells.str.contains(_DIGIT).any()
