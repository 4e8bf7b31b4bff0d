"""A plan as a report: its terms, each component in sentences with its payout curve, and the choices it makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.in_words.components import component_words, is_money
from salesperf.analyses.commission.in_words.honours import honour_words
from salesperf.analyses.commission.in_words.payout_curve import NOTIONAL, Over, PayoutCurve, payout_curve
from salesperf.analyses.commission.in_words.terms import person_words, pool_words, terms_words
from salesperf.analyses.commission.plan import AnyComponent, Plan
from salesperf.analyses.commission.written.choice import Choice, Option
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.core.money import EXACT
from salesperf.core.registry import Registry
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.metrics.model import Metric
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, Section, Sentence, TableBlock

SCHEMA = "salesperf.commission-plan/1"
_TITLE = Text("The plan {plan}, version {version}", "方案 {plan}，第{version}版")
_TERMS = Text("Terms", "条款")
_PERSON = Text("What holds for all of a person's pay", "对个人合计的约定")
_POOL = Text("{label} (pool)", "{label}（团队奖金池）")
_HONOUR = Text("{label} (honour)", "{label}（荣誉）")
_CHOICES = Text("What the plan decides", "方案的选择")
_CURVE = Text("{label}: payout by {over}", "{label}：随{over}变化的提成")
_OVER = {
    Over.CREDITED: phrases.CREDITED,
    Over.ATTAINMENT: phrases.ATTAINMENT,
    Over.DECIDING: Text("what decides the tier", "决定档位的数值"),
    Over.MARGIN: Text("margin", "毛利率"),
}
_SHARE = Text("share of what was credited", "占计提业绩")
_NOTIONAL = {
    Over.ATTAINMENT: Text("{label}: the curve is of a target of {amount}", "{label}：曲线按目标 {amount} 计算"),
    Over.DECIDING: Text("{label}: the curve is of {amount} credited", "{label}：曲线按计提业绩 {amount} 计算"),
    Over.MARGIN: Text("{label}: the curve is of a revenue of {amount}", "{label}：曲线按收入 {amount} 计算"),
}
_NO_CURVE = Text(
    "{label} has no curve: what it pays depends on more than one figure", "{label} 没有曲线：其提成取决于不止一个数值"
)
_PART = Text("part", "部分")
_NAME = Text("name", "名称")
_WORDS = Text("in words", "说明")
_DECIDED = Text("{question}? {place} = {word}: {meaning} ({pays})", "{question}？{place} = {word}：{meaning}（{pays}）")
_SENTENCE = Text("{said}.", "{said}。")
_RECORDS = (Column("part", _PART), Column("name", _NAME), Column("words", _WORDS))


class _Said(Struct, frozen=True):
    """Sentences about one part of a plan."""

    part: str
    name: str
    title: Text
    words: tuple[Text, ...]
    curve: PayoutCurve | None = None
    unit: Unit = Unit.QUANTITY


def plan_report(plan: Plan, *, catalog: Registry[Metric], lang: Lang) -> Report:
    """Say what a plan pays; records: a sentence each."""
    terms = plan.plan
    parts = tuple(_parts(plan, catalog))
    sections = (*(_section(one, number) for number, one in enumerate(parts)), _decided(plan))
    said = [(one.part, one.name, text.say(lang)) for one in parts for text in one.words]
    made = [("choice", place, f"{option.word}: {option.meaning.say(lang)}") for place, _, option in _choices(plan)]
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(plan=terms.label, version=terms.version),
        lang=lang,
        blocks=(),
        records=Records(_RECORDS, (*said, *made)),
        notes=tuple(_notes(parts)),
        meta=Meta(currency=terms.currency),
        sections=sections,
    )


def said_of(plan: Plan, catalog: Registry[Metric], *, key: str) -> tuple[Section, ...]:
    """What a plan pays, in sections of sentences alone; their keys begin with `key`."""
    parts = enumerate(_parts(plan, catalog))
    return tuple(
        Section(f"{key}_{one.part}_{number}", one.title, tuple(map(_sentence, one.words))) for number, one in parts
    )


def _parts(plan: Plan, catalog: Registry[Metric]) -> Iterator[_Said]:
    yield _Said("plan", plan.plan.id, _TERMS, terms_words(plan))
    for one in plan.component:
        words = component_words(one, grain=plan.plan.grain, catalog=catalog)
        unit = catalog[one.measure].unit if one.measure in catalog else Unit.QUANTITY
        yield _Said("component", one.name, one.label, words, _curve(one, catalog), unit)
    for pool in plan.pool:
        yield _Said("pool", pool.name, _POOL.fill(label=pool.label), pool_words(pool, catalog))
    for honour in plan.honour:
        words = honour_words(honour, grain=plan.plan.grain, catalog=catalog)
        yield _Said("honour", honour.name, _HONOUR.fill(label=honour.label), words)
    if words := person_words(plan):
        yield _Said("person", plan.plan.id, _PERSON, words)


def _curve(component: AnyComponent, catalog: Registry[Metric]) -> PayoutCurve | None:
    return payout_curve(component, in_money=is_money(component.measure, catalog))


def _section(one: _Said, number: int) -> Section:
    blocks = () if one.curve is None else (_table(one, one.curve, number),)
    return Section(f"{one.part}_{number}", one.title, tuple(map(_sentence, one.words)), blocks=blocks)


def _table(one: _Said, curve: PayoutCurve, number: int) -> TableBlock:
    title = _CURVE.fill(label=one.title, over=_OVER[curve.over])
    is_share = curve.over in {Over.ATTAINMENT, Over.MARGIN}
    in_money = one.unit is Unit.MONEY
    columns = (
        Column("at", _OVER[curve.over], Unit.RATIO if is_share else Unit.QUANTITY),
        Column("payout", phrases.PAY, Unit.MONEY),
        *((Column("share", _SHARE, Unit.RATIO),) if in_money else ()),
    )
    rows = []
    for point in curve.points:
        at = Cell(float(point.at) if is_share else point.at)
        share = float(EXACT.divide(point.pay, point.credited)) if point.credited else None
        rows.append(Row((at, Cell(point.pay), *((Cell(share),) if in_money else ()))))
    figure = Figure(FigureKind.LINE, f"curve_{number}", title, "at", ("payout",))
    return TableBlock(f"curve_{number}", title, columns, tuple(rows), figures=(figure,), is_backing=True)


def _sentence(told: Text) -> Sentence:
    """Words as a sentence: with a capital, to its full stop."""
    return Sentence(_SENTENCE.fill(said=Text(told.en[:1].upper() + told.en[1:], told.zh)))


def _decided(plan: Plan) -> Section:
    told = [
        _DECIDED.fill(question=choice.question, place=place, word=option.word, meaning=option.meaning, pays=option.pays)
        for place, choice, option in _choices(plan)
    ]
    return Section("choices", _CHOICES, tuple(map(_sentence, told)))


def _choices(plan: Plan) -> Iterator[tuple[str, Choice, Option]]:
    """Every choice that the plan makes: where it stands, what it is about, and the answer."""
    terms = plan.plan
    answers: list[tuple[str, str, object]] = [
        ("rounding", "plan.rounding", terms.rounding.mode),
        ("day_count", "plan.day_count", terms.day_count),
        ("clawback", "plan.clawback", terms.clawback),
        ("negative_balance", "plan.negative_balance", terms.negative_balance),
        ("returns_reduce_attainment", "plan.returns_reduce_attainment", terms.returns_reduce_attainment),
        ("overlays", "plan.overlays", terms.overlays),
        ("fx", "plan.fx", terms.fx),
    ]
    answers += [
        (key, f"{one.name}.{key}", getattr(one, key, None)) for one in plan.component for key in ("mode", "tie", "base")
    ]
    for key, place, answer in answers:
        word = str(answer).lower() if isinstance(answer, bool) else str(answer)
        for option in CHOICES[key].options:
            if answer is not None and option.word == word:
                yield place, CHOICES[key], option


def _notes(parts: Sequence[_Said]) -> Iterator[Note]:
    for one in parts:
        if one.part == "component" and one.curve is None:
            yield Note("no_curve", _NO_CURVE.fill(label=one.title))
        elif one.curve is not None and one.curve.over in _NOTIONAL:
            amount = same(phrases.figure(NOTIONAL))
            yield Note("notional", _NOTIONAL[one.curve.over].fill(label=one.title, amount=amount))
