"""What a plan says beside its components, in sentences: when and for whom it holds, pools, limits, draws."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.commission.in_words.components import measure_words
from salesperf.analyses.commission.in_words.tiers import SEMICOLON, share_words
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.pools.terms import Pool, WeightedPool
from salesperf.core.period import GRAIN_WORDS
from salesperf.core.registry import Registry
from salesperf.core.text import Text, listing
from salesperf.metrics.model import Metric

_HOLDS = Text("it holds from {start} on", "自{start}起生效")
_HOLDS_TO = Text("it holds from {start} to {end}", "{start}至{end}有效")
_SETTLED = Text("it pays in {currency} and is settled every {grain}", "以 {currency} 计提，每{grain}结算一次")
_FOR_ALL = Text("it is for everybody, unless a table of assignments says whom", "适用于所有人，除非方案分配表另有规定")
_FOR = Text("it is for {who}, unless a table of assignments says whom", "适用于{who}，除非方案分配表另有规定")
_WHO = {
    "reps": Text("the reps {names}", "销售员{names}"),
    "teams": Text("the teams {names}", "团队{names}"),
    "roles": Text("the roles {names}", "岗位{names}"),
}
_POOL = Text("a pool of {rate} of the team's {measure}, shared {share}", "团队{measure}的{rate}，{share}")
_SHARES = {
    "equal": Text("equally", "平均分配"),
    "weighted": Text("by weights of roles", "按岗位权重分配"),
    "contribution": Text("by contribution", "按贡献分配"),
    "contribution_and_score": Text("by contribution and score", "按贡献与评分分配"),
}
_WEIGHTS = Text("weights: {weights}", "权重：{weights}")
_GATE = Text("nothing is paid below an attainment of {gate} of the team's target", "团队目标达成率低于{gate}不付")
_HEAD = Text("one head gets {cap} at most; what lies above is {beyond}", "每人最多{cap}，超出部分{beyond}")
_BEYOND = {"withheld": Text("not paid", "不付"), "shared": Text("shared by the others", "由其他人分享")}
_PRORATED = Text(
    "a target is cut to the days on which somebody was there under the plan", "目标按在岗且适用方案的天数折算"
)
_UNPAID = Text("who has no target is not paid by what asks for one", "没有目标的人不按需要目标的规则计提")
_RAMP = Text("in the first months from the hire on a target counts {shares}", "自入职当月起各月目标依次按{shares}计")
_PERSON_CAP = Text("all components together pay somebody {cap} at most a {grain}", "每人每{grain}合计最多{cap}")
_PERSON_FLOOR = Text("where they pay anything they pay {floor} at least", "有提成时至少{floor}")
_GUARANTEE = Text(
    "commission is filled up to {amount} a {grain}, nothing of it owed back", "每{grain}提成补足至{amount}，无需归还"
)
_FOR_PERIODS = Text("in the first {periods} periods of a person", "限个人前{periods}期")
_DRAW = Text("{amount} a {grain} are paid ahead, {style}, {kind}", "每{grain}预支{amount}，{style}，{kind}")
_STYLES = {"minimum": Text("as a minimum", "补足至该额"), "additive": Text("on top of commission", "在提成之外另付")}
_KINDS = {
    "recoverable": Text("taken back of later commission", "由以后提成扣还"),
    "non_recoverable": Text("never owed back", "无需归还"),
}
_HOLDBACK = Text(
    "{share} of a {grain}'s commission is kept back and released {after} periods later",
    "每{grain}提成暂扣{share}，{after}期后发放",
)
_LATER = Text(", ", "，")


def terms_words(plan: Plan) -> tuple[Text, ...]:
    """When it holds, in which currency and how often it pays, and for whom."""
    terms = plan.plan
    days = _HOLDS if terms.to is None else _HOLDS_TO
    named = () if terms.who is None else tuple((key, getattr(terms.who, key)) for key in _WHO)
    who = [_WHO[key].fill(names=listing(names)) for key, names in named if names]
    return (
        days.fill(start=terms.start, end=terms.to),
        _SETTLED.fill(currency=terms.currency, grain=GRAIN_WORDS[terms.grain]),
        _FOR.fill(who=listing(who, SEMICOLON)) if who else _FOR_ALL,
    )


def pool_words(pool: Pool, catalog: Registry[Metric]) -> tuple[Text, ...]:
    """What fills a pool, from when on it is paid, and what a head gets at most."""
    return tuple(_of_pool(pool, catalog))


def _of_pool(pool: Pool, catalog: Registry[Metric]) -> Iterator[Text]:
    measure = measure_words(pool.measure, catalog)
    yield _POOL.fill(rate=share_words(pool.rate), measure=measure, share=_SHARES[pool.share])
    if isinstance(pool, WeightedPool):
        yield _WEIGHTS.fill(weights=listing(f"{role} {figure(weight)}" for role, weight in pool.weights.items()))
    if pool.gate is not None:
        yield _GATE.fill(gate=share_words(pool.gate))
    if pool.cap is not None and pool.beyond is not None:
        yield _HEAD.fill(cap=figure(pool.cap), beyond=_BEYOND[pool.beyond])


def person_words(plan: Plan) -> tuple[Text, ...]:
    """What holds for all that a person is paid: limits, guarantee, draw, holdback."""
    return tuple(_of_person(plan))


def _of_person(plan: Plan) -> Iterator[Text]:
    grain = GRAIN_WORDS[plan.plan.grain]
    if plan.quota is not None and plan.quota.prorate:
        yield _PRORATED
    if plan.quota is not None and plan.quota.ramp:
        yield _RAMP.fill(shares=listing(map(share_words, plan.quota.ramp)))
    if plan.quota is not None and plan.quota.missing == "unpaid":
        yield _UNPAID
    if plan.person is not None and plan.person.cap is not None:
        yield _PERSON_CAP.fill(cap=figure(plan.person.cap), grain=grain)
    if plan.person is not None and plan.person.floor is not None:
        yield _PERSON_FLOOR.fill(floor=figure(plan.person.floor))
    if plan.guarantee is not None:
        yield _first(_GUARANTEE.fill(amount=figure(plan.guarantee.amount), grain=grain), plan.guarantee.periods)
    if plan.draw is not None:
        style, kind = _STYLES[plan.draw.style], _KINDS[plan.draw.kind]
        told = _DRAW.fill(amount=figure(plan.draw.amount), grain=grain, style=style, kind=kind)
        yield _first(told, plan.draw.periods)
    if plan.holdback is not None:
        share, after = share_words(plan.holdback.share), plan.holdback.release_after
        yield _HOLDBACK.fill(share=share, grain=grain, after=after)


def _first(told: Text, periods: int | None) -> Text:
    """A sentence, with the periods of a person that it is limited to."""
    return told if periods is None else listing((told, _FOR_PERIODS.fill(periods=periods)), _LATER)
