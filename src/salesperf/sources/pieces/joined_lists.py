"""What a list beside the sales says of a key that both have under headers that differ by a word.

`TerritoryKey` is looked up among `SalesTerritoryKey`, `Store` among `StoreID`. Only a key that stands once in the list,
shares its last words with one column of the sales alone and has nearly all its values is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Count, Text, folded, in_quotes
from salesperf.sources.known import SALES, Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.pieces.listed_ids import meant
from salesperf.sources.pieces.named_ids import LISTED, LONGEST, NAMES, base_of, named_pairs
from salesperf.sources.pieces.near_headers import are_near, base_words
from salesperf.sources.profile import Profile, fold_header
from salesperf.sources.recognition.column_hint import Place, toml_of
from salesperf.sources.recognition.lacking import place_among
from salesperf.sources.recognition.unpriced_returns import ids_of
from salesperf.sources.values.parse_id import IdFormat, id_form
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.labels import table_words

_FEW = 2
"""Values a key has to have."""
_NEARLY_ALL = 0.95
_KEYS = {"customers": "customer_id", "products": "product_id", "people": "rep_id"}
_NAMED = {"customer_id": "customer_name", "product_id": "product_name", "rep_id": "rep_name"}
_SAYS = Text("{file} has its values under {header!r}", "其取值见 {file} 的「{header}」列")
_LISTS = Text("{columns} of {header!r}", "「{header}」的{columns}")
_LOOKED_UP = Text(
    "{table}: {columns} by {key!r}, looked up under {header!r} in {file}{missing}; {cure}:{toml}",
    "{table}：按「{key}」在 {file} 的「{header}」列中查得{columns}{missing}；{cure}：{toml}",
)
_IF_WRONG = Text("if that is wrong, put into salesperf.toml", "若判断有误，请在 salesperf.toml 中写入")
_IF_ANOTHER = Text("if another column is meant, name it in salesperf.toml", "若应为其他列，请在 salesperf.toml 中写明")
_MISSING = Text(" ({count:value is|values are} not there)", "（其中 {count} 个取值未列出）")


class _Match(Struct, frozen=True):
    """A column of the sales and the column of a list that explains it; `missing` values are not in the list."""

    key: str
    header: str
    missing: int


def with_joined_lists(tables: Sequence[Known], known: Sequence[Profile]) -> list[Known]:
    """The tables of sales with what lists say of their keys, each told; the lists know that they are used."""
    found = list(tables)
    lists = [at for at, one in enumerate(tables) if one.table in {None, *_KEYS} and one.targets is None]
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, one in enumerate(tables):
        if one.table in SALES:
            groups.setdefault((one.table, *one.raw.header), []).append(at)
    for places in groups.values() if lists else ():
        for of in lists:
            ones, list_ = [found[at] for at in places], found[of]
            if list_.table is not None:
                joined, names = _with_key(ones, list_, tables=tables), None
            else:
                joined, names = _with_columns(ones, list_, tables=tables, known=known)
            for at, one in zip(places, joined, strict=True):
                found[at] = one
            if names is not None and list_.lists is None:
                found[of] = replace(list_, lists=names)
    return found


def _with_key(ones: Sequence[Known], list_: Known, *, tables: Sequence[Known]) -> Sequence[Known]:
    """The sales with the id of the customers, products or people whom a list explains, where no header said it."""
    column, first = _KEYS[str(list_.table)], ones[0]
    if column not in list_.found or not {column, _NAMED[column]}.isdisjoint(first.found):
        return ones
    match = _match(ones, list_, [list_.found[column].header], among=first.recognition.unmapped)
    if match is None:
        return ones
    mapped = Mapped(match.key, column, "value", _says(list_, match))
    told = [with_found(one, {**one.found, column: mapped}) for one in ones]
    return _noted(told, list_, match, {column: match.header}, cure=_IF_ANOTHER, place=place_among(first, tables))


def _match(ones: Sequence[Known], list_: Known, keys: Sequence[str], *, among: Sequence[str]) -> _Match | None:
    """The only column of the sales that a key of a list explains; None where none or several could be it."""
    for header in keys:
        near = [text for text in among if are_near(base_words(text), base_words(header))]
        near = [text for text in near if fold_header(text) == fold_header(header)] or near
        if len(near) != 1 or not _is_key(list_, header):
            continue
        listed = set(ids_of(list_, header).drop_nulls().to_list())
        if not _are_listed(_ids_of_sample(ones[0], near[0]), listed):
            continue
        values = {value for one in ones for value in ids_of(one, near[0]).drop_nulls().unique().to_list()}
        if len(values) >= _FEW and _are_listed(values, listed):
            return _Match(near[0], header, len(values - listed))
    return None


def _is_key(list_: Known, header: str) -> bool:
    """Whether every row of a list has a value of its own; a list whose key is called no id holds no numbers either."""
    cells = list_.raw.frame.select(header).head(LONGEST + 1).collect().to_series()
    if not _FEW <= cells.len() <= LONGEST or cells.null_count() or cells.n_unique() < cells.len():
        return False
    if base_of(fold_header(header)) is not None:
        return True
    others = (list_.raw.sample[text] for text in list_.raw.header if text != header)
    return not any(is_number_like(cells) for cells in others if cells.null_count() < cells.len())


def _are_listed(values: Collection[str], listed: Collection[str]) -> bool:
    """Whether nearly all values stand in the list."""
    return bool(values) and sum(value in listed for value in values) >= _NEARLY_ALL * len(values)


def _with_columns(
    ones: Sequence[Known], list_: Known, *, tables: Sequence[Known], known: Sequence[Profile]
) -> tuple[Sequence[Known], Text | None]:
    """The sales with the columns of a list that say what they can be split by, and what the list gives them."""
    first = ones[0]
    used = {mapped.header for column, mapped in first.found.items() if column not in LISTED}
    among = [header for header in first.raw.header if header not in used]
    match = None if list_.told is not None else _match(ones, list_, list_.raw.header, among=among)
    if match is None:
        return ones, None
    of_key = next((column for column, mapped in first.found.items() if mapped.header == match.key), None)
    of_key = of_key or next((column for text in (match.key, match.header) if (column := meant(text, known))), None)
    taken = {
        column: header
        for column, header in _said_by(list_, match, of_key, known).items()
        if not first.is_told(column)
        and not first.names.get(column)
        and (column not in first.found or first.found[column].header == match.key)
        and (column in first.found or not _is_given(column, first, tables))
    }
    if not taken:
        return ones, None
    joined = list(ones)
    for column, header in taken.items():
        is_name = _is_name(header, match, column, of_key)
        said = (named_pairs if is_name else _pairs)(list_, match.header, header)
        joined = [_joined(one, list_, match, column=column, header=header, said=said) for one in joined]
    lists = _LISTS.fill(columns=in_quotes(taken.values()), header=match.header)
    return _noted(joined, list_, match, taken, cure=_IF_WRONG, place=place_among(first, tables)), lists


def _said_by(list_: Known, match: _Match, of_key: str | None, known: Sequence[Profile]) -> dict[str, str]:
    """What the columns of a list say that sales are split by; names of the key itself last."""
    there = {
        fold_header(text): text
        for text in list_.raw.header
        if text != match.header and base_of(fold_header(text)) is None
    }
    entries = [entry for profile in known for entry in profile.aliases("orders") if not entry.signature]
    found: dict[str, str] = {}
    for column in LISTED:
        aliases = (alias for entry in entries for alias in entry.strong.get(column, ()))
        if (header := next((there[alias] for alias in aliases if alias in there), None)) is not None:
            found[column] = header
    base = "".join(base_words(match.header))
    names = (there[name] for end in NAMES for name in (base + end, end) if name in there)
    if of_key in LISTED and (header := next(names, None)) is not None:
        found[of_key] = header
    return found


def _is_name(header: str, match: _Match, column: str, of_key: str | None) -> bool:
    """Whether a column names the key itself, so that two of one name are two; else it says a group of keys."""
    return column == of_key and (base_words(header) == base_words(match.header) or fold_header(header) in NAMES)


def _is_given(column: str, one: Known, tables: Sequence[Known]) -> bool:
    """Whether a list of customers, products or people that the sales name says it already."""
    return any(
        column in other.found and not one.found.keys().isdisjoint({_KEYS[other.table], _NAMED[_KEYS[other.table]]})
        for other in tables
        if other.table in _KEYS
    )


def _joined(one: Known, list_: Known, match: _Match, *, column: str, header: str, said: Mapping[str, str]) -> Known:
    """The sales with a column of what the list says (`said`) of each key, empty where it lacks the key."""
    form = IdFormat(id_form(one.raw.sample[match.key]))
    key = form.parsed(pl.col(match.key)).cast(pl.String).str.strip_chars()
    name = header if header not in one.raw.header else f"{header} ({list_.raw.file.name})"
    cells = key.replace_strict(dict(said), default=None, return_dtype=pl.String).alias(name)
    raw = replace(
        one.raw,
        header=(*one.raw.header, name),
        frame=one.raw.frame.with_columns(cells),
        sample=one.raw.sample.with_columns(cells),
        scan=None,
    )
    mapped = Mapped(name, column, "value", _says(list_, match))
    return with_found(replace(one, raw=raw), {**one.found, column: mapped})


def _pairs(list_: Known, key: str, header: str) -> Mapping[str, str]:
    """What a column of a list says of each key; keys of one word are of one group."""
    said = list_.raw.frame.select(pl.col(header).cast(pl.String)).collect().to_series()
    pairs = zip(ids_of(list_, key).to_list(), said.to_list(), strict=True)
    return {code: folded(word) for code, word in pairs if code and word and folded(word)}


def _ids_of_sample(one: Known, header: str) -> list[str]:
    """The first ids under a header of the sales."""
    return (
        ids_of(replace(one, raw=replace(one.raw, frame=one.raw.sample.lazy())), header).drop_nulls().unique().to_list()
    )


def _says(list_: Known, match: _Match) -> Text:
    return _SAYS.fill(file=list_.raw.file.name, header=match.header)


def _noted(
    ones: Sequence[Known], list_: Known, match: _Match, taken: Mapping[str, str], *, cure: Text, place: Place
) -> list[Known]:
    """The sales, the first of them with a note of what is looked up where, and of the lines that say otherwise."""
    first, *others = ones
    table = str(first.table)
    told = _LOOKED_UP.fill(
        table=table_words(table),
        columns=in_quotes(dict.fromkeys(taken.values())),
        key=match.key,
        header=match.header,
        file=list_.raw.file.name,
        missing=_MISSING.fill(count=Count(match.missing)) if match.missing else "",
        cure=cure,
        toml=toml_of(place, table, dict.fromkeys(taken, match.key)),
    )
    return [replace(first, raw=replace(first.raw, notes=(*first.raw.notes, told))), *others]
