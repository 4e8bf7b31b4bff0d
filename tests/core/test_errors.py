from __future__ import annotations

import pytest

from salesperf.core.codes import issue
from salesperf.core.errors import (
    ANYWHERE,
    ConfigError,
    DataError,
    Exit,
    Issue,
    OutputError,
    SalesperfError,
    Severity,
    UsageError,
    Where,
    speaking,
)
from salesperf.core.text import Lang, Text


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("orders.csv, row 12, column 'amount'", Where("orders.csv", row=12, column="amount")),
        ("年报.xlsx, sheet '订单', row 3", Where("年报.xlsx", sheet="订单", row=3)),
        ("orders.csv", Where("orders.csv")),
        ("", ANYWHERE),
    ],
)
def test_a_place_reads_from_the_file_down(place: str, where: Where) -> None:
    assert str(where) == place


@pytest.mark.parametrize(
    ("kind", "code"),
    [(UsageError, 2), (ConfigError, 3), (DataError, 4), (OutputError, 5), (SalesperfError, 70)],
)
def test_every_kind_of_error_has_its_exit_code(kind: type[SalesperfError], code: int) -> None:
    error = kind("no such thing", "try another")

    assert error.exit_code == code
    assert (error.message, error.hint, str(error)) == ("no such thing", "try another", "no such thing")


def test_a_data_error_carries_every_issue() -> None:
    issues = (Issue("X1", Severity.ERROR, "first"), Issue("X2", Severity.ERROR, "second"))

    assert DataError("2 faults", issues=issues).issues == issues


def test_exit_codes_are_those_the_shell_expects() -> None:
    assert {code.name: code.value for code in Exit} == {
        "OK": 0,
        "FAIL_ON": 1,
        "USAGE": 2,
        "CONFIG": 3,
        "DATA": 4,
        "OUTPUT": 5,
        "DELIVERY": 6,
        "LOCKED": 7,
        "BUG": 70,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("orders.csv，第 12 行，「金额」列", Where("orders.csv", row=12, column="金额")),
        ("年报.xlsx，工作表「订单」，第 3 行", Where("年报.xlsx", sheet="订单", row=3)),
        ("", ANYWHERE),
    ],
)
def test_a_place_reads_in_chinese_too(place: str, where: Where) -> None:
    assert where.say(Lang.ZH) == place
    assert where.say(Lang.EN) == str(where)


def test_an_error_speaks_both_languages_and_its_words_stay_english() -> None:
    error = DataError(Text("no rows", "没有数据行"), Text("name a file", "请指定文件"))

    assert (error.message, error.hint, str(error)) == ("no rows", "name a file", "no rows")
    assert (error.text.say(Lang.ZH), error.hint_text.say(Lang.ZH)) == ("没有数据行", "请指定文件")


def test_an_issue_speaks_both_languages_and_is_the_same_as_its_english() -> None:
    fault = issue(
        "R104", Text("the file is empty", "文件为空"), Where("a.csv"), hint=Text("name another", "请换一个文件")
    )

    assert (fault.message, fault.hint) == ("the file is empty", "name another")
    assert (fault.told(Lang.ZH), fault.advice(Lang.ZH)) == ("文件为空", "请换一个文件")
    assert fault == issue("R104", "the file is empty", Where("a.csv"), hint="name another")


def test_an_issue_made_without_words_for_each_language_says_the_same_in_all() -> None:
    fault = Issue("X1", Severity.ERROR, "first", hint="second")

    assert (fault.told(Lang.ZH), fault.advice(Lang.ZH)) == ("first", "second")


def test_a_fault_knows_the_language_that_was_known_where_it_arose() -> None:
    with pytest.raises(UsageError) as caught, speaking(Lang.EN), speaking(Lang.ZH):
        raise UsageError("x")

    assert caught.value.lang is Lang.ZH
