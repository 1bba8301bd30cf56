"""The manual's table of symptoms quotes messages as they are now."""

import ast
import re

import pytest
from conftest import PROJECT

MANUAL = (PROJECT / "docs" / "datateam.md").read_text("utf-8")
TABLE = MANUAL.split("## Mijn bestand wordt geweigerd")[1].split("\n## ")[0]
ROWS = [row for row in TABLE.splitlines() if row.startswith('| "')]
SYMPTOMS = [each for row in ROWS for each in re.findall('"([^"]+)"', row.split("|")[1])]
SHORTEST = 4


@pytest.fixture(scope="module")
def texts():
    """Every text in the code, what is filled in left out."""
    found = set()
    for file in (PROJECT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_there_is_a_table():
    assert len(ROWS) > 20


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_a_symptom_is_what_a_message_says(symptom, texts):
    parts = [part.strip(" ,?") for part in re.split(r"…|[0-9][0-9.]*", symptom)]
    told = [part for part in parts if len(part) >= SHORTEST]

    assert told
    for part in told:
        assert any(part in text for text in texts), part
