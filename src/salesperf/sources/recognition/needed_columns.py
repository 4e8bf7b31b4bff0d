"""Which needed columns a table lacks: those that it neither has nor gives in other words."""

from __future__ import annotations

import re

from salesperf.core.late import late
from salesperf.sources.profile import PARTS
from salesperf.sources.recognition.columns import Matching
from salesperf.sources.recognition.one_kind import one_kind
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.titles.about import CSAT, NPS
from salesperf.sources.values.survey_answers import ANSWER, are_answers
from salesperf.tables.catalog import TABLES
from salesperf.tables.cost_words import speaks_of_spending
from salesperf.tables.header_words import header_words

_QUANTITY = late(
    r"qty|quant|units?\b|\bcount\b|number of|pieces|pcs|volume|数|量|件|面积|平米|吨|公斤|斤|小时|时长|天数"
    r"|\b(?:area|sq ?ft|weight|kgs?|tons?|hours?|nights?|days|lit(?:er|re)s?|boxes|cartons|cases|bottles|packs?)\b"
)
"""What a header may say that holds how many were sold."""
_OF_A_SALE = late(
    r"\b(?:transactions?|orders?|ordered|sales?|sold|purchased?)(?:date|time|\b)|下单|订单|成交|交易|销售|购买|消费"
)
"""What the header of days says where each row is a sale: a list of prices has days too, on which they began."""
_OF_BUYERS = frozenset({"customer_id", "customer_name", "product_id", "product_name"})
_OF_LEADS = re.compile(r"(?i)(?<![a-z])leads?(?![a-z])|线索")
_OF_CAMPAIGNS = re.compile(r"(?i)campaign|promo|event|活动|促销")
"""What the header of names says where they stand for campaigns."""


def missing_columns(table: str, found: Matching, sample: Sample, *, is_told: bool = False) -> tuple[str, ...]:
    """The needed columns that a matching neither has nor can derive."""
    return tuple(
        column
        for column in TABLES[table].needed
        if column not in found.found and not _is_derivable(table, column, found, sample, is_told=is_told)
    )


def _is_derivable(table: str, column: str, found: Matching, sample: Sample, *, is_told: bool) -> bool:
    has = found.found.keys()
    described = has & {"customer_id", "customer_name", "product_id", "product_name", "rep_id", "rep_name"}
    ways = {
        ("orders", "order_id"): is_told or bool(described) or found.is_strong("amount"),
        ("orders", "amount"): _has_amount(found, sample),
        ("deals", "deal_id"): "deal_name" in has or "amount" in has,
        ("deals", "stage"): found.is_strong("status") and (found.is_strong("deal_id") or found.is_strong("deal_name")),
        ("costs", "cost_date"): "period" in has,
        ("costs", "kind"): _is_advertising(found),
        ("campaigns", "campaign"): "name" in has and bool(_OF_CAMPAIGNS.search(found.found["name"].header)),
        ("invoices", "customer_id"): "customer_name" in has,
        ("leads", "lead_id"): found.is_strong("lead_name") or ("lead_name" in has and _are_of_leads(found)),
        ("surveys", "kind"): _has_scores(found, sample) or _are_of_survey(found, sample),
        ("surveys", "score"): _has_scores(found, sample),
        ("activities", "rep_id"): "rep_name" in has,
        ("activities", "kind"): one_kind(sample.header, sample.about) is not None,
        ("customers", "customer_id"): found.is_strong("customer_name"),
        ("products", "product_id"): found.is_strong("product_name"),
        ("people", "rep_id"): found.is_strong("rep_name") or set(PARTS) <= has,
    }
    return ways.get((table, column), False)


def _are_of_leads(found: Matching) -> bool:
    """Whether some header says that the rows are leads: names alone are of anyone."""
    return any(_OF_LEADS.search(mapped.header) for mapped in found.found.values())


def _has_scores(found: Matching, sample: Sample) -> bool:
    """Whether a survey has a column of scores for one question, or of answers in words."""
    answer = found.found.get(ANSWER)
    has_words = answer is not None and are_answers(sample.rows[answer.header])
    return has_words or bool({"csat_score", "nps_score"} & found.found.keys())


def _are_of_survey(found: Matching, sample: Sample) -> bool:
    """Whether scores without a kind are of a survey: of buyers on a day of answers, or a name says so."""
    if "score" not in found.found:
        return False
    of_buyers = not _OF_BUYERS.isdisjoint(found.found)
    return bool(sample.about & {CSAT, NPS}) or (of_buyers and found.is_strong("survey_date"))


def _is_advertising(found: Matching) -> bool:
    """Whether rows of costs without a kind are of advertising: money spent, by channel or campaign."""
    amount = found.found.get("amount")
    return (
        amount is not None and bool(found.found.keys() & {"channel", "campaign"}) and speaks_of_spending(amount.header)
    )


def _has_amount(found: Matching, sample: Sample) -> bool:
    """Whether a line's amount is there in other words; a price alone counts where nothing may be a quantity."""
    has = found.found.keys()
    if {"quantity", "unit_price"} <= has or {"list_amount", "discount"} <= has or "total_amount" in has:
        return True
    says_whose = any(found.is_strong(column) for column in ("order_id", "customer_id", "customer_name"))
    if "quantity" in has or not found.is_strong("unit_price") or not (says_whose or _are_sales(found)):
        return False
    used = {mapped.header for mapped in found.found.values()}
    return not any(_QUANTITY.search(header_words(header)) for header in sample.header if header not in used)


def _are_sales(found: Matching) -> bool:
    """Whether the days of rows are said to be those of sales."""
    day = found.found.get("order_date")
    return day is not None and _OF_A_SALE.search(header_words(day.header)) is not None
