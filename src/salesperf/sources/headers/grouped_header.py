"""Headers of two rows in which the upper one groups the lower: a year over its months, a metric over its quarters.

`layout` completes a header's empty cells; here names that repeat, that are parts of the year above them, or that are
another column's without their group (`ID` under `Customer`) get the group.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from salesperf.core.text import Text, folded
from salesperf.sources.headers.layout import ABOVE, Head, says_unit
from salesperf.sources.headers.merged_names import grouped_name, needs_its_group
from salesperf.sources.no_data.group_headings import name_of_groups
from salesperf.sources.no_data.row_kind import TITLE
from salesperf.sources.profile import is_known_header
from salesperf.sources.values.cell_shape import Cells

_YEAR = re.compile(
    r"^(?:fy|fiscal year)? ?'?(?:(?:19|20)\d\d|\d\d(?=$|年|财))(?: ?[-/] ?\d{2,4})? ?(?:年度?|财年|会计年度)?$"
)
_GROUPED = Text("and the row above groups it", "并由上一行分组")
_GROUPS = 2
"""Groups from which a row above the header parts it."""


def with_groups(grid: Sequence[Cells], head: Head, header: list[str]) -> tuple[Head, list[str]]:
    """The header with the group of the row above before each name that needs it, and that row no longer a title.

    A name needs its group where it stands under several groups, where groups are years (1月 under 2024年), or where
    `merged_names` says so.
    """
    if head.header is not None and (name := name_of_groups(header, head.titles, grid[head.body :])) is not None:
        header = [name, *header[1:]]
    if not head.header or says_unit(grid[head.header - 1]):
        return head, header
    above = [cell.strip() for cell in grid[head.header - 1]]
    starts = [at for at, cell in enumerate(above) if cell and at < len(header) and header[at].strip()]
    labels = [above[at] for at in starts]
    if len(set(labels)) < _GROUPS and not (labels and _is_year(labels[0]) and starts[0] > 0):
        return head, header
    groups = _groups(above, starts, len(header))
    counts = Counter(cell.strip() for cell in header if cell.strip())
    repeated = [at for at, cell in enumerate(header) if counts[cell.strip()] > 1 and groups[at]]
    years = {group for group in groups if _is_year(group)}
    if not repeated and len(years) == 1 and is_known_header(header):
        # One year over names that need none is that of a title.
        return head, header
    wanted = {at for at in repeated if _tells_apart(at, header, groups)}
    wanted |= {at for at, group in enumerate(groups) if group and _is_year(group) and header[at].strip()}
    wanted |= {at for at in range(len(header)) if needs_its_group(groups[at], header[at].strip())}
    if not wanted:
        return head, header
    named = [grouped_name(groups[at], cell) if at in wanted else cell for at, cell in enumerate(header)]
    return _without_title(head, labels), named


def _groups(above: Sequence[str], starts: Sequence[int], width: int) -> list[str]:
    """The group each column stands under: merged cells hold their text at their first column."""
    groups, group = [], ""
    for at in range(width):
        if at < len(above) and above[at]:
            group = above[at] if at in starts else ""
        groups.append(group)
    return groups


def _tells_apart(at: int, header: Sequence[str], groups: Sequence[str]) -> bool:
    same = [groups[other] for other, cell in enumerate(header) if cell.strip() == header[at].strip()]
    return len(set(same)) == len(same)


def _is_year(label: str) -> bool:
    return _YEAR.match(folded(label).lower()) is not None


def _without_title(head: Head, labels: Sequence[str]) -> Head:
    """The head with its group row counted as header, where `layout` counted it as a title."""
    count = head.dropped.get(TITLE, 0) - (0 if ABOVE in head.evidence else 1)
    dropped = {**head.dropped, TITLE: count} if count > 0 else {k: v for k, v in head.dropped.items() if k != TITLE}
    titles = tuple(title for title in head.titles if title not in labels)
    return replace(head, dropped=dropped, titles=titles, evidence=(*head.evidence, _GROUPED))
