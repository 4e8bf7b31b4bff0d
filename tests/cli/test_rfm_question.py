from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings
from salesperf.app.rfm.run import RfmAsk
from salesperf.app.workspace import Ask
from salesperf.cli.rfm_options import Looking, Scoring
from salesperf.cli.rfm_question import rfm_ask, with_scoring
from salesperf.core.errors import UsageError


def test_words_become_days_and_lists() -> None:
    looking = Looking(by=["region,rep", "team"], explain="Ann", moved_since="2026-01-31", call_list=True)
    scoring = Scoring(cutoffs=Path("old.toml"), save_cutoffs=Path("new.toml"))

    found = rfm_ask(scoring, looking, as_of="2026-02-28", where=["region=East"], overwrite=True, lists=True)

    assert found == RfmAsk(
        as_of=date(2026, 2, 28),
        where=("region=East",),
        cutoffs=Path("old.toml"),
        save_cutoffs=Path("new.toml"),
        overwrite=True,
        explain="Ann",
        moved_since=date(2026, 1, 31),
        calls=True,
        by=("region", "rep", "team"),
        lists=True,
    )
    with pytest.raises(UsageError, match="--moved-since"):
        rfm_ask(Scoring(), Looking(moved_since="soon"), as_of=None, where=None, overwrite=False, lists=False)


def test_what_is_typed_is_a_setting() -> None:
    told = Ask((), Surroundings(Path(), {}), flags={("workspace", "lang"): "en"})

    flags = with_scoring(told, Scoring(preset="ntile", bins=4)).flags

    assert (flags["workspace", "lang"], flags["rfm", "preset"], flags["rfm", "bins"]) == ("en", "ntile", 4)
    assert flags["rfm", "map"] is None
