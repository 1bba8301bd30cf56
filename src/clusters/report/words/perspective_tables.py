"""The columns of the tables of the perspectives."""

from __future__ import annotations

from clusters.report.words import codes, years
from clusters.schema import Text

HEADERS = {
    "type": codes.TYPE,
    "reason": codes.REASON,
    "year": years.YEAR,
    "origin": codes.ORIGIN,
    "origin9": codes.ORIGIN,
    "direction": Text("Richting", "Direction"),
    "cluster": Text("Cluster", "Cluster"),
    "cohort": Text("Jaar van vestiging", "Year of arrival"),
    "stay": Text("Jaren verblijf", "Years of stay"),
    "outcome": Text("Afloop", "Outcome"),
}
