"""`metrics list` and `metrics show`: what every number means, in words and as a formula."""

from __future__ import annotations

from typing import assert_never

from salesperf.app.layers import configured
from salesperf.app.sheets import sheet
from salesperf.app.workspace import Ask, lang_of, metrics_of
from salesperf.core.registry import Registry
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.of_targets import OF_TARGETS, TargetMeasure
from salesperf.metrics.model import FAMILY_WORDS, Better, Derived, Distinct, Formula, Metric, Ratio, Simple, Snapshot
from salesperf.metrics.naming import metric_key
from salesperf.report.model import Column, Report

_BETTER = {
    Better.UP: Text("higher is better", "越高越好"),
    Better.DOWN: Text("lower is better", "越低越好"),
    Better.NEITHER: Text("neither", "中性"),
}
_UNITS = {
    Unit.MONEY: Text("money", "金额"),
    Unit.PRICE: Text("price", "单价"),
    Unit.COUNT: Text("count", "计数"),
    Unit.QUANTITY: Text("quantity", "数量"),
    Unit.RATIO: Text("ratio", "比率"),
    Unit.CHANCE: Text("probability", "概率"),
    Unit.GROWTH: Text("growth", "变动率"),
    Unit.POINTS: Text("points", "百分点"),
    Unit.SCORE: Text("score", "净分值"),
    Unit.DAYS: Text("days", "天数"),
    Unit.HOURS: Text("hours", "小时数"),
    Unit.NUMBER: Text("number", "数值"),
}
_TARGETS = "targets"
_GROUPS = {
    "revenue": Text("revenue", "销售"),
    "customers": Text("customers", "客户"),
    "leads": Text("leads", "线索"),
    "activities": Text("activities", "销售活动"),
    "satisfaction": Text("satisfaction", "满意度"),
    "custom": Text("custom", "自定义"),
    _TARGETS: Text("targets", "目标"),
}
_LIST = (
    Column("metric", Text("metric", "指标代码")),
    Column("label", Text("name", "名称")),
    Column("group", Text("group", "分组")),
    Column("unit", Text("unit", "单位")),
    Column("meaning", Text("meaning", "含义")),
)
_SHOW = (Column("field", Text("field", "项目")), Column("value", Text("value", "内容")))


def list_report(ask: Ask) -> Report:
    """One row per metric there is, the user's own at the end."""
    catalog, lang = _catalog(ask)
    rows = [
        (metric.key, metric.label.say(lang), metric.group, metric.unit.value, metric.meaning.say(lang))
        for metric in catalog
    ] + [
        (measure.key, measure.label.say(lang), _TARGETS, measure.unit.value, measure.meaning.say(lang))
        for measure in OF_TARGETS
    ]
    words = [
        (key, label, _GROUPS.get(group, same(group)).say(lang), _UNITS[Unit(unit)].say(lang), meaning)
        for key, label, group, unit, meaning in rows
    ]
    return sheet("salesperf.metrics/1", Text("Metrics", "指标"), _LIST, rows, lang=lang, shown=words)


def metric_report(ask: Ask, key: str) -> Report:
    """Everything about one metric, by its key or printed name; an unknown one is a usage error that suggests."""
    catalog, lang = _catalog(ask)
    measure = next((one for one in OF_TARGETS if key in {one.key, one.label.en, one.label.zh}), None)
    if measure is not None:
        shown = (Text("shown by", "所在命令"), f"salesperf {measure.command}")
        return _page(measure, measure.formula, shown, lang)
    metric = catalog.find(metric_key(key, catalog))
    return _page(metric, formula_text(metric.formula), (Text("only rows", "筛选条件"), ", ".join(metric.where)), lang)


def _page(one: Metric | TargetMeasure, formula: Text, own: tuple[Text, str], lang: Lang) -> Report:
    """What is said of every metric, and the one line that only its kind has."""
    lines = [
        (Text("metric", "指标代码"), one.key),
        (Text("name", "名称"), one.label.say(lang)),
        (Text("meaning", "含义"), one.meaning.say(lang)),
        (Text("formula", "公式"), formula.say(lang)),
        own,
        (Text("unit", "单位"), _UNITS[one.unit].say(lang)),
        (Text("direction", "方向"), _BETTER[one.better].say(lang)),
        (Text("family", "类别"), FAMILY_WORDS[one.family].say(lang)),
        (Text("example", "算例"), one.example.working if one.example else ""),
        (Text("example gives", "算例结果"), str(one.example.value) if one.example else ""),
    ]
    rows = [(field.say(lang), str(value)) for field, value in lines if value]
    return sheet("salesperf.metric/1", one.label, _SHOW, rows, lang=lang)


def _catalog(ask: Ask) -> tuple[Registry[Metric], Lang]:
    found = configured((), ask.surroundings, config=ask.config, flags=ask.flags)
    return metrics_of(found), lang_of(found)


def formula_text(formula: Formula) -> Text:
    """The formula as people write it.

    >>> formula_text(Ratio("net_revenue", "orders")).en
    'net_revenue / orders'
    """
    match formula:
        case Simple(atom):
            return Text(f"sum of {atom}", f"{atom} 求和")
        case Distinct(atom):
            return Text(f"number of different {atom}", f"{atom} 去重计数")
        case Snapshot(atom):
            return Text(f"{atom} at the end of the period", f"期末的 {atom}")
        case Ratio(numerator, denominator, positive):
            plain = f"{numerator} / {denominator}"
            return Text(f"{plain}, {denominator} > 0", f"{plain}，{denominator} > 0") if positive else same(plain)
        case Derived(expression):
            return same(expression)
        case _:
            assert_never(formula)
