"""From a made-up city to a folder of CBS files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
import pyreadstat

from clusters.synthetic.cbs import homes, households, money, register, work
from clusters.synthetic.cbs.crowd import with_others, with_register_keys
from clusters.synthetic.cbs.draft import Draft, day
from clusters.synthetic.dirt import with_dirt
from clusters.synthetic.extract import TRUTH

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    import pandas as pd

    from clusters.synthetic.city import City

Format = Literal["csv", "parquet", "sav"]

_MAKERS: dict[str, Callable[[Draft], pd.DataFrame]] = {
    "GBAPERSOONTAB": register.persons,
    "GBANATIONALITEITBUS": register.nationalities,
    "GBAMIGRATIEBUS": register.settlements,
    "VRLMIGMOTBUS": register.motives,
    "GBABURGERLIJKESTAATBUS": register.marital_statuses,
    "GBAVERBINTENISPARTNERBUS": register.partnerships,
    "KINDOUDERTAB": register.parents,
    "GBAHUISHOUDENSBUS": households.households,
    "SPOLISBUS": work.jobs,
    "BIJSTANDUITKERINGTAB": work.benefits,
    "SECMBUS": work.positions,
    "INPATAB": money.incomes,
    "INHATAB": money.household_incomes,
    "VEHTAB": money.wealth,
    "HOOGSTEOPLTAB": work.education,
    "ONDERWIJSDEELNEMERSTAB": work.enrolments,
    "GBAADRESOBJECTBUS": homes.addresses,
    "VSLGWBTAB": homes.areas,
    "VRLVSLVIERKANTTAB": homes.squares,
    "EIGENDOMTAB": homes.tenures,
    "EIGENDOMWOZTAB": homes.values,
    "VBOWONINGTYPETAB": homes.types,
    "LEVCYCLWOONNIETWOONBUS": homes.floor_areas,
    "AUTOBEZITTAB": homes.cars,
}

# Capitals differ between files and years; one habit per table, in turn.
_HABITS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    lambda name: name.replace("RINPERSOON", "RINPersoon"),
)


def write_cbs_extract(
    city: City, folder: Path, format: Format, seed: int, on: date
) -> dict[str, Path]:
    """Write a city as CBS tables, with dirt, earlier spells, side jobs and others.

    Parameters
    ----------
    city : the residents at the reference date and the planted answer, which goes to
        ``truth.parquet`` under the keys that the tables have.
    folder : made if it does not exist; files in it are overwritten.
    format : CSV is written with semicolons and decimal commas.
    seed : decides everything that the residents do not.
    on : the reference date.

    Returns
    -------
    dict
        CBS table name -> file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    residents = with_register_keys(with_dirt(city.residents, seed))
    people = homes.with_dwellings(with_others(residents, rng))
    draft = Draft(people, day(on), rng)
    files = {}
    for position, (name, make) in enumerate(_MAKERS.items()):
        rows = pa.Table.from_pandas(make(draft), preserve_index=False)
        shuffled = rows.take(rng.permutation(len(rows)))
        habit = _HABITS[position % len(_HABITS)]
        files[name] = folder / f"{name}.{format}"
        _write(
            shuffled.rename_columns([habit(each) for each in shuffled.column_names]),
            files[name],
            format,
        )
    with_register_keys(city.truth).to_parquet(folder / TRUTH, index=False)
    return files


def tables_setting(files: dict[str, Path]) -> dict[str, str]:
    """Return what a study file holds under ``[extract.tables]``."""
    return {name: file.as_posix() for name, file in files.items()}


def _write(rows: pa.Table, file: Path, format: Format) -> None:
    if format == "parquet":
        pq.write_table(rows, file)
    elif format == "sav":
        pyreadstat.write_sav(rows.to_pandas(), str(file))
    else:
        options = pa.csv.WriteOptions(delimiter=";", quoting_style="needed")
        pa.csv.write_csv(_with_commas(rows), file, options)


def _with_commas(rows: pa.Table) -> pa.Table:
    """Return numbers as text with a decimal comma; whole numbers without."""
    columns = {}
    for name, values in zip(rows.column_names, rows.columns, strict=True):
        if pa.types.is_floating(values.type):
            text = pc.replace_substring_regex(
                pc.cast(values, pa.string()), pattern=r"\.0$", replacement=""
            )
            columns[name] = pc.replace_substring(text, ".", ",")
        else:
            columns[name] = values
    return pa.table(columns)
