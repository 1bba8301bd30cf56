"""The CBS layout: many tables about the whole country, read as far as needed.

The roster is made of the residents of the municipality; details are read later, for
the persons of the study only. Every table is streamed through a filter on keys and
dates, so a table of tens of millions of rows never enters memory.
"""

# ruff: noqa: S608 - statements are made of our own names; what is told is quoted

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from clusters.errors import ExtractError
from clusters.extracts.cbs.database import Database
from clusters.extracts.cbs.delivered import (
    ADDRESSES,
    AREAS,
    INCOMES,
    PERSONS,
    linkable,
    open_deliveries,
)
from clusters.extracts.cbs.fill import LINKS, fill
from clusters.extracts.cbs.notices import notices
from clusters.extracts.cbs.partners import partners_at_home
from clusters.extracts.cbs.residents import find_residents
from clusters.extracts.cbs.stage import stage
from clusters.schema import COLUMNS, ROSTER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from clusters import settings
    from clusters.extracts.cbs.delivered import Delivered
    from clusters.extracts.extract import Read
    from clusters.extracts.source import Source
    from clusters.schema import Text

_FOUND_FIRST = (ADDRESSES, AREAS, PERSONS)


class CbsExtract:
    """CBS tables, opened; see `clusters.extracts.extract.Opened`."""

    def __init__(
        self,
        study: settings.Study,
        tables: Mapping[str, Delivered],
        lacking: tuple[ExtractError, ...],
        work: Path,
    ) -> None:
        self.lacking = lacking
        self._study = study
        self._delivered = tables
        self._tables = linkable(tables)
        self._unreadable: set[str] = set()
        self._work = work

    @property
    def sources(self) -> tuple[Source, ...]:
        """The delivered files."""
        return tuple(each.opened.source for each in self._delivered.values())

    @property
    def notices(self) -> tuple[Text, ...]:
        """What is absent, and which columns that costs."""
        return notices(self._delivered, self.columns)

    @property
    def rows_read(self) -> int:
        """Rows in the table of persons."""
        return self._database.rows_read[PERSONS]

    @cached_property
    def columns(self) -> frozenset[str]:
        """Canonical columns that can be filled."""
        found = {"person_id"}.union(*(each.fills for each in self._tables.values()))
        if self._knows_positions:
            found.add("partner_id")
        persons = self._tables[PERSONS]
        if persons.has("GBAGEBOORTEMAAND"):
            found.add("birth_date")
        return frozenset(found)

    def where(self, column: str) -> str:
        """How a message names a column; more tables may fill it."""
        return f"{column!r}"

    def roster(self) -> Read:
        """Return one row per resident, sorted by ``person_id``."""
        wanted = self.columns & set(ROSTER)
        also = {"household_position"} if self._knows_positions else set()
        read = self._filled(self._of_roster, wanted | also, "resident")
        named = _with_partners(read.frame).reset_index()
        return replace(read, frame=named[[name for name in ROSTER if name in named]])

    def details(
        self, person_ids: pd.Index, only: Collection[str] | None = None
    ) -> Read:
        """Return the other columns of these persons, in their order.

        Extra columns come last, as strings, under the name the study file gives them;
        with ``only`` there are none, and no other columns than those.
        """
        extras = list(self._study.extract.extra) if only is None else []
        ours = self.columns - set(ROSTER)
        wanted = (ours if only is None else ours & set(only)) | set(extras)
        self._ask_for(person_ids)
        for delivered in self._tables.values():
            told = delivered.fills | set(delivered.extras)
            if delivered.name not in self._of_roster and (
                only is None or told & wanted
            ):
                self._stage_details(delivered)
        read = self._filled(self._tables, wanted, "asked")
        there = [*(each.name for each in COLUMNS), *extras]
        return replace(read, frame=read.frame[[n for n in there if n in read.frame]])

    def _filled(
        self, tables: Mapping[str, Delivered], wanted: Collection[str], persons: str
    ) -> Read:
        """Return columns of persons, from the tables that could be read."""
        database = self._database
        readable = {n: each for n, each in tables.items() if n not in self._unreadable}
        read = fill(database, readable, wanted, self._study.extract, persons)
        return replace(read, errors=(*database.faults, *read.errors))

    @property
    def _knows_positions(self) -> bool:
        households = self._tables.get("GBAHUISHOUDENSBUS")
        return households is not None and households.has("PLHH")

    @cached_property
    def _of_roster(self) -> dict[str, Delivered]:
        """The tables that say something of everybody."""
        return {
            name: each
            for name, each in self._tables.items()
            if each.fills & set(ROSTER) or name in _FOUND_FIRST
        }

    @cached_property
    def _database(self) -> Database:
        """The residents and the tables of the roster, read at the first question."""
        database = Database(self._work)
        find_residents(database, self._tables, self._study)
        residents = "SELECT person_id FROM resident"
        for name, delivered in self._of_roster.items():
            if name not in _FOUND_FIRST:
                self._stage(database, delivered, residents)
        return database

    def _stage(self, database: Database, delivered: Delivered, needed: str) -> None:
        """Keep the rows of a table; of one that cannot be read, tell why."""
        on = self._study.study.reference_date
        try:
            stage(database, delivered, on, needed=needed)
        except ExtractError as error:
            database.faults.append(error)
            self._unreadable.add(delivered.name)

    def _ask_for(self, person_ids: pd.Index) -> None:
        """Fill ``asked`` with these persons, their address and their main earner."""
        ids = pa.table(
            {
                "rank": pa.array(range(len(person_ids)), pa.int64()),
                "person_id": pa.array(person_ids.astype("str"), pa.string()),
            }
        )
        self._database.load("listed", ids)
        self._database.run(
            "CREATE OR REPLACE TABLE asked AS "
            "SELECT listed.rank, person_id, object_id, NULL::VARCHAR AS earner_id "
            "FROM listed JOIN resident USING (person_id)"
        )
        if self._database.count("SELECT count(*) FROM asked") != len(person_ids):
            raise ValueError("details were asked of persons who are not in the roster")

    def _stage_details(self, delivered: Delivered) -> None:
        needed = f"SELECT {LINKS[delivered.table.unit]} FROM asked"
        self._stage(self._database, delivered, needed)
        is_read = delivered.name not in self._unreadable
        if is_read and delivered.name == INCOMES and delivered.has("RINPERSOONHKW"):
            self._database.run(
                f"UPDATE asked SET earner_id = t.RINPERSOONHKW FROM {INCOMES} t "
                "WHERE t.key = asked.person_id"
            )


def open_cbs(study: settings.Study, work: Path) -> CbsExtract:
    """Open CBS tables as a study file describes them; nothing is read yet.

    Parameters
    ----------
    study : the study; its municipality and reference date decide who is read.
    work : private folder for what does not fit in memory.

    Raises
    ------
    SettingsError
        If the study file names a table or variable that does not exist.
    ExtractError
        If a file is missing, cannot be opened or lacks a needed variable.
    """
    return CbsExtract(study, *open_deliveries(study), work)


def _with_partners(frame: pd.DataFrame) -> pd.DataFrame:
    """Return persons with the partner at home, or else the registered one."""
    if not {"household_id", "household_position"} <= {*frame}:
        return frame
    at_home = partners_at_home(frame["household_id"], frame["household_position"])
    registered = frame.get("partner_id")
    partners = at_home if registered is None else at_home.fillna(registered)
    return frame.assign(partner_id=partners)
