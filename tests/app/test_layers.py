from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings, configured, environment_variables
from salesperf.app.settings import Configured, KeyPath
from salesperf.core.errors import ConfigError, Issue, UsageError
from salesperf.core.text import Lang


def _configured(
    cwd: Path,
    *inputs: str,
    env: Mapping[str, str] | None = None,
    user_file: Path | None = None,
    config: Path | None = None,
    flags: Mapping[KeyPath, object] | None = None,
) -> Configured:
    return configured(inputs, Surroundings(cwd, env or {}, user_file), config=config, flags=flags)


def _faults(cwd: Path, toml: str, env: Mapping[str, str] | None = None) -> tuple[Issue, ...]:
    (cwd / "salesperf.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        _configured(cwd, env=env)
    return caught.value.issues


def test_without_any_file_everything_is_a_default(tmp_path: Path) -> None:
    found = _configured(tmp_path)

    assert found.project_file is None
    assert found.origins == {}
    assert found.settings.workspace.on_bad_rows == "fail"


def test_a_later_layer_wins_key_by_key_and_says_so(tmp_path: Path) -> None:
    user = tmp_path / "config.toml"
    user.write_text('[workspace]\nname = "User"\nlang = "en"\ncurrency = "EUR"\ntimezone = "UTC"\n', encoding="utf-8")
    (tmp_path / "salesperf.toml").write_text(
        '[workspace]\nlang = "zh"\ncurrency = "CNY"\ntimezone = "Asia/Shanghai"\n', encoding="utf-8"
    )
    env = {"SALESPERF_CURRENCY": "USD", "SALESPERF_TIMEZONE": "Asia/Tokyo"}

    found = _configured(tmp_path, env=env, user_file=user, flags={("workspace", "timezone"): "Europe/Berlin"})

    section = found.settings.workspace
    assert (section.name, section.lang, section.currency, section.timezone) == ("User", Lang.ZH, "USD", "Europe/Berlin")
    assert found.origins == {
        ("workspace", "name"): "config.toml",
        ("workspace", "lang"): "salesperf.toml",
        ("workspace", "currency"): "SALESPERF_CURRENCY",
        ("workspace", "timezone"): "--timezone",
    }


def test_a_flag_that_was_not_given_decides_nothing(tmp_path: Path) -> None:
    found = _configured(tmp_path, flags={("workspace", "lang"): None})

    assert found.origins == {}


def test_all_faults_are_told_at_once_with_key_path_and_suggestion(tmp_path: Path) -> None:
    faults = _faults(
        tmp_path,
        '[workspace]\nlnag = "zh"\ncurrency = "yuan"\n[calender]\n[[table]]\nname = "orders"\nfiels = ["a.csv"]\n'
        "[calendar]\nfirst_month = 13\n",
    )

    told = {(fault.code, fault.message.split(" ")[0].rstrip(":")): fault for fault in faults}
    assert told["C602", "workspace.lnag"].hint == "did you mean 'lang'?"
    assert told["C603", "workspace.currency"].value == "yuan"
    assert told["C602", "calender"].hint == "did you mean 'calendar'?"
    assert told["C602", "table[1].fiels"].hint == "did you mean 'files' or 'file_is'?"
    assert ("C603", "table[1].files") in told
    assert ("C603", "calendar.first_month") in told
    assert all(fault.where.file == "salesperf.toml" for fault in faults)


def test_a_wrong_choice_is_answered_with_the_nearest_right_one(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, '[workspace]\non_bad_rows = "quarantaine"\n')

    assert fault.hint == "did you mean 'quarantine'?"


def test_a_wrong_flag_is_a_fault_of_usage_unless_a_file_is_wrong_too(tmp_path: Path) -> None:
    flags = {("workspace", "currency"): "yuan"}
    with pytest.raises(UsageError, match="--currency cannot be 'yuan'") as caught:
        _configured(tmp_path, flags=flags)
    assert "CNY" in caught.value.hint

    (tmp_path / "salesperf.toml").write_text("[workspace]\nlang = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError) as both:
        _configured(tmp_path, flags=flags)
    assert len(both.value.issues) == 2


def test_a_file_that_is_no_toml_names_the_line(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "[workspace\n")

    assert fault.code == "C601"
    assert "line 1" in fault.message


def test_settings_behind_a_heading_are_told_to_stand_below_it(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, '[[table]] name = "orders", files = ["a.csv"]\n')

    assert fault.code == "C601"
    assert "[[table]] stands on a line of its own" in str(fault.hint)


def test_a_variable_that_is_nearly_ours_is_a_fault_and_a_foreign_one_is_not(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "", env={"SALESPERF_LANGG": "zh", "SALESPERF_REAL_DATA": "/x", "SALESPERF_BENCH": "1"})

    assert fault.code == "C604"
    assert fault.hint == "did you mean SALESPERF_LANG?"


def test_every_scalar_setting_has_a_variable() -> None:
    known = environment_variables()

    assert known["SALESPERF_LANG"] == ("workspace", "lang")
    assert known["SALESPERF_DATE_ORDER"] == ("reading", "date_order")
    assert known["SALESPERF_CALENDAR_FIRST_MONTH"] == ("calendar", "first_month")
    assert "SALESPERF_KPI_SOLD" not in known


def test_the_project_file_beside_the_inputs_comes_before_the_one_above_us(tmp_path: Path) -> None:
    (tmp_path / "salesperf.toml").write_text('[workspace]\nname = "above"\n', encoding="utf-8")
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "salesperf.toml").write_text('[workspace]\nname = "beside"\n', encoding="utf-8")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)

    assert _configured(tmp_path, "exports").settings.workspace.name == "beside"
    assert _configured(tmp_path, "exports/orders.csv").settings.workspace.name == "beside"
    assert _configured(deep).settings.workspace.name == "above"
    assert _configured(tmp_path, "exports", config=Path("salesperf.toml")).settings.workspace.name == "above"


def test_inputs_of_two_projects_need_a_choice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "salesperf.toml").write_text("", encoding="utf-8")

    with pytest.raises(ConfigError, match="2 project files") as caught:
        _configured(tmp_path, "a", "b")

    assert "--config" in caught.value.hint


def test_a_named_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not exist"):
        _configured(tmp_path, config=Path("other.toml"))


def test_the_short_first_month_agrees_with_the_long_one_or_is_a_fault(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "[workspace]\nfiscal_year_start = 7\n[calendar]\nfirst_month = 4\n")
    assert "7" in fault.message
    assert "4" in fault.message

    (tmp_path / "salesperf.toml").write_text("[workspace]\nfiscal_year_start = 7\n", encoding="utf-8")
    assert _configured(tmp_path).settings.fiscal_calendar.first_month == 7


def test_the_digest_depends_on_what_is_set_and_not_on_where(tmp_path: Path) -> None:
    by_flag = _configured(tmp_path, flags={("workspace", "currency"): "CNY"})
    by_variable = _configured(tmp_path, env={"SALESPERF_CURRENCY": "CNY"})
    other = _configured(tmp_path, env={"SALESPERF_CURRENCY": "USD"})

    assert by_flag.sha256 == by_variable.sha256
    assert by_flag.sha256 != other.sha256


def test_money_in_the_file_is_not_read_as_float(tmp_path: Path) -> None:
    from salesperf.app.layers import _of_file  # noqa: PLC0415 -- the one place numbers enter

    file = tmp_path / "salesperf.toml"
    file.write_text("[x]\nrate = 0.10\n", encoding="utf-8")

    (entry,) = _of_file(file, [])

    assert entry.value == Decimal("0.10")
    assert isinstance(entry.value, Decimal)
