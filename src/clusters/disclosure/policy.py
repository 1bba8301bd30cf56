"""The data owner's rules. No rule has a default in code: what is not stated refuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field, model_validator

from clusters.errors import DisclosureError, SettingsError
from clusters.features import SENSITIVE
from clusters.settings.base import Frozen, misfit
from clusters.settings.load import read_toml, validated

if TYPE_CHECKING:
    from pathlib import Path

Step = Literal["collapse", "larger_base", "suppress", "drop"]
OwnClasses = Literal["refuse", "sign"]

# What ships. A rule beyond its limit is looser than the project vouches for, so that
# somebody must put a name and a reason to it. Limits are not defaults.
_AT_LEAST = {
    "minimum_persons": 10,
    "minimum_households": 5,
    "minimum_addresses": 3,
    "few_persons": 100,
    "round_base": 5,
    "coarse_base": 10,
    "small_population": 1000,
    "minimum_cluster": 100,
    "minimum_cluster_households": 25,
    "sensitive_name_persons": 100,
    "minimum_mean_cell": 10,
    "minimum_share_base": 50,
    "coarse_share_below": 100,
    "possible_integers": 5,
    "p_percent": 10,
    "minimum_tail": 10,
    "nearest_values": 10,
    "conjunction_persons": 10,
    "release_difference": 10,
}
_AT_MOST = {
    "dominant_percent": 90,
    "crossed_variables": 3,
    "maximum_crossed": 3,
    "largest_percent": 50,
    "two_largest_percent": 67,
    "conjunction_traits": 3,
}
# Inside, where readers are known, the coarse base may be the ordinary one; the attack
# is the same.
_AT_LEAST_INSIDE = {**_AT_LEAST, "coarse_base": 5}
# Origin, and what people are looked down on for.
_ALWAYS_SENSITIVE = (*SENSITIVE, "benefit", "income_source", "migration_motive")


class Policy(Frozen):
    """The rules that a release meets.

    Parameters
    ----------
    minimum_persons
        A cell with fewer persons is hidden, and so is a cell that all but so few of
        its group are in (SDC-01); so is a cell with none (SDC-03).
    minimum_households, minimum_addresses, few_persons
        Below ``few_persons`` a cell needs this many households and addresses as well,
        where the table counts them (SDC-02).
    round_base, coarse_base
        Every count shown is a multiple of ``round_base``, totals too; of
        ``coarse_base`` where people are easier to find (SDC-04).
    small_population, crossed_variables, coarse_variables
        Easier to find: in a population smaller than this, in a table of at least so
        many variables, and in a table by one of these variables (SDC-04).
    sensitive, dominant_percent
        By feature the categories that nobody may be tied to through a group; ``"*"``
        is every category. A group with this percent or more in one is not shown in
        full (SDC-05).
    minimum_cluster, minimum_cluster_households
        A cluster with fewer persons, or of fewer households, is not profiled (CL-01).
    sensitive_name_persons
        A name may tell of a sensitive category that at least so many persons of the
        cluster have, and never of that alone (CL-05).
    maximum_crossed, minimum_mean_cell
        The most variables that a table crosses, and the persons that its cells hold on
        average; of a table with fewer its codes are merged where it says how (SDC-13).
    own_classes
        Whether a study may have other classes than the standard ones: never, or when
        those who let the report go agree to them (SDC-14).
    minimum_share_base
        A share is shown of a group of at least this many persons (SDC-06).
    coarse_share_below
        Of a group smaller than this, shares are shown in steps of five (SDC-06).
    largest_percent, two_largest_percent, p_percent
        Of the absolute total of an amount, the most that one and two persons may
        have; and how close the runner-up may come to the largest (SDC-07).
    minimum_tail, nearest_values
        Persons on the thin side of a quantile, and how many values around it are
        averaged (SDC-08).
    possible_integers, audit_seconds
        How many values must stay possible for every number from 1 to 9, and how long
        proving it may take before nothing is released (SDC-21).
    repair, coarsen_above_percent
        What is tried, in this order, when an attack succeeds. Collapsing and a larger
        base change every number of a table, so they wait until this percent of its
        cells fail (SDC-22).
    marker
        What stands in a hidden cell, whatever the reason it is hidden (SDC-23).
    release_difference
        Two releases of one definition differ by no persons, or at least by this many
        (SDC-25).
    conjunction_persons, conjunction_traits
        Traits named together hold for at least this many persons, and are at most
        this many (CL-06).
    approver, reason
        Who allows a rule to be looser than the project ships, and why.
    """

    minimum_persons: int = Field(ge=3)
    minimum_households: int = Field(ge=1)
    minimum_addresses: int = Field(ge=1)
    few_persons: int = Field(ge=1)
    round_base: int = Field(ge=1)
    coarse_base: int = Field(ge=1)
    small_population: int = Field(ge=1)
    crossed_variables: int = Field(ge=2)
    coarse_variables: tuple[str, ...]
    sensitive: dict[str, tuple[str, ...]]
    dominant_percent: int = Field(gt=50, le=100)
    minimum_cluster: int = Field(ge=50)
    minimum_cluster_households: int = Field(ge=1)
    sensitive_name_persons: int = Field(ge=1)
    maximum_crossed: int = Field(ge=1)
    minimum_mean_cell: int = Field(ge=1)
    own_classes: OwnClasses
    minimum_share_base: int = Field(ge=1)
    coarse_share_below: int = Field(ge=1)
    largest_percent: int = Field(ge=1, le=100)
    two_largest_percent: int = Field(ge=1, le=100)
    p_percent: int = Field(ge=1, le=100)
    minimum_tail: int = Field(ge=3)
    nearest_values: int = Field(ge=3)
    possible_integers: int = Field(ge=2)
    audit_seconds: int = Field(ge=1)
    repair: tuple[Step, ...]
    coarsen_above_percent: int = Field(ge=0, le=100)
    marker: str = Field(min_length=1, max_length=1)
    release_difference: int = Field(ge=3)
    conjunction_persons: int = Field(ge=3)
    conjunction_traits: int = Field(ge=1)
    approver: str | None = Field(default=None, min_length=1)
    reason: str | None = Field(default=None, min_length=1)

    _at_least: ClassVar[Mapping[str, int]] = _AT_LEAST

    @property
    def loosened(self) -> tuple[str, ...]:
        """The rules that are looser than the project ships, to be printed."""
        least = self._at_least.items()
        low = [name for name, limit in least if getattr(self, name) < limit]
        high = [name for name, limit in _AT_MOST.items() if getattr(self, name) > limit]
        open_ = [name for name in _ALWAYS_SENSITIVE if not self.sensitive.get(name)]
        return (*low, *high, *(f"sensitive.{name}" for name in open_))

    @model_validator(mode="after")
    def _rounding_hides_nothing_it_should_show(self) -> Policy:
        if max(self.round_base, self.coarse_base) > self.minimum_persons:
            raise misfit(
                "round_base and coarse_base may not be larger than minimum_persons",
                "round_base en coarse_base mogen niet groter zijn dan minimum_persons",
            )
        return self

    @model_validator(mode="after")
    def _somebody_answers_for_a_looser_rule(self) -> Policy:
        if self.loosened and not (self.approver and self.reason):
            rules = ", ".join(self.loosened)
            raise misfit(
                f"looser than the project ships: {rules}. State approver and reason",
                f"ruimer dan meegeleverd: {rules}. Noem approver en reason",
            )
        return self


class InsidePolicy(Policy):
    """The rules for readers inside: coarse rounding may be finer, nothing else."""

    _at_least: ClassVar[Mapping[str, int]] = _AT_LEAST_INSIDE


class _PolicyFile(Frozen):
    """The file: one set of rules per audience."""

    openbaar: Policy
    intern: InsidePolicy


def load_policy(path: Path, audience: str) -> Policy:
    """Return the rules for an audience.

    Raises
    ------
    DisclosureError
        If the file is missing, if a rule in it is missing or unknown, or if a rule is
        looser than the project ships and nobody answers for it.
    """
    try:
        rules = validated(_PolicyFile, read_toml(path), path)
    except SettingsError as error:
        raise DisclosureError(
            f"Without complete disclosure rules nothing is released.\n{error.en}",
            "Zonder volledige regels voor beveiliging wordt niets vrijgegeven.\n"
            f"{error.nl}",
        ) from None
    policy: Policy = getattr(rules, audience)
    return policy
