"""Entries as text that plain-text accounting reads: beancount and hledger journals.

Beancount's syntax: https://beancount.github.io/docs/beancount_language_syntax.html; hledger's:
https://hledger.org/hledger.html#journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from salesperf.analyses.commission.exporting.entries import Entry
from salesperf.core.text import Lang


def as_beancount(entries: Sequence[Entry], lang: Lang, *, opens: bool = True) -> str:
    """The entries, after an `open` for each account on the day of the first one; empty where there is nothing.

    An account is opened once, for every currency that is booked on it. Without `opens` the ledger that includes this
    one has opened them: beancount refuses an account that two files open.
    """
    return "".join(f"{line}\n" for line in _beancount(entries, lang, opens=opens))


def _beancount(entries: Sequence[Entry], lang: Lang, *, opens: bool) -> Iterator[str]:
    first = min((one.day for one in entries), default=None)
    for account, currencies in _used(entries if opens else ()).items():
        yield f"{first} open {account} {','.join(currencies)}"
    for one in entries:
        yield ""
        yield f'{one.day} * "{_quoted(one.name)}" "{_quoted(one.text.say(lang))}"'
        for key, value in _told(one):
            yield f'  {key}: "{_quoted(value)}"'
        for posting in one.postings:
            yield f"  {posting.account}  {posting.amount:f} {one.currency}"


def as_hledger(entries: Sequence[Entry], lang: Lang) -> str:
    """The entries, after a directive that says how each currency is written and one for each account."""
    return "".join(f"{line}\n" for line in _hledger(entries, lang))


def _hledger(entries: Sequence[Entry], lang: Lang) -> Iterator[str]:
    if entries:
        yield "decimal-mark ."
    for currency in sorted({one.currency for one in entries}):
        yield f"commodity 1000.{'0' * _places(entries, currency)} {currency}"
    for account in _used(entries):
        yield f"account {account}"
    for one in entries:
        yield ""
        # The period stands as the code: a name that begins with a bracket would be read as one.
        yield f"{one.day} * ({one.period}) {_plain(one.name)} | {_plain(one.text.say(lang))}"
        for key, value in _told(one):
            yield f"    ; {key}: {_plain(value).replace(',', ' ')}"
        for posting in one.postings:
            yield f"    {posting.account}  {posting.amount:f} {one.currency}"


def _used(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """The accounts in order, each with the currencies that are booked on it."""
    found: dict[str, set[str]] = {}
    for one in entries:
        for posting in one.postings:
            found.setdefault(posting.account, set()).add(one.currency)
    return {account: tuple(sorted(found[account])) for account in sorted(found)}


def _places(entries: Iterable[Entry], currency: str) -> int:
    """The decimals that amounts of a currency are written with."""
    exponents = (
        posting.amount.as_tuple().exponent for one in entries if one.currency == currency for posting in one.postings
    )
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def _told(one: Entry) -> Iterator[tuple[str, str]]:
    """What an entry says of the payout line beside its amounts."""
    yield "line", one.line
    yield "rep", one.participant
    yield "kind", one.kind


def _quoted(text: str) -> str:
    """Text within the quotes of beancount."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')


def _plain(text: str) -> str:
    """Text of an hledger description or tag, which a semicolon or bar would end."""
    return " ".join(text.split()).replace(";", ",").replace("|", "/")
