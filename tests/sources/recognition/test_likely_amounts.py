"""What is said beside a proposed amount."""

from __future__ import annotations

import polars as pl

from salesperf.core.text import same
from salesperf.sources.recognition.likely_amounts import amounts_beside, lack_beside
from salesperf.sources.recognition.sample import Sample


def _sample(**columns: list[str]) -> Sample:
    names = {name.replace("_", " "): cells for name, cells in columns.items()}
    return Sample(tuple(names), pl.DataFrame(names))


def test_other_amounts_are_named_with_their_sums() -> None:
    sample = _sample(Billed=["10", "20"], Agreed_Value=["12", "25"], Discount=["2", "5"])

    assert amounts_beside(sample, {"amount": "Billed"}).en == (
        "; in the 2 rows looked at the amount is 'Billed' (30.00), and it may be 'Agreed Value' (37.00)"
    )


def test_a_count_beside_tells_what_amounts_of_pieces_come_to() -> None:
    sample = _sample(counts=["1", "3"], amounts=["10", "20"])

    # 1 × 10 + 3 × 20
    assert "'amounts' × 'counts' (70.00)" in amounts_beside(sample, {"amount": "amounts"}).en
    assert amounts_beside(_sample(counts=["1", "1"], amounts=["10", "20"]), {"amount": "amounts"}) == same("")


def test_a_lone_amount_needs_no_word() -> None:
    assert amounts_beside(_sample(Paid=["10", "20"], Cost=["5", "9"]), {"amount": "Paid"}) == same("")


def test_what_lacks_a_day_still_names_its_amount() -> None:
    said = lack_beside(_sample(Purchase=["10", "20"]), same("no column of days"), {"amount": "Purchase"})

    assert said.en == "no column of days; the amount may be 'Purchase' (30.00 in the 2 rows looked at)"
    assert lack_beside(_sample(wie=["1"]), same("no column of days"), {"amount": "wie"}) == same("no column of days")
