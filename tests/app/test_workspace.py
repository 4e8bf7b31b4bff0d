from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from salesperf.app.layers import configured
from salesperf.app.workspace import lang_of, metrics_of, read, workspace
from salesperf.core.errors import DataError, UsageError
from salesperf.core.text import Lang
from salesperf.sources.options import OnBadRows

if TYPE_CHECKING:
    from conftest import Asking


def test_settings_reach_the_reader(folder: Path, ask: Asking) -> None:
    (folder / "salesperf.toml").write_text(
        '[workspace]\ncurrency = "CNY"\ntimezone = "Asia/Shanghai"\n[reading]\nencoding = "gb18030"\n'
        'date_order = "dmy"\n[[table]]\nname = "orders"\nfiles = ["o*.csv"]\nstatus = { returned = ["退货"] }\n',
        encoding="utf-8",
    )
    (folder / "profiles").mkdir()

    options = workspace(ask("orders.csv", on_bad_rows="quarantine")).options

    assert (options.currency, options.timezone, options.encoding, options.date_order) == (
        "CNY",
        "Asia/Shanghai",
        "gb18030",
        "dmy",
    )
    assert options.on_bad_rows is OnBadRows.QUARANTINE
    assert options.tables[0].files == ("o*.csv",)
    assert options.tables[0].status == {"returned": ("退货",)}
    assert options.profile_dirs == (folder / "profiles",)


def test_without_inputs_the_tables_of_the_project_are_read(folder: Path, ask: Asking) -> None:
    (folder / "salesperf.toml").write_text(
        '[[table]]\nname = "orders"\nfiles = ["orders.csv"]\n'
        '[[table]]\nname = "orders"\nfiles = ["orders.csv", "x.csv"]\n',
        encoding="utf-8",
    )

    assert workspace(ask()).inputs == (str(folder / "orders.csv"), str(folder / "x.csv"))


def test_without_inputs_and_tables_the_folder_of_the_project_is_read_by_who_stands_in_it(
    folder: Path, ask: Asking
) -> None:
    (folder / "salesperf.toml").write_text("", encoding="utf-8")
    (folder / "deep").mkdir()
    below = replace(ask().surroundings, cwd=folder / "deep")

    assert workspace(ask()).inputs == (str(folder),)
    with pytest.raises(UsageError, match="no files to read"):
        workspace(replace(ask(), surroundings=below))


def test_rows_that_cannot_be_read_stop_with_all_of_them(ask: Asking) -> None:
    with pytest.raises(DataError) as caught:
        read(workspace(ask("bad.csv")))

    assert [issue.where.row for issue in caught.value.issues] == [7]
    assert "--on-bad-rows quarantine" in caught.value.hint


def test_rows_are_set_aside_on_request(ask: Asking) -> None:
    opened = read(workspace(ask("bad.csv", on_bad_rows="quarantine")))

    (account,) = opened.loaded.accounts
    assert (account.rows, account.loaded, account.quarantined) == (6, 5, 1)


def test_what_no_row_is_to_blame_for_stops_also_then(folder: Path, ask: Asking) -> None:
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read(workspace(ask("other.csv", on_bad_rows="quarantine")))

    assert "quarantine" not in caught.value.hint


def test_the_language_is_the_settings_then_the_headers(ask: Asking) -> None:
    opened = read(workspace(ask("orders.csv")))

    assert opened.lang is Lang.EN
    assert lang_of(workspace(ask("orders.csv", lang="zh")).configured, opened.loaded) is Lang.ZH


def test_the_companys_metrics_follow_the_catalog(folder: Path, ask: Asking) -> None:
    (folder / "salesperf.toml").write_text(
        '[metrics.custom.mine]\nlabel = "Mine"\nexpression = "net_revenue - returned_amount"\n', encoding="utf-8"
    )

    assert metrics_of(configured((), ask().surroundings)).keys[-1] == "mine"
