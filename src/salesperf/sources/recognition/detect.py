"""Which canonical table a table of a file is: weighed by the share of its headers that are understood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from salesperf.sources.amounts.invoice_amounts import TAXES
from salesperf.sources.profile import LINE_FLAGS, LINE_TYPE, REFUND_STATUS, Profile, TableAliases, fold_header
from salesperf.sources.recognition.by_month import DATED, with_month
from salesperf.sources.recognition.candidate import HEADER, LINES, NO_OBJECTION, WHOLE, Candidate, Verdict
from salesperf.sources.recognition.columns import WEAK, Matching, matching
from salesperf.sources.recognition.months_only import hint_of_months
from salesperf.sources.recognition.named_money import are_lines, is_of_money, named_aliases
from salesperf.sources.recognition.needed_columns import missing_columns
from salesperf.sources.recognition.objections import LOOKUPS, objection_to
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.recognition.survey_questions import question_aliases
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import TableSchema

_NO_EVIDENCE = {
    "orders": ("tax_rate", "manager", "was_valid", "was_confirmed", REFUND_STATUS),
    "invoices": (*LINE_FLAGS, LINE_TYPE, "status", "total_amount", *TAXES),
    "payments": ("status", "rep_id", "rep_name", "team"),
}
"""What is read of a table and says nothing for it: orders have such columns as well."""
_OF_INVOICES = re.compile(r"(?i)\binvoice[ _]?(?:status|state|type)|发票状态|开票状态|发票类型")
"""Headers of such columns that are found in lists of invoices alone."""
_EVEN = 1e-9


def detected(sample: Sample, known: Sequence[Profile]) -> Verdict:
    """Weigh every canonical table against a header and its sample."""
    return _verdict([_candidate(schema, sample, known) for schema in TABLES], sample)


def detected_as(table: str, sample: Sample, known: Sequence[Profile], told: Mapping[str, str]) -> Verdict:
    """Read a header as the table the user says it is; what is missing stays missing."""
    schema = TABLES.find(table)
    aliases = table_aliases(schema, sample, known)
    found, missing, role = _understood(schema, sample, aliases, told=told)
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


def table_aliases(schema: TableSchema, sample: Sample, known: Sequence[Profile]) -> tuple[TableAliases, ...]:
    """The alias lists that apply to a header: signed ones only where their signature is met."""
    headers = {fold_header(header) for header in sample.header}
    listed = tuple(entry for profile in known for entry in profile.aliases(schema.name) if entry.signature <= headers)
    return (*listed, *question_aliases(schema.name, sample.header), *named_aliases(schema.name, sample.about))


def _candidate(schema: TableSchema, sample: Sample, known: Sequence[Profile]) -> Candidate:
    aliases = table_aliases(schema, sample, known)
    found, missing, role = _understood(schema, sample, aliases)
    signature = max((len(entry.signature) for entry in aliases), default=0)
    objection = objection_to(schema.name, sample, found, aliases) if not signature else NO_OBJECTION
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


def _understood(
    schema: TableSchema, sample: Sample, aliases: Sequence[TableAliases], *, told: Mapping[str, str] | None = None
) -> tuple[Matching, tuple[str, ...], str]:
    """The headers as those of one table, the needed columns that it lacks, and which half of orders it is."""
    table = schema.name
    found = matching(schema, sample, aliases, told=told)
    missing, role = missing_columns(table, found, sample, is_told=told is not None), WHOLE
    if table == "orders" and missing:
        role, missing = _role(sample, found, missing)
    if missing == (DATED.get(table),):
        found = with_month(table, sample, found, WEAK)
        missing = missing_columns(table, found, sample, is_told=told is not None)
    return found, missing, role


def _role(sample: Sample, found: Matching, missing: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Half an order table: a header file lacks the amount, a lines file lacks the date."""
    if "order_id" not in found.found or not found.is_strong("order_id"):
        return WHOLE, missing
    if missing == ("amount",) and sample.is_unique(found.found["order_id"].header):
        return HEADER, ()
    if missing == ("order_date",):
        return LINES, ()
    return WHOLE, missing


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


def _verdict(candidates: Sequence[Candidate], sample: Sample) -> Verdict:
    possible = [candidate for candidate in candidates if candidate.is_possible]
    if any(candidate.table == "deals" and "amount" in candidate.found for candidate in possible):
        possible = [candidate for candidate in possible if candidate.table not in {"orders", "customers", "products"}]
    if any(one.table == "orders" and are_lines(one.found) for one in possible):
        possible = [candidate for candidate in possible if candidate.table != "invoices"]
    elif is_of_money({one.table: one.found for one in possible}, sample.about):
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
