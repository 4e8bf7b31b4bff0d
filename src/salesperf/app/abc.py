"""`abc`: settings and files in, customers or products in classes out."""

from __future__ import annotations

from msgspec.structs import asdict

from salesperf.analyses.abc.report import abc_report, classes_of
from salesperf.analyses.abc.values import Asked, brought
from salesperf.app.answer import Answer, answer_of, with_reading
from salesperf.app.left_out import answering
from salesperf.app.workspace import BESIDE, Ask, read, workspace
from salesperf.facts.needed import SIGNS
from salesperf.facts.sales import sales


def abc(ask: Ask, asked: Asked) -> Answer:
    """Class customers, products or another dimension by what they bring."""
    space = workspace(ask)
    settings = space.configured.settings
    opened = read(space, signs=SIGNS, count_repeats=False, beside=BESIDE)
    with answering(opened):
        bundle = opened.loaded.bundle
        sold = sales(bundle, section=settings.kpi, as_of=asked.as_of)
        found = classes_of(brought(sold, bundle, asked, calendar=settings.fiscal_calendar), asked, settings.abc)
        report = abc_report(found, lang=opened.lang)
    return answer_of("abc", opened, with_reading(report, opened), request=asdict(asked))
