from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.files.raw_tables import raw_tables
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.profile import profiles
from salesperf.sources.recognition import judged_tables as module
from salesperf.sources.recognition.judged_tables import JudgedTables, judged_tables, looking_anew

Write = Callable[..., Path]
ORDERS = "Order ID,Order Date,Customer,Amount\n{id},2026-01-05,Acme,10\n"


def _judged(*paths: Path, options: ReadOptions | None = None) -> JudgedTables:
    options = options or ReadOptions()
    raws, _, _ = raw_tables([str(path) for path in paths], options=options)
    return judged_tables(raws, options, profiles())


def test_files_of_one_header_are_looked_at_once(write_text: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [write_text(ORDERS.format(id=number), f"{number}.csv") for number in (1, 2, 3)]
    looks: list[object] = []
    detected = module.detected
    monkeypatch.setattr(module, "detected", lambda sample, known: looks.append(sample) or detected(sample, known))

    found = _judged(*paths)

    assert [one.table for one in found.tables] == ["orders"] * 3
    assert len(looks) == 1


def test_what_the_user_says_is_part_of_the_question(write_text: Write) -> None:
    paths = [write_text(ORDERS.format(id=number), f"{number}.csv") for number in (1, 2)]
    told = TableOptions("invoices", ("2.csv",), columns={"invoice_id": "Order ID", "invoice_date": "Order Date"})

    found = _judged(*paths, options=ReadOptions(tables=(told,)))

    assert [one.table for one in found.tables] == ["orders", "invoices"]


def test_a_table_is_read_anew_as_another_or_not_at_all(write_text: Write) -> None:
    found = _judged(write_text(ORDERS.format(id=1)))
    anew = looking_anew(found, profiles(), ReadOptions())

    again = anew(0, "invoices", {"invoice_id": "Order ID", "invoice_date": "Order Date"})

    assert again is not None
    assert again.table == "invoices"
    assert anew(0, "surveys", {}) is None
