"""The gate: the only maker of what may be read outside the closed room."""

from clusters.disclosure.design import LinkedTable
from clusters.disclosure.gate import Release, release, release_all
from clusters.disclosure.policy import Policy, load_policy
from clusters.disclosure.released import ReleasedTable

__all__ = [
    "LinkedTable",
    "Policy",
    "Release",
    "ReleasedTable",
    "load_policy",
    "release",
    "release_all",
]
