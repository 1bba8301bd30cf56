"""Features of origin. They describe people and do not cluster them.

Clustering on one of these needs a reason in the study file, and the report prints it.
"""

from __future__ import annotations

from clusters.features import demographic
from clusters.features.feature import Feature
from clusters.perspectives.origin.groups import ORIGIN18
from clusters.schema import Code, Text, Theme

ORIGIN_FEATURES = (
    Feature(
        "origin",
        Theme.DEMOGRAPHIC,
        Text("Herkomst (18 groepen van de WRR)", "Origin (18 groups of the WRR)"),
        answer=demographic.origin,
        needs=(("birth_country",),),
        codes=tuple(Code(group.code, group.name) for group in ORIGIN18),
    ),
    Feature(
        "born_abroad",
        Theme.DEMOGRAPHIC,
        Text("Geboren in het buitenland", "Born abroad"),
        answer=demographic.born_abroad,
        needs=(("birth_country", "born_abroad"),),
    ),
    Feature(
        "foreign_nationality",
        Theme.DEMOGRAPHIC,
        Text("Geen Nederlandse nationaliteit", "Foreign nationality"),
        answer=demographic.foreign_nationality,
        needs=(("nationality", "foreign_nationality"),),
    ),
    Feature(
        "migration_motive",
        Theme.DEMOGRAPHIC,
        Text("Migratiemotief", "Migration motive"),
    ),
)
SENSITIVE = (
    "birth_country",
    "nationality",
    *(feature.name for feature in ORIGIN_FEATURES),
)
