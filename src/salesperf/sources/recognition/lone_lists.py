"""Lists of products or customers that stand alone and say who bought what, when and for how much: sales perhaps.

Nothing could be measured of such a list; as none of ours it is refused with the lines that make it sales.
"""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.late import late
from salesperf.sources.known import Known, none_of_ours
from salesperf.sources.options import ReadOptions
from salesperf.sources.recognition.guessed_columns import is_date
from salesperf.sources.recognition.no_amounts import says_money
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words
from salesperf.tables.people_words import who_sells

_BUYER = late(r"\b(?:customer|client|buyer|member|user)\b|客户|会员|买家|用户")
_SOLD = late(r"\b(?:product|policy|plan|item)\b|产品|商品|险种")
_OF_A_LIST = late(
    r"birth|creat|since|join|last|first|hire|start|end|updat|valid|expir|regist|launch|modif|review|effective|crawl"
    r"|出生|创建|建档|入职|离职|最近|首次|生效|失效|注册|上市|更新|到期|有效"
)
"""Days that stand in lists."""


def without_lone_sales(tables: Sequence[Known], samples: Sequence[Sample], options: ReadOptions) -> list[Known]:
    """The tables, lone lists whose rows look like sales as none of ours; what the user says of them goes before."""
    found = list(tables)
    if options.as_table or any(one.table not in {*LOOKUPS, None} for one in tables):
        return found
    for place, (one, sample) in enumerate(zip(tables, samples, strict=True)):
        if one.table in {"products", "customers"} and one.told is None and _says_sales(one, sample):
            found[place] = none_of_ours(one)
    return found


def _says_sales(one: Known, sample: Sample) -> bool:
    """Whether headers name both sides of a sale, and columns that the list does not read its day and its money."""
    used = {mapped.header for mapped in one.found.values()}
    free = [header for header in one.raw.header if header not in used]
    if one.table == "products":
        has_sides = any(_BUYER.search(header_words(header)) for header in free)
    else:
        has_sides = who_sells(free) is not None and any(_SOLD.search(header_words(header)) for header in free)
    if not has_sides:
        return False
    has_money = any(says_money(header) and is_number_like(sample.rows[header]) for header in free)
    days = (header for header in free if not _OF_A_LIST.search(header_words(header)))
    return has_money and any(is_date(sample.rows[header]) for header in days)
