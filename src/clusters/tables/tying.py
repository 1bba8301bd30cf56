"""Tables that are attacked with the released ones and never shown.

Who subtracts two released tables learns of those who are in one and not in the other.
These tables count such people, so that the attack sees what somebody can work out.
"""

from __future__ import annotations

from clusters.schema import Text
from clusters.tables.populations import (
    INTERNATIONALS,
    RESIDENTS,
    RESIDENTS_OF_YEARS,
    STAYS,
    STUDIED,
    THERE_OR_LEFT,
)
from clusters.tables.spec import EVERYBODY, Audience, SamePeople, TableSpec

TYING = (
    TableSpec(
        "standing", ("standing", "origin"), RESIDENTS,
        Text(
            "Inwoners per herkomst: geen international, international, onderzocht",
            "Residents by origin: no international, international, studied",
        ),
        adds_up=("standing", "origin"),
        audience=Audience.NOBODY,
    ),
    TableSpec(
        "standing_types", ("standing", "type"), INTERNATIONALS,
        Text(
            "Internationals per type: onderzocht of niet",
            "Internationals by type: studied or not",
        ),
        adds_up=("standing", "type"),
        audience=Audience.NOBODY,
    ),
    TableSpec(
        "standing_arrivals", ("year", "followed"), INTERNATIONALS,
        Text(
            "Internationals per jaar van vestiging: wie is gevolgd, en hoe het afliep",
            "Internationals by year of arrival: who is followed, and how it ended",
        ),
        adds_up=("year", "followed"),
        audience=Audience.NOBODY,
        same_people=(
            SamePeople(
                {"year": "{year}", "followed": "{became}"},
                "standing_stays",
                {"cohort": "{year}", "became": "{became}", "arrived": "arrived"},
            ),
        ),
    ),
    TableSpec(
        "standing_stays", ("cohort", "became", "arrived"), STAYS,
        Text(
            "Verblijven per jaar: wie bij de vestiging van dat jaar is geteld",
            "Stays by year: who is counted among the arrivals of that year",
        ),
        adds_up=("cohort", "became", "arrived"),
        audience=Audience.NOBODY,
    ),
    TableSpec(
        "standing_years", ("year", "origin"), RESIDENTS_OF_YEARS,
        Text(
            "Inwoners van het eerste en laatste jaar, in achttien en negen groepen",
            "Residents of the first and last year, in eighteen and nine groups",
        ),
        within=("year",),
        adds_up=("origin",),
        audience=Audience.NOBODY,
        same_people=(
            SamePeople(
                {"year": "{this_year}", "origin": "{origin}"},
                "origins", {"origin": "{origin}"},
                but=(EVERYBODY,),
            ),
        ),
    ),
    TableSpec(
        "standing_end", ("origin", "end"), THERE_OR_LEFT,
        Text("Wie er aan het eind woont of vertrok", "Who is there at the end or left"),
        adds_up=("origin", "end"),
        audience=Audience.NOBODY,
        same_people=(
            SamePeople(
                {"origin": "{origin}", "end": "there"},
                "standing_years", {"year": "{last_year}", "origin": "{origin}"},
            ),
            SamePeople(
                {"origin": "{origin}", "end": "left"},
                "moves", {"origin9": "{origin}", "direction": "out"},
            ),
        ),
    ),
    TableSpec(
        "standing_start", ("origin", "start"), THERE_OR_LEFT,
        Text(
            "Wie er aan het begin woonde, kwam of werd geboren",
            "Who was there at the start, came or was born",
        ),
        adds_up=("origin", "start"),
        audience=Audience.NOBODY,
        same_people=(
            SamePeople(
                {"origin": "{origin}", "start": "there"},
                "standing_years", {"year": "{first_year}", "origin": "{origin}"},
            ),
            SamePeople(
                {"origin": "{origin}", "start": "came"},
                "moves", {"origin9": "{origin}", "direction": "in"},
            ),
        ),
    ),
    # Classes of an earlier release beside those of now: who has both reports subtracts.
    TableSpec(
        "{feature} by {feature}@{release}",
        ("cluster", "{feature}@{release}", "{feature}"),
        STUDIED,
        Text(
            "Onze klassen van een kenmerk naast die van een eerder rapport",
            "Our classes of a feature beside those of an earlier report",
        ),
        adds_up=("cluster", "{feature}@{release}", "{feature}"),
        audience=Audience.NOBODY,
    ),
)  # fmt: skip
