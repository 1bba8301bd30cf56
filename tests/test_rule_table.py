"""The table of where rules are built names every rule, and tests that exist."""

from __future__ import annotations

import re

from conftest import PROJECT

RULES = [
    *(f"SDC-{number:02}" for number in (*range(1, 15), *range(20, 29))),
    *(f"CL-{number:02}" for number in range(1, 11)),
    *(f"FIG-{number:02}" for number in (1, 2, 4, 5)),
    "TXT-01",
    *(f"FILE-{number:02}" for number in range(1, 5)),
]
ROWS = [
    [cell.strip() for cell in line.split("|")[1:-1]]
    for line in (PROJECT / "docs/openbaarheid.md").read_text("utf-8").splitlines()
    if re.match(r"\| (SDC|CL|FIG|TXT|FILE)-", line)
]


def test_every_rule_has_a_row():
    assert [row[0].split()[0].rstrip(",") for row in ROWS] == RULES


def test_every_test_and_module_in_the_table_exists():
    tests = "\n".join(
        path.read_text("utf-8") for path in (PROJECT / "tests").rglob("test_*.py")
    )
    for rule, where, test in ROWS:
        for name in re.findall(r"`([^`]+)`", test):
            is_file = (PROJECT / name).is_file()
            assert is_file or f"def {name}(" in tests, (rule, name)
        for name in re.findall(r"`([a-z_]+(?:/[a-z_]+)+\.py)`", where):
            assert (PROJECT / "src/clusters" / name).is_file(), (rule, name)
