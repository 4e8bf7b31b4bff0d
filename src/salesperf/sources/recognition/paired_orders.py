"""Files of orders and files of their lines need each other: a half without its other half is none of ours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.known import OF_GOODS, Known, none_of_ours
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.candidate import HEADER, LINES, WHOLE, Verdict
from salesperf.sources.recognition.lacking_beside import half_alone
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.recognition.told_by_user import is_named

_LINES_ELSEWHERE = Text("another file has the lines of these orders", "这些订单的明细在另一个文件中")


def paired(
    tables: Sequence[Known],
    judged: Sequence[tuple[Verdict, Sample]],
    *,
    known: Sequence[Profile],
    named: Collection[Path],
) -> tuple[list[Known], dict[int, list[Issue]]]:
    """Header and lines files need each other; whole orders become headers where lines of theirs are given."""
    tables = list(tables)
    roles = [one.recognition.role if one.table == "orders" else "" for one in tables]
    faults: dict[int, list[Issue]] = {}
    for place in _other_lines(tables, roles):
        roles[place], tables[place] = "", none_of_ours(tables[place])
    if LINES in roles and HEADER not in roles:
        for place, one in enumerate(tables):
            order = one.found.get("order_id")
            is_whole = roles[place] == WHOLE and one.returned_by is None
            if is_whole and order and judged[place][1].is_unique(order.header, share=1.0):
                roles[place] = HEADER
                faults[place] = [issue("R404", _LINES_ELSEWHERE, Where(one.raw.file.name, one.raw.sheet))]
    for place, one in enumerate(tables):
        other = {HEADER: LINES, LINES: HEADER}.get(roles[place])
        if other and other not in roles:
            if is_named(one, named):
                faults[place] = half_alone(one, *judged[place], known=known, beside=tables)
            tables[place] = none_of_ours(one)
        elif roles[place] in {HEADER, LINES}:
            tables[place] = replace(one, recognition=replace(one.recognition, role=roles[place]))
    return tables, faults


def _other_lines(tables: Sequence[Known], roles: Sequence[str]) -> list[int]:
    """Lines files that say nothing of goods beside lines that do, or beside whole orders: payments of them, say."""
    lines = [place for place, role in enumerate(roles) if role == LINES]
    goods = [place for place in lines if not OF_GOODS.isdisjoint(tables[place].found)]
    has_better = bool(goods) or (WHOLE in roles and HEADER not in roles)
    return [place for place in lines if place not in goods] if has_better else []
