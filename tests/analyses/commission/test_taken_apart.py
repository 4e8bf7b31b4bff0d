from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.taken_apart import no_such_person, person_in, taken_apart
from salesperf.core.period import Span

ORDERS = (
    "order_id,order_date,rep_id,rep_name,region,amount\n"
    "1,2026-01-05,R1,Ann,East,600\n2,2026-01-21,R1,Ann,West,50\n3,2026-02-02,R1,Ann,East,70\n"
)
JANUARY = Span(date(2026, 1, 1), date(2026, 1, 31))
TWO_MONTHS = Span(date(2026, 1, 1), date(2026, 2, 28))
EAST = '[[component]]\nname = "base"\nwhere = ["region=East"]\nrule = "flat"\nrate = 0.01\n'


@pytest.mark.parametrize(
    ("asked", "pays", "rows"), [(JANUARY, ["6.00"], [[2]]), (TWO_MONTHS, ["6.00", "0.70"], [[2], [4]])]
)
def test_lines_are_followed_to_the_rows_of_their_period(asked: Span, pays: list[str], rows: list[list[int]]) -> None:
    """Worked by hand: 600 x 1 % in January, 70 x 1 % in February; the row of West is in none."""
    apart = taken_apart(worked_out(ground(orders=ORDERS), plan(EAST), asked.end), "R1", asked)

    assert [str(line.pay) for line in apart.lines] == pays
    assert [[event.row for event in one.events] for one in apart.traced] == rows
    assert [(one.event.row, one.period.start) for one in apart.unpaid] == [(3, date(2026, 1, 1))]
    assert all(one.trace.rest == Decimal(0) for one in apart.traced)


def test_people_are_found_by_name_and_id_and_others_are_told_who_may_be_meant() -> None:
    found = worked_out(ground(orders=ORDERS), plan(EAST), JANUARY.end)

    assert person_in(found, "Ann") == person_in(found, "R1") == "R1"
    assert person_in(found, "Anna") is None
    assert "Ann" in no_such_person([found], "Anna").hint_text.en
