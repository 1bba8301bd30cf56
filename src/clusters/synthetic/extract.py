"""Writing a city as the person extract a municipality would deliver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pandas as pd
import pyreadstat

from clusters.schema import COLUMNS, Kind
from clusters.synthetic.dirt import with_dirt

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.synthetic.city import City

TRUTH = "truth.parquet"
_DATES = [column.name for column in COLUMNS if column.kind is Kind.DATE]


def write_person_extract(
    city: City, folder: Path, format: Literal["csv", "parquet", "sav"], seed: int
) -> None:
    """Write the residents, with dirt, to one file, and the planted answer beside it.

    The file is ``persons.<format>``. CSV has semicolons, decimal commas and ISO dates,
    as Dutch municipal systems export. The answer goes to ``truth.parquet``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    persons = with_dirt(city.residents, seed)
    path = folder / f"persons.{format}"
    if format == "csv":
        persons.to_csv(path, sep=";", decimal=",", index=False, encoding="utf-8")
    elif format == "parquet":
        persons.to_parquet(path, index=False)
    else:
        _write_sav(persons, path)
    city.truth.to_parquet(folder / TRUTH, index=False)


def _write_sav(persons: pd.DataFrame, path: Path) -> None:
    """Write an SPSS file: empty text is a missing code, dates are dates."""
    text = persons.select_dtypes("string").columns
    dates = {
        name: persons[name].dt.date.where(persons[name].notna(), None)
        for name in _DATES
    }
    plain = persons.assign(
        **{
            name: persons[name].astype(object).where(persons[name].notna(), "")
            for name in text
        },
        **dates,
    )
    labels: dict[str, str | None] = {
        column.name: column.meaning.nl for column in COLUMNS
    }
    pyreadstat.write_sav(plain, str(path), column_labels=labels)
