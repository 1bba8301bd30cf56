"""What `clusters init` asks in a terminal; without one it asks nothing."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import typer

from clusters.extracts.values import ANY_OTHER
from clusters.intake import Answers, Guess, Verdict
from clusters.schema import Text
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.schema import Language

_DAY = Text(
    "Peildatum (JJJJ-MM-DD; leeg: later invullen)",
    "Reference date (YYYY-MM-DD; empty: fill in later)",
)
_PLACE = Text("Plaats (leeg: later invullen)", "Place (empty: fill in later)")
_NO_DAY = Text("Dit is geen datum als 2024-01-01.", "This is no date like 2024-01-01.")
_UNKNOWN = Text(
    "een - voor onbekend, leeg om over te slaan", "a - for unknown, empty to skip"
)


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def asked(answers: Answers, language: Language) -> Answers:
    """Return the answers with what was not given yet asked for."""
    day, place = answers.reference_date, answers.place
    while day is None and (told := _ask(_DAY, language)):
        try:
            day = date.fromisoformat(told)
        except ValueError:
            typer.echo(_NO_DAY.to(language), err=True)
    if place is None:
        place = _ask(_PLACE, language) or None
    return replace(answers, reference_date=day, place=place)


def reviewed(guesses: Sequence[Guess], language: Language) -> list[Guess]:
    """Return guesses as people see them: confirmed, dropped, or with codes added."""
    seen: list[Guess] = []
    for each in guesses:
        is_told = any(s.column == each.column and s.verdict for s in seen)
        seen.append(each if is_told else _reviewed(each, language))
    return seen


def _reviewed(guess: Guess, language: Language) -> Guess:
    meaning = canonical(guess.column).meaning
    if guess.verdict is Verdict.GUESSED or guess.is_suggestion:
        question = Text(
            f"Is {guess.own} ‘{meaning.nl}’? ({guess.why.nl})",
            f"Is {guess.own} ‘{meaning.en}’? ({guess.why.en})",
        )
        is_right = typer.confirm(
            question.to(language), default=not guess.is_suggestion, err=True
        )
        return replace(guess, verdict=Verdict.SURE if is_right else Verdict.LEFT)
    if guess.verdict is Verdict.LEFT and guess.placeholders:
        return _coded(guess, language)
    return guess


def _coded(guess: Guess, language: Language) -> Guess:
    """Ask what each code means; if one is skipped, the column stays as it is."""
    column, codes = canonical(guess.column), {}
    choice = ", ".join(column.code_names)
    for code in guess.placeholders:
        if code == ANY_OTHER:
            codes[code] = ""
            continue
        question = Text(
            f"{guess.own} ({column.meaning.nl}): wat is {code}? Kies uit {choice}; "
            f"{_UNKNOWN.nl}",
            f"{guess.own} ({column.meaning.en}): what is {code}? Choose from {choice}; "
            f"{_UNKNOWN.en}",
        )
        told = _ask(question, language)
        while told and told != "-" and told not in column.code_names:
            told = _ask(question, language)
        if not told:
            return guess
        codes[code] = "" if told == "-" else told
    return replace(guess, verdict=Verdict.SURE, codes=codes, placeholders=())


def _ask(question: Text, language: Language) -> str:
    told = typer.prompt(question.to(language), default="", show_default=False, err=True)
    return str(told).strip()
