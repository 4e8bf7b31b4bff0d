from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.checking.credits import (
    cash_settles,
    no_event_without_reason,
    no_orphan_credit,
    paid_are_listed,
    splits_sum_to_one,
)
from salesperf.analyses.commission.credited import as_credited
from salesperf.analyses.commission.simulating.scaled import scaled
from salesperf.analyses.commission.together import Asked
from salesperf.core.period import Span

ORDERS = (
    "order_id,order_date,rep_id,region,amount\n"
    "1,2026-01-05,Ann,East,100\n2,2026-01-20,Ben,West,0.01\n3,2026-01-21,,East,50\n4,2026-02-03,,East,70\n"
)
SPLITS = "event_id,rep_id,share\n1,Ann,1/3\n1,Ben,1/3\n1,Cas,1/3\n"
FLAT = '[[component]]\nname = "x"\nrule = "flat"\nrate = 0.01\n'
PLAN = plan('[[component]]\nname = "x"\nrule = "flat"\nrate = 0.1\nwhere = ["region=East"]\n')
JANUARY = Span(date(2026, 1, 1), date(2026, 1, 31))


def test_shares_of_a_row_are_the_row_to_the_cent() -> None:
    raw = ground(orders=ORDERS, splits=SPLITS)

    found = splits_sum_to_one(raw, as_credited(raw))

    assert (found.looked_at, found.faults) == (4, ())


def test_a_row_of_which_more_or_less_is_credited_is_told_by_its_place() -> None:
    raw = ground(orders=ORDERS)

    # Twice of everything from 1 February on.
    found = splits_sum_to_one(raw, scaled(raw, 200, since=date(2026, 2, 1)))

    assert [told.en for told in found.faults] == ["orders.csv, row 5: 140 are credited of 70"]


def test_sales_of_nobody_on_the_days_asked_about_are_told() -> None:
    found = no_orphan_credit(ground(orders=ORDERS), JANUARY)

    assert found.looked_at == 3
    assert [told.en for told in found.faults] == [
        "1 line from 2026-01-21 to 2026-01-21, 50 in all, have no rep: orders.csv, row 4 is the first"
    ]


def test_cash_that_settles_nothing_known_is_told_by_its_row() -> None:
    # 60 of the 100 of order 1 are settled; 5 name an order that is none, and come in February.
    orders = "order_id,order_date,rep_id,amount\n1,2026-01-05,Ann,100\n"
    payments = "payment_date,order_id,amount\n2026-01-20,1,60\n2026-01-21,X9,7\n2026-02-02,X9,5\n"
    rule = '[[component]]\nname = "cash"\nrule = "collected"\ncash_of = "received"\nrate = 0.1\n'
    payroll = worked_out(ground(orders=orders, payments=payments), plan(rule), date(2026, 1, 31))

    found = cash_settles([Asked(payroll, JANUARY)])

    assert found.looked_at == 2
    assert [told.en for told in found.faults] == [
        "payments.csv, row 3: 7 settle no invoice or order that is known and not yet paid"
    ]


def test_who_is_paid_and_is_no_known_person_is_told() -> None:
    people = "rep_id,rep_name\nAnn,Ann Lee\n"
    payroll = worked_out(ground(orders=ORDERS, people=people), plan(FLAT), date(2026, 1, 31))

    found = paid_are_listed([Asked(payroll, JANUARY)])

    # Ben's cent pays nothing at 1 %; at 100 % it pays itself.
    assert (found.looked_at, found.faults) == (1, ())
    payroll = worked_out(ground(orders=ORDERS, people=people), plan(FLAT.replace("0.01", "1")), date(2026, 1, 31))
    found = paid_are_listed([Asked(payroll, JANUARY)])
    assert found.looked_at == 2
    assert [told.en for told in found.faults] == ["Ben is paid 0.01 and is not in the table of people"]


def test_every_sale_is_paid_or_has_its_reason() -> None:
    payroll = worked_out(ground(orders=ORDERS), PLAN, date(2026, 1, 31))

    found = no_event_without_reason([Asked(payroll, JANUARY)])

    # Ann's row is paid; the plan knows nobody else.
    assert (found.looked_at, found.faults) == (1, ())


def test_a_return_is_told_by_the_line_that_takes_back_for_it() -> None:
    orders = "order_id,order_date,rep_id,amount,return_of\n1,2026-01-05,Ann,150,\n2,2026-02-21,Ann,-60,1\n"
    by = plan('[[component]]\nname = "x"\nrule = "flat"\nrate = 0.1\n')
    payroll = worked_out(ground(orders=orders), by, date(2026, 2, 28))

    found = no_event_without_reason([Asked(payroll, Span(date(2026, 2, 1), date(2026, 2, 28)))])

    assert (found.looked_at, found.faults) == (1, ())


def test_a_sale_that_no_payout_tells_of_is_a_fault() -> None:
    payroll = worked_out(ground(orders=ORDERS), PLAN, date(2026, 1, 31))
    without_lines = replace(payroll, lines=())
    unasked = replace(
        without_lines, desk=replace(payroll.desk, credited={}, plan=PLAN.model_copy(update={"component": ()}))
    )

    told = no_event_without_reason([Asked(without_lines, JANUARY)])
    other = no_event_without_reason([Asked(unasked, JANUARY)])

    # Without a line Ann's row is told as one that nothing is paid for; a plan without the measure asks for none.
    assert told.faults == ()
    assert other.looked_at == 0
