"""Visits and calls without a column of kinds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.recognition.one_kind import one_kind

Write = Callable[..., Path]
Load = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("header", "names", "kind"),
    [
        (["日期", "业务员", "客户名称", "拜访内容"], (), "visit"),
        (["Call time", "Rep", "Customer"], (), "call"),
        (["日期", "业务员", "客户名称"], ("visit",), "visit"),
        (["日期", "业务员", "客户名称", "拜访内容", "通话记录"], ("visit",), None),
        (["日期", "业务员", "客户名称"], ("visit", "call"), None),
        (["日期", "业务员", "拜访目的"], ("visit", "planned"), None),
        (["日期", "业务员", "拜访结果"], ("visit", "planned"), "visit"),
        (["日期", "业务员", "联系电话", "下次拜访日期", "拜访次数"], (), None),
    ],
)
def test_headers_tell_the_kind_before_names_do(header: list[str], names: tuple[str, ...], kind: str | None) -> None:
    found = one_kind(header, names)

    assert (found.kind.en if found else None) == kind


def test_a_log_of_visits_is_read_as_visits_and_told(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "日期,业务员,客户名称,内容\n2026-03-02,张伟,甲,送样\n2026-03-03,张伟,乙,收款\n", name="拜访记录.csv"
    )

    bundle = load_files(path).bundle

    assert bundle.tables["activities"].frame["kind"].to_list() == ["visit", "visit"]
    assert any("each row is a visit" in note.en for note in bundle.notes)


def test_a_list_of_customers_with_the_next_visit_stays_one(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "客户名称,业务员,行业,下次拜访日期\n甲,张伟,建材,2026-03-02\n乙,李娜,化工,2026-03-03\n", name="客户.csv"
    )

    assert set(load_files(path).bundle.tables) == {"customers"}


def test_days_on_which_visits_are_planned_are_none_on_which_they_were_made(write_text: Write, load_files: Load) -> None:
    plan = write_text("计划日期,业务员,客户名称,拜访方式\n2026-03-02,张伟,甲,上门拜访\n", name="拜访.csv")
    done = write_text("计划日期,业务员,客户名称,拜访方式,是否完成\n2026-03-02,张伟,甲,上门拜访,是\n", name="完成.csv")

    assert "activities" not in load_files(plan).bundle.tables
    assert load_files(done).bundle.tables["activities"].frame.height == 1
