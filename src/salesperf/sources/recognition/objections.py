"""What speaks against a table although all its columns are there: its rows are parts of something else, or no list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from salesperf.core.text import Text, same
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import PARTS, TableAliases, fold_header
from salesperf.sources.recognition.columns import Matching
from salesperf.sources.recognition.named_money import is_invoice_by_name
from salesperf.sources.recognition.no_people import contract_header
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.targets.role_words import numbers_documents
from salesperf.tables.cost_words import cost_kind, speaks_of_spending
from salesperf.tables.labels import column_words
from salesperf.tables.line_words import planned_types, says_sale

LOOKUPS = {
    "customers": ("customer_id", "customer_name"),
    "products": ("product_id", "product_name"),
    "people": ("rep_id", "rep_name"),
}
"""Tables that others look up, with their key and the name that may stand for it."""
_ID_ENDINGS = ("id", "key", "seq", "code", "编号", "编码", "代码")
_DEAL_IDS = frozenset({"opportunityid", "dealid", "商机编号", "商机id"})
_FEES = frozenset({"fee", "fees", "手续费", "服务费"})
_KEYS_AGAIN = 0.2
"""The share of rows of a list of customers, products or people whose key may stand in an earlier row too."""
_MOST = 0.6
"""The share of headers that such a list understands."""
_TWICE = 2
"""How many rows a key of a list may have on average, where they agree on its name."""
_AHEAD = re.compile(r"(?i)计划|预约|plan|scheduled")
_OF_DEBT = frozenset({"balance", "paid_amount"})
"""Columns that tell what is still owed."""
_OF_PLANS = frozenset({"costs"})
"""Tables with kinds whose figures may be planned."""
_BALANCE = re.compile(r"(?i)balance|opening|as[ _]?of|余额|期初|结余|欠款")
_OF_CONTRACTS = Text(
    "beside {header!r} the days are those of contracts, not of people's time with the company",
    "有「{header}」列，其日期属于合同或项目，而非人员的入职与离职",
)
_NOTHING = same("")


def objection_to(table: str, sample: Sample, found: Matching, aliases: Sequence[TableAliases]) -> Text:
    """Why a table is not this after all, although its columns are there; empty when nothing speaks against it."""
    if table not in _OF_PLANS and "kind" in found.found and (planned := _is_of_plans(sample, found)):
        return planned
    if table == "orders":
        return _is_part_of_deals(sample, found) or _is_after_fees(sample, found)
    if table == "invoices" and is_invoice_by_name(found, sample.about):
        return _NOTHING
    if table in _BY_COLUMNS:
        return _BY_COLUMNS[table](found)
    if table in _BY_CELLS:
        return _BY_CELLS[table](sample, found)
    return _is_no_lookup(table, sample, found, aliases) if table in LOOKUPS else _NOTHING


def _is_of_worth(sample: Sample, found: Matching) -> Text:
    """What contracts are worth is no answer, although answers are called a value too."""
    score = found.found.get("score")
    number = next((header for header in sample.header if numbers_documents(header)), None)
    if score is None or number is None or fold_header(score.header) != "value":
        return _NOTHING
    phrase = Text("{score!r} is what {number!r} is worth", "「{score}」为「{number}」的金额")
    return phrase.fill(score=score.header, number=number)


def _is_of_plans(sample: Sample, found: Matching) -> Text:
    """A column that tells actual figures from planned ones is no kind of anything else."""
    header = found.found["kind"].header
    planned = planned_types(map(str, sample.rows[header].drop_nulls().unique().to_list()))
    phrase = Text("{header!r} tells actual figures from planned ones", "「{header}」区分的是实际数与计划数")
    return phrase.fill(header=header) if planned else _NOTHING


def _is_of_days_ahead(found: Matching) -> Text:
    """Days on which something was planned are those of what was done only where something says that it was."""
    day = found.found.get("activity_date")
    if day is None or not _AHEAD.search(day.header) or {"completed", "planned"} & found.found.keys():
        return _NOTHING
    phrase = Text(
        "{header!r} says when things are planned, and nothing says what was done",
        "「{header}」为计划日期，且没有列说明是否完成",
    )
    return phrase.fill(header=day.header)


def _is_no_invoice(found: Matching) -> Text:
    """A day of any document is that of an invoice where something says what is owed and when it is due."""
    if found.is_strong("invoice_date"):
        return _NOTHING
    if found.is_strong("due_date") and not _OF_DEBT.isdisjoint(found.found):
        return _NOTHING
    return Text("no header speaks of an invoice", "没有表头提到发票或应收")


def _is_no_balance(found: Matching) -> Text:
    """A rep, a type, a date and an amount are of anything; some header must speak of a balance."""
    if any(_BALANCE.search(mapped.header) for mapped in found.found.values()):
        return _NOTHING
    return Text("no header speaks of a balance", "没有表头提到余额或期初")


def _is_part_of_deals(sample: Sample, found: Matching) -> Text:
    deal = next((header for header in sample.header if fold_header(header) in _DEAL_IDS), None)
    phrase = Text("{deal!r} says the rows belong to deals", "「{deal}」表明这些行属于商机")
    return phrase.fill(deal=deal) if deal and not found.is_strong("order_id") else _NOTHING


def _is_after_fees(sample: Sample, found: Matching) -> Text:
    """A payment account tells what is left of a payment; that is no net amount of sales."""
    amount = found.found.get("amount")
    fee = next((header for header in sample.header if fold_header(header) in _FEES), None)
    if fee is None or amount is None or found.is_strong("amount"):
        return _NOTHING
    return Text(
        f"{amount.header!r} may be what is left after {fee!r}", f"「{amount.header}」可能是扣除「{fee}」后的余额"
    )


def _is_no_cost(sample: Sample, found: Matching) -> Text:
    """A date, a kind and an amount are of anything; a header or the words for the kind must speak of spending."""
    headers = [found.found[column].header for column in ("amount", "kind", "cost_date") if column in found.found]
    kind = found.found.get("kind")
    words = sample.rows[kind.header].drop_nulls().unique().to_list() if kind else []
    if any(says_sale(str(word)) for word in words):
        return Text("its types are those of sales", "其类型为销售单据")
    if any(map(speaks_of_spending, headers)) or any(cost_kind(str(word)) for word in words):
        return _NOTHING
    return Text("no header and no word says that money was spent", "没有表头或文字表明这是支出")


def _is_no_lookup(table: str, sample: Sample, found: Matching, aliases: Sequence[TableAliases]) -> Text:
    contract = contract_header(sample.header, found.found) if table == "people" else None
    if contract is not None:
        return _OF_CONTRACTS.fill(header=contract)
    key, name = LOOKUPS[table]
    chosen = found.found.get(key) or found.found.get(name)
    if chosen is None:
        parts = [found.found[part] for part in PARTS if part in found.found]
        if len(parts) < len(PARTS):
            return Text("no key", "没有编号或名称列")
        chosen = parts[0]
    elif "valid_from" not in found.found and not (
        _is_key(sample, chosen.header) or _is_doubled(sample, found, chosen, name)
    ):
        return Text(f"{chosen.header!r} repeats", f"「{chosen.header}」有重复")
    others = [column for column in found.found if found.found[column] is not chosen]
    if not others:
        return Text(f"nothing but {chosen.header!r}", f"只有「{chosen.header}」一列")
    has_name = found.is_strong(name) or set(PARTS) <= found.found.keys()
    if not found.is_strong(chosen.column) and not has_name:
        return Text(f"{chosen.header!r} could be anything's id", f"「{chosen.header}」可能是任何对象的编号")
    foreign = _foreign_id(aliases, sample, chosen, key)
    phrase = Text("{foreign!r} identifies the rows, and is no {key}", "行由「{foreign}」标识，而它不是{key}")
    return phrase.fill(foreign=foreign, key=column_words(key)) if foreign else _NOTHING


def _is_key(sample: Sample, header: str) -> bool:
    """Whether a column identifies the rows of a list, kept by hand perhaps: a key may stand twice by mistake."""
    cells = sample.rows[header].drop_nulls()
    again = cells.len() - cells.n_unique()
    return again == 0 < cells.len() or (cells.n_unique() > 1 and again <= max(1, _KEYS_AGAIN * cells.len()))


def _is_doubled(sample: Sample, found: Matching, chosen: Mapped, name: str) -> bool:
    """Whether ids that stand twice each have one name in all their rows, under headers that mean nothing else.

    Such rows are of one list, put together of two or kept as things changed; more of them are of something else, and so
    are those of which the list would leave much unread.
    """
    named = found.found.get(name)
    if len(found.found) < _MOST * len(sample.header):
        return False
    if named is None or named is chosen or not (found.is_strong(chosen.column) and found.is_strong(name)):
        return False
    pairs = sample.rows.select(chosen.header, named.header).drop_nulls()
    kinds, keys = pairs.n_unique(), pairs[chosen.header].n_unique()
    return kinds == keys > 1 and pairs.height <= _TWICE * keys


def _foreign_id(aliases: Sequence[TableAliases], sample: Sample, chosen: Mapped, key: str) -> str | None:
    """A unique id column left of the key (a bare `id` anywhere) that no such table calls its key."""
    keys = {alias for entry in aliases for alias in entry.strong.get(key, ())}
    place = sample.header.index(chosen.header)
    for position, header in enumerate(sample.header):
        folded = fold_header(header)
        before = position < place or folded == "id"
        if before and folded not in keys and folded.endswith(_ID_ENDINGS) and sample.is_unique(header, share=1.0):
            return header
    return None


_BY_COLUMNS: Mapping[str, Callable[[Matching], Text]] = {
    "activities": _is_of_days_ahead,
    "invoices": _is_no_invoice,
    "opening_balances": _is_no_balance,
}
"""Tables judged by their columns alone."""
_BY_CELLS: Mapping[str, Callable[[Sample, Matching], Text]] = {"costs": _is_no_cost, "surveys": _is_of_worth}
"""Tables judged by other headers, or by their cells, too."""
