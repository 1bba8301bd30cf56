"""CBS tables from the population register: with whom people live and are related."""

from __future__ import annotations

from clusters.schema.cbs.table import BEGIN, END, CbsTable, Unit, Variable, key
from clusters.schema.text import Text

GBABURGERLIJKESTAATBUS = CbsTable(
    "GBABURGERLIJKESTAATBUS",
    Text("Burgerlijke staat", "Marital status"),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable("GBAAANVANGBURGERLIJKESTAAT", BEGIN, published=False, required=True),
        Variable("GBAEINDEBURGERLIJKESTAAT", END, published=False),
        Variable(
            "GBABURGERLIJKESTAATNW",
            Text("Burgerlijke staat", "Marital status"),
            {
                "marital_status": {
                    "O": "never_married",
                    "H": "married",
                    "P": "married",
                    "S": "divorced",
                    "SP": "divorced",
                    "W": "widowed",
                    "WP": "widowed",
                }
            },
            required=True,
        ),
    ),
    begin="GBAAANVANGBURGERLIJKESTAAT",
    end="GBAEINDEBURGERLIJKESTAAT",
)

GBAVERBINTENISPARTNERBUS = CbsTable(
    "GBAVERBINTENISPARTNERBUS",
    Text(
        "Huwelijken en geregistreerde partnerschappen",
        "Marriages and registered partnerships",
    ),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable("AANVANGVERBINTENIS", BEGIN, required=True),
        Variable("EINDEVERBINTENIS", END),
        Variable(
            "RINPERSOONSVERBINTENISP",
            Text("Soort sleutel van de partner", "Kind of key of the partner"),
            required=True,
        ),
        Variable(
            "RINPERSOONVERBINTENISP",
            Text("Sleutel van de partner", "Key of the partner"),
            {"partner_id": {}},
            required=True,
            prefix="RINPERSOONSVERBINTENISP",
        ),
    ),
    begin="AANVANGVERBINTENIS",
    end="EINDEVERBINTENIS",
)

KINDOUDERTAB = CbsTable(
    "KINDOUDERTAB",
    Text("Juridische ouders van personen", "Legal parents of persons"),
    "TAB",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "RINPERSOONSMa",
            Text("Soort sleutel van de moeder", "Kind of key of the mother"),
            required=True,
        ),
        Variable(
            "RINPERSOONMa",
            Text("Sleutel van de moeder", "Key of the mother"),
            {"mother_id": {}},
            required=True,
            prefix="RINPERSOONSMa",
        ),
        Variable(
            "RINPERSOONSpa",
            Text("Soort sleutel van de vader", "Kind of key of the father"),
            required=True,
        ),
        Variable(
            "RINPERSOONpa",
            Text("Sleutel van de vader", "Key of the father"),
            {"father_id": {}},
            required=True,
            prefix="RINPERSOONSpa",
        ),
    ),
)

GBAHUISHOUDENSBUS = CbsTable(
    "GBAHUISHOUDENSBUS",
    Text("Huishoudens en de plaats daarin", "Households and the position in them"),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "HUISHOUDNR",
            Text("Nummer van het huishouden", "Number of the household"),
            required=True,
        ),
        # A number can be used again: only with its begin it is one household.
        Variable(
            "DATUMAANVANGHH",
            BEGIN,
            {"household_id": {}},
            required=True,
            prefix="HUISHOUDNR",
        ),
        Variable("DATUMEINDEHH", END),
        Variable(
            "TYPHH",
            Text("Type huishouden", "Type of household"),
            {
                "household_type": {
                    "1": "single",
                    "2": "unmarried_couple",
                    "3": "married_couple",
                    "4": "unmarried_parents",
                    "5": "married_parents",
                    "6": "one_parent",
                    "7": "other",
                    "8": "institution",
                }
            },
        ),
        Variable(
            "PLHH",
            Text(
                "Plaats in het huishouden; betekenis van de codes van ons",
                "Position in the household; meaning of the codes is ours",
            ),
            {
                "household_position": {
                    "1": "child",
                    "2": "single",
                    "3": "partner_without_children",
                    "4": "partner_without_children",
                    "5": "partner_with_children",
                    "6": "partner_with_children",
                    "7": "single_parent",
                    "8": "other",
                    "9": "other",
                    "10": "institution",
                }
            },
        ),
        Variable(
            "AANTALPERSHH",
            Text("Aantal personen", "Number of persons"),
            {"household_size": {}},
        ),
    ),
    begin="DATUMAANVANGHH",
    end="DATUMEINDEHH",
)

TABLES = (
    GBABURGERLIJKESTAATBUS,
    GBAVERBINTENISPARTNERBUS,
    KINDOUDERTAB,
    GBAHUISHOUDENSBUS,
)
