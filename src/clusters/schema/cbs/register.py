"""CBS tables from the population register: who people are and where they come from."""

from __future__ import annotations

from clusters.schema.cbs.table import (
    BEGIN,
    END,
    CbsTable,
    Preference,
    Unit,
    Variable,
    key,
)
from clusters.schema.column import NO, YES
from clusters.schema.text import Text

GBAPERSOONTAB = CbsTable(
    "GBAPERSOONTAB",
    Text("Vaste kenmerken van personen", "Fixed characteristics of persons"),
    "TAB",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "GBAGESLACHT",
            Text("Geslacht", "Sex"),
            {"sex": {"1": "man", "2": "woman"}},
        ),
        Variable(
            "GBAGEBOORTEJAAR",
            Text("Geboortejaar", "Year of birth"),
            {"birth_year": {}},
            required=True,
        ),
        Variable("GBAGEBOORTEMAAND", Text("Geboortemaand", "Month of birth")),
        Variable(
            "GBAGEBOORTEDAG",
            Text(
                "Geboortedag; onbekend telt als de 15e",
                "Day of birth; unknown counts as the 15th",
            ),
        ),
        Variable(
            "GBAGEBOORTELAND",
            Text("Geboorteland (BRP-tabel 34)", "Country of birth (BRP table 34)"),
            {"birth_country": {}},
        ),
        Variable(
            "GBAGEBOORTELANDMOEDER",
            Text("Geboorteland van de moeder", "Mother's country of birth"),
            {"birth_country_mother": {}},
        ),
        Variable(
            "GBAGEBOORTELANDVADER",
            Text("Geboorteland van de vader", "Father's country of birth"),
            {"birth_country_father": {}},
        ),
        Variable(
            "GBAGEBOORTELANDNL",
            Text("In Nederland geboren", "Born in the Netherlands"),
            {"born_abroad": {"0": YES, "1": NO}},
        ),
    ),
)

GBANATIONALITEITBUS = CbsTable(
    "GBANATIONALITEITBUS",
    Text(
        "Nationaliteiten; van meer telt de laagste code, dus eerst de Nederlandse",
        "Nationalities; of several the lowest code counts, so Dutch comes first",
    ),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable("DATUMAANVANGNATIONALITEIT", BEGIN, published=False, required=True),
        Variable("DATUMEINDENATIONALITEIT", END, published=False),
        Variable(
            "NATIONALITEIT",
            Text("Nationaliteit (BRP-tabel 32)", "Nationality (BRP table 32)"),
            {"nationality": {}},
            published=False,
            required=True,
        ),
    ),
    begin="DATUMAANVANGNATIONALITEIT",
    end="DATUMEINDENATIONALITEIT",
    # Dutch is 0001 and Europe comes before the rest of the world in BRP table 32.
    prefer=(Preference("NATIONALITEIT"),),
    published=False,
)

GBAMIGRATIEBUS = CbsTable(
    "GBAMIGRATIEBUS",
    Text(
        "Vestigingen in Nederland; de laatste voor de peildatum telt",
        "Settlements in the Netherlands; the last before the reference date counts",
    ),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "DATUMVESTIGING",
            Text("Datum van vestiging in Nederland", "Date of settling here"),
            {"arrival_date": {}},
            published=False,
            required=True,
        ),
        Variable(
            "DATUMVERTREK",
            Text("Datum van vertrek; wordt niet gelezen", "Departure; not read"),
            published=False,
        ),
    ),
    begin="DATUMVESTIGING",
)

VRLMIGMOTBUS = CbsTable(
    "VRLMIGMOTBUS",
    Text(
        "Migratiemotief per vestiging; het laatste voor de peildatum telt",
        "Migration motive per settlement; the last before the reference date counts",
    ),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable("DATUMVESTIGING", BEGIN, published=False, required=True),
        Variable(
            "MIGRATIEMOTIEF",
            Text("Migratiemotief; codes van ons", "Migration motive; codes are ours"),
            {
                "migration_motive": {
                    "1": "labour",
                    "2": "knowledge",
                    "3": "family",
                    "4": "study",
                    "5": "asylum",
                    "6": "other",
                }
            },
            published=False,
            required=True,
        ),
    ),
    begin="DATUMVESTIGING",
)

TABLES = (
    GBAPERSOONTAB,
    GBANATIONALITEITBUS,
    GBAMIGRATIEBUS,
    VRLMIGMOTBUS,
)
