from __future__ import annotations

from rfm_ground import HEAD, map_of, question, scored
from salesperf.analyses.rfm.pages import command_of, parameters_section, section_key, segment_sections
from salesperf.core.text import Lang
from salesperf.report.model import Cell, Section

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})


def rows(section: Section) -> list[tuple[object, ...]]:
    return [tuple(one.value for one in row.cells if isinstance(one, Cell)) for row in section.blocks[0].rows]


def test_every_segment_with_customers_has_its_list() -> None:
    best, good, others = segment_sections(scored(question(segments=MAP)), {"Ann": "Ann & Co"}, lang=Lang.EN)

    assert [one.key for one in (best, good, others)] == ["segment-best", "segment-good", "segment-others"]
    assert [row[:5] for row in rows(best)] == [("Ann & Co", 0, 3, 300, "544"), ("Bob", 10, 2, 100, "432")]
    assert [row[0] for row in rows(others)] == ["Eve", "Dora"]


def test_beyond_ten_customers_the_rest_stands_in_one_row_and_whole_in_workbooks() -> None:
    lines = HEAD + "".join(f"{at},2026-01-{at:02},C{at:02},R1,East,{at}\n" for at in range(1, 15))
    own = map_of({"all": "1-5"})

    [section] = segment_sections(scored(question(segments=own), lines), {}, lang=Lang.EN)

    block = section.blocks[0]
    assert [row[0] for row in rows(section)][:2] == ["C14", "C13"]
    assert rows(section)[-1][0] == "4 others"
    assert [row.cells[0].value for row in block.beyond] == ["C04", "C03", "C02", "C01"]  # type: ignore[union-attr]


def test_the_settings_repeat_the_run() -> None:
    found = scored(question(segments=MAP, window=100, where=("region=East,West",)))

    told = dict(rows(parameters_section(found, ("a b.csv",))))  # type: ignore[arg-type]

    assert (told["preset"], told["map"], told["bins"], told["as_of"]) == ("quintile", "own", "5/5/5", "2026-03-31")
    # Eve bought only before the hundred days: of four customers places 0.6, 1.2, 1.8 and 2.4 of 0, 10, 30, 60 days.
    assert told["recency edges (above)"] == "6, 14, 26, 42"
    assert told["command"] == (
        'salesperf rfm "a b.csv" --preset quintile --map own --frequency orders --monetary sum --returns netted '
        '--as-of 2026-03-31 --window 100 --where "region=East,West"'
    )


def test_a_preset_without_edges_has_none_to_tell() -> None:
    found = scored(question("ntile"))

    assert not any("edges" in str(name) for name, _ in rows(parameters_section(found, ())))
    assert command_of(found, ("x.csv",)).startswith("salesperf rfm x.csv --preset ntile --frequency")


def test_keys_of_sections_are_plain() -> None:
    assert section_key("cant_lose") == "segment-cant_lose"
    assert section_key("a b") == "segment-a-b"
