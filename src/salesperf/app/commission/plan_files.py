"""Plan files read: TOML whose numbers are decimals, and every fault of it at once in the user's words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.app.config_faults import faults_of, key_path
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Issue, Where
from salesperf.core.text import Text

_CANNOT_READ = Text("the plan {file} cannot be read", "方案文件 {file} 无法读取")
_NO_PLAN = Text("the plan {file} cannot be used", "方案文件 {file} 不能使用")
_OPEN = Text("{path} is missing: {sentence}", "缺少 {path}：{sentence}")
_SEE_BELOW = Text("correct what is listed", "请修正所列各项")


def read_plan(path: Path) -> Plan:
    """One plan file; raises `ConfigError` with everything that is wrong with it."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        told = issue("C601", Text(str(fault), str(fault)), Where(file=path.name))
        raise ConfigError(_CANNOT_READ.fill(file=path.name), _SEE_BELOW, (told,)) from fault
    try:
        return Plan.model_validate(written)
    except ValidationError as fault:
        raise ConfigError(_NO_PLAN.fill(file=path.name), _SEE_BELOW, tuple(_faults(fault, path))) from fault


def _faults(fault: ValidationError, path: Path) -> Iterator[Issue]:
    """The faults of a plan; what it leaves open is told with every answer and what that pays."""
    origins: dict[tuple[str, ...], str] = {(key,): path.name for key in Plan.model_fields}
    told = faults_of(fault, Plan, origins=origins)
    errors = fault.errors(include_url=False)
    within = {error["loc"][:1] for error in errors if len(error["loc"]) > 1}
    for error, found in zip(errors, told, strict=True):
        if error["type"] == "too_short" and error["loc"] in within:
            continue  # It counts only components without a fault, and those with one are told.
        key = _choice_left_open(error)
        yield found if key is None else _of_choice(key, error, path)


def _choice_left_open(error: ErrorDetails) -> str | None:
    """Which of the choices is missing, where it is one that is."""
    if error["type"] == "union_tag_not_found":
        key = str(error["ctx"]["discriminator"]).strip("'")
    else:
        key = str(error["loc"][-1]) if error["type"] == "missing" else ""
    return key if key in CHOICES else None


def _of_choice(key: str, error: ErrorDetails, path: Path) -> Issue:
    place = error["loc"][:2] if error["type"] == "union_tag_not_found" else error["loc"][:-1]
    told = _OPEN.fill(path=key_path((*place, key)), sentence=CHOICES[key].sentence)
    return issue("C605", told, Where(file=path.name))
