"""Whether the values of a column are what its name promises, by our own parser."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.extracts.listed import listed
from clusters.extracts.scaled import EXCEL
from clusters.extracts.values import parse, plain_codes
from clusters.schema import Kind
from clusters.schema import own_names as known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.schema import Column
    from clusters.schema.codelists import Notation

# Tried in this order; None stands for the formats that need no setting.
_FORMATS = (None, "%m/%d/%Y", "%m-%d-%Y", "%d-%m-%y", "%d/%m/%y", "%Y/%m/%d", EXCEL)
_SHORTEST_CODE = 3
_NEARLY = 0.95


def fits(
    values: pd.Series,
    column: Column,
    *,
    codes: Mapping[str, str] | None = None,
    decimal: str | None = None,
    date_format: str | None = None,
) -> bool:
    """Whether a run would accept every value."""
    distinct = pd.Series(values.dropna().unique(), dtype="str")
    try:
        parsed = parse(
            distinct,
            column,
            where="",
            codes=codes,
            decimal=decimal,
            date_format=date_format,
        )
    except ExtractError:
        return False
    return _within(parsed, column)


def _within(parsed: pd.Series, column: Column) -> bool:
    """Whether hardly any number is outside the bounds of its column."""
    if column.kind is not Kind.NUMBER:
        return True
    low = -math.inf if column.low is None else column.low
    high = math.inf if column.high is None else column.high
    return bool(parsed.dropna().between(low, high).mean() > _NEARLY) or not len(parsed)


def date_formats(values: pd.Series, column: Column) -> list[str | None]:
    """Return the formats that every date fits; more than one if they do not decide."""
    return [each for each in _FORMATS if fits(values, column, date_format=each)]


def code_list(values: pd.Series, column: Column) -> tuple[str, dict[str, str]] | None:
    """Return the name and codes of the first list that holds every code of a column.

    The name is empty where the codes are ours already; a "?" in front says that the
    list is one reading of several.
    """
    present = [str(code) for code in plain_codes(values).dropna().unique()]
    if set(present) <= set(column.code_names):
        return "", {}
    name, codes = known.code_list(column, present)
    return (name, codes) if codes else None


def notation(values: pd.Series, column: Column) -> Notation | None:
    """Return the notation in which every country or nationality is on its list.

    None where there is none, or where the values are too short to be told from codes
    of another kind: 1, 2 and 3 are on any list of numbers.
    """
    texts = plain_codes(values).rename(column.name)
    if _is_digits(texts) and texts.dropna().str.len().max() < _SHORTEST_CODE:
        return None
    padded = texts.str.zfill(column.width or 0) if _is_digits(texts) else texts
    found = listed(padded, column, None, ())
    return None if found.misfit else found.notation


def _is_digits(texts: pd.Series) -> bool:
    return bool(texts.dropna().str.fullmatch("[0-9]+").all())
