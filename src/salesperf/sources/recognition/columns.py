"""Which header means which canonical column of one table: by aliases, confirmed by the values under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from salesperf.core.text import Text
from salesperf.sources.amounts.refund_headers import REFUND, refund_headers
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import TableAliases, fold_header, kind_of, readable
from salesperf.sources.recognition.goods_beside_freight import goods_beside_freight
from salesperf.sources.recognition.line_amounts import with_line_amount
from salesperf.sources.recognition.line_numbers import SHOWN, line_number
from salesperf.sources.recognition.net_beside_tax import net_beside_tax
from salesperf.sources.recognition.row_numbers import order_number_beside
from salesperf.sources.recognition.sample import LIKELY, Sample
from salesperf.tables.schema import Kind, TableSchema

WEAK = 0.5
"""What a weak header counts as evidence, against 1 for a strong one."""
_SURE = 0.5
"""The share of cells that must fit a kind under a header that means nothing else."""
_TOLD = Text("told by the configuration", "由配置指定")
_HEADER_OF = Text("{header!r} is a header of {profile}", "「{header}」是 {profile} 的表头")
_NUMBERS_ONLY = Text("{header!r} holds numbers only, so ids", "「{header}」只含数字，视为编号")
_REFUNDED = Text("{header!r} speaks of refunded money", "「{header}」说的是退款金额")
_WITH_TAX = Text("{header!r} is shown by the tax under {tax!r}", "「{header}」由「{tax}」的税额验证")
_WITH_FREIGHT = Text(
    "{header!r} is shown by the rows: {goods!r} + {freight!r} = {total!r}",
    "「{header}」由各行验证：「{goods}」＋「{freight}」＝「{total}」",
)
_AMOUNTS = frozenset({"amount", "total_amount", "list_amount", "unit_price"})
_NAME_OF = {"customer_name": "customer_id", "rep_name": "rep_id", "product_name": "product_id"}


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
    if schema.name == "orders":
        claims = _without_line_numbers(schema, sample, claims)
    givers = _givers(every)
    found: dict[str, Mapped] = {}
    weights: dict[str, float] = {}
    given: dict[str, float] = {}
    taken: set[str] = set()
    misfits: dict[str, str] = {}
    for claim in claims:
        if claim.column in found or claim.header in taken:
            continue
        share = _SURE if claim.weight > WEAK else LIKELY
        if claim.how != "config" and not sample.fits(claim.header, claim.kind, share=share, column=claim.column):
            misfits.setdefault(claim.column, claim.header)
            continue
        alike = (claim,) if claim.tier < 1 else givers[claim.column, claim.header]
        found[claim.column] = Mapped(claim.header, claim.column, claim.how, alike[0].evidence)
        weights[claim.column] = claim.weight
        for one in alike:
            given[one.profile] = given.get(one.profile, 0) + claim.weight
        taken.add(claim.header)
    if schema.name == "orders":
        free = [one for one in sample.header if one not in taken]
        _add_money(sample, found, weights, free=free)
        if weights.get("order_id") == WEAK and (number := order_number_beside(sample, found, free)) is not None:
            found["order_id"] = number
    with_line_amount(schema.name, sample, found, [one for one in sample.header if one not in taken])
    weights = dict.fromkeys(found, 0.0) | weights
    settled, weights = _numbers_are_ids(sample, found, weights)
    order = {column: place for place, column in enumerate(readable(schema))}
    unread = {column: header for column, header in misfits.items() if column not in found and header not in taken}
    return Matching(dict(sorted(settled.items(), key=lambda item: order[item[0]])), weights, given, unread)


def _without_line_numbers(schema: TableSchema, sample: Sample, claims: list[_Claim]) -> list[_Claim]:
    """The claims without a column that counts the lines of each order as anything but that."""
    number = next((claim.header for claim in claims if claim.column == "order_id"), None)
    header = None if number is None else line_number(sample, number)
    if number is None or header is None or any(one.how == "config" and one.header == header for one in claims):
        return claims
    kept = [claim for claim in claims if claim.header != header]
    why = SHOWN.fill(header=header, number=number)
    line = _Claim(0, 0, 0, "line_id", header, kind_of(schema, "line_id"), WEAK, "value", "", why)
    return [*(claim for claim in kept if claim.how == "config"), line, *(one for one in kept if one.how != "config")]


def _add_money(sample: Sample, found: dict[str, Mapped], weights: dict[str, float], *, free: Sequence[str]) -> None:
    """Add what decides what sales come to, and says nothing of which table this is."""
    if REFUND not in found and (refunds := refund_headers(free, sample.is_sum)):
        found[REFUND] = Mapped(refunds[0], REFUND, "value", _REFUNDED.fill(header=refunds[0]))
        weights[REFUND] = 0.0
    if "tax" in found and not _AMOUNTS & found.keys():
        _add_net(sample, found, weights)
    if {"total_amount", "freight"} <= found.keys() and "amount" not in found:
        _add_goods(sample, found, weights)


def _add_net(sample: Sample, found: dict[str, Mapped], weights: dict[str, float]) -> None:
    """Add the amount that with the tax comes to another column, and this as the total; no evidence of orders."""
    taken = {mapped.header for mapped in found.values()}
    pair = net_beside_tax(sample, found["tax"].header, [one for one in sample.header if one not in taken])
    for column, header in zip(("amount", "total_amount"), pair or (), strict=False):
        found[column] = Mapped(header, column, "value", _WITH_TAX.fill(header=header, tax=found["tax"].header))
        weights[column] = 0.0


def _add_goods(sample: Sample, found: dict[str, Mapped], weights: dict[str, float]) -> None:
    """Add the amount that with a freight comes to the total; no evidence of orders."""
    total, freight = found["total_amount"], found["freight"]
    listed = [found[name].header for name in ("list_amount",) if name in found and "discount" not in found]
    taken = {mapped.header for mapped in found.values()} - set(listed)
    pair = goods_beside_freight(
        sample, total.header, freight.header, [one for one in sample.header if one not in taken]
    )
    if pair is None or "config" in {total.how, freight.how}:
        return
    if pair[0] in listed:
        del found["list_amount"]
    for column, header in zip(("amount", "freight"), pair, strict=True):
        said = _WITH_FREIGHT.fill(header=header, goods=pair[0], freight=pair[1], total=total.header)
        if column not in found or found[column].header != header:
            found[column] = Mapped(header, column, "value", said)
            weights.setdefault(column, 0.0)


def _givers(claims: Sequence[_Claim]) -> Mapping[tuple[str, str], Sequence[_Claim]]:
    """One claim of each profile for a column and header: several languages may have a word in common."""
    givers: dict[tuple[str, str], list[_Claim]] = {}
    for claim in claims:
        alike = givers.setdefault((claim.column, claim.header), [])
        if all(claim.profile != one.profile for one in alike):
            alike.append(claim)
    return givers


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
