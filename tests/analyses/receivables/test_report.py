from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.receivables.compute import Balance, Bill, Debt, Receivables
from salesperf.analyses.receivables.report import receivables_section
from salesperf.core.text import Lang
from salesperf.report.figure import FigureKind
from section_words import beyond, rows, said, table, total

ON = date(2026, 3, 31)
NONE = Decimal(0)


def debt(name: str, amount: int, late: int, days: int | None = None) -> Debt:
    ages = (Decimal(amount - late), Decimal(late), NONE, NONE, NONE)
    return Debt(
        owed=Decimal(amount), overdue=Decimal(late), ages=ages, oldest=days, customer=name, name=name, reps=("Ann",)
    )


def owed(*debts: Debt, bills: tuple[Bill, ...] = ()) -> Receivables:
    ages = tuple(sum(column, NONE) for column in zip(*(one.ages or () for one in debts), strict=True))
    late = sum((one.overdue or NONE for one in debts), NONE)
    oldest = max((one.oldest for one in debts if one.oldest is not None), default=None)
    whole = Balance(owed=sum((one.owed for one in debts), NONE), overdue=late, ages=ages, oldest=oldest)
    return Receivables(ON, whole, debts, bills, has_reps=True)


def test_sentences_say_how_much_is_owed_how_much_is_late_and_since_when() -> None:
    section = receivables_section(owed(debt("Alder", 300, 100, 30), debt("Birch", 100, 0)), lang=Lang.EN)

    assert said(section) == [
        "2 customers owe 400 at the end of Mar 31, 2026.",
        "100 of the open invoices (25.0%) is past due, the oldest since Mar 1, 2026.",
        "Alder owes the most of what is late: 100.",
    ]


def test_one_customer_and_nothing_late_are_said_as_such() -> None:
    section = receivables_section(owed(debt("Alder", 300, 0)), lang=Lang.EN)

    assert said(section) == ["One customer owes 300 at the end of Mar 31, 2026.", "No invoice is past due."]
    assert said(section, Lang.ZH) == ["截至2026年3月31日，1个客户欠款300。", "没有发票逾期。"]


def test_customers_beyond_the_limit_are_one_row_so_that_the_total_holds() -> None:
    debts = (debt("A", 50, 50, 9), debt("B", 40, 0), debt("C", 30, 0), debt("D", 20, 0))

    section = receivables_section(owed(*debts), lang=Lang.EN, most=2)

    assert rows(section, "debts", "customer", "rep", "owed", "overdue") == [
        ("A", "Ann", 50, 50),
        ("B", "Ann", 40, 0),
        ("2 others", None, 50, 0),
    ]
    assert total(section, "debts")["owed"] == 140
    assert beyond(section, "debts", "customer") == ["C", "D"], "a workbook has them all"


def test_who_sold_to_a_customer_of_several_reps_is_named_as_far_as_there_is_room() -> None:
    two, four = (
        replace(debt("A", 50, 0), reps=("Ann", "Bob")),
        replace(debt("B", 40, 0), reps=("Ann", "Bob", "Cid", "Dan")),
    )

    section = receivables_section(owed(two, four), lang=Lang.ZH)

    assert rows(section, "debts", "rep") == [("Ann、Bob",), ("Ann、Bob等，另有2人",)]


def test_one_customer_more_than_the_limit_takes_the_place_of_the_others() -> None:
    section = receivables_section(owed(debt("A", 50, 0), debt("B", 40, 0), debt("C", 30, 0)), lang=Lang.EN, most=2)

    assert [row[0] for row in rows(section, "debts")] == ["A", "B", "C"]


def test_ages_are_drawn_as_bars_and_add_up_with_what_has_none() -> None:
    found = owed(debt("A", 50, 20, 3))
    found = replace(found, whole=replace(found.whole, owed=Decimal(45)))

    section = receivables_section(found, lang=Lang.EN)

    assert [row[1] for row in rows(section, "ages")] == [30, 20, 0, 0, 0, -5]
    assert total(section, "ages")["owed"] == 45
    (figure,) = table(section, "ages").figures
    assert (figure.kind, figure.label, figure.values) == (FigureKind.BAR, "age", ("owed",))


def test_credits_not_yet_used_stand_beside_what_is_owed_and_take_nothing_off_what_is_late() -> None:
    late, even = debt("A", 100, 60, 9), replace(debt("B", 20, 0), credit=Decimal(-35))
    found = owed(late, even)
    found = replace(found, whole=replace(found.whole, credit=Decimal(-35)))

    section = receivables_section(found, lang=Lang.EN)

    assert said(section)[:4] == [
        "One customer owes 100 at the end of Mar 31, 2026.",
        "One is in credit by 15.",
        "Open invoices come to 120; credits of 35 are not yet used, which leaves 85.",
        "60 of the open invoices (50.0%) is past due, the oldest since Mar 22, 2026.",
    ]
    assert said(section, Lang.ZH)[1] == "1个客户为贷方余额15。"
    assert rows(section, "debts", "customer", "owed", "credit", "balance", "overdue") == [
        ("A", 100, 0, 100, 60),
        ("B", 20, -35, -15, 0),
    ]
    assert total(section, "debts")["balance"] == 85
    assert [row[1] for row in rows(section, "ages")] == [60, 60, 0, 0, 0, -35]
    assert total(section, "ages")["owed"] == 85


def test_ages_without_anything_keep_their_rows_and_where_nothing_is_past_due_a_sentence_is_enough() -> None:
    late = receivables_section(owed(debt("A", 50, 20, 3)), lang=Lang.EN)
    calm = receivables_section(owed(debt("A", 50, 0)), lang=Lang.EN)

    assert [row[1] for row in rows(late, "ages")] == [30, 20, 0, 0, 0]
    assert "ages" not in [block.key for block in calm.blocks]
    assert [sentence.words.en for sentence in calm.sentences][-1] == "No invoice is past due."


def test_debts_are_told_by_the_ages_that_anybody_has() -> None:
    late = receivables_section(owed(debt("A", 50, 20, 3)), lang=Lang.EN)
    calm = receivables_section(owed(debt("A", 50, 0)), lang=Lang.EN)

    assert rows(late, "debts", "not_due", "late_1_30", "late_over_90") == [(30, 20)]
    assert [column.key for column in table(calm, "debts").columns] == ["customer", "rep", "owed", "overdue", "oldest"]


def test_the_ages_of_the_whole_can_be_left_out() -> None:
    section = receivables_section(owed(debt("A", 50, 20, 3)), lang=Lang.EN, shows_ages=False)

    assert [block.key for block in section.blocks] == ["debts", "overdue_invoices"]


def test_overdue_invoices_are_told_with_their_sum() -> None:
    bills = tuple(Bill(f"I{n}", "A", "A", "Ann", ON, ON - timedelta(days=n), n, Decimal(10 * n)) for n in (9, 5, 4, 2))

    section = receivables_section(owed(debt("A", 200, 200, 9), bills=bills), lang=Lang.EN, most_bills=2)

    assert rows(section, "overdue_invoices", "invoice", "days_late", "left") == [
        ("I9", 9, 90),
        ("I5", 5, 50),
        ("2 others", None, 60),
    ]
    assert total(section, "overdue_invoices")["left"] == 200
    assert beyond(section, "overdue_invoices", "invoice") == ["I4", "I2"], "a workbook has them all"


def test_the_page_of_a_rep_names_customers_alone() -> None:
    section = receivables_section(owed(debt("A", 50, 0)), lang=Lang.EN, shows_reps=False)

    assert "rep" not in {column.key for block in section.blocks for column in block.columns}


def test_where_nothing_is_owed_the_section_says_so() -> None:
    nothing = Receivables(ON, Balance(owed=NONE, overdue=None, ages=None), (), (), has_reps=True)

    section = receivables_section(nothing, lang=Lang.EN)

    assert (section.blocks, section.empty and section.empty.en) == ((), "nothing is owed")


def test_without_due_days_no_age_is_shown() -> None:
    bare = Debt(owed=Decimal(6), overdue=None, ages=None, customer="A", name="A", reps=("Ann",))
    found = Receivables(ON, Balance(owed=Decimal(6), overdue=None, ages=None), (bare,), (), has_reps=True)

    section = receivables_section(found, lang=Lang.EN)

    assert [block.key for block in section.blocks] == ["debts"]
    assert said(section)[-1] == "When it falls due is not known."
