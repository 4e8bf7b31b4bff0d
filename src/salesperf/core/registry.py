"""Read-only collections of named things; a wrong name is answered with the closest right ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar, runtime_checkable

from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean, did_you_mean_by_words
from salesperf.core.text import Text, listing


class Keyed(Protocol):
    """Anything with a stable key."""

    @property
    def key(self) -> str:
        """The stable name."""
        ...


@runtime_checkable
class Described(Keyed, Protocol):
    """A thing that people know by words too."""

    label: Text

    @property
    def words(self) -> tuple[str, ...]:
        """Other names it goes by, then what it means."""
        ...


T = TypeVar("T", bound=Keyed)

_KINDS = {
    "metric": Text("metric", "指标"),
    "dimension": Text("dimension", "维度"),
    "table": Text("table", "数据表"),
    "format": Text("format", "格式"),
    "atom": Text("atom", "基础量"),
    "issue code": Text("issue code", "问题代码"),
}
"""What a registry holds, in words for people."""
_NOT_HERE = Text("{key!r} cannot be asked for here", "此处不能使用「{key}」")


@dataclass(frozen=True)
class Registry(Generic[T]):
    """Things of one kind by key, in the order given."""

    kind: str
    items: tuple[T, ...]
    elsewhere: Mapping[str, Text] = field(default_factory=dict, repr=False)
    """Names that are not in it though people look for them here, and where they are."""
    _by_key: dict[str, T] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_key = {item.key: item for item in self.items}
        if len(by_key) != len(self.items):
            keys = [item.key for item in self.items]
            repeated = sorted({key for key in keys if keys.count(key) > 1})
            raise ValueError(f"{self.kind} listed twice: {', '.join(repeated)}")
        object.__setattr__(self, "_by_key", by_key)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> T:
        return self._by_key[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in order."""
        return tuple(self._by_key)

    def find(self, key: str) -> T:
        """The thing named `key`; an unknown name is a usage error that suggests."""
        if key in self._by_key:
            return self._by_key[key]
        if key in self.elsewhere:
            raise UsageError(_NOT_HERE.fill(key=key), self.elsewhere[key])
        hint = self._meant(key) or Text("known: {names}", "可用的有：{names}").fill(names=listing(self._by_key))
        told = Text("unknown {kind} {key!r}", "未知的{kind}「{key}」").fill(
            kind=_KINDS.get(self.kind, self.kind), key=key
        )
        raise UsageError(told, hint)

    def _meant(self, word: str) -> Text:
        described = {item.key: (item.label, item.words) for item in self.items if isinstance(item, Described)}
        return did_you_mean_by_words(word, described) if described else did_you_mean(word, self._by_key)

    def extended(self, more: tuple[T, ...]) -> Registry[T]:
        """The same registry with more things at its end."""
        return Registry(self.kind, (*self.items, *more), self.elsewhere)
