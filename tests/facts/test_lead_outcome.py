from __future__ import annotations

from datetime import date

import pytest

from salesperf.engine import collect, scan
from salesperf.facts.lead_outcome import conversion
from salesperf.tables.literal import bundle_of


def _converted(text: str, *, own: tuple[str, ...] = (), as_of: date | None = None) -> list[str] | None:
    frame = scan(bundle_of([("leads", text)]).tables["leads"])
    found = conversion(frame, own=own, as_of=as_of).is_converted
    return None if found is None else collect(frame.filter(found).sort("lead_id"))["lead_id"].to_list()


def _codes(text: str, *, own: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    frame = scan(bundle_of([("leads", text)]).tables["leads"])
    return [(one.code, one.count) for one in conversion(frame, own=own, as_of=None).findings]


def test_a_date_a_deal_a_mark_or_a_status_each_tell_of_a_conversion() -> None:
    text = (
        "lead_id,created_at,status,converted,converted_at,deal_id\n"
        "1,2026-01-01,new,,2026-01-05,\n2,2026-01-01,new,,,D7\n3,2026-01-01,new,true,,\n"
        "4,2026-01-01,已转客户,,,\n5,2026-01-01,new,false,,\n6,2026-01-01,,,,\n"
    )

    assert _converted(text) == ["1", "2", "3", "4"]


def test_a_conversion_after_the_day_asked_for_had_not_happened() -> None:
    text = "lead_id,created_at,status,converted_at\n1,2026-01-01,converted,2026-02-05\n2,2026-01-01,converted,\n"

    assert _converted(text, as_of=date(2026, 1, 31)) == ["2"]


@pytest.mark.parametrize("word", ["Closed - Converted", "CONVERTED", "已转化", "转为商机", "closed_won", "已转商机"])
def test_words_for_converted_are_known_in_both_languages(word: str) -> None:
    assert _converted(f"lead_id,created_at,status\n1,2026-01-01,{word}\n2,2026-01-01,跟进中\n") == ["1"]


@pytest.mark.parametrize("word", ["Closed - Not Converted", "unqualified", "Qualified", "未转化", "无效", "跟进中"])
def test_words_for_not_converted_are_known_too(word: str) -> None:
    text = f"lead_id,created_at,status\n1,2026-01-01,{word}\n"

    assert _converted(text) == []
    assert _codes(text) == []


def test_of_lifecycle_stages_only_those_of_customers_are_converted_and_the_words_are_said() -> None:
    text = (
        "lead_id,created_at,status,converted_at\n1,2026-04-01,Customer,\n2,2026-04-03,Lead,\n"
        "3,2026-04-08,Opportunity,\n4,2026-04-11,Marketing Qualified Lead,2026-05-02\n5,2026-04-12,Evangelist,\n"
    )
    frame = scan(bundle_of([("leads", text)]).tables["leads"])
    (note,) = conversion(frame, own=(), as_of=None).notes

    assert _converted(text) == ["1", "4", "5"]
    assert _converted(text, own=("Opportunity",)) == ["1", "3", "4", "5"]
    assert note[1].en == (
        "status of leads counted as converted: 'Customer', 'Evangelist'; "
        "as not: 'Lead', 'Marketing Qualified Lead', 'Opportunity'"
    )


def test_where_no_status_says_converted_that_is_said_unless_something_else_tells() -> None:
    by_status = "lead_id,created_at,status\n1,2026-01-01,MQL\n"
    by_date = "lead_id,created_at,status,converted_at\n1,2026-01-01,MQL,2026-01-09\n"

    alone, beside = (
        conversion(scan(bundle_of([("leads", text)]).tables["leads"]), own=(), as_of=None)
        for text in (by_status, by_date)
    )

    assert [note.en for _, note in alone.notes] == ["status of leads counted as converted: none; as not: 'MQL'"]
    assert beside.notes == ()


def test_a_status_of_which_no_word_is_known_tells_nothing_until_declared() -> None:
    text = "lead_id,created_at,status\n1,2026-01-01,S7\n2,2026-01-01,S3\n3,2026-01-01,S3\n"

    assert _converted(text) is None
    assert _codes(text) == [("F541", 3)]
    assert _converted(text, own=("s7",)) == ["1"]
    assert _codes(text, own=("s7",)) == [("F541", 2)]


def test_unknown_words_beside_a_conversion_date_need_no_telling() -> None:
    text = "lead_id,created_at,status,converted_at\n1,2026-01-01,S7,2026-01-02\n2,2026-01-01,S3,\n"

    assert _converted(text) == ["1"]
    assert _codes(text) == []


def test_without_any_such_column_nothing_is_known() -> None:
    assert _converted("lead_id,created_at\n1,2026-01-01\n") is None
