"""Which canonical table a table of a file is: weighed by the share of its headers that are understood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from salesperf.core.text import Text, same
from salesperf.sources.about import CSAT, NPS
from salesperf.sources.by_month import DATED, with_month
from salesperf.sources.columns import WEAK, Matching, matching
from salesperf.sources.invoice_amounts import TAXES
from salesperf.sources.loaded import Mapped
from salesperf.sources.months_only import hint_of_months
from salesperf.sources.named_money import is_of_money, named_aliases
from salesperf.sources.objections import LOOKUPS, objection_to
from salesperf.sources.one_kind import one_kind
from salesperf.sources.profile import LINE_FLAGS, LINE_TYPE, PARTS, REFUND_STATUS, Profile, TableAliases, fold_header
from salesperf.sources.sample import Sample
from salesperf.sources.survey_answers import ANSWER, are_answers
from salesperf.sources.survey_questions import question_aliases
from salesperf.tables.catalog import TABLES
from salesperf.tables.cost_words import speaks_of_spending
from salesperf.tables.schema import TableSchema

WHOLE, HEADER, LINES = "whole", "header", "lines"
HALVES: Mapping[str, tuple[str, ...]] = {HEADER: ("amount",), LINES: ("order_date",)}
"""What half an order table lacks."""
_OF_SALES = frozenset({"orders", "invoices", "deals"})
_GIVEN_BY = {"amount": ("total_amount", "quantity", "unit_price", "list_amount")}
"""What an amount is worked out from where there is none."""
_NO_EVIDENCE = {
    "orders": ("tax_rate", "was_valid", "was_confirmed", REFUND_STATUS),
    "invoices": (*LINE_FLAGS, LINE_TYPE, "status", "total_amount", *TAXES),
    "payments": ("status", "rep_id", "rep_name", "team"),
}
"""What is read of a table and says nothing for it: orders have such columns as well."""
_OF_INVOICES = re.compile(r"(?i)\binvoice[ _]?(?:status|state|type)|发票状态|开票状态|发票类型")
"""Headers of such columns that are found in lists of invoices alone."""
_EVEN = 1e-9
_NOTHING = same("")
_QUANTITY = re.compile(r"(?i)qty|quant|units?\b|count|number of|pieces|pcs|volume|数|量|件")
"""What a header may say that holds how many were sold."""
_OF_BUYERS = frozenset({"customer_id", "customer_name", "product_id", "product_name"})
_OF_LEADS = re.compile(r"(?i)(?<![a-z])leads?(?![a-z])|线索")
_OF_CAMPAIGNS = re.compile(r"(?i)campaign|promo|event|活动|促销")
"""What the header of names says where they stand for campaigns."""


class Candidate(Struct, frozen=True):
    """One table a file's table could be; `missing` are needed columns neither found nor derivable."""

    table: str
    profile: str
    found: Mapping[str, Mapped]
    score: float
    missing: tuple[str, ...]
    signature: int = 0
    """Headers of a named export that are all there."""
    role: str = WHOLE
    objection: Text = _NOTHING
    certain: int = 0
    """Needed columns found by headers that mean nothing else."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Columns whose header is there while the cells under it are of another kind."""

    @property
    def certainty(self) -> float:
        """The share of the needed columns found by such headers."""
        return self.certain / len(TABLES[self.table].needed)

    @property
    def is_possible(self) -> bool:
        """Whether the table could be read as this."""
        return not self.missing and not self.objection

    @property
    def is_unread(self) -> bool:
        """Whether it would be a table of sales, were the cells under headers it has what the headers say."""
        return (
            self.table in _OF_SALES
            and bool(self.missing)
            and not self.objection
            and all(map(self.unread_for, self.missing))
        )

    def unread_for(self, column: str) -> tuple[str, ...]:
        """The columns that would give a needed one: their headers are there, their cells are of another kind."""
        return tuple(one for one in (column, *_GIVEN_BY.get(column, ())) if one in self.unread)


class Verdict(Struct, frozen=True):
    """The best candidate (None when there is none), those that come close, and whether the first two tie."""

    best: Candidate | None
    others: tuple[Candidate, ...]
    is_tie: bool = False


def detected(sample: Sample, known: Sequence[Profile]) -> Verdict:
    """Weigh every canonical table against a header and its sample."""
    return _verdict([_candidate(schema, sample, known) for schema in TABLES], sample)


def detected_as(table: str, sample: Sample, known: Sequence[Profile], told: Mapping[str, str]) -> Verdict:
    """Read a header as the table the user says it is; what is missing stays missing."""
    schema = TABLES.find(table)
    aliases = table_aliases(schema, sample, known)
    found = matching(schema, sample, aliases, told=told)
    missing = missing_columns(table, found, sample, is_told=True)
    role = WHOLE
    if table == "orders" and missing:
        role, missing = _role(sample, found, missing)
    if missing == (DATED.get(table),):
        found = with_month(table, sample, found, WEAK)
        missing = missing_columns(table, found, sample, is_told=True)
    candidate = Candidate(
        table,
        _profile_of(aliases, found),
        found.found,
        _share(table, found, sample),
        missing,
        role=role,
        unread=found.unread,
    )
    return Verdict(candidate if not missing else None, (candidate,))


def missing_columns(table: str, found: Matching, sample: Sample, *, is_told: bool = False) -> tuple[str, ...]:
    """The needed columns that a matching neither has nor can derive."""
    return tuple(
        column
        for column in TABLES[table].needed
        if column not in found.found and not _is_derivable(table, column, found, sample, is_told=is_told)
    )


def table_aliases(schema: TableSchema, sample: Sample, known: Sequence[Profile]) -> tuple[TableAliases, ...]:
    """The alias lists that apply to a header: signed ones only where their signature is met."""
    headers = {fold_header(header) for header in sample.header}
    listed = tuple(entry for profile in known for entry in profile.aliases(schema.name) if entry.signature <= headers)
    return (*listed, *question_aliases(schema.name, sample.header), *named_aliases(schema.name, sample.about))


def _candidate(schema: TableSchema, sample: Sample, known: Sequence[Profile]) -> Candidate:
    aliases = table_aliases(schema, sample, known)
    found = matching(schema, sample, aliases)
    missing = missing_columns(schema.name, found, sample)
    role = WHOLE
    if schema.name == "orders" and missing:
        role, missing = _role(sample, found, missing)
    if missing == (DATED.get(schema.name),):
        found = with_month(schema.name, sample, found, WEAK)
        missing = missing_columns(schema.name, found, sample)
    signature = max((len(entry.signature) for entry in aliases), default=0)
    objection = objection_to(schema.name, sample, found, aliases) if not signature else _NOTHING
    return Candidate(
        schema.name,
        _profile_of(aliases, found),
        found.found,
        _share(schema.name, found, sample),
        missing,
        signature=signature if role == WHOLE else 0,
        role=role,
        objection=objection,
        certain=sum(found.is_strong(column) for column in schema.needed),
        unread=found.unread,
    )


def _share(table: str, found: Matching, sample: Sample) -> float:
    names = (*_NO_EVIDENCE.get(table, ()), *((LINE_TYPE,) if "status" in found.found else ()))
    silent = [found.found[column] for column in dict.fromkeys(names) if column in found.found]
    less = sum(found.weights[one.column] for one in silent if not _OF_INVOICES.search(one.header))
    return (found.score - less) / max(1, len(sample.header))


def _profile_of(aliases: Sequence[TableAliases], found: Matching) -> str:
    """The named export, else the profile that gave most headers."""
    signed = [entry.profile for entry in aliases if entry.signature]
    if signed:
        return signed[0]
    return max(found.profiles, key=lambda name: found.profiles[name], default="")


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
    if "quantity" in has or not found.is_strong("unit_price") or not says_whose:
        return False
    used = {mapped.header for mapped in found.found.values()}
    return not any(_QUANTITY.search(header) for header in sample.header if header not in used)


def _role(sample: Sample, found: Matching, missing: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Half an order table: a header file lacks the amount, a lines file lacks the date."""
    if "order_id" not in found.found or not found.is_strong("order_id"):
        return WHOLE, missing
    if missing == ("amount",) and sample.is_unique(found.found["order_id"].header):
        return HEADER, ()
    if missing == ("order_date",):
        return LINES, ()
    return WHOLE, missing


def _verdict(candidates: Sequence[Candidate], sample: Sample) -> Verdict:
    possible = [candidate for candidate in candidates if candidate.is_possible]
    if any(candidate.table == "deals" and "amount" in candidate.found for candidate in possible):
        possible = [candidate for candidate in possible if candidate.table not in {"orders", "customers", "products"}]
    if is_of_money({one.table: one.found for one in possible}, sample.about):
        possible = [candidate for candidate in possible if candidate.table != "orders"]
    # A table that stands alone goes before half an order table that no more headers speak for.
    ranked = sorted(possible, key=lambda one: (-one.signature, -one.score, one.role != WHOLE, -one.certain))
    rest = sorted((one for one in candidates if one not in possible), key=lambda one: -one.score)
    hidden = [one for one in rest if one.is_unread or _is_by_month(one, sample)]
    is_list = bool(ranked) and ranked[0].table in LOOKUPS
    # What looks like a list of customers, products or people may be sales with cells or days that cannot be read.
    if not ranked or (is_list and any(one.score >= ranked[0].score for one in hidden)):
        return Verdict(None, (*hidden, *(one for one in rest if one not in hidden), *ranked))
    tie = (
        len(ranked) > 1
        and ranked[0].signature == ranked[1].signature
        and abs(ranked[0].score - ranked[1].score) < _EVEN
        and ranked[0].role == ranked[1].role
        and (ranked[0].certain == ranked[1].certain or _is_of_status(*ranked[:2]))
    )
    return Verdict(ranked[0], (*ranked[1:], *rest), is_tie=tie)


def _is_of_status(one: Candidate, other: Candidate) -> bool:
    """Whether the choice changes what counts: the other alone reads a status, or both do and are equally certain."""
    reads, other_reads = ("status" in found for found in (one.found, other.found))
    return other_reads and (not reads or one.certainty == other.certainty)


def _is_by_month(one: Candidate, sample: Sample) -> bool:
    """Whether a table would be sales, did it say the day and not the month."""
    if one.objection or one.missing != (DATED.get(one.table),):
        return False
    return hint_of_months(sample, taken=frozenset(mapped.header for mapped in one.found.values())) is not None
