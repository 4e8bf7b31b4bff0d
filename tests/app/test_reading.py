from __future__ import annotations

from salesperf.app.reading import files_have_errors, reading_options
from salesperf.app.settings import Settings
from salesperf.core.codes import issue


def test_errors_are_counted_by_what_they_stand_for() -> None:
    assert files_have_errors([issue("R122", "damaged")]).message == "the files have 1 error"
    assert files_have_errors([issue("R301", "bad", count=1200)]).message == "the files have 1,200 errors"


def test_the_reader_is_told_what_the_sections_say() -> None:
    told = {"reading": {"max_cells": 5}, "table": [{"name": "orders", "files": ["a.csv"], "counts_as": "returns"}]}

    options = reading_options(Settings.model_validate(told))

    assert options.max_cells == 5
    assert [(table.name, table.counts_as) for table in options.tables] == [("orders", "returns")]
