"""The names that tables other than target sheets hold of reps, teams, regions, products, ...: looked up when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from salesperf.core.text import folded
from salesperf.sources.known import Known
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.targets.owner_headers import COLUMNS


class NamesKnown:
    """Names by scope, folded: first as far as samples show, and of all rows where a sample has some of those asked."""

    def __init__(self, tables: Sequence[Known], samples: Sequence[Sample]) -> None:
        """The tables with the samples of the first of them."""
        self._tables = [
            (one, sample)
            for one, sample in zip(tables, samples, strict=False)
            if one.table is not None and one.targets is None
        ]
        self._shown: dict[str, frozenset[str]] = {}
        self._all: dict[str, frozenset[str]] = {}

    def shown(self, scope: str) -> frozenset[str]:
        """The names of a scope that the samples show."""
        if scope not in self._shown:
            cells = _folded(sample.rows[header] for _, sample, header in self._columns(scope))
            self._shown[scope] = cells | self._listed(scope)
        return self._shown[scope]

    def count(self, names: frozenset[str], scope: str) -> int:
        """How many of some names the data know under a scope; capitals do not count."""
        asked = _small(names)
        seen = len(asked & _small(self.shown(scope)))
        if seen in {0, len(asked)}:
            return seen
        if scope not in self._all:
            self._all[scope] = _folded(
                one.raw.frame.select(pl.col(header).unique()).collect()[header]
                for one, _, header in self._columns(scope)
            )
        return len(asked & _small(self._all[scope] | self._listed(scope)))

    def _listed(self, scope: str) -> frozenset[str]:
        """The names that lists beside the tables give the ids in them."""
        names = (one.names.get(column) for one, _ in self._tables for column in COLUMNS[scope])
        return frozenset(folded(name) for given in names if given is not None for name in given.of.values())

    def _columns(self, scope: str) -> Iterator[tuple[Known, Sample, str]]:
        for one, sample in self._tables:
            for column in COLUMNS[scope]:
                if column in one.found:
                    yield one, sample, one.found[column].header


def _small(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _folded(columns: Iterable[pl.Series]) -> frozenset[str]:
    return frozenset(folded(word) for of in columns for word in of.drop_nulls().cast(pl.String).unique())
