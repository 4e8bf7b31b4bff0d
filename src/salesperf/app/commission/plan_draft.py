"""`commission plan new`: a first draft of a plan, with every choice that it must make beside what its answers pay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from salesperf.analyses.commission.plan import PERIODS, Plan
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.app.keys import quoted
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Lang, Text, listing

SCHEMES = ("tiered", "flat", "accelerator")
_MODES = ("marginal", "whole")
_CANNOT = Text("{flag} cannot be {wrote!r}", "{flag} 不能为「{wrote}」")
_TAKES = Text("it takes {names}", "可用的有：{names}")
_NO_RATE = Text("write 0.015 or 1.5%", "请写成 0.015 或 1.5%")
_NO_TIERS = Text(
    "write each tier as END:RATE and the last without an end, such as 100000:1% 2%",
    "每档写成 终点:比例，最后一档不写终点，例如 100000:1% 2%",
)
_FACTORS = Text(
    "write each tier as ATTAINMENT:FACTOR and the last without one, such as 100%:1 1.5",
    "每档写成 达成率:系数，最后一档不写达成率，例如 100%:1 1.5",
)
_NOT_A_DAY = Text("write it as 2026-01-31", "请写成 2026-01-31")
_NOT_A_CODE = Text("write three capital letters, such as USD", "请写三个大写字母，例如 CNY")
_EMPTY = Text("write a name", "请写一个名称")
_ASKS = {
    "id": Text("what is the plan called", "方案叫什么"),
    "scheme": Text(
        "how does it pay: by tiers, at one rate, or faster above a target", "如何计提：阶梯、单一比例，或按目标达成加速"
    ),
    "currency": Text("in which currency does it pay", "以什么币种计提"),
    "period": Text("how often is it settled", "多久结算一次"),
    "start": Text("from which day on does it hold", "自哪一天起生效"),
    "rate": Text("at which rate, such as 1.5%", "比例是多少，例如 1.5%"),
    "tiers": Text(
        "which tiers, each END:RATE, the last without an end: 100000:1% 200000:1.5% 2%",
        "各档写成 终点:比例，最后一档不写终点：100000:1% 200000:1.5% 2%",
    ),
    "factors": Text(
        "which tiers, each ATTAINMENT:FACTOR, the last without one: 100%:1 120%:1.5 2",
        "各档写成 达成率:系数，最后一档不写达成率：100%:1 120%:1.5 2",
    ),
}
_FREE = {
    "id": Text("the plan's name in tables of assignments", "方案分配表中使用的方案名称"),
    "from": Text("first day; `to` is the last, and not set while it is open", "首日；to 为末日，未结束时不写"),
    "currency": Text("ISO code of what it pays", "计提币种（ISO 代码）"),
    "period": Text("how often it is settled: month, quarter or year", "结算周期：month、quarter 或 year"),
    "component": Text(
        "what is paid: one [[component]] each, in the order of statements",
        "计提项目：每项一个 [[component]]，按对账单顺序",
    ),
    "measure": Text(
        "what is counted; `salesperf metrics list` names everything that can be",
        "计提依据；salesperf metrics list 列出全部可用指标",
    ),
}
_FLAGS = {"start": "--from", "tiers": "--tier", "factors": "--tier"}
_TOP = Text(
    "A draft: read it with `salesperf commission plan show`.", "草稿：可用 salesperf commission plan show 查看说明。"
)


class Open(Struct, frozen=True):
    """A question that is still open: its key, the flag that answers it, and the words it takes (any when empty)."""

    key: str
    asks: Text
    words: tuple[str, ...] = ()

    @property
    def flag(self) -> str:
        """How it is answered on the command line."""
        return flag_of(self.key)


def flag_of(key: str) -> str:
    """The flag that answers a question."""
    return _FLAGS.get(key, f"--{key.replace('_', '-')}")


def open_questions(answers: Mapping[str, str]) -> tuple[Open, ...]:
    """What is not answered yet, in order; which questions there are depends on the answers before."""
    return tuple(one for one in _questions(answers) if one.key not in answers)


def _questions(answers: Mapping[str, str]) -> Iterator[Open]:
    scheme = answers.get("scheme")
    yield Open("id", _ASKS["id"])
    yield Open("scheme", _ASKS["scheme"], SCHEMES)
    yield Open("currency", _ASKS["currency"])
    yield Open("period", _ASKS["period"], tuple(PERIODS))
    yield Open("start", _ASKS["start"])
    if scheme in {"flat", "accelerator"}:
        yield Open("rate", _ASKS["rate"])
    if scheme in {"tiered", "accelerator"}:
        yield Open(
            "factors" if scheme == "accelerator" else "tiers", _ASKS["factors" if scheme == "accelerator" else "tiers"]
        )
        yield _choice("mode", _MODES)
        if answers.get("mode") == "whole":
            yield _choice("tie")
    for key in ("rounding", "day_count", "clawback", "negative_balance", "returns_reduce_attainment"):
        yield _choice(key)


def _choice(key: str, words: Sequence[str] = ()) -> Open:
    return Open(key, CHOICES[key].sentence, tuple(words) or tuple(one.word for one in CHOICES[key].options))


def checked(question: Open, answer: str) -> str:
    """An answer as a plan writes it; raises `UsageError` for one that cannot be."""
    answer = answer.strip()
    if question.words and answer not in question.words:
        hint = did_you_mean(answer, question.words) or _TAKES.fill(names=listing(question.words))
        raise UsageError(_CANNOT.fill(flag=question.flag, wrote=answer), hint)
    fault = _FAULTS.get(question.key)
    if fault is not None and not fault[0](answer):
        raise UsageError(_CANNOT.fill(flag=question.flag, wrote=answer), fault[1])
    return answer


def _is_day(answer: str) -> bool:
    try:
        date.fromisoformat(answer)
    except ValueError:
        return False
    return True


def _number(text: str) -> Decimal | None:
    """A number, or a share in per cent."""
    bare = text.strip().replace("_", "").replace(",", "")
    try:
        found = Decimal(bare.removesuffix("%"))
    except InvalidOperation:
        return None
    return found.scaleb(-2) if bare.endswith("%") and found.is_finite() else found if found.is_finite() else None


def _pairs(answer: str) -> list[tuple[Decimal | None, Decimal]] | None:
    """Tiers as their ends and rates; None where one is not written as such."""
    found: list[tuple[Decimal | None, Decimal]] = []
    for word in re.split(r"[\s;；]+", answer.strip()):
        end, colon, rate = word.rpartition(":")
        to, pays = _number(end) if colon else None, _number(rate)
        if pays is None or (colon and to is None):
            return None
        found.append((to, pays))
    is_open = [to is None for to, _ in found]
    return found if found and is_open[-1] and not any(is_open[:-1]) else None


def _is_code(answer: str) -> bool:
    return re.fullmatch("[A-Z]{3}", answer) is not None


def _is_number(answer: str) -> bool:
    return _number(answer) is not None


def _are_tiers(answer: str) -> bool:
    return _pairs(answer) is not None


def _is_name(answer: str) -> bool:
    return bool(answer)


_FAULTS: Mapping[str, tuple[Callable[[str], bool], Text]] = {
    "id": (_is_name, _EMPTY),
    "currency": (_is_code, _NOT_A_CODE),
    "start": (_is_day, _NOT_A_DAY),
    "rate": (_is_number, _NO_RATE),
    "tiers": (_are_tiers, _NO_TIERS),
    "factors": (_are_tiers, _FACTORS),
}


def draft(answers: Mapping[str, str], *, lang: Lang) -> str:
    """The plan file; every answer must have been checked. Raises `UsageError` for tiers that do not ascend."""
    text = "\n".join(_lines(answers, lang))
    try:
        Plan.model_validate(tomllib.loads(text, parse_float=Decimal))
    except ValueError as fault:
        key = "factors" if answers["scheme"] == "accelerator" else "tiers"
        wrote = answers.get(key, "")
        hint = _FACTORS if key == "factors" else _NO_TIERS
        raise UsageError(_CANNOT.fill(flag=flag_of(key), wrote=wrote), hint) from fault
    return text


def _lines(answers: Mapping[str, str], lang: Lang) -> Iterator[str]:
    yield f"# {_TOP.say(lang)}"
    yield "[plan]"
    yield f"id = {quoted(answers['id'])}  # {_FREE['id'].say(lang)}"
    yield "version = 1"
    yield f"from = {answers['start']}  # {_FREE['from'].say(lang)}"
    yield f"currency = {quoted(answers['currency'])}  # {_FREE['currency'].say(lang)}"
    yield f"period = {quoted(answers['period'])}  # {_FREE['period'].say(lang)}"
    for key in ("rounding", "day_count", "clawback", "negative_balance", "returns_reduce_attainment"):
        yield from _commented(key, lang)
        yield _of_terms(key, answers[key])
    yield ""
    yield f"# {_FREE['component'].say(lang)}"
    yield "[[component]]"
    yield 'name = "base"'
    yield f'measure = "net_revenue"  # {_FREE["measure"].say(lang)}'
    yield f"rule = {quoted(answers['scheme'])}"
    for key in ("mode", "tie"):
        if key in answers:
            yield from _commented(key, lang)
            yield f"{key} = {quoted(answers[key])}"
    if "rate" in answers:
        yield f"rate = {_number(answers['rate']):f}"
    yield from _tiers(answers)
    yield ""


def _commented(key: str, lang: Lang) -> Iterator[str]:
    """A choice with its answers, a comment line each."""
    yield f"# {CHOICES[key].question.say(lang)}"
    for one in CHOICES[key].options:
        yield f"#   {one.word}: {one.meaning.say(lang)} ({one.pays.say(lang)})"


def _of_terms(key: str, answer: str) -> str:
    if key == "rounding":
        return f"rounding = {{ mode = {quoted(answer)}, places = 2 }}"
    return f"{key} = {answer if answer in {'true', 'false'} else quoted(answer)}"


def _tiers(answers: Mapping[str, str]) -> Iterator[str]:
    key, pays = ("factors", "factor") if answers["scheme"] == "accelerator" else ("tiers", "rate")
    pairs = _pairs(answers.get(key, "")) if answers["scheme"] != "flat" else None
    if pairs:
        yield "tiers = ["
        for to, rate in pairs:
            yield f"  {{ {pays} = {rate:f} }}," if to is None else f"  {{ to = {to:f}, {pays} = {rate:f} }},"
        yield "]"
