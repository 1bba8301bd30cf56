"""The tables of the other perspectives, as they go to the gate, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.perspectives.stay.inflow import INFLOW_SINCE, moves
from clusters.perspectives.stay.survival import observed_stays
from clusters.perspectives.types.names import WHY_OTHER
from clusters.profiles.perspectives import (
    NOT_INTERNATIONAL,
    count_moves,
    count_origins,
    count_reasons,
    count_types,
)
from clusters.profiles.through_time import (
    BORN_HERE,
    arrival_codes,
    count_by_arrival,
    count_stays_by_year,
    count_years,
    stay_codes,
)
from clusters.study.publishing.balance import balance
from clusters.study.publishing.crossings import type_standing
from clusters.study.publishing.linked import linked
from clusters.study.publishing.standing import followed, standing
from clusters.study.residents import impossible_types, rules_of
from clusters.study.years import same_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from clusters.profiles import CountTable
    from clusters.study.run import Run

# Longer stays are one class: the files of other years seldom go back further.
_LONGEST_STAY = 10
_ARRIVALS = {"arrivals_by_type", "arrivals_by_origin"}


def perspective_tables(run: Run, clusters: pd.Series, least: int) -> list[CountTable]:
    """Return what is counted by type, origin and year, as far as it can be told.

    Parameters
    ----------
    run : the run; its folder holds what was found of residents and of other years.
    clusters : the cluster of every person of the study.
    least : persons that a cluster must have before something is told of it.
    """
    residents = pd.read_parquet(run.work / "residents.parquet")
    studied = pd.read_parquet(run.work / "perspectives.parquet", columns=["type"]).index
    on = run.study.study.reference_date
    rules = rules_of(run.study)
    never = impossible_types(rules)
    never |= {BORN_HERE} if rules.definition == "born_abroad" else set()
    tables = [
        _possible(table, never) for table in (*_now(residents, on), *_through_time(run))
    ]
    tables += _stays_by_cluster(run, clusters, least)
    names = {table.name for table in tables}
    tables.append(type_standing(residents, studied))
    if "origins" in names:
        tables.append(standing(residents, studied))
    if names & _ARRIVALS and "stays_by_cohort" in names:
        stays = _begun(pd.read_parquet(run.work / "stays.parquet"), on)
        seen = observed_stays(stays, _until(run))
        lengths = stay_codes(seen, _LONGEST_STAY)
        arrived = _arrived(_internationals(residents), on)
        tables += followed(arrived, stays["cohort"], seen["left"], lengths)
    tables += balance(tables, on.year)
    return tables


def _possible(table: CountTable, never: frozenset[str]) -> CountTable:
    """Return a table without the types and years that the rules give to nobody.

    They are no cells: a zero that everybody knows protects nothing, and would cost
    another cell to be hidden with it.
    """
    counts, asked = table.counts, {"type", "year"} & set(table.dimensions)
    known_zero = counts[sorted(asked)].isin(never).any(axis="columns")
    known_zero &= counts["persons"] == 0
    return replace(table, counts=counts[~known_zero].reset_index(drop=True))


def _now(residents: pd.DataFrame, on: date) -> Iterator[CountTable]:
    """Yield what is counted of who lives there on the reference date."""
    types = residents["type"]
    yield count_types(types)
    yield _reasons(types, residents["type_reason"])
    if residents["origin"].notna().any():
        yield count_origins(residents["origin"])
    internationals = _internationals(residents)
    if not internationals["arrival_year"].between(INFLOW_SINCE, on.year).any():
        return
    arrived, until = _arrived(internationals, on), _last_inflow(on)
    kinds = internationals["type"].cat.remove_categories(NOT_INTERNATIONAL)
    for group, groups in (("type", kinds), ("origin", internationals["origin9"])):
        if groups.notna().any():
            table = count_by_arrival(
                arrived, groups, group=group, since=INFLOW_SINCE, until=until
            )
            yield linked(table)


def _internationals(residents: pd.DataFrame) -> pd.DataFrame:
    return residents[residents["type"] != NOT_INTERNATIONAL]


def _arrived(internationals: pd.DataFrame, on: date) -> pd.Series:
    """Return the year in which each came, or why there is none."""
    return arrival_codes(
        internationals["arrival_year"],
        internationals["born_here"],
        INFLOW_SINCE,
        _last_inflow(on),
    )


def _last_inflow(on: date) -> int:
    """Return the last year of which somebody can have come before the day."""
    return on.year if (on.month, on.day) > (1, 1) else on.year - 1


def _begun(stays: pd.DataFrame, on: date) -> pd.DataFrame:
    """Return the stays that began before the reference date."""
    return stays[stays["arrived_on"] < pd.Timestamp(on)]


def _reasons(types: pd.Series, reasons: pd.Series) -> CountTable:
    """Return the reasons, each of which adds up to its type."""
    table = count_reasons(types, reasons, WHY_OTHER)
    return linked(table)


def _through_time(run: Run) -> Iterator[CountTable]:
    """Yield what is counted of other years, of moves and of stays."""
    on = run.study.study.reference_date
    if (run.work / "years.parquet").exists():
        years = pd.read_parquet(run.work / "years.parquet")
        for perspective in ("type", "origin"):
            table = count_years(years, perspective, but=on.year)
            if len(table.counts):
                yield table
    if (run.work / "moves.parquet").exists():
        moved = pd.read_parquet(run.work / "moves.parquet")
        days = pd.to_datetime(moved["year"].astype(str) + "-07-01")
        counted = moves(
            moved.assign(moved_on=days),
            moved["origin9"],
            since=days.min().date(),
            until=days.max().date(),
        )
        yield count_moves(counted)
    if (run.work / "stays.parquet").exists():
        stays = pd.read_parquet(run.work / "stays.parquet")
        yield from _stays(_begun(stays, on), _until(run))


def _until(run: Run) -> date:
    """Return the last day on which people were seen."""
    on = run.study.study.reference_date
    return same_day(on, max((on.year, *run.study.history.years)))


def _stays_by_cluster(
    run: Run, clusters: pd.Series, least: int
) -> Iterator[CountTable]:
    """Yield who of each cluster left after the reference date, if that was seen."""
    if not (run.work / "after.parquet").exists():
        return
    afterwards = pd.read_parquet(run.work / "after.parquet").reindex(clusters.index)
    numbers = clusters.astype(str)
    sizes = numbers.value_counts()
    codes = [code for code in sizes.index if code != "0" and sizes[code] >= least]
    mine = numbers.isin(codes)
    if not afterwards.loc[mine, "left_on"].notna().any():
        return
    seen = observed_stays(afterwards[mine], _until(run))
    groups = numbers[mine].astype(pd.CategoricalDtype(sorted(codes, key=int)))
    table = count_stays_by_year(seen, groups, group="cluster", last=_LONGEST_STAY)
    yield linked(table)


def _stays(stays: pd.DataFrame, on: date) -> Iterator[CountTable]:
    if not stays["left_on"].notna().any():
        return
    seen = observed_stays(stays, on)
    kinds = stays["type"].cat.remove_categories(NOT_INTERNATIONAL)
    cohorts = stays["cohort"].astype("category")
    for group, groups in (("cohort", cohorts), ("type", kinds)):
        known = groups.notna()
        table = count_stays_by_year(
            seen[known], groups[known], group=group, last=_LONGEST_STAY
        )
        yield linked(table)
