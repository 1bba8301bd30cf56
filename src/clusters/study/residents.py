"""Everybody who lives there: by type, origin and year of arrival.

The clusters are about the people of the study; types and origins are about more: also
children, and for origins everybody. What a type is decided by is read of internationals
only, because nobody else has a type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.population import is_foreign_born
from clusters.perspectives.origin.birth import joined9, origins18
from clusters.perspectives.stay.inflow import arrival_years
from clusters.perspectives.types.assign import Types, assign_types
from clusters.perspectives.types.rules import TypeRules, describe
from clusters.perspectives.types.wage_limits import WageLimit
from clusters.profiles.perspectives import NOT_INTERNATIONAL

if TYPE_CHECKING:
    from datetime import date

    from clusters.extracts import Extract
    from clusters.perspectives.types.wage_limits import Scheme
    from clusters.settings import Study


def type_columns(rules: TypeRules) -> tuple[str, ...]:
    """Return what the rules for types ask beyond the roster."""
    # Students are told from others by their yearly income, whatever the limit is.
    held_against = dict.fromkeys(("personal_income", rules.income))
    return ("migration_motive", "income_source", *held_against)


def rules_of(study: Study) -> TypeRules:
    """Return the rules for types that a study file chooses."""
    chosen, population = study.perspectives, study.population
    own = chosen.own_limit
    return TypeRules(
        definition=population.definition,
        arrived_since=population.arrived_since,
        scheme=_scheme(study),
        own_limit=WageLimit(own.regular, own.under_30) if own else None,
        income=chosen.income,
        income_year=chosen.income_year,
        only_students_with_income=chosen.only_students_with_income,
        adult_from=chosen.adult_from,
        working_until=chosen.working_until,
        status_holders=chosen.status_holders,
    )


def _scheme(study: Study) -> Scheme | None:
    """Return the scheme of the wage limit; that of the Netherlands goes no further."""
    chosen = study.perspectives
    is_chosen = "scheme" in chosen.model_fields_set
    elsewhere = study.study.country is not None
    if chosen.scheme == "none" or (elsewhere and not is_chosen):
        return None
    return chosen.scheme


def impossible_types(rules: TypeRules) -> frozenset[str]:
    """Return the types that nobody can have by the rules that were chosen."""
    no_limit = rules.scheme is None and rules.own_limit is None
    none = {"knowledge_worker", "labour_migrant"} if no_limit else set()
    return frozenset(
        none if rules.status_holders else none | {"status_holder", "status_family"}
    )


def impossible_of_studied(study: Study) -> tuple[tuple[str, str], ...]:
    """Return the types that nobody in the study can have, as feature and code.

    All of them are internationals, and of some age.
    """
    rules = rules_of(study)
    never = {*impossible_types(rules), NOT_INTERNATIONAL}
    if study.population.minimum_age >= rules.adult_from:
        never |= {"child_foreign", "child_dutch"}
    return tuple(("type", code) for code in sorted(never))


def read_residents(
    extract: Extract, roster: pd.DataFrame, study: Study
) -> pd.DataFrame:
    """Return the roster of the municipality, with what types are decided by.

    Parameters
    ----------
    extract : the opened extract.
    roster : everybody in it.
    study : its municipality, population and rules.

    Returns
    -------
    DataFrame
        One row per resident, indexed by ``person_id`` and sorted; columns of the roster
        and those of `type_columns` that the extract has, missing for who is no
        international; with maps by square also ``square``.
    """
    here = study.study.municipality
    residents = roster.set_index("person_id")
    if here is not None and "municipality" in residents:
        residents = residents[residents["municipality"] == here]
    rules = rules_of(study)
    who = describe(residents, study.study.reference_date, rules)
    internationals = residents.index[who.international.fillna(True)]
    details = extract.details(internationals, type_columns(rules))
    residents = residents.join(details, validate="one_to_one")
    maps = study.report.maps
    if maps and maps.by == "square":
        # Of everybody: which squares there are may not depend on who is studied.
        squares = extract.details(residents.index, ("square",))
        residents = residents.join(squares, validate="one_to_one")
    return residents.sort_index()


def see(residents: pd.DataFrame, on: date, rules: TypeRules) -> pd.DataFrame:
    """Return everybody's place in the other perspectives.

    Returns
    -------
    DataFrame
        On the index of ``residents``: categoricals ``type``, ``type_reason`` (why it
        cannot be determined, or why there is none), ``origin`` (18 groups) and
        ``origin9``, ``arrival_year`` (Int64) and ``born_here`` (boolean); missing where
        it cannot be told.
    """
    types = _types(residents, on, rules)
    origin = origins18(residents)
    return pd.DataFrame(
        {
            "type": types.type,
            "type_reason": types.reason,
            "origin": origin,
            "origin9": joined9(origin),
            "arrival_year": arrival_years(residents),
            "born_here": _born_here(residents),
        }
    )


def _born_here(residents: pd.DataFrame) -> pd.Series:
    abroad = is_foreign_born(residents)
    missing = pd.Series(pd.NA, index=residents.index, dtype="boolean")
    return missing if abroad is None else ~abroad.astype("boolean")


def _types(residents: pd.DataFrame, on: date, rules: TypeRules) -> Types:
    """Assign types where there may be one: of a grown-up native that is known."""
    who = describe(residents, on, rules)
    is_native = who.international.eq(False) & who.minor.eq(False)
    asked = assign_types(residents[~is_native.fillna(False)], on, rules)
    return Types(
        asked.type.reindex(residents.index).fillna(NOT_INTERNATIONAL),
        asked.reason.reindex(residents.index),
        asked.limit,
    )
