"""Shares of one event between people, as exact fractions: a third is 1/3, and three times 33.33 % are not a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from salesperf.core.apportion import Claim, apportioned
from salesperf.core.money import EXACT

_WRITTEN = re.compile(r"\s*(\d{1,20})\s*[/／]\s*(\d{1,20})\s*|\s*(\d{1,20}(?:\.\d{1,20})?|\.\d{1,20})\s*([%％]?)\s*")
_HUNDRED = Fraction(100)
_WHOLE = Fraction(1)


class Claimed(Struct, frozen=True):
    """One row of a splits table: who claims how much of an event."""

    event: str
    participant: str
    share: Fraction


class Unsound(Struct, frozen=True):
    """An event whose shares are not a whole, and what they add up to."""

    event: str
    total: Fraction
    rows: tuple[int, ...]


def share_of(text: str) -> Fraction | None:
    """What somebody wrote as a share; None where it is none. A number without a sign is taken as it stands.

    >>> [share_of(text) for text in ("1/3", "0.25", "25%", "33.33 %", "-1", "half", "1/0")]
    [Fraction(1, 3), Fraction(1, 4), Fraction(1, 4), Fraction(3333, 10000), None, None, None]
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    over, under, number, percent = found.groups()
    if over is not None:
        return Fraction(int(over), int(under)) if int(under) else None
    return Fraction(number) / (_HUNDRED if percent else 1)


def in_wholes(claims: Sequence[Claimed]) -> tuple[tuple[Claimed, ...], tuple[Unsound, ...]]:
    """The claims as shares of one, and the events whose claims are not a whole: neither 1 nor, in per cent, 100.

    72.68, 10.93, 2.73 and 13.66 are a whole: they are added as they are written, not as binary fractions.
    """
    sound: list[Claimed] = []
    unsound: list[Unsound] = []
    for event, rows in _by_event(claims).items():
        total = sum((claims[row].share for row in rows), Fraction(0))
        if total not in {_WHOLE, _HUNDRED}:
            unsound.append(Unsound(event, total, tuple(rows)))
            continue
        sound += [Claimed(event, claims[row].participant, claims[row].share / total) for row in rows]
    return tuple(sound), tuple(unsound)


def shared_out(amount: Decimal, shares: Sequence[Fraction], *, places: int = 2) -> tuple[Decimal, ...]:
    """An amount by shares that are a whole, to the cent, so that the parts add up to it.

    Largest remainder; of equal remainders the earlier share goes first. An amount with more decimals keeps them. What
    comes back is shared as it was given.

    >>> [str(part) for part in shared_out(Decimal("-100.00"), [Fraction(1, 3)] * 3)]
    ['-33.34', '-33.33', '-33.33']
    """
    if sum(shares) != 1 or any(share < 0 for share in shares):
        raise ValueError("shares must not be negative and must add up to one")
    exponent = amount.normalize(EXACT).as_tuple().exponent
    digits = max(places, -exponent if isinstance(exponent, int) else 0)
    units = int(EXACT.abs(amount).scaleb(digits, context=EXACT))
    sign = -1 if amount < 0 else 1
    return tuple(
        Decimal(sign * part).scaleb(-digits, context=EXACT)
        for part in apportioned(units, [Claim(one) for one in shares])
    )


def _by_event(claims: Iterable[Claimed]) -> Mapping[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, claim in enumerate(claims):
        rows.setdefault(claim.event, []).append(row)
    return rows


def twice(claims: Sequence[Claimed]) -> Iterator[tuple[int, int]]:
    """Rows that claim for somebody who has claimed of the same event before: the first of them and the later one."""
    seen: dict[tuple[str, str], int] = {}
    for row, claim in enumerate(claims):
        key = (claim.event, claim.participant)
        if key in seen:
            yield seen[key], row
        else:
            seen[key] = row
