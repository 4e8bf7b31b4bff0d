from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from salesperf.analyses.abc.values import Asked, Bring
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.cli.abc_options import Classing
from salesperf.cli.abc_question import abc_asked, with_own
from salesperf.core.errors import UsageError


def test_words_become_a_question() -> None:
    typed = Classing(of="product", measure="margin", period="2026", by=["rep,region"])

    assert abc_asked(typed, as_of="2026-05-01", where=["region=East"]) == Asked(
        of="product",
        measure=Bring.MARGIN,
        period="2026",
        as_of=date(2026, 5, 1),
        where=("region=East",),
        by=("rep", "region"),
    )
    with pytest.raises(UsageError, match="prodct"):
        abc_asked(Classing(of="prodct"), as_of=None, where=None)


def test_what_is_typed_is_a_setting() -> None:
    told = Ask((), Surroundings(Path(), {}), flags={("workspace", "lang"): "en"})

    assert with_own(told, Classing(own="not")).flags == {("workspace", "lang"): "en", ("abc", "own"): "not"}
