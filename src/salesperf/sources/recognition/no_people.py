"""Lists whose days are those of contracts or projects, and not the days on which people came and left.

A list of people has one row a person. One that numbers contracts, tells what they are worth or with whom they are says
of a start and an end nothing about the person beside them; a header that speaks of hiring or leaving does.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from salesperf.core.late import late
from salesperf.sources.targets.role_words import numbers_documents
from salesperf.tables.header_words import header_words

DAYS = frozenset({"hire_date", "leave_date", "valid_from", "valid_to"})
"""Columns of people that tell when they came and left."""
_OF_PEOPLE = late(
    r"入职|到岗|转正|离职|离岗|在职|任职|调岗|(?<![a-z])(?:hired?|hiring|joined|joining|join|onboard\w*|leaving|left|leaver|"
    r"terminat\w+|resign\w*|employ(?:ed|ment)|tenure)(?![a-z])"
)
_OF_CONTRACTS = late(
    r"合同(?:金?额|总[价额]|价)|(?:订单|成交|项目|签约)金?额|^金额|"
    r"(?<![a-z])(?:contract|deal|order|project|agreement) (?:value|amount|price|total|sum)(?![a-z])|"
    r"(?<![a-z])(?:arr|mrr|acv|tcv)(?![a-z])|^(?:amount|value)$|"
    r"项目(?:编号|编码|号)|(?<![a-z])project (?:id|no|number|code)(?![a-z])"
)
"""What contracts are worth, and numbers of projects."""
_OTHERS = late(r"^(?:客户(?:名称)?|甲方|customer(?: name)?|client(?: name)?|account name)$")
"""With whom contracts are."""


def contract_header(header: Sequence[str], found: Collection[str]) -> str | None:
    """The header that tells that the days of a list are those of contracts; `found` are its columns as one of people.

    >>> contract_header(["Rep", "Start Date", "Contract No"], ["rep_name", "hire_date"])
    'Contract No'
    >>> contract_header(["Rep", "Hire Date", "Contract No"], ["rep_name", "hire_date"]) is None
    True
    """
    if DAYS.isdisjoint(found):
        return None
    words = {text: header_words(text).strip() for text in header}
    if any(_OF_PEOPLE.search(said) for said in words.values()):
        return None
    return next(
        (
            text
            for text, said in words.items()
            if numbers_documents(text) or _OF_CONTRACTS.search(said) or _OTHERS.search(said)
        ),
        None,
    )
