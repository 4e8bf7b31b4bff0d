"""The commonest faults, told to somebody who reads Chinese: no line of them is an English sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf

HEADER = "订单编号,下单日期,客户名称,销售员,实付金额\n"
ROW = "A1,2026-01-05,甲公司,王芳,100.50\n"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"(?:[A-Za-z']{2,}[ ,;:]+){3,}[A-Za-z']{2,}")
"""Four words of Latin letters in a row; commands and options have dashes among theirs."""


def _english(told: str) -> list[str]:
    """What is told in English, or not in Chinese at all; the account of rows and the words of commands aside."""
    without_commands = re.sub(r"salesperf [a-z]+|--[a-z-]+ \w*", "…", told)
    return [line for line in without_commands.splitlines() if ENGLISH.search(line)]


@pytest.mark.parametrize(
    "words",
    [
        ("kpi", "没有.csv"),
        ("kpo",),
        ("kpi", "好.csv", "--metricss", "aov"),
        ("kpi", "好.csv", "--metrics", "net_revenu"),
        ("kpi", "好.csv", "--by", "reps"),
        ("kpi", "好.csv", "--period", "soon"),
        ("kpi", "好.csv", "--where", "region"),
        ("kpi", "好.csv", "--where", "rep=王方"),
        ("kpi", "好.csv", "--metrics", "gross_margin"),
        ("kpi", "好.csv", "--format", "docx"),
        ("kpi", "好.csv", "--grain", "decade"),
        ("kpi", "好.csv", "--limit", "none"),
        ("kpi", "日期坏.csv"),
        ("kpi", "金额坏.csv"),
        ("kpi", "缺金额.csv"),
        ("kpi", "无关.csv"),
        ("kpi", "空.csv"),
        ("kpi", "宽.csv"),
        ("kpi", "币种.csv"),
        ("kpi", "好.csv", "--config", "没有.toml"),
        ("kpi", "好.csv", "--config", "坏.toml"),
        ("kpi", "好.csv", "-o", "没有/结果.csv"),
        ("kpi",),
    ],
    ids=" ".join,
)
def test_a_common_fault_is_told_in_chinese(here: Path, salesperf: Salesperf, words: tuple[str, ...]) -> None:
    files = {
        "好.csv": HEADER + ROW,
        "日期坏.csv": HEADER + ROW + "A2,昨天下午,乙公司,王芳,20\n",
        "金额坏.csv": HEADER + ROW + "A2,2026-01-06,乙公司,王芳,二十块\n",
        "缺金额.csv": HEADER + ROW + "A2,2026-01-06,乙公司,王芳,\n",
        "无关.csv": "甲,乙,丙\n1,2,3\n4,5,6\n",
        "空.csv": "",
        "宽.csv": HEADER + ROW + "A2,2026-01-06,乙公司,王芳,20,30,40\n",
        "币种.csv": HEADER.replace("\n", ",币种\n") + "A1,2026-01-05,甲,王芳,1,CNY\nA2,2026-01-05,乙,王芳,1,USD\n",
        "坏.toml": '[workspace]\nlangg = "zh"\n[reading]\ndecimal = ";"\n',
    }
    for name, content in files.items():
        (here / name).write_text(content, encoding="utf-8")

    said = salesperf(*words, "--lang", "zh")

    assert said.code not in {0, 1, 70}
    assert CHINESE.search(said.err)
    assert _english(said.err) == []


@pytest.mark.parametrize("name", ["昨天.csv"])
def test_a_file_with_chinese_headers_is_told_of_in_chinese_unasked(here: Path, salesperf: Salesperf, name: str) -> None:
    (here / name).write_text(HEADER + ROW + "A2,昨天下午,乙公司,王芳,20\n", encoding="utf-8")

    said = salesperf("kpi", name)

    assert said.err.startswith("错误：文件中有 1 个错误\n")
    assert "昨天.csv，第 3 行，「下单日期」列：「昨天下午」不是日期" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("kpi", "orders.csv", "--limit", "0"), "错误：--limit：应不小于 1\n"),
        (("kpi", "orders.csv", "--total=3"), "错误：选项 --total 不带值\n"),
        (("kpi", "orders.csv", "--limit"), "错误：选项 --limit 需要一个值\n"),
        (("metrics", "show"), "错误：缺少参数 METRIC\n"),
    ],
)
def test_the_parsers_own_complaints_are_chinese(
    salesperf: Salesperf, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.setenv("SALESPERF_LANG", "zh")

    assert salesperf(*words).err.startswith(told)


def test_tidy_speaks_the_language_of_the_environment(salesperf: Salesperf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESPERF_LANG", "zh")

    assert "写出 5 行" in salesperf("tidy", "orders.csv").err


def test_a_check_for_other_programs_tells_its_findings_in_the_language_asked_for(
    here: Path, salesperf: Salesperf
) -> None:
    (here / "坏.csv").write_text(HEADER + ROW + "A2,昨天下午,乙公司,王芳,20\n", encoding="utf-8")

    assert "「昨天下午」不是日期" in salesperf("check", "坏.csv", "--format", "jsonl", "--lang", "zh").out
    assert "'昨天下午' is not a date" in salesperf("check", "坏.csv", "--format", "jsonl", "--lang", "en").out
