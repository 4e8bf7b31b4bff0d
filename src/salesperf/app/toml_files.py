"""TOML files of a user's own, read or refused with every fault at once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from salesperf.app.config_faults import faults_of
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Where
from salesperf.core.text import Count, Text

M = TypeVar("M", bound=BaseModel)
_ABSENT = Text("there is no such file", "没有这个文件")


class Refusal(Struct, frozen=True):
    """What is said of a file of one kind that cannot be read (of `{file}`) or is faulty (`{file}`, `{count}`).

    `cure` is what to do then, `form` where it is said how such a file is written.
    """

    unread: Text
    faulty: Text
    cure: Text
    form: Text


def read_toml(path: Path, refusal: Refusal) -> Mapping[str, object]:
    """What a file says, its numbers as decimals; raises `ConfigError` where there is none or it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        why = _ABSENT if isinstance(fault, FileNotFoundError) else Text(str(fault), str(fault))
        told = issue("C601", why, Where(file=path.name))
        raise ConfigError(refusal.unread.fill(file=path.name), refusal.cure, (told,)) from fault


def model_of(path: Path, model: type[M], refusal: Refusal) -> M:
    """The file as a model; raises `ConfigError` with every key at fault."""
    written = read_toml(path, refusal)
    try:
        return model.model_validate(written)
    except ValidationError as fault:
        faults = faults_of(fault, model, origins={(key,): path.name for key in (*written, *model.model_fields)})
        told = refusal.faulty.fill(file=path.name, count=Count(len(faults)))
        raise ConfigError(told, refusal.form, faults) from fault
