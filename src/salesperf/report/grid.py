"""Where values become words: the only place that formats numbers, money, percents and dates for people.

Machine formats do not pass here; they carry the exact value.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, localcontext
from typing import TypeGuard

from salesperf.core.money import EXACT, exact, settle
from salesperf.core.text import Lang
from salesperf.core.unit import AMOUNTS, Unit
from salesperf.report import phrases
from salesperf.report.escape import on_one_line
from salesperf.report.locales import currency_word, day_word, locale_of, minor_places, pattern_of
from salesperf.report.model import Value

MOST_PLACES = 4
"""Decimals shown at most; the machine formats keep them all."""
_READ_PLACES = 2
"""Decimals of a plain number (3.48 visits a day): more would only tell how it was divided."""
_SMALLEST_PLACES = 6
_FIXED_PLACES = {
    **dict.fromkeys((Unit.RATIO, Unit.CHANCE, Unit.GROWTH, Unit.POINTS, Unit.SCORE, Unit.DAYS, Unit.HOURS), 1),
    Unit.PRICE: 2,
}
_PERCENTS = frozenset({Unit.RATIO, Unit.RATE, Unit.CHANCE, Unit.GROWTH})
_HUNDREDTHS = frozenset({*_PERCENTS, Unit.POINTS, Unit.SCORE})
"""Fractions that are shown a hundred times as large."""
_CHANGES = frozenset({Unit.GROWTH, Unit.POINTS})
_WHOLE_BELOW = {Unit.COUNT: Decimal(100_000), Unit.PRICE: Decimal(1_000)}
"""Below this, a count is said in full and a price with its cents."""
_WHOLE_ON_AXES = Decimal(10_000)
_LEAST_COMPACT = Decimal(1_000)
_SAID_DIGITS = 3
_LEAST_CHANCE, _MOST_CHANCE = Decimal(1), Decimal(99)
"""The per cent beyond which a probability says no more."""


def formatted(
    value: Value,
    unit: Unit | None,
    *,
    lang: Lang,
    currency: str | None = None,
    places: int | None = None,
    bare: bool = False,
) -> str:
    """One value as people read it.

    `places` are the decimals of its column (`decimals`); without, those of the value alone. `bare` leaves out
    percent and currency signs and the words for points and days, for a column that says its unit in the header. A
    number that is not zero is never shown as zero; a change that rounds to zero keeps its sign. Null is "–".
    """
    if value is None:
        return phrases.NULL
    if isinstance(value, bool):
        return (phrases.YES if value else phrases.NO).say(lang)
    if isinstance(value, str):
        return on_one_line(value)
    if isinstance(value, date):
        return day_word(value, lang=lang)
    if unit is None and isinstance(value, int):
        # A whole number without a unit is a name: a year, a rank, a row number.
        return str(value)
    if places is None:
        places = decimals([value], unit, currency=currency)
    return _number(value, unit, lang=lang, currency=None if bare else currency, places=places, bare=bare)


def compact(
    value: Value,
    unit: Unit | None,
    *,
    lang: Lang,
    currency: str | None = None,
    bare: bool = False,
    trimmed: bool = False,
    even: bool = False,
) -> str:
    """One value as a sentence or the axis of a chart says it: three digits and the language's word for the rest.

    A whole part is never rounded away (1,244万). Amounts beside each other have the same digits (1.90亿 and 1.76亿);
    `trimmed` leaves out the zeros behind the point, for the axes and marks of charts. Counts below a hundred thousand
    (on axes ten) are said in full, percents as in a table, with a zero behind the point where `even`, as in tiles;
    tallies to their last digit.

    >>> compact(Decimal("12436000"), Unit.MONEY, lang=Lang.EN, currency="USD")
    '$12.4M'
    >>> compact(Decimal("12436000"), Unit.MONEY, lang=Lang.ZH, currency="CNY")
    '1,244万元'
    >>> compact(190_000_000, Unit.MONEY, lang=Lang.ZH), compact(190_000_000, Unit.MONEY, lang=Lang.ZH, trimmed=True)
    ('1.90亿', '1.9亿')
    """
    if not is_number(value) or unit is None:
        return formatted(value, unit, lang=lang, currency=currency, bare=bare)
    if lang is Lang.ZH and unit in AMOUNTS and currency and not bare:
        # People write 556万元; a sign before and a word behind the number would be two marks on one amount.
        said = compact(value, unit, lang=lang, currency=currency, bare=True, trimmed=trimmed, even=even)
        return said + currency_word(currency, lang=Lang.ZH)
    if unit is Unit.TALLY:
        return formatted(value, unit, lang=lang, currency=currency, bare=bare)
    number = _finite(value)
    least = _WHOLE_ON_AXES if trimmed and unit is Unit.COUNT else _WHOLE_BELOW.get(unit, _LEAST_COMPACT)
    if unit in _HUNDREDTHS or unit in phrases.TIMES or abs(number) < least:
        is_even = even and unit in _HUNDREDTHS
        places = _FIXED_PLACES[unit] if is_even else _said_places(number, unit, currency=currency)
        return formatted(value, unit, lang=lang, currency=currency, places=places, bare=bare)
    shown, word = _shortened(number, lang=lang)
    money = currency if unit in AMOUNTS and not bare else None
    places = _places_of(shown) if trimmed else max(0, _SAID_DIGITS - 1 - shown.adjusted())
    with localcontext(EXACT):
        text = pattern_of(lang, places=places, money=money is not None).apply(
            shown, locale_of(lang), currency=money, currency_digits=False
        )
    return f"{text}{word}"


def decimals(values: Iterable[Value], unit: Unit | None, *, currency: str | None = None) -> int:
    """The decimals that all numbers of one column share.

    Percents, scores, days and hours have 1, prices 2. Money has none when no amount has a fraction, otherwise those
    of its currency's minor unit (2 when the currency is unknown). Plain numbers have 2, more where the largest of
    them would not have two digits (0.035). Counts and quantities have as many as the value with the most, up to 4;
    rates all of them, and tallies too, with the minor unit of their currency. Nothing else has more than its values.
    """
    if unit in _FIXED_PLACES:
        return _FIXED_PLACES[unit]
    numbers = [_finite(value) for value in values if is_number(value)]
    most = max(map(_places_of, numbers), default=0)
    if unit is Unit.MONEY:
        return minor_places(currency) if most else 0
    if unit is Unit.TALLY:
        return max(most, minor_places(currency)) if most else 0
    if unit is Unit.RATE:
        return max(0, most - 2)
    if unit is Unit.NUMBER and most:
        digits = 1 - max(number.adjusted() for number in numbers if number)
        most = min(most, max(_READ_PLACES, digits))
    return min(most, MOST_PLACES)


def is_number(value: Value) -> TypeGuard[Decimal | float]:
    """Whether a value is a number; a truth value is not."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def places_of(value: Decimal | float) -> int:
    """The decimals that a number has of its own, zeros at its end not counted."""
    return _places_of(_finite(value))


def unit_word(unit: Unit | None, *, lang: Lang, currency: str | None) -> str:
    """The unit a header names, empty when there is none to name: the currency, %, percentage points, days, hours."""
    if unit in _PERCENTS:
        return phrases.PERCENT.say(lang)
    if unit is Unit.POINTS:
        return phrases.POINTS.say(lang)
    if unit in phrases.TIMES:
        return phrases.TIMES[unit].say(lang)
    if unit in AMOUNTS and currency:
        return currency_word(currency, lang=lang)
    return ""


def _number(
    value: Decimal | float, unit: Unit | None, *, lang: Lang, currency: str | None, places: int, bare: bool
) -> str:
    number = _finite(value)
    if unit in _HUNDREDTHS:
        number = number.scaleb(2, context=EXACT)
    after = "" if bare else _after(unit, lang=lang)
    if unit is Unit.CHANCE and not _LEAST_CHANCE <= number <= _MOST_CHANCE:
        return (phrases.LEAST_CHANCE if number < _LEAST_CHANCE else phrases.MOST_CHANCE) + after
    shown, places = _rounded(number, places=places, keep=unit not in _CHANGES)
    if shown is None:
        return phrases.NEARLY_ZERO + after
    money = currency if unit in AMOUNTS else None
    with localcontext(EXACT):
        text = pattern_of(lang, places=places, money=money is not None).apply(
            shown, locale_of(lang), currency=money, currency_digits=False
        )
    return f"{_sign(number, shown) if unit in _CHANGES else ''}{text}{after}"


def _said_places(number: Decimal, unit: Unit, *, currency: str | None) -> int:
    """The decimals of a number that is said in full: no zeros behind the point, cents for small amounts only."""
    if unit in _FIXED_PLACES and unit is not Unit.PRICE:
        scale = 2 if unit in _HUNDREDTHS else 0
        return min(_FIXED_PLACES[unit], _places_of(settle(number.scaleb(scale, context=EXACT), places=1)))
    places = decimals([number], unit, currency=currency)
    fitting = max(0, _SAID_DIGITS - 1 - number.adjusted())
    return places if unit in AMOUNTS and fitting else min(places, fitting)


def _shortened(number: Decimal, *, lang: Lang) -> tuple[Decimal, str]:
    """A number in the language's larger unit and that unit's word: 1.24 and 亿; K and M for both."""
    formats = locale_of(Lang.EN if lang is Lang.BOTH else lang).compact_decimal_formats["short"]["other"]
    magnitude = max((int(one) for one in formats if int(one) <= abs(number)), default=0)
    pattern = str(formats[str(magnitude)].pattern) if magnitude else "0"
    word = pattern.strip("0")
    scale = len(str(magnitude)) - pattern.count("0") if word else 0
    scaled = number.scaleb(-scale, context=EXACT)
    shown = settle(scaled, places=max(0, _SAID_DIGITS - 1 - scaled.adjusted()))
    if shown.adjusted() > scaled.adjusted():
        # Rounded up into the next unit: 999,950 is 1M, not 1000K.
        return _shortened(shown.scaleb(scale, context=EXACT), lang=lang)
    return shown, word


def _after(unit: Unit | None, *, lang: Lang) -> str:
    """What follows a number in its own cell: a percent sign, points, days, hours."""
    if unit in _PERCENTS:
        return phrases.PERCENT.say(lang)
    if unit is Unit.POINTS:
        word = phrases.POINTS_AFTER
        return f"{word.zh} /{word.en}" if lang is Lang.BOTH else word.say(lang)
    gap = "" if lang is Lang.ZH else " "
    return gap + phrases.TIMES[unit].say(lang) if unit in phrases.TIMES else ""


def _sign(number: Decimal, shown: Decimal) -> str:
    """The sign of a change that its digits do not show: a plus; one that rounds to zero has none."""
    return "+" if number > 0 and shown else ""


def _rounded(number: Decimal, *, places: int, keep: bool) -> tuple[Decimal | None, int]:
    """The number as shown and its decimals.

    With `keep`, a number that would read as zero gets more decimals, and is None when six are not enough; a
    change needs none: one so small is none.
    """
    shown = settle(number, places=places)
    if shown or not number or not keep:
        return (shown or shown.copy_abs()), places
    places = -number.adjusted()
    return (settle(number, places=places), places) if places <= _SMALLEST_PLACES else (None, places)


def _finite(value: Decimal | float) -> Decimal:
    """A number as Decimal; one that is none is a fault of who wrote the report."""
    number = exact(value)
    if not number.is_finite():
        raise ValueError(f"a cell holds {value!r}; a ratio without a value is None with a reason")
    return number


def _places_of(number: Decimal) -> int:
    exponent = number.normalize(EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
