"""Families of Chinese words: what holds for one word of a family holds for all of it."""

from __future__ import annotations

import pytest

from salesperf.tables.chinese_words import BACK
from salesperf.tables.doubt_words import Doubt, Flag, doubts, flag_of
from salesperf.tables.line_words import LineKind, is_partly_back, kind_of_word, telling_types


@pytest.mark.parametrize("back", BACK)
def test_every_word_for_goods_that_came_back_is_known_wherever_one_is(back: str) -> None:
    for word in (back, f"已{back}", f"{back}单", f"{back}入库", f"{back}入库单", f"销售{back}单", f"客户{back}"):
        assert kind_of_word(word) is LineKind.RETURNED
        assert telling_types(["销售", word]) == {word: LineKind.RETURNED}
        assert doubts(["正常", word], "处理结果") == {word: Doubt.SURE}
    assert is_partly_back(f"部分{back}")
    assert doubts([f"货已{back}", f"不可{back}"], "备注") == {f"货已{back}": Doubt.PERHAPS}
    assert flag_of(f"{back}标志") == Flag("was_returned", answer=True)


@pytest.mark.parametrize("word", ["退厂", "退厂单", "客退", "客退入库单"])
def test_what_came_back_to_the_factory_is_returned(word: str) -> None:
    assert kind_of_word(word) is LineKind.RETURNED


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("审核通过", LineKind.SOLD),
        ("审批", LineKind.SOLD),
        ("已审批", LineKind.SOLD),
        ("审核拒绝", LineKind.CANCELLED),
        ("审批不通过", LineKind.CANCELLED),
        ("审批退回", LineKind.CANCELLED),
        ("驳回", LineKind.CANCELLED),
        ("创建", LineKind.OPEN),
        ("重新审核", LineKind.OPEN),
        ("审批中", LineKind.OPEN),
        ("退费申请", None),
    ],
)
def test_words_of_approval_say_whether_a_document_counts(word: str, kind: LineKind | None) -> None:
    assert kind_of_word(word) is kind
