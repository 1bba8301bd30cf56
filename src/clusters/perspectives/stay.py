"""How long people stay: which share is still here after so many years.

A stay is a row with ``arrived_on`` and ``left_on``, missing for those still here.
Residents of one day alone are not enough: those who left again are not among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import norm

from clusters.errors import ExtractError
from clusters.people.dates import DAYS_PER_YEAR

if TYPE_CHECKING:
    from datetime import date

CONFIDENCE = 0.95


def stay_curve(
    years: pd.Series, left: pd.Series, *, confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """Estimate which share still stays after each length of stay.

    The estimate is that of Kaplan and Meier (1958), its variance Greenwood's (1926) and
    the band log-log (Kalbfleisch and Prentice, 1980, section 1.3), which keeps within 0
    and 1. Persons still here count as long as they were seen. Whoever leaves after
    as long a stay as another is last seen, leaves first.

    Parameters
    ----------
    years : length of each stay as far as seen, in years.
    left : whether it ended.
    confidence : coverage of the band at each point, not of the whole curve.

    Returns
    -------
    DataFrame
        Index ``years``, the lengths after which somebody left; columns ``at_risk``
        and ``left`` (exact persons), ``staying``, ``low`` and ``high`` (shares). The
        band is missing once nobody stays.
    """
    gone = years[left]
    ends = np.sort(gone.unique())
    seen = np.sort(years.to_numpy())
    at_risk = len(seen) - np.searchsorted(seen, ends, side="left")
    leaving = gone.value_counts().reindex(ends).to_numpy(dtype=np.int64, na_value=0)
    staying = np.cumprod(1 - leaving / at_risk)
    low, high = _band(at_risk, leaving, staying, confidence)
    return pd.DataFrame(
        {
            "at_risk": at_risk.astype(np.int64),
            "left": leaving,
            "staying": staying,
            "low": low,
            "high": high,
        },
        index=pd.Index(ends, name="years", dtype="float64"),
    )


def stay_curves(
    stays: pd.DataFrame, until: date, by: pd.Series, *, confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """Estimate a stay curve for every group.

    Parameters
    ----------
    stays : one row per stay with ``arrived_on`` and ``left_on``.
    until : the last day that was seen; what ended later was still going on.
    by : the group of each stay (a cohort, type, origin or cluster), on its index;
        stays without a group are left out.

    Returns
    -------
    DataFrame
        As of `stay_curve`, with the group as first level of the index.

    Raises
    ------
    ExtractError
        If no stay ended, or one ended before it began.
    """
    seen = observed_stays(stays, until)
    groups = by.reindex(seen.index).dropna()
    curves = {
        group: stay_curve(part["years"], part["left"], confidence=confidence)
        for group, part in seen.loc[groups.index].groupby(groups, observed=True)
    }
    return pd.concat(curves, names=[by.name or "group"])


def observed_stays(stays: pd.DataFrame, until: date) -> pd.DataFrame:
    """Return ``years`` seen and whether somebody ``left``, of stays begun by ``until``.

    Raises ExtractError if no stay ended, or one ended before it began.
    """
    last = pd.Timestamp(until)
    began = stays[stays["arrived_on"] <= last]
    ended = began["left_on"]
    left = (ended <= last).astype(bool)
    days = (ended.where(left, last) - began["arrived_on"]).dt.days
    _check(int((days < 0).sum()), int(left.sum()))
    return pd.DataFrame({"years": days / DAYS_PER_YEAR, "left": left})


def stay_by_year(
    left: pd.Series, here: pd.Series, persons: float, *, confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """Estimate which share still stays after each whole year, from counts per year.

    This is the life table (Cutler and Ederer, Journal of Chronic Diseases 8, 1958): of
    those last seen in the course of a year, half count as seen during it. It serves
    where only counts may be shown, also rounded ones.

    Parameters
    ----------
    left, here : persons who left, and who were last seen, in each completed year of
        their stay, in the order of the years; a hidden count is missing.
    persons : everybody in the group, from whom the counts of each year go off.
    confidence : coverage of the band at each point.

    Returns
    -------
    DataFrame
        Index ``years`` 1, 2, ...: the end of each year; columns ``at_risk``,
        ``staying``, ``low`` and ``high``. From the first hidden count on nothing can
        be estimated, and the rows are missing.
    """
    known = (left.notna() & here.notna()).to_numpy().cumprod().astype(bool)
    gone, seen = (
        counts.fillna(0).to_numpy(dtype=np.float64) for counts in (left, here)
    )
    before = (gone + seen).cumsum() - (gone + seen)
    # Rounded counts may add up to a few persons more than there are.
    exposed = np.maximum(persons - before - seen / 2, gone)
    share = 1 - np.divide(gone, exposed, out=np.zeros_like(gone), where=exposed > 0)
    staying = np.cumprod(share)
    low, high = _band(exposed, gone, staying, confidence)
    years = pd.RangeIndex(1, len(gone) + 1, name="years")
    table = {"at_risk": exposed, "staying": staying, "low": low, "high": high}
    return pd.DataFrame(table, index=years).where(
        pd.Series(known, index=years), axis="index"
    )


def staying_after(curve: pd.DataFrame, years: float) -> dict[str, float]:
    """Return ``staying``, ``low`` and ``high`` of one curve after so many years.

    The curve is a staircase: what holds is its last step. Before the first step
    everybody stays. The answer means nothing beyond the longest stay that was seen.
    """
    steps = curve.loc[:years]
    if steps.empty:
        return {"staying": 1.0, "low": 1.0, "high": 1.0}
    last = steps.iloc[-1]
    return {name: float(last[name]) for name in ("staying", "low", "high")}


def _band(
    at_risk: np.ndarray, leaving: np.ndarray, staying: np.ndarray, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the log-log band: the log of minus the log of the share is near normal."""
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(leaving / (at_risk * (at_risk - leaving)))
        spread = np.sqrt(greenwood) / np.abs(np.log(staying))
        width = np.exp(norm.ppf((1 + confidence) / 2) * spread)
        low, high = staying**width, staying ** (1 / width)
    nobody = staying <= 0
    return np.where(nobody, np.nan, low), np.where(nobody, np.nan, high)


def _check(backwards: int, ended: int) -> None:
    if backwards:
        raise ExtractError(
            f"{backwards} stays end before they begin.\n"
            "Ask for a corrected table of moves, or leave these stays out.",
            f"{backwards} verblijven eindigen voordat ze beginnen.\n"
            "Vraag om een verbeterde tabel van verhuizingen, of laat ze weg.",
        )
    if not ended:
        raise ExtractError(
            "No stay has ended: these are residents of one day, and who left again is "
            "not among them.\nHow long people stay needs a table of moves that holds "
            "departures.",
            "Geen enkel verblijf is geëindigd: dit zijn inwoners van één dag, en wie "
            "weer vertrok is er niet bij.\nVoor de verblijfsduur is een tabel van "
            "verhuizingen met vertrekken nodig.",
        )
