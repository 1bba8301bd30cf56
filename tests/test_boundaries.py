"""What may happen in one place only."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest
from conftest import PROJECT

SOURCE = PROJECT / "src" / "clusters"
MODULES = sorted(SOURCE.rglob("*.py"))


def calls(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func
            yield getattr(name, "id", getattr(name, "attr", ""))


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_only_the_gate_makes_a_released_table():
    makers = {
        path.relative_to(SOURCE) for path in MODULES if "ReleasedTable" in calls(path)
    }

    assert makers == {Path("disclosure/gate.py")}


def test_no_module_of_the_library_reads_the_planted_answer():
    readers = {
        path.relative_to(SOURCE).parts[0]
        for path in MODULES
        if "truth.parquet" in path.read_text(encoding="utf-8")
    }

    assert readers <= {"synthetic"}


@pytest.mark.parametrize("package", ["requests", "httpx", "urllib.request", "socket"])
def test_nothing_calls_the_network(package):
    callers = [path.name for path in MODULES if package in set(imports(path))]

    assert callers == []


def test_nothing_swallows_every_exception():
    bare = [
        path.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") == "BaseException")
    ]

    assert bare == []


def test_every_message_for_people_is_in_both_languages():
    """Our exceptions take the English and the Dutch, as two arguments."""
    ours = {"SettingsError", "ExtractError", "DisclosureError", "ClustersError"}
    one_language = [
        f"{path.name}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ours
        and len(node.args) < 2
        and not any(isinstance(argument, ast.Starred) for argument in node.args)
    ]

    assert one_language == []


@pytest.mark.parametrize(
    ("path", "is_ignored"),
    [
        ("data/raw/personen.csv", True),
        ("data/raw/demo/GBAPERSOONTAB.csv", True),
        ("data/processed/demo/abc/people.parquet", True),
        ("reports/demo/abc/report.pdf", True),
        ("data/raw/README.md", False),
        ("data/processed/README.md", False),
        ("reports/README.md", False),
    ],
)
def test_what_is_about_people_never_enters_git(path, is_ignored):
    answer = subprocess.run(  # noqa: S603
        ["git", "check-ignore", "--quiet", path],  # noqa: S607
        cwd=PROJECT,
        check=False,
    )

    assert (answer.returncode == 0) is is_ignored
