"""Which header that nobody reads may name those who sell, with the lines of salesperf.toml that say so."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.tables.bundle import Bundle
from salesperf.tables.people_words import who_sells

_LIKELY = Text(
    "likely: {header!r}; put into salesperf.toml:{toml}",
    "很可能是「{header}」：请在 salesperf.toml 中写入：{toml}",
)
_OTHER = Text("where {header!r} is of people: --by {key}", "「{header}」若为人员：请用 --by {key}")
_NAMES = "rep_name"


def likely_rep(bundle: Bundle, table: str) -> Text | None:
    """What is said of the header of a table that likely has the reps; None where none speaks of people who sell."""
    header = who_sells(header for header, spot in bundle.unmapped_in.items() if spot.table == table)
    return rep_lines(header, bundle) if header is not None else _other(bundle, table)


def rep_lines(header: str, bundle: Bundle) -> Text | None:
    """The lines that make a header the one of the reps; None where it is none of people, or reps are known already."""
    spot = bundle.unmapped_in.get(header)
    if spot is None or who_sells([header]) is None:
        return None
    known = bundle.get(spot.table)
    if known is not None and known.has(_NAMES):
        return None
    return _LIKELY.fill(header=header, toml=spot.lines({_NAMES: header}))


def _other(bundle: Bundle, table: str) -> Text | None:
    """The column of teams or managers of a table that has one: a team may be one person, a manager may sell."""
    known = bundle.get(table)
    for key in ("team", "manager"):
        header = next((header for header, column in bundle.headers.items() if column == key), None)
        if header is not None and known is not None and known.has(key):
            return _OTHER.fill(header=header, key=key)
    return None
