"""Which header means which canonical column of one table: by aliases, confirmed by the values under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl
from msgspec import Struct, field
from rapidfuzz import fuzz, process

from salesperf.core.text import Text
from salesperf.sources.charges import without_clause
from salesperf.sources.loaded import Mapped
from salesperf.sources.money_unit import split_header
from salesperf.sources.parse_date import is_date_like
from salesperf.sources.parse_flag import is_flag_like
from salesperf.sources.parse_number import is_number_like
from salesperf.sources.profile import TableAliases, fold_header, kind_of, readable, without_unit
from salesperf.sources.refund_headers import REFUND, refund_headers
from salesperf.tables.schema import Kind, TableSchema

WEAK = 0.5
"""What a weak header counts as evidence, against 1 for a strong one."""
_SURE, _LIKELY = 0.5, 0.9
"""The share of cells that must fit a kind under a header that means nothing else, and under a weak one."""
_CLOSE = 75
"""Likeness in per cent from which a header is worth naming."""
_TOLD = Text("told by the configuration", "由配置指定")
_HEADER_OF = Text("{header!r} is a header of {profile}", "「{header}」是 {profile} 的表头")
_NUMBERS_ONLY = Text("{header!r} holds numbers only, so ids", "「{header}」只含数字，视为编号")
_REFUNDED = Text("{header!r} speaks of refunded money", "「{header}」说的是退款金额")
_LONG_TEXT = 80
"""Characters; cells longer than this on average are prose, not identifiers."""
_NAME_OF = {"customer_name": "customer_id", "rep_name": "rep_id", "product_name": "product_id"}


class Sample(Struct):
    """The header of a table with some of its rows; answers whether values fit a kind, each question once."""

    header: tuple[str, ...]
    rows: pl.DataFrame
    of_first: int | None = None
    """The rows of the first file, where the rows are those of several."""
    index: dict[str, str] = field(default_factory=dict)
    folded: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    """What titles, sheets and files say that the rows are of."""
    _fits: dict[tuple[str, Kind, float, str], bool] = field(default_factory=dict)
    _numeric: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index = header_index(self.header)
        self.folded = frozenset(fold_header(header) for header in self.header)

    def fits(self, header: str, kind: Kind, *, share: float, column: str = "") -> bool:
        """Whether at least a share of the values under a header can be of a kind; an empty column fits all.

        Words of yes and no are those of the `column` that the header would become.
        """
        key = (header, kind, share, column if kind is Kind.FLAG else "")
        if key not in self._fits:
            self._fits[key] = _fits(self.rows[header], kind, share, column)
        return self._fits[key]

    def is_numeric(self, header: str) -> bool:
        """Whether a column holds something, and numbers only."""
        if header not in self._numeric:
            cells = self.rows[header].drop_nulls()
            self._numeric[header] = cells.len() > 0 and is_number_like(cells, share=1.0)
        return self._numeric[header]

    def is_sum(self, header: str) -> bool:
        """Whether a column can hold money and does not only mark rows with a one."""
        marks = set(map(str, self.rows[header].drop_nulls().unique().to_list()))
        return self.fits(header, Kind.MONEY, share=_LIKELY) and not ("1" in marks and marks <= {"0", "1"})

    def is_empty(self, header: str) -> bool:
        """Whether no row has anything under a header, though there are rows."""
        return self.rows.height > 0 and self.rows[header].null_count() == self.rows.height

    def is_unique(self, header: str, *, share: float = 0.95) -> bool:
        """Whether (nearly) every row of a file has its own value here; what two files repeat is another matter."""
        cells = self.rows[header].head(self.of_first or self.rows.height).drop_nulls()
        return cells.len() > 0 and cells.n_unique() >= share * cells.len()


class Matching(Struct, frozen=True):
    """The headers one table can claim, by canonical column, with the weight of each as evidence."""

    found: Mapping[str, Mapped]
    weights: Mapping[str, float]
    profiles: Mapping[str, float]
    """The weight of the headers each profile gave."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Columns whose header is there while the cells under it are of another kind."""

    @property
    def score(self) -> float:
        """The evidence in whole headers."""
        return sum(self.weights.values())

    def is_strong(self, *columns: str) -> bool:
        """Whether all these columns were found by a header that means nothing else."""
        return all(self.weights.get(column, 0) > WEAK for column in columns)


class _Claim(Struct, frozen=True):
    tier: int
    rank: int
    place: int
    column: str
    header: str
    kind: Kind
    weight: float
    how: str
    profile: str
    evidence: Text

    @property
    def order(self) -> tuple[int, int, int]:
        return (self.tier, self.rank, self.place)


def matching(
    schema: TableSchema, sample: Sample, aliases: Sequence[TableAliases], *, told: Mapping[str, str] | None = None
) -> Matching:
    """Give every column of a table its best header, and every header to one column at most.

    `aliases` stand in order of precedence (a named export before the generic ones); what the user `told`
    (column to header) goes before all and is not questioned.
    """
    every = (*_told(schema, sample, told or {}), *_claims(schema, sample, aliases))
    # An export may keep the column of old numbers, empty, beside that of the new ones.
    claims = sorted(
        every, key=lambda one: (one.kind is Kind.ID and one.tier >= 0 and sample.is_empty(one.header), *one.order)
    )
    givers = _givers(every)
    found: dict[str, Mapped] = {}
    weights: dict[str, float] = {}
    given: dict[str, float] = {}
    taken: set[str] = set()
    misfits: dict[str, str] = {}
    for claim in claims:
        if claim.column in found or claim.header in taken:
            continue
        share = _SURE if claim.weight > WEAK else _LIKELY
        if claim.how != "config" and not sample.fits(claim.header, claim.kind, share=share, column=claim.column):
            misfits.setdefault(claim.column, claim.header)
            continue
        alike = (claim,) if claim.tier < 1 else givers[claim.column, claim.header]
        found[claim.column] = Mapped(claim.header, claim.column, claim.how, alike[0].evidence)
        weights[claim.column] = claim.weight
        for one in alike:
            given[one.profile] = given.get(one.profile, 0) + claim.weight
        taken.add(claim.header)
    if schema.name == "orders" and REFUND not in found:
        # What it adds to sales decides what they come to, and says nothing of which table this is.
        refunds = refund_headers((one for one in sample.header if one not in taken), sample.is_sum)
        if refunds:
            found[REFUND] = Mapped(refunds[0], REFUND, "value", _REFUNDED.fill(header=refunds[0]))
            weights[REFUND] = 0.0
    settled, weights = _numbers_are_ids(sample, found, weights)
    order = {column: place for place, column in enumerate(readable(schema))}
    unread = {column: header for column, header in misfits.items() if column not in found and header not in taken}
    return Matching(dict(sorted(settled.items(), key=lambda item: order[item[0]])), weights, given, unread)


def _givers(claims: Sequence[_Claim]) -> Mapping[tuple[str, str], Sequence[_Claim]]:
    """One claim of each profile for a column and header: several languages may have a word in common."""
    givers: dict[tuple[str, str], list[_Claim]] = {}
    for claim in claims:
        alike = givers.setdefault((claim.column, claim.header), [])
        if all(claim.profile != one.profile for one in alike):
            alike.append(claim)
    return givers


def closest_headers(
    column: str, header: Sequence[str], aliases: Sequence[TableAliases], *, limit: int = 3
) -> tuple[str, ...]:
    """The headers most like any alias of a column, best first: for messages, never used as a mapping."""
    known = {alias for entry in aliases for alias in (*entry.strong.get(column, ()), *entry.weak.get(column, ()))}
    known.add(fold_header(column))
    best = {text: max(fuzz.ratio(fold_header(text), alias) for alias in known) for text in header}
    ranked = process.extract(column, header, scorer=fuzz.ratio, limit=None)
    for text, score, _ in ranked:
        best[text] = max(best[text], score)
    close = sorted((text for text in header if best[text] >= _CLOSE), key=lambda text: (-best[text], text))
    return tuple(close[:limit])


def header_index(header: Sequence[str]) -> dict[str, str]:
    """Folded header to header as written; a unit or a word on freight may be left out where it is no other header."""
    index: dict[str, str] = {}
    for text in header:
        index.setdefault(fold_header(text), text)
    for text in header:
        index.setdefault(fold_header(without_unit(text)), text)
    for text in header:
        index.setdefault(fold_header(split_header(text)[0]), text)
    for text in header:
        index.setdefault(fold_header(without_clause(text)), text)
    index.pop("", None)
    return index


def _told(schema: TableSchema, sample: Sample, told: Mapping[str, str]) -> Iterator[_Claim]:
    index = sample.index
    for place, (column, text) in enumerate(told.items()):
        header = text if text in sample.header else index.get(fold_header(text))
        if header is not None and column in readable(schema):
            yield _Claim(-1, 0, place, column, header, kind_of(schema, column), 1.0, "config", "", _TOLD)


def _claims(schema: TableSchema, sample: Sample, aliases: Sequence[TableAliases]) -> Iterator[_Claim]:
    index = sample.index
    for entry in aliases:
        named = bool(entry.signature)
        for tier, weight, columns in ((0 if named else 1, 1.0, entry.strong), (2, WEAK, entry.weak)):
            for column, headers in columns.items():
                kind, place = kind_of(schema, column), readable(schema).index(column)
                for rank, alias in enumerate(headers):
                    if alias in index:
                        why = _HEADER_OF.fill(header=index[alias], profile=entry.profile)
                        yield _Claim(tier, rank, place, column, index[alias], kind, weight, "alias", entry.profile, why)


def _numbers_are_ids(
    sample: Sample, found: dict[str, Mapped], weights: dict[str, float]
) -> tuple[dict[str, Mapped], dict[str, float]]:
    """A name column that holds only numbers is the id, where there is no other."""
    for name, identity in _NAME_OF.items():
        if name not in found or identity in found:
            continue
        if sample.is_numeric(found[name].header):
            header = found.pop(name).header
            found[identity] = Mapped(header, identity, "value", _NUMBERS_ONLY.fill(header=header))
            weights[identity] = weights.pop(name)
    return found, weights


def _fits(cells: pl.Series, kind: Kind, share: float, column: str) -> bool:
    match kind:
        case Kind.MONEY | Kind.QUANTITY | Kind.RATE:
            return is_number_like(cells, share=share, letters=kind is Kind.MONEY)
        case Kind.DATE | Kind.MOMENT:
            return is_date_like(cells, share=share)
        case Kind.FLAG:
            return is_flag_like(cells, column=column)
        case Kind.ID:
            return cells.dtype != pl.Boolean and not _is_prose(cells)
        case Kind.NAME | Kind.TEXT:
            return True


def _is_prose(cells: pl.Series) -> bool:
    if cells.dtype != pl.String:
        return False
    mean = cells.drop_nulls().str.len_chars().mean()
    return isinstance(mean, float) and mean > _LONG_TEXT
