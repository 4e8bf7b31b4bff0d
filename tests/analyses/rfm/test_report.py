from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rfm_ground import FIVE, HEAD, bundle, map_of, question
from salesperf.analyses.rfm.compute import scored_customers
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.report import customers_asked, rfm_report
from salesperf.core.text import Lang
from salesperf.facts.section import SalesSection
from salesperf.report.model import Report
from salesperf.tables.literal import bundle_of

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})


def report(asked: Question, orders: str = FIVE, files: Sequence[str] | None = None) -> Report:
    found = customers_asked(bundle(orders), asked, SalesSection())
    return rfm_report(scored_customers(found, bundle(orders), asked), lang=Lang.EN, files=files)


def test_an_answer_has_tables_and_a_record_a_customer() -> None:
    found = report(question(segments=MAP))

    assert [block.key for block in found.blocks] == ["segments", "grid", "cutoffs"]
    assert found.sections == ()
    assert len(found.records.rows) == 5
    assert found.subtitle is not None
    assert found.subtitle.en == "as of 2026-03-31"


def test_pages_have_the_same_tables_a_list_a_segment_and_the_settings() -> None:
    found = report(question(segments=MAP), files=("x.csv",))

    keys = [section.key for section in found.sections]
    assert keys == ["segments", "grid", "cutoffs", "segment-best", "segment-good", "segment-others", "parameters"]
    assert found.blocks == ()


def test_presets_without_edges_have_no_table_of_them() -> None:
    assert [block.key for block in report(question("ntile", segments=MAP)).blocks] == ["segments", "grid"]


def test_nobody_to_score_is_an_empty_table_and_no_record() -> None:
    nothing = HEAD + "1,2026-01-01,Ann,R1,East,10\n1,2026-01-02,Ann,R1,East,-10\n"

    for files in (None, ("x.csv",)):
        found = report(question(segments=MAP), nothing, files)
        assert [block.key for block in found.blocks] == ["segments"]
        assert len(found.records.rows) == 0
        assert "nothing_kept" in {note.key for note in found.notes}


def test_a_summary_of_customers_is_scored_where_there_are_no_sales() -> None:
    summary = bundle_of([("customer_summary", "customer_id,last_date,orders,revenue\nAnn,2026-03-31,3,300\n")])

    assert customers_asked(summary, question(), SalesSection()).values["customer"].to_list() == ["Ann"]


def test_dimensions_have_a_table_each() -> None:
    found = report(replace(question(segments=MAP), by=("region", "rep")))

    assert [block.key for block in found.blocks][-2:] == ["by_region", "by_rep"]
