"""The files of all other years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.synthetic.years.earlier import earlier_years
from clusters.synthetic.years.file import TYPES_ASK
from clusters.synthetic.years.growth import FIRST_YEAR
from clusters.synthetic.years.later import later_year

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def write_history(
    residents: pd.DataFrame, folder: Path, last: int, seed: int
) -> dict[int, Path]:
    """Write a parquet file per earlier year and of the next; return them by year.

    The first and the next tell no types: nothing was published of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {last + 1: folder / f"{last + 1}.parquet"}
    later_year(residents, last, seed).to_parquet(files[last + 1], index=False)
    for year, people in earlier_years(residents, last, seed):
        told = people.drop(columns=list(TYPES_ASK)) if year == FIRST_YEAR else people
        files[year] = folder / f"{year}.parquet"
        told.to_parquet(files[year], index=False)
    return files
