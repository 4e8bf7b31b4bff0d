"""Entries as text that plain-text accounting reads: beancount and hledger journals.

Beancount's syntax: https://beancount.github.io/docs/beancount_language_syntax.html; hledger's:
https://hledger.org/hledger.html#journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from salesperf.analyses.commission.exporting.entries import Entry
from salesperf.core.text import Lang


def as_beancount(entries: Sequence[Entry], lang: Lang) -> str:
    """The entries, after an `open` for each account on the day of the first one; empty where there is nothing."""
    return "".join(f"{line}\n" for line in _beancount(entries, lang))


def _beancount(entries: Sequence[Entry], lang: Lang) -> Iterator[str]:
    first = min((one.day for one in entries), default=None)
    for account, currency in _used(entries):
        yield f"{first} open {account} {currency}"
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
    for currency in sorted({one.currency for one in entries}):
        yield f"commodity 1000.00 {currency}"
    for account in dict.fromkeys(account for account, _ in _used(entries)):
        yield f"account {account}"
    for one in entries:
        yield ""
        yield f"{one.day} * {_plain(one.name)} | {_plain(one.text.say(lang))}"
        for key, value in _told(one):
            yield f"    ; {key}: {_plain(value).replace(',', ' ')}"
        for posting in one.postings:
            yield f"    {posting.account}  {posting.amount:f} {one.currency}"


def _used(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    return sorted({(posting.account, one.currency) for one in entries for posting in one.postings})


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
