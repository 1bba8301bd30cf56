"""The shape in which a CBS table is described."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Literal

from clusters.schema.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


class Unit(Enum):
    """What a row is about: the two variables that together are its key.

    The first is one letter and says where the number comes from (``R``: matched to
    the population register); only both together identify, so they are always joined.
    """

    PERSON = ("RINPERSOONS", "RINPERSOON")
    OBJECT = ("SOORTOBJECTNUMMER", "RINOBJECTNUMMER")
    # Tables about households carry the key of the main earner, which INPATAB gives
    # for every member.
    EARNER = ("RINPERSOONSHKW", "RINPERSOONHKW")


@dataclass(frozen=True)
class Variable:
    """One variable of a CBS table, and the canonical columns it can fill.

    Parameters
    ----------
    name : the usual name, matched without case; ``{year}`` stands for the year of
        the reference date.
    fills : canonical column -> CBS code -> our code; no codes for keys, dates,
        numbers and open lists. An empty string is our word for unknown.
    published : whether this name occurs in CBS's or researchers' public material;
        otherwise the name is ours, to be mapped in the study file.
    required : whether the table is of no use without it.
    also : other names that CBS used in other years.
    prefix : variable whose value is put in front, for keys in two parts.
    """

    name: str
    meaning: Text
    fills: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    published: bool = True
    required: bool = False
    also: tuple[str, ...] = ()
    prefix: str | None = None

    @property
    def codes(self) -> Mapping[str, str]:
        """CBS code -> our code, for the first column it fills."""
        return next(iter(self.fills.values()), {})


@dataclass(frozen=True)
class Preference:
    """By which variable one row is chosen when a unit has several at the date."""

    variable: str
    largest: bool = False
    numeric: bool = False


@dataclass(frozen=True)
class CbsTable:
    """One CBS table.

    Parameters
    ----------
    kind : ``BUS`` holds spells with a begin and an end, ``TAB`` one row per unit.
    begin, end : the variables that bound a spell; a table of events has no end.
    prefer : which of several rows counts; after these the one that began last.
    present, absent : answers that lie in a row being there or not.
    """

    name: str
    meaning: Text
    kind: Literal["BUS", "TAB"]
    unit: Unit
    variables: tuple[Variable, ...]
    begin: str | None = None
    end: str | None = None
    prefer: tuple[Preference, ...] = ()
    published: bool = True
    present: Mapping[str, str] = field(default_factory=dict)
    absent: Mapping[str, str] = field(default_factory=dict)

    @property
    def one_row_each(self) -> bool:
        """Whether a second row of the same unit is a fault of the extract."""
        return self.kind == "TAB" and self.begin is None and not self.present

    @property
    def fills(self) -> frozenset[str]:
        """Return the canonical columns that this table can fill."""
        told = {column for each in self.variables for column in each.fills}
        return frozenset(told | set(self.present))

    def variable(self, name: str) -> Variable:
        """Return the variable of that name; a KeyError says there is none."""
        return {each.name: each for each in self.variables}[name]


BEGIN = Text("Begin", "Begin")
END = Text("Einde; leeg of 88888888: loopt nog", "End; empty or 88888888: still runs")

_KEY_MEANING = {
    Unit.PERSON: (
        Text("Soort persoonssleutel (R: in de BRP)", "Kind of person key (R: in BRP)"),
        Text("Persoonssleutel, negen tekens", "Person key, nine characters"),
    ),
    Unit.OBJECT: (
        Text("Soort objectsleutel (B: BAG)", "Kind of object key (B: BAG)"),
        Text("Objectsleutel (adres)", "Object key (address)"),
    ),
    Unit.EARNER: (
        Text("Soort sleutel van de hoofdkostwinner", "Kind of key of the main earner"),
        Text("Sleutel van de hoofdkostwinner", "Key of the main earner"),
    ),
}


def key(unit: Unit) -> tuple[Variable, ...]:
    """Return the two variables that identify a row."""
    letter, number = unit.value
    return (
        Variable(letter, _KEY_MEANING[unit][0], required=True),
        Variable(number, _KEY_MEANING[unit][1], required=True),
    )
