"""Whom tables count."""

from __future__ import annotations

from clusters.schema import Text
from clusters.tables.spec import EVERYBODY, Population

READ = Population("step=read", Text("gelezen rijen", "rows read"))
STUDIED = Population(
    f"cluster={EVERYBODY}", Text("onderzochte personen", "the persons studied")
)
IN_BOTH = Population(
    "table transitions",
    Text("onderzochte personen in beide edities", "persons studied in both editions"),
)
RESIDENTS = Population(f"origin={EVERYBODY}", Text("inwoners", "residents"))
INTERNATIONALS = Population(
    f"type={EVERYBODY}", Text("internationals", "internationals")
)
RESIDENTS_OF_YEARS = Population(
    "table origins_by_year", Text("inwoners van andere jaren", "residents, other years")
)
INTERNATIONALS_OF_YEARS = Population(
    "table types_by_year",
    Text("internationals van andere jaren", "internationals, other years"),
)
MOVED = Population("table moves", Text("verhuizingen", "moves"))
STAYS = Population(
    "stays",
    Text("internationals die kwamen, per verblijf", "internationals who came, a stay"),
)
THERE_OR_LEFT = Population(
    "there or left",
    Text("inwoners en wie vertrokken", "residents and those who left"),
)
