"""Which delivered column is which of ours, how sure that is, and why not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.extracts.values import ANY_OTHER, plain_codes, plain_keys
from clusters.intake.fit import code_list, date_formats, fits, notation
from clusters.intake.guessed import Guess, Verdict, suggestions
from clusters.schema import COLUMNS, Column, Kind, Text
from clusters.schema import column as canonical
from clusters.schema.own_names import columns_named, is_description

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.intake.look import Seen
    from clusters.schema.own_names import Variable

_POINTS_TO_PERSONS = frozenset({"partner_id", "mother_id", "father_id"})
_MOSTLY = 0.5


def guesses(
    tables: Sequence[Seen], variables: Sequence[Variable], persons: pd.Series | None
) -> list[Guess]:
    """Return the best guess for each column of ours that something was found for.

    Parameters
    ----------
    tables
        The table of persons first.
    variables
        What standards know of the columns of these tables.
    persons
        The keys of all persons, to see whether others point to them.
    """
    found: list[Guess] = []
    for variable in variables:
        found += _of_standard(variable, tables)
    for table in tables:
        for own in table.cells:
            for name in columns_named(own):
                found.append(_of_name(canonical(name), table, own, persons))
    best: dict[str, Guess] = {}
    for guess in found:
        held = best.get(guess.column)
        if held is None or guess.verdict > held.verdict:
            best[guess.column] = guess
    named = [best[column.name] for column in COLUMNS if column.name in best]
    return [*named, *suggestions(tables, {*best}, {each.own for each in found})]


def _of_standard(variable: Variable, tables: Sequence[Seen]) -> list[Guess]:
    column, parts = canonical(variable.column), variable.own.split(" + ")
    for table in tables:
        own = {name.strip().upper().replace(".", ""): name for name in table.cells}
        if not all(part in own for part in parts):
            continue
        values = _together([table.cells[own[part]] for part in parts])
        if values.isna().all():
            return []
        is_fit = fits(
            values, column, codes=variable.codes, decimal=table.opened.source.decimal
        )
        guess = Guess(
            column.name,
            table.name,
            " + ".join(own[part] for part in parts),
            Verdict.SURE,
            Text(variable.standard, variable.standard),
            variable.codes,
        )
        why = Text(
            f"{variable.standard}, maar met andere codes of waarden",
            f"{variable.standard}, but with other codes or values",
        )
        return [guess if is_fit else replace(guess, verdict=Verdict.LEFT, why=why)]
    return []


def _together(values: Sequence[pd.Series]) -> pd.Series:
    if len(values) == 1:
        return values[0]
    texts = [plain_codes(each).fillna("") for each in values]
    joined = texts[0].str.cat(texts[1:], sep="+")
    return joined.mask(joined == "+" * (len(values) - 1))


def _of_name(column: Column, table: Seen, own: str, persons: pd.Series | None) -> Guess:
    values = table.cells[own]
    guess = Guess(column.name, table.name, own, Verdict.SURE)
    if values.isna().all():
        return _left(guess, "de kolom is leeg", "the column is empty")
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
        return _guessed(guess, "naar de naam", "by its name")
    if guess.column in _POINTS_TO_PERSONS and persons is not None:
        pointed = plain_keys(values.dropna()).isin(persons).mean()
        if pointed < _MOSTLY:
            return _left(
                guess,
                "de meeste waarden zijn geen sleutel van iemand in deze levering",
                "most values are no key of anybody in this extract",
            )
        if any(sign in guess.own for sign in "12"):
            return _guessed(
                guess,
                "ouder 1 is niet altijd de moeder",
                "parent 1 is not always the mother",
            )
    return guess


def _number(guess: Guess, column: Column, values: pd.Series, table: Seen) -> Guess:
    if fits(values, column, decimal=table.opened.source.decimal):
        if column.name in ("wage", "personal_income", "household_income_total"):
            return _guessed(guess, "kijk de eenheid na", "check the unit")
        return guess
    if column.in_euro:
        return _left(
            guess,
            "geen gewone bedragen in euro; ander geld hoort in study.currency",
            "no usual amounts in euro; other money goes in study.currency",
        )
    return _left(
        guess,
        "niet alle waarden zijn getallen binnen de grenzen; zet bijzondere codes om",
        "not all values are numbers within the bounds; map special codes",
    )


def _date(guess: Guess, column: Column, values: pd.Series) -> Guess:
    formats = date_formats(values, column)
    if not formats:
        return _left(
            guess, "geen datumnotatie past op alles", "no date format fits all values"
        )
    dated = replace(guess, date_format=formats[0])
    if len(formats) > 1 and "-" not in str(values.dropna().iloc[0])[4:5]:
        return _left(
            dated,
            "onzeker of de dag of de maand voorop staat",
            "unclear whether day or month comes first",
        )
    return dated


def _code(guess: Guess, column: Column, values: pd.Series, table: Seen) -> Guess:
    if not column.codes:
        return _open_code(guess, column, values)
    found = code_list(values, column)
    if found is None:
        left = _left(guess, "codes onbekend", "codes unknown")
        shown = table.frequent_codes(guess.own)
        is_more = len(shown) < plain_codes(values).nunique()
        return replace(left, placeholders=[*shown, *([ANY_OTHER] if is_more else [])])
    name, codes = found
    coded = replace(guess, codes=codes)
    if name.startswith("?"):
        return _guessed(coded, f"codes gelezen als {name[2:]}", f"read as {name[2:]}")
    return coded


def _open_code(guess: Guess, column: Column, values: pd.Series) -> Guess:
    if column.codelist:
        found = notation(values, column)
        if found is None:
            return _left(guess, "past niet op de lijst", "does not fit the list")
        return replace(guess, notation=None if found == "brp" else found)
    if not fits(values, column):
        return _left(
            guess,
            f"geen codes van {column.width} cijfers",
            f"no codes of {column.width} digits",
        )
    if is_description(guess.own):
        return _guessed(guess, "omschrijving, geen code", "a name, not a code")
    return guess


def _left(guess: Guess, nl: str, en: str) -> Guess:
    return replace(guess, verdict=Verdict.LEFT, why=Text(nl, en))


def _guessed(guess: Guess, nl: str, en: str) -> Guess:
    return replace(guess, verdict=Verdict.GUESSED, why=Text(nl, en))
