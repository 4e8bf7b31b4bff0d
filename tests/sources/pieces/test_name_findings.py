"""What is said of names that are read as others than they are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.text import Lang
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

_HEAD = "order id,order date,customer name,amount\n"


def test_names_made_one_are_a_finding_and_a_note_with_count_and_example(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEAD}1,2026-01-05,=1+1,5\n2,2026-01-05,＝1+1,5\n3,2026-01-06,＝1+1,5\n"))

    (finding,) = (one for one in loaded.issues if one.code == "R322")
    assert (finding.count, finding.where.column) == (2, "customer name")
    assert finding.message.endswith("counted as one: '=1+1', '＝1+1' as '=1+1'")
    (note,) = (one for one in loaded.bundle.notes if "＝1+1" in one.en)
    assert note.say(Lang.ZH) == (
        "「customer name」：1 个名称有全角、半角等不同写法，已合并计算：「=1+1」、「＝1+1」计为「=1+1」"
    )
    assert loaded.bundle.tables["orders"].frame["customer_name"].to_list() == ["=1+1"] * 3


def test_names_that_are_spelled_out_are_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEAD}1,2026-01-05,№5 Stores,5\n2,2026-01-05,Acme,5\n"))

    (finding,) = (one for one in loaded.issues if one.code == "R322")
    assert finding.message.endswith("are spelled out: '№5 Stores' as 'No5 Stores'")


def test_plain_names_are_not_told_of_and_texts_for_nothing_are_kept(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_HEAD}1,2026-01-05,上海（集团）,5\n2,2026-01-05,N/A,5\n3,2026-01-05,,5\n"))

    assert "R322" not in {one.code for one in loaded.issues}
    assert loaded.bundle.tables["orders"].empty_words == {"customer_name": ("N/A",)}
