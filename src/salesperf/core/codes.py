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

CODES: Registry[Code] = Registry("issue code", (*READING, *MAPPING, *VALUES, *FILES, *FACTS))


def issue(
    code: str, message: str, where: Where = ANYWHERE, *, hint: str = "", value: str | None = None, count: int = 1
) -> Issue:
    """An issue with the weight its code is documented to have."""
    return Issue(code, CODES[code].severity, message, where, hint, value, count)
