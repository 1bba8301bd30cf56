"""The attacks that were asked for are there, and the attacker is on its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import attacks

HERE = Path(__file__).parent
DEMANDED = {
    f"a{number:02}"
    for number in (
        *range(1, 6), *range(7, 11), 12, 13, *range(15, 20), *range(22, 29),
        *range(31, 36), 38, 39, 40, 41,
    )
}  # fmt: skip


def by_attack():
    found = {}
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node, "name", None) or ""
            told = re.match(r"test_(a\d\d)_(fails|bites)", name)
            if isinstance(node, ast.FunctionDef) and told:
                attack, how = told.groups()
                found.setdefault(attack, {}).setdefault(how, set()).add(path.stem)
    return found


def test_every_attack_is_tried_and_is_shown_to_bite():
    found = by_attack()

    assert {
        each for each in DEMANDED if found.get(each, {}).keys() != {"fails", "bites"}
    } == set()


def test_the_table_of_attacks_says_where_they_are():
    listed = {
        attack.lower(): place
        for attack, place in re.findall(
            r"^\| (A\d\d) \|.*\| (test_\w+) \|$", attacks.__doc__, re.MULTILINE
        )
    }
    found = by_attack()

    assert listed.keys() == found.keys()
    assert all(listed[attack] in found[attack]["fails"] for attack in listed)


def test_the_attacker_imports_nothing_of_ours():
    ours = [
        f"{path.name}: {name}"
        for path in sorted((HERE / "attacker").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [each.name for each in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
        if name.split(".")[0] in {"clusters", "flows", "conftest", "attacked"}
        or name.startswith("attacks.") and not name.startswith("attacks.attacker")
    ]  # fmt: skip

    assert ours == []
