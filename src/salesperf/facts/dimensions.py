"""What events can be split by: rep, team, region, product and the rest, from the line itself or a lookup table."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue, Where
from salesperf.core.registry import Registry
from salesperf.core.text import Text, counted, listing
from salesperf.engine import Frame, collect, joined, scan
from salesperf.facts.customer_reps import WithReps, told_by_customers, with_reps_of_customers
from salesperf.facts.doubled_keys import one_row_a_key, whence
from salesperf.facts.events import LISTS, Events
from salesperf.facts.key_names import names_of_keys
from salesperf.facts.likely_rep import likely_rep
from salesperf.facts.lookup import unmatched
from salesperf.facts.named_by import named_by
from salesperf.facts.org import placed
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.labels import column_words, table_words


class Dimension(Struct, frozen=True):
    """One way to split: the line's own columns in order of preference, else a column of a lookup table."""

    key: str
    label: Text
    own: tuple[str, ...] = ()
    lookup: tuple[tuple[str, str], ...] = ()
    """(table, column) pairs in order of preference."""
    names: str = ""
    """The column that names the key to people, where the key is an id."""
    lookup_first: bool = False
    """The lookup table is stronger than the line; the line tells where the table has nothing, and both are compared."""

    lookup_has_ids: bool = False
    """The lookup table tells ids where lines tell names: the two are not compared."""

    @property
    def words(self) -> tuple[str, ...]:
        """The columns it comes from."""
        return tuple(sorted(self.columns))

    @property
    def columns(self) -> frozenset[str]:
        """The canonical columns, of any table, that say it."""
        own = {f"{column}_{part}" for column in self.own if column in LISTS for part in ("id", "name")}
        return frozenset({*self.own, *own, *(column for _, column in self.lookup)} - LISTS.keys())


DIMENSIONS: Registry[Dimension] = Registry(
    "dimension",
    (
        Dimension("rep", Text("rep", "销售员"), own=("rep",), names="rep_name"),
        Dimension("team", Text("team", "团队"), own=("team",), lookup=(("people", "team"),), lookup_first=True),
        Dimension(
            "manager",
            Text("manager", "经理"),
            own=("manager",),
            lookup=(("people", "manager_id"),),
            lookup_first=True,
            lookup_has_ids=True,
        ),
        Dimension(
            "region",
            Text("region", "区域"),
            own=("region",),
            lookup=(("people", "region"), ("customers", "region")),
        ),
        Dimension("customer", Text("customer", "客户"), own=("customer",), names="customer_name"),
        Dimension("product", Text("product", "产品"), own=("product",), names="product_name"),
        Dimension("category", Text("category", "产品类别"), own=("category",), lookup=(("products", "category"),)),
        Dimension("channel", Text("channel", "渠道"), own=("channel",)),
        Dimension("store", Text("store", "门店"), own=("store",)),
        Dimension("campaign", Text("campaign", "活动"), own=("campaign",)),
        Dimension("source", Text("source", "来源"), own=("source",)),
        Dimension("industry", Text("industry", "行业"), own=("industry",), lookup=(("customers", "industry"),)),
        Dimension("level", Text("customer level", "客户级别"), lookup=(("customers", "level"),)),
        Dimension("currency", Text("currency", "币种"), own=("currency",)),
        Dimension("status", Text("status", "状态"), own=("status",)),
    ),
)
ENTITIES = {listed: entity for entity, listed in LISTS.items()}
"""What a table lists."""


_MANAGER = ("", "manager")
"""The source of the managers that lines name."""
_MANAGER_OF_LINE = Text("the manager is the one each line names for its rep", "经理取自每行数据中与销售员并列的经理")


def column_of(dimension: str) -> str:
    """The column of the lines that holds a dimension's key."""
    return f"by_{dimension}"


class Split(Struct, frozen=True):
    """Lines with a `by_<dimension>` column each; `labels` name the keys that are ids."""

    lines: Frame
    labels: Mapping[str, Mapping[str, str]]
    findings: tuple[Issue, ...] = ()
    notes: tuple[tuple[str, Text], ...] = ()


def dimension_of(column: str) -> str | None:
    """The dimension that a canonical column says, if any."""
    return next((dimension.key for dimension in DIMENSIONS if column in dimension.columns), None)


def available(events: Events, bundle: Bundle) -> tuple[str, ...]:
    """The dimensions these files can be split by."""
    return tuple(dimension.key for dimension in DIMENSIONS if _source(dimension, events, bundle) is not None)


def split(events: Events, bundle: Bundle, *, by: Sequence[str]) -> Split:
    """The lines with the dimensions asked for; a dimension the files cannot give is a data error."""
    labels: dict[str, Mapping[str, str]] = {}
    places: dict[str, str] = {}
    told = with_reps_of_customers(events, bundle) if _asks_customers(by, events, bundle) else WithReps(events)
    lines, findings, of_lines = told.events.lines, list(told.findings), list[tuple[str, Text]]()
    for key in dict.fromkeys(by):
        dimension = DIMENSIONS.find(key)
        source = _source(dimension, events, bundle)
        if source is None:
            raise _unavailable(dimension, events, bundle)
        table, column = source
        of_lines += [("manager_of_line", _MANAGER_OF_LINE)] if source == _MANAGER else []
        if table and table not in places:
            sources = [_source(DIMENSIONS.find(name), events, bundle) for name in by]
            asked = {of[1] for of in sources if of is not None and of[0] == table}
            lines, found = _looked_up(lines, told.events, bundle.tables[table], asked)
            findings.extend(found)
            places[table] = "org" if table == "people" else table
        taken = f"{places[table]}_{column}" if table else column
        lines = lines.with_columns(nw.col(taken).alias(column_of(key)))
        if table and dimension.lookup_first and not dimension.lookup_has_ids and events.has(*dimension.own):
            lines, found = _told_by_both(lines, dimension, table=table)
            findings.extend(found)
        labels[key] = names_of_keys(key, own=dimension.own, column=dimension.names, events=told.events, bundle=bundle)
    return Split(lines, labels, tuple(findings), (*told.notes, *of_lines))


def _asks_customers(by: Sequence[str], events: Events, bundle: Bundle) -> bool:
    """Whether a dimension is asked for that only the reps of the customers give."""
    return any(told_by_customers(events, bundle, DIMENSIONS.find(key).key) is not events for key in by)


def _source(dimension: Dimension, events: Events, bundle: Bundle) -> tuple[str, str] | None:
    """(table, column) the dimension comes from; an empty table name means the line itself."""
    events = told_by_customers(events, bundle, dimension.key)
    own = [("", column) for column in dimension.own if events.has(column)]
    tables = [
        (name, column)
        for name, column in dimension.lookup
        if name in bundle and column in bundle.tables[name].frame.columns and _line_key(name, events) is not None
    ]
    return next(iter(tables + own if dimension.lookup_first else own + tables), None)


def _told_by_both(lines: Frame, dimension: Dimension, *, table: str) -> tuple[Frame, tuple[Issue, ...]]:
    """The lines with what the lookup table says, else what the line itself says, and how often the two disagree."""
    column, looked_up = dimension.own[0], nw.col(column_of(dimension.key))
    told = lines.with_columns(nw.coalesce(looked_up, nw.col(column)).alias(column_of(dimension.key)))
    others = lines.filter(nw.col(column) != looked_up).select(nw.col(column).alias("said"), looked_up.alias("held"))
    pairs = collect(others.group_by("said", "held").agg(nw.len().alias("rows")))
    found = pairs.sort("rows", "said", "held", descending=[True, False, False])
    if found.is_empty():
        return told, ()
    rows, (said, held, _) = int(found["rows"].sum()), found.row(0)
    message = Text(
        f"{counted(rows, 'line names', 'lines name')} another {dimension.key} than the {table} table has on that day, "
        f"such as {said!r} where it has {held!r}; the table holds",
        f"{rows:,} 行的{dimension.label.zh}与{table_words(table).zh}表当日的记录不同，例如行中为「{said}」，表中为"
        f"「{held}」；以表为准",
    )
    return told, (issue("F512", message, Where(column=column), count=rows),)


def _unavailable(dimension: Dimension, events: Events, bundle: Bundle) -> DataError:
    from_lookup = [
        Text(f"{column} in a {name} table", f"{table_words(name).zh}中的{column_words(column, table=name).zh}")
        for name, column in dimension.lookup
    ]
    line = table_words(events.source).zh
    from_line = [
        Text(f"{column} in the {events.source}", f"{line}中的{column_words(column, table=events.table).zh}")
        for column in dimension.own
    ]
    needed = listing([*from_line, *from_lookup], Text(" or ", "或"))
    possible = listing(available(_as_mapped(events, bundle), bundle))
    likely = likely_rep(bundle, events.source) if dimension.key == "rep" else None
    names = named_by(dimension.key, dimension.label, table=events.table, bundle=bundle)
    ways = Text("these files can be split by: {possible}", "这些文件可按以下维度拆分：{possible}")
    none = Text("no column of these files can be split by", "这些文件中没有可用于拆分的列")
    hint = ways.fill(possible=possible) if possible else none
    return DataError(
        Text("cannot split by {key}: no {needed}", "无法按{key}拆分：缺少{needed}").fill(
            key=Text(dimension.key, f"{dimension.label.zh}（{dimension.key}）"), needed=needed
        ),
        listing([one for one in (hint, likely, names) if one is not None], Text("; ", "；")),
    )


def _as_mapped(events: Events, bundle: Bundle) -> Events:
    """The events as if every column that the files have had been read, not only those the question needs."""
    mapped = bundle.tables[events.table].mapped
    keys = {key for key in LISTS if {f"{key}_id", f"{key}_name"} & mapped}
    return replace(events, columns=events.columns | mapped | keys)


def _line_key(table: str, events: Events) -> str | None:
    entity = ENTITIES[table]
    return entity if events.has(entity) else None


def _table_key(table: Table, events: Events) -> str:
    """The lookup table's column that holds what the lines hold: ids with ids, names with names."""
    entity = ENTITIES[table.name]
    lines_have_ids = events.has(f"{entity}_id")
    named = f"{entity}_name"
    return named if not lines_have_ids and named in table.frame.columns else f"{entity}_id"


def _looked_up(lines: Frame, events: Events, table: Table, asked: Collection[str]) -> tuple[Frame, tuple[Issue, ...]]:
    """The lines with what a list says of them; `asked` are the columns whose contradictions are told."""
    key = _table_key(table, events)
    if table.name == "people":
        result = placed(lines, table, on=key)
        return result.lines, result.findings
    line_key = _line_key(table.name, events)
    assert line_key is not None  # noqa: S101 -- _source asked already
    wanted = [name for name in table.frame.columns if name != key and not name.startswith("_")]
    lookup = scan(table).select(
        nw.col(key).alias(f"{table.name}_key"),
        *whence(table),
        **{f"{table.name}_{name}": nw.col(name) for name in wanted},
    )
    settled = one_row_a_key(lookup, key=f"{table.name}_key", table=table.name, asked=asked, prefix=f"{table.name}_")
    lookup = settled.rows
    frame, match = joined(lines, lookup, on=line_key, right_on=f"{table.name}_key")
    missing = unmatched(match, lines, lookup, on=line_key, right_on=f"{table.name}_key", table=table.name)
    return frame, (*missing, *settled.findings)
