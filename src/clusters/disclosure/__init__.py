"""The gate: the only maker of what may be read outside the closed room."""

from clusters.disclosure.amounts import release_mean, release_quantile, release_sum
from clusters.disclosure.conjunctions import (
    check_conjunction,
    is_sensitive,
    may_be_said,
)
from clusters.disclosure.design import LinkedTable
from clusters.disclosure.edition import Definition, History
from clusters.disclosure.gate import Release, release, release_all
from clusters.disclosure.history import Told
from clusters.disclosure.policy import Policy, load_policy
from clusters.disclosure.registry import Entry, Register
from clusters.disclosure.relations import Relations
from clusters.disclosure.released import ReleasedNumber, ReleasedTable

__all__ = [
    "Definition",
    "Entry",
    "History",
    "LinkedTable",
    "Policy",
    "Register",
    "Relations",
    "Release",
    "ReleasedNumber",
    "ReleasedTable",
    "Told",
    "check_conjunction",
    "is_sensitive",
    "load_policy",
    "may_be_said",
    "release",
    "release_all",
    "release_mean",
    "release_quantile",
    "release_sum",
]
