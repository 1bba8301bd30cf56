"""A release among earlier ones: what its numbers are about, in words that stay."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from clusters.disclosure.history import Told, told_in
from clusters.disclosure.nested import tied
from clusters.disclosure.registry import Entry, Register
from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusters.disclosure.design import Key
    from clusters.disclosure.display import Display
    from clusters.disclosure.equations import Equations
    from clusters.disclosure.policy import Policy
    from clusters.profiles import CountTable


# Stands behind the name of a variable whose classes are those of an earlier release.
THEN = "@"


@dataclass(frozen=True)
class Definition:
    """What the numbers of a release are about, in words or digests that never change.

    Parameters
    ----------
    population
        Per population of the tables, who is counted: source, reference date, filters.
        A filter that changes makes another population.
    variables
        Per variable whose codes do not speak for themselves, what they mean; of
        ``cluster`` the settings and inputs that made the clusters.
    codes
        Per variable and code, what the code stands for, where that may change.
    groups
        Per variable and code, which people they are, where that needs no population. A
        cluster that is an earlier one but for a few persons is called as that one, so
        that their numbers are held against each other, with another filter too.
    about
        What the register keeps of the release besides.
    """

    population: Mapping[str, str]
    variables: Mapping[str, str]
    codes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Nested:
    """An earlier release about more people, or fewer, but not about others.

    ``definition`` is what it called the numbers that it may have told of them.
    """

    release: str
    definition: Definition
    is_larger: bool


@dataclass(frozen=True)
class History:
    """Earlier releases, and what the new one is called and counts.

    ``differing`` holds, by name of an earlier release, how many persons are in one of
    the two populations and not in both, where that was counted. ``nested`` are earlier
    releases of which the population has all our people or the other way round.
    ``tables`` tie classes of now to those of earlier releases, as variables with `THEN`
    behind their name; they are attacked and not shown.
    """

    register: Register
    definition: Definition
    release: str
    differing: Mapping[str, int] = field(default_factory=dict)
    nested: tuple[Nested, ...] = ()
    tables: tuple[CountTable, ...] = ()

    def joined(
        self, equations: Equations, policy: Policy
    ) -> tuple[Equations, dict[Key, Told]]:
        """Return the register with what earlier releases bind to it, and told of it.

        Raises
        ------
        DisclosureError
            As `told`.
        """
        told = self.told(equations, policy)
        for each in self.nested:
            names = {
                name_of(key, each.definition): key
                for key in equations.keys
                if key[0] in each.definition.population
            }
            theirs = self.register.only({each.release}).told(names)
            equations, more = tied(
                equations,
                {names[name]: told for name, told in theirs.items()},
                each.release,
                is_larger=each.is_larger,
            )
            told |= more
        return equations, told

    def told(self, equations: Equations, policy: Policy) -> dict[Key, Told]:
        """Return what earlier releases told of the same quantities.

        Raises
        ------
        DisclosureError
            If a population is a sliver away from an earlier one, or not defined.
        """
        self.register.refuse_slivers(self._totals(equations), policy, self.differing)
        names = {name_of(key, self.definition): key for key in equations.keys}
        told = self.register.told(names)
        return {names[name]: each for name, each in told.items()}

    def entry(self, equations: Equations, display: Display) -> Entry:
        """Return what a release tells, to be added to the register."""
        told = told_in(equations, display)
        names = {name_of(key, self.definition): each for key, each in told.items()}
        totals = self._totals(equations)
        return Entry(self.release, totals, names, self.definition.about)

    def _totals(self, equations: Equations) -> dict[str, int]:
        return {
            self.definition.population.get(population, population): int(persons)
            for (population, conditions), persons in zip(
                equations.keys, equations.counts, strict=True
            )
            if not conditions
        }


def name_of(key: Key, definition: Definition) -> str:
    """Return the definition of a quantity, the same in every release.

    Raises
    ------
    DisclosureError
        If the population is not defined.
    """
    population, conditions = key
    if population not in definition.population:
        raise DisclosureError(
            f"The population {population!r} of this release has no definition, so it "
            "cannot be held against earlier releases.",
            f"De populatie {population!r} van deze vrijgave heeft geen definitie en is "
            "dus niet met eerdere vrijgaven te vergelijken.",
        )
    meant = [
        [
            name.partition(THEN)[0],
            definition.codes.get((name, code), code),
            definition.variables.get(name, ""),
        ]
        for name, code in conditions
        if (name, code) not in definition.groups
    ]
    among = [
        definition.groups[each] for each in conditions if each in definition.groups
    ]
    if among:
        return json.dumps([among, meant], ensure_ascii=False)
    return json.dumps([definition.population[population], meant], ensure_ascii=False)
