"""The shape of the project, kept by tests: who imports whom, how long things are, where sentences come from."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.api import read_configuration

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "handlers", "nlu", "policies", "storage")
LONGEST_FILE = 200
LONGEST_TEST_FILE = 300  # a table of cases is read by the line, not as a whole
LONGEST_FUNCTION = 40
PUNCTUATION = re.compile("[。！？，：；]")
HAN = re.compile(r"[\u4e00-\u9fff]")

# What may be longer than the bar, and why. Data belongs in TOML and long functions apart, so this list stays short.
LONG_FILES: dict[str, str] = {
    "nlu/reading.py": "the types that understanding hands out: an interface is read as a whole",
    "policies/pack.py": "the types of a document, in the order of its file: a vocabulary is read as a whole",
}
LONG_FUNCTIONS: dict[str, str] = {}
# Names that say nothing of what is inside.
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "misc",
    "common",
    "service",
    "services",
    "core",
    "const",
}


def sources(*packages: str) -> list[Path]:
    """The modules of these packages, without migrations: alembic writes those, and they never change again."""
    found = (file for package in packages for file in (ROOT / package).rglob("*.py"))
    return sorted(file for file in found if file.parent.name != "versions")


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """The functions of a module and how many lines each has."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name(file)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def sentences(file: Path) -> Iterator[str]:
    """The Chinese texts in a module's code; what explains the code to its reader is none."""
    nodes = list(ast.walk(tree(file)))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(docstring(node)) for node in nodes if isinstance(node, documented)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            han = len(HAN.findall(node.value))
            # single words, as people type them, may stand where they are looked for
            if han >= 8 or (han >= 4 and PUNCTUATION.search(node.value)):
                yield f"{name(file)}:{node.lineno} {node.value!r}"


def docstring(node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> ast.expr | None:
    first = node.body[0] if node.body else None
    return first.value if isinstance(first, ast.Expr) else None


def is_clock_call(node: ast.AST) -> bool:
    """Whether this asks the clock: date.today(), datetime.now(…), time.time() and the like."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    asked = ast.unparse(node.func).split(".")[-2:]
    return asked in [
        ["date", "today"],
        ["datetime", "now"],
        ["datetime", "today"],
        ["datetime", "utcnow"],
        ["time", "time"],
    ]


def test_imports_run_one_way() -> None:
    """The contracts stand in pyproject.toml; `make lint` shows them one by one. The linter has a process of its own: it
    switches off every logger of the process that it runs in."""
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    assert {"layers", "forbidden"} == {contract["type"] for contract in contracts}
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", sources(*PACKAGES, "tests"), ids=name)
def test_every_module_says_what_it_is_for(file: Path) -> None:
    purpose = ast.get_docstring(tree(file))
    assert purpose, f"{name(file)} has no docstring"
    assert len(purpose.splitlines()[0]) > 10, f"{name(file)}: {purpose!r} says nothing"


@pytest.mark.parametrize("file", sources(*PACKAGES, "tests"), ids=name)
def test_no_module_or_function_outgrows_a_readers_view(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    longest = LONGEST_TEST_FILE if name(file).startswith("tests/") else LONGEST_FILE
    assert lines <= longest or name(file) in LONG_FILES, f"{name(file)} has {lines} lines: split it by concern"
    long = {function: count for function, count in functions(file) if count > LONGEST_FUNCTION}
    assert long.keys() <= LONG_FUNCTIONS.keys(), f"too long: {long}"


def test_functions_are_short_as_a_rule() -> None:
    lengths = sorted(count for file in sources(*PACKAGES) for _, count in functions(file))
    assert lengths[len(lengths) // 2] <= 8
    assert lengths[len(lengths) * 9 // 10] <= 25


@pytest.mark.parametrize("file", sources(*PACKAGES, "tests"), ids=name)
def test_no_module_is_named_for_nothing(file: Path) -> None:
    assert file.stem not in EMPTY_NAMES


@pytest.mark.parametrize("file", sources("handlers", "nlu", "policies", "storage"), ids=name)
def test_the_clock_is_read_only_in_bot(file: Path) -> None:
    """Everything else is told what day it is, so that it can be asked about any day."""
    assert [ast.unparse(node) for node in ast.walk(tree(file)) if is_clock_call(node)] == []


@pytest.mark.parametrize("file", sources("handlers", "bot"), ids=name)
def test_sentences_for_people_stand_in_wording(file: Path) -> None:
    if "wording" not in file.relative_to(ROOT).as_posix():
        assert list(sentences(file)) == []
