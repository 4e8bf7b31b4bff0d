"""Names that reports print and headers of the files, taken for the keys they stand for: `--by 业务员`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from salesperf.core.errors import UsageError
from salesperf.core.period import GRAIN_WORDS, Grain
from salesperf.core.registry import Registry
from salesperf.core.text import Text, folded, same
from salesperf.facts.dimensions import DIMENSIONS, dimension_of
from salesperf.facts.likely_rep import rep_lines
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle, Spot
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import column_words

_SALES_TABLES = ("orders", "invoices", "deals")
_KEY = re.compile(r"\s*([^=!<>]+?)\s*(?=[=!<>])")
_TAKEN = Text("{header!r} is a header of the files: taken for {name}", "「{header}」是文件中的表头，按「{name}」处理")
_NO_SPLIT = Text(
    "{header!r} is a header of the files, read as {column}, by which nothing can be split",
    "「{header}」是文件中的表头，对应{column}，不能按它拆分",
)
_NOT_UNDERSTOOD = Text(
    "{header!r} is a header of the files that no column is known for", "「{header}」是文件中的表头，但没有对应的字段"
)
_OF_TIME = Text("{word!r} is a length of time, which --by does not take", "「{word}」是时间单位，不能用于 --by")
_GRAIN = Text("write --grain {grain}; it goes with --by too", "请写 --grain {grain}，可与 --by 同时使用")
_MAP = Text(
    "if it is one of those {what} takes, say so in salesperf.toml:{toml}",
    "如果它就是 {what} 可用的某一项，请在 salesperf.toml 中写入：{toml}",
)


def in_keys(request: Request, catalog: Registry[Metric], bundle: Bundle | None = None) -> Request:
    """The question with every name in it replaced by its key; other words stay as typed.

    Names are those that reports print, English or Chinese, then the headers of the files where they were read.
    """
    metrics = _names((metric.key, metric.label) for metric in catalog)
    columns = _of_headers(bundle)
    by = {**{header: key for header, column in columns.items() if (key := dimension_of(column))}, **_dimensions()}
    where = {**{header: dimension_of(column) or column for header, column in columns.items()}, **_columns()}
    return replace(
        request,
        metrics=tuple(_key(word, metrics) for word in request.metrics),
        by=tuple(_key(word, by) for word in request.by),
        where=tuple(_condition(text, where) for text in request.where),
    )


def understood(request: Request, catalog: Registry[Metric], bundle: Bundle) -> Request:
    """The question in keys; raises `UsageError` where it names a header that the files have and nothing stands for."""
    found = in_keys(request, catalog, bundle)
    _refuse_headers_unread(found, bundle)
    return found


def headers_taken(request: Request, bundle: Bundle) -> tuple[Text, ...]:
    """What the headers of the files that a question names were taken for, in words."""
    printed, columns = {*_dimensions(), *_columns()}, _of_headers(bundle)
    words = dict.fromkeys([*request.by, *map(_key_typed, request.where)])
    named = [(word, columns[_fold(word)]) for word in words if _fold(word) in columns and _fold(word) not in printed]
    return tuple(_TAKEN.fill(header=word, name=label_of(column)) for word, column in named)


def is_in_keys(request: Request) -> bool:
    """Whether every word of a question that was put in keys is one, without a look at the files."""
    keys = [_key_typed(text) for text in request.where]
    return all(word in DIMENSIONS for word in request.by) and all(_fold(key) in _columns() for key in keys)


def conditions_in_keys(texts: Iterable[str]) -> tuple[str, ...]:
    """Conditions with the printed name of a dimension or column replaced by its key."""
    return tuple(_condition(text, _columns()) for text in texts)


def metric_key(word: str, catalog: Registry[Metric]) -> str:
    """The key of the metric of this name; a word that is none stays as typed."""
    return _key(word, _names((metric.key, metric.label) for metric in catalog))


def _refuse_headers_unread(request: Request, bundle: Bundle) -> None:
    unread = {_fold(header): header for header in bundle.unmapped}
    columns = _of_headers(bundle)
    if (grain := next(iter(grains_of(request.by)), None)) is not None:
        raise UsageError(_OF_TIME.fill(word=grain[0]), _GRAIN.fill(grain=grain[1].value))
    for what, word in (
        *(("--by", word) for word in request.by),
        *(("--where", _key_typed(text)) for text in request.where),
    ):
        if word in DIMENSIONS or (what == "--where" and _fold(word) in _columns()):
            continue
        if _fold(word) in unread:
            header = unread[_fold(word)]
            cure = rep_lines(header, bundle) or _lines(what, header, bundle)
            raise UsageError(_NOT_UNDERSTOOD.fill(header=word), cure)
        if what == "--by" and (column := columns.get(_fold(word))) is not None:
            raise UsageError(_NO_SPLIT.fill(header=word, column=column_words(column)))


def grains_of(words: Iterable[str]) -> Iterator[tuple[str, Grain]]:
    """The words that name a length of time, with the grain.

    >>> [grain.value for _, grain in grains_of(["rep", "Month", "季度", "weekly"])]
    ['month', 'quarter', 'week']
    """
    named = {
        _fold(name): grain for grain, label in GRAIN_WORDS.items() for name in (grain, f"{grain}ly", label.en, label.zh)
    }
    yield from ((word, named[_fold(word)]) for word in words if _fold(word) in named)


def _lines(what: str, header: str, bundle: Bundle) -> Text:
    """The lines that make a header one that can be asked for, of the table and the files that have it."""
    spot = bundle.unmapped_in.get(header, Spot("orders", ("...",)))
    column = next(name for name in ("category", "region", "team", "customer_name") if name in TABLES[spot.table].names)
    return _MAP.fill(what=what, toml=spot.lines({column: header}))


def _key_typed(text: str) -> str:
    """What a condition is about, as typed; a text that is no condition as a whole."""
    match = _KEY.match(text)
    return match[1] if match else text


def _condition(text: str, names: Mapping[str, str]) -> str:
    return _KEY.sub(lambda match: _key(match[1], names), text, count=1)


def label_of(column: str) -> Text:
    """What reports call a column, or the dimension that it says."""
    if (key := dimension_of(column)) is not None:
        return DIMENSIONS[key].label
    labels = (each.label for table in _SALES_TABLES for each in TABLES[table].columns if each.name == column)
    return next(labels, same(column))


def _dimensions() -> Mapping[str, str]:
    return _names((dimension.key, dimension.label) for dimension in DIMENSIONS)


def _columns() -> Mapping[str, str]:
    """The names of all that conditions are about: dimensions before columns."""
    columns = _names((column.name, column.label) for table in _SALES_TABLES for column in TABLES[table].columns)
    return {**columns, **_dimensions()}


def _of_headers(bundle: Bundle | None) -> Mapping[str, str]:
    """The headers of the files, folded, with their columns."""
    return {} if bundle is None else {_fold(header): column for header, column in bundle.headers.items()}


def _names(labelled: Iterable[tuple[str, Text]]) -> Mapping[str, str]:
    """Names to keys; of things with one name the first."""
    names: dict[str, str] = {}
    for key, label in labelled:
        for name in (key, label.en, label.zh):
            names.setdefault(_fold(name), key)
    return names


def _key(word: str, names: Mapping[str, str]) -> str:
    return names.get(_fold(word), word)


def _fold(name: str) -> str:
    return folded(name).casefold()
