from __future__ import annotations

from decimal import Decimal

import pytest

from rfm_ground import map_of
from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.presets import PRESETS
from salesperf.analyses.rfm.question import bins_of, edges_of, preset_of, refuse_other_map
from salesperf.analyses.rfm.section import RfmSection
from salesperf.core.errors import ConfigError, UsageError


def edges(preset: str, **said: object) -> dict[Axis, tuple[float, ...]]:
    found = edges_of(RfmSection.model_validate(said), PRESETS.find(preset))
    return {axis: tuple(map(float, numbers)) for axis, numbers in found.items()}


def test_thresholds_have_edges_of_their_own_until_somebody_writes_some() -> None:
    assert edges("thresholds") == {
        Axis.RECENCY: (),
        Axis.FREQUENCY: (1, 3),
        Axis.MONETARY: (200_000, 500_000),
    }
    said = edges("thresholds", recency_edges=[30], monetary_edges=[Decimal("0.5"), 9])
    assert said == {Axis.RECENCY: (30,), Axis.FREQUENCY: (), Axis.MONETARY: (0.5, 9)}


def test_eight_types_take_one_edge_an_axis() -> None:
    assert edges("cn8") == {}
    assert edges("cn8", recency_edges=[30]) == {Axis.RECENCY: (30,)}
    with pytest.raises(UsageError, match="cn8 parts an axis in two, and frequency_edges has 2 edges"):
        edges("cn8", frequency_edges=[1, 2])


def test_quantiles_take_no_edges() -> None:
    assert edges("quintile", frequency_edges=[1, 2]) == {}


def test_bins_are_those_of_the_preset_of_the_edges_or_asked_for() -> None:
    def bins(preset: str, **said: object) -> list[int]:
        section = RfmSection.model_validate(said)
        found = PRESETS.find(preset)
        return list(bins_of(section, found, edges_of(section, found)).values())

    assert bins("quintile") == [5, 5, 5]
    assert bins("quartile", bins=3) == [3, 3, 3]
    assert bins("thresholds") == [1, 3, 3]
    for preset in ("thresholds", "cn8"):
        with pytest.raises(UsageError, match=f"{preset} has no bins to choose"):
            bins(preset, bins=3)


def test_a_map_for_other_scores_is_refused() -> None:
    five = dict.fromkeys(Axis, 5)
    refuse_other_map(map_of({"a": "1"}), PRESETS["quintile"], five)
    with pytest.raises(ConfigError) as fault:
        refuse_other_map(map_of({"a": "1"}, bins=4), PRESETS["quintile"], five)
    assert fault.value.issues[0].code == "C608"
    assert str(fault.value.text.en) == (
        "the map own is made for 4/4/4 scores of R, F and M, the best the highest and quintile gives 5/5/5 scores of "
        "R, F and M, the best the highest"
    )
    with pytest.raises(ConfigError):
        refuse_other_map(map_of({"a": "1"}, best="low"), PRESETS["quintile"], five)


def test_a_slip_of_a_preset_is_told() -> None:
    with pytest.raises(UsageError, match="quintle") as fault:
        preset_of("quintle")
    assert "quintile" in fault.value.hint
