from __future__ import annotations

from decimal import Decimal

from salesperf.sources.overlap.sameness import COPY, Sameness, SameRows


def test_the_finding_names_rows_money_and_the_other_file() -> None:
    told = SameRows(0, 1, 2, Decimal("1250.5")).told(COPY, {0: "jan.csv", 1: "all.csv"})

    assert told.en == "2 rows left out, 1,250.50 in all: all.csv has all of them too"


def test_a_report_names_three_pairs_of_files_and_counts_the_rest() -> None:
    pairs = tuple(SameRows(place, 9, 2, Decimal(10)) for place in range(5))
    names = {place: f"{place}.csv" for place in range(10)}

    cure = "; if they are the same sales, export each period once, or with order ids"

    notes = Sameness(pairs[:1], pairs[1:]).notes(names)

    assert [note.en for note in notes] == [
        "0.csv: 2 rows left out, 10.00 in all: 9.csv has all of them too",
        f"1.csv: 2 rows in 9.csv too, counted in both, 10.00 in all{cure}",
        f"2.csv: 2 rows in 9.csv too, counted in both, 10.00 in all{cure}",
        "2 more pairs of files are so (salesperf check)",
    ]
