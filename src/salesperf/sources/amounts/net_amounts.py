"""Amounts without the tax and the freight they hold; which of them they hold is told, shown by the rows, or left open.

What cannot be decided is not taken off: the amounts stand, and a note names the sum in question and the setting.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Count, Text, listing
from salesperf.sources.amounts.charge_evidence import Place, against_goods, against_total, is_said_again, matters
from salesperf.sources.amounts.charges import CHARGES, FREIGHT, TAX, Charge, is_of_goods, is_paid, is_payout, said
from salesperf.sources.amounts.tax_on_freight import perhaps_on_freight
from salesperf.sources.values.money_cells import money_sum
from salesperf.tables.schema import MONEY

_OFF = Text("{charge} ({sum} under {header!r})", "{charge}（「{header}」合计 {sum}）")
_TAKEN_OFF = Text(
    "the amount is that under {header!r} less {charges}",
    "金额取自「{header}」，已减去{charges}",
)
_OPEN = Text(
    "whether the amounts under {amount!r} hold the {charge} under {header!r} ({sum}) is not known, so none is taken "
    'off: amount_includes = ["{column}"] under [[table]] says that they do, amount_includes = [] that they do not',
    "无法判断「{amount}」是否包含「{header}」中的{charge}（合计 {sum}），因此未减去；"
    '若包含，请在 [[table]] 中写 amount_includes = ["{column}"]，若不包含则写 amount_includes = []',
)
_MISFITS = Text(
    "in {rows:row|rows} ({sum}) tax or freight is larger than the amount under {header!r} or has the other sign: "
    "nothing is taken off there",
    "有 {rows} 行的税额或运费（合计 {sum}）大于「{header}」的金额或正负相反：这些行未作扣减",
)
TAX_UNKNOWN = Text(
    "the amount is the total of the export; whether it holds tax is not known (tax basis unknown)",
    "金额取自导出的总金额，是否含税无法判断（计税口径未知）",
)
WITH_TAX = Text(
    "the amounts under {header!r} hold tax, as they are called, and no column says how much: they are counted with it",
    "「{header}」按其名称是含税金额，且没有税额或税率列：按含税金额计入",
)
_MOST = 0.5
"""The share of rows from which a charge larger than its amount is no part of it."""
_OFF_NAME = "_off"


class Net(Struct, frozen=True):
    """The rows with `amount` without its charges, the columns taken off, and what must be told."""

    frame: pl.DataFrame
    taken: frozenset[str] = frozenset()
    notes: tuple[Text, ...] = ()


def net_of_charges(
    frame: pl.DataFrame,
    headers: Mapping[str, str],
    *,
    base: str,
    goods: Sequence[pl.Expr] = (),
    includes: Collection[str] | None = None,
    inside: Collection[str] = (),
) -> Net:
    """Take tax and freight off `amount`, which came from the column `base`, as far as it holds them.

    `goods` are other ways to the worth of the goods (quantity × price less discount), as evidence; `includes` are the
    charges that the configuration says the amounts hold (None: it says nothing), `inside` those that a title says they
    hold, which goes behind the header and the rows. A charge that is larger than its
    amount, or has the other sign, is not taken off in that row.
    """
    charges = [charge for charge in CHARGES if charge.column in frame.columns and (frame[charge.column] != 0).any()]
    places = _places(frame, charges, headers, base=base, goods=goods, includes=includes, inside=inside)
    is_settled = includes is not None
    held = [charge for charge in charges if places[charge] is Place.INSIDE]
    if not is_settled:
        held = _fitting(frame, held, headers.get(base, ""))
    doubtful = [charge for charge in charges if places[charge] is Place.INSIDE and charge not in held]
    still_open = [charge for charge in charges if places[charge] is Place.OPEN or charge in doubtful]
    net = _taken_off(frame, held, headers, base=base)
    notes = [*net.notes, *(_open_note(frame, charge, headers, base=base) for charge in still_open)]
    if TAX in held and places.get(FREIGHT) is Place.OUTSIDE:
        notes += perhaps_on_freight(frame, headers)
    if not is_settled and _holds_unknown_tax(frame, headers.get(base, "")):
        notes.append(WITH_TAX.fill(header=headers[base]))
    if base == "total_amount" and not is_settled and _says_nothing_of_tax(frame, headers.get(base, "")):
        notes.append(TAX_UNKNOWN)
    return replace(net, notes=tuple(notes))


def _places(
    frame: pl.DataFrame,
    charges: Sequence[Charge],
    headers: Mapping[str, str],
    *,
    base: str,
    goods: Sequence[pl.Expr],
    includes: Collection[str] | None,
    inside: Collection[str],
) -> dict[Charge, Place]:
    if includes is not None:
        return {charge: Place.INSIDE if charge.column in includes else Place.OUTSIDE for charge in charges}
    header = headers.get(base, base)
    told = {charge: said(header, charge) for charge in charges}
    shown: Mapping[Charge, Place] = {}
    if any(stance is None for stance in told.values()):
        shown = {**against_goods(frame, charges, goods), **against_total(frame, charges, base=base)}
    places: dict[Charge, Place] = {}
    for charge, stance in told.items():
        if stance is not None:
            places[charge] = Place.INSIDE if stance else Place.OUTSIDE
        else:
            by_title = Place.INSIDE if charge.column in inside else None
            places[charge] = shown.get(charge) or by_title or _by_name(header, charge, base=base)
            if places[charge] is Place.INSIDE and is_said_again(frame, charge):
                places[charge] = Place.OPEN
    return places


def _by_name(header: str, charge: Charge, *, base: str) -> Place:
    """What the name of an amount implies, where neither the header nor the rows say more."""
    if base not in {"amount", "total_amount"} or is_of_goods(header, charge):
        return Place.OUTSIDE
    if charge is FREIGHT and is_payout(header):
        return Place.OPEN
    return Place.INSIDE if base == "total_amount" or is_paid(header) else Place.OPEN


def _fitting(frame: pl.DataFrame, inside: Sequence[Charge], header: str) -> list[Charge]:
    """The charges that amounts can hold: one that is larger than most of its amounts is no part of them.

    What a header says of its amounts is believed all the same.
    """
    kept: list[Charge] = []
    for charge in inside:
        rows = frame.filter(matters(charge), pl.col("amount") != 0)
        wrong = rows.filter(~_holds(_off([*kept, charge]))).height
        if said(header, charge) or wrong <= _MOST * rows.height:
            kept.append(charge)
    return kept


def _off(charges: Sequence[Charge]) -> pl.Expr:
    return pl.sum_horizontal(pl.col(charge.column).fill_null(0) for charge in charges)


def _holds(off: pl.Expr) -> pl.Expr:
    """Whether an amount can hold what is to be taken off it."""
    amount = pl.col("amount")
    within = ((off > 0) & (amount >= off)) | ((off < 0) & (amount <= off)) | (off == 0)
    return within.fill_null(value=True)


def _taken_off(frame: pl.DataFrame, inside: Sequence[Charge], headers: Mapping[str, str], *, base: str) -> Net:
    if not inside:
        return Net(frame)
    marked = frame.with_columns(_off(inside).cast(MONEY).alias(_OFF_NAME))
    # An order that came to nothing, unpaid or refunded, holds no freight either.
    misfits = marked.filter(~_holds(pl.col(_OFF_NAME)), pl.col("amount") != 0)
    off = pl.when(_holds(pl.col(_OFF_NAME))).then(_OFF_NAME).otherwise(0)
    # A total beside the amount is compared with it for refunds, so both must mean the same.
    alike = ["amount", *(["total_amount"] if base == "amount" and "total_amount" in frame.columns else [])]
    net = marked.with_columns((pl.col(name) - off).cast(MONEY) for name in alike).drop(_OFF_NAME)
    header, taken = headers.get(base, base), marked.filter(_holds(pl.col(_OFF_NAME)))
    charges = listing(
        _OFF.fill(charge=one.label, header=headers.get(one.column, one.column), sum=f"{_sum(taken, one):,.2f}")
        for one in inside
    )
    notes = [_TAKEN_OFF.fill(header=header, charges=charges)]
    if misfits.height:
        told = f"{misfits[_OFF_NAME].sum():,.2f}"
        notes.append(_MISFITS.fill(rows=Count(misfits.height), sum=told, header=header))
    return Net(net, frozenset(one.column for one in inside), tuple(notes))


def _open_note(frame: pl.DataFrame, charge: Charge, headers: Mapping[str, str], *, base: str) -> Text:
    return _OPEN.fill(
        amount=headers.get(base, base),
        charge=charge.label,
        header=headers.get(charge.column, charge.column),
        sum=f"{_sum(frame, charge):,.2f}",
        column=charge.column,
    )


def _says_nothing_of_tax(frame: pl.DataFrame, header: str) -> bool:
    has_tax = TAX.column in frame.columns and frame[TAX.column].count() > 0
    return not has_tax and said(header, TAX) is None


def _holds_unknown_tax(frame: pl.DataFrame, header: str) -> bool:
    has_tax = TAX.column in frame.columns and frame[TAX.column].count() > 0
    return not has_tax and said(header, TAX) is True


def _sum(frame: pl.DataFrame, charge: Charge) -> Decimal:
    return money_sum(frame[charge.column])
