"""What is told of a fault is told in every language: no issue and no error is made of an English sentence alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ERRORS = {"UsageError", "ConfigError", "DataError", "OutputError", "SalesperfError"}
ENGLISH_ONLY: frozenset[str] = frozenset()
"""Modules whose findings have no Chinese yet."""


def _words_of(call: ast.Call) -> Iterator[ast.expr]:
    """The message and the hint of a call that makes an issue or an error."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "issue":
        yield from call.args[1:2]
    elif name in ERRORS:
        yield from call.args[:2]
    else:
        return
    yield from (keyword.value for keyword in call.keywords if keyword.arg in {"message", "hint"})


def _is_sentence(words: ast.expr, known: dict[str, list[ast.expr]]) -> bool:
    """Whether an expression is, or may be, a string that is written out here; a single word is no sentence."""
    match words:
        case ast.Constant(value=str(said)):
            is_one = " " in said
        case ast.JoinedStr(values=parts):
            is_one = any(isinstance(part, ast.Constant) and " " in str(part.value) for part in parts)
        case ast.BinOp(left=first, right=second) | ast.IfExp(body=first, orelse=second):
            is_one = _is_sentence(first, known) or _is_sentence(second, known)
        case ast.BoolOp(values=parts):
            is_one = any(_is_sentence(part, known) for part in parts)
        case ast.Name(id=name):
            is_one = any(_is_sentence(said, {}) for said in known.get(name, []))
        case _:
            is_one = False
    return is_one


def _assigned(scope: ast.AST) -> dict[str, list[ast.expr]]:
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


def _english_only(module: ast.Module) -> list[int]:
    """The lines of calls that are given an English sentence alone."""
    lines = set()
    of_module = _assigned(ast.Module([node for node in module.body if isinstance(node, ast.Assign)], []))
    for scope in ast.walk(module):
        if isinstance(scope, (ast.FunctionDef, ast.Module)):
            known = {**of_module, **_assigned(scope)} if isinstance(scope, ast.FunctionDef) else of_module
            calls = (node for node in ast.walk(scope) if isinstance(node, ast.Call))
            lines |= {call.lineno for call in calls for words in _words_of(call) if _is_sentence(words, known)}
    return sorted(lines)


def test_no_issue_and_no_error_is_made_of_an_english_sentence_alone(root: Path) -> None:
    source = root / "src" / "salesperf"
    found = {
        path.relative_to(source).as_posix(): lines
        for path in sorted(source.rglob("*.py"))
        if (lines := _english_only(ast.parse(path.read_text(encoding="utf-8"))))
    }

    assert {name: lines for name, lines in found.items() if name not in ENGLISH_ONLY} == {}
    assert set(found) == ENGLISH_ONLY, "a module that speaks both languages leaves the list"


def test_the_check_sees_a_sentence_wherever_it_is_written() -> None:
    module = ast.parse(
        'LATER = "said later on"\n'
        "def f(x):\n"
        '    message = f"the row {x} is odd"\n'
        '    issue("R1", message)\n'
        '    issue("R1", Text("a b", "c"), hint="do it so")\n'
        '    raise UsageError(same("a b") if x else "another way")\n'
        "    raise UsageError(LATER)\n"
        '    issue("R1", Text("a b", "c"), hint=Text("a b", "c"))\n'
        '    issue("R1", "one")\n'
    )

    assert _english_only(module) == [4, 5, 6, 7]
