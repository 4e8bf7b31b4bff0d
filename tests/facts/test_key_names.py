from __future__ import annotations

from salesperf.facts.key_names import KeyNames, names_of_keys
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,rep_id,rep_name,amount\n"
    "A,2026-01-01,R1,Ann,1\nB,2026-01-01,R2,Bob,10\nC,2026-01-01,R1,Anna,100\n"
)


def _names(**tables: str) -> dict[str, str]:
    bundle = bundle_of([("orders", ORDERS), *tables.items()])
    events = sales(bundle, section=SalesSection())
    return dict(names_of_keys("rep", own=("rep",), column="rep_name", events=events, bundle=bundle))


def test_the_lines_name_their_keys_the_last_name_of_the_alphabet_of_several() -> None:
    assert _names() == {"R1": "Anna", "R2": "Bob"}


def test_the_list_goes_before_the_lines_and_its_first_row_before_others() -> None:
    assert _names(people="rep_id,rep_name\nR1,Ann Lee\nR1,Ann Old\n") == {"R1": "Ann Lee", "R2": "Bob"}


def test_keys_that_are_names_themselves_have_no_other() -> None:
    bundle = bundle_of([("orders", ORDERS)])
    events = sales(bundle, section=SalesSection())

    assert names_of_keys("channel", own=("channel",), column="", events=events, bundle=bundle) == {}


def test_names_are_looked_up_once_and_only_when_one_is_asked_for() -> None:
    looked_up: list[int] = []

    def read() -> dict[str, str]:
        looked_up.append(1)
        return {"R1": "Ann", "R2": "Bob"}

    names = KeyNames(read)
    assert looked_up == []
    assert (names["R1"], names.get("R9"), len(names), list(names)) == ("Ann", None, 2, ["R1", "R2"])
    assert looked_up == [1]
