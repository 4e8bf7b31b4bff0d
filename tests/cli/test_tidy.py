from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Salesperf


def test_a_table_goes_to_standard_output_and_the_rest_is_said(salesperf: Salesperf, here: Path) -> None:
    (here / "messy.csv").write_text('Sales\n\nid;rep;amount\n1;"Ann;10\n2;Bo;20\n', encoding="utf-8")

    said = salesperf("tidy", "messy.csv", "--raw", "--explain-layout")

    assert said.code == 0
    assert said.out == 'id,rep,amount\n1,"""Ann",10\n2,Bo,20\n'
    for words in ("2 rows written", "';' gives 3 cells", "line 1: title, left out", "R118 warning"):
        assert words in said.err


def test_a_file_is_written_once(salesperf: Salesperf, here: Path) -> None:
    assert salesperf("tidy", "orders.csv", "-o", "clean.csv", "-q").code == 0
    assert (here / "clean.csv").read_bytes() == (here / "orders.csv").read_bytes()
    assert salesperf("tidy", "orders.csv", "-o", "clean.csv").code == 5
    assert salesperf("tidy", "orders.csv", "-o", "clean.csv", "--overwrite").code == 0


def test_the_delimiter_and_header_row_may_be_named(salesperf: Salesperf, here: Path) -> None:
    (here / "odd.csv").write_text("x#y\nid#rep\n1#Ann\n", encoding="utf-8")

    said = salesperf("tidy", "odd.csv", "--raw", "--delimiter", "#", "--header-row", "2", "-q")

    assert (said.out, said.err) == ("id,rep\n1,Ann\n", "")
