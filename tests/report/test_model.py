from __future__ import annotations

from salesperf.core.text import Lang, same
from salesperf.report.model import Column, Records, Report, Section, TableBlock, sections_of, tables_of


def _table(key: str) -> TableBlock:
    return TableBlock(key, same(key), (Column("rep", same("rep")),), ())


def test_sections_and_tables_come_in_reading_order() -> None:
    report = Report(
        schema="salesperf.report/1",
        title=same("Report"),
        lang=Lang.EN,
        blocks=(_table("own"),),
        records=Records((), ()),
        sections=(
            Section(
                "company",
                same("Company"),
                blocks=(_table("months"),),
                sections=(
                    Section("north", same("North"), sections=(Section("ann", same("Ann"), blocks=(_table("deals"),)),)),
                    Section("south", same("South"), blocks=(_table("reps"),)),
                ),
            ),
            Section("notes", same("Notes")),
        ),
    )

    sections = [section.key for section in sections_of(report)]
    tables = [table.key for table in tables_of(report)]

    assert sections == ["company", "north", "ann", "south", "notes"]
    assert tables == ["own", "months", "deals", "reps"]
