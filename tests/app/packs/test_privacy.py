"""What is written for one rep holds nothing of the others, in any format; their medians name nobody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl.xml.functions import fromstring

from demo_pages import pages_of_reps
from people_company import REPS, told, write_company
from salesperf.render.formats import draw
from salesperf.report.model import Report

FORMATS = ("json", "html", "xlsx", "table", "md", "csv")
_DRAWN = 2
"""Pages of a company that are drawn as well; their words are those of the JSON."""
NAMING = frozenset({"name", "displayName", "descr", "title", "display", "tooltip", "totalsRowLabel"})
REFERENCES = frozenset({"f", "sqref", "definedName"})
EXAMPLES = {"acme_en": "2026-06", "hengyuan_zh": "2025-11"}


def bytes_of(report: Report, form: str) -> bytes:
    content = draw(report, format=form)
    if form != "xlsx":
        return content
    return "\n".join(said_in(content)).encode()


def said_in(book: bytes) -> Iterator[str]:
    """What a workbook says: texts, names and the numbers of its charts; no places of cells, which look like ids."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        for part in archive.namelist():
            for element in fromstring(archive.read(part)).iter():
                yield from (said for key, said in element.attrib.items() if key in NAMING)
                tag = element.tag.rpartition("}")[2]
                is_number = tag == "v" and part.startswith("xl/worksheets/")
                if element.text and tag not in REFERENCES and not is_number:
                    yield element.text


def names_in(report: Report, names: set[str], form: str) -> set[str]:
    content = bytes_of(report, form).decode("utf-8", "replace")
    return {name for name in names if name in content}


@pytest.mark.parametrize("form", FORMATS)
def test_the_page_of_a_rep_names_no_other_rep(tmp_path: Path, form: str) -> None:
    report = told(write_company(tmp_path), "rep", rep="Ann Ashby")

    assert names_in(report, set(REPS.values()), form) <= {"Ann Ashby"}


def test_the_report_of_everybody_does_name_them(tmp_path: Path) -> None:
    report = told(write_company(tmp_path), "meeting")

    assert names_in(report, set(REPS.values()), "json") >= {"Ann Ashby", "Dan Dunley"}


@pytest.mark.parametrize("form", FORMATS)
def test_the_customers_deals_and_invoices_of_others_are_not_on_it(tmp_path: Path, form: str) -> None:
    report = told(write_company(tmp_path), "rep", rep="Ann Ashby")

    assert names_in(report, {"Dogwood", "Fir roofs", "Elm beams", "INV-3", "Collect from Fir"}, form) == set()


@pytest.mark.parametrize("company", sorted(EXAMPLES))
def test_no_page_of_the_demo_companies_names_another_rep(root: Path, company: str) -> None:
    found = pages_of_reps(root / "examples" / company, EXAMPLES[company])

    names = {one.whom.name for one in found}
    assert len(names) > 8
    for number, one in enumerate(found):
        for form in ("json", "html", "xlsx") if number < _DRAWN else ("json",):
            assert names_in(one.answer.report, names, form) <= {one.whom.name}, form
