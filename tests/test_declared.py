"""What the code imports is what the package says it needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain

from conftest import PROJECT

FILES = [*(PROJECT / "src").rglob("*.py"), *(PROJECT / "flows").rglob("*.py")]


def imported():
    """The first part of the name of everything that is imported."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield node.module.split(".")[0]


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_everything_that_is_imported_is_declared():
    """So that the wheel finds in an empty environment what it needs, or its extra."""
    told = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = told["project"]["optional-dependencies"].values()
    needed = [*told["project"]["dependencies"], *chain.from_iterable(extras)]
    declared = {plain(re.match(r"[\w.-]+", each).group()) for each in needed}
    others = set(imported()) - set(sys.stdlib_module_names) - {"clusters", "flows"}
    dealt = packages_distributions()

    missing = {
        name
        for name in others
        if not declared & {plain(each) for each in dealt.get(name, [name])}
    }

    assert len(others) > 10
    assert missing == set()
