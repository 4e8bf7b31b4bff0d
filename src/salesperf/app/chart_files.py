"""The charts of a report as pictures beside it, for mail programs and slides that show no page."""

from __future__ import annotations

import json

from salesperf.core.text import printable
from salesperf.render.figures.png import png
from salesperf.report.chart import chart_of
from salesperf.report.model import Report, sections_of

SCHEMA = "salesperf.charts/1"
FOLDER = "charts"
INDEX = f"{FOLDER}/index.json"


def chart_files(report: Report) -> dict[str, bytes]:
    """A picture for every figure, numbered as they stand in the report, and an index of their titles.

    Words that no font of this machine draws are numbers in a picture; the index says which. No figure, no file.
    """
    files: dict[str, bytes] = {}
    listed: list[dict[str, object]] = []
    for section in sections_of(report):
        for block in section.blocks:
            for figure in block.figures:
                chart = chart_of(figure, block, lang=report.lang, currency=report.meta.currency)
                if chart is None:
                    continue
                drawn = png(chart)
                name = f"{len(listed) + 1:02d}-{section.key}.png"
                files[f"{FOLDER}/{name}"] = drawn.png
                title = printable(chart.title)
                listed.append({"file": name, "section": section.key, "title": title, "legend": dict(drawn.legend)})
    if listed:
        index = {"schema": SCHEMA, "charts": listed}
        files[INDEX] = (json.dumps(index, ensure_ascii=False, indent=2) + "\n").encode()
    return files
