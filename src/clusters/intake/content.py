"""What a column may be where its name says nothing: told by its values alone.

Never more than a suggestion, written as a comment: codes of two letters are on many
lists, and a date may be of anything.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from clusters.extracts.scaled import EXCEL
from clusters.intake.fit import code_list, date_formats, fits, notation
from clusters.intake.guessed import Guess, Verdict
from clusters.schema import COLUMNS, NO, YES, Kind, Text
from clusters.schema import column as canonical
from clusters.schema.text import plural

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from clusters.intake.look import Seen

_BY_CONTENT = Text("naar de inhoud alleen", "by its content alone")
# Fewer countries, and it may be a list of anything; more there are not.
_FEW, _MANY = 10, 500
# Our choice: the years between the oldest and the youngest of a place, and less than
# those between who arrived first and last.
_LIVES = 50
_OLDEST, _FEWEST_AGES = 110, 40
_FIRST_YEAR = 1880
# Of more candidates the reader learns nothing.
_MOST_CANDIDATES = 3
_MOST_CODES = 40
# Most columns hold no date, which a few values show.
_LOOKED_AT = 20
_LIKE_A_DATE = r"[0-9]{8}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*"
# Each of these tells the others.
_TOLD_BY = (
    frozenset({"birth_date", "birth_year", "age"}),
    frozenset({"arrival_date", "arrival_year"}),
    frozenset({"moved_in_date", "moved_in_year"}),
)


def suggestions(
    tables: Sequence[Seen], known: Collection[str], named: Collection[str]
) -> list[Guess]:
    """Return what the values of columns suggest that are not known by their name.

    Parameters
    ----------
    tables
        The table of persons first.
    known
        Our columns that something was found for.
    named
        Own columns that were understood.
    """
    told = {*known, *(n for group in _TOLD_BY if group & {*known} for n in group)}
    found = [
        each
        for table in tables
        for own in table.cells
        if own not in named
        for each in _suggested(table, own)
        if each.column not in told
    ]
    candidates = Counter(each.column for each in found)
    return [each for each in found if candidates[each.column] <= _MOST_CANDIDATES]


def keys_suggested(persons: Seen) -> list[Guess]:
    """Return the columns in which every row of the table of persons is another."""
    why = Text("voor iedere rij anders", "another for every row")
    return [
        Guess("person_id", persons.name, own, Verdict.LEFT, why, is_suggestion=True)
        for own in persons.keys
    ]


def described(values: pd.Series) -> Text:
    """Word what stands in a column, without a value of it."""
    present = values.dropna()
    distinct = present.unique()
    if not len(present):
        return Text("leeg", "empty")
    if len(distinct) == len(values):
        return Text("voor iedere rij anders", "another for every row")
    if _formats(present):
        return Text("datums", "dates")
    if len(distinct) <= _MOST_CODES:
        count = len(distinct)
        return Text(
            f"{plural(count, 'code', 'verschillende codes')}",
            f"{plural(count, 'code', 'different codes')}",
        )
    if present.str.fullmatch(r"[+-]?[0-9.,]+").all():
        return Text("getallen", "numbers")
    return Text("tekst of veel codes", "text or many codes")


def _suggested(table: Seen, own: str) -> Iterator[Guess]:
    values = table.cells[own].dropna()
    distinct = pd.Series(table.pointers[own], dtype="str")
    if not len(values) or table.is_key(own):
        return
    guess = Guess("", table.name, own, Verdict.LEFT, _BY_CONTENT, is_suggestion=True)
    yield from _coded(guess, distinct)
    yield from _listed(guess, distinct)
    yield from _dated(guess, values)
    yield from _counted(guess, distinct)


def _coded(guess: Guess, distinct: pd.Series) -> Iterator[Guess]:
    """Yield the columns of which a list in letters holds every code."""
    if len(distinct) < 2 or not distinct.str.contains("[A-Za-z]").all():  # noqa: PLR2004
        return
    is_word = distinct.str.len().gt(2).all()
    for column in COLUMNS:
        if column.name != "sex" and (
            not is_word or set(column.code_names) <= {YES, NO}
        ):
            continue
        found = code_list(distinct, column) if column.codes else None
        if found:
            yield guess.of(column.name, codes=found[1])


def _listed(guess: Guess, distinct: pd.Series) -> Iterator[Guess]:
    if _FEW < len(distinct) < _MANY:
        for name in ("birth_country", "nationality"):
            if found := notation(distinct, canonical(name)):
                yield guess.of(name, notation=None if found == "brp" else found)


def _dated(guess: Guess, values: pd.Series) -> Iterator[Guess]:
    if not (formats := _formats(values)):
        return
    years = values.str.extract(r"((?:18|19|20)[0-9]{2})")[0].dropna().astype(int)
    spread = years.quantile(0.95) - years.quantile(0.05) if len(years) else 0
    dates = ("birth_date",) if spread >= _LIVES else ("arrival_date", "moved_in_date")
    for name in dates:
        yield guess.of(name, date_format=formats[0])


def _counted(guess: Guess, distinct: pd.Series) -> Iterator[Guess]:
    if not distinct.str.fullmatch("[0-9]{1,4}").all() or len(distinct) < _FEWEST_AGES:
        return
    numbers = distinct.astype(int)
    if numbers.max() <= _OLDEST:
        yield guess.of("age")
    is_year = numbers.between(_FIRST_YEAR, pd.Timestamp.now().year).all()
    if is_year and fits(distinct, canonical("birth_year")):
        spread = numbers.quantile(0.95) - numbers.quantile(0.05)
        yield guess.of("birth_year" if spread >= _LIVES else "arrival_year")


def _formats(values: pd.Series) -> list[str | None]:
    """Return the formats that every value fits; numbers of days prove nothing."""
    if not values.iloc[:_LOOKED_AT].str.fullmatch(_LIKE_A_DATE).all():
        return []
    column = next(each for each in COLUMNS if each.kind is Kind.DATE)
    return [each for each in date_formats(values, column) if each != EXCEL]
