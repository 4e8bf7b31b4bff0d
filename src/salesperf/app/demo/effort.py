"""What reps do and meet before an order: leads and how fast they are answered, visits and calls."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from salesperf.app.demo.beside import Activity, Lead
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.setting import Customer, Person, Setting
from salesperf.app.demo.workdays import workday_from, workdays

_NEVER_ANSWERED = 30
_GIVEN_UP = 350
_PLANNED = 700
_MINUTES = 60


def leads_of(setting: Setting) -> tuple[Lead, ...]:
    """As many leads a month as the half's conduct says, by the moment they came."""
    found: list[Lead] = []
    for half, conduct in zip(setting.halves, setting.conduct, strict=True):
        draws = Draws(setting.key, "leads", half.first.isoformat())
        days, weights = workdays(setting, half.first, half.last)
        moments = sorted(
            _at(draws.weighted(days, weights), draws.between(8 * _MINUTES, 18 * _MINUTES - 1))
            for _ in range(conduct.leads * 6)
        )
        found += [_lead(setting, moment, draws=draws) for moment in moments]
    return tuple(
        Lead(setting.office.lead_number.format(serial=serial), *_rest(lead))
        for serial, lead in enumerate(found, start=1)
    )


def _rest(lead: Lead) -> tuple[datetime, str, Person, str, datetime | None, str, date | None]:
    return lead.created, lead.source, lead.rep, lead.industry, lead.answered, lead.state, lead.converted


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _lead(setting: Setting, created: datetime, *, draws: Draws) -> Lead:
    conduct, last = setting.conduct_on(created.date()), setting.halves[-1].last
    segment = draws.weighted(setting.segments, [segment.weight for segment in setting.segments])
    sellers = [person for person in setting.people if person.seat and person.sells_at(created.date())]
    wait = draws.between(conduct.answer_hours[0] * _MINUTES, conduct.answer_hours[1] * _MINUTES)
    answered: datetime | None = created + timedelta(minutes=wait)
    if draws.chance(_NEVER_ANSWERED) or (answered is not None and answered.date() > last):
        answered = None
    states = setting.office.lead_states
    day = workday_from(setting, created.date() + timedelta(days=draws.between(8, 45)))
    is_converted = draws.chance(conduct.converted) and answered is not None and day <= last
    state = states[0] if is_converted else states[2] if draws.chance(_GIVEN_UP) else states[1]
    source = draws.pick(setting.words.sources)
    return Lead(
        "", created, source, draws.pick(sellers), segment.industry, answered, state, day if is_converted else None
    )


def activities_of(setting: Setting, customers: tuple[Customer, ...]) -> tuple[Activity, ...]:
    """The activities of the last four half-years, by day and rep."""
    found: list[Activity] = []
    kinds, weights = zip(*setting.office.activities, strict=True)
    for half, conduct in list(zip(setting.halves, setting.conduct, strict=True))[-4:]:
        draws = Draws(setting.key, "activities", half.first.isoformat())
        days, _ = workdays(setting, half.first, half.last)
        for day in days:
            for rep in setting.people:
                if not rep.seat or not rep.hired <= day or (rep.left is not None and rep.left < day):
                    continue
                count = conduct.visits // 1000 + draws.chance(conduct.visits % 1000)
                for _ in range(count):
                    kind = draws.weighted(kinds, weights)
                    customer = draws.pick(customers)
                    found.append(Activity(day, rep, customer, kind, draws.chance(_PLANNED), draws.chance(conduct.kept)))
    return tuple(found)
