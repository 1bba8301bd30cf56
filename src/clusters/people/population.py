"""Who is studied: the population rule, with everybody it drops counted by reason.

A person is dropped for the first reason that holds, in the order of the funnel, so
the steps add up to the rows read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.people.dates import age, moment
from clusters.schema import YES, Text

if TYPE_CHECKING:
    from datetime import date

    from clusters.settings import Population

    # A step of the funnel: its name, its meaning and whom it drops.
    _Reason = tuple[str, Text, pd.Series]

NETHERLANDS = "6030"  # BRP table 34
DUTCH = "0001"  # BRP table 32
UNKNOWN_CODE = "0000"  # in both tables
_KEPT = Text("In het onderzoek", "In the study")


@dataclass(frozen=True)
class FunnelStep:
    """Persons that a step let through or dropped."""

    name: str
    meaning: Text
    persons: int


@dataclass(frozen=True)
class Selection:
    """The persons of the study, and how the extract came down to them."""

    person_ids: pd.Index
    funnel: tuple[FunnelStep, ...]


def select(
    roster: pd.DataFrame,
    population: Population,
    on: date,
    *,
    municipality: str | None,
    rows_read: int,
) -> Selection:
    """Apply the population rule to everybody in the extract.

    Parameters
    ----------
    roster : one row per person, the columns of `clusters.schema.ROSTER` that exist.
    population, municipality : the rule; no municipality means the whole extract.
    on : the reference date.
    rows_read : rows in the delivered table of persons, which may be more than the
        roster, because a layout reads no more than the residents it needs.

    Raises
    ------
    ExtractError
        If a column that the rule needs is absent, or nobody is left.
    """
    reasons = _reasons_to_drop(roster, population, on, municipality)
    dropped_for = pd.Series("kept", index=roster.index)
    for name, _, drops in reversed(reasons):
        dropped_for = dropped_for.mask(drops, name)
    counts = dropped_for.value_counts()
    kept = roster.loc[dropped_for == "kept", "person_id"]
    meanings = {name: meaning for name, meaning, _ in reasons}
    _refuse_nobody(
        len(kept), population, meanings.get(next(iter(counts.index), ""), _KEPT)
    )
    funnel = [FunnelStep("read", Text("Rijen gelezen", "Rows read"), rows_read)]
    if rows_read > len(roster):
        elsewhere = Text("Woont hier niet op de peildatum", "Does not live here")
        funnel.append(FunnelStep("elsewhere", elsewhere, rows_read - len(roster)))
    funnel += [
        FunnelStep(name, meaning, int(counts.get(name, 0)))
        for name, meaning, drops in reasons
    ]
    funnel.append(FunnelStep("kept", _KEPT, len(kept)))
    return Selection(pd.Index(kept, name="person_id"), tuple(funnel))


def is_foreign_born(roster: pd.DataFrame) -> pd.Series | None:
    """Return who was born abroad; None if the extract has no such column."""
    return _answer(roster, "born_abroad", "birth_country", NETHERLANDS)


def is_foreign_national(roster: pd.DataFrame) -> pd.Series | None:
    """Return who has no Dutch nationality; None if the extract has no such column."""
    return _answer(roster, "foreign_nationality", "nationality", DUTCH)


def _answer(roster: pd.DataFrame, told: str, code: str, home: str) -> pd.Series | None:
    """Return what is told; of whom nothing is, what the code says."""
    if told not in roster and code not in roster:
        return None
    answers = roster.get(told, pd.Series(None, index=roster.index, dtype="str"))
    codes = roster.get(code, pd.Series(None, index=roster.index, dtype="str"))
    unknown = codes.isna() | (codes == UNKNOWN_CODE)
    from_code = (codes != home).astype("boolean").mask(unknown)
    return (answers == YES).astype("boolean").mask(answers.isna(), from_code)


def _reasons_to_drop(
    roster: pd.DataFrame, population: Population, on: date, municipality: str | None
) -> list[_Reason]:
    """Return the steps of the funnel: name, meaning and whom it drops."""
    reasons: list[_Reason] = []
    if municipality is not None and "municipality" in roster:
        elsewhere = roster["municipality"] != municipality
        meaning = Text("Andere gemeente", "Other municipality")
        reasons.append(("elsewhere_now", meaning, elsewhere))
    reasons += _age_reasons(age(roster, on), population)
    belongs = _belongs(roster, population)
    outside = Text("Valt niet onder de definitie", "Outside the definition")
    unknown = Text("Herkomst onbekend", "Origin unknown")
    reasons += [
        ("not_international", outside, ~belongs.fillna(True)),
        ("origin_unknown", unknown, belongs.isna()),
    ]
    if population.arrived_since is not None:
        reasons += _arrival_reasons(roster, population.arrived_since)
    return reasons


def _age_reasons(ages: pd.Series, population: Population) -> list[_Reason]:
    youngest, oldest = population.minimum_age, population.maximum_age
    younger = Text(f"Jonger dan {youngest}", f"Younger than {youngest}")
    reasons: list[_Reason] = [
        ("no_age", Text("Leeftijd onbekend", "Age unknown"), ages.isna()),
        ("too_young", younger, ages < youngest),
    ]
    if oldest is not None:
        older = Text(f"Ouder dan {oldest}", f"Older than {oldest}")
        reasons.append(("too_old", older, ages > oldest))
    return reasons


def _arrival_reasons(roster: pd.DataFrame, since: int) -> list[_Reason]:
    arrived = moment(roster, "arrival_date", "arrival_year").dt.year
    if arrived.isna().all():
        raise ExtractError(
            "[population] arrived_since needs an arrival date or year, and the extract "
            "holds none.\nMap arrival_date or arrival_year in [extract.columns], or "
            "leave arrived_since out.",
            "[population] arrived_since vraagt een datum of jaar van vestiging, en de "
            "levering bevat die niet.\nWijs arrival_date of arrival_year aan in "
            "[extract.columns], of laat arrived_since weg.",
        )
    return [
        (
            "arrived_earlier",
            Text(f"Gevestigd voor {since}", f"Arrived before {since}"),
            arrived < since,
        ),
        (
            "arrival_unknown",
            Text("Vestiging onbekend", "Arrival unknown"),
            arrived.isna(),
        ),
    ]


def _belongs(roster: pd.DataFrame, population: Population) -> pd.Series:
    """Return who meets the definition: true, false, or missing where unknown."""
    questions = {
        "born_abroad or birth_country": is_foreign_born(roster),
        "foreign_nationality or nationality": is_foreign_national(roster),
    }
    asked = {
        "born_abroad": ["born_abroad or birth_country"],
        "foreign_nationality": ["foreign_nationality or nationality"],
        "either": list(questions),
    }[population.definition]
    belongs = pd.Series(data=False, index=roster.index, dtype="boolean")
    for columns in asked:
        answers = questions[columns]
        if answers is None:
            raise ExtractError(
                f'[population] definition = "{population.definition}" needs the column '
                f"{columns}, and the extract has neither.\n"
                "Map one in [extract.columns], or choose another definition.",
                f'[population] definition = "{population.definition}" vraagt de kolom '
                f"{columns.replace(' or ', ' of ')}, en de levering heeft geen van "
                "beide.\nWijs er een aan in [extract.columns], of kies een andere "
                "definitie.",
            )
        belongs = belongs | answers
    return belongs


def _refuse_nobody(kept: int, population: Population, most: Text) -> None:
    if kept == 0:
        raise ExtractError(
            "Nobody in the extract meets the population rule "
            f'(definition = "{population.definition}", '
            f"minimum_age = {population.minimum_age}).\n"
            f"Most were dropped for: {most.en}.\n"
            "Check [population], the municipality and the reference date in the study "
            "file, and the codes of birth country and nationality.",
            "Niemand in de levering valt onder de definitie van de onderzoeksgroep "
            f'(definition = "{population.definition}", '
            f"minimum_age = {population.minimum_age}).\n"
            f"De meesten vielen af bij: {most.nl}.\n"
            "Controleer [population], de gemeente en de peildatum in het "
            "studiebestand, en de codes van geboorteland en nationaliteit.",
        )
