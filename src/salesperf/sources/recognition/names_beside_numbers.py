"""A plain name beside the number of an employee (工号, 姓名; `Employee ID`, `Name`) is that person's, no customer's.

Beside the number of a customer alone (`Sold-to party`, `Account`) it is the customer's. The rows decide: people sell
and customers buy more than once, and each number goes with one name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import Text, same
from salesperf.sources.known import SALES, Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.sample import Sample

_PLAIN = frozenset(map(fold_header, ("name", "full name", "姓名", "名字", "员工", "人员", "人员姓名")))
"""Headers that say a name and not whose."""
_OF_COMPANIES = _PLAIN | frozenset(map(fold_header, ("name 1", "名称")))
_OF_CUSTOMERS = Text(
    "{file}: {header!r} names the customers of {number!r}, each number with one name; if it does not: "
    'columns = {{ customer_name = "{number}" }} under [[table]]',
    "{file}：「{header}」与「{number}」一一对应，作为客户名称；如不是，请在 [[table]] 中写 "
    'columns = {{ customer_name = "{number}" }}',
)
_CODE = late(r"^(?=.*\d)[\w./-]+$")
_SAYS = Text("each number under {number!r} has one name here", "「{number}」的每个编号在此列对应一个姓名")
_OWN_NAMES = 0.8
"""The share of numbers of customers that have a name of their own: names of goods repeat."""
_NOTE = Text(
    "{file}: {header!r} names the people of {number!r}, each number with one name, and no customers; if they are: "
    'columns = {{ customer_name = "{header}" }} under [[table]]',
    "{file}：「{header}」与「{number}」一一对应，作为销售员姓名，不作为客户；如为客户，请在 [[table]] 中写 "
    'columns = {{ customer_name = "{header}" }}',
)


def with_names_of_numbers(tables: Sequence[Known], samples: Sequence[Sample]) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables of sales with such names as those of their reps, and what is said of it."""
    found = list(tables)
    notes: dict[Text, None] = {}
    for place, (one, sample) in enumerate(zip(tables, samples, strict=True)):
        header = _header(one, sample) if one.table in SALES else None
        if header is None:
            if one.table in SALES and (named := _with_customers(one, sample)) is not None:
                found[place], note = named
                notes[note] = None
            continue
        number = one.found["rep_id"].header
        name = Mapped(header, "rep_name", "value", _SAYS.fill(number=number))
        found[place] = with_found(one, {**_without(one.found, header), "rep_name": name})
        notes[_NOTE.fill(file=same(one.raw.file.name), header=header, number=number)] = None
    return found, tuple(notes)


def _with_customers(one: Known, sample: Sample) -> tuple[Known, Text] | None:
    """The table with its one plain name as that of the customers, whose numbers it has, and what is said of it."""
    number = one.found.get("customer_id") or one.found.get("customer_name")
    used = {mapped.header for mapped in one.found.values()}
    plain = [header for header in one.raw.header if fold_header(header) in _OF_COMPANIES and header not in used]
    if number is None or number.how == "config" or len(plain) != 1:
        return None
    if number.column == "customer_id" and "customer_name" in one.found:
        return None
    if number.column == "customer_name" and not _are_codes(sample, number.header):
        return None
    if not _goes_with(sample, number.header, plain[0], share=_OWN_NAMES):
        return None
    name = Mapped(plain[0], "customer_name", "value", _SAYS.fill(number=number.header))
    told = _OF_CUSTOMERS.fill(file=same(one.raw.file.name), header=plain[0], number=number.header)
    found = {**one.found, "customer_id": replace(number, column="customer_id"), "customer_name": name}
    return with_found(one, found), told


def _are_codes(sample: Sample, header: str) -> bool:
    cells = sample.rows[header].drop_nulls().cast(pl.String).unique().to_list()
    return all(_CODE.search(cell) for cell in cells)


def _header(one: Known, sample: Sample) -> str | None:
    """The one plain name that goes with the numbers of the reps; none that the configuration gives a meaning."""
    if "rep_id" not in one.found or "rep_name" in one.found:
        return None
    told = {
        mapped.header for column, mapped in one.found.items() if column != "customer_name" or mapped.how == "config"
    }
    plain = [header for header in one.raw.header if fold_header(header) in _PLAIN and header not in told]
    return plain[0] if len(plain) == 1 and _goes_with(sample, one.found["rep_id"].header, plain[0]) else None


def _goes_with(sample: Sample, number: str, name: str, *, share: float = 0.0) -> bool:
    """Whether people stand on several rows, each number always with the same name, and not all with one.

    A `share` of the numbers at least must have a name that no other has.
    """
    rows = sample.rows.select(number=pl.col(number), name=pl.col(name)).drop_nulls()
    numbers, names = rows["number"].n_unique(), rows["name"].n_unique()
    is_paired = 1 < names <= numbers < rows.height and names >= share * numbers
    return is_paired and rows.unique().height == numbers


def _without(found: Mapping[str, Mapped], header: str) -> dict[str, Mapped]:
    return {column: mapped for column, mapped in found.items() if mapped.header != header}
