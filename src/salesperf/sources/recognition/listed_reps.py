"""A list that nothing recognises, such as `Name,Team`, is one of people where its names are those who sell.

A header like `Name` says nothing, so the cells decide: most of the reps of the sales stand in the list, or most of the
list among the reps. Every name stands once, and a column beside it says something of people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text, folded
from salesperf.sources.known import Anew, Known
from salesperf.sources.loaded import Mapped
from salesperf.sources.recognition.no_people import contract_header
from salesperf.sources.recognition.sample import Sample

_PEOPLE = "people"
_BY = ("rep_id", "rep_name")
_MOST = 0.5
"""The share of the reps in the list, or of the list among the reps, from which it is theirs."""
_LONGEST = 10_000
"""Rows of a list of people; a longer one is none."""
_SAYS = frozenset({"team", "manager_id", "role", "level", "hire_date", "leave_date", "region", "fte"})
"""What a list of people says of them."""
_EVIDENCE = Text(
    "{there} of {all} under {header!r} are reps of {file}",
    "「{header}」下 {all} 人中有 {there} 人是 {file} 中的销售人员",
)


class _Fit(Struct, frozen=True):
    """A column of a list that holds reps: which of their columns, and how many of how many."""

    column: str
    header: str
    there: int
    all: int
    file: str


def with_listed_reps(tables: Sequence[Known], samples: Sequence[Sample], *, anew: Anew) -> list[Known]:
    """The tables, lists of the people who sell read as such; `anew` reads a table as another, None where it cannot."""
    found = list(tables)
    if all(one.table is not None for one in tables) or any(one.table == _PEOPLE for one in tables):
        return found
    reps = {column: _reps(tables, samples, column) for column in _BY}
    for place, (one, sample) in enumerate(zip(tables, samples, strict=True)):
        fit = _fit(sample, reps) if one.table is None and one.told is None and len(one.raw.header) > 1 else None
        read = anew(place, _PEOPLE, {fit.column: fit.header}) if fit is not None else None
        if fit is None or read is None or contract_header(one.raw.header, read.found) is not None:
            continue
        if _SAYS & read.found.keys():
            found[place] = _with_evidence(read, fit)
    return found


def _reps(tables: Sequence[Known], samples: Sequence[Sample], column: str) -> Mapping[str, str]:
    """The reps of tables that say whose their rows are, as they are written there, with the first file of each."""
    found: dict[str, str] = {}
    for one, sample in zip(tables, samples, strict=True):
        if one.table is not None and one.targets is None and column in one.found:
            for word in _words(sample.rows[one.found[column].header]):
                found.setdefault(word, one.raw.file.name)
    return found


def _words(cells: pl.Series) -> Iterator[str]:
    yield from (folded(word) for word in cells.drop_nulls().cast(pl.String).unique() if word.strip())


def _fit(sample: Sample, reps: Mapping[str, Mapping[str, str]]) -> _Fit | None:
    """The first column that holds the reps, by id or by name, and each of them once."""
    for column in _BY:
        for header in sample.header if reps[column] and sample.rows.height <= _LONGEST else ():
            if sample.is_unique(header, share=1.0):
                listed = set(_words(sample.rows[header]))
                there = listed & reps[column].keys()
                if there and len(there) >= _MOST * min(len(listed), len(reps[column])):
                    return _Fit(column, header, len(there), len(listed), reps[column][min(there)])
    return None


def _with_evidence(read: Known, fit: _Fit) -> Known:
    """The list with what tells that it is one of people."""
    said = _EVIDENCE.fill(there=fit.there, all=fit.all, header=fit.header, file=fit.file)
    mapped = Mapped(fit.header, fit.column, "value", said)
    others = tuple(one for one in read.recognition.mapped if one.column != fit.column)
    recognition = replace(read.recognition, mapped=(mapped, *others))
    return replace(read, recognition=recognition, found={**read.found, fit.column: mapped})
