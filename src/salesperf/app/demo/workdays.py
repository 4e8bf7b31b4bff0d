"""On which days a company takes orders, and how many: weekends, holidays and the season."""

from __future__ import annotations

from datetime import date, timedelta

from salesperf.app.demo.setting import Setting

_FRIDAY = 4


def workdays(setting: Setting, first: date, last: date) -> tuple[tuple[date, ...], tuple[int, ...]]:
    """The workdays from `first` to `last`, both included, and how many orders each draws against the others."""
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    weights = [(day, _weight(setting, day)) for day in days if day.weekday() <= _FRIDAY]
    open_days = [(day, weight) for day, weight in weights if weight]
    return tuple(day for day, _ in open_days), tuple(weight for _, weight in open_days)


def workday_from(setting: Setting, day: date) -> date:
    """The day itself, or the next workday after it."""
    while day.weekday() > _FRIDAY or not _weight(setting, day):
        day += timedelta(days=1)
    return day


def _weight(setting: Setting, day: date) -> int:
    percent = next((spell.percent for spell in setting.spells if spell.first <= day <= spell.last), 100)
    return setting.months[day.month - 1] * percent
