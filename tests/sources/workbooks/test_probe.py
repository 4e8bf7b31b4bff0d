from __future__ import annotations

import sys
from pathlib import Path

import pytest

from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.probe import refuse_deadly


@pytest.mark.parametrize("source", [b"any bytes", Path("any.xls")])
def test_a_reader_that_dies_refuses_the_file(source: bytes | Path) -> None:
    with pytest.raises(Refused) as caught:
        refuse_deadly(source, name="any.xls", limits=Limits(), trial="import os; os.abort()")

    assert (caught.value.issue.code, caught.value.issue.where.file) == ("R122", "any.xls")


def test_a_reader_that_panics_refuses_the_file() -> None:
    with pytest.raises(Refused):
        refuse_deadly(
            b"", name="any.xls", limits=Limits(), trial="class PanicException(BaseException): ...\nraise PanicException"
        )


def test_an_ordinary_fault_is_left_to_the_reading() -> None:
    refuse_deadly(b"no workbook", name="any.xls", limits=Limits())


def test_a_trial_that_takes_too_long_names_the_limit() -> None:
    with pytest.raises(Refused, match="max_seconds"):
        refuse_deadly(b"", name="any.xls", limits=Limits(max_seconds=0))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process by RLIMIT_DATA")
def test_a_trial_that_takes_too_much_memory_refuses_the_file() -> None:
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[2]),) * 2)"

    with pytest.raises(Refused, match="damaged"):
        refuse_deadly(b"", name="any.xls", limits=Limits(max_memory=200_000_000), trial=f"{limit}; bytearray(10**9)")


@pytest.mark.real
def test_a_good_workbook_passes(real_data: Path) -> None:
    refuse_deadly(real_data / "messy" / "messytables" / "simple.xls", name="simple.xls", limits=Limits())
