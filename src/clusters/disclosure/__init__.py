"""The gate: the only maker of what may be read outside the closed room."""

from clusters.disclosure.gate import release
from clusters.disclosure.policy import Policy, load_policy
from clusters.disclosure.released import ReleasedTable

__all__ = ["Policy", "ReleasedTable", "load_policy", "release"]
