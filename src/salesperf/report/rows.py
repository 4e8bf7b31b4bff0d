"""The rows of records: a tuple of them, or those of a frame, which become values only as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Protocol, overload

from salesperf.report.model import Records, Value

Record = tuple[Value, ...]

_AT_ONCE = 1_024
_NOT_PLAIN = r"[^ -~\u00a1-\u00ac\u00ae-\u024f\u3001-\u303f\u4e00-\u9fa5\uff01-\uff5e]"
"""Characters beside those of which the most names are made: Latin letters, hanzi and their signs can all be printed."""


class _Texts(Protocol):
    def contains(self, pattern: str, /) -> object: ...


class _Column(Protocol):
    @property
    def str(self) -> _Texts: ...
    @property
    def filter(self) -> Callable[..., _Column]: ...
    def to_list(self) -> list[Value]: ...
    def drop_nulls(self) -> _Column: ...
    def unique(self) -> _Column: ...
    def head(self, n: int, /) -> _Column: ...


class Frame(Protocol):
    """What a table of columns has to offer; that of Polars does."""

    @property
    def height(self) -> int:
        """How many rows it has."""

    @property
    def width(self) -> int:
        """How many columns it has."""

    def slice(self, offset: int, length: int | None = None, /) -> Frame:
        """Some rows after each other."""

    def to_series(self, index: int, /) -> _Column:
        """One column."""

    def rows(self) -> list[tuple[Value, ...]]:
        """The values of all rows."""


class FrameRows(Sequence[Record]):
    """The rows of a frame, read some thousands at a time: 200,000 rows of 12 values would take 150 MB at once.

    They equal a tuple of the same records. A part of them is read as lazily as they are.
    """

    __slots__ = ("_made", "_make", "_told")

    def __init__(self, frame: Frame | Callable[[], Frame], *, told: Frame | None = None) -> None:
        """Hold the frame, whose columns have the order of the records, or what makes it when a row is asked for.

        `told` is a frame with all of its texts, where there is one that need not be made.
        """
        self._make = frame if callable(frame) else lambda: frame
        self._made: Frame | None = None
        self._told = told

    @property
    def _frame(self) -> Frame:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return self._frame.height

    def __iter__(self) -> Iterator[Record]:
        for some in self._parts():
            yield from some.rows()

    def column(self, at: int) -> Iterator[Value]:
        """The values of one column, without those of the others."""
        for some in self._parts():
            yield from some.to_series(at).to_list()

    def uncommon_texts(self) -> Iterator[str]:
        """The texts with a character that might not be printable, each once a column.

        The frame looks for them: a hundred thousand plain names become no values.
        """
        frame = self._frame if self._told is None else self._told
        for at in range(frame.width):
            known = frame.to_series(at).drop_nulls()
            if any(isinstance(value, str) for value in known.head(1).to_list()):
                found = known.filter(known.str.contains(_NOT_PLAIN)).unique()
                yield from (value for value in found.to_list() if isinstance(value, str))

    def _parts(self) -> Iterator[Frame]:
        return (self._frame.slice(start, _AT_ONCE) for start in range(0, len(self), _AT_ONCE))

    @overload
    def __getitem__(self, place: int, /) -> Record: ...

    @overload
    def __getitem__(self, place: slice, /) -> Sequence[Record]: ...

    def __getitem__(self, place: int | slice, /) -> Record | Sequence[Record]:
        places = range(len(self))[place]
        if isinstance(places, int):
            return self._frame.slice(places, 1).rows()[0]
        if places.step == 1:
            return FrameRows(self._frame.slice(places.start, len(places)))
        return tuple(self[at] for at in places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as lists have none: they are compared by what they hold


def column_of(rows: Sequence[Record], at: int) -> Iterator[Value]:
    """The values of one column."""
    return rows.column(at) if isinstance(rows, FrameRows) else map(itemgetter(at), rows)


def uncommon_texts_of(rows: Sequence[Record]) -> Iterator[str]:
    """The texts of all rows that might hold what cannot be printed: of a frame some, of a tuple all."""
    if isinstance(rows, FrameRows):
        return rows.uncommon_texts()
    return (value for record in rows for value in record if isinstance(value, str))


def with_total(records: Records, *, total: bool) -> Iterator[Record]:
    """All rows, the total behind them where it is asked for and there is one."""
    return chain(records.rows, total_of(records, total=total))


def total_of(records: Records, *, total: bool) -> tuple[Record, ...]:
    """The total as a last row; none where it is not asked for or there is none."""
    return (records.total,) if total and records.total is not None else ()
