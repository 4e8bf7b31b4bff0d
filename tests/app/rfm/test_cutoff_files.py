from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.app.rfm.cutoff_files import kept_cutoffs
from salesperf.core.errors import ConfigError

AXIS = '[{axis}]\nedges = ["1", "2.5"]\npasses = "above"\n'
WHOLE = (
    'preset = "quintile"\nas_of = 2026-03-31\nbest = "high"\nfrequency_of = "orders"\nmonetary_of = "sum"\n'
    'returns = "netted"\n'
) + "".join(AXIS.format(axis=axis) for axis in ("recency", "frequency", "monetary"))


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "cut.toml").write_text(WHOLE, encoding="utf-8-sig")

    assert kept_cutoffs(tmp_path / "cut.toml").recency.as_edges.at == (1, 2.5)


@pytest.mark.parametrize(
    ("was", "now", "code", "told"),
    [
        ('preset = "quintile"', "preset = ", "C601", "Invalid value"),
        ('best = "high"', 'best = "most"', "C603", "best cannot be 'most'"),
        ('edges = ["1", "2.5"]', 'edges = ["2.5", "1"]', "C609", "the edges of recency are not from low to high"),
        ('edges = ["1", "2.5"]', 'edges = ["x"]', "C603", "recency.edges[1]"),
        ('returns = "netted"\n', "", "C603", "returns is missing"),
        ('returns = "netted"', 'returns = "netted"\nmore = 1', "C602", "more is not a setting"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, was: str, now: str, code: str, told: str) -> None:
    assert was in WHOLE
    (tmp_path / "cut.toml").write_text(WHOLE.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"cut\.toml") as fault:
        kept_cutoffs(tmp_path / "cut.toml")
    assert fault.value.issues[0].code == code
    assert told in fault.value.issues[0].message


def test_an_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.toml cannot be read"):
        kept_cutoffs(tmp_path / "absent.toml")
