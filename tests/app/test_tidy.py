from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from salesperf.app.tidy import tidy
from salesperf.core.errors import DataError, UsageError

if TYPE_CHECKING:
    from conftest import Asking

MESSY = "Sales 2025\n\nid;rep;amount\n1;Ann;1,5\n2;Bo;20\nTotal;;21,5\n"


def test_raw_keeps_every_row_below_the_header(folder: Path, ask: Asking) -> None:
    (folder / "messy.csv").write_text(MESSY, encoding="utf-8")

    found = tidy(ask("messy.csv"), raw=True)

    assert found.content == b'id,rep,amount\n1,Ann,"1,5"\n2,Bo,20\nTotal,,"21,5"\n'
    assert found.told[0].en == "messy.csv: 3 rows written"
    assert any("looks like total, kept" in line.en for line in found.evidence)


def test_rows_of_no_data_are_left_out_and_told(folder: Path, ask: Asking) -> None:
    (folder / "messy.csv").write_text(MESSY, encoding="utf-8")

    found = tidy(ask("messy.csv"))

    assert found.content == b'id,rep,amount\n1,Ann,"1,5"\n2,Bo,20\n'
    assert found.told[1].en == "left out: 1 blank, 1 title, 1 total"


def test_a_target_sheet_is_one_row_a_target_unless_raw(folder: Path, ask: Asking) -> None:
    (folder / "sales quota 2024.csv").write_text("Rep,Q1,Q2\nAnn,1,-\nBo,3,4\n", encoding="utf-8")

    found = tidy(ask("sales quota 2024.csv"))

    assert found.content == (
        b"scope,scope_id,metric,period,amount,currency,unit,role,_row,_column\n"
        b"rep,Ann,net_revenue,2024-Q1,1,,,,2,Q1\n"
        b"rep,Bo,net_revenue,2024-Q1,3,,,,3,Q1\n"
        b"rep,Bo,net_revenue,2024-Q2,4,,,,3,Q2\n"
    )
    assert found.told[0].en == "sales quota 2024.csv: 3 rows written"
    assert tidy(ask("sales quota 2024.csv"), raw=True).content == b"Rep,Q1,Q2\nAnn,1,-\nBo,3,4\n"


def test_an_empty_file_gives_no_rows(folder: Path, ask: Asking) -> None:
    (folder / "empty.csv").touch()

    assert tidy(ask("empty.csv"), raw=True).content == b""


def test_a_workbook_without_a_cell_is_an_error_of_the_data(folder: Path, ask: Asking) -> None:
    openpyxl.Workbook().save(folder / "empty.xlsx")

    with pytest.raises(DataError) as caught:
        tidy(ask("empty.xlsx"))

    assert caught.value.message.endswith("empty.xlsx cannot be read")
    assert [fault.code for fault in caught.value.issues] == ["R104", "R126"]


def test_one_row_is_one_row_and_two_titles_are_titles(folder: Path, ask: Asking) -> None:
    (folder / "one.csv").write_text("Sales\nof Ann\nid,rep\n1,Ann\n", encoding="utf-8")

    assert [text.en for text in tidy(ask("one.csv")).told] == ["one.csv: 1 row written", "left out: 2 titles"]


def test_what_cannot_be_read_is_an_error(folder: Path, ask: Asking) -> None:
    (folder / "odd.csv").write_bytes(b"\x01\x02" * 40)
    (folder / "long.csv").write_text("id,rep\n1,Ann,3\n2,Bo\n", encoding="utf-8")

    for name, raw in (("odd.csv", True), ("long.csv", False)):
        with pytest.raises(DataError, match="cannot be read"):
            tidy(ask(name), raw=raw)


def test_one_file_is_asked_for(folder: Path, ask: Asking) -> None:
    (folder / "more.csv").write_text(MESSY, encoding="utf-8")

    with pytest.raises(UsageError, match="one file"):
        tidy(ask("orders.csv", "more.csv"), raw=True)
