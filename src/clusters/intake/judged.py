"""Whether a column holds what its name promises: a key, number, date or code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusters.extracts.values import ANY_OTHER, plain_codes, plain_keys
from clusters.intake.fit import code_list, date_formats, fits, notation
from clusters.intake.guessed import Guess, Verdict
from clusters.schema import Kind
from clusters.schema.own_names import is_description

if TYPE_CHECKING:
    import pandas as pd

    from clusters.intake.look import Seen
    from clusters.schema import Column

_POINTS_TO_PERSONS = frozenset({"partner_id", "mother_id", "father_id"})
_MOSTLY = 0.5


def judged(column: Column, table: Seen, own: str, persons: pd.Series | None) -> Guess:
    """Return how sure it is that a column is what its name says, by its values.

    Parameters
    ----------
    column
        Ours.
    table, own
        Where it may be, and what it is called there.
    persons
        The keys of all persons, to see whether others point to them.
    """
    values = table.cells[own]
    guess = Guess(column.name, table.name, own, Verdict.SURE)
    if values.isna().all():
        return guess.left("de kolom is leeg", "the column is empty")
    match column.kind:
        case Kind.KEY:
            return _key(guess, values, persons)
        case Kind.NUMBER:
            return _number(guess, column, values, table)
        case Kind.DATE:
            return _date(guess, column, values)
        case Kind.CODE:
            return _code(guess, column, values, table)


def _key(guess: Guess, values: pd.Series, persons: pd.Series | None) -> Guess:
    if guess.column == "person_id":
        return guess.guessed("naar de naam", "by its name")
    if guess.column in _POINTS_TO_PERSONS and persons is not None:
        pointed = plain_keys(values.dropna()).isin(persons).mean()
        if pointed < _MOSTLY:
            return guess.left(
                "de meeste waarden zijn geen sleutel van iemand in deze levering",
                "most values are no key of anybody in this extract",
            )
        if any(sign in guess.own for sign in "12"):
            return guess.guessed(
                "ouder 1 is niet altijd de moeder",
                "parent 1 is not always the mother",
            )
    return guess


def _number(guess: Guess, column: Column, values: pd.Series, table: Seen) -> Guess:
    if column.name == "weight":
        return guess.left(
            "alleen van een steekproef; alle aantallen zijn dan schattingen",
            "of a sample only; all numbers are estimates then",
        )
    if fits(values, column, decimal=table.opened.source.decimal):
        if column.name in ("wage", "personal_income", "household_income_total"):
            return guess.guessed("kijk de eenheid na", "check the unit")
        return guess
    if column.in_euro:
        return guess.left(
            "geen gewone bedragen in euro; ander geld hoort in study.currency",
            "no usual amounts in euro; other money goes in study.currency",
        )
    return guess.left(
        "niet alle waarden zijn getallen binnen de grenzen; zet bijzondere codes om",
        "not all values are numbers within the bounds; map special codes",
    )


def _date(guess: Guess, column: Column, values: pd.Series) -> Guess:
    formats = date_formats(values, column)
    if not formats:
        return guess.left(
            "geen datumnotatie past op alles", "no date format fits all values"
        )
    dated = replace(guess, date_format=formats[0])
    if len(formats) > 1 and "-" not in str(values.dropna().iloc[0])[4:5]:
        return dated.left(
            "onzeker of de dag of de maand voorop staat",
            "unclear whether day or month comes first",
        )
    return dated


def _code(guess: Guess, column: Column, values: pd.Series, table: Seen) -> Guess:
    if not column.codes:
        return _open_code(guess, column, values)
    found = code_list(values, column)
    if found is None:
        left = guess.left("codes onbekend", "codes unknown")
        shown = table.frequent_codes(guess.own)
        is_more = len(shown) < plain_codes(values).nunique()
        return replace(left, placeholders=[*shown, *([ANY_OTHER] if is_more else [])])
    name, codes = found
    coded = replace(guess, codes=codes)
    if name.startswith("?"):
        return coded.guessed(f"codes gelezen als {name[2:]}", f"read as {name[2:]}")
    return coded


def _open_code(guess: Guess, column: Column, values: pd.Series) -> Guess:
    if column.codelist:
        found = notation(values, column)
        if found is None:
            return guess.left("past niet op de lijst", "does not fit the list")
        return replace(guess, notation=None if found == "brp" else found)
    if not fits(values, column):
        return guess.left(
            f"geen codes van {column.width} cijfers",
            f"no codes of {column.width} digits",
        )
    if is_description(guess.own):
        return guess.guessed("omschrijving, geen code", "a name, not a code")
    return guess
