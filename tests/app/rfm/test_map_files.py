from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.presets import PRESETS
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.app.rfm.map_files import SHIPPED, segment_map
from salesperf.core.errors import ConfigError, UsageError

OWN = 'name = "own"\ntitle = "Own"\nbins = 2\nbest = "high"\n'
RULE = '[[segment]]\nkey = "all"\ntitle = "All"\n'


def shipped(name: str) -> SegmentMap:
    return segment_map(name, folder=Path())[0]


def of(name: str, code: str) -> str:
    rule = shipped(name).rule_of(dict(zip(Axis, map(int, code), strict=True)))
    assert rule is not None
    return rule.key


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_maps_have_no_fault_and_say_what_to_do_in_both_languages(name: str) -> None:
    found, looked = segment_map(name, folder=Path())

    assert (found.name, looked.faults, looked.unreached) == (name, (), ())
    for one in found.segments.values():
        for what in ("title", "owner", "channel", "cadence", "action"):
            assert getattr(one, what), (one.label.en, what)
            assert getattr(one, f"{what}_zh"), (one.label.en, what)


@pytest.mark.parametrize("preset", [one for one in PRESETS if one.map is not None], ids=lambda one: one.key)
def test_every_preset_has_a_map_for_its_scores(preset: object) -> None:
    found = shipped(preset.map)  # type: ignore[attr-defined]

    assert found.best_is_high == preset.best_is_high  # type: ignore[attr-defined]


def test_ten_segments_cover_every_pair_of_recency_and_frequency_once() -> None:
    found, looked = segment_map("rf10", folder=Path())

    assert looked.shared == ()
    assert len(found.segments) == 10
    expected = {
        "champions": ("54", "55"),
        "loyal": ("34", "35", "44", "45"),
        "potential_loyalist": ("42", "43", "52", "53"),
        "new": ("51",),
        "promising": ("41",),
        "need_attention": ("33",),
        "about_to_sleep": ("31", "32"),
        "cant_lose": ("15", "25"),
        "at_risk": ("13", "14", "23", "24"),
        "hibernating": ("11", "12", "21", "22"),
    }
    assert {code: of("rf10", f"{code}3") for codes in expected.values() for code in codes} == {
        code: key for key, codes in expected.items() for code in codes
    }


def test_the_map_of_the_r_package_leaves_ten_codes_to_the_others() -> None:
    keys = shipped("r-rfm").keys_of_codes()

    # The vignette of the R package rfm leaves 10 of 125 codes without a segment.
    assert sum(key == "others" for key in keys.values()) == 10
    assert (keys["555"], keys["444"], keys["343"], keys["111"]) == (
        "champions",
        "potential_loyalist",
        "potential_loyalist",
        "lost",
    )


def test_eight_types_are_named_as_they_are_taught() -> None:
    found = shipped("cn8")
    titles = {code: found.segments[key].label.zh for code, key in found.keys_of_codes().items()}

    assert titles == {
        "222": "重要价值客户",
        "212": "重要发展客户",
        "122": "重要保持客户",
        "112": "重要挽留客户",
        "221": "一般价值客户",
        "211": "一般发展客户",
        "121": "一般保持客户",
        "111": "一般挽留客户",
    }


def test_business_tiers() -> None:
    assert [of("b2b4", f"1{code}") for code in ("33", "23", "32", "22", "31", "21", "11")] == [
        "core",
        "potential",
        "potential",
        "potential",
        "small",
        "small",
        "dormant",
    ]
    assert shipped("b2b4").never_bought is not None


def test_a_map_of_ones_own_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN + RULE, encoding="utf-8-sig")

    assert segment_map("own.toml", folder=tmp_path)[0].label.en == "Own"


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("name = ", "C601", "Invalid value"),
        (OWN + RULE + 'q = "1"\n', "C602", "segment[1].q is not a setting"),
        (OWN + RULE + 'r = "x"\n', "C603", "segment[1].r"),
        (OWN, "C603", "segment is missing"),
        (OWN + RULE + 'r = "1"\n', "C606", "no rule fits 211"),
        (OWN + RULE + 'r = "1-3"\n', "C607", "segment[1].r names the score 3"),
    ],
)
def test_every_fault_of_a_map_is_told(tmp_path: Path, text: str, code: str, told: str) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"own\.toml") as fault:
        segment_map("own.toml", folder=tmp_path)
    assert fault.value.issues[0].code == code
    assert told in fault.value.issues[0].message


def test_what_is_no_map_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no segment map 'rf11'") as fault:
        segment_map("rf11", folder=tmp_path)
    assert "rf10" in fault.value.hint
    with pytest.raises(ConfigError, match=r"absent\.toml cannot be read"):
        segment_map("absent.toml", folder=tmp_path)
