"""How long people stay: which share is still here after so many years.

People are seen on one day a year. So a stay is counted in whole years from the first
such day on, and who is gone on the next left in the course of that year; on which day
is not known, nor asked. Residents of one day alone are not enough: those who left again
are not among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import norm

from clusters.errors import ExtractError
from clusters.people.dates import whole_years

if TYPE_CHECKING:
    from datetime import date

CONFIDENCE = 0.95


def observed_stays(stays: pd.DataFrame, until: date) -> pd.DataFrame:
    """Return how many whole years each stay was seen, and whether it ended.

    Parameters
    ----------
    stays : one row per stay with ``seen_on``, the first day that somebody was seen,
        and ``left_on``, missing for those still here.
    until : the last day that was seen; what ended later was still going on.

    Returns
    -------
    DataFrame
        ``years`` (whole numbers) and ``left``, of stays seen by ``until``.

    Raises
    ------
    ExtractError
        If no stay ended, or one ended before it began.
    """
    last = pd.Timestamp(until)
    began = stays[stays["seen_on"] <= last]
    ended = began["left_on"]
    left = (ended <= last).astype(bool)
    _check(int((ended < began["seen_on"]).sum()), int(left.sum()))
    years = whole_years(began["seen_on"], ended.where(left, last))
    return pd.DataFrame({"years": years.astype("int64"), "left": left})


def stay_by_year(
    left: pd.Series, here: pd.Series, persons: float, *, confidence: float = CONFIDENCE
) -> pd.DataFrame:
    """Estimate which share still stays after each whole year, from counts per year.

    The estimate is that of Kaplan and Meier (1958) in steps of a year, its variance
    Greenwood's (1926) and the band log-log (Kalbfleisch and Prentice, 1980, section
    1.3), which keeps within 0 and 1. Who was last seen after so many whole years was
    seen for all of the last of them, and for nothing of the next. It serves where only
    counts may be shown, also rounded ones.

    Parameters
    ----------
    left : persons who left after as many whole years: in the first year, the second ...
    here : persons last seen, and still here, after as many whole years: 0, 1 ...
        A hidden count is missing.
    persons : everybody in the group, from whom the counts of each year go off.
    confidence : coverage of the band at each point, not of the whole curve.

    Returns
    -------
    DataFrame
        Index ``years`` 1, 2, ...: the end of each year; columns ``at_risk``,
        ``staying``, ``low`` and ``high``. From the first hidden count on nothing can
        be estimated, and the rows are missing. The band is missing once nobody stays.
    """
    known = (left.notna() & here.notna()).to_numpy().cumprod().astype(bool)
    gone, seen = (
        counts.fillna(0).to_numpy(dtype=np.float64) for counts in (left, here)
    )
    # Rounded counts may add up to a few persons more than there are.
    exposed = np.maximum(persons - (gone + seen).cumsum() + gone, gone)
    share = 1 - np.divide(gone, exposed, out=np.zeros_like(gone), where=exposed > 0)
    staying = np.cumprod(share)
    low, high = _band(exposed, gone, staying, confidence)
    years = pd.RangeIndex(1, len(gone) + 1, name="years")
    table = {"at_risk": exposed, "staying": staying, "low": low, "high": high}
    return pd.DataFrame(table, index=years).where(
        pd.Series(known, index=years), axis="index"
    )


def leaving_of_all_seen(left: pd.Series, here: float, persons: float) -> pd.Series:
    """Return who left each year of a group that was seen to the end, made to fit.

    Rounded counts do not add up to everybody. Of who were all seen for as many years
    the share still here is ``here`` of ``persons``, as everybody can see; so nobody
    leaves of those, and who has not left by then leaves in the last year.
    """
    still = np.maximum(persons - left.cumsum(), here)
    still.iloc[-1] = here
    return -still.diff().fillna(still.iloc[0] - persons)


def _band(
    at_risk: np.ndarray, leaving: np.ndarray, staying: np.ndarray, confidence: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the log-log band: the log of minus the log of the share is near normal."""
    with np.errstate(divide="ignore", invalid="ignore"):
        # In a year that nobody leaves nothing is added, though nobody be left to.
        added = np.where(leaving > 0, leaving / (at_risk * (at_risk - leaving)), 0)
        greenwood = np.cumsum(added)
        spread = np.sqrt(greenwood) / np.abs(np.log(staying))
        width = np.exp(norm.ppf((1 + confidence) / 2) * spread)
        low, high = staying**width, staying ** (1 / width)
    # While everybody stays nothing varies, and there is nothing to be uncertain about.
    everybody, nobody = staying >= 1, staying <= 0
    low, high = (np.where(everybody, 1.0, each) for each in (low, high))
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
