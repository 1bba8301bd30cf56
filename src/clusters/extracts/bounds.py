"""What the schema says can be: bounds of numbers and dates, and checks between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.extracts.misfits import Misfit
from clusters.schema import Column, Kind, Text, column
from clusters.schema.text import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

# Amounts in another currency have no bounds that we know.
_EURO = "€"
BIRTHS = ("birth_date", "birth_year")

_AFTER = Text("na de peildatum", "after the reference date")
_BEFORE_BIRTH = Text("in een jaar vóór de geboorte", "in a year before birth")


@dataclass(frozen=True)
class Known:
    """What values are held against: the reference date, the currency, and births.

    ``born`` is the year of birth by person, missing where unknown.
    """

    on: date
    currency: str
    born: pd.Series


def years_of_birth(frame: pd.DataFrame) -> pd.Series:
    """Return the year of birth of each row, missing where it is not told."""
    born = pd.Series(np.nan, index=frame.index)
    for name in BIRTHS:
        if name in frame:
            born = born.fillna(_years(frame[name]))
    return born


def out_of_bounds(
    values: pd.Series, name: str, known: Known
) -> Iterator[tuple[Misfit, pd.Series]]:
    """Yield in what ways values of a column cannot be, and which those are."""
    checked = column(name)
    if checked.kind not in (Kind.NUMBER, Kind.DATE):
        return
    persons = int(values.notna().sum())
    is_left = values.notna()
    for fault, advice, is_wrong in _faults(values, checked, known):
        wrong = is_wrong & is_left
        is_left &= ~wrong
        if wrong.any():
            yield Misfit(name, fault, advice, int(wrong.sum()), persons), wrong


def _faults(
    values: pd.Series, checked: Column, known: Known
) -> Iterator[tuple[Text, Text, pd.Series]]:
    if checked.kind is Kind.NUMBER:
        low, high = _limits(checked, known)
        bounds = _bounds(low, high)
        outside = ~values.between(low, high) | np.isinf(values)
        yield bounds, _check_unit(checked.name), outside
    if checked.past:
        yield _AFTER, _check_date(checked.name), _after(values, known.on)
    if checked.within is not None:
        early = _years(values) < known.on.year - checked.within
        yield _long_before(checked.within), _check_date(checked.name), early
    if checked.since_birth:
        born = known.born.reindex(values.index)
        yield _BEFORE_BIRTH, _check_date(checked.name), _years(values) < born


def _limits(checked: Column, known: Known) -> tuple[float, float]:
    bounded = not checked.in_euro or known.currency == _EURO
    low = -np.inf if checked.low is None or not bounded else checked.low
    high = np.inf if checked.high is None or not bounded else checked.high
    return low, high


def _bounds(low: float, high: float) -> Text:
    if np.isinf(low) and np.isinf(high):
        return Text("buiten wat een getal kan bevatten", "outside what a number holds")
    nl = [grouped(each, "nl") for each in (low, high)]
    en = [grouped(each, "en") for each in (low, high)]
    if np.isinf(high):
        return Text(f"onder {nl[0]}", f"below {en[0]}")
    if np.isinf(low):
        return Text(f"boven {nl[1]}", f"above {en[1]}")
    return Text(f"buiten {nl[0]} tot {nl[1]}", f"outside {en[0]} to {en[1]}")


def _check_date(name: str) -> Text:
    return Text(
        "Kijk 'reference_date' na, en of het de goede kolom en notatie zijn. Zet een "
        "waarde die onbekend betekent, zoals 1800, om in een lege tekst onder "
        f"[extract.codes.{name}].",
        "Check 'reference_date', and whether it is the right column and notation. Map "
        "a value that stands for unknown, such as 1800, to an empty string under "
        f"[extract.codes.{name}].",
    )


def _check_unit(name: str) -> Text:
    return Text(
        "Zijn het de goede kolom en eenheid? Zet een getal dat onbekend betekent, "
        f"zoals 99, om in een lege tekst onder [extract.codes.{name}].",
        "Is it the right column and unit? Map a number that stands for unknown, such "
        f"as 99, to an empty string under [extract.codes.{name}].",
    )


def _long_before(years: int) -> Text:
    return Text(
        f"meer dan {years} jaar vóór de peildatum",
        f"more than {years} years before the reference date",
    )


def _after(values: pd.Series, on: date) -> pd.Series:
    if values.dtype.kind == "M":
        return values > pd.Timestamp(on)
    return values > on.year


def _years(values: pd.Series) -> pd.Series:
    return values.dt.year if values.dtype.kind == "M" else values
