"""Which customer somebody means: by its key, else by its name."""

from __future__ import annotations

from salesperf.analyses.rfm.compute import Scored
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, in_quotes

_NOBODY = Text("no customer {wrote!r} is scored", "没有参与评分的客户「{wrote}」")
_SEVERAL = Text("{wrote!r} is the name of several customers: {keys}", "「{wrote}」对应多个客户：{keys}")
_BY_KEY = Text("name one of them", "请指定其中一个")
_LIST = Text("--format csv lists everybody", "--format csv 可列出所有客户")


def customer_of(found: Scored, wrote: str) -> str:
    """The key of a customer; raises `UsageError` where there is none, or several have the name."""
    keys = found.frame["customer"].sort().to_list()
    if wrote in set(keys):
        return wrote
    names = found.customers.names
    wanted = wrote.strip().casefold()
    named = [key for key in keys if wanted in {key.casefold(), names.get(key, key).casefold()}]
    if len(named) > 1:
        raise UsageError(_SEVERAL.fill(wrote=wrote, keys=in_quotes(named[:10])), _BY_KEY)
    if not named:
        known = [*keys, *(names.get(key, key) for key in keys)]
        raise UsageError(_NOBODY.fill(wrote=wrote), did_you_mean(wrote, known) or _LIST)
    return str(named[0])
