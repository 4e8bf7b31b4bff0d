"""Metrics and dimensions that there are not, of a pack that is no pack for other faults: all are told at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.catalog import CATALOG

UNKNOWN = Text("{place}: unknown {kind} {key!r}", "{place}：未知的{kind}「{key}」")
METRIC, DIMENSION = Text("metric", "指标"), Text("dimension", "维度")


def unknown_in_settings(values: Mapping[str, object], origins: Mapping[tuple[str, ...], str]) -> Iterator[Issue]:
    """Those of every `[packs.<name>]`, each in the file that writes it; metrics of one's own are known."""
    packs, own = values.get("packs"), values.get("metrics")
    custom = own.get("custom") if isinstance(own, Mapping) else None
    metrics = (*CATALOG.keys, *(custom if isinstance(custom, Mapping) else ()))
    for name, pack in packs.items() if isinstance(packs, Mapping) else ():
        path = ("packs", str(name), "sections")
        if isinstance(pack, Mapping):
            where = Where(origins.get(path))
            yield from unknown_as_written(pack.get("sections"), where, metrics=metrics, above=f"packs.{name}.")


def unknown_as_written(sections: object, where: Where, *, metrics: Collection[str], above: str = "") -> Iterator[Issue]:
    """The metrics and dimensions that there are not, of a pack that has other faults as well; `above` is its place."""
    listed = sections if isinstance(sections, list) else []
    for number, section in enumerate(listed, start=1):
        if not isinstance(section, dict):
            continue
        place = f"{above}sections[{number}] ({section.get('kind', '?')})"
        named = [*_texts(section.get("metric")), *_texts(section.get("metrics"))]
        for kind, keys, known in ((METRIC, named, metrics), (DIMENSION, _texts(section.get("by")), DIMENSIONS.keys)):
            for key in (one for one in keys if one not in known):
                told = UNKNOWN.fill(place=place, kind=kind, key=key)
                yield issue("C603", told, where, hint=did_you_mean(key, known), value=key)


def _texts(said: object) -> list[str]:
    return [one for one in (said if isinstance(said, list) else [said]) if isinstance(one, str)]
