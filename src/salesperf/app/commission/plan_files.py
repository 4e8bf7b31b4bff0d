"""Plan files read: TOML whose numbers are decimals, and every fault of it at once in the user's words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from salesperf.analyses.commission.plan import AnyComponent, Plan
from salesperf.analyses.commission.written.answers import Mode
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.app.config_faults import faults_of, key_path, keys_at
from salesperf.app.toml_files import Refusal, read_toml
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Issue, Where
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing

_CANNOT_READ = Text("the plan {file} cannot be read", "方案文件 {file} 无法读取")
_NO_PLAN = Text("the plan {file} cannot be used", "方案文件 {file} 不能使用")
_OPEN = Text("{path} is missing: {sentence}", "缺少 {path}：{sentence}")
_NO_KIND = Text("{path} cannot be {wrote!r}", "{path} 不能为「{wrote}」")
_KNOWN = Text("known: {names}", "可用的有：{names}")
_INSIDE = 2
"""What stands before the keys of a component in a place: `component` and its number."""
_BY_MODE = frozenset({"tiered", "accelerator"})
_SEE_KEYS = Text(
    "docs/commission-rules.md says what each key of a plan takes", "docs/commission-rules.md 说明方案中每一项的取值"
)
_SEE_BELOW = Text("correct what is listed", "请修正所列各项")
_REFUSAL = Refusal(_CANNOT_READ, _NO_PLAN, _SEE_BELOW, _SEE_KEYS)


class WrittenPlan(Struct, frozen=True):
    """A plan and the file that it stands in: its name, and the digest that tells one wording of it from another."""

    plan: Plan
    file: str
    sha256: str

    @property
    def recorded(self) -> Mapping[str, object]:
        """The plan as a manifest records it."""
        terms = self.plan.plan
        return {"file": self.file, "plan": terms.id, "version": terms.version, "sha256": self.sha256}


def written_plan(path: Path) -> WrittenPlan:
    """A plan with its file; raises `ConfigError` as `read_plan` does."""
    plan = read_plan(path)
    return WrittenPlan(plan, path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def read_plan(path: Path) -> Plan:
    """One plan file; raises `ConfigError` with everything that is wrong with it."""
    written = read_toml(path, _REFUSAL)
    try:
        return Plan.model_validate(written)
    except ValidationError as fault:
        raise ConfigError(_NO_PLAN.fill(file=path.name), _SEE_BELOW, tuple(_faults(fault, path))) from fault


def _faults(fault: ValidationError, path: Path) -> Iterator[Issue]:
    """The faults of a plan; what it leaves open is told with every answer and what that pays."""
    origins: dict[tuple[str, ...], str] = {(key,): path.name for key in Plan.model_fields}
    told = faults_of(fault, Plan, origins=origins)
    errors = fault.errors(include_url=False)
    within = {error["loc"][:length] for error in errors for length in range(1, len(error["loc"]))}
    where = Where(file=path.name)
    for error, found in zip(errors, told, strict=True):
        if error["type"] == "too_short" and error["loc"] in within:
            continue  # It counts only what has no fault, and what has one is told.
        key = _choice_left_open(error)
        yield _of_choice(key, error, path) if key is not None else _of_component(error, where) or _placed(error, found)


def _of_component(error: ErrorDetails, where: Where) -> Issue | None:
    """What the pieces of a plan say of themselves, an unknown key or kind of a component; None for any other fault."""
    location, told = _as_written(error["loc"]), error.get("ctx", {}).get("hint")
    path = key_path(location)
    if isinstance(told, Text):
        return issue("C603", Text(f"{path}: {told.en}", f"{path}：{told.zh}"), where, hint=_SEE_KEYS)
    if error["type"] == "union_tag_invalid":
        key, wrote = str(error["ctx"]["discriminator"]).strip("'"), str(error["ctx"]["tag"])
        known = re.findall(r"'([^']+)'", str(error["ctx"]["expected_tags"]))
        message = _NO_KIND.fill(path=f"{path}.{key}", wrote=wrote)
        return issue("C603", message, where, hint=did_you_mean(wrote, known) or _KNOWN.fill(names=listing(known)))
    if error["type"] == "extra_forbidden" and location != error["loc"]:
        keys = keys_at(_model_of(error["loc"]), location[_INSIDE:-1])
        meant = did_you_mean(str(location[-1]), keys) or _KNOWN.fill(names=listing(keys))
        return issue("C602", Text(f"{path} is not a setting", f"{path} 不是配置项"), where, hint=meant)
    return None


def _placed(error: ErrorDetails, found: Issue) -> Issue:
    """The issue with its place as the file has it."""
    said, written = key_path(error["loc"]), key_path(_as_written(error["loc"]))
    told = found.text
    placed = Text(told.en.replace(said, written, 1), told.zh.replace(said, written, 1))
    hint = _SEE_KEYS if found.code == "C603" and not found.hint else found.hint_text
    return issue(found.code, placed, found.where, hint=hint, value=found.value)


def _as_written(location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """A place without the kind and mode that pydantic puts behind the number of a component."""
    return (*location[:_INSIDE], *location[_INSIDE + len(_tags(location)) :])


def _tags(location: tuple[int | str, ...]) -> tuple[str, ...]:
    if location[:1] != ("component",) or len(location) <= _INSIDE:
        return ()
    rule, mode = str(location[_INSIDE]), [*location[_INSIDE + 1 :], ""][0]
    is_of_mode = rule in _BY_MODE and mode in set(Mode)
    return (rule, str(mode)) if is_of_mode else (rule,)


def _model_of(location: tuple[int | str, ...]) -> type[BaseModel]:
    """The component that kind and mode name."""
    tags = _tags(location)
    return next(kind for kind in _kinds(AnyComponent) if _named_by(kind) == tags)


def _named_by(kind: type[BaseModel]) -> tuple[str, ...]:
    fields = [kind.model_fields[key] for key in ("rule", "mode") if key in kind.model_fields]
    return tuple(str(get_args(field.annotation)[0]) for field in fields)


def _kinds(union: object) -> Iterator[type[BaseModel]]:
    if isinstance(union, type) and issubclass(union, BaseModel):
        yield union
    else:
        for one in get_args(union):
            yield from _kinds(one)


def _choice_left_open(error: ErrorDetails) -> str | None:
    """Which of the choices is missing, where it is one that is."""
    if error["type"] == "union_tag_not_found":
        key = str(error["ctx"]["discriminator"]).strip("'")
    else:
        key = str(error["loc"][-1]) if error["type"] == "missing" else ""
    return key if key in CHOICES else None


def _of_choice(key: str, error: ErrorDetails, path: Path) -> Issue:
    location = _as_written(error["loc"])
    place = location[:_INSIDE] if error["type"] == "union_tag_not_found" else location[:-1]
    told = _OPEN.fill(path=key_path((*place, key)), sentence=CHOICES[key].sentence)
    return issue("C605", told, Where(file=path.name))
