"""A company of five reps on the last day of March 2026, small enough to be reckoned by hand."""

from __future__ import annotations

from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.report import Asked, report
from salesperf.app.workspace import Ask
from salesperf.core.text import Text
from salesperf.metrics.request import Request
from salesperf.report.model import Report, Section, sections_of

REPS = {"R1": "Ann Ashby", "R2": "Bob Birkett", "R3": "Cas Corwin", "R4": "Dan Dunley", "R5": "Eve Elwood"}
FILES = {
    "orders.csv": """\
Order ID,Order Date,Customer ID,Customer,Sales Rep ID,Sales Rep,Amount
1,2025-03-03,C8,Hazel,R1,Ann Ashby,100
2,2025-03-20,C9,Ivory,R1,Ann Ashby,60
3,2026-01-05,C1,Alder,R1,Ann Ashby,10
4,2026-01-15,C1,Alder,R1,Ann Ashby,10
5,2026-01-25,C1,Alder,R1,Ann Ashby,10
6,2026-02-10,C2,Birch,R1,Ann Ashby,80
7,2026-03-03,C2,Birch,R1,Ann Ashby,150
8,2026-03-04,C3,Cedar,R1,Ann Ashby,50
9,2026-03-05,C4,Dogwood,R2,Bob Birkett,100
10,2026-03-06,C5,Elm,R3,Cas Corwin,300
11,2026-03-09,C6,Fir,R4,Dan Dunley,400
12,2026-03-31,C7,Gale,R5,Eve Elwood,900
""",
    "people.csv": """\
Employee ID,Employee Name,Team,Hire Date
R1,Ann Ashby,North,2020-01-01
R2,Bob Birkett,North,2020-01-01
R3,Cas Corwin,North,2020-01-01
R4,Dan Dunley,North,2020-01-01
R5,Eve Elwood,South,2020-01-01
""",
    "invoices.csv": """\
Invoice No,Customer ID,Customer,Sales Rep,Invoice Date,Due Date,Amount
INV-1,C2,Birch,Ann Ashby,2026-01-10,2026-02-09,80
INV-2,C3,Cedar,Ann Ashby,2026-03-04,2026-04-03,50
INV-3,C6,Fir,Dan Dunley,2026-03-09,2026-03-29,400
""",
    "payments.csv": "Payment No,Invoice No,Payment Date,Amount\nP1,INV-1,2026-03-31,30\n",
    "deals.csv": """\
Deal ID,Deal Name,Created Date,Customer ID,Customer,Deal Owner,Stage,Amount,Expected Close Date,Closed Date
D1,Alder doors,2026-02-01,C1,Alder,Ann Ashby,Proposal,700,2026-05-01,
D2,Birch walls,2026-03-20,C2,Birch,Ann Ashby,Proposal,200,2026-04-05,
D3,Fir roofs,2026-03-25,C6,Fir,Dan Dunley,Negotiation,900,2026-03-30,
D4,Elm beams,2026-03-25,C5,Elm,Cas Corwin,Closed Won,300,2026-03-30,2026-03-28
""",
    "stage_history.csv": """\
Deal ID,Stage,Entered At
D1,Proposal,2026-02-01
D2,Proposal,2026-03-20
D3,Negotiation,2026-03-25
""",
    "targets.csv": """\
Level,Name,Month,Sales Target
company,Sample,2026-03,2000
team,North,2026-03,1100
rep,Ann Ashby,2026-03,400
rep,Bob Birkett,2026-03,100
""",
    "actions.csv": """\
Raised On,Owner,Due,Done On,Status,Action
2026-03-02,Ann Ashby,2026-03-21,,open,Visit Cedar
2026-03-23,R1,2026-04-03,,in progress,Send Birch a quote
2026-03-02,Bob Birkett,2026-03-27,2026-03-30,done,Call Dogwood
2026-03-02,Dan Dunley,2026-03-11,,open,Collect from Fir
""",
}


def write_company(folder: Path, *without: str) -> Path:
    """The files of the company but for some."""
    for name, text in FILES.items():
        if name not in without:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(
    folder: Path, pack: str, *, rep: str | None = None, team: str | None = None, lang: str = "en", **question: object
) -> Report:
    """A pack of the company, in English and of March unless asked otherwise."""
    asked = Asked(pack, Request(**{"period": "2026-03", **question}), team=team, rep=rep)  # type: ignore[arg-type]
    ask = Ask((str(folder),), Surroundings(folder, {}), flags={("workspace", "lang"): lang})
    return report(ask, asked).report


def section(found: Report, key: str) -> Section:
    """One section of a report by key."""
    return next(one for one in sections_of(found) if one.key == key)


def left_out(found: Report) -> Text | None:
    """What the report says that it left out."""
    return next((note.text for note in found.notes if note.key == "left_out"), None)
