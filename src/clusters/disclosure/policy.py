"""The data owner's rules. No rule has a default in code: what is not stated refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field, model_validator

from clusters.errors import DisclosureError, SettingsError
from clusters.settings.load import read_toml, validated
from clusters.settings.study import Frozen

if TYPE_CHECKING:
    from pathlib import Path


class Policy(Frozen):
    """The rules that a released table meets.

    Parameters
    ----------
    minimum_persons
        A cell with fewer persons is hidden (SDC-01); so is a cell with none (SDC-03).
    round_base
        Every count shown is a multiple of this, totals too (SDC-04).
    minimum_cluster
        A cluster with fewer persons is not profiled (CL-01).
    minimum_share_base
        A share is shown of a group of at least this many persons (SDC-06).
    coarse_share_below
        Of a group smaller than this, shares are shown in steps of five (SDC-06).
    marker
        What stands in a hidden cell, whatever the reason it is hidden (SDC-23).
    """

    minimum_persons: int = Field(ge=3)
    round_base: int = Field(ge=1)
    minimum_cluster: int = Field(ge=50)
    minimum_share_base: int = Field(ge=1)
    coarse_share_below: int = Field(ge=1)
    marker: str = Field(min_length=1, max_length=1)

    @model_validator(mode="after")
    def _rounding_hides_nothing_it_should_show(self) -> Policy:
        if self.round_base > self.minimum_persons:
            raise ValueError("round_base is larger than minimum_persons")
        return self


class _PolicyFile(Frozen):
    """The file: one set of rules per audience."""

    openbaar: Policy
    intern: Policy


def load_policy(path: Path, audience: str) -> Policy:
    """Return the rules for an audience.

    Raises
    ------
    DisclosureError
        If the file is missing, or a rule in it is missing or unknown.
    """
    try:
        rules = validated(_PolicyFile, read_toml(path), path)
    except SettingsError as error:
        raise DisclosureError(
            f"Without complete disclosure rules nothing is released.\n{error}"
        ) from None
    policy: Policy = getattr(rules, audience)
    return policy
