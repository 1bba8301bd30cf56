"""The wage above which an international employee counts as a knowledge worker.

Eindhoven did not publish its limit. Its incomes of 2017 by type fit the norms of the
30%-ruling (nobody under 20,000, some young people between 20,000 and 30,000, no labour
migrant over 50,000), so those are the default; the criterion of the immigration service
and limits of one's own can be chosen instead.

Amounts are gross euro a year with holiday pay. A monthly amount is without it, and a
yearly amount with it: the yearly criterion of 2013 (52,010) and the monthly one of 2014
(4,048) agree only so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clusters.errors import SettingsError
from clusters.perspectives.tables import read_reference

Scheme = Literal["ruling", "ind", "decisio"]

# Twelve months and the holiday pay of 8 % that the law prescribes.
MONTHS_WITH_HOLIDAY_PAY = 12.96
YOUNG_BELOW = 30


@dataclass(frozen=True)
class WageLimit:
    """Least gross wage of a knowledge worker, euro a year with holiday pay.

    ``basis`` is "published", "derived" (from published amounts), "choice" (ours, where
    nothing is published) or "own" (named in the study).
    """

    regular: float
    under_30: float
    basis: Literal["published", "derived", "choice", "own"] = "own"
    source: str = ""


def wage_limit(scheme: Scheme, year: int) -> WageLimit:
    """Return the limit of a scheme in a year.

    Parameters
    ----------
    scheme : "ruling" (norm of the 30%-ruling, 2010-2026), "ind" (criterion for highly
        skilled migrants, 2010-2026) or "decisio" (study of 2013).
    year : the year of the wages.

    Raises
    ------
    SettingsError
        If the scheme has no limit in that year.
    """
    rows = read_reference("wage_limits.csv").query("scheme == @scheme")
    row = rows[rows["year"] == str(year)]
    if row.empty:
        years = f"{rows['year'].min()}-{rows['year'].max()}"
        raise SettingsError(
            f'There is no wage limit of "{scheme}" for {year}; there is for {years}.\n'
            "Give limits of your own, or choose another year of income.",
            f'Er is geen loongrens van "{scheme}" voor {year}; wel voor {years}.\n'
            "Geef eigen grenzen op, of kies een ander inkomensjaar.",
        )
    found = row.iloc[0]
    months = MONTHS_WITH_HOLIDAY_PAY if found["unit"] == "month" else 1.0
    return WageLimit(
        regular=float(found["regular"]) * months,
        under_30=float(found["under_30"]) * months,
        basis=found["basis"],
        source=found["source"],
    )
