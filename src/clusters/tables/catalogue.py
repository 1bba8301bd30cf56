"""Every table that may be released; beside them those of `tying`, never shown.

What may a table contain? What stands here, and nothing else: the gate refuses a table
that is not in `CATALOGUE`, or that holds other dimensions, people or counts than its
entry says. Counting takes dimensions and groups from here, the gate which cells of two
tables hold the same people, files and sheets their titles, and the manual its list.

To add a table: an entry here, and a function in `clusters.profiles` that counts it.
"""

from __future__ import annotations

from clusters.schema import UNKNOWN, Text
from clusters.tables.populations import (
    IN_BOTH,
    INTERNATIONALS,
    INTERNATIONALS_OF_YEARS,
    MOVED,
    READ,
    RESIDENTS,
    RESIDENTS_OF_YEARS,
    STAYS,
    STUDIED,
)
from clusters.tables.spec import (
    ADDRESSES,
    EVERYBODY,
    HOUSEHOLDS,
    WEIGHTED,
    Audience,
    SamePeople,
    TableSpec,
)
from clusters.tables.tying import TYING

_HOMES = (HOUSEHOLDS, ADDRESSES)
_ALL = {"cluster": EVERYBODY}

RELEASED = (
    TableSpec(
        "funnel", ("step",), READ,
        Text(
            "Van de bestanden naar de onderzochte personen.",
            "From the files to the persons studied.",
        ),
        Text("Wie onderzocht", "Who was studied"),
        reference={"step": "read"},
    ),
    TableSpec(
        "sizes", ("cluster",), STUDIED,
        Text(
            "Hoeveel personen elk cluster telt.", "How many persons each cluster has."
        ),
        Text("Grootte", "Sizes"),
        counts=(WEIGHTED,),
        reference=_ALL,
        same_people=(
            SamePeople(_ALL, "funnel", {"step": "kept"}),
            SamePeople(_ALL, "standing", {"standing": "studied", "origin": EVERYBODY}),
        ),
    ),
    TableSpec(
        "profiles", ("cluster", "feature", "category"), STUDIED,
        Text(
            "Alle kenmerken van de indeling, per cluster en voor allen.",
            "All features of the clustering, per cluster and for all.",
        ),
        Text("Profielen", "Profiles"),
        counts=(*_HOMES, WEIGHTED),
        within=("cluster", "feature"),
        reference=_ALL,
    ),
    TableSpec(
        "drilldown", ("cluster", "feature", "category"), STUDIED,
        Text(
            "Kenmerken die alleen beschrijven, per cluster en voor allen.",
            "Features that only describe, per cluster and for all.",
        ),
        Text("Verder beschreven", "Further described"),
        counts=(*_HOMES, WEIGHTED),
        within=("cluster", "feature"),
        reference=_ALL,
        same_people=(
            SamePeople(
                _ALL | {"feature": "origin", "category": "{origin}"},
                "standing", {"standing": "studied", "origin": "{origin}"},
            ),
            SamePeople(
                _ALL | {"feature": "type", "category": "{type}"},
                "standing_types", {"standing": "studied", "type": "{type}"},
                but=("undetermined",),
            ),
            # Of who is no international the type is unknown as well.
            SamePeople(
                _ALL | {"feature": "type", "category": UNKNOWN},
                "standing_types", {"standing": "studied", "type": "undetermined"},
                only_if_equal=True,
            ),
        ),
    ),
    TableSpec(
        "areas", ("{area}", "cluster"), STUDIED,
        Text(
            "Personen per gebied en cluster, en hun aandeel in het gebied. Door het "
            "afronden tellen aandelen van een klein gebied niet op tot 100.",
            "Persons by area and cluster, and their share of the area. Because of "
            "rounding the shares of a small area do not add up to 100.",
        ),
        Text("Gebieden", "Areas"),
        counts=_HOMES,
        within=("{area}",),
        adds_up=("{area}", "cluster"),
        choices={"area": ("neighbourhood", "square")},
    ),
    TableSpec(
        "transitions", ("from", "to"), IN_BOTH,
        Text(
            "Van de clusters van de vorige editie naar die van nu.",
            "From the clusters of the previous edition to those of now.",
        ),
        within=("from",),
        audience=Audience.REPORT,
    ),
    TableSpec(
        "types", ("type",), INTERNATIONALS,
        Text("Internationals per type", "Internationals by type"),
        Text("Typen", "Types"),
        reference={"type": EVERYBODY},
        same_people=(
            SamePeople(
                {"type": EVERYBODY},
                "standing", {"standing": "international", "origin": EVERYBODY},
            ),
        ),
    ),
    TableSpec(
        "type_reasons", ("type", "reason"), INTERNATIONALS,
        Text(
            "Waarom een type niet te bepalen is, of iemand geen van de typen heeft",
            "Why a type cannot be determined, or somebody has none of the types",
        ),
        Text("Type onbepaald", "Type undetermined"),
        within=("type",),
        adds_up=("reason",),
    ),
    TableSpec(
        "types_by_year", ("year", "type"), INTERNATIONALS_OF_YEARS,
        Text(
            "Internationals per type op de peildatum van elk jaar",
            "Internationals by type on the reference date of each year",
        ),
        Text("Typen per jaar", "Types by year"),
        within=("year",),
    ),
    TableSpec(
        "origins", ("origin",), RESIDENTS,
        Text("Inwoners per herkomst", "Residents by origin"),
        Text("Herkomst", "Origins"),
        reference={"origin": EVERYBODY},
    ),
    TableSpec(
        "origins_by_year", ("year", "origin"), RESIDENTS_OF_YEARS,
        Text(
            "Inwoners per herkomst op de peildatum van elk jaar",
            "Residents by origin on the reference date of each year",
        ),
        Text("Herkomst per jaar", "Origins by year"),
        within=("year",),
    ),
    TableSpec(
        "arrivals_by_type", ("year", "type"), INTERNATIONALS,
        Text(
            "Internationals die er op de peildatum wonen, per jaar van vestiging en "
            "type",
            "Internationals who live there on the reference date, by year of arrival "
            "and type",
        ),
        Text("Vestiging en type", "Arrival by type"),
        within=("year",),
        adds_up=("year", "type"),
    ),
    TableSpec(
        "arrivals_by_origin", ("year", "origin"), INTERNATIONALS,
        Text(
            "Internationals die er op de peildatum wonen, per jaar van vestiging en "
            "herkomst (negen groepen)",
            "Internationals who live there on the reference date, by year of arrival "
            "and origin (nine groups)",
        ),
        Text("Vestiging en herkomst", "Arrival by origin"),
        within=("year",),
        adds_up=("year", "origin"),
        same_people=(
            SamePeople(
                {"year": EVERYBODY, "origin": "{origin}"},
                "standing", {"standing": "international", "origin": "{origin}"},
                but=(EVERYBODY,),
            ),
        ),
    ),
    TableSpec(
        "moves", ("origin9", "direction"), MOVED,
        Text("Verhuizingen over de gemeentegrens", "Moves over the city border"),
        Text("Verhuizingen", "Moves"),
        within=("direction",),
    ),
    TableSpec(
        "stays_by_cohort", ("cohort", "stay", "outcome"), STAYS,
        Text(
            "Per jaar van vestiging: wie vertrok en wie er nog woont, naar "
            "verblijfsduur",
            "By year of arrival: who left and who is here, by length of stay",
        ),
        Text("Verblijf per jaar", "Stay by cohort"),
        within=("cohort",),
        adds_up=("cohort", "stay", "outcome"),
        same_people=(
            SamePeople(
                {"cohort": "{year}", "stay": "{stay}", "outcome": "{outcome}"},
                "standing_stays",
                {"cohort": "{year}", "became": "{outcome} after {stay}",
                 "arrived": EVERYBODY},
            ),
        ),
    ),
    TableSpec(
        "stays_by_type", ("type", "stay", "outcome"), STAYS,
        Text(
            "Per type: wie vertrok en wie er nog woont, naar verblijfsduur",
            "By type: who left and who is here, by length of stay",
        ),
        Text("Verblijf per type", "Stay by type"),
        within=("type",),
        adds_up=("type", "stay", "outcome"),
    ),
    TableSpec(
        "stays_by_cluster", ("cluster", "stay", "outcome"), STUDIED,
        Text(
            "Aandeel dat er na de peildatum nog woont, per cluster (in %)",
            "Share still living there after the reference date, by cluster (in %)",
        ),
        Text("Verblijf per cluster", "Stay by cluster"),
        within=("cluster",),
        adds_up=("stay", "outcome"),
    ),
)  # fmt: skip

CATALOGUE = (*RELEASED, *TYING)
