"""From numbers to bands, and the words for a band."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from clusters.schema import Code, Text, span_code
from clusters.schema.text import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Unit:
    """How bands of a measure are worded; ``{low}`` and ``{high}`` are edges.

    ``whole`` numbers have bands from one value to another, both included, and start at
    ``lowest``, which has words of its own; other bands run up to their upper edge. A
    band of two values can have words of its own as well, ``pair``.
    """

    below: Text
    between: Text
    above: Text
    exactly: Text = Text("{low}", "{low}")
    least: Text = Text("geen", "none")
    pair: Text | None = None
    whole: bool = False
    lowest: int = 0


_ONE = re.compile(r"(?<!to )\b1 (year|hour)s\b")

AGE = Unit(
    Text("jonger dan {high} jaar", "under {high}"),
    Text("{low} tot {high} jaar", "{low} to {last}"),
    Text("{low} jaar of ouder", "{low} or over"),
    whole=True,
)
DURATION = Unit(
    Text("korter dan {high} jaar", "less than {high} years"),
    Text("{low} tot {high} jaar", "{low} to {high} years"),
    Text("{low} jaar of langer", "{low} years or more"),
)
COUNT = Unit(
    Text("minder dan {high}", "fewer than {high}"),
    Text("{low} tot en met {last}", "{low} to {last}"),
    Text("{low} of meer", "{low} or more"),
    pair=Text("{low} of {last}", "{low} or {last}"),
    whole=True,
)
MEMBERS = Unit(
    Text("minder dan {high} personen", "fewer than {high} persons"),
    Text("{low} tot en met {last} personen", "{low} to {last} persons"),
    Text("{low} of meer personen", "{low} or more persons"),
    pair=Text("{low} of {last} personen", "{low} or {last} persons"),
    exactly=Text("{low} personen", "{low} persons"),
    least=Text("1 persoon", "1 person"),
    whole=True,
    lowest=1,
)
HOURS = Unit(
    Text("minder dan {high} uur", "less than {high} hours"),
    Text("{low} tot {high} uur", "{low} to {high} hours"),
    Text("{low} uur of meer", "{low} hours or more"),
)
AREA = Unit(
    Text("minder dan {high} m²", "less than {high} m²"),
    Text("{low} tot {high} m²", "{low} to {high} m²"),
    Text("{low} m² of meer", "{low} m² or more"),
)
MONEY = Unit(
    Text("minder dan {currency}{high}", "less than {currency}{high}"),
    Text("{currency}{low} tot {high}", "{currency}{low} to {high}"),
    Text("{currency}{low} of meer", "{currency}{low} or more"),
)


def banded(
    values: pd.Series, edges: Sequence[float], unit: Unit, currency: str
) -> tuple[pd.Series, tuple[Code, ...]]:
    """Return the band of each value, and the bands from low to high with their words.

    ``edges`` are the lower edges of the second and later bands: a value on an edge
    belongs to the band above it.
    """
    bands = _bands(edges, unit, currency)
    place = np.searchsorted(np.asarray(edges, float), values.to_numpy(float), "right")
    names = np.array([band.code for band in bands], dtype=object)[
        np.minimum(place, len(edges))
    ]
    return pd.Series(names, index=values.index).where(values.notna()), bands


def spans(edges: Sequence[float], unit: Unit, currency: str) -> tuple[Code, ...]:
    """Return the words for adjacent bands together, of every run but that of all.

    Examples
    --------
    >>> [each.meaning.nl for each in spans((1, 2, 5), DURATION, "€")][:2]
    ['korter dan 2 jaar', 'korter dan 5 jaar']
    """
    bands = _bands(edges, unit, currency)
    places = range(len(bands))
    return tuple(
        Code(
            span_code(bands[first].code, bands[last].code),
            _span((0, *edges, 0), (first, last), unit, currency),
        )
        for first in places
        for last in places[first + 1 :]
        if (first, last) != (0, len(edges))
    )


def _span(
    edges: Sequence[float], run: tuple[int, int], unit: Unit, currency: str
) -> Text:
    """Word a run of bands; ``edges`` has one before the first band and the last."""
    first, last = run
    low, high = edges[first], edges[last + 1]
    if first == 0:
        return _worded(unit.below, currency, high=high)
    if last == len(edges) - 2:
        return _worded(unit.above, currency, low=low)
    return _inside(unit, low, high, currency)


def _inside(unit: Unit, low: float, high: float, currency: str) -> Text:
    is_pair = unit.whole and high - low == 2  # noqa: PLR2004 - two values
    wording = unit.pair if is_pair and unit.pair else unit.between
    return _worded(wording, currency, low=low, high=high)


def even_edges(values: pd.Series, bands: int) -> tuple[float, ...]:
    """Return edges of bands of about equal size, rounded to two significant digits.

    Rounding is what makes them publishable: a quantile can be somebody's value.
    """
    quantiles = values.dropna().quantile(np.arange(1, bands) / bands, "lower")
    return tuple(sorted({_two_digits(value) for value in quantiles}))


def _two_digits(value: float) -> float:
    if value == 0:
        return 0.0
    return round(value, 1 - floor(log10(abs(value))))


def _bands(edges: Sequence[float], unit: Unit, currency: str) -> tuple[Code, ...]:
    inner = zip(edges, edges[1:], strict=False)
    return (
        _first(edges[0], unit, currency),
        *(_between(low, high, unit, currency) for low, high in inner),
        Code(f"{edges[-1]:g}+", _worded(unit.above, currency, low=edges[-1])),
    )


def _first(edge: float, unit: Unit, currency: str) -> Code:
    if unit.whole and edge == unit.lowest + 1:
        return Code(f"{unit.lowest}", _worded(unit.least, currency))
    return Code(f"<{edge:g}", _worded(unit.below, currency, high=edge))


def _between(low: float, high: float, unit: Unit, currency: str) -> Code:
    if unit.whole and high - low == 1:
        return Code(f"{low:g}", _worded(unit.exactly, currency, low=low))
    last = high - 1 if unit.whole else high
    return Code(f"{low:g}-{last:g}", _inside(unit, low, high, currency))


def _worded(wording: Text, currency: str, low: float = 0, high: float = 0) -> Text:
    def fill(language: str) -> str:
        # English sets a space after letters that stand for money, not after a sign.
        space = "" if language == "en" and len(currency) == 1 else " "
        return wording.to(language).format(  # type: ignore[arg-type]
            currency=f"{currency}{space}",
            low=grouped(low, language),  # type: ignore[arg-type]
            high=grouped(high, language),  # type: ignore[arg-type]
            last=grouped(high - 1, language),  # type: ignore[arg-type]
        )

    return Text(fill("nl"), _ONE.sub(r"1 \1", fill("en")))
