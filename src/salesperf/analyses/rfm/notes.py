"""What a report of segments must say: the convention of the scores, and who is not in them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.compute import Scored
from salesperf.analyses.rfm.map_lint import Linted, codes_named
from salesperf.analyses.rfm.stability import flags
from salesperf.analyses.rfm.summary import fewest_for_most
from salesperf.core.text import Count
from salesperf.report.model import Note


def notes_of(found: Scored, *, looked: Linted) -> tuple[Note, ...]:
    """The notes in the order of their weight: the convention first, for it decides the answer."""
    return (
        *_convention(found),
        *_of_map(found, looked),
        *_left_out(found),
        *flags(found),
        *_eighty(found),
        *(Note(key, text) for key, text in found.customers.notes),
    )


def _of_map(found: Scored, looked: Linted) -> Iterator[Note]:
    """What the linter found in a map that can be used."""
    if found.question.map is None:
        return
    name = found.question.map.name
    for told in looked.unreached:
        yield Note("map_rule_unreached", phrases.UNREACHED.fill(name=name, told=told), warning=True)
    if looked.shared:
        told = phrases.SHARED.fill(name=name, count=Count(len(looked.shared)), codes=codes_named(looked.shared))
        yield Note("map_codes_shared", told)


def _convention(found: Scored) -> Iterator[Note]:
    question = found.question
    preset = question.preset
    yield Note("preset", phrases.PRESET.fill(key=preset.key, told=preset.told))
    if question.map is None:
        yield Note("map", phrases.NO_MAP)
    else:
        yield Note("map", phrases.MAP.fill(name=question.map.name, title=question.map.label))
    yield Note("counted", phrases.COUNTED.fill(told=question.counting.told()))
    if question.window is not None:
        told = phrases.WINDOW.fill(days=f"{question.window:,}", day=found.customers.day)
        yield Note("window", told)
    if question.cutoffs_of is not None:
        yield Note("frozen", phrases.FROZEN.fill(day=question.cutoffs_of))


def _left_out(found: Scored) -> Iterator[Note]:
    unscored = found.customers.unscored
    if unscored.lines:
        told = phrases.UNNAMED.fill(lines=Count(unscored.lines), amount=_amount(unscored.amount))
        yield Note("without_customer", told, warning=True)
    if found.customers.undated:
        yield Note("undated", phrases.UNDATED.fill(lines=Count(found.customers.undated)), warning=True)
    if unscored.returned:
        told = phrases.RETURNED.fill(customers=Count(unscored.returned), amount=_amount(unscored.returned_net))
        yield Note("nothing_kept", told)
    if unscored.before:
        yield Note("before_window", phrases.BEFORE.fill(customers=Count(unscored.before)))
    map_ = found.question.map
    if found.never_bought and map_ is not None and map_.never_bought is not None:
        told = phrases.NEVER.fill(customers=Count(len(found.never_bought)), title=map_.never_bought.label)
        yield Note("never_bought", told)


def _eighty(found: Scored) -> Iterator[Note]:
    fewest, every = fewest_for_most(found.frame), found.frame.height
    if fewest is not None and every > 1:
        told = phrases.EIGHTY.fill(customers=f"{fewest:,}", all=f"{every:,}", share=f"{fewest / every:.1%}")
        yield Note("eighty_twenty", told)


def _amount(amount: Decimal) -> str:
    return f"{amount:,.2f}"
