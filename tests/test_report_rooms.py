"""The rooms of the report: words hold the sentences, and each chapter has its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
REPORT = PROJECT / "src" / "clusters" / "report"


def _strings(tree):
    """Yield the texts of a module that are no docstring."""
    docs = {
        id(each.body[0].value)
        for each in ast.walk(tree)
        if isinstance(each, ast.Module | ast.FunctionDef | ast.ClassDef)
        and isinstance(each.body[0], ast.Expr)
    }
    for each in ast.walk(tree):
        if (
            isinstance(each, ast.Constant)
            and isinstance(each.value, str)
            and id(each) not in docs
        ):
            yield each.value


@pytest.mark.parametrize("room", ["chapters", "parts", "drawing", "formats", "."])
def test_every_text_for_readers_stands_in_words(room):
    made = [
        (path.name, each.lineno)
        for path in (REPORT / room).glob("**/*.py" if room != "." else "*.py")
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "Text"
    ]

    assert made == []


@pytest.mark.parametrize("room", ["chapters", "parts"])
def test_a_chapter_holds_no_sentence(room):
    in_words = [
        (path.name, text)
        for path in (REPORT / room).rglob("*.py")
        for text in _strings(ast.parse(path.read_text(encoding="utf-8")))
        if re.search(r"\w{2,} \w{2,}", text)
    ]

    assert in_words == []


def test_every_chapter_has_words_of_its_name():
    chapters, words = (
        {path.stem for path in (REPORT / room).iterdir() if path.stem[0] != "_"}
        for room in ("chapters", "words")
    )

    assert len(chapters) > 20
    assert sorted(chapters - words) == []


def test_a_module_that_the_documents_name_is_there():
    named = {
        (path.name, name)
        for path in (PROJECT / "docs").glob("*.md")
        for name in re.findall(
            r"`([a-z_]+(?:/[a-z_]+)+\.py)`", path.read_text(encoding="utf-8")
        )
    }
    places = (PROJECT, PROJECT / "src" / "clusters")
    gone = [
        (document, name)
        for document, name in named
        if not any((place / name).is_file() for place in places)
    ]

    assert named
    assert gone == []
