"""Documents that were sent back by whoever approves them, beside goods that came back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded


@pytest.mark.parametrize(
    ("header", "words", "status"),
    [
        ("审核状态", ("已审核", "退回"), ["已审核", "审批退回"]),
        ("状态", ("已审核", "退回", "待审核"), ["已审核", "审批退回", "待审核"]),
        ("订单状态", ("已发货", "退回"), ["已发货", "退回"]),
    ],
)
def test_a_document_sent_back_is_not_approved(
    header: str,
    words: Sequence[str],
    status: Sequence[str],
    write_text: Callable[..., Path],
    load_files: Callable[..., Loaded],
) -> None:
    rows = "".join(f"2025-03-0{at + 1},A{at},甲,{(at + 1) * 100},{word}\n" for at, word in enumerate(words))

    loaded = load_files(write_text(f"日期,单号,客户,金额,{header}\n{rows}"))

    assert loaded.bundle.tables["orders"].frame["status"].to_list() == status
    told = [note.zh for note in loaded.bundle.notes if "审批未通过" in note.zh]
    assert len(told) == ("审批退回" in status)
    assert all("（合计 200.00）" in note for note in told)
