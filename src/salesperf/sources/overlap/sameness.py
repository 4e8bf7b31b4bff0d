"""What files have in common, and what a report must say of it: files counted once, and rows that may count twice."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from salesperf.core.text import Count, Text

COPY = Text(
    "{rows:row|rows} left out{money}: {other} has all of them too",
    "有 {rows} 行未计入{money}：{other} 已包含全部这些行",
)
TWICE = Text(
    "{rows:row|rows} in {other} too, counted in both{money}",
    "有 {rows} 行与 {other} 相同，两处均已计入{money}",
)
_OF_FILE = Text("{file}: {said}", "{file}：{said}")
_CURE = Text(
    "{said}; if they are the same sales, export each period once, or with order ids",
    "{said}；如为同一笔销售，请按期间分别导出、避免重叠，或导出订单号",
)
_FURTHER = Text(
    "{count} more pairs of files are so (salesperf check)", "另有 {count} 对文件如此（详见 salesperf check）"
)
_NOTED = 3
"""Pairs of files that a report names."""
_MONEY = Text(", {amount} in all", "，金额合计 {amount}")


class SameRows(Struct, frozen=True):
    """Rows of the file at `place` that stand in the file at `other` too, and their money, None without amounts."""

    place: int
    other: int
    rows: int
    amount: Decimal | None

    def told(self, text: Text, names: Mapping[int, str]) -> Text:
        """What the finding says."""
        money = Text("", "") if self.amount is None else _MONEY.fill(amount=f"{self.amount:,.2f}")
        en, zh = (
            text.fill(rows=Count(self.rows), other=names[self.other], money=said) for said in (money.en, money.zh)
        )
        return Text(en.en, zh.zh)


class Sameness(Struct, frozen=True):
    """Files that another holds whole, which count once, and files that share a part, which count as they are."""

    copies: tuple[SameRows, ...] = ()
    partly: tuple[SameRows, ...] = ()

    def notes(self, names: Mapping[int, str]) -> tuple[Text, ...]:
        """What a report must say of money that was left out, or may be counted twice."""
        told = [(COPY, one) for one in self.copies] + [(TWICE, one) for one in self.partly]
        first = ((text is TWICE, one, one.told(text, names)) for text, one in told[:_NOTED])
        said = [
            _OF_FILE.fill(file=names[one.place], said=_CURE.fill(said=words) if is_open else words)
            for is_open, one, words in first
        ]
        more = len(told) - _NOTED
        return (*said, _FURTHER.fill(count=more)) if more > 0 else tuple(said)
