from __future__ import annotations

from datetime import date
from pathlib import Path

from people_company import section, told, write_company
from salesperf.report.model import Report, sections_of
from section_words import rows, table


def of_rule(report: Report) -> list[tuple[object, ...]]:
    found = section(report, "decisions")
    return [row[:1] + row[2:4] for row in rows(found, "decisions")] if found.blocks else []


def test_the_rules_read_what_the_other_sections_found(tmp_path: Path) -> None:
    report = told(write_company(tmp_path), "meeting")

    # Ann sold on 3 and 4 March alone: the weeks that begin on the 9th, the 16th and the 23rd brought nothing.
    assert of_rule(report) == [
        ("Fir roofs", "number 1 of the open deals, and it stands still", "should have closed on Mar 30, 2026"),
        ("Alder doors", "number 2 of the open deals, and it stands still", "nothing happened for 58 days"),
        # 200 of 400 is missing.
        (
            "Ann Ashby, net revenue",
            "red, and below what was expected for 3 weeks in a row",
            "50.0% of what was expected",
        ),
        ("Birch", "past due for more than 30 days", "50 days past due"),
        ("Collect from Fir (Dan Dunley)", "not done by its due day", "20 days late"),
        ("Visit Cedar (Ann Ashby)", "not done by its due day", "10 days late"),
    ]


def test_every_decision_leads_to_a_section_of_the_report(tmp_path: Path) -> None:
    report = told(write_company(tmp_path), "meeting")

    linked = {row.section for row in table(section(report, "decisions"), "decisions").rows}
    assert linked == {"reds", "receivables", "stalled_deals", "open_actions"}
    assert linked <= {one.key for one in sections_of(report)}


def test_the_target_of_the_company_comes_first_where_it_is_out_of_reach(tmp_path: Path) -> None:
    write_company(tmp_path)
    targets = (tmp_path / "targets.csv").read_text(encoding="utf-8")
    (tmp_path / "targets.csv").write_text(targets.replace("Sample,2026-03,2000", "Sample,2026-03,9000"))
    weeks = "".join(f"{n},2025-{n % 9 + 3:02}-{n:02},C9,Ivory,R5,Eve Elwood,7\n" for n in range(13, 28))
    with (tmp_path / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write(weeks)

    report = told(tmp_path, "meeting", as_of=date(2026, 3, 20))

    assert of_rule(report)[0][0] == "company, net revenue"


def test_weeks_are_told_of_the_period_that_the_data_end_in_alone(tmp_path: Path) -> None:
    write_company(tmp_path)
    (tmp_path / "targets.csv").write_text("Level,Name,Month,Sales Target\nrep,Ann Ashby,2026-02,400\n")

    february = told(tmp_path, "meeting", period="2026-02")

    assert rows(section(february, "reds"), "reds", "who", "attainment")[-1] == ("Ann Ashby", 0.2)
    assert "red" not in {str(row[1])[:3] for row in of_rule(february)}


def test_of_deals_without_amounts_none_is_among_the_largest(tmp_path: Path) -> None:
    write_company(tmp_path)
    deals = (tmp_path / "deals.csv").read_text(encoding="utf-8")
    (tmp_path / "deals.csv").write_text(deals.replace(",700,", ",,").replace(",900,", ",,"), encoding="utf-8")

    about = [row[0] for row in of_rule(told(tmp_path, "meeting"))]

    assert "Birch" in about
    assert not {"Fir roofs", "Alder doors"} & set(about)


def test_a_team_decides_on_its_own(tmp_path: Path) -> None:
    report = told(write_company(tmp_path), "meeting", team="South")

    empty = section(report, "decisions").empty
    assert empty is not None
    assert empty.en == "no rule asks for a decision"


def test_in_a_pack_without_the_section_a_decision_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "salesperf.toml").write_text('[packs.d]\ntitle = "D"\n[[packs.d.sections]]\nkind = "decisions"\n')

    found = section(told(write_company(tmp_path), "d"), "decisions")

    assert {row.section for row in table(found, "decisions").rows} == {None}
    assert [row[-1] for row in rows(found, "decisions")] == [
        "Stalled deals",
        "Stalled deals",
        "Against target",
        "Receivables",
        "Open actions",
        "Open actions",
    ]
