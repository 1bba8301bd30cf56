"""The study population: one row per person at the reference date."""

from clusters.people.assemble import assemble
from clusters.people.population import FunnelStep, Selection, select
from clusters.people.read import read_people

__all__ = ["FunnelStep", "Selection", "assemble", "read_people", "select"]
