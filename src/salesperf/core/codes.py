"""Every issue code, once: its title, its usual weight, and what the user can do; `docs/errors.md` is made from it.

The codes themselves stand in the modules `codes_*` beside this one, by what they are about.
"""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.codes_amounts import AMOUNTS
from salesperf.core.codes_collections import COLLECTIONS
from salesperf.core.codes_commission import COMMISSION
from salesperf.core.codes_corrections import CORRECTIONS
from salesperf.core.codes_events import EVENTS
from salesperf.core.codes_facts import CONFIGURATION, FACTS
from salesperf.core.codes_files import FILES
from salesperf.core.codes_mapping import MAPPING
from salesperf.core.codes_market import MARKET
from salesperf.core.codes_pay_rules import PAY_RULES
from salesperf.core.codes_reading import READING
from salesperf.core.codes_smart import SMART
from salesperf.core.codes_targets import TARGETS
from salesperf.core.codes_values import VALUES
from salesperf.core.codes_workbooks import WORKBOOKS
from salesperf.core.errors import ANYWHERE, Issue, Where
from salesperf.core.registry import Registry
from salesperf.core.text import Text, phrase

CODES: Registry[Code] = Registry(
    "issue code",
    (
        *READING,
        *WORKBOOKS,
        *MAPPING,
        *VALUES,
        *AMOUNTS,
        *FILES,
        *CORRECTIONS,
        *TARGETS,
        *SMART,
        *FACTS,
        *EVENTS,
        *COLLECTIONS,
        *MARKET,
        *PAY_RULES,
        *COMMISSION,
        *CONFIGURATION,
    ),
)


def issue(
    code: str,
    message: str | Text,
    where: Where = ANYWHERE,
    *,
    hint: str | Text = "",
    value: str | None = None,
    count: int = 1,
) -> Issue:
    """An issue with the weight its code is documented to have; a bare string reads the same in every language."""
    spoken = phrase(message), phrase(hint)
    return Issue(code, CODES[code].severity, spoken[0].en, where, spoken[1].en, value, count, spoken)
