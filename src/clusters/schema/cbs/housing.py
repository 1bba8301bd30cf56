"""CBS tables about addresses, dwellings and cars."""

from __future__ import annotations

from clusters.schema.cbs.table import BEGIN, END, CbsTable, Unit, Variable, key
from clusters.schema.text import Text

GBAADRESOBJECTBUS = CbsTable(
    "GBAADRESOBJECTBUS",
    Text("Adressen van personen", "Addresses of persons"),
    "BUS",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "GBADATUMAANVANGADRESHOUDING",
            BEGIN,
            {"moved_in_date": {}},
            required=True,
        ),
        Variable("GBADATUMEINDEADRESHOUDING", END),
        Variable(
            "SOORTOBJECTNUMMER",
            Text("Soort objectsleutel", "Kind of object key"),
            required=True,
        ),
        Variable(
            "RINOBJECTNUMMER",
            Text("Objectsleutel", "Object key"),
            {"address_id": {}},
            required=True,
            prefix="SOORTOBJECTNUMMER",
        ),
    ),
    begin="GBADATUMAANVANGADRESHOUDING",
    end="GBADATUMEINDEADRESHOUDING",
)

VSLGWBTAB = CbsTable(
    "VSLGWBTAB",
    Text("Gemeente, wijk en buurt van adressen", "Areas of addresses"),
    "TAB",
    Unit.OBJECT,
    (
        *key(Unit.OBJECT),
        Variable(
            "gem{year}",
            Text("Gemeente in het jaar van de peildatum", "Municipality in that year"),
            {"municipality": {}},
            required=True,
        ),
        Variable(
            "wc{year}",
            Text("Wijk in dat jaar", "District in that year"),
            {"district": {}},
        ),
        Variable(
            "bc{year}",
            Text("Buurt in dat jaar", "Neighbourhood in that year"),
            {"neighbourhood": {}},
        ),
    ),
)

VRLVSLVIERKANTTAB = CbsTable(
    "VRLVSLVIERKANTTAB",
    Text("Vierkant van adressen", "Grid square of addresses"),
    "TAB",
    Unit.OBJECT,
    (
        *key(Unit.OBJECT),
        Variable(
            "VRLVIERKANT100M",
            Text("Vierkant van 100 bij 100 meter", "Square of 100 by 100 metres"),
            {"square": {}},
            required=True,
        ),
    ),
)

EIGENDOMTAB = CbsTable(
    "EIGENDOMTAB",
    Text("Eigendom van woningen", "Tenure of dwellings"),
    "TAB",
    Unit.OBJECT,
    (
        *key(Unit.OBJECT),
        Variable(
            "TYPEEIGENDOM",
            Text(
                "Koop (E) of huur (H); bij huur zegt TYPEEIGENAAR van wie",
                "Owned (E) or rented (H); TYPEEIGENAAR then tells from whom",
            ),
            {"tenure": {"E": "owned", "H": "", "A": "other"}},
            required=True,
        ),
        Variable(
            "TYPEEIGENAAR",
            Text(
                "Verhuurder: corporatie of een ander; codes van ons",
                "Landlord: housing association or another; codes are ours",
            ),
            {"tenure": {"C": "social_rent", "P": "private_rent", "E": "owned"}},
        ),
    ),
)

EIGENDOMWOZTAB = CbsTable(
    "EIGENDOMWOZTAB",
    Text("WOZ-waarde van woningen", "Assessed value of dwellings"),
    "TAB",
    Unit.OBJECT,
    (
        *key(Unit.OBJECT),
        Variable(
            "WOZWAARDEOBJECT",
            Text("WOZ-waarde", "Assessed value"),
            {"dwelling_value": {}},
            required=True,
            also=("WOZWAARDEOBJECTBAG",),
        ),
    ),
)

VBOWONINGTYPETAB = CbsTable(
    "VBOWONINGTYPETAB",
    Text("Type van woningen", "Type of dwellings"),
    "TAB",
    Unit.OBJECT,
    (
        *key(Unit.OBJECT),
        Variable(
            "VBOWoningtype",
            Text(
                "Vrijstaand, twee onder een kap, hoek, tussen, appartement; 06 "
                "(kamer of anders) is van ons",
                "Detached, semi-detached, corner, terraced, flat; 06 (room or other) "
                "is ours",
            ),
            {
                "dwelling_type": {
                    "01": "detached",
                    "02": "semi_detached",
                    "03": "terraced",
                    "04": "terraced",
                    "05": "apartment",
                    "06": "other",
                    "99": "",
                }
            },
            required=True,
        ),
    ),
)

LEVCYCLWOONNIETWOONBUS = CbsTable(
    "LEVCYCLWOONNIETWOONBUS",
    Text("Levensloop van woningen", "Life course of dwellings"),
    "BUS",
    Unit.OBJECT,
    (
        *key(Unit.OBJECT),
        Variable("AANVLEVCYCLWOONNIETWOON", BEGIN, published=False, required=True),
        Variable("EINDLEVCYCLWOONNIETWOON", END, published=False),
        Variable(
            "VBOOPPERVLAKTE",
            Text("Oppervlakte in vierkante meters", "Floor area in square metres"),
            {"floor_area": {}},
            required=True,
        ),
    ),
    begin="AANVLEVCYCLWOONNIETWOON",
    end="EINDLEVCYCLWOONNIETWOON",
)

AUTOBEZITTAB = CbsTable(
    "AUTOBEZITTAB",
    Text(
        "Auto's van het huishouden, per persoon; tabel van ons",
        "Cars of the household, per person; the table is ours",
    ),
    "TAB",
    Unit.PERSON,
    (
        *key(Unit.PERSON),
        Variable(
            "AANTALAUTOSHH",
            Text("Auto's van het huishouden", "Cars of the household"),
            {"cars": {}},
            published=False,
            required=True,
        ),
    ),
    published=False,
)

TABLES = (
    GBAADRESOBJECTBUS,
    VSLGWBTAB,
    VRLVSLVIERKANTTAB,
    EIGENDOMTAB,
    EIGENDOMWOZTAB,
    VBOWONINGTYPETAB,
    LEVCYCLWOONNIETWOONBUS,
    AUTOBEZITTAB,
)
