"""What a table lacks, said with the headers that may be meant and with all there are."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from salesperf.core.text import Text, in_quotes, listing, same
from salesperf.sources.known import Known, tables_beside
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.candidate import Candidate
from salesperf.sources.recognition.closest_headers import closest_headers
from salesperf.sources.recognition.column_hint import Place, place_of
from salesperf.sources.recognition.detect import table_aliases
from salesperf.sources.recognition.months_only import hint_of_months
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import column_words, table_words

_HEADERS = 12
"""Headers of a file that a message lists."""
_LONG = 40
"""Characters of a header from which a message cuts it."""
SEMICOLON = Text("; ", "；")
_NOTHING = same("")
_NEEDS = Text("{table} needs {column}, which no header gives", "{table}需要{column}，但没有表头与之对应")
_THERE = Text("its headers: {headers}", "现有表头：{headers}")
_THERE_AND_MORE = Text("its headers: {headers} and {more} more", "现有表头：{headers} 等，另有 {more} 个")
_CLOSEST = Text("closest headers: {headers}", "最接近的表头：{headers}")


def lack_of(column: str, candidate: Candidate, sample: Sample, known: Sequence[Profile]) -> Text:
    """That a table needs a column, with the headers most like it and all there are."""
    close = said_close(closest_to(column, candidate, sample, known))
    said = _NEEDS.fill(table=table_words(candidate.table), column=column_words(column))
    return listing((said, *((close,) if close else ()), headers_there(sample)), SEMICOLON)


def closest_to(column: str, candidate: Candidate, sample: Sample, known: Sequence[Profile]) -> tuple[str, ...]:
    """The headers most like a column, of those that are not understood otherwise."""
    used = {mapped.header for mapped in candidate.found.values()}
    free = [header for header in sample.header if header not in used]
    return closest_headers(column, free, table_aliases(TABLES[candidate.table], sample, known))


def headers_there(sample: Sample) -> Text:
    """The headers of the file, so that the missing one can be told."""
    more = len(sample.header) - _HEADERS
    named = in_quotes(
        header if len(header) <= _LONG else header[: _LONG - 1] + "…" for header in sample.header[:_HEADERS]
    )
    return (_THERE_AND_MORE if more > 0 else _THERE).fill(headers=named, more=more)


def said_close(headers: Sequence[str]) -> Text:
    """The headers that are close; nothing where none is."""
    return _CLOSEST.fill(headers=in_quotes(headers)) if headers else _NOTHING


def months_instead(candidate: Candidate, sample: Sample) -> Text | None:
    """What to do where the file says months instead of days."""
    return hint_of_months(sample, taken=frozenset(mapped.header for mapped in candidate.found.values()))


def place_among(one: Known, beside: Sequence[Known]) -> Place:
    """How lines of the configuration name a table among those that are read."""
    place = place_of(one.raw, [other.raw for other in beside])
    return place if place.sheet is None else replace(place, beside=tables_beside(one, beside))
