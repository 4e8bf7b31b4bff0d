from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.sources.probe import refuse_deadly
from salesperf.sources.refused import Refused


@pytest.mark.parametrize("source", [b"any bytes", Path("any.xls")])
def test_a_reader_that_dies_refuses_the_file(source: bytes | Path) -> None:
    with pytest.raises(Refused) as caught:
        refuse_deadly(source, name="any.xls", trial="import os; os.abort()")

    assert (caught.value.issue.code, caught.value.issue.where.file) == ("R122", "any.xls")


def test_a_reader_that_panics_refuses_the_file() -> None:
    with pytest.raises(Refused):
        refuse_deadly(b"", name="any.xls", trial="class PanicException(BaseException): ...\nraise PanicException")


def test_an_ordinary_fault_is_left_to_the_reading() -> None:
    refuse_deadly(b"no workbook", name="any.xls")


@pytest.mark.real
def test_a_good_workbook_passes(real_data: Path) -> None:
    refuse_deadly(real_data / "messy" / "messytables" / "simple.xls", name="simple.xls")
