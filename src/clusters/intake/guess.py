"""Which delivered column is which of ours, how sure that is, and why not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusters.extracts.values import plain_codes
from clusters.intake.content import suggestions
from clusters.intake.fit import fits
from clusters.intake.guessed import Guess, Verdict
from clusters.intake.judged import judged
from clusters.schema import COLUMNS, Text
from clusters.schema import column as canonical
from clusters.schema.own_names import columns_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from clusters.intake.look import Seen
    from clusters.schema.own_names import Variable


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
                found.append(judged(canonical(name), table, own, persons))
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
        if column.name == "weight" and is_fit:
            # it makes estimates of all numbers, so somebody has to agree
            return [
                guess.guessed(
                    f"{variable.standard}; alle aantallen worden schattingen",
                    f"{variable.standard}; all numbers become estimates",
                )
            ]
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
