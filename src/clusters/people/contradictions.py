"""Columns of one person that cannot both be right: counted, and nothing is changed.

A register is filled by several offices, so some contradict each other; many do where a
column is mapped or coded wrongly. A rule holds a column that opens or shuts a question
against the answers to it. To add one, write it and put it in `_RULES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from clusters.people.dates import moment
from clusters.schema import NO, YES, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADULT = 18
_WORK = ("employee", "self_employed")
_WITH_PARTNER = ("partner_without_children", "partner_with_children")
_WITH_OTHERS = (*_WITH_PARTNER, "single_parent")


@dataclass(frozen=True)
class Contradiction:
    """What contradicts what, for how many persons, of how many of whom both are known.

    ``told`` is a whole sentence without its end.
    """

    told: Text
    persons: int
    of: int


# Of whom both columns say something, and of whom they contradict each other.
_Masks = tuple[pd.Series, pd.Series]


@dataclass(frozen=True)
class _Rule:
    told: Text
    columns: tuple[tuple[str, ...], ...]
    masks: Callable[[pd.DataFrame], _Masks]

    def fits(self, people: pd.DataFrame) -> bool:
        return all(any(name in people for name in group) for group in self.columns)


def contradictions(people: pd.DataFrame) -> Iterator[Contradiction]:
    """Yield the contradictions that occur among people, by rule."""
    for rule in _RULES:
        if rule.fits(people):
            both, wrong = rule.masks(people)
            persons = int((both & wrong).sum())
            if persons:
                yield Contradiction(rule.told, persons, int(both.sum()))


def _work_without(people: pd.DataFrame) -> _Masks:
    source = people["income_source"]
    has_job = pd.Series(data=False, index=people.index)
    if "working_relation" in people:
        has_job |= people["working_relation"].notna()
    for name in ("weekly_hours", "wage"):
        if name in people:
            has_job |= people[name] > 0
    return source.notna(), ~source.isin(_WORK) & has_job


def _children(people: pd.DataFrame) -> _Masks:
    minors, youngest = people["minor_children"], people["youngest_child_age"]
    is_minor = youngest < _ADULT
    return minors.notna() & youngest.notna(), (minors > 0) != is_minor


def _position_and_size(people: pd.DataFrame) -> _Masks:
    position, size = people["household_position"], people["household_size"]
    alone = position.eq("single") & (size > 1)
    together = position.isin(_WITH_OTHERS) & (size == 1)
    return position.notna() & size.notna(), alone | together


def _position_and_partner(people: pd.DataFrame) -> _Masks:
    position, partner = people["household_position"], people["has_partner"]
    without = position.isin(_WITH_PARTNER) & partner.eq(NO)
    alone = position.isin(["single", "single_parent"]) & partner.eq(YES)
    return position.notna() & partner.notna(), without | alone


def _children_and_size(people: pd.DataFrame) -> _Masks:
    minors, size = people["minor_children"], people["household_size"]
    return minors.notna() & size.notna(), minors >= size


def _moved_in_and_arrival(people: pd.DataFrame) -> _Masks:
    moved_in = moment(people, "moved_in_date", "moved_in_year").dt.year
    arrived = moment(people, "arrival_date", "arrival_year").dt.year
    return moved_in.notna() & arrived.notna(), moved_in < arrived


_RULES = (
    _Rule(
        Text(
            "de bron van inkomen is geen werk, maar er is wel een baan (dat kan een "
            "bijbaan zijn; die telt bij de kenmerken over werk)",
            "the source of income is not work, but there is a job (it can be a side "
            "job; it counts in the features about work)",
        ),
        (("income_source",), ("working_relation", "weekly_hours", "wage")),
        _work_without,
    ),
    _Rule(
        Text(
            "het aantal minderjarige kinderen past niet bij de leeftijd van het "
            "jongste kind",
            "the number of children under 18 does not fit the age of the youngest",
        ),
        (("minor_children",), ("youngest_child_age",)),
        _children,
    ),
    _Rule(
        Text(
            "de plaats in het huishouden past niet bij de grootte ervan",
            "the position in the household does not fit its size",
        ),
        (("household_position",), ("household_size",)),
        _position_and_size,
    ),
    _Rule(
        Text(
            "de plaats in het huishouden past niet bij wel of geen partner",
            "the position in the household does not fit having a partner or none",
        ),
        (("household_position",), ("has_partner",)),
        _position_and_partner,
    ),
    _Rule(
        Text(
            "er zijn meer minderjarige kinderen dan het huishouden andere leden heeft",
            "there are more children under 18 than other members of the household",
        ),
        (("minor_children",), ("household_size",)),
        _children_and_size,
    ),
    _Rule(
        Text(
            "het jaar van verhuizing naar het adres ligt vóór het jaar van vestiging "
            "in het land",
            "the year of moving to the address is before that of arrival in the "
            "country",
        ),
        (("moved_in_date", "moved_in_year"), ("arrival_date", "arrival_year")),
        _moved_in_and_arrival,
    ),
)
