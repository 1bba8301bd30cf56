"""Whether the reference date is a day on which the delivery tells who lives there.

With a wrong one every age and every length of stay is off, and nothing else shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.schema import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

# Our choice: a city in which nobody settles for three years is none, and after ten the
# date is wrong; in so few persons nobody may have.
_QUIET_YEARS, _TOO_LATE, _ENOUGH = 3, 10, 100
_ADULT = 18


def stale(roster: pd.DataFrame, on: date, last_year: int | None) -> Iterator[Notice]:
    """Yield a notice if nobody arrived in the last years before the reference date."""
    arrived = _years(roster, "arrival")
    if _is_declared(arrived, last_year):
        return
    if len(arrived) >= _ENOUGH and arrived.max() < on.year - _QUIET_YEARS:
        yield Notice(
            f"Niemand in de levering vestigde zich in de laatste {_QUIET_YEARS} jaar "
            "voor de peildatum. Kijk 'reference_date' na.",
            f"Nobody in the extract arrived in the last {_QUIET_YEARS} years before "
            "the reference date. Check 'reference_date'.",
            asks="do",
        )


def too_late(
    roster: pd.DataFrame, on: date, last_year: int | None
) -> Iterator[ExtractError]:
    """Yield the refusal of a reference date long after all that the extract tells.

    Nobody arrived and nobody was born in the ten years before it. Of births that is
    known only where there are children at all.

    Parameters
    ----------
    roster : everybody, with what is known of birth and arrival.
    on : the reference date.
    last_year : the last year that the study file says is told of, if it says so.
    """
    arrived, born = _years(roster, "arrival"), _years(roster, "birth")
    minors = born[born > on.year - _ADULT]
    told = pd.concat(
        [each for each in (arrived, minors) if len(each) >= _ENOUGH] or [minors[:0]]
    )
    last = told.max() if len(told) else None
    latest = max([*born.nlargest(1), *arrived.nlargest(1)], default=0)
    if last is None or latest > on.year - _TOO_LATE or _is_declared(arrived, last_year):
        return
    yield ExtractError(
        f"The reference date {on} is more than {_TOO_LATE} years after everything in "
        "the extract: since then nobody arrived and nobody was born.\n"
        "Set 'reference_date' in [study] to the day on which the file tells who lives "
        "there. If it is right, because only people who came long ago were delivered, "
        "set last_year in [extract] to the year in which the last of them came.",
        f"De peildatum {on} ligt meer dan {_TOO_LATE} jaar na alles in de levering: "
        "daarna vestigde zich niemand en werd niemand geboren.\n"
        "Zet 'reference_date' in [study] op de dag waarop het bestand zegt wie er "
        "woont. Klopt zij toch, omdat alleen mensen zijn geleverd die lang geleden "
        "kwamen, zet dan last_year in [extract] op het jaar waarin de laatste kwam.",
    )


def _is_declared(arrived: pd.Series, last_year: int | None) -> bool:
    """Whether the study file says itself until when people arrived."""
    return last_year is not None and (arrived.empty or arrived.max() <= last_year)


def _years(roster: pd.DataFrame, what: str) -> pd.Series:
    """Return the years of birth or arrival that are known."""
    dates = [roster[n].dt.year for n in (f"{what}_date",) if n in roster]
    years = [roster[n] for n in (f"{what}_year",) if n in roster]
    told = [*dates, *years]
    return pd.concat(told).dropna() if told else pd.Series(dtype="float64")
