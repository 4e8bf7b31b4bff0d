"""`abc`: settings and files in, customers or products in classes out."""

from __future__ import annotations

from msgspec.structs import asdict

from salesperf.analyses.abc.crossed import crossed_block
from salesperf.analyses.abc.report import abc_report, classes_of
from salesperf.analyses.abc.values import Asked, brought
from salesperf.analyses.rfm.compute import scored_customers
from salesperf.analyses.rfm.customers import customers_of
from salesperf.app.answer import Answer, answer_of, with_reading
from salesperf.app.left_out import answering
from salesperf.app.rfm.run import RfmAsk, question_of
from salesperf.app.workspace import BESIDE, Ask, read, workspace
from salesperf.core.errors import UsageError
from salesperf.core.text import Text
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.needed import SIGNS
from salesperf.facts.sales import sales

CUSTOMER = "customer"
_CUSTOMERS_ONLY = Text("only customers have segments, not {of}", "只有客户有客群，{of}没有")
_LEAVE_OUT = Text("leave --rfm out, or class customers", "请去掉 --rfm，或对客户分类")


def abc(ask: Ask, asked: Asked, *, crosses: bool = False) -> Answer:
    """Class customers, products or another dimension by what they bring; `crosses` holds them against RFM segments."""
    if crosses and asked.of != CUSTOMER:
        raise UsageError(_CUSTOMERS_ONLY.fill(of=DIMENSIONS[asked.of].label), _LEAVE_OUT)
    space = workspace(ask)
    settings = space.configured.settings
    opened = read(space, signs=SIGNS, count_repeats=False, beside=BESIDE)
    with answering(opened):
        bundle = opened.loaded.bundle
        sold = sales(bundle, section=settings.kpi, as_of=asked.as_of)
        found = classes_of(brought(sold, bundle, asked, calendar=settings.fiscal_calendar), asked, settings.abc)
        crossed = None
        if crosses:
            question, _ = question_of(space, ask, RfmAsk(as_of=asked.as_of, where=asked.where))
            scored = scored_customers(customers_of(sold, bundle, question), bundle, question)
            crossed = crossed_block(found.frame, scored.frame, scored.segments, lang=opened.lang)
        report = abc_report(found, lang=opened.lang, crossed=crossed)
    return answer_of("abc", opened, with_reading(report, opened), request={**asdict(asked), "rfm": crosses})
