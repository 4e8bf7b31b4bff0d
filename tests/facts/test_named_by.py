from __future__ import annotations

from salesperf.core.text import Text
from salesperf.facts.named_by import named_by
from salesperf.tables.bundle import Bundle, Sisters

_LABEL = Text("rep", "销售员")


def test_the_lines_name_the_files_and_what_their_sheets_are() -> None:
    bundle = Bundle({}, sisters={"orders": Sisters("sheet_is", ("a.xlsx",), ("Maria", "Tom"))})

    said = named_by("rep", _LABEL, table="orders", bundle=bundle)

    assert said is not None
    assert said.en.endswith('\n[[table]]\nname = "orders"\nfiles = ["a.xlsx"]\nsheet_is = "rep"')
    assert "工作表名（Maria、Tom）即为销售员" in said.zh


def test_nothing_is_said_of_tables_that_stand_alone_or_of_other_dimensions() -> None:
    bundle = Bundle({}, sisters={"orders": Sisters("file_is", ("a.csv", "b.csv"), ("Maria", "Tom"))})

    assert named_by("rep", _LABEL, table="deals", bundle=bundle) is None
    assert named_by("status", _LABEL, table="orders", bundle=bundle) is None
