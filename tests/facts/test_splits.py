"""The splits table: claims as whole weights, and rows at fault with their places."""

from __future__ import annotations

import polars as pl
import pytest
from msgspec.structs import replace

from salesperf.core.errors import DataError, Issue
from salesperf.core.text import Text
from salesperf.engine import collect, small
from salesperf.facts.rep_names import RepKeys
from salesperf.facts.splits import Claims, claims_of
from salesperf.tables.literal import bundle_of
from salesperf.tables.schema import DTYPES, PROVENANCE, Kind

REPS = RepKeys(frozenset({"R1", "R2"}), {"Wang": "R1"}, {"Li": ("R2", "R3")})


def read(rows: str, header: str = "event_id,rep_id,share,kind") -> Claims:
    table = bundle_of([("splits", f"{header}\n{rows}")]).tables["splits"]
    events = small({"event": ["A", "B", "A"]}, {"event": DTYPES[Kind.ID]})
    return claims_of(table, reps=REPS, events=events, source=Text("orders", "订单"))


def faults(rows: str) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as fault:
        read(rows)
    return [(one.code, one.message) for one in fault.value.issues]


def test_claims_are_whole_weights_in_the_order_of_keys_whatever_the_order_of_rows() -> None:
    found = read("A,R2,1/6,\nA,Wang,1/2,split\nB,R1,25,\nA,R0,1/3,\nB,R2,75,\n")

    rows = collect(found.splits).sort("event", "place")
    # Sixths: of an event in per cent 600 are the whole.
    assert rows.select("event", "participant", "weight", "whole", "place", "people").rows() == [
        ("A", "R0", 2, 6, 0, 3),
        ("A", "R1", 3, 6, 1, 3),
        ("A", "R2", 1, 6, 2, 3),
        ("B", "R1", 150, 600, 0, 2),
        ("B", "R2", 450, 600, 1, 2),
    ]
    assert (found.sizes, found.has_overlays) == ((2, 3), False)


def test_overlays_are_beside_the_whole() -> None:
    found = read("A,R1,1,\nA,R2,30%,overlay\nB,R2,30,影子业绩\n")

    assert collect(found.overlays).sort("event").select("event", "participant", "weight", "whole").rows() == [
        ("A", "R2", 3, 10),
        ("B", "R2", 300, 1000),
    ]


def test_shares_that_are_no_whole_are_told_with_what_they_add_up_to() -> None:
    assert faults("A,R1,33.33%,\nA,R2,33.33%,\nA,R3,33.33%,\nB,R1,1/3,\nB,R2,1/2,\n") == [
        ("F601", "the shares of 'A' add up to 0.9999"),
        ("F601", "the shares of 'B' add up to 5/6"),
    ]


def test_all_faults_are_told_at_once() -> None:
    assert faults("A,R1,half,\nA,Li,1/2,\nA,R2,1,extra\nB,R1,1/2,\nB,Wang,1/2,\nC,R1,1,\n") == [
        ("F602", "'A': 'Li' is the name of several: 'R2', 'R3'"),
        ("F602", "'A': 'half' is no share"),
        ("F602", "'A': 'extra' is neither a split nor an overlay"),
        ("F603", "'B' names 'R1' twice"),
        ("F603", "'B' names 'Wang' twice"),
        ("F604", "'C' is not among the orders"),
    ]


def test_a_part_larger_than_the_whole_is_none() -> None:
    assert faults("A,R1,101,\n")[0] == (
        "F602",
        "'A': '101' is no part of a whole, or has more digits than can be shared out",
    )


def test_empty_cells_are_told() -> None:
    assert [message for _, message in faults("A,,1,\n,R1,1,\nB,R1,,\n")] == [
        "'A': no rep is named",
        "'B': '' is no share",
        "'': no event is named",
    ]


def test_the_same_rep_may_share_and_have_an_overlay() -> None:
    assert read("A,R1,1,\nA,R1,10%,overlay\n").has_overlays


def test_a_fault_names_file_and_row() -> None:
    table = bundle_of([("splits", "event_id,rep_id,share\nA,R1,1\nA,R2,1\n")]).tables["splits"]
    frame = table.frame.with_columns(
        pl.lit("s.csv").cast(PROVENANCE["_file"]).alias("_file"), pl.Series("_row", [2, 3], dtype=pl.UInt32)
    )

    with pytest.raises(DataError) as fault:
        claims_of(replace(table, frame=frame), reps=REPS, events=None, source=Text("orders", "订单"))

    places: list[Issue] = list(fault.value.issues)
    assert [(one.code, str(one.where)) for one in places] == [
        ("F604", "s.csv, row 2"),
        ("F604", "s.csv, row 3"),
        ("F601", "s.csv, row 2"),
    ]


def test_the_largest_whole_is_all_in_per_cent() -> None:
    assert read("A,R1,1,\n").largest == 100
    assert read("A,R1,1/3,\nA,R2,2/3,\n").largest == 300


def test_all_of_an_event_may_be_one_hundred_and_all_beside_it_one() -> None:
    found = read("A,R1,100,\nA,R2,1,overlay\n")

    assert collect(found.splits).select("weight", "whole").rows() == [(100, 100)]
    assert collect(found.overlays).select("weight", "whole").rows() == [(1, 1)]


def test_an_event_has_no_more_parts_than_can_be_shared_out() -> None:
    # 9 x 10^16 parts, per cent of which are fewer than 2^63.
    finest = 90_000_000_000_000_000
    assert read(f"A,R1,1/{finest},\nA,R2,{finest - 1}/{finest},\n").largest == 100 * finest < 2**63

    over = faults(f"A,R1,1/{finest + 1},\nA,R2,{finest}/{finest + 1},\n")
    assert {code for code, _ in over} == {"F602"}
    assert all(message.endswith("or has more digits than can be shared out") for _, message in over)


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        ("1/2", "3/5", "1.1"),
        ("60", "50.5", "110.5"),
        ("0.5", "0.499999", "0.999999"),
        # Seven places are told as a fraction.
        ("0.5", "0.4999999", "9999999/10000000"),
        ("0.75", "0.5", "1.25"),
    ],
)
def test_totals_are_said_as_people_write_them(one: str, other: str, total: str) -> None:
    assert faults(f"A,R1,{one},\nA,R2,{other},\n") == [("F601", f"the shares of 'A' add up to {total}")]


def test_a_word_for_an_overlay_is_known_in_any_case() -> None:
    assert read("A,R1,1,Direct\nA,R2,50%,Overlay Credit\n").has_overlays
