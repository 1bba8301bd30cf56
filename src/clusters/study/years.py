"""Types and origins of other years, read through the same door as the extract.

Of every year only counts are kept, and of internationals since when and until when they
were there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError, SettingsError
from clusters.extracts import open_extract
from clusters.people.dates import age, moment
from clusters.perspectives.stay.followed import (
    HALF_A_YEAR,
    Seen,
    are_same_keys,
    moves_between,
    stays_of,
)
from clusters.perspectives.types.wage_limits import wage_limit
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.schema import UNKNOWN
from clusters.study.residents import read_residents, rules_of, see

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from clusters.extracts import Source
    from clusters.perspectives.types.rules import TypeRules
    from clusters.settings import Study

_ORIGIN_COLUMNS = {"birth_country", "birth_country_mother", "birth_country_father"}


@dataclass
class Followed:
    """What is kept of the years.

    Attributes
    ----------
    counts
        Exact ``persons`` by ``year``, ``perspective`` ("type", "origin"), ``code``.
    moves
        One row per move: ``year``, ``origin9``, ``direction``.
    internationals
        Per year who was there, for their stays.
    last_seen
        By ``person_id`` the last day on which somebody was there.
    at_reference
        Who was there on the reference date.
    keys_fit
        Whether every file knows people by the keys of the next.
    digests
        Of the files that were read, by year.
    """

    counts: list[pd.DataFrame] = field(default_factory=list)
    moves: list[pd.DataFrame] = field(default_factory=list)
    internationals: list[Seen] = field(default_factory=list)
    last_seen: pd.Series = field(
        default_factory=lambda: pd.Series(dtype="datetime64[s]")
    )
    at_reference: pd.Index = field(default_factory=lambda: pd.Index([]))
    keys_fit: bool = True
    digests: dict[int, str] = field(default_factory=dict)

    def frames(self, on: date) -> dict[str, pd.DataFrame]:
        """Return what is written of it, by name; what cannot be told is absent.

        ``on`` is the reference date.
        """
        frames = {"years": pd.concat(self.counts)} if self.counts else {}
        if self.moves and self.keys_fit:
            moved = pd.concat(self.moves, ignore_index=True)
            # nobody moved, or nobody's origin is known: there is nothing to tell
            if len(moved):
                frames["moves"] = moved
        stayed = stays(self)
        if stayed is not None:
            frames["stays"] = stayed
        afterwards = after(self, on)
        if afterwards is not None:
            frames["after"] = afterwards
        return frames


def follow(
    study: Study, roster: pd.DataFrame, seen: pd.DataFrame, work: Path
) -> Followed:
    """Read every file of another year, in order, with the extract in its own place.

    Parameters
    ----------
    study : the study.
    roster, seen : everybody in the extract who lives there, and their perspectives.
    work : private folder, for what does not fit in memory.
    """
    on = study.study.reference_date
    kept, earlier = Followed(), None
    for year in sorted({*study.history.years, on.year}):
        if year == on.year:
            day, views, columns = on, seen, set(roster.columns)
            people = _followed(roster, seen, on)
            kept.at_reference = people.index
        else:
            of_year = study_of(study, year)
            day = of_year.study.reference_date
            source, residents = residents_of(of_year, work)
            kept.digests[year] = source.sha256
            views = see(residents, day, rules_of_year(of_year))
            people, columns = _followed(residents, views, day), set(residents.columns)
        kept.counts += _counts(year, views, columns)
        now = Seen(day, people)
        if earlier is not None and year == earlier.on.year + 1:
            kept.keys_fit &= are_same_keys(earlier, now)
            kept.moves.append(moves_between(earlier, now).assign(year=year - 1))
        today = pd.Series(pd.Timestamp(day), index=people.index)
        gone = kept.last_seen[~kept.last_seen.index.isin(people.index)]
        kept.last_seen = pd.concat([gone, today]) if len(gone) else today
        is_international = people["type"] != NOT_INTERNATIONAL
        kept.internationals.append(Seen(day, people[is_international]))
        earlier = now
    return kept


def residents_of(of_year: Study, work: Path) -> tuple[Source, pd.DataFrame]:
    """Read everybody in the file of another year.

    Parameters
    ----------
    of_year : from `study_of`.
    work : private folder, for what does not fit in memory.

    Raises
    ------
    SettingsError, ExtractError
        As of the extract, with the names of ``[history]``.
    """
    try:
        extract = open_extract(of_year, work)
        residents = read_residents(extract, extract.roster(), of_year)
    except (SettingsError, ExtractError) as error:
        raise error.of("history") from None
    return extract.sources[0], residents


def study_of(study: Study, year: int) -> Study:
    """Return the study as it is of another year: its file, its day, its newcomers.

    ``arrived_since`` goes back with the year. Otherwise the types of 2012 would hold
    people who came in two years, and those of 2019 in nine.
    """
    on, since = study.study.reference_date, study.population.arrived_since
    back = on.year - year
    asked = study.perspectives.income_year
    return study.model_copy(
        update={
            "extract": study.history.extract(year),
            "study": study.study.model_copy(
                update={"reference_date": same_day(on, year)}
            ),
            "population": study.population.model_copy(
                update={"arrived_since": since - back if since else None}
            ),
            "perspectives": study.perspectives.model_copy(
                update={"income_year": asked - back if asked else None}
            ),
        }
    )


def rules_of_year(study: Study) -> TypeRules:
    """Return the rules for types; where the year has no wage limit, without one."""
    rules = rules_of(study)
    year = rules.income_year or (study.study.reference_date.year - 1)
    if rules.scheme is None:
        return rules
    try:
        wage_limit(rules.scheme, year)
    except SettingsError:
        return replace(rules, scheme=None)
    return rules


def stays(kept: Followed) -> pd.DataFrame | None:
    """Return the stays, if the years follow one another and their keys fit."""
    years = [each.on.year for each in kept.internationals]
    in_a_row = years == list(range(years[0], years[0] + len(years)))
    if len(years) < 2 or not in_a_row or not kept.keys_fit:
        return None
    return stays_of(kept.internationals, kept.last_seen)


def after(kept: Followed, on: date) -> pd.DataFrame | None:
    """Return until when who lived there on the reference date was seen after it.

    Index ``person_id``; ``seen_on`` is the reference date, ``left_on`` missing for who
    was there on the last day. None without a file of the next year.
    """
    days = [each.on for each in kept.internationals if each.on >= on]
    in_a_row = [each.year for each in days] == [on.year + n for n in range(len(days))]
    if len(days) < 2 or not in_a_row or not kept.keys_fit:
        return None
    seen = kept.last_seen[kept.last_seen.index.isin(kept.at_reference)]
    left = (seen + HALF_A_YEAR).mask(seen >= pd.Timestamp(days[-1]))
    return pd.DataFrame({"seen_on": pd.Timestamp(on), "left_on": left})


def same_day(on: date, year: int) -> date:
    """Return the day of another year on which that year is looked at."""
    return on.replace(year=year, day=min(on.day, 28) if on.month == 2 else on.day)


def _followed(residents: pd.DataFrame, seen: pd.DataFrame, on: date) -> pd.DataFrame:
    born = moment(residents, "birth_date", "birth_year")
    if born.isna().all():
        years = age(residents, on)
        born = pd.Timestamp(on) - pd.to_timedelta(years * 365.25, unit="D")
    followed = seen[["type", "origin9"]].assign(
        born_on=born, arrived_on=moment(residents, "arrival_date", "arrival_year")
    )
    # Keys are looked up again and again, which is many times as fast among objects.
    return followed.set_axis(followed.index.astype(object))


def _counts(year: int, views: pd.DataFrame, columns: set[str]) -> list[pd.DataFrame]:
    """Count types and origins, as far as the columns of a year can tell them."""
    told = []
    if "income_source" in columns:
        told.append(("type", views["type"].cat.remove_categories(NOT_INTERNATIONAL)))
    if columns >= _ORIGIN_COLUMNS:
        told.append(("origin", views["origin"].cat.add_categories(UNKNOWN)))
    return [
        (answers.fillna(UNKNOWN) if name == "origin" else answers)
        .value_counts(sort=False)
        .rename_axis("code")
        .rename("persons")
        .reset_index()
        .assign(year=year, perspective=name, code=lambda rows: rows["code"].astype(str))
        for name, answers in told
    ]
