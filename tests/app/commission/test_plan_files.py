from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.plan_files import read_plan
from salesperf.core.errors import ConfigError, Issue

HEAD = TERMS.format(start="2026-01-01", period="month")
FLAT = '[[component]]\nname = "ok"\nrule = "flat"\nrate = 0.015\n'


def faults(folder: Path, text: str) -> list[Issue]:
    file = folder / "plan.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as fault:
        read_plan(file)
    return list(fault.value.issues)


def test_numbers_are_decimals_as_they_were_written(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(f"{HEAD}{FLAT}", encoding="utf-8-sig")

    assert str(read_plan(tmp_path / "plan.toml").component[0].rate) == "0.015"  # type: ignore[union-attr]


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    [told] = faults(tmp_path, "[plan\n")

    assert (told.code, told.where.file) == ("C601", "plan.toml")
    with pytest.raises(ConfigError) as fault:
        read_plan(tmp_path / "absent.toml")
    assert [one.message for one in fault.value.issues] == ["there is no such file"]


@pytest.mark.parametrize(
    ("component", "code", "told"),
    [
        # The place is the one in the file, also where a rule has a kind and a mode.
        ('rule = "flat"\nrate = 1\nrat = 2', "C602", "component[2].rat is not a setting"),
        ('rule = "flatt"', "C603", "component[2].rule cannot be 'flatt'"),
        ('rule = "flat"', "C603", "component[2].rate is missing"),
        (
            'rule = "discount"\nof = "order"\ntie = "lower"\nper = "year"\ntiers = [{ rate = 1 }]',
            "C603",
            "component[2].per:",
        ),
        (
            'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 1, rate = 1, rat = 2 }, { rate = 1 }]',
            "C602",
            "component[2].tiers[1].rat is not a setting",
        ),
        # What is wrong is said in words, without the table that was written.
        (
            'rule = "rates"\nrows = [{ region = "East", rate = 1 }, { product = "A", rate = 2 }]',
            "C603",
            "component[2].rows: rows 1 and 2 name equally many keys and can both hold for one sale (product",
        ),
        ('rule = "spif"', "C603", "component[2]: say either `each`"),
        # A choice left open is told with what every answer pays.
        (
            'rule = "record_bonus"\nrate = 1\nsince = 2025-01-01',
            "C605",
            "component[2].base is missing: what is the bonus",
        ),
        ('rule = "margin"\ntiers = [{ rate = 1 }]', "C605", "component[2].tie is missing: which tier"),
        (
            'rule = "accelerator"\nrate = 1\ntiers = [{ factor = 1 }]',
            "C605",
            "component[2].mode is missing: how are tiers",
        ),
        (
            'rule = "tiered"\nmode = "whole"\ntiers = [{ rate = 1 }]',
            "C605",
            "component[2].tie is missing: which tier",
        ),
    ],
)
def test_a_fault_of_a_component_is_told_where_it_stands(tmp_path: Path, component: str, code: str, told: str) -> None:
    [found] = faults(tmp_path, f'{HEAD}{FLAT}[[component]]\nname = "x"\n{component}\n')

    assert found.code == code
    assert found.message.startswith(told)


@pytest.mark.parametrize(
    ("component", "hint"),
    [
        ('rule = "flat"\nrate = 1\nmeasur = "units"', "did you mean 'measure'?"),
        ('rule = "flatt"', "did you mean 'flat'?"),
        ('rule = "rates"\nrows = [{ regoin = "East", rate = 1 }]', "did you mean 'region'?"),
    ],
)
def test_a_slip_is_answered_with_the_word_that_was_meant(tmp_path: Path, component: str, hint: str) -> None:
    [found] = faults(tmp_path, f'{HEAD}[[component]]\nname = "x"\n{component}\n')

    assert found.hint == hint


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = HEAD.replace('clawback = "current_rate"\n', "") + '[[component]]\nname = "x"\nrule = "spif"\n'

    assert [one.code for one in faults(tmp_path, text)] == ["C605", "C603"]
