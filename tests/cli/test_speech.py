from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.cli.speech import language
from salesperf.core.text import Lang

CHINESE = '[workspace]\nlang = "zh"\n'


@pytest.mark.usefixtures("here")
def test_nothing_said_is_english() -> None:
    assert language(("kpi", "orders.csv")) is Lang.EN


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("words", [("kpi", "--lang", "zh"), ("kpi", "--lang=zh", "--foo"), ("--lang", "zh", "kpo")])
def test_the_language_typed_counts_whatever_else_is_wrong(words: tuple[str, ...]) -> None:
    assert language(words) is Lang.ZH


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("words", [("kpi", "--lang"), ("kpi", "--lang", "fr"), ()])
def test_a_language_that_is_none_is_english(words: tuple[str, ...]) -> None:
    assert language(words) is Lang.EN


@pytest.mark.usefixtures("here")
def test_what_is_typed_outweighs_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESPERF_LANG", "zh")

    assert language(("kpi",)) is Lang.ZH
    assert language(("kpi", "--lang", "en")) is Lang.EN


def test_the_project_file_decides_where_nothing_is_typed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "salesperf.toml").write_text(CHINESE, encoding="utf-8")

    assert language(("kpi", "nosuch.csv")) is Lang.ZH
    monkeypatch.setenv("SALESPERF_LANG", "en")
    assert language(("kpi", "nosuch.csv")) is Lang.EN


def test_the_file_named_by_config_decides(here: Path) -> None:
    (here / "other.toml").write_text(CHINESE, encoding="utf-8")

    assert language(("kpi", "--config", "other.toml")) is Lang.ZH
    assert language(("kpi", "--config", "absent.toml")) is Lang.EN


def test_the_users_own_file_comes_last(here: Path) -> None:
    own = here.parent / "config" / "salesperf"
    own.mkdir(parents=True)
    (own / "config.toml").write_text(CHINESE, encoding="utf-8")

    assert language(("kpi",)) is Lang.ZH
    (here / "salesperf.toml").write_text('[workspace]\nlang = "en"\n', encoding="utf-8")
    assert language(("kpi",)) is Lang.EN


@pytest.mark.parametrize("content", ["lang = [", "workspace = 3", '[workspace]\nlang = ["zh"]', "\ufeff", "[other]"])
def test_a_faulty_project_file_does_not_get_in_the_way(here: Path, content: str) -> None:
    (here / "salesperf.toml").write_text(content, encoding="utf-8")

    assert language(("kpi",)) is Lang.EN
