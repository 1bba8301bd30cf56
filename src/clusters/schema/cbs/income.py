"""CBS tables about income, wealth and education."""

from __future__ import annotations

from clusters.schema.cbs.table import CbsTable, Unit, Variable, key
from clusters.schema.column import NO, YES
from clusters.schema.text import Text

INPATAB = CbsTable(
    "INPATAB",
    Text(
        "Inkomen van personen, over het jaar van het geleverde bestand",
        "Income of persons, over the year of the delivered file",
    ),
    "TAB",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "INPPERSINK",
            Text("Persoonlijk inkomen", "Personal income"),
            {"personal_income": {}},
        ),
        Variable(
            "RINPERSOONSHKW",
            Text("Soort sleutel van de hoofdkostwinner", "Kind of key, main earner"),
        ),
        Variable(
            "RINPERSOONHKW",
            Text("Sleutel van de hoofdkostwinner", "Key of the main earner"),
            prefix="RINPERSOONSHKW",
        ),
    ),
)

INHATAB = CbsTable(
    "INHATAB",
    Text("Inkomen van huishoudens", "Income of households"),
    "TAB",
    Unit.EARNER,
    (
        *key(Unit.EARNER),
        Variable(
            "INHGESTINKH",
            Text(
                "Gestandaardiseerd besteedbaar inkomen",
                "Standardised disposable income",
            ),
            {"household_income": {}},
        ),
    ),
)

VEHTAB = CbsTable(
    "VEHTAB",
    Text("Vermogen van huishoudens", "Wealth of households"),
    "TAB",
    Unit.EARNER,
    (
        *key(Unit.EARNER),
        Variable(
            "VEHW1000VERH",
            Text("Vermogen: bezit min schuld", "Wealth: assets less debts"),
            {"wealth": {}},
        ),
    ),
)

_LEVELS = {
    **dict.fromkeys(("1111", "1112"), "primary"),
    **dict.fromkeys(("1211", "1212", "1213", "1221", "1222"), "lower_secondary"),
    **dict.fromkeys(("2111", "2112", "2121", "2131", "2132"), "upper_secondary"),
    **dict.fromkeys(("3111", "3112", "3113"), "bachelor"),
    **dict.fromkeys(("3211", "3212", "3213"), "master"),
}

HOOGSTEOPLTAB = CbsTable(
    "HOOGSTEOPLTAB",
    Text("Hoogste opleidingsniveau", "Highest level of education"),
    "TAB",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "OPLNIVSOI2016AGG4HBMETNIRWO",
            Text("Hoogst behaald niveau", "Highest level attained"),
            {"education": {**_LEVELS, "9999": ""}},
            required=True,
            also=("OPLNIVSOI2021AGG4HBMETNIRWO",),
        ),
    ),
)

ONDERWIJSDEELNEMERSTAB = CbsTable(
    "ONDERWIJSDEELNEMERSTAB",
    Text(
        "Ingeschreven in bekostigd onderwijs; wie er niet in staat, volgt er geen",
        "Enrolled in funded education; who is not in it, is not in education",
    ),
    "TAB",
    Unit.PERSON,
    key(Unit.PERSON),
    present={"in_education": YES},
    absent={"in_education": NO},
)

TABLES = (
    INPATAB,
    INHATAB,
    VEHTAB,
    HOOGSTEOPLTAB,
    ONDERWIJSDEELNEMERSTAB,
)
