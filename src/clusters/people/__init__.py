"""The study population: one row per person at the reference date."""

from clusters.people.assemble import assemble
from clusters.people.population import FunnelStep, Selection, select

__all__ = ["FunnelStep", "Selection", "assemble", "select"]
