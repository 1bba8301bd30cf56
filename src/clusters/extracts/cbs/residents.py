"""Who lives in the municipality on the reference date, and at which address."""

# ruff: noqa: S608 - statements are made of our own names; what is told is quoted

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.errors import ExtractError, together
from clusters.extracts.cbs.database import quoted, text
from clusters.extracts.cbs.delivered import ADDRESSES, AREAS, PERSONS
from clusters.extracts.cbs.names import codes_of
from clusters.extracts.cbs.stage import choose, pick, stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters import settings
    from clusters.extracts.cbs.database import Database
    from clusters.extracts.cbs.delivered import Delivered

MUNICIPALITY = "gem{year}"


def find_residents(
    database: Database, tables: Mapping[str, Delivered], study: settings.Study
) -> None:
    """Fill ``resident (rank, person_id, object_id)`` and the tables it is made of.

    A resident has an address in the municipality on the reference date; without a
    municipality, an address anywhere, and without addresses everybody counts.
    """
    on = study.study.reference_date
    if study.study.municipality is not None:
        _refuse_without_areas(tables, study.study.municipality)
    if ADDRESSES in tables:
        _at_an_address(database, tables, study)
        everybody = "SELECT person_id FROM resident"
        stage(database, tables[PERSONS], on, needed=everybody)
    else:
        stage(database, tables[PERSONS], on)
        database.run(
            "CREATE OR REPLACE TABLE resident AS "
            f"SELECT key AS person_id, NULL::VARCHAR AS object_id FROM {PERSONS}"
        )
    database.run(
        "CREATE OR REPLACE TABLE resident AS "
        "SELECT row_number() OVER (ORDER BY person_id) AS rank, * FROM resident "
        f"WHERE person_id IN (SELECT key FROM {PERSONS})"
    )
    _refuse_nobody(database, study)


def _at_an_address(
    database: Database, tables: Mapping[str, Delivered], study: settings.Study
) -> None:
    on, municipality = study.study.reference_date, study.study.municipality
    if municipality is not None:
        stage(database, tables[AREAS], on, where=_lies_in(municipality, study, tables))
    pick(database, tables[ADDRESSES], on)
    if municipality is not None:
        # First who may live here, then which address counts: the last one may lie
        # in another municipality.
        database.run(
            f"DELETE FROM {ADDRESSES} WHERE key NOT IN (SELECT key FROM {ADDRESSES} "
            f"WHERE RINOBJECTNUMMER IN (SELECT key FROM {AREAS}))"
        )
    choose(database, tables[ADDRESSES])
    here = f"WHERE RINOBJECTNUMMER IN (SELECT key FROM {AREAS})"
    database.run(
        "CREATE OR REPLACE TABLE resident AS "
        f"SELECT key AS person_id, RINOBJECTNUMMER AS object_id FROM {ADDRESSES} "
        f"{here if municipality is not None else ''}"
    )
    if municipality is None and AREAS in tables:
        addresses = "SELECT object_id FROM resident"
        stage(database, tables[AREAS], on, needed=addresses)


def _lies_in(
    municipality: str, study: settings.Study, tables: Mapping[str, Delivered]
) -> str:
    """Return SQL for an address in the municipality, in our code or the supplier's."""
    areas = tables[AREAS].table
    codes = codes_of(study.extract, areas, areas.variable(MUNICIPALITY), "municipality")
    ours = {municipality} - set(codes)
    theirs = {code for code, own in codes.items() if own == municipality}
    listed = ", ".join(text(code) for code in sorted(ours | theirs))
    return f"{quoted(MUNICIPALITY)} IN ({listed})"


def _refuse_without_areas(tables: Mapping[str, Delivered], municipality: str) -> None:
    lacking = [name for name in (ADDRESSES, AREAS) if name not in tables]
    if lacking:
        raise ExtractError(
            f"[study] asks for municipality {municipality}, but [extract.tables] has "
            f"no {' and no '.join(lacking)}.\nWithout it nobody knows who lives "
            "there: deliver it, or leave municipality out to study the whole extract.",
            f"[study] vraagt om gemeente {municipality}, maar [extract.tables] heeft "
            f"geen {' en geen '.join(lacking)}.\nZonder weet niemand wie daar woont: "
            "lever de tabel, of laat municipality weg om het hele extract te "
            "onderzoeken.",
        )


def _refuse_nobody(database: Database, study: settings.Study) -> None:
    if database.count("SELECT count(*) FROM resident") == 0:
        if database.faults:
            raise together(database.faults)
        on = study.study.reference_date
        where = study.study.municipality
        raise ExtractError(
            f"Nobody in {PERSONS} has an address in {where or 'the extract'} on {on}."
            f"\nCheck the reference date against the period of {ADDRESSES}, and that "
            f"municipality codes in {AREAS} have four digits, a leading zero included.",
            f"Niemand in {PERSONS} heeft op {on} een adres in {where or 'het extract'}."
            f"\nVergelijk de peildatum met de periode van {ADDRESSES}, en ga na of "
            f"gemeentecodes in {AREAS} vier cijfers hebben, ook een nul vooraan.",
        )
