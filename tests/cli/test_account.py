from __future__ import annotations

from msgspec.structs import replace

from salesperf.app.answer import Answer
from salesperf.cli.account import account_line, file_lines
from salesperf.core.codes import issue
from salesperf.core.text import Lang, Text
from salesperf.report.model import Records, Report
from salesperf.sources.loaded import Account

REPORT = Report("salesperf.kpi/1", Text("KPIs", "指标"), Lang.EN, (), Records((), ()))
CHINESE = replace(REPORT, lang=Lang.ZH)
ACCOUNT = Account("a.csv", None, "aa", "orders", rows=1_500, loaded=1_200, quarantined=100, superseded=150)
WHOLE = replace(ACCOUNT, dropped={"total": 20, "blank": 30}, repeated=7)
OTHER = Account("b.xlsx", "Sheet1", "bb", None, rows=9, loaded=0, note=Text("not recognised", "未能识别"))
WARNING, NOTE = issue("F503", "x"), issue("R102", "x")


def test_the_account_adds_up() -> None:
    assert account_line(Answer(REPORT, (WARNING, WARNING), (WHOLE, OTHER))) == (
        "read 1,500 rows of 1 file: 1,200 loaded, 100 quarantined, 150 taken from another file, "
        "50 no data (titles, totals, blanks), 7 of them repeated (counted and kept); "
        "2 findings (salesperf check has the list)"
    )


def test_what_did_not_happen_is_left_out() -> None:
    one = replace(ACCOUNT, rows=1, loaded=1, quarantined=0, superseded=0)

    assert account_line(Answer(REPORT, (), (one,))) == "read 1 row of 1 file: 1 loaded, 0 quarantined"


def test_notes_are_no_findings_and_are_counted_only_when_all_is_told() -> None:
    def end(*issues: object, verbose: bool) -> str:
        answer = Answer(REPORT, issues, (ACCOUNT,))  # type: ignore[arg-type]
        return account_line(answer, verbose=verbose).partition("; ")[2]

    assert end(NOTE, NOTE, verbose=False) == ""
    assert end(NOTE, NOTE, verbose=True) == "2 notes (salesperf check has the list)"
    assert end(WARNING, NOTE, verbose=False) == "1 finding (salesperf check has the list)"
    assert end(WARNING, NOTE, verbose=True) == "1 finding, 1 note (salesperf check has the list)"


def test_the_account_of_a_chinese_report_is_chinese() -> None:
    assert account_line(Answer(CHINESE, (WARNING, NOTE), (WHOLE, OTHER)), verbose=True) == (
        "读取 1 个文件，共 1,500 行：载入 1,200 行，隔离 100 行，150 行取自另一文件，"
        "非数据行 50 行（标题、合计、空行），其中重复 7 行（计入并保留）；1 个问题，1 条提示（详见 salesperf check）"
    )


def test_every_file_is_told_with_what_it_was_taken_for() -> None:
    assert list(file_lines(Answer(REPORT, (), (WHOLE, OTHER)))) == [
        "a.csv: 1,500 rows as orders",
        "b.xlsx [Sheet1]: left out: not recognised",
    ]
    assert list(file_lines(Answer(CHINESE, (), (WHOLE, OTHER)))) == [
        "a.csv：1,500 行，识别为订单明细（orders）",
        "b.xlsx [Sheet1]：已跳过：未能识别",
    ]


def test_the_account_in_both_languages_tells_each_in_whole() -> None:
    both = replace(REPORT, lang=Lang.BOTH)

    assert account_line(Answer(both, (WARNING,), (ACCOUNT,))).split(" / ") == [
        account_line(Answer(replace(REPORT, lang=lang), (WARNING,), (ACCOUNT,))) for lang in (Lang.ZH, Lang.EN)
    ]
