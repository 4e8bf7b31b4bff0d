"""Every issue code, once: its title, its usual weight, and what the user can do; `docs/errors.md` is made from it."""

from __future__ import annotations

from dataclasses import dataclass

from salesperf.core.errors import ANYWHERE, Issue, Severity, Where
from salesperf.core.registry import Registry
from salesperf.core.text import Text


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of issue."""

    key: str
    severity: Severity
    title: Text
    cure: Text


# R1: files and layout ------------------------------------------------------------------------------------
READING: tuple[Code, ...] = ()

# R2: which table, which column ---------------------------------------------------------------------------
MAPPING: tuple[Code, ...] = ()

# R3: cells -----------------------------------------------------------------------------------------------
VALUES: tuple[Code, ...] = ()

# R4: several files ---------------------------------------------------------------------------------------
FILES: tuple[Code, ...] = ()

# F5: business events -------------------------------------------------------------------------------------
FACTS: tuple[Code, ...] = ()

# C6: the configuration -----------------------------------------------------------------------------------
CONFIGURATION: tuple[Code, ...] = (
    Code(
        "C601",
        Severity.ERROR,
        Text("the configuration file cannot be read", "配置文件无法读取"),
        Text("correct the line named; the file is TOML in UTF-8", "请修正所指的行；该文件为 UTF-8 编码的 TOML"),
    ),
    Code(
        "C602",
        Severity.ERROR,
        Text("unknown setting", "未知的配置项"),
        Text(
            "take the suggested key; `salesperf config schema` lists all of them",
            "请使用提示的键名；运行 `salesperf config schema` 可查看全部配置项",
        ),
    ),
    Code(
        "C603",
        Severity.ERROR,
        Text("a setting has a value it cannot have", "配置项的值不合法"),
        Text(
            "write a value of the kind named; `salesperf config schema` shows what each key takes",
            "请填写允许的值；运行 `salesperf config schema` 可查看每一项的取值",
        ),
    ),
    Code(
        "C604",
        Severity.ERROR,
        Text("an environment variable is nearly one of ours", "环境变量名疑似拼写错误"),
        Text("correct its name or unset it", "请改正变量名，或取消该变量"),
    ),
)

CODES: Registry[Code] = Registry("issue code", (*READING, *MAPPING, *VALUES, *FILES, *FACTS, *CONFIGURATION))


def issue(
    code: str, message: str, where: Where = ANYWHERE, *, hint: str = "", value: str | None = None, count: int = 1
) -> Issue:
    """An issue with the weight its code is documented to have."""
    return Issue(code, CODES[code].severity, message, where, hint, value, count)
