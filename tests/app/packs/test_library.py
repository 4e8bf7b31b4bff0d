"""Every pack there is: the project's own and the built-in ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from salesperf.app.layers import Surroundings, configured
from salesperf.app.packs.kinds import KINDS
from salesperf.app.packs.library import pack_named, packs_of
from salesperf.app.settings import Configured
from salesperf.core.errors import ConfigError, UsageError
from salesperf.metrics.catalog import CATALOG

BOARD = 'title = "Board"\n[[sections]]\nkind = "trend"\n'


def _found(folder: Path, toml: str = "") -> Configured:
    (folder / "salesperf.toml").write_text(toml, encoding="utf-8")
    return configured((str(folder),), Surroundings(folder, {}))


def test_built_in_packs_name_kinds_metrics_and_dimensions_that_there_are(tmp_path: Path) -> None:
    found = _found(tmp_path)

    for pack in packs_of(found):
        assert pack_named(pack.key, found, CATALOG) == pack
        assert {plan.kind for plan in pack.plan.sections} <= set(KINDS.keys)
    assert {"executive", "monthly", "team"} <= {pack.key for pack in packs_of(found)}


def test_ones_own_pack_goes_before_a_built_in_one(tmp_path: Path) -> None:
    found = _found(tmp_path, '[packs.executive]\ntitle = "Ours"\nsections = [{ kind = "trend" }]\n')

    assert pack_named("executive", found, CATALOG).plan.title == "Ours"


def test_a_pack_may_be_a_file_beside_the_project_file(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "board.toml").write_text(BOARD, encoding="utf-8")

    assert pack_named("board", _found(tmp_path), CATALOG).origin.en == "packs/board.toml"


def test_a_pack_declared_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "board.toml").write_text(BOARD, encoding="utf-8")
    found = _found(tmp_path, '[packs.board]\ntitle = "Board"\nsections = [{ kind = "trend" }]\n')

    with pytest.raises(ConfigError) as fault:
        packs_of(found)
    assert "declared twice" in fault.value.issues[0].message


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    wrong = 'titel = "Board"\n[[sections]]\nkind = "trend"\nmonths = 0\n'
    (tmp_path / "packs" / "board.toml").write_text(wrong, encoding="utf-8")

    with pytest.raises(ConfigError) as fault:
        packs_of(_found(tmp_path))
    told = [issue.message.partition(":")[0] for issue in fault.value.issues]
    assert told == ["title is missing", "sections[1].trend.months", "titel is not a setting"]
    assert {issue.where.file for issue in fault.value.issues} == {"packs/board.toml"}
    assert "did you mean 'title' or 'title_zh'?" in {issue.hint for issue in fault.value.issues}


def test_metrics_and_dimensions_that_there_are_not_are_answered_with_the_nearest(tmp_path: Path) -> None:
    toml = (
        '[packs.board]\ntitle = "Board"\nsections = [{ kind = "breakdown", by = "regon", metrics = ["net_revenu"] }]\n'
    )

    with pytest.raises(ConfigError) as fault:
        pack_named("board", _found(tmp_path, toml), CATALOG)
    assert {issue.value for issue in fault.value.issues} == {"regon", "net_revenu"}
    assert {issue.hint for issue in fault.value.issues} >= {"did you mean 'region'?"}


def test_an_unknown_pack_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as fault:
        pack_named("executiv", _found(tmp_path), CATALOG)
    assert fault.value.hint == "did you mean 'executive'?"


def test_without_a_project_file_it_is_told_that_no_folder_of_packs_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as fault:
        pack_named("board", replace(_found(tmp_path), project_file=None), CATALOG)
    assert str(fault.value.hint).endswith("; packs/ is read beside a salesperf.toml, and none is here")


def test_an_unknown_kind_and_a_key_of_another_kind_are_answered_with_the_nearest(tmp_path: Path) -> None:
    sections = '[{ kind = "trnd" }, { kind = "breakdown", metricz = ["orders"] }]'

    with pytest.raises(ConfigError) as fault:
        _found(tmp_path, f'[packs.board]\ntitle = "Board"\nsections = {sections}\n')
    assert {(issue.message, issue.hint) for issue in fault.value.issues} == {
        ("packs.board.sections[1].kind cannot be 'trnd'", "did you mean 'trend'?"),
        ("packs.board.sections[2].breakdown.metricz is not a setting", "did you mean 'metrics'?"),
    }


def test_faults_of_shape_and_wrong_names_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    section = '[[sections]]\nkind = "breakdown"\nby = "regon"\nmetrics = ["net_revenu", "orders"]\n'
    wrong = f'titel = "Board"\n{section}[[sections]]\n'
    (tmp_path / "packs" / "board.toml").write_text(wrong, encoding="utf-8")

    with pytest.raises(ConfigError) as fault:
        packs_of(_found(tmp_path))
    assert [(issue.message, issue.hint) for issue in fault.value.issues] == [
        ("title is missing", ""),
        ("sections[2].kind is missing", ""),
        ("titel is not a setting", "did you mean 'title' or 'title_zh'?"),
        (
            "sections[1] (breakdown): unknown metric 'net_revenu'",
            "did you mean 'net_revenue' or 'gross_revenue' or 'repeat_revenue_share'?",
        ),
        ("sections[1] (breakdown): unknown dimension 'regon'", "did you mean 'region'?"),
    ]


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('title = "B"\n[sections]\nkind = "trend"\n', "sections must be a list of [[sections]]"),
        ('title = "B"\nsections = ["trend"]\n', "sections[1] must be a table of settings, and is 'trend'"),
        (
            'title = "B"\n[[sections]]\nkind = "headline"\nmetrics = "orders"\n',
            "sections[1].headline.metrics must be a list, and is 'orders'",
        ),
    ],
)
def test_what_has_another_shape_is_told_in_words(tmp_path: Path, toml: str, words: str) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "board.toml").write_text(toml, encoding="utf-8")

    with pytest.raises(ConfigError, match="'board'") as fault:
        packs_of(_found(tmp_path))
    assert [(issue.message, issue.where.file) for issue in fault.value.issues] == [(words, "packs/board.toml")]
