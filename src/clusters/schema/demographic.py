"""Who somebody is and with whom they live."""

from __future__ import annotations

from clusters.schema.column import YES_NO, Column, Kind, Theme, codes_of
from clusters.schema.text import Text

YEARS = Text("jaar", "years")
PERSONS = Text("personen", "persons")
# The oldest person whose age is proven was 122; an age above this is a mistake more
# often than it is true.
OLDEST = 120

DEMOGRAPHIC: tuple[Column, ...] = (
    Column(
        "birth_date",
        Text("Geboortedatum", "Date of birth"),
        Theme.DEMOGRAPHIC,
        Kind.DATE,
        past=True,
        within=OLDEST,
    ),
    Column(
        "birth_year",
        Text("Geboortejaar", "Year of birth"),
        Theme.DEMOGRAPHIC,
        Kind.NUMBER,
        past=True,
        within=OLDEST,
    ),
    Column(
        "age",
        Text("Leeftijd op de peildatum", "Age at the reference date"),
        Theme.DEMOGRAPHIC,
        Kind.NUMBER,
        unit=YEARS,
        low=0,
        high=OLDEST,
    ),
    Column(
        "sex",
        Text("Geslacht", "Sex"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        codes_of(("man", "man", "man"), ("woman", "vrouw", "woman")),
    ),
    Column(
        "birth_country",
        Text("Geboorteland (BRP-tabel 34)", "Country of birth (BRP table 34)"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        width=4,
        codelist="countries",
    ),
    Column(
        "birth_country_mother",
        Text("Geboorteland van de moeder", "Mother's country of birth"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        width=4,
        codelist="countries",
    ),
    Column(
        "birth_country_father",
        Text("Geboorteland van de vader", "Father's country of birth"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        width=4,
        codelist="countries",
    ),
    Column(
        "nationality",
        Text("Nationaliteit (BRP-tabel 32)", "Nationality (BRP table 32)"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        width=4,
        codelist="nationalities",
    ),
    Column(
        "born_abroad",
        Text("Geboren in het buitenland", "Born abroad"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "foreign_nationality",
        Text("Geen Nederlandse nationaliteit", "Foreign nationality"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "arrival_date",
        Text("Datum van vestiging in het land", "Date of settling in the country"),
        Theme.DEMOGRAPHIC,
        Kind.DATE,
        past=True,
        within=OLDEST,
        since_birth=True,
        empty=Text("onbekend of hier geboren", "unknown or born here"),
    ),
    Column(
        "arrival_year",
        Text("Jaar van vestiging in het land", "Year of settling in the country"),
        Theme.DEMOGRAPHIC,
        Kind.NUMBER,
        past=True,
        within=OLDEST,
        since_birth=True,
        empty=Text("onbekend of hier geboren", "unknown or born here"),
    ),
    Column(
        "migration_motive",
        Text("Migratiemotief", "Migration motive"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        codes_of(
            ("labour", "arbeid", "labour"),
            ("knowledge", "kennismigratie", "highly skilled labour"),
            ("family", "gezin", "family"),
            ("study", "studie", "study"),
            ("asylum", "asiel", "asylum"),
            ("other", "overig", "other"),
        ),
    ),
    Column(
        "household_type",
        Text("Type huishouden", "Type of household"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        codes_of(
            ("single", "eenpersoonshuishouden", "one person"),
            (
                "unmarried_couple",
                "niet-gehuwd paar zonder kinderen",
                "unmarried couple without children",
            ),
            (
                "married_couple",
                "gehuwd paar zonder kinderen",
                "married couple without children",
            ),
            (
                "unmarried_parents",
                "niet-gehuwd paar met kinderen",
                "unmarried couple with children",
            ),
            (
                "married_parents",
                "gehuwd paar met kinderen",
                "married couple with children",
            ),
            ("one_parent", "eenouderhuishouden", "one-parent household"),
            ("other", "overig huishouden", "other household"),
            ("institution", "institutioneel huishouden", "institution"),
        ),
    ),
    Column(
        "household_position",
        Text("Plaats in het huishouden", "Position in the household"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        codes_of(
            ("single", "alleenstaand", "living alone"),
            (
                "partner_without_children",
                "partner, zonder kinderen",
                "partner, no children",
            ),
            (
                "partner_with_children",
                "partner, met kinderen",
                "partner, with children",
            ),
            ("single_parent", "alleenstaande ouder", "single parent"),
            ("child", "thuiswonend kind", "child living at home"),
            ("other", "overig lid van het huishouden", "other household member"),
            ("institution", "in een instelling", "in an institution"),
        ),
    ),
    Column(
        "household_size",
        Text("Aantal personen in het huishouden", "Persons in the household"),
        Theme.DEMOGRAPHIC,
        Kind.NUMBER,
        unit=PERSONS,
        low=1,
        high=500,
    ),
    Column(
        "minor_children",
        Text("Aantal minderjarige kinderen thuis", "Children under 18 at home"),
        Theme.DEMOGRAPHIC,
        Kind.NUMBER,
        low=0,
        high=30,
    ),
    Column(
        "youngest_child_age",
        Text("Leeftijd van het jongste kind thuis", "Age of youngest child at home"),
        Theme.DEMOGRAPHIC,
        Kind.NUMBER,
        unit=YEARS,
        low=0,
        high=80,
        empty=Text("geen kind of onbekend", "no child or unknown"),
    ),
    Column(
        "has_partner",
        Text("Partner in het huishouden", "Partner in the household"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        YES_NO,
    ),
    Column(
        "marital_status",
        Text("Burgerlijke staat", "Marital status"),
        Theme.DEMOGRAPHIC,
        Kind.CODE,
        codes_of(
            ("never_married", "ongehuwd", "never married"),
            ("married", "gehuwd of partnerschap", "married or in partnership"),
            ("divorced", "gescheiden", "divorced"),
            ("widowed", "verweduwd", "widowed"),
        ),
    ),
)
