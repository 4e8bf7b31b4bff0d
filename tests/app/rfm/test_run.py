from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from rfm_ground import FIVE
from salesperf.app.layers import Surroundings
from salesperf.app.rfm.run import RfmAsk, rfm
from salesperf.app.workspace import Ask
from salesperf.core.errors import ConfigError, OutputError, UsageError
from salesperf.report.model import Report

Asking = Callable[..., Ask]


@pytest.fixture
def five(tmp_path: Path) -> Asking:
    (tmp_path / "five.csv").write_text(FIVE, encoding="utf-8")

    def asking(**said: object) -> Ask:
        flags = {("rfm", key): value for key, value in said.items()}
        return Ask((str(tmp_path / "five.csv"),), Surroundings(tmp_path, {}), flags=flags)

    return asking


def column(report: Report, key: str) -> dict[str, object]:
    keys = [one.key for one in report.records.columns]
    return {str(row[0]): row[keys.index(key)] for row in report.records.rows}


def test_nothing_needs_to_be_configured(five: Asking) -> None:
    answer = rfm(five(), RfmAsk())

    assert column(answer.report, "segment") == {
        "Ann": "champions",
        "Bob": "potential_loyalist",
        "Cas": "about_to_sleep",
        "Dora": "hibernating",
        "Eve": "cant_lose",
    }
    request = answer.report.meta.manifest["request"]
    assert (request["preset"], request["map"], request["bins"]) == ("quintile", "rf10", {"r": 5, "f": 5, "m": 5})  # type: ignore[index]


def test_settings_of_the_project_hold(five: Asking, tmp_path: Path) -> None:
    (tmp_path / "salesperf.toml").write_text('[rfm]\npreset = "quartile"\n', encoding="utf-8")

    assert column(rfm(five(), RfmAsk()).report, "code")["Ann"] == "122"
    assert column(rfm(five(preset="quintile"), RfmAsk()).report, "code")["Ann"] == "544"


def test_a_map_of_the_project_lies_beside_its_settings(five: Asking, tmp_path: Path) -> None:
    own = 'name = "own"\ntitle = "Own"\nbins = 5\nbest = "high"\n[[segment]]\nkey = "all"\ntitle = "All"\n'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    (tmp_path / "salesperf.toml").write_text('[rfm]\nmap = "own.toml"\n', encoding="utf-8")
    elsewhere = replace(five(), surroundings=Surroundings(tmp_path.parent, {}))

    assert set(column(rfm(elsewhere, RfmAsk()).report, "segment").values()) == {"all"}
    # What is typed is looked for where one stands.
    with pytest.raises(ConfigError, match="cannot be read"):
        rfm(replace(elsewhere, flags={("rfm", "map"): "own.toml"}), RfmAsk())


def test_thresholds_are_of_a_year_where_no_window_is_set(five: Asking) -> None:
    found = rfm(five(preset="thresholds"), RfmAsk()).report

    assert "window" in {note.key for note in found.notes}
    assert found.meta.manifest["request"]["window"] == 365  # type: ignore[index]


def test_kept_cutoffs_score_again_as_they_did(five: Asking, tmp_path: Path) -> None:
    kept = tmp_path / "kept.toml"
    first = rfm(five(), RfmAsk(save_cutoffs=kept)).report

    again = rfm(five(), RfmAsk(cutoffs=kept)).report

    assert column(first, "code") == column(again, "code")
    assert "frozen" in {note.key for note in again.notes}
    with pytest.raises(OutputError, match="exists"):
        rfm(five(), RfmAsk(save_cutoffs=kept))


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"preset": "r-rfm"}, "preset r?quintile"),
        ({"frequency": "days"}, "frequency orders"),
        ({"monetary": "mean"}, "monetary sum"),
        ({"returns": "ignored"}, "returns netted"),
        ({"window": 30}, "window None"),
    ],
)
def test_cutoffs_of_another_question_are_refused(
    five: Asking, tmp_path: Path, said: dict[str, object], what: str
) -> None:
    kept = tmp_path / "kept.toml"
    rfm(five(), RfmAsk(save_cutoffs=kept))
    with pytest.raises(ConfigError, match=what) as fault:
        rfm(five(**said), RfmAsk(cutoffs=kept))
    assert [one.code for one in fault.value.issues] == ["C609"]


def test_presets_without_cutoffs_have_none_to_save(five: Asking, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ntile has no cut-offs to save"):
        rfm(five(preset="ntile"), RfmAsk(save_cutoffs=tmp_path / "kept.toml"))


def test_one_customer_is_explained_down_to_the_rows(five: Asking) -> None:
    report = rfm(five(), RfmAsk(explain="bob")).report

    assert report.schema == "salesperf.rfm-explain/1"
    [lines] = [block for block in report.blocks if block.key == "lines"]
    assert [tuple(cell.value for cell in row.cells)[1:] for row in lines.rows] == [  # type: ignore[union-attr]
        ("4", 50, "five.csv", None, 5),
        ("5", 50, "five.csv", None, 6),
    ]


def test_moves_lists_and_conventions_are_told(five: Asking) -> None:
    moves = rfm(five(), RfmAsk(moved_since=date(2026, 2, 15))).report
    assert column(moves, "was")["Cas"] is None
    assert {"matrix", "flows", "movers"} <= {block.key for block in moves.blocks}

    assert rfm(five(), RfmAsk(calls=True)).report.schema == "salesperf.rfm-calls/1"
    assert rfm(five(), RfmAsk(compares=True)).report.schema == "salesperf.rfm-compare/1"
    split = rfm(five(), RfmAsk(by=("region", "rep"))).report
    assert {"by_region", "by_rep"} <= {block.key for block in split.blocks}


def test_cutoffs_saved_of_two_days_are_those_of_the_earlier(five: Asking, tmp_path: Path) -> None:
    rfm(five(), RfmAsk(moved_since=date(2026, 2, 15), save_cutoffs=tmp_path / "kept.toml"))

    assert "as_of = 2026-02-15" in (tmp_path / "kept.toml").read_text(encoding="utf-8")
