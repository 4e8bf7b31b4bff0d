from __future__ import annotations

from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.run import kpi
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request
from salesperf.report.model import Note

ROWS = """\
order_id,order_date,customer,amount
1,2026-01-05,a,100
2,2026-01-06,b,five hundred
3,2026-02-07,c,70
3,2026-02-07,c,70
4,,a,45
5,2026-03-09,a,45
"""


def notes_of(folder: Path) -> dict[str, Note]:
    file = folder / "orders.csv"
    file.write_text(ROWS, encoding="utf-8")
    ask = Ask(
        inputs=(str(file),),
        surroundings=Surroundings(folder, {}, folder / "none.toml"),
        flags={("workspace", "on_bad_rows"): "quarantine"},
    )
    return {note.key: note for note in kpi(ask, Request()).report.notes}


def test_rows_set_aside_are_told_in_the_report_with_their_money(tmp_path: Path) -> None:
    note = notes_of(tmp_path)["quarantined"]

    # the rows of orders 2 (no number) and 4 (no date, 45.00)
    assert note.warning
    assert note.text.en.startswith("2 rows could not be read and are set aside")
    assert "45.00" in note.text.en
    assert "2 行" in note.text.zh


def test_rows_that_repeat_are_told(tmp_path: Path) -> None:
    assert notes_of(tmp_path)["repeated"].text.en.startswith("1 row repeats")


def test_a_copy_of_a_file_is_told_in_the_report(tmp_path: Path) -> None:
    for name in ("orders.csv", "orders (1).csv"):
        (tmp_path / name).write_text("order_id,order_date,customer,amount\n1,2026-01-05,a,100\n", encoding="utf-8")
    ask = Ask(inputs=(str(tmp_path),), surroundings=Surroundings(tmp_path, {}, tmp_path / "none.toml"))

    said = [note.text.en for note in kpi(ask, Request()).report.notes if note.key == "copy"]

    assert said == ["orders (1).csv is left out: the file is a copy of orders.csv; it counts once"]


def test_many_copies_are_counted(tmp_path: Path) -> None:
    for number in range(6):
        rows = "order_id,order_date,customer,amount\n1,2026-01-05,a,100\n"
        (tmp_path / f"orders{number or ''}.csv").write_text(rows, encoding="utf-8")
    ask = Ask(inputs=(str(tmp_path),), surroundings=Surroundings(tmp_path, {}, tmp_path / "none.toml"))

    said = [note.text.en for note in kpi(ask, Request()).report.notes if note.key == "copy"]

    assert len(said) == 4
    assert said[-1] == "2 more copies are left out (salesperf check)"


def test_a_file_that_is_not_used_is_named_with_what_would_make_it_readable(tmp_path: Path) -> None:
    rows = "order_id,order_date,amount\nA-1,2026-01-05,100.00\n"
    (tmp_path / "orders.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "list.csv").write_text("Name,Team\nAnn,East\nBob,West\n", encoding="utf-8")
    ask = Ask(inputs=(str(tmp_path),), surroundings=Surroundings(tmp_path, {}, tmp_path / "none.toml"))

    (said,) = [note.text.en for note in kpi(ask, Request()).report.notes if note.key == "unused"]

    assert said == (
        "list.csv is not used: no sales table recognised; if these are the people who sell, put into salesperf.toml:\n"
        '[[table]]\nname = "people"\nfiles = ["list.csv"]\ncolumns = { rep_name = "Name" }'
    )
