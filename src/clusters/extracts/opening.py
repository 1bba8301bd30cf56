"""The person layout: a table of persons, with other tables hung on it by keys.

Opening reads the keys and roster columns of every file once and checks the joins.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusters.errors import ExtractError, together
from clusters.extracts.asked import check_settings
from clusters.extracts.coordinates import located, outlines, unplaced
from clusters.extracts.joining import build_spine
from clusters.extracts.keys import key_column
from clusters.extracts.lacking import absent_from, refuse_key_elsewhere, too_little
from clusters.extracts.mapping import (
    joins_of,
    main_table,
    place_of,
    places_of,
    point_place,
)
from clusters.extracts.notices import absent, by_file
from clusters.extracts.person import PersonExtract
from clusters.extracts.query import database
from clusters.extracts.readers import open_tables
from clusters.schema import ROSTER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from clusters import settings
    from clusters.extracts.mapping import Join, Place
    from clusters.extracts.source import OpenTable
    from clusters.schema import Notice


def open_person(study: settings.Study, work: Path) -> PersonExtract:
    """Open an extract in the person layout, and check all that is read of everybody.

    Parameters
    ----------
    study
        The study; its ``extract`` section says where everything is.
    work
        Private folder, in which DuckDB may spill.

    Raises
    ------
    SettingsError
        If the study file names a column, code or table that is not ours.
    ExtractError
        If a file, a column or a key is not what was agreed.
    """
    extract = study.extract
    check_settings(extract)
    main = main_table(extract)
    joins = joins_of(extract, main)
    tables = open_tables(extract)
    places, absent_columns = places_of(extract, tables, main)
    point, absent_axes = point_place(extract, tables, main)
    if point:
        places["neighbourhood"] = point
    found = {name: place_of(name, tables, main) for name in extract.extra}
    extra = {name: place for name, place in found.items() if place is not None}
    wrong = [
        *absent_from(tables, {name: extract.columns[name] for name in absent_columns}),
        *absent_from(tables, absent_axes, "coordinates"),
        *absent_from(tables, {n: n for n in found if n not in extra}, "extra"),
        *too_little({*places, *absent_columns}, tables[main]),
    ]
    if "person_id" not in places:
        raise together(wrong)
    refuse_key_elsewhere(places["person_id"], tables[main])
    try:
        opened = _opened(study, work, tables, joins, places | extra)
    except ExtractError as error:
        raise together([*wrong, error]) from None
    return replace(opened, lacking=tuple(wrong))


def _opened(
    study: settings.Study,
    work: Path,
    tables: Mapping[str, OpenTable],
    joins: Sequence[Join],
    found: Mapping[str, Place],
) -> PersonExtract:
    """Read keys and roster columns of everybody, and join the tables."""
    extract = study.extract
    main = main_table(extract)
    places = {name: at for name, at in found.items() if name not in extract.extra}
    person = places["person_id"]
    for join in joins:
        _check_columns(tables[join.table], join.key)
        _check_columns(tables[join.parent], join.by)
    roster = {name: places[name] for name in ROSTER[1:] if name in places}
    with database(work) as connection:
        spine = build_spine(connection, tables, joins, person, roster)
    everybody = spine.frame.assign(person_id=spine.frame[key_column(main)])
    everybody, unknown = _placed(everybody, study, places, tables)
    sources = {
        name: replace(table.source, rows=spine.rows[name])
        for name, table in tables.items()
    }
    return PersonExtract(
        sources=tuple(sources.values()),
        notices=(
            *absent(places),
            *by_file(sources, spine.unmatched, spine.unused),
            *unknown,
        ),
        rows_read=spine.rows[main],
        columns=frozenset(places),
        settings=extract,
        tables=tables,
        keys={main: person.column} | {join.table: join.key for join in joins},
        places=places,
        extra={name: at for name, at in found.items() if name in extract.extra},
        everybody=everybody,
        work=work,
    )


def _placed(
    everybody: pd.DataFrame,
    study: settings.Study,
    places: Mapping[str, Place],
    tables: Mapping[str, OpenTable],
) -> tuple[pd.DataFrame, tuple[Notice, ...]]:
    """Return the roster with an area where there were coordinates, and notices."""
    at = study.extract.coordinates
    if at is None or "neighbourhood" not in places:
        return everybody, ()
    place = places["neighbourhood"]
    where = tables[place.table].source.column(place.column)
    areas = outlines(study.report.maps)
    found = located(everybody["neighbourhood"], areas, at.crs, where)
    return everybody.assign(neighbourhood=found.areas), tuple(unplaced(found))


def _check_columns(table: OpenTable, key: str) -> None:
    for part in table.parts(key):
        table.position(part)
